package vn.motcua.deadline;

/**
 * From when a limit is counted. The law knows one start, the reception of the complete and correct dossier (NĐ 118/2025
 * Đ17 k3 as amended by NĐ 309/2026). The hour of 15:00 moves the forwarding of papers, not the limit, except where the
 * published procedure itself says so.
 */
public enum Start {
    /** When the complete and correct dossier is received; the law's general rule. */
    AT_RECEPTION,
    /** As above, but the procedure says that what comes after 15:00 counts as received on the next working day. */
    AFTER_15_NEXT_DAY,
    /** The procedure promises the result on the working day of reception, or on the next one when received after 15:00. */
    SAME_DAY
}
