package vn.motcua.deadline;

import vn.motcua.shared.RefusalCode;

/** Why this module says no. */
public enum DeadlineRefusal implements RefusalCode {
    /** A day before the first year, or more than ten years after the last, of the calendar. */
    CALENDAR_OUT_OF_RANGE,
    /** A calendar file with a line that makes no sense. */
    CALENDAR_UNREADABLE;

    @Override
    public Kind kind() {
        return Kind.NOT_VALID;
    }
}
