package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.support.HtmlForm;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/**
 * Ten of the runnable procedures are built from their published records on the studio's pages: the record is taken in out of a
 * file, a draft begins from it, and every element of the package is filled in on its form and sent as a browser without
 * JavaScript does. At the end the draft says what the shipped package says, and can be handed in. Each has a code of its own, for
 * the shipped one is in force; those of ministries that have no authors in the demonstration are issued by another.
 */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=bar")
class TenThroughTheStudioTest {

    private static final String NATIONAL = "Đàm Thị Bích Hạnh";
    private static final String IMPORTS = "/admin/procedures/imports";
    private static final Issuer JUSTICE = new Issuer("G15", "Bộ Tư pháp", JusticeProcedures.AUTHOR);
    private static final Issuer SECURITY = new Issuer("G01", "Bộ Công an", "Vũ Thị Hải Yến");
    /** Each with the code under which it is built. */
    private static final Map<String, String> CODES = codes();

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private record Issuer(String code, String name, String author) {}

    private static Map<String, String> codes() {
        var codes = new LinkedHashMap<String, String>();
        for (var it : List.of(
                "1.010041",
                "1.010039",
                "1.010038",
                "1.003677",
                "1.004837",
                "2.000884",
                "2.000720",
                "1.014027",
                "1.014028",
                "1.001699")) {
            codes.put(it, "9.51%04d".formatted(codes.size()));
        }
        return codes;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void theConfirmationOfResidenceIsBuiltFromItsRecord() {
        isBuilt("1.010041");
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> soAreTheOthers() {
        return CODES.keySet().stream().skip(1).map(it -> DynamicTest.dynamicTest(it, () -> isBuilt(it)));
    }

    private void isBuilt(String code) {
        var own = Objects.requireNonNull(CODES.get(code));
        var shipped = CatalogueFiles.packages().getOrDefault(code, Map.of());
        var issuer = shipped.getOrDefault("procedure.yaml", "").contains("{code: G01,") ? SECURITY : JUSTICE;
        takeIn(record(code, own, issuer));

        var author = visitor(issuer.author());
        var begun = author.fill(
                "/admin/procedures/revisions/" + own,
                "/admin/procedures/revisions/" + own + "/from-record",
                Map.of("command", UUID.randomUUID().toString()));
        var edition = author.local(begun);
        assertThat(edition).startsWith("/admin/procedures/revisions/" + own + "/");

        var hand = new StudioByHand(author, edition);
        var goal = new StudioGoal(goal(shipped, own, issuer), hand);
        goal.build();
        goal.isThere();
        assertThat(hand.handIn()).as(code + " after " + hand.saved() + " forms").contains("Đang thẩm định");
    }

    private Visit visitor(String name) {
        return new Visit("http://localhost:" + port).as(name);
    }

    /** The record that comes along with the program, as a file with that one record. */
    private static String record(String code, String own, Issuer issuer) {
        try (var in = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.InputStreamReader(
                        new ClassPathResource("data/procedures/catalogue.csv").getInputStream(),
                        StandardCharsets.UTF_8))) {
            var row = in.stream()
                    .filter(it -> it.get("code").equals(code))
                    .findFirst()
                    .orElseThrow()
                    .toMap();
            row.put("code", own);
            row.put("issuer_code", issuer.code());
            row.put("issuer", issuer.name());
            var out = new StringWriter();
            try (var csv = CSVFormat.DEFAULT.print(out)) {
                var names = new ArrayList<>(row.keySet());
                csv.printRecord(names);
                csv.printRecord(names.stream().map(row::get).toList());
            }
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a national administrator does: looks first, then puts it in force. */
    private void takeIn(String csv) {
        var national = visitor(NATIONAL);
        var fields = Map.of(
                "_csrf",
                Visit.token(national.get(IMPORTS).body()),
                "command",
                UUID.randomUUID().toString());
        var page = national.local(
                national.upload(IMPORTS, fields, "file", "ban-ghi.csv", csv.getBytes(StandardCharsets.UTF_8)));
        var compared = national.get(page).body();
        for (int i = 0; i < 500 && !compared.contains("/apply\""); i++) {
            compared = national.get(page).body();
        }
        assertThat(national.send(HtmlForm.of(compared, "/apply")).statusCode()).isEqualTo(302);
    }

    /** The shipped package under another code, and of an agency that has authors here. */
    private static Map<String, String> goal(Map<String, String> shipped, String own, Issuer issuer) {
        var files = new HashMap<>(shipped);
        files.computeIfPresent(
                "procedure.yaml",
                (_, text) -> text.replaceFirst("code: \"[^\"]+\"", "code: \"" + own + "\"")
                        .replaceFirst(
                                "issuer: \\{.*}",
                                "issuer: {code: " + issuer.code() + ", name: \"" + issuer.name() + "\"}"));
        return files;
    }
}
