package vn.motcua.route;

import java.util.List;
import java.util.stream.Stream;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/**
 * Why a route is refused, or what its author should look at again.
 *
 * @param kind what is wrong
 * @param place where: the id of the node, or its place in the list
 * @param details fill {@code {1}}, {@code {2}} … of the sentence; {@code {0}} is the place
 */
public record Fault(Kind kind, String place, List<String> details) {

    /** Copies what it is given. */
    public Fault {
        details = List.copyOf(details);
    }

    static Fault of(Kind kind, String place, String... details) {
        return new Fault(kind, place, List.of(details));
    }

    /** The sentence for the author. */
    public String say(Messages messages, Language language) {
        return messages.say(
                language,
                "route.fault." + kind.name(),
                Stream.concat(Stream.of(place), details.stream()).toArray());
    }

    /** What can be wrong with a route. */
    public enum Kind {
        /** route.yaml holds no steps. */
        NO_STEPS,
        /** More nodes than a person can follow. */
        TOO_LARGE,
        /** A key that route.yaml does not know. */
        UNKNOWN_KEY,
        /** A key that another kind of node has. */
        NOT_FOR_THIS_KIND,
        /** A value of the wrong shape. */
        WRONG_SHAPE,
        /** No id. */
        NO_ID,
        /** An id that is not lower-case words with hyphens, or reserved. */
        BAD_ID,
        /** Two nodes with one id. */
        DUPLICATE_ID,
        /** A kind that does not exist. */
        UNKNOWN_KIND,
        /** A kind that this version cannot run yet. */
        NOT_SUPPORTED_YET,
        /** No Vietnamese name. */
        NO_NAME,
        /** Nobody is named to do it. */
        NO_ROLE,
        /** No unit kind. */
        NO_UNIT,
        /** Hours that are not a number from zero. */
        BAD_HOURS,
        /** An action that does not exist. */
        UNKNOWN_ACTION,
        /** No action leads on: the step could never be finished. */
        NO_WAY_ON,
        /** {@code next} names a node that does not exist. */
        UNKNOWN_TARGET,
        /** {@code next} names several nodes, but only a split goes several ways. */
        SEVERAL_TARGETS,
        /** A split with one way, or with one way named twice. */
        SPLIT_WITHOUT_BRANCHES,
        /** A choice with nothing to choose. */
        CHOICE_WITHOUT_BRANCHES,
        /** A way out of a choice without condition or without target. */
        INCOMPLETE_BRANCH,
        /** A choice that does not say what happens when no condition holds. */
        NO_DEFAULT,
        /** A condition that is not an expression over the procedure's facts. */
        CONDITION_NOT_UNDERSTOOD,
        /** Nothing leads to the node. */
        UNREACHABLE,
        /** From the node nothing leads to the end. */
        NO_WAY_TO_END,
        /** Gateways that lead to each other in a circle on which nobody does anything. */
        CIRCLE_WITHOUT_STEP,
        /** A join that waits for a branch that need not come. */
        JOIN_NEVER_COMPLETES,
        /** A join at which one branch can arrive twice. */
        JOIN_COMPLETES_TWICE,
        /** Two branches of a split come to one node that is no join. */
        BRANCHES_MEET_WITHOUT_JOIN,
        /** More combinations of branches than can be checked. */
        TOO_ENTANGLED,
        /** A second officer is asked for after a step that does not come before. */
        OTHER_THAN_NOT_BEFORE,
        /** A step goes to another unit by rules, but to none when no rule holds. */
        NO_DEFAULT_UNIT,
        /** A rule for the unit without condition, unit or reason. */
        INCOMPLETE_UNIT_RULE,
        /** A consultation that asks no kind of unit. */
        NOBODY_ASKED,
        /** A consultation that asks a kind of unit twice, or the one that asks. */
        ASKED_TWICE,
        /** A consultation without a question. */
        NO_QUESTION,
        /** A consultation that does not say how many working hours units have. */
        NO_TIME_TO_ANSWER,
        /** A consultation that does not say what silence means. */
        UNKNOWN_SILENCE,
        /** A message without title or text. */
        NO_LETTER,
        /** An automatic step that looks at nothing that the program can know. */
        UNKNOWN_CHECK,
        /** A timer that does not say how many working hours it waits. */
        NO_TIME_TO_WAIT,
        /** What the program does where nobody has to do anything any more: the dossier would have ended before. */
        NOBODY_AFTER,
        /** Advice: a step without hours. */
        HOURS_MISSING,
        /** Advice: the steps take longer than the procedure's time limit. */
        HOURS_OVER_LIMIT,
        /** Advice: a step without an English name. */
        NO_ENGLISH_NAME,
        /** Advice: nobody receives the dossier. */
        NO_RECEPTION,
        /** Advice: nobody decides. */
        NO_DECISION,
        /** Advice: nobody hands the result over. */
        NO_HAND_OVER
    }
}
