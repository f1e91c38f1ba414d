package vn.motcua.document;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Papers as they would be printed for a birth registration in Tả Van. */
public final class SamplePapers {

    private static final PaperParty MOTHER =
            new PaperParty("Giàng Thị Mỷ", "Thôn Tả Van Giáy 1, xã Tả Van, tỉnh Lào Cai", "0912 345 678", "");

    private static final Followed FOLLOWED =
            new Followed("K7QM 2XRA 94TD WHBE", "https://motcua.example/track?code=K7QM2XRA94TDWHBE");

    private SamplePapers() {}

    static Acknowledgement acknowledgement(PaperSize size) {
        return new Acknowledgement(
                head("0001/TNHS"),
                size,
                "000.12.15.H38-261120-0001",
                "K7QM-2XRA-94TD-WHBE",
                "https://motcua.example/track/K7QM-2XRA-94TD-WHBE",
                MOTHER,
                "Đăng ký khai sinh",
                List.of(
                        new Acknowledgement.PaperLine("Tờ khai đăng ký khai sinh (bản điện tử)", "Bản chính", "01"),
                        new Acknowledgement.PaperLine(
                                "Giấy chứng sinh do Bệnh viện Đa khoa khu vực Sa Pa cấp", "Bản chính", "01"),
                        new Acknowledgement.PaperLine("Giấy chứng nhận kết hôn của cha, mẹ", "Bản sao", "01")),
                "01",
                "01 ngày làm việc",
                "16 giờ 45 phút, ngày 20 tháng 11 năm 2026",
                "17 giờ 00 phút, ngày 23 tháng 11 năm 2026",
                "Trung tâm Phục vụ hành chính công xã Tả Van",
                "Không thu",
                "",
                "Giàng Thị Mỷ",
                "Lê Thị Hạnh",
                List.of("Người nộp hồ sơ mang theo giấy này khi đến nhận kết quả. Điện thoại hỗ trợ: 0214 3 871 000."));
    }

    static SupplementSlip supplement() {
        return supplement(PaperSize.A4);
    }

    static SupplementSlip supplement(PaperSize size) {
        return supplement(
                size,
                List.of(
                        new SupplementSlip.Demand(
                                "Giấy chứng sinh: chụp lại rõ cả trang", "Ảnh chụp mờ, không đọc được số và ngày cấp"),
                        new SupplementSlip.Demand(
                                "Văn bản của người làm chứng về việc sinh",
                                "Không có Giấy chứng sinh bản chính (khoản 1 Điều 16 Luật Hộ tịch)")));
    }

    static SupplementSlip supplement(PaperSize size, List<SupplementSlip.Demand> demands) {
        return new SupplementSlip(
                head("0003/HDHS"),
                size,
                "000.12.15.H38-261120-0001",
                MOTHER,
                "Đăng ký khai sinh",
                demands,
                "17 giờ 00 phút, ngày 30 tháng 11 năm 2026",
                "Lê Thị Hạnh, điện thoại 0214 3 871 000",
                "Lê Thị Hạnh",
                FOLLOWED);
    }

    static StatementPage statement() {
        return new StatementPage(
                head(""),
                "Giấy chứng sinh",
                "giay-chung-sinh.png",
                "Vàng Thị Mảy",
                "Đăng ký khai sinh",
                "000.12.15.H38-261120-0001",
                "08 giờ 00 phút, ngày 23 tháng 11 năm 2026",
                "0123456789abcdef".repeat(4),
                "Lê Thị Hạnh",
                "Công chức tiếp nhận hồ sơ");
    }

    static TurnAwaySlip turnAway() {
        return turnAway("Trẻ đã được đăng ký khai sinh tại xã Mường Hoa ngày 05 tháng 10 năm 2026.");
    }

    static TurnAwaySlip turnAway(String reason) {
        return turnAway(PaperSize.A4, reason);
    }

    static TurnAwaySlip turnAway(PaperSize size, String reason) {
        return new TurnAwaySlip(
                head("0002/TCHS"),
                size,
                "",
                MOTHER,
                "Đăng ký khai sinh",
                List.of(reason, "Việc này thuộc thủ tục cấp bản sao trích lục hộ tịch."),
                "Lê Thị Hạnh, điện thoại 0214 3 871 000",
                "",
                "Lê Thị Hạnh",
                FOLLOWED);
    }

    static ControlSlip control(String name, int hands) {
        return control(PaperSize.A5, name, hands);
    }

    static ControlSlip control(PaperSize size, String name, int hands) {
        var row = new ControlSlip.Row(
                "Ủy ban nhân dân xã Tả Van",
                "Thẩm tra hồ sơ",
                "08 giờ 10 phút, ngày 20 tháng 11 năm 2026",
                name,
                "08 giờ 15 phút, ngày 20 tháng 11 năm 2026",
                name,
                "Quá hạn",
                "Xong lúc 15:40, 20/11/2026");
        return new ControlSlip(
                head(""),
                size,
                "000.12.15.H38-261120-0001",
                name,
                "Đăng ký khai sinh",
                "Ủy ban nhân dân xã Tả Van",
                "Trung tâm Phục vụ hành chính công",
                java.util.Collections.nCopies(hands, row),
                "https://motcua.example/desk/dossiers/019a0000-0000-7000-8000-000000000001");
    }

