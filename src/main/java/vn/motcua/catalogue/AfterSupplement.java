package vn.motcua.catalogue;

/** What becomes of the time limit when a dossier in process has been supplemented. */
public enum AfterSupplement {
    /** It starts from zero (NĐ 61/2018 Điều 19 khoản 4): the general rule. */
    RESTARTS,
    /** It goes on, and the time in which the applicant was asked is left out. */
    GOES_ON;

    /** The word for it in a package and in keys of texts. */
    public String word() {
        return switch (this) {
            case RESTARTS -> "restart";
            case GOES_ON -> "subtract";
        };
    }
}
