package vn.motcua.audit;

import java.util.List;

/**
 * Something in a log that is not as it was written.
 *
 * @param what kind of finding
 * @param where its places, in the order in which the sentence {@code audit.finding.<KIND>} names them
 */
record Finding(Kind what, List<String> where) {

    static Finding of(Kind what, Object... where) {
        return new Finding(
                what, java.util.Arrays.stream(where).map(String::valueOf).toList());
    }

    /** Each has its sentence in {@code messages/audit.properties}. */
    enum Kind {
        /** A number is left out in the row of segments. */
        SEGMENT_MISSING,
        /** A segment does not continue the one before. */
        SEGMENT_ALTERED,
        /** The lines are not those that were sealed. */
        RECORDS_ALTERED,
        /** A line tells of a moment that does not fit the time of its sealing. */
        RECORD_MISDATED,
        /** The signed root of a day is not that of its segments. */
        DAY_ALTERED,
        /** A closed day has no signed root. */
        DAY_MISSING,
        /** The signature does not fit the root. */
        SIGNATURE_WRONG,
        /** It was made with another key than the one trusted. */
        SIGNER_UNKNOWN,
        /** The time stamp does not fit the signature. */
        STAMP_WRONG,
        /** A day was published that the log no longer has. */
        PUBLISHED_MISSING,
        /** A day was published with another root. */
        PUBLISHED_DIFFERENT,
        /** Lines have waited too long to be sealed. */
        UNSEALED,
        /** A line in a package is about something else. */
        OF_ANOTHER_DOSSIER,
        /** A line's way does not lead to the signed root. */
        PROOF_BROKEN,
        /** What an act brought is not what was logged. */
        CONTENT_ALTERED,
        /** A paper is not the one that was logged. */
        PAPER_ALTERED,
        /** A line in a package has no seal although its time has been sealed. */
        SEAL_MISSING,
        /** A version of the dossier is left out in a package. */
        EVENT_MISSING,
        /** A version of the dossier stands twice in a package. */
        EVENT_TWICE,
        /** A file that an act names is not in the package. */
        PAPER_MISSING
    }
}
