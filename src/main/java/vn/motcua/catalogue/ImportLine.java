package vn.motcua.catalogue;

import java.util.List;

/**
 * What becomes of one record of an imported file.
 *
 * @param no which record of the file, from 1
 * @param line in which line of the file it begins
 * @param code its code as far as it could be read
 * @param name its name as far as it could be read
 * @param verdict what becomes of it
 * @param differences what differs from what is in force
 * @param problems why it is refused; of one that is taken, what nobody reads
 */
public record ImportLine(
        int no,
        long line,
        String code,
        String name,
        Verdict verdict,
        List<RecordDifference> differences,
        List<RecordProblem> problems) {

    /** What becomes of a record. */
    public enum Verdict {
        /** The catalogue has none of this code. */
        NEW,
        /** It differs from the one in force. */
        CHANGED,
        /** It says what the one in force says. */
        UNCHANGED,
        /** It differs, but a reviewed package (form, route) is in force: that is not replaced by a mere record. */
        KEPT,
        /** It cannot be read as a record. */
        REFUSED
    }
}
