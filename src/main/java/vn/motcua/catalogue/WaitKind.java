package vn.motcua.catalogue;

import java.util.Locale;

/** What a dossier in process can wait for, besides a supplement. */
public enum WaitKind {
    /** The applicant's tax, fee or charge (nghĩa vụ tài chính). */
    PAYMENT,
    /** Another agency's answer (lấy ý kiến cơ quan khác). */
    AGENCY,
    /** A check in the field (kiểm tra, thẩm định thực địa). */
    FIELD_CHECK,
    /** The decision of a unit above (trình cấp trên quyết định). */
    HIGHER_UNIT;

    /** The word for it in a package and in keys of texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
