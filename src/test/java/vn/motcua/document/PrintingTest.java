package vn.motcua.document;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.xmpbox.xml.DomXmpParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.support.PdfA;

class PrintingTest {

    private final Printing printing =
            new Printing(TemplateEngine.createPrecompiled(ContentType.Html), FormLayouts.shipped());

    @Test
    void theAcknowledgementSaysAllThatMau01AsksFor() throws Exception {
        var pdf = printed("acknowledgement-a4", printing.print(SamplePapers.acknowledgement(PaperSize.A4)));
        assertThat(text(pdf))
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("Độc lập - Tự do - Hạnh phúc")
                .contains("GIẤY TIẾP NHẬN HỒ SƠ")
                .contains("VÀ HẸN TRẢ KẾT QUẢ")
                .contains("Mã hồ sơ: 000.12.15.H38-261120-0001")
                .contains("Tiếp nhận hồ sơ của: Giàng Thị Mỷ")
                .contains("Nội dung yêu cầu giải quyết: Đăng ký khai sinh")
                .contains("Giấy chứng sinh")
                .contains("Số lượng hồ sơ: 01 (bộ)")
                .contains("Thời gian nhận hồ sơ: 16 giờ 45 phút, ngày 20 tháng 11 năm 2026")
                .contains("Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 23 tháng 11 năm 2026")
                .contains("NGƯỜI TIẾP NHẬN HỒ SƠ")
                .contains("Lê Thị Hạnh");
    }

    @Test
    void aSlipFitsOnHalfASheet() throws Exception {
        try (var pdf = Loader.loadPDF(
                printed("acknowledgement-a5", printing.print(SamplePapers.acknowledgement(PaperSize.A5))))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            var sheet = pdf.getPage(0).getMediaBox();
            assertThat(sheet.getWidth() / 72 * 25.4).isBetween(147.5, 148.5);
            assertThat(sheet.getHeight() / 72 * 25.4).isBetween(209.5, 210.5);
        }
    }

    @Test
    void theSupplementSlipGivesEachDemandItsReason() throws Exception {
        var pdf = printed("supplement-slip", printing.print(SamplePapers.supplement()));
        assertThat(text(pdf))
                .contains("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ")
                .contains("Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:")
                .contains("Ảnh chụp mờ");
    }

    @Test
    void theRefusalSlipSaysWhy() throws Exception {
        var pdf = printed("turn-away-slip", printing.print(SamplePapers.turnAway()));
        assertThat(text(pdf))
                .contains("PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ")
                .contains("không tiếp nhận, giải quyết hồ sơ này")
                .contains("1. Trẻ đã được đăng ký khai sinh");
    }

    @Test
    void anUnsignedResultSaysThatItHasNoLegalValue() throws Exception {
        var pdf = printed("result", printing.print(SamplePapers.result(false)));
        assertThat(text(pdf))
                .contains("GIẤY KHAI SINH")
                .contains("GIÀNG GIA BẢO")
                .contains("CHƯA KÝ SỐ – bản này chưa có giá trị pháp lý");
        assertThat(text(printing.print(SamplePapers.result(true)))).doesNotContain("CHƯA KÝ SỐ");
    }

    @Test
    void everyPaperIsPdfA2bWithItsFontsInside() throws Exception {
        for (var paper : List.of(
                printing.print(SamplePapers.acknowledgement(PaperSize.A4)),
                printing.print(SamplePapers.acknowledgement(PaperSize.A5)),
                printing.print(SamplePapers.supplement()),
                printing.print(SamplePapers.turnAway()),
                printing.print(SamplePapers.apology(PaperSize.A5)),
                printing.print(SamplePapers.halt(PaperSize.A5)),
                printing.print(SamplePapers.control("Giàng Thị Mỷ", 3)),
                printing.print(SamplePapers.book(60)),
                printing.print(SamplePapers.statement()),
                printing.print(SamplePapers.result(false)),
                printing.print(SamplePapers.result(true)))) {
            assertThat(PdfA.faults(paper)).isEmpty();
            try (var pdf = Loader.loadPDF(paper)) {
                var catalog = pdf.getDocumentCatalog();
                var mark = new DomXmpParser()
                        .parse(catalog.getMetadata().createInputStream())
                        .getPDFAIdentificationSchema();
                assertThat(mark.getPart()).isEqualTo(2);
                assertThat(mark.getConformance()).isEqualTo("B");
                assertThat(catalog.getOutputIntents()).hasSize(1);
                assertThat(fonts(pdf)).isNotEmpty().allMatch(PDFont::isEmbedded);
                assertThat(fonts(pdf))
                        .extracting(PDFont::getName)
                        .allMatch(it -> it.contains("Tinos") || it.contains("BeVietnam"));
            }
        }
    }

