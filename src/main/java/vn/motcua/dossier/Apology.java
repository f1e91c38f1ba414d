package vn.motcua.dossier;

import java.time.Instant;

/** That the agency apologised for being late and named a new date (văn bản xin lỗi, Mẫu 04). */
public interface Apology {

    /** The due moment that it had promised. */
    Instant promised();

    /** Why, as the applicant reads it. */
    String reason();

    /** When the result is to come now. */
    Instant renewed();
}
