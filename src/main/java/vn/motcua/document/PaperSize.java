package vn.motcua.document;

/** The size of the sheet. */
public enum PaperSize {
    /** 210 × 297 mm, as Decree 30/2020 wants it for administrative documents. */
    A4,
    /** 148 × 210 mm, for slips. */
    A5
}
