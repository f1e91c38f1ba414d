package vn.motcua.document;

import java.util.List;
import java.util.Optional;

/**
 * The result of a dossier as a paper: an extract, a certificate, a decision. Everything in words; an empty part is left
 * out.
 *
 * @param head issuing agency, number, place and date
 * @param size A4 or A5
 * @param title e.g. "Giấy khai sinh"; printed in capitals
 * @param subtitle below it, e.g. "Về việc …"
 * @param grounds the legal grounds (căn cứ), each a line
 * @param sections what it says
 * @param signer who signs for the agency
 * @param beside who signs in a room to the left of that, e.g. who made a list (người lập); empty for nobody
 * @param recipients "Nơi nhận", each a line
 * @param verifyAddress the full address behind the QR code with which anybody can check it; empty for none
 * @param verifyCode what to type instead of scanning
 * @param signed whether a digital signature follows; if not, it says that it has no legal value yet
 */
public record ResultPaper(
        Letterhead head,
        PaperSize size,
        String title,
        String subtitle,
        List<String> grounds,
        List<Section> sections,
        Signer signer,
        Optional<Signer> beside,
        List<String> recipients,
        String verifyAddress,
        String verifyCode,
        boolean signed) {

    /** One that nobody signs beside who signs for the agency. */
    public ResultPaper(
            Letterhead head,
            PaperSize size,
            String title,
            String subtitle,
            List<String> grounds,
            List<Section> sections,
            Signer signer,
            List<String> recipients,
            String verifyAddress,
            String verifyCode,
            boolean signed) {
        this(
                head,
                size,
                title,
                subtitle,
                grounds,
                sections,
                signer,
                Optional.empty(),
                recipients,
                verifyAddress,
                verifyCode,
                signed);
    }

    /** A part of it: an own title or none, lines of label and value, paragraphs. */
    public record Section(String title, List<Line> lines, List<String> paragraphs) {}

    /** A label and its value, e.g. "Họ, chữ đệm, tên" and "LÝ GIA BẢO". */
    public record Line(String label, String value) {}

    /**
     * Who signs (Nghị định 30/2020/NĐ-CP, Điều 13).
     *
     * @param authority on whose behalf, e.g. "TM. ỦY BAN NHÂN DÂN", a deputy "KT. CHỦ TỊCH" on a line of its own below; may be empty
     * @param position e.g. "CHỦ TỊCH"
     * @param name full name
     */
    public record Signer(String authority, String position, String name) {}
}
