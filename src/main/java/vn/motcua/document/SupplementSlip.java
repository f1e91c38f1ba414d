package vn.motcua.document;

import java.util.List;

/**
 * The one request to complete a dossier (Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, Mẫu 02), everything in words.
 *
 * @param head issuing unit, number ("…/HDHS"), place and date
 * @param size A4 or A5
 * @param dossierNumber the legal number; empty before reception
 * @param applicant whose dossier it is
 * @param subject what is asked for
 * @param demands what to hand in or mend, each with its reason
 * @param until by when, in words; empty where the law sets none
 * @param contact whom to ask, with telephone
 * @param receiver the officer who signs
 * @param followed how the dossier is followed without sign-in
 */
public record SupplementSlip(
        Letterhead head,
        PaperSize size,
        String dossierNumber,
        PaperParty applicant,
        String subject,
        List<Demand> demands,
        String until,
        String contact,
        String receiver,
        Followed followed) {

    /** One thing to hand in or mend, and why. */
    public record Demand(String what, String reason) {}
}
