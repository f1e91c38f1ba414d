package vn.motcua.administration;

import vn.motcua.shared.RefusalCode;

/** What changes of rights refuse. */
public enum AdministrationRefusal implements RefusalCode {
    /** No such officer or position in this agency. */
    OFFICER_UNKNOWN(Kind.NOT_FOUND),
    /** A title that is missing, too long or not one. */
    TITLE_WRONG(Kind.NOT_VALID),
    /** Lines above a title that do not begin with TM., KT., TL., TUQ. or Q. */
    AUTHORITY_WRONG(Kind.NOT_VALID),
    /** The last day is before the first, or the first is missing. */
    DAYS_OUT_OF_ORDER(Kind.NOT_VALID),
    /** They hold that role in that unit at that time already. */
    POSITION_HELD(Kind.NOT_VALID),
    /** No such change in this agency. */
    CHANGE_UNKNOWN(Kind.NOT_FOUND),
    /** It has been confirmed or refused meanwhile. */
    CHANGE_DECIDED(Kind.NOT_NOW),
    /** The day from which it counts is missing. */
    DAY_MISSING(Kind.NOT_VALID),
    /** The day from which it counts is over. */
    DAY_OVER(Kind.NOT_VALID),
    /** A decision has a number and a day. */
    DECISION_MISSING(Kind.NOT_VALID),
    /** A decision is not of tomorrow. */
    DECISION_DAY_TO_COME(Kind.NOT_VALID),
    /** A change of that unit is planned or waits already; says which unit. */
    UNIT_PLANNED_ALREADY(Kind.NOT_NOW),
    /** There is open work and nobody takes it over; says how many dossiers. */
    WORK_WITHOUT_SUCCESSOR(Kind.NOT_VALID),
    /** Of a unit split by area somebody has to say where dossiers go whose place does not; says how many. */
    WORK_UNDECIDED(Kind.NOT_VALID),
    /** The days of a leave are missing, out of order, over, or longer than a year. */
    ABSENCE_DAYS(Kind.NOT_VALID),
    /** They are away on some of these days already. */
    ABSENT_ALREADY(Kind.NOT_VALID),
    /** No stand-in is named who is to take over. */
    STAND_IN_MISSING(Kind.NOT_VALID),
    /** What was taken is with somebody else meanwhile. */
    CLAIM_GONE(Kind.NOT_NOW),
    /** Whoever is to get it does not work in that role in that unit. */
    NOT_A_COLLEAGUE(Kind.NOT_VALID),
    /** An own day is missing its day or its name, is over, or lies beyond the national calendar; says until when that is. */
    OWN_DAY_WRONG(Kind.NOT_VALID),
    /** Opening hours that cannot be read. */
    HOURS_WRONG(Kind.NOT_VALID),
    /** Hours of one day that cannot be read, are missing, or belong to a day on which nobody works. */
    OWN_HOURS_WRONG(Kind.NOT_VALID),
    /** The proposal changes nothing. */
    NOTHING_CHANGED(Kind.NOT_VALID),
    /** The list that was shown is not the same any more. */
    LIST_CHANGED(Kind.NOT_NOW),
    /** There is always one administrator. */
    LAST_ADMINISTRATOR(Kind.NOT_NOW),
    /** The account has no second factor here. */
    NO_SECOND_FACTOR(Kind.NOT_NOW),
    /** A change of that brand waits for confirmation. */
    BRAND_WAITS(Kind.NOT_NOW),
    /** It takes part already; says as what. */
    TENANT_EXISTS(Kind.NOT_VALID),
    /** Its making waits for confirmation. */
    TENANT_WAITS(Kind.NOT_VALID),
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
