package vn.motcua.document;

/**
 * The notice that a dossier is halted (Thông báo dừng giải quyết hồ sơ, Mẫu 05), everything in words. Which fields the form
 * has was not found; these are those of the other forms.
 *
 * @param head issuing unit, number, place and date
 * @param size A4 or A5
 * @param dossierNumber the legal number
 * @param applicant whose dossier it is
 * @param subject what is asked for
 * @param received when it was received
 * @param reason why it is halted
 * @param returned which papers go back; empty for none
 * @param signer who halted it
 * @param position of the signer
 * @param followed how the dossier is followed without sign-in
 */
public record HaltSlip(
        Letterhead head,
        PaperSize size,
        String dossierNumber,
        PaperParty applicant,
        String subject,
        String received,
        String reason,
        String returned,
        String signer,
        String position,
        Followed followed) {}
