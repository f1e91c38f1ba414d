package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.route.Routes.check;
import static vn.motcua.route.Routes.step;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.shared.Language;

/** What an author reads for each thing that can be wrong with a route. */
class RouteFaultsTest {

    record Case(String yaml, Fault.Kind kind, String sentence) {}

    private static final String STEP = "name: Bước, role: receiver, unit: commune-one-stop, hours: 1";

    private static String consultation(String more) {
        return "  - {id: a, kind: consultation, name: Lấy ý kiến, role: r, unit: u, " + more + "}\n";
    }

    static List<Case> refused() {
        return List.of(
                new Case(
                        "steps: []",
                        Fault.Kind.NO_STEPS,
                        "route.yaml: there is no step. Write the steps under “steps:”."),
                new Case(
                        IntStream.range(0, 201).mapToObj(it -> step("s" + it)).collect(Collectors.joining()),
                        Fault.Kind.TOO_LARGE,
                        "route.yaml: the route has more than 200 nodes. Divide it into smaller ones."),
                new Case(
                        step("a", "nxt: end"), Fault.Kind.UNKNOWN_KEY, "a: there is no key “nxt”. Check the spelling."),
                new Case(
                        step("a", "otherwise: end"),
                        Fault.Kind.NOT_FOR_THIS_KIND,
                        "a: “otherwise” does not belong to the kind “step”."),
                new Case(
                        step("a") + "  - {id: j, kind: join, role: clerk}\n",
                        Fault.Kind.NOT_FOR_THIS_KIND,
                        "j: “role” does not belong to the kind “join”."),
                new Case(
                        step("a", "next: {b: c}"),
                        Fault.Kind.WRONG_SHAPE,
                        "a: “next” has the wrong shape (text, list or group)."),
                new Case("  - {" + STEP + ", actions: complete}\n", Fault.Kind.NO_ID, "steps[1]: the “id” is missing."),
                new Case(
                        step("Bước-1"),
                        Fault.Kind.BAD_ID,
                        "Bước-1: an “id” has lower-case letters, digits and hyphens and begins with a letter;"
                                + " “start” and “end” are reserved."),
                new Case(step("a") + step("a"), Fault.Kind.DUPLICATE_ID, "a: another node has this “id”."),
                new Case(
                        step("a", "kind: gate"),
                        Fault.Kind.UNKNOWN_KIND,
                        "a: there is no kind “gate”. You can use step, choice, split, join, consultation, message,"
                                + " automatic, timer."),
                new Case(
                        "  - {id: a, " + "role: r, unit: u, actions: complete}\n",
                        Fault.Kind.NO_NAME,
                        "a: the step has no Vietnamese name."),
                new Case(
                        "  - {id: a, name: Bước, unit: u, actions: complete}\n",
                        Fault.Kind.NO_ROLE,
                        "a: the step does not say which “role” does it."),
                new Case(
                        "  - {id: a, name: Bước, role: r, actions: complete}\n",
                        Fault.Kind.NO_UNIT,
                        "a: the step does not say at which kind of “unit” it is done."),
                new Case(
                        "  - {id: a, name: Bước, role: r, unit: {rules: [{when: x, unit: v, because: xa}]}, actions: complete}\n",
                        Fault.Kind.NO_DEFAULT_UNIT,
                        "a: “otherwise” is missing under “unit”: which unit does it when no rule holds?"),
                new Case(
                        "  - {id: a, name: Bước, role: r, unit: {rules: [{when: x, unit: v}], otherwise: u}, actions: complete}\n",
                        Fault.Kind.INCOMPLETE_UNIT_RULE,
                        "a: each rule for the unit needs “when”, “unit” and “because”."),
                new Case(
                        consultation("hours: 8, silence: agrees, question: Hỏi"),
                        Fault.Kind.NOBODY_ASKED,
                        "a: it does not say which kinds of unit are asked (“ask”)."),
                new Case(
                        consultation("hours: 8, silence: agrees, question: Hỏi, ask: [u, v]"),
                        Fault.Kind.ASKED_TWICE,
                        "a: a kind of unit is asked twice, or is the one that asks."),
                new Case(
                        consultation("hours: 8, silence: agrees, ask: [v]"),
                        Fault.Kind.NO_QUESTION,
                        "a: there is no “question”."),
                new Case(
                        consultation("silence: agrees, question: Hỏi, ask: [v]"),
                        Fault.Kind.NO_TIME_TO_ANSWER,
                        "a: it does not say how many working “hours” they have to answer, more than zero."),
                new Case(
                        consultation("hours: 8, silence: golden, question: Hỏi, ask: [v]"),
                        Fault.Kind.UNKNOWN_SILENCE,
                        "a: “silence” is “golden”; choose agrees, reminds or stops."),
                new Case(
                        step("a", "ask: [v]"),
                        Fault.Kind.NOT_FOR_THIS_KIND,
                        "a: “ask” does not belong to the kind “step”."),
                new Case(
                        program("message, letter: {title: Mời đo đạc}"),
                        Fault.Kind.NO_LETTER,
                        "p: the letter to the applicant lacks its title (“letter.title”) or its text (“letter.text”)."),
                new Case(
                        program("message, letter: Mời đến"),
                        Fault.Kind.WRONG_SHAPE,
                        "p: “letter” has the wrong shape (text, list or group)."),
                new Case(
                        program("automatic, check: weather"),
                        Fault.Kind.UNKNOWN_CHECK,
                        "p: the automatic step does not say what is looked at (“check” is “weather”). There is:"
                                + " fees-settled."),
                new Case(
                        program("timer"),
                        Fault.Kind.NO_TIME_TO_WAIT,
                        "p: how many working hours are waited is not said (“hours”); more than none."),
                new Case(
                        program("timer, hours: 8, role: clerk"),
                        Fault.Kind.NOT_FOR_THIS_KIND,
                        "p: “role” does not belong to the kind “timer”."),
                new Case(
                        program("message, hours: 8, letter: {title: Mời, text: Đến}"),
                        Fault.Kind.NOT_FOR_THIS_KIND,
                        "p: “hours” does not belong to the kind “message”."),
                new Case(
                        step("a", "check: fees-settled"),
                        Fault.Kind.NOT_FOR_THIS_KIND,
                        "a: “check” does not belong to the kind “step”."),
                new Case(
                        "  - {id: a, name: Bước, role: by-itself, unit: u, actions: complete}\n",
                        Fault.Kind.NOT_FOR_THIS_KIND,
                        "a: “role: by-itself” does not belong to the kind “step”."),
                new Case(
                        step("a") + "  - {id: p, name: Chờ, unit: u, kind: timer, hours: 8}\n",
                        Fault.Kind.NOBODY_AFTER,
                        "p: nobody has to do anything after it, so the dossier ends before the program does this. Put it"
                                + " before the last step."),
                new Case(
                        step("a")
                                + "  - {id: p, name: Chờ, unit: u, kind: timer, hours: 8}\n"
                                + "  - {id: c, kind: choice, branches: [{when: x, next: p}], otherwise: b}\n"
                                + step("b"),
                        Fault.Kind.CIRCLE_WITHOUT_STEP,
                        "p: gateways lead round in a circle without a step."),
                new Case(
                        "  - {id: a, name: Bước, role: r, unit: u, hours: -2, actions: complete}\n",
                        Fault.Kind.BAD_HOURS,
                        "a: the hours “-2” must be a number from zero."),
                new Case(
                        "  - {id: a, " + STEP + ", actions: [complete, sign]}\n",
                        Fault.Kind.UNKNOWN_ACTION,
                        "a: there is no action “sign”."),
                new Case(
                        "  - {id: a, " + STEP + ", actions: [return, propose-denial]}\n",
                        Fault.Kind.NO_WAY_ON,
                        "a: no action leads on. Add one of receive, complete, approve, issue, hand-over."),
                new Case(
                        step("a", "next: b"), Fault.Kind.UNKNOWN_TARGET, "a: leads to “b”, but no node has that name."),
                new Case(
                        step("a", "next: [b, end]") + step("b"),
                        Fault.Kind.SEVERAL_TARGETS,
                        "a: only a “split” may lead to several nodes."),
                new Case(
                        "  - {id: s, kind: split, next: a}\n" + step("a"),
                        Fault.Kind.SPLIT_WITHOUT_BRANCHES,
                        "s: a “split” needs at least two different branches in “next”."),
                new Case(
                        "  - {id: s, kind: split, next: [a, a]}\n" + step("a"),
                        Fault.Kind.SPLIT_WITHOUT_BRANCHES,
                        "s: a “split” needs at least two different branches in “next”."),
                new Case(
                        "  - {id: c, kind: choice, otherwise: a}\n" + step("a"),
                        Fault.Kind.CHOICE_WITHOUT_BRANCHES,
                        "c: a “choice” needs at least one branch in “branches”."),
                new Case(
                        "  - {id: c, kind: choice, branches: [{when: x}], otherwise: a}\n" + step("a"),
                        Fault.Kind.INCOMPLETE_BRANCH,
                        "c: each branch needs both “when” and “next”."),
                new Case(
                        "  - {id: c, kind: choice, branches: [{when: x, next: a}]}\n" + step("a"),
                        Fault.Kind.NO_DEFAULT,
                        "c: “otherwise” is missing: where does the dossier go when no condition holds?"),
                new Case(
                        "  - {id: c, kind: choice, branches: [{when: x is tall, next: a}], otherwise: a}\n" + step("a"),
                        Fault.Kind.CONDITION_NOT_UNDERSTOOD,
                        "c: the condition “x is tall” is not understood: 1:1: syntax error"),
                new Case(
                        step("a", "other-than: b") + step("b"),
                        Fault.Kind.OTHER_THAN_NOT_BEFORE,
                        "a: “other-than” names “b”, which is no step before this one."),
                new Case(
                        step("a", "other-than: nobody"),
                        Fault.Kind.OTHER_THAN_NOT_BEFORE,
                        "a: “other-than” names “nobody”, which is no step before this one."),
                new Case(step("a", "next: end") + step("b"), Fault.Kind.UNREACHABLE, "b: no node leads here."),
                new Case(
                        "  - {id: c, kind: choice, branches: [{when: x, next: a}], otherwise: end}\n"
                                + step("a", "next: a"),
                        Fault.Kind.NO_WAY_TO_END,
                        "a: nothing leads from here to the end."),
                new Case(
                        step("a") + "  - {id: c, kind: choice, branches: [{when: x, next: c}], otherwise: end}\n",
                        Fault.Kind.CIRCLE_WITHOUT_STEP,
                        "c: gateways lead round in a circle without a step."),
                new Case(
                        "  - {id: c, kind: choice, branches: [{when: x, next: a}], otherwise: b}\n"
                                + step("a", "next: j") + step("b") + "  - {id: j, kind: join}\n",
                        Fault.Kind.JOIN_NEVER_COMPLETES,
                        "j: may wait for ever for the branch from “a”, which does not always come."),
                new Case(
                        "  - {id: s, kind: split, next: [a, b, c]}\n"
                                + step("a", "next: j")
                                + step("b", "next: m")
                                + step("c", "next: m")
                                + step("m") + "  - {id: j, kind: join}\n",
                        Fault.Kind.BRANCHES_MEET_WITHOUT_JOIN,
                        "m: two parallel branches meet here. Put a “join” before it."),
                new Case(
                        "  - {id: s, kind: split, next: [a, b]}\n" + step("a", "next: end") + step("b"),
                        Fault.Kind.BRANCHES_MEET_WITHOUT_JOIN,
                        "end: two parallel branches meet here. Put a “join” before it."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void theAuthorReadsWhatIsWrongAndWhere(Case it) {
        var yaml = it.yaml().startsWith("steps") ? it.yaml() : "steps:\n" + it.yaml();

        assertThat(faults(yaml))
                .filteredOn(fault -> fault.kind() == it.kind())
                .extracting(fault -> fault.say(Routes.MESSAGES, Language.EN))
                .contains(it.sentence());
    }

    @Test
    void aJoinAtWhichOneBranchCanArriveTwiceIsRefused() {
        var faults = faults("steps:\n  - {id: p, kind: split, next: [a, q]}\n"
                + step("a", "next: j")
                + step("q")
                + "  - {id: again, kind: choice, branches: [{when: x, next: p}], otherwise: j}\n"
                + "  - {id: j, kind: join}\n");

        assertThat(faults)
                .extracting(it -> it.say(Routes.MESSAGES, Language.EN))
                .contains("j: the branch from “a” can arrive twice.");
    }

    @Test
    void whatThisVersionCannotRunIsRefusedByName() {
        for (var kind : NodeKind.values()) {
            if (!kind.supported()) {
                assertThat(faults("steps:\n" + step("a") + "  - {id: b, kind: " + kind.word() + "}\n"))
                        .extracting(it -> it.say(Routes.MESSAGES, Language.EN))
                        .containsExactly("b: the kind “" + kind.word() + "” is not supported yet in this version.");
            }
        }
    }

    @Test
    void tooManyCombinationsAreRefusedAndNotTriedForEver() {
        var yaml = new StringBuilder("steps:\n  - {id: s, kind: split, next: [");
        yaml.append(IntStream.range(0, 16).mapToObj(it -> "c" + it).collect(Collectors.joining(", ")))
                .append("]}\n");
        for (int i = 0; i < 16; i++) {
            yaml.append("  - {id: c%d, kind: choice, branches: [{when: x, next: a%d}], otherwise: b%d}\n"
                    .formatted(i, i, i));
            yaml.append(step("a" + i, "next: j")).append(step("b" + i, "next: j"));
        }
        yaml.append("  - {id: j, kind: join}\n");

        assertThat(faults(yaml.toString())).extracting(Fault::kind).contains(Fault.Kind.TOO_ENTANGLED);
    }

    @Test
    void everyFaultIsListedNotOnlyTheFirst() {
        assertThat(faults("steps:\n  - {id: a, actions: [sign]}\n  - {id: a, kind: linked}\n"))
                .extracting(Fault::kind)
                .containsExactlyInAnyOrder(
                        Fault.Kind.NO_NAME,
                        Fault.Kind.NO_ROLE,
                        Fault.Kind.NO_UNIT,
                        Fault.Kind.UNKNOWN_ACTION,
                        Fault.Kind.NO_WAY_ON,
                        Fault.Kind.DUPLICATE_ID,
                        Fault.Kind.NOT_SUPPORTED_YET);
    }

    @Test
    void whatIsOddButRunsIsAdvice() {
        var route = Routes.compile(
                "steps:\n  - {id: a, name: Bước, role: r, unit: u, actions: complete}\n" + step("b", "next: end"));

        assertThat(route.advice(new BigDecimal("0.5")))
                .extracting(it -> it.say(Routes.MESSAGES, Language.EN))
                .containsExactly(
                        "a: the step has no hours.",
                        "a: the step has no English name.",
                        "b: the step has no English name.",
                        "route.yaml: no step receives the dossier.",
                        "route.yaml: no step approves.",
                        "route.yaml: no step hands the result over.",
                        "route.yaml: the longest way takes 1 working hours, more than the time limit of 0.5 hours.");
    }

    @Test
    void everyFaultHasASentenceAndATest() {
        var tested = Stream.concat(
                        refused().stream().map(Case::kind),
                        Stream.of(
                                Fault.Kind.JOIN_COMPLETES_TWICE,
                                Fault.Kind.NOT_SUPPORTED_YET,
                                Fault.Kind.TOO_ENTANGLED,
                                Fault.Kind.HOURS_MISSING,
                                Fault.Kind.HOURS_OVER_LIMIT,
                                Fault.Kind.NO_ENGLISH_NAME,
                                Fault.Kind.NO_RECEPTION,
                                Fault.Kind.NO_DECISION,
                                Fault.Kind.NO_HAND_OVER))
                .collect(Collectors.toSet());

        assertThat(Fault.Kind.values()).allSatisfy(kind -> {
            assertThat(tested).contains(kind);
            assertThat(Fault.of(kind, "x", "y", "z").say(Routes.MESSAGES, Language.VI))
                    .isNotBlank();
        });
        assertThat(Arrays.stream(RouteRefusal.values()).map(it -> "refusal." + it.name()))
                .allSatisfy(key -> assertThat(Routes.MESSAGES.all(Language.VI)).containsKey(key));
    }

    /** A node that the program does, between two steps. */
    private static String program(String said) {
        return step("a") + "  - {id: p, name: Bước, unit: u, kind: " + said + "}\n" + step("b");
    }

    private static List<Fault> faults(String yaml) {
        return switch (check(yaml)) {
            case Route.Sound it -> it.route().advice().stream().limit(0).toList();
            case Route.Faulty it -> it.faults();
        };
    }
}
