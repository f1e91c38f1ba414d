package vn.motcua.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import vn.motcua.database.StartRefused;
import vn.motcua.support.GeneratedDoc;
import vn.motcua.support.PdfText;

/** The layouts of the forms as data: those of the program, and an operator's own. */
class FormLayoutsTest {

    @TempDir
    private Path folder;

    @Test
    void anOperatorsFileChangesTitleWordsAndOrder() throws IOException {
        var own = shipped()
                .replace("title: Thông báo dừng giải quyết hồ sơ", "title: Thông báo về việc dừng giải quyết")
                .replace("\"Lý do: {reason}\", known: false", "\"Vì lý do: {reason}\"")
                .replace("version: 2026-11b", "version: 2027-01");
        var printing = new Printing(TemplateEngine.createPrecompiled(ContentType.Html), read(own));

        assertThat(PdfText.of(printing.print(SamplePapers.halt(PaperSize.A5))))
                .contains("THÔNG BÁO VỀ VIỆC DỪNG GIẢI QUYẾT", "Vì lý do: Hai bên đang tranh chấp")
                .doesNotContain("tranh chấp *");
    }

    /** The spreadsheet of the book reads its headings from the same layout as the paper. */
    @Test
    void theBooksHeadingsAreTheLayouts() throws IOException {
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        assertThat(new Printing(engine, FormLayouts.shipped()).bookHeadings())
                .hasSameSizeAs(BookPaper.CELLS)
                .startsWith("STT", "Mã hồ sơ")
                .endsWith("Ký nhận", "Ghi chú");

        var own = new Printing(engine, read(shipped().replace("Ký nhận, Ghi chú]", "Người ký nhận, Ghi chú]")));
        assertThat(own.bookHeadings()).contains("Người ký nhận").doesNotContain("Ký nhận");
    }

    @Test
    void aFormThatMayNotBePrintedOnASheetGoesOnItsUsualOne() throws IOException {
        var layout =
                read(shipped().replaceFirst("sizes: \\[A5, A4]", "sizes: [A4]")).of("01");

        assertThat(layout.fitting(PaperSize.A5)).isEqualTo(PaperSize.A4);
        assertThat(FormLayouts.shipped().of("01").fitting(PaperSize.A5)).isEqualTo(PaperSize.A5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "**{until}** ~ **bald** ~ 02 › {until}",
                "{contact} ~ {phonebook} ~ 02 › {contact}",
                "number: \"07\" ~ number: \"08\" ~ 08",
                "number: \"07\" ~ number: \"06\" ~ 06 › lines",
                "block: demands ~ block: wishes ~ 02 › wishes",
                "columns: [STT, ~ columns: [Số, STT, ~ 01 › papers › columns",
                "confidence: NOT_FOUND ~ confidence: SURE ~ SURE",
                "sizes: [A4] ~ sizes: [] ~ 07 › sizes",
                "unknown: ~ unkown: ~ unkown",
                "title: Sổ theo dõi hồ sơ ~ title: ~ 07 › title",
            })
    void aFileByWhichAFormWouldLoseSomethingIsRefusedAndThePlaceNamed(String was, String written, String where)
            throws IOException {
        var text = shipped();
        assertThat(text).contains(was);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> read(text.replace(was, written)))
                .satisfies(it -> {
                    assertThat(it.reason()).isEqualTo(StartRefused.Reason.FORMS_WRONG);
                    assertThat(it.arguments().getFirst().toString()).endsWith("forms.yaml");
                    assertThat(it.arguments().getLast().toString()).contains(where);
                });
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new FormLayouts(folder.resolve("none.yaml").toString()))
                .withMessageContaining("FORMS_WRONG");
    }

    @Test
    void whatIsFilledInIsTextWhateverItLooksLike() {
        assertThat(FormText.lines("Lý do: {reason}", java.util.Map.of("reason", "{reason} **x** {a|b}")))
                .containsExactly("Lý do: {reason} **x** {a|b}");
    }

    @Test
    void theTableInTheDocsIsTheFile() {
        GeneratedDoc.isCurrent("forms.md", table());
    }

    private static String table() {
        var layouts = FormLayouts.shipped();
        return """
                # The forms of the one-stop

                Drawn from `src/main/resources/print/forms.yaml` by `FormLayoutsTest`. What is marked on paper with a star was not compared
                with the official form.

                | form | title | version | source | confidence | sheets | codes | not compared |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                """
                + FormValues.all().stream()
                        .map(it -> layouts.of(it.number()))
                        .map(FormLayoutsTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(FormLayout layout) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        layout.number(),
                        String.join(" ", layout.title().lines().toList()),
                        layout.version(),
                        layout.source(),
                        layout.confidence(),
                        layout.sizes().stream().map(PaperSize::name).collect(Collectors.joining(", ")),
                        layout.codes().stream().sorted().map(Enum::name).collect(Collectors.joining(", ")),
                        layout.fields().stream()
                                .filter(it -> !it.known())
                                .map(it -> it.block().isEmpty()
                                        ? it.text().replace("**", "").replace("|", "\\|")
                                        : it.block())
                                .collect(Collectors.joining("; ")));
    }

    private FormLayouts read(String text) throws IOException {
        var file = folder.resolve("forms.yaml");
        Files.writeString(file, text);
        return new FormLayouts(file.toString());
    }

    private static String shipped() throws IOException {
        return new ClassPathResource("print/forms.yaml").getContentAsString(StandardCharsets.UTF_8);
    }
}
