package vn.motcua.document;

import java.util.List;

/**
 * The acknowledgement of a dossier and appointment for its result (Giấy tiếp nhận hồ sơ và hẹn trả kết quả, Mẫu 01),
 * everything in words. An empty part is left out.
 *
 * @param head issuing unit, number, place and date
 * @param size A4 or A5
 * @param dossierNumber the legal number (mã hồ sơ)
 * @param trackingCode the secret with which the dossier is followed without sign-in
 * @param trackingAddress the full address behind the QR code; empty for none
 * @param applicant whose dossier it is
 * @param subject what is asked for (nội dung yêu cầu giải quyết)
 * @param papers what was handed in, in order
 * @param copies number of sets (bộ), e.g. "01"
 * @param timeLimit e.g. "03 ngày làm việc"
 * @param receivedAt e.g. "16 giờ 45 phút, ngày 20 tháng 11 năm 2026"
 * @param dueAt the appointed moment, in the same form
 * @param handOver where or how the result is received
 * @param fee fees and charges, e.g. "8.000 ₫, đã nộp tiền mặt"; empty where there is none to say
 * @param book volume and line of the receiving book; empty when none is kept on paper
 * @param submitter who handed it in, printed under their signature; empty to leave room for it
 * @param receiver the receiving officer
 * @param notes further lines, e.g. the hotline
 */
public record Acknowledgement(
        Letterhead head,
        PaperSize size,
        String dossierNumber,
        String trackingCode,
        String trackingAddress,
        PaperParty applicant,
        String subject,
        List<PaperLine> papers,
        String copies,
        String timeLimit,
        String receivedAt,
        String dueAt,
        String handOver,
        String fee,
        String book,
        String submitter,
        String receiver,
        List<String> notes) {

    /** One paper handed in: its name, its form (bản chính, bản sao …) and how many. */
    public record PaperLine(String name, String form, String count) {}
}
