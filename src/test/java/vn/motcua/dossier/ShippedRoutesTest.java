package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixture.DUE;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.LATER;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.MONDAY_8AM;
import static vn.motcua.dossier.DossierFixture.ONE_LINE;
import static vn.motcua.dossier.DossierFixture.UNTIL;
import static vn.motcua.dossier.DossierFixture.toMai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.route.OfficerStep;
import vn.motcua.route.Route;
import vn.motcua.route.RouteDefinition;
import vn.motcua.route.Token;
import vn.motcua.route.Tokens;
import vn.motcua.shared.Refused;
import vn.motcua.support.GeneratedDoc;

/**
 * Every state in which a dossier of a shipped procedure can be: each rule tried at each open step, with every answer of
 * every choice of the route, from the filing on until nothing new is found.
 */
class ShippedRoutesTest {

    private static final Set<StageKind> OVER = Set.of(
            StageKind.TURNED_AWAY,
            StageKind.WITHDRAWN,
            StageKind.HALTED,
            StageKind.PASSED_ACROSS,
            StageKind.HANDED_OVER);

    private static final Housekeeping.Assignee LENT = new Housekeeping.Assignee(HA, "Hà");
    private static final Housekeeping.Assignee TO_MINH = new Housekeeping.Assignee(MINH, "Minh");
    private static final Set<Token.State> STANDS = Set.of(Token.State.OPEN, Token.State.WAITING, Token.State.ENDED);

    @Test
    void noDossierOfAShippedProcedureIsEverStuckOrLosesAStep() throws IOException {
        var lines = new ArrayList<String>();
        try (var packages = Files.list(Path.of("src/main/resources/procedures"))) {
            for (var one : packages.filter(it -> Files.exists(it.resolve("route.yaml")))
                    .sorted()
                    .toList()) {
                lines.add(explored(one));
            }
        }
        assertThat(lines).hasSizeGreaterThan(15);
        GeneratedDoc.isCurrent("route-states.md", lines.stream().collect(Collectors.joining("\n", """
                        # The states of the shipped routes

                        Counted by `ShippedRoutesTest`, which tries the rules at every open step of a dossier, with every answer of
                        every choice, until it finds no new state; not edited by hand. A state is the stage, the visits that stand, which
                        steps somebody has taken, what was asked, proposed, promised and decided; not times, numbers and names.

                        From every state in which nothing is decided a way leads to a granted result in the applicant's hands, and
                        another to a denial, neither of them by undoing; from every decided one a way leads to its hand-over. Turned away, withdrawn,
                        halted and passed to another agency are ends too, and count for none of this. No step is lost: what is open, waits or has ended
                        was opened by visits that are done. What may be undone is undone from each state and gives the state before.

                        Left out: steps that move to other units (they change where a step lies, never which is open); a number given by
                        another system and the arrival from another agency (they begin a dossier). These are in [dossier-acts.md](dossier-acts.md). All officers are
                        two sorts: a clerk and a leader of whom each does their own, and one who tries to do everything, with steps taken before or not.

                        | procedure | steps | places on the route | states of a dossier | ways |
                        | --- | --- | --- | --- | --- |
                        """, "\n")));
    }

    /** No shipped record asks other units beside a step or sends to a unit by rule; this one does both. */
    @Test
    void aRouteThatAsksOtherUnitsAndChoosesItsUnitNeitherSticksNorLosesAStep() {
        assertThat(explored("test", """
                steps:
                  - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, hours: 1, actions: [receive, request-supplement, turn-away]}
                  - {id: both, kind: split, next: [appraisal, opinions]}
                  - id: appraisal
                    name: Thẩm định
                    role: specialist
                    unit: {rules: [{when: far, unit: department, because: ở xa}], otherwise: commune-committee}
                    hours: 4
                    actions: [complete, propose-denial, request-supplement]
                    next: joined
                  - {id: opinions, kind: consultation, name: Lấy ý kiến, role: specialist, unit: commune-committee, hours: 8, ask: [police, land], silence: agrees, question: Hỏi, next: joined}
                  - {id: joined, kind: join}
                  - {id: approval, name: Duyệt, role: commune-leader, unit: commune-committee, hours: 2, actions: [approve, return]}
                  - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, hours: 1, actions: [issue, hand-over]}
                """)).startsWith("| test | 5 |");
    }

    private static String explored(Path folder) throws IOException {
        return explored(folder.getFileName().toString(), Files.readString(folder.resolve("route.yaml")));
    }

