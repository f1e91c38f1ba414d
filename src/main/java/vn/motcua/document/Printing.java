package vn.motcua.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Prints papers: a template under {@code src/main/jte/print/}, written as XHTML, becomes PDF/A-2b (ISO 19005-2), which can
 * be signed and read in fifty years: fonts inside, nothing outside. Texts are Vietnamese, as the forms are.
 */
@Component
public class Printing {

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final String OFFICIAL = "Tinos";
    private static final String PLAIN = "Be Vietnam Pro";

    private final TemplateEngine templates;
    private final FormLayouts layouts;

    Printing(TemplateEngine templates, FormLayouts layouts) {
        this.templates = templates;
        this.layouts = layouts;
    }

    /** Prints the acknowledgement of a dossier. */
    public byte[] print(Acknowledgement paper) {
        return form("01", FormFilling.of(paper));
    }

    /** Prints the request to complete a dossier. */
    public byte[] print(SupplementSlip paper) {
        return form("02", FormFilling.of(paper));
    }

    /** Prints the refusal to take a dossier. */
    public byte[] print(TurnAwaySlip paper) {
        return form("03", FormFilling.of(paper));
    }

    /** Prints the notice that a dossier is halted. */
    public byte[] print(HaltSlip paper) {
        return form("05", FormFilling.of(paper));
    }

    /** Prints the apology for a result that will be late. */
    public byte[] print(ApologySlip paper) {
        return form("04", FormFilling.of(paper));
    }

    /** Prints the slip of who had a dossier when. */
    public byte[] print(ControlSlip paper) {
        return form("06", FormFilling.of(paper));
    }

    /** Prints the declaration of an e-form. */
    public byte[] print(Declaration paper) {
        return pdf("declaration", Map.of("paper", paper));
    }

    /** Prints a receipt for fees and charges. */
    public byte[] print(ReceiptPaper paper) {
        return pdf("receipt", Map.of("paper", paper));
    }

    /** Prints the page behind a certified e-copy. */
    public byte[] print(CopyPage paper) {
        return pdf("copy-page", Map.of("paper", paper));
    }

    /** Prints the statement that a scan matches the original. */
    public byte[] print(StatementPage paper) {
        return pdf("statement-page", Map.of("paper", paper));
    }

    /** The headings of the book of dossiers as its layout has them, one for each of {@link BookPaper#CELLS}. */
    public List<String> bookHeadings() {
        var lines = layouts.of("07").fields().stream()
                .filter(it -> it.block().equals("lines"))
                .findFirst()
                .orElseThrow();
        return BookPaper.CELLS.stream()
                .map(cell -> IntStream.range(0, lines.cells().size())
                        .filter(it -> lines.cells().get(it).contains("{" + cell + "}")
                                || lines.cells().get(it).contains("{" + cell + "|"))
                        .mapToObj(lines.columns()::get)
                        .findFirst()
                        .orElse(cell))
                .toList();
    }

    /** Prints a book. */
    public byte[] print(BookPaper paper) {
        return form("07", FormFilling.of(paper));
    }

    /** Prints a result. */
    public byte[] print(ResultPaper paper) {
        return pdf("result", Map.of("paper", paper));
    }

    /** Prints what would be a result, marked over every page as of a trial. */
    public byte[] trial(ResultPaper paper) {
        return pdf("result", Map.of("paper", paper, "trial", true));
    }

    /** Prints what the result would be before it is decided, marked over every page as a draft. */
    public byte[] draft(ResultPaper paper) {
        return pdf("result", Map.of("paper", paper, "draft", true));
    }

    /** The same of a denial. */
    public byte[] draft(TurnAwaySlip paper) {
        var form = FilledForm.of(layouts.of("03"), layouts.unknown(), FormFilling.of(paper));
        return pdf("form", Map.of("form", form, "draft", true));
    }

    /** A form of the one-stop, after its layout. */
    private byte[] form(String number, FilledForm.Content content) {
        return form(number, content, PdfAConformance.PDFA_2_B);
    }

    private byte[] form(String number, FilledForm.Content content, PdfAConformance conformance) {
        return pdf("form", Map.of("form", FilledForm.of(layouts.of(number), layouts.unknown(), content)), conformance);
    }

    /** Prints a result with its data for programs: PDF/A-3b (ISO 19005-3), the same as level 2b but for the file in it. */
    public byte[] print(ResultPaper paper, byte[] json, Instant at) {
        return AttachedJson.attach(pdf("result", Map.of("paper", paper), PdfAConformance.PDFA_3_B), json, at);
    }

    /** The same of a result that is a denial. */
    public byte[] print(TurnAwaySlip paper, byte[] json, Instant at) {
        return AttachedJson.attach(form("03", FormFilling.of(paper), PdfAConformance.PDFA_3_B), json, at);
    }

    /**
     * Prints the template {@code print/<name>.jte} with these parameters. Templates use the families "Tinos" (the looks of
     * Times New Roman) and "Be Vietnam Pro" and nothing else.
     */
    public byte[] pdf(String template, Map<String, Object> parameters) {
        return pdf(template, parameters, PdfAConformance.PDFA_2_B);
    }

    private byte[] pdf(String template, Map<String, Object> parameters, PdfAConformance conformance) {
        var html = new StringOutput();
        templates.render("print/" + template + ".jte", parameters, html);
        return pdf(NOT_XML.matcher(html.toString()).replaceAll("\uFFFD"), conformance);
    }

    private static byte[] pdf(String xhtml, PdfAConformance conformance) {
        try (var out = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            builder.usePdfAConformance(conformance);
            builder.useColorProfile(COLOURS);
            builder.withProducer("Motcua");
            builder.useFont(font("Tinos-Regular"), OFFICIAL, 400, FontStyle.NORMAL, true);
            builder.useFont(font("Tinos-Bold"), OFFICIAL, 700, FontStyle.NORMAL, true);
            builder.useFont(font("Tinos-Italic"), OFFICIAL, 400, FontStyle.ITALIC, true);
            builder.useFont(font("BeVietnamPro-Regular"), PLAIN, 400, FontStyle.NORMAL, true);
            builder.useFont(font("BeVietnamPro-Bold"), PLAIN, 700, FontStyle.NORMAL, true);
            builder.useExternalResourceAccessControl(
                    Printing::mayLoad, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            builder.useExternalResourceAccessControl(
                    Printing::mayLoad, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withHtmlContent(xhtml, null);
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A paper is made of what it is given: no address is fetched, whatever a name or a reason may contain. */
    private static boolean mayLoad(String address, ExternalResourceType type) {
        return address.startsWith("data:image/png;base64,");
    }

    private static FSSupplier<InputStream> font(String name) {
        return () -> new ByteArrayInputStream(Fonts.bytes(name));
    }

    /** The fonts, read once. */
    private static final class Fonts {

        private static final Map<String, byte[]> READ = new java.util.concurrent.ConcurrentHashMap<>();

        private static byte[] bytes(String name) {
            return READ.computeIfAbsent(name, Fonts::read);
        }

        private static byte[] read(String name) {
            try {
                return new ClassPathResource("fonts/" + name + ".ttf").getContentAsByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
