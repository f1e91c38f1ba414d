package vn.motcua.document;

/**
 * The apology for a result that will be late, with the new date (Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết, Mẫu 04),
 * everything in words.
 *
 * @param head issuing unit, number, place and date
 * @param size A4 or A5
 * @param dossierNumber the legal number
 * @param applicant whose dossier it is
 * @param subject what is asked for
 * @param received when it was received
 * @param promised the date promised until now
 * @param over whether that date has passed
 * @param tooLate whether it is said after the last moment of the law, so that what was promised stays due
 * @param reason why it will be late
 * @param due the new date
 * @param signer who answers for it
 * @param position of the signer
 * @param followed how the dossier is followed without sign-in
 */
public record ApologySlip(
        Letterhead head,
        PaperSize size,
        String dossierNumber,
        PaperParty applicant,
        String subject,
        String received,
        String promised,
        boolean over,
        boolean tooLate,
        String reason,
        String due,
        String signer,
        String position,
        Followed followed) {}
