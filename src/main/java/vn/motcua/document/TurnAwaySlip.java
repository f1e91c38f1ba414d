package vn.motcua.document;

import java.util.List;

/**
 * The refusal to take or settle a dossier (Phiếu từ chối tiếp nhận, giải quyết hồ sơ, Mẫu 03), everything in words.
 *
 * @param head issuing unit, number, place and date
 * @param size A4 or A5
 * @param dossierNumber the legal number or the filing's code; empty for none
 * @param applicant whose dossier it is
 * @param subject what is asked for
 * @param reasons each a sentence
 * @param contact whom to ask, with telephone
 * @param submitter who handed it in; empty to leave room
 * @param receiver the officer who signs
 * @param verifyAddress the full address behind the QR code with which anybody can check it; empty for none
 * @param verifyCode what to type instead of scanning
 * @param followed how the dossier is followed without sign-in
 */
public record TurnAwaySlip(
        Letterhead head,
        PaperSize size,
        String dossierNumber,
        PaperParty applicant,
        String subject,
        List<String> reasons,
        String contact,
        String submitter,
        String receiver,
        String verifyAddress,
        String verifyCode,
        Followed followed) {

    /** One that is followed and not checked. */
    public TurnAwaySlip(
            Letterhead head,
            PaperSize size,
            String dossierNumber,
            PaperParty applicant,
            String subject,
            List<String> reasons,
            String contact,
            String submitter,
            String receiver,
            Followed followed) {
        this(head, size, dossierNumber, applicant, subject, reasons, contact, submitter, receiver, "", "", followed);
    }
}
