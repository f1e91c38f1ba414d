package vn.motcua.administration;

import vn.motcua.shared.RefusalCode;

/** What changes of rights refuse. */
public enum AdministrationRefusal implements RefusalCode {
    /** No such officer or position in this agency. */
    OFFICER_UNKNOWN(Kind.NOT_FOUND),
    /** The last day is before the first, or the first is missing. */
    DAYS_OUT_OF_ORDER(Kind.NOT_VALID),
    /** They hold that role in that unit at that time already. */
    POSITION_HELD(Kind.NOT_VALID),
    /** No such change in this agency. */
    CHANGE_UNKNOWN(Kind.NOT_FOUND),
    /** It has been confirmed or refused meanwhile. */
    CHANGE_DECIDED(Kind.NOT_NOW),
    /** Nobody confirms what they proposed. */
    SECOND_PERSON_NEEDED(Kind.NOT_NOW);

    private final Kind kind;

    AdministrationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
