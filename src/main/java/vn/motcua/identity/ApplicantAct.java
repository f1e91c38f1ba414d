package vn.motcua.identity;

/** What an applicant may want to do to their own dossier. */
public enum ApplicantAct {
    /** Read it with its path and papers. */
    READ_OWN,
    /** Withdraw it (rút hồ sơ). */
    WITHDRAW,
    /** Answer a supplement request (bổ sung). */
    SUPPLEMENT,
    /** Download the result (kết quả). */
    DOWNLOAD_RESULT
}
