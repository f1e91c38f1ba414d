package vn.motcua.document;

import java.util.List;

/**
 * The slip that goes with a dossier from hand to hand (Phiếu kiểm soát quá trình giải quyết hồ sơ, Mẫu 06), everything in
 * words.
 *
 * @param head issuing unit, number, place and date
 * @param size the sheet
 * @param dossierNumber the legal number
 * @param applicant whose dossier it is
 * @param subject what is asked for
 * @param lead the agency that settles it
 * @param coordinating the other units that had it; empty for none
 * @param rows one for each time it was handed over, first to last
 * @param address where officers open the dossier, behind the QR code; never its tracking code, which is the applicant's
 */
public record ControlSlip(
        Letterhead head,
        PaperSize size,
        String dossierNumber,
        String applicant,
        String subject,
        String lead,
        String coordinating,
        List<Row> rows,
        String address) {

    /** Keeps its own copy. */
    public ControlSlip {
        rows = List.copyOf(rows);
    }

    /**
     * One hand-over.
     *
     * @param unit to which it went
     * @param step what was to be done there
     * @param gave when it was given
     * @param giver by whom
     * @param received when it was taken; empty while it lies in the tray
     * @param receiver by whom
     * @param outcome before, on or after time; empty while it is not done or no time is set
     * @param remark e.g. when it was done
     */
    public record Row(
            String unit,
            String step,
            String gave,
            String giver,
            String received,
            String receiver,
            String outcome,
            String remark) {}
}