    private static String explored(String name, String yaml) {
        var definition = RouteDefinition.read(yaml);
        var conditions = new LinkedHashSet<String>();
        var route = Route.compile(definition, text -> {
            conditions.add(text);
            return facts -> Boolean.TRUE.equals(facts.get(text));
        });
        var search = new Search(paths(route, List.copyOf(conditions)));
        search.run();
        search.everyStateReachesAResult();
        return "| %s | %d | %d | %d | %d |"
                .formatted(
                        name,
                        route.steps().size(),
                        search.places.size(),
                        search.ways.size(),
                        search.ways.values().stream().mapToInt(Set::size).sum());
    }

    /** The same route under every answer of its conditions. */
    private static List<vn.motcua.dossier.Path> paths(Route route, List<String> conditions) {
        Map<String, UnitId> places = route.steps().stream()
                .flatMap(it -> vn.motcua.dossier.Path.Spot.of(it).stream())
                .collect(Collectors.toMap(vn.motcua.dossier.Path.Spot::word, _ -> DossierFixture.COMMITTEE));
        var paths = new ArrayList<vn.motcua.dossier.Path>();
        for (int answers = 0; answers < 1 << conditions.size(); answers++) {
            var facts = new HashMap<String, Object>();
            for (int i = 0; i < conditions.size(); i++) {
                facts.put(conditions.get(i), (answers >> i & 1) == 1);
            }
            paths.add(new vn.motcua.dossier.Path(route, facts, places));
        }
        return paths;
    }

    /** From the filing on, breadth first. */
    private static final class Search {

        private final List<vn.motcua.dossier.Path> paths;
        private final Map<String, Set<String>> ways = new LinkedHashMap<>();
        private final Map<String, Dossier> met = new HashMap<>();
        private final Set<String> places = new HashSet<>();
        private final ArrayDeque<Dossier> ahead = new ArrayDeque<>();

        Search(List<vn.motcua.dossier.Path> paths) {
            this.paths = paths;
        }

        void run() {
            paths.forEach(it -> meet(
                    Dossier.file(DossierId.next(), DossierFixture.filed(), it).after()));
            while (!ahead.isEmpty()) {
                var dossier = ahead.removeFirst();
                var from = key(dossier);
                for (var path : paths) {
                    for (var next : next(dossier, path)) {
                        ways.computeIfAbsent(from, _ -> new HashSet<>()).add(key(next));
                        meet(next);
                    }
                }
            }
        }

        private void meet(Dossier dossier) {
            var key = key(dossier);
            if (ways.containsKey(key)) {
                return;
            }
            ways.put(key, new LinkedHashSet<>());
            places.add(standing(dossier.desk().tokens()));
            nothingIsLost(dossier);
            met.put(key, dossier);
            ahead.addLast(dossier);
        }

        void everyStateReachesAResult() {
            var granted = before(
                    it -> it.stage() instanceof Stage.HandedOver end && end.outcome() instanceof Outcome.Granted);
            var denied =
                    before(it -> it.stage() instanceof Stage.HandedOver end && end.outcome() instanceof Outcome.Denied);
            met.forEach((key, dossier) -> {
                switch (dossier.stage()) {
                    case Stage.TurnedAway _, Stage.Withdrawn _, Stage.Halted _, Stage.PassedAcross _ -> {}
                    case Stage.HandedOver _ -> assertThat(granted.contains(key)).isNotEqualTo(denied.contains(key));
                    case Stage.Resolved it ->
                        assertThat(it.outcome() instanceof Outcome.Granted ? granted : denied)
                                .contains(key);
                    case Stage.Submitted _,
                            Stage.Received _,
                            Stage.InProcess _,
                            Stage.AwaitingSupplement _,
                            Stage.Waiting _ -> {
                        assertThat(granted).contains(key);
                        assertThat(denied).contains(key);
                    }
                }
            });
        }

        /** The states from which one of these is reached, themselves included. */
        private Set<String> before(Predicate<Dossier> end) {
            var before = new HashMap<String, List<String>>();
            ways.forEach((from, all) -> all.forEach(
                    to -> before.computeIfAbsent(to, _ -> new ArrayList<>()).add(from)));
            var reaching = new HashSet<String>();
            met.forEach((key, dossier) -> {
                if (end.test(dossier)) {
                    reaching.add(key);
                }
            });
            assertThat(reaching).isNotEmpty();
            var open = new ArrayDeque<>(reaching);
            while (!open.isEmpty()) {
                for (var from : before.getOrDefault(open.removeFirst(), List.of())) {
                    if (reaching.add(from)) {
                        open.add(from);
                    }
                }
            }
            return reaching;
        }
    }

