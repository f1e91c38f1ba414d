package vn.motcua.desk;

import vn.motcua.shared.RefusalCode;

/** Why the desk does not pass a command on. */
public enum DeskRefusal implements RefusalCode {
    /** The officer did not say that they compared the recipient's papers. */
    IDENTITY_NOT_CONFIRMED,
    /** Somebody else came, with whosever card, and nothing says that they may collect it. */
    SOMEBODY_ELSE_WITHOUT_PAPER,
    /** It is an organisation's, and who came for it, or the paper that lets them, is not written down. */
    ORGANISATION_WITHOUT_REPRESENTATIVE,
    /** What was scanned is no card. */
    CARD_UNREADABLE,
    /** Who came to the counter is not named. */
    WHO_CAME_MISSING,
    /** A file that was brought is not taken: at which line, its name, why. */
    FILE_NOT_TAKEN,
    /** So many files for one line are too many. */
    TOO_MANY_FILES_AT_A_LINE,
    /** By which way the result goes was not chosen. */
    HAND_OVER_WAY_MISSING,
    /** The number of the result is missing. */
    RESULT_NUMBER_MISSING,
    /** What stands for the number has no digit, or is longer than any number of a register. */
    RESULT_NUMBER_IS_NONE,
    /** So many lines are not printed at once. */
    BOOK_TOO_LONG_FOR_PAPER;

    @Override
    public Kind kind() {
        return Kind.NOT_VALID;
    }
}