    @Test
    void whatIsNoPdfA2bIsFound() throws Exception {
        try (var pdf = Loader.loadPDF(printing.print(SamplePapers.turnAway()));
                var out = new ByteArrayOutputStream()) {
            pdf.getDocumentCatalog().setOutputIntents(List.of());
            pdf.save(out);
            assertThat(PdfA.faults(out.toByteArray())).isNotEmpty().allMatch(it -> it.startsWith("6.2.4.3"));
        }
    }

    @Test
    void whatPeopleTypeIsTextAndNothingElse() throws Exception {
        var hostile = "<img src=\"http://127.0.0.1:9/x.png\"/> & ]]> \u0000\uFFFE </td> 😀";
        var pdf = printing.print(SamplePapers.turnAway(hostile));
        assertThat(PdfA.faults(pdf)).isEmpty();
        assertThat(text(pdf))
                .contains("<img src=\"http://127.0.0.1:9/x.png\"/> & ]]>")
                .contains("</td>");
    }

    @Test
    void namesInVietnameseSurviveLetterByLetter() throws Exception {
        var letters = "ăâđêôơư áàảãạ ắằẳẵặ ấầẩẫậ éèẻẽẹ ếềểễệ íìỉĩị óòỏõọ ốồổỗộ ớờởỡợ úùủũụ ứừửữự ýỳỷỹỵ";
        var all = letters + " " + letters.toUpperCase(java.util.Locale.ROOT);
        var text = text(printing.print(SamplePapers.turnAway(all))).replaceAll("\\s+", " ");
        assertThat(Normalizer.normalize(text, Normalizer.Form.NFC)).contains(all);
    }

    @ParameterizedTest
    @EnumSource(PaperSize.class)
    void fortyHandsAndNamesOfTwoHundredLettersStayOnTheSheet(PaperSize size) throws Exception {
        var name = "Nguyễn Thị Hoàng Ngân ".repeat(10).substring(0, 200).strip();
        var pdf = printed("control-slip", printing.print(SamplePapers.control(size, name, 40)));
        var text = text(pdf).replaceAll("\\s+", " ");
        assertThat(text)
                .contains("PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", "Hồ sơ của: " + name, "Quá hạn")
                .contains("Mã hồ sơ: 000.12.15.H38-261120-0001");
        assertThat(text.split("1\\. Giao: ", -1)).hasSize(41);
        assertThat(beyondTheSheet(pdf)).isEmpty();
    }

    /** Letters whose right edge lies outside the page. */
    private static List<String> beyondTheSheet(byte[] content) throws IOException {
        var beyond = new ArrayList<String>();
        try (var pdf = Loader.loadPDF(content)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    if (letter.getXDirAdj() + letter.getWidthDirAdj() > letter.getPageWidth() - 20) {
                        beyond.add(letter.getUnicode());
                    }
                    super.processTextPosition(letter);
                }
            }.getText(pdf);
        }
        return beyond;
    }

    @Test
    void aLongListRunsOverSeveralPages() throws Exception {
        var many =
                Collections.nCopies(80, new SupplementSlip.Demand("Bản chụp giấy tờ", "Ảnh chụp mờ, không đọc được"));
        try (var pdf = Loader.loadPDF(printing.print(SamplePapers.supplement(PaperSize.A4, many)))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
        }
    }

    /** Left behind for people to look at. */
    private static byte[] printed(String name, byte[] pdf) throws IOException {
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", name + ".pdf"), pdf);
        return pdf;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private static List<PDFont> fonts(PDDocument pdf) throws IOException {
        var fonts = new ArrayList<PDFont>();
        for (var page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }
}