    /** Something is open while it is not over, and nothing is open or waits once it is. */
    private static void nothingIsLost(Dossier dossier) {
        var over = OVER.contains(dossier.stage().kind());
        var live = dossier.desk().tokens().all().stream()
                .filter(it -> it.state() == Token.State.OPEN || it.state() == Token.State.WAITING)
                .toList();
        var open = live.stream().filter(it -> it.state() == Token.State.OPEN).count();
        assertThat(open > 0).as("open steps of " + key(dossier)).isEqualTo(!over);
        assertThat(live.isEmpty()).as("live visits of " + key(dossier)).isEqualTo(over);
        assertThat(dossier.desk().seats()).hasSize((int) open);
        var states = dossier.desk().tokens().all().stream().collect(Collectors.toMap(Token::no, Token::state));
        assertThat(dossier.desk().tokens().all())
                .filteredOn(it -> STANDS.contains(it.state()))
                .allSatisfy(it -> assertThat(it.causes())
                        .as("what opened %s of %s", it.node(), key(dossier))
                        .allSatisfy(no -> assertThat(states.get(no)).isEqualTo(Token.State.DONE)));
    }

    private static String key(Dossier it) {
        return String.join(
                " ",
                it.stage().kind().name(),
                it.stage() instanceof Stage.Waiting one
                        ? one.waitingFor().step().orElseThrow()
                        : "-",
                standing(it.desk().tokens()),
                it.asked().toString(),
                it.proposal().map(one -> one.getClass().getSimpleName()).orElse("-"),
                it.leaving().isPresent() ? "leaving" : "-",
                it.mistake().isPresent() ? "wrong" : "-",
                it.stage().received().flatMap(Reception::promised).isPresent() ? "promised" : "-",
                it.stage() instanceof Stage.Resolved one && one.result().isPresent() ? "issued" : "-",
                decided(it.stage()),
                it.desk().seats().stream()
                        .filter(one -> one.officer().isPresent())
                        .map(Desk.Seat::step)
                        .sorted()
                        .toList()
                        .toString());
    }

    private static String decided(Stage stage) {
        return switch (stage) {
            case Stage.Resolved it -> it.outcome().getClass().getSimpleName();
            case Stage.HandedOver it -> it.outcome().getClass().getSimpleName();
            case Stage _ -> "-";
        };
    }

    /** What stands of the visits, without their numbers. */
    private static String standing(Tokens tokens) {
        var signs = new HashMap<Integer, String>();
        for (var one : tokens.all()) {
            signs.put(
                    one.no(),
                    one.causes().stream().map(signs::get).sorted().collect(Collectors.joining(",", "(", ")"))
                            + one.from() + ">" + one.node() + ":" + one.state());
        }
        return tokens.all().stream()
                .filter(it -> it.state() != Token.State.TAKEN_BACK)
                .map(it -> signs.get(it.no()))
                .map(it -> it.replaceAll(":TAKEN_BACK", ""))
                .sorted()
                .collect(Collectors.joining(";"));
    }

    /** What each rule makes of it, where it does not refuse. */
    private static List<Dossier> next(Dossier dossier, vn.motcua.dossier.Path path) {
        var all = new ArrayList<Dossier>();
        if (dossier.desk().seats().isEmpty()) {
            acts("none", path, LAN, MINH).forEach(it -> tried(dossier, it).ifPresent(all::add));
        }
        for (var seat : dossier.desk().seats()) {
            var step = seat.step();
            acts(step, path, LAN, MINH).forEach(it -> tried(dossier, it).ifPresent(all::add));
            acts(step, path, HA, HA).forEach(it -> tried(dossier, it).ifPresent(all::add));
            path.route().steps().stream()
                    .map(OfficerStep::id)
                    .<Act>map(to -> it -> it.sendBack(step, HA, to, "vì sao", path, MONDAY_8AM))
                    .forEach(it -> tried(dossier, it).ifPresent(all::add));
        }
        return all;
    }

    private interface Act {
        Change on(Dossier dossier);
    }

    private static Optional<Dossier> tried(Dossier dossier, Act act) {
        Change change;
        try {
            change = act.on(dossier);
        } catch (Refused _) {
            return Optional.empty();
        }
        if (Undo.possible(change.events())) {
            assertThat(key(Undo.back(change.after(), dossier, MONDAY_8AM).after()))
                    .as("taken back")
                    .isEqualTo(key(dossier));
        }
        return Optional.of(change.after());
    }

