package vn.motcua.linked;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.catalogue.Group;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Lost;
import vn.motcua.dossier.StageKind;
import vn.motcua.organization.UnitId;

/**
 * One part of a linked filing and how it stands.
 *
 * @param part of the group
 * @param place which part it is, from 1; its page is the tracking code with it
 * @param unit the agency's unit that receives it
 */
public record Branch(Group.Part part, int place, UnitId unit, State state) {

    /** How a part stands. */
    public sealed interface State {

        /** It waits for what the parts before it come to. */
        record Waiting() implements State {}

        /** It is a dossier. */
        record Open(DossierRef dossier, News news) implements State {}

        /**
         * It will not be opened here: a part that it waits for was not granted.
         *
         * @param because the name of that part
         */
        record NotOpened(String because) implements State {}

        /** The applicant took it back before it was opened. */
        record Left() implements State {}
    }

    /**
     * What the agency's system last told of it.
     *
     * @param version of the dossier
     * @param since when it came to that stage
     * @param came what came of it
     * @param lost what its clock left out
     */
    public record News(
            int version,
            StageKind stage,
            Instant since,
            Optional<DossierNumber> number,
            Optional<Instant> receivedAt,
            Optional<Instant> dueAt,
            Came came,
            List<Lost> lost) {

        /** Keeps its own copy. */
        public News {
            lost = List.copyOf(lost);
        }

        /** The same as if it were older, so that it replaces itself. */
        News before() {
            return new News(0, stage, since, number, receivedAt, dueAt, came, lost);
        }

        /** Whether it has come to its end without what was asked for. */
        public boolean failed() {
            return switch (stage) {
                case TURNED_AWAY, WITHDRAWN, HALTED, PASSED_ACROSS -> true;
                case RESOLVED, HANDED_OVER -> came == Came.DENIAL;
                case SUBMITTED,
                        SUPPLEMENT_AT_INTAKE,
                        RECEIVED,
                        IN_PROCESS,
                        SUPPLEMENT_IN_PROCESS,
                        AWAITING_PAYMENT,
                        AWAITING_ANSWER -> false;
            };
        }

        /** Whether nothing is worked on any more. */
        public boolean ended() {
            return switch (stage) {
                case TURNED_AWAY, WITHDRAWN, HALTED, PASSED_ACROSS, HANDED_OVER, RESOLVED -> true;
                case SUBMITTED,
                        SUPPLEMENT_AT_INTAKE,
                        RECEIVED,
                        IN_PROCESS,
                        SUPPLEMENT_IN_PROCESS,
                        AWAITING_PAYMENT,
                        AWAITING_ANSWER -> false;
            };
        }
    }

    /** What came of a part. */
    public enum Came {
        /** Nothing yet. */
        NOTHING,
        /** What was asked for, with the paper that says so. */
        RESULT,
        /** A denial. */
        DENIAL
    }

    /** Whether what it waits for can no longer come, so that those which wait for it cannot open. */
    boolean lost() {
        return switch (state) {
            case State.Open(var _, var news) -> news.failed();
            case State.NotOpened _, State.Left _ -> true;
            case State.Waiting _ -> false;
        };
    }

    /** Whether those which wait for it may open. */
    boolean granted() {
        return state instanceof State.Open(var _, var news) && news.came() == Came.RESULT;
    }
}
