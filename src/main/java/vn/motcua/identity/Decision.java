package vn.motcua.identity;

import java.util.Optional;

/** The answer to "may this person do this to this dossier now?". "Could not find out" is not "no". */
public sealed interface Decision {

    /**
     * Yes.
     *
     * @param as the position that gives the right, empty for an applicant
     */
    record Permitted(Optional<Position> as) implements Decision {}

    /** No, and they may know why. */
    record Denied(Reason reason) implements Decision {}

    /** It does not exist for them: 404, the same as for an id that was never given. */
    record Hidden() implements Decision {}

    /** A fact that decides is missing; nothing is done and somebody has to look. */
    record Unknown(Missing missing) implements Decision {}

    /** Whether the answer is yes. */
    default boolean permitted() {
        return this instanceof Permitted;
    }

    /** Goes on when permitted, with the position that gives the right; otherwise refuses as the outside should see it. */
    default Optional<Position> orRefuse() {
        return switch (this) {
            case Permitted it -> it.as();
            case Denied it -> throw new vn.motcua.shared.Refused(it.reason());
            case Hidden _ -> throw new vn.motcua.shared.Refused(AccessRefusal.NOT_THERE);
            case Unknown _ -> throw new vn.motcua.shared.Refused(AccessRefusal.RIGHT_UNKNOWN);
        };
    }

    /** Why not; each has its sentence in {@code messages/identity.properties}. */
    enum Reason implements vn.motcua.shared.RefusalCode {
        /** The dossier is not in a stage in which this can be done. */
        NOT_IN_THIS_STAGE(Kind.NOT_NOW),
        /** They see the dossier, but hold no position that does this. */
        NOT_YOUR_ROLE(Kind.NOT_ALLOWED),
        /** They see the dossier by a mandate that does not reach so far. */
        NOT_IN_YOUR_MANDATE(Kind.NOT_ALLOWED),
        /** Somebody else has taken the step. */
        TAKEN_BY_ANOTHER(Kind.NOT_NOW),
        /** Nobody approves what they appraised. */
        APPRAISED_IT_YOURSELF(Kind.NOT_ALLOWED);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    /** What could not be found out. */
    enum Missing {
        /** The receiving unit, or the unit of a step, is not in the directory. */
        UNIT
    }
}
