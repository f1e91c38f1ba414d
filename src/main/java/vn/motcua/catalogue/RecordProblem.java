package vn.motcua.catalogue;

/**
 * Why a record of an imported file is refused.
 *
 * @param field in which field, as the file calls it
 * @param kind why
 * @param value what stands there, shortened; may be empty
 */
public record RecordProblem(String field, Kind kind, String value) {

    /** The reasons; the sentence says what is wrong and what to do. */
    public enum Kind {
        /** A field that every record has is missing or empty. */
        MISSING,
        /** Not a national code of a procedure. */
        NOT_A_CODE,
        /** Not a figure, or below zero, or beyond all measure. */
        NOT_A_FIGURE,
        /** None of the words that may stand there. */
        NOT_A_WORD,
        /** Longer than any published record. */
        TOO_LONG,
        /** A text where the shape has a list or a group, or the other way round. */
        NOT_THE_SHAPE,
        /** Nested deeper, or larger, than any published record. */
        TOO_LARGE,
        /** The same code stands in the file before; the value says in which line. */
        TWICE,
        /** An internal procedure (thủ tục hành chính nội bộ): not published to people. */
        INTERNAL,
        /** Somebody published another revision after the check. */
        CHANGED_MEANWHILE,
        /** A field that nobody reads: the record is taken without it. */
        NOT_READ
    }
}
