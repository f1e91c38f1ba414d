package vn.motcua.queue;

import vn.motcua.shared.RefusalCode;

/** Why the queue says no. */
public enum QueueRefusal implements RefusalCode {
    /** The officer works at no counter. */
    NO_COUNTER_OF_YOURS(Kind.NOT_ALLOWED),
    /** The number of a window is none. */
    WINDOW_NUMBER_WRONG(Kind.NOT_VALID),
    /** Nothing is to be done at the window. */
    WINDOW_WITHOUT_ERRAND(Kind.NOT_VALID),
    /** A colleague sits there: {0}. */
    WINDOW_TAKEN(Kind.NOT_VALID),
    /** They sit at no window. */
    NO_WINDOW_YET(Kind.NOT_NOW),
    /** Nobody sits at the other window. */
    NOBODY_AT_THAT_WINDOW(Kind.NOT_VALID),
    /** The name of a device is missing or too long. */
    DEVICE_NAME_WRONG(Kind.NOT_VALID),
    /** What somebody comes for was not chosen. */
    ERRAND_MISSING(Kind.NOT_VALID),
    /** What was counted is no amount. */
    SHIFT_AMOUNT_WRONG(Kind.NOT_VALID),
    /** What was counted ({1}) is not what was recorded ({0}), and nobody says why. */
    SHIFT_DIFFERENCE_WITHOUT_REASON(Kind.NOT_VALID),
    /** The reason is longer than {0} characters. */
    SHIFT_REASON_TOO_LONG(Kind.NOT_VALID),
    /** They have {0} appointments ahead of them. */
    TOO_MANY_APPOINTMENTS(Kind.NOT_VALID),
    /** The appointment is for nothing that is done there. */
    APPOINTMENT_FOR_WHAT(Kind.NOT_VALID),
    /** Somebody else has the last place of the slot, or there is no such slot. */
    SLOT_NOT_FREE(Kind.NOT_VALID),
    /** The length of slots or the number of places is none. */
    SLOT_RULE_WRONG(Kind.NOT_VALID);

    private final Kind kind;

    QueueRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