    static ApologySlip apology(PaperSize size) {
        return new ApologySlip(
                head("0004/PXL"),
                size,
                "000.12.15.H38-261120-0001",
                MOTHER,
                "Đăng ký khai sinh",
                "16 giờ 45 phút, ngày 20 tháng 11 năm 2026",
                "17 giờ 00 phút, ngày 23 tháng 11 năm 2026",
                true,
                true,
                "Chờ kết quả xác minh của cơ quan khác",
                "17 giờ 00 phút, ngày 25 tháng 11 năm 2026",
                "Vàng A Sùng",
                "Chủ tịch",
                FOLLOWED);
    }

    static HaltSlip halt(PaperSize size) {
        return new HaltSlip(
                head("0005/TB"),
                size,
                "000.12.15.H38-261120-0001",
                MOTHER,
                "Đăng ký khai sinh",
                "16 giờ 45 phút, ngày 20 tháng 11 năm 2026",
                "Hai bên đang tranh chấp",
                "01 giấy chứng sinh",
                "Vàng A Sùng",
                "Chủ tịch",
                FOLLOWED);
    }

    static BookPaper book(int lines) {
        return new BookPaper(
                head(""),
                "Từ 01/11/2026 đến 30/11/2026",
                java.util.Collections.nCopies(
                        lines,
                        List.of(
                                "01",
                                "000.12.15.H38-261120-0001",
                                "Đăng ký khai sinh",
                                "01",
                                "Giàng Thị Mỷ",
                                "Thôn Tả Van Giáy 1; 0912 345 678",
                                "Ủy ban nhân dân xã Tả Van",
                                "16:45, 20/11/2026",
                                "17:00, 23/11/2026",
                                "",
                                "",
                                "",
                                "Trực tiếp",
                                "",
                                "")));
    }

    /** A birth certificate as it is given to be signed, by Vàng A Sùng. */
    public static byte[] resultToSign() {
        return new Printing(TemplateEngine.createPrecompiled(ContentType.Html), FormLayouts.shipped())
                .print(result(true));
    }

    /** The same with its data for programs. */
    static byte[] resultWithData(byte[] json, Instant at) {
        return new Printing(TemplateEngine.createPrecompiled(ContentType.Html), FormLayouts.shipped())
                .print(result(true), json, at);
    }

    /** One that somebody signs beside the leader, whose name is "Sùng Thị Dợ". */
    public static byte[] resultOfTwo() {
        var it = result(true);
        return new Printing(TemplateEngine.createPrecompiled(ContentType.Html), FormLayouts.shipped())
                .print(new ResultPaper(
                        it.head(),
                        it.size(),
                        it.title(),
                        it.subtitle(),
                        it.grounds(),
                        it.sections(),
                        it.signer(),
                        Optional.of(new ResultPaper.Signer("", "Người lập", "Sùng Thị Dợ")),
                        it.recipients(),
                        it.verifyAddress(),
                        it.verifyCode(),
                        it.signed()));
    }

    static ResultPaper result(boolean signed) {
        return new ResultPaper(
                new Letterhead(
                        "Tỉnh Lào Cai", "Ủy ban nhân dân xã Tả Van", "128/2026", "Tả Van, ngày 23 tháng 11 năm 2026"),
                PaperSize.A4,
                "Giấy khai sinh",
                "",
                List.of(),
                List.of(
                        new ResultPaper.Section(
                                "",
                                List.of(
                                        new ResultPaper.Line("Họ, chữ đệm, tên", "GIÀNG GIA BẢO"),
                                        new ResultPaper.Line(
                                                "Ngày, tháng, năm sinh",
                                                "02/11/2026 (Ngày hai tháng mười một năm hai nghìn không trăm hai mươi sáu)"),
                                        new ResultPaper.Line("Giới tính", "Nam"),
                                        new ResultPaper.Line("Dân tộc", "Hmông"),
                                        new ResultPaper.Line("Quốc tịch", "Việt Nam"),
                                        new ResultPaper.Line(
                                                "Nơi sinh", "Bệnh viện Đa khoa khu vực Sa Pa, tỉnh Lào Cai"),
                                        new ResultPaper.Line("Số định danh cá nhân", "010226000123")),
                                List.of()),
                        new ResultPaper.Section(
                                "Phần khai về mẹ",
                                List.of(
                                        new ResultPaper.Line("Họ, chữ đệm, tên", "GIÀNG THỊ MỶ"),
                                        new ResultPaper.Line("Năm sinh", "1998"),
                                        new ResultPaper.Line("Nơi cư trú", MOTHER.address())),
                                List.of())),
                new ResultPaper.Signer("TM. Ủy ban nhân dân", "Chủ tịch", "Vàng A Sùng"),
                List.of("Người được cấp;", "Lưu: VT, hồ sơ."),
                "https://motcua.example/verify/H38-128-2026",
                "H38-128-2026",
                signed);
    }

    private static Letterhead head(String number) {
        return new Letterhead(
                "Ủy ban nhân dân xã Tả Van",
                "Trung tâm Phục vụ hành chính công",
                number,
                "Tả Van, ngày 20 tháng 11 năm 2026");
    }
}
