package vn.motcua.catalogue;

import java.util.Locale;

/** When a fee has to be paid (thời điểm nộp phí, lệ phí). No text found says it for all procedures, so each package does, and for result where it does not. */
public enum FeeDue {
    /** As soon as it is filed: it can be filed unpaid, and is received when this is paid. */
    FILING,
    /** When it is received, before the acknowledgement is given. */
    RECEPTION,
    /** Before the result is handed over. */
    RESULT;

    /** Whether it is to be paid before the dossier is received and its clock starts. */
    public boolean beforeReception() {
        return this != RESULT;
    }

    /** The word for it in a package. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