    private static List<Act> acts(String step, vn.motcua.dossier.Path path, OfficerId clerk, OfficerId leader) {
        return Arrays.asList(
                it -> it.receive(step, clerk, DossierFixture.NUMBER, DUE, path, MONDAY_8AM),
                it -> it.forward(step, clerk, path, MONDAY_8AM),
                it -> it.passings()
                        .transfer(
                                step,
                                clerk,
                                DossierFixture.HERE,
                                DossierFixture.THERE,
                                Optional.empty(),
                                "vì sao",
                                path,
                                path,
                                MONDAY_8AM),
                it -> it.passings()
                        .on(
                                step,
                                HA,
                                DossierFixture.HERE,
                                DossierFixture.THERE,
                                "vì sao",
                                Optional.empty(),
                                path,
                                path,
                                MONDAY_8AM),
                it -> it.passings()
                        .across(
                                step,
                                HA,
                                DossierFixture.HERE,
                                DossierFixture.DA_NANG,
                                DossierFixture.THERE,
                                "vì sao",
                                MONDAY_8AM),
                it -> it.turnAway(step, clerk, "vì sao", path, MONDAY_8AM),
                it -> it.supplements().request(step, HA, ONE_LINE, UNTIL, path, MONDAY_8AM),
                it -> it.supplements().propose(step, HA, ONE_LINE, "vì sao", path, MONDAY_8AM),
                it -> it.supplements()
                        .provide(
                                List.of("p"),
                                List.of(),
                                "",
                                it.stage().received().map(_ -> DUE),
                                MONDAY_8AM),
                it -> it.supplements().lapse(Optional.empty(), DossierFixture.AFTER_UNTIL),
                it -> it.proposals().confirm(MINH, UNTIL, MONDAY_8AM),
                it -> it.proposals().refuse(MINH, "vì sao", MONDAY_8AM),
                it -> it.endings().withdraw("", MONDAY_8AM),
                it -> it.endings().askToWithdraw("vì sao", MONDAY_8AM),
                it -> it.endings().letGo(step, HA, MONDAY_8AM),
                it -> it.endings().keep(step, HA, "vì sao", MONDAY_8AM),
                it -> it.endings().proposeHalt(step, HA, "vì sao", "", MONDAY_8AM),
                it -> it.supplements().remind(MONDAY_8AM),
                it -> it.claim(step, HA, MONDAY_8AM),
                it -> it.release(step, HA, MONDAY_8AM),
                it -> Housekeeping.assigned(it, step, LENT, Optional.of(TO_MINH), Optional.empty(), MONDAY_8AM),
                it -> Housekeeping.assigned(it, step, LENT, Optional.empty(), Optional.of("vì sao"), MONDAY_8AM),
                it -> Housekeeping.recomputed(it, LATER, "Thông báo", MONDAY_8AM),
                it -> it.waitings().await(step, HA, DossierFixture.VISIT, MONDAY_8AM),
                it -> it.waitings().await(step, HA, DossierFixture.LAND_TAX, MONDAY_8AM),
                it -> it.waitings().await(step, HA, DossierFixture.NEIGHBOUR, MONDAY_8AM),
                it -> it.waitings().await(step, HA, DossierFixture.PROVINCE, MONDAY_8AM),
                it -> it.waitings().answered(true, "", Optional.empty(), MONDAY_8AM),
                it -> it.waitings().answered(false, "vì sao", Optional.empty(), MONDAY_8AM),
                it -> it.waitings().end(step, HA, "vì sao", Optional.empty(), MONDAY_8AM),
                it -> it.waitings().paid(Optional.empty(), MONDAY_8AM),
                it -> it.waitings().lapse(Optional.empty(), DossierFixture.AFTER_UNTIL),
                it -> it.amendments().report("vì sao", MONDAY_8AM),
                it -> it.amendments().keep("vì sao", MONDAY_8AM),
                it -> it.revocations().propose(HA, DossierFixture.REVOCATION, MONDAY_8AM),
                it -> it.amendments()
                        .propose(
                                HA,
                                "vì sao",
                                new AmendedResult(DossierFixture.RIGHT, DossierFixture.CORRECTED),
                                MONDAY_8AM),
                it -> it.complete(step, HA, "", Map.of(), path, MONDAY_8AM),
                it -> Housekeeping.consulted(it, step, it.seat(step).visit(), path, MONDAY_8AM),
                it -> Housekeeping.byProgram(it, step, it.seat(step).visit(), path, MONDAY_8AM),
                it -> it.proposeDenial(step, HA, "vì sao", path, MONDAY_8AM),
                it -> it.approve(step, leader, "", path, MONDAY_8AM),
                it -> it.deny(step, leader, "vì sao", path, MONDAY_8AM),
                it -> it.lateness().extend("vì sao", LATER, MONDAY_8AM, MONDAY_8AM),
                it -> it.lateness().apologise("vì sao", LATER.at(), MONDAY_8AM),
                it -> it.issue(step, HA, DossierFixture.CERTIFICATE, path, MONDAY_8AM),
                it -> it.handOver(step, clerk, toMai(), new FeeClearance.Answer.Settled(), path, MONDAY_8AM));
    }
}
