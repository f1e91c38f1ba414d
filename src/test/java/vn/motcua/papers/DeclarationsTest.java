package vn.motcua.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.document.Declaration;
import vn.motcua.document.Declaration.Part;
import vn.motcua.document.Declaration.Signature;
import vn.motcua.document.Printing;
import vn.motcua.form.Kind;
import vn.motcua.support.PdfA;
import vn.motcua.support.PdfText;
import vn.motcua.support.Postgres;
import vn.motcua.support.TestClock;

/** The declaration of every shipped procedure, blank and filled with each of its examples, read back from the paper. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import({Postgres.class, TestClock.class})
class DeclarationsTest {

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Declarations declarations;

    @Autowired
    private Printing printing;

    private final Set<String> validated = new HashSet<>();

    @Test
    void everyProcedureHasABlankFormWithEveryQuestion() throws IOException {
        for (var procedure : shipped()) {
            var content = procedure.runnableContent();
            var text = onPaper("blank-" + procedure.code(), declarations.blank(content));
            content.form()
                    .definition()
                    .fields()
                    .forEach(it -> assertThat(text)
                            .as("%s %s", procedure.code(), it.id())
                            .contains(
                                    it.kind() == Kind.SIGNATURE
                                            ? asWho(it.label().vi())
                                            : plain(it.label().vi())));
        }
    }

    @Test
    void everyExampleStandsOnThePaperAsItWasAnswered() throws IOException {
        var read = 0;
        for (var procedure : shipped()) {
            var content = procedure.runnableContent();
            for (var example : content.examples()) {
                var answers = new HashMap<>(content.form().begin());
                answers.putAll(example.answers());
                var at = example.received().toInstant(ZoneOffset.ofHours(7));
                var paper = declarations.filled(
                        procedure.id(),
                        Circumstances.of(procedure.code(), example.channel(), at),
                        answers,
                        "Ủy ban nhân dân xã Tả Van",
                        "Giàng Thị Mỷ");
                var text = onPaper("filled-" + procedure.code(), paper);
                assertThat(text).contains(plain("Kính gửi: Ủy ban nhân dân xã Tả Van"));
                assertThat(paper.signatures())
                        .isNotEmpty()
                        .allSatisfy(it ->
                                assertThat(text).contains(asWho(it.who()), plain(it.name()), plain(it.confirmed())));
                for (var said : said(paper)) {
                    assertThat(text)
                            .as("%s, %s", procedure.code(), example.name())
                            .contains(plain(said));
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(200);
    }

    @Test
    void whoSignsIsAskedForOnPaperAndWhoFiledOnlineHasConfirmed() throws IOException {
        var marriage = catalogue.get("1.000894");
        var answers = new HashMap<>(marriage.runnableContent().form().begin());
        answers.put("husband.fullName", "Giàng A Sình");
        answers.put("wife.fullName", "Lý Thị Mẩy");
        var at = java.time.Instant.parse("2026-11-23T01:00:00Z");

        var online = declarations.filled(
                marriage.id(), Circumstances.of(marriage.code(), Channel.ONLINE, at), answers, "", "Lý Thị Mẩy");
        var counter = declarations.filled(
                marriage.id(), Circumstances.of(marriage.code(), Channel.DIRECT, at), answers, "", "Lý Thị Mẩy");

        assertThat(online.signatures()).extracting(Signature::who).containsExactly("Bên nam", "Bên nữ");
        assertThat(online.signatures()).extracting(Signature::name).containsExactly("Giàng A Sình", "Lý Thị Mẩy");
        assertThat(online.signatures().getFirst().confirmed()).isEmpty();
        assertThat(online.signatures().getLast().confirmed()).contains("23/11/2026");
        assertThat(counter.signatures()).extracting(Signature::confirmed).containsOnly("");
        for (var other : List.of("Lý Thị Mây", "Giàng Thị Mỷ", "")) {
            assertThat(declarations
                            .filled(
                                    marriage.id(),
                                    Circumstances.of(marriage.code(), Channel.ONLINE, at),
                                    answers,
                                    "",
                                    other)
                            .signatures())
                    .as("not " + other)
                    .extracting(Signature::confirmed)
                    .containsOnly("");
        }
        assertThat(said(online)).doesNotContain("Bên nam", "Bên nữ");
        assertThat(onPaper("signed-online", online))
                .contains(plain(online.signatures().getLast().confirmed()));
        assertThat(onPaper("signed-by-hand", declarations.blank(marriage.runnableContent())))
                .contains(asWho("Bên nam"), asWho("Bên nữ"))
                .doesNotContain(asWho("Người khai"));
    }

    private static List<String> said(Declaration paper) {
        return paper.sections().stream()
                .flatMap(it -> it.parts().stream())
                .flatMap(it -> switch (it) {
                    case Part.Answer(var label, var answer) -> Stream.of(label, answer);
                    case Part.Rows(var label, var _, var rows) ->
                        Stream.concat(Stream.of(label), rows.stream().flatMap(List::stream));
                    case Part.Boxes(var label, var _) -> Stream.of(label);
                })
                .toList();
    }

    private List<ProcedureRevision> shipped() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:procedures/*/form.yaml");
        var all = Arrays.stream(found)
                .map(it -> it.toString().replaceAll(".*procedures/([^/]+)/form\\.yaml.*", "$1"))
                .distinct()
                .map(catalogue::get)
                .toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(19).allMatch(ProcedureRevision::runnable);
        return all;
    }

    private String onPaper(String name, Declaration paper) throws IOException {
        var pdf = printing.print(paper);
        if (validated.add(name)) { // the first of each kind: the examples of a procedure are one sort of paper
            assertThat(PdfA.faults(pdf)).as(name).isEmpty();
        }
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", name + ".pdf"), pdf);
        return plain(PdfText.of(pdf));
    }

    /** As who is to sign is printed: in capitals. */
    private static String asWho(String words) {
        return plain(words.toUpperCase(Locale.ROOT));
    }

    /** Where a line breaks says nothing. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }
}
