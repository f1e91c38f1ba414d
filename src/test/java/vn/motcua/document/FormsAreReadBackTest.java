package vn.motcua.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.support.PdfA;
import vn.motcua.support.PdfText;

/** What a reader at a counter and a telephone find on the forms that the applicant gets, on both sheets. */
class FormsAreReadBackTest {

    private static final String NUMBER = "000.12.15.H38-261120-0001";
    private static final Printing PRINTING =
            new Printing(TemplateEngine.createPrecompiled(ContentType.Html), FormLayouts.shipped());

    static Stream<Arguments> forms() {
        return Arrays.stream(PaperSize.values())
                .flatMap(size -> Stream.of(
                        Arguments.of("01", size, PRINTING.print(SamplePapers.acknowledgement(size)), NUMBER),
                        Arguments.of("02", size, PRINTING.print(SamplePapers.supplement(size)), NUMBER),
                        Arguments.of(
                                "03",
                                size,
                                PRINTING.print(SamplePapers.turnAway(size, "Không thuộc xã Tả Van")),
                                "K7QM2XRA94TDWHBE"),
                        Arguments.of("04", size, PRINTING.print(SamplePapers.apology(size)), NUMBER),
                        Arguments.of("05", size, PRINTING.print(SamplePapers.halt(size)), NUMBER),
                        Arguments.of(
                                "06", size, PRINTING.print(SamplePapers.control(size, "Giàng Thị Mỷ", 2)), NUMBER)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("forms")
    void theBarsAndTheSquaresAreReadBackFromOnePage(String form, PaperSize size, byte[] pdf, String bars)
            throws Exception {
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", "form-" + form + "-" + size + ".pdf"), pdf);
        assertThat(PdfA.faults(pdf)).isEmpty();
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(read.getPage(0).getMediaBox().getWidth() / 72 * 25.4)
                    .isBetween(size == PaperSize.A5 ? 147.5 : 209.5, size == PaperSize.A5 ? 148.5 : 210.5);
            assertThat(read.getDocumentInformation().getKeywords()).startsWith("mau-" + form + "/");
            var picture = new PDFRenderer(read).renderImageWithDPI(0, 300);
            assertThat(found(picture, BarcodeFormat.CODE_128)).isEqualTo(bars);
            assertThat(found(picture, BarcodeFormat.QR_CODE))
                    .startsWith("https://motcua.example/" + (form.equals("06") ? "desk/dossiers/" : "track"));
        }
    }

    @Test
    void theBookOfManyDossiersHasTheCodeOfNone() throws Exception {
        try (var book = Loader.loadPDF(PRINTING.print(SamplePapers.book(5)))) {
            var picture = new PDFRenderer(book).renderImageWithDPI(0, 300);
            assertThat(none(picture, BarcodeFormat.CODE_128)).isTrue();
            assertThat(none(picture, BarcodeFormat.QR_CODE)).isTrue();
        }
    }

    @Test
    void whatWasNotComparedWithTheOfficialFormIsMarkedAndSaysSo() {
        var mark = "* " + FormLayouts.shipped().unknown();
        assertThat(PdfText.of(PRINTING.print(SamplePapers.halt(PaperSize.A5))))
                .contains(mark, "Hai bên đang tranh chấp *");
        assertThat(PdfText.of(PRINTING.print(SamplePapers.supplement()))).contains(mark, "30 tháng 11 năm 2026 *");
        assertThat(PdfText.of(PRINTING.print(SamplePapers.acknowledgement(PaperSize.A5))))
                .doesNotContain("*");
    }

    private static boolean none(BufferedImage picture, BarcodeFormat format) {
        try {
            found(picture, format);
            return false;
        } catch (NotFoundException _) {
            return true;
        }
    }

    private static String found(BufferedImage picture, BarcodeFormat format) throws NotFoundException {
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
