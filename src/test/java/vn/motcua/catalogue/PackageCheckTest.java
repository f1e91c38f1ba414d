package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;

/** An author hears everything that is wrong with a package, each with its file and line. */
class PackageCheckTest {

    private static final String BIRTH = "1.001193";
    private static final Map<String, Map<String, String>> PACKAGES = CatalogueFiles.packages();

    @Test
    void whatIsInForceHasNoProblems() {
        PACKAGES.forEach((code, files) -> {
            var agency = PackageName.issuer(files).orElseThrow();
            assertThat(PackageCheck.of(code, agency, files, Set.of())).as(code).isEmpty();
        });
    }

    @Test
    void anExampleThatDoesNotHoldIsShownAtItsLine() {
        var files = birth("examples.yaml", "due: \"2026-11-23T17:00\"", "due: \"2026-11-20T17:00\"");
        var problems = PackageCheck.of(BIRTH, "G15", files, Set.of());
        assertThat(problems).singleElement().satisfies(it -> {
            assertThat(it.file()).isEqualTo("examples.yaml");
            assertThat(text(files, it)).contains("due: \"2026-11-20T17:00\"");
            assertThat(said(it)).contains("16 giờ 45 thứ Sáu", "20/11/2026", "23/11/2026");
        });
    }

    @Test
    void anExpressionThatNamesNothingIsShownAtItsLine() {
        var files = birth("procedure.yaml", "required: 'channel==\"ONLINE\"'", "required: 'kenh==\"ONLINE\"'");
        var problems = PackageCheck.of(BIRTH, "G15", files, Set.of());
        assertThat(problems).singleElement().satisfies(it -> {
            assertThat(it.file()).isEqualTo("procedure.yaml");
            assertThat(text(files, it)).contains("kenh");
            assertThat(said(it)).contains("kenh");
        });
    }

    @Test
    void wordsToApplicantsThatNobodyCouldFillAreShownAtTheirLine() {
        var files = birth("messages.yaml", "mã hồ sơ {{dossier.no}}", "mã {{dossier.nr}}");
        assertThat(PackageCheck.of(BIRTH, "G15", files, Set.of()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.file()).isEqualTo("messages.yaml");
                    assertThat(it.place()).isEqualTo("messages.result-issued.vi");
                    assertThat(text(files, it)).contains("dossier.nr");
                    assertThat(said(it)).contains("dossier.nr", "dossier.no");
                });
        var without = new HashMap<>(files);
        without.remove("messages.yaml");
        assertThat(PackageCheck.of(BIRTH, "G15", without, Set.of()))
                .as("a package may do without")
                .isEmpty();
    }

    @Test
    void faultsOfFormAndRouteAreAllSaidAtOnce() {
        var files = birth("form.yaml", "        kind: date\n", "        kind: ngay\n");
        var problems = PackageCheck.of(BIRTH, "G15", files, Set.of());
        assertThat(problems)
                .hasSizeGreaterThan(1)
                .allSatisfy(it -> assertThat(it.file()).isEqualTo("form.yaml"));
        assertThat(text(files, problems.getFirst())).contains("id: requester.birthDate");
    }

    @Test
    void aFileThatIsNoYamlIsShownWhereItBreaksOff() {
        var files = new HashMap<>(birth());
        files.put("result.yaml", "title: \"Giấy khai sinh\nlines: []\n");
        assertThat(PackageCheck.of(BIRTH, "G15", files, Set.of()))
                .extracting(PackageProblem::file)
                .containsExactly("result.yaml");
    }

    @Test
    void whatIsMissingOrSomebodyElsesIsSaid() {
        var files = new HashMap<>(birth());
        files.remove("result.yaml");
        assertThat(PackageCheck.of(BIRTH, "G15", files, Set.of()))
                .extracting(PackageProblem::file)
                .containsExactly("result.yaml");
        assertThat(PackageCheck.of("1.000656", "G01", birth(), Set.of("province.noSuch")))
                .extracting(it -> it.words().key())
                .containsExactlyInAnyOrder(
                        "catalogue.problem.anotherCode",
                        "catalogue.problem.anotherAgency",
                        "catalogue.problem.parameterGone");
    }

    @Test
    void eachProblemCanBeSaidInBothLanguages() {
        var messages = new Messages();
        var files = birth("form.yaml", "        kind: date\n", "        kind: ngay\n");
        for (var problem : PackageCheck.of(BIRTH, "G15", files, Set.of())) {
            assertThat(messages.say(Language.VI, problem.words())).isNotBlank();
            assertThat(messages.say(Language.EN, problem.words())).isNotBlank();
        }
    }

    @Test
    void aPackageComesBackFromItsZipAsItWas() {
        PACKAGES.forEach((code, files) -> {
            var bytes = PackageArchive.bytes(files);
            assertThat(PackageArchive.read("goi.zip", bytes)).as(code).isEqualTo(files);
            assertThat(PackageArchive.bytes(new TreeMap<>(files)))
                    .as("the same bytes")
                    .isEqualTo(bytes);
        });
        var folder = new HashMap<String, String>();
        birth().forEach((name, text) -> folder.put("1.001193/" + name, text));
        assertThat(PackageArchive.read("goi.zip", PackageArchive.bytes(folder)))
                .as("packed with its folder")
                .isEqualTo(birth());
    }

    @Test
    void whatIsNoPackageIsRefusedWhole() {
        var wrong = List.of(
                Map.entry(CatalogueRefusal.PACKAGE_UNREADABLE, bytes("không phải ZIP")),
                Map.entry(CatalogueRefusal.PACKAGE_UNREADABLE, new byte[0]),
                Map.entry(CatalogueRefusal.PACKAGE_FILE_UNKNOWN, PackageArchive.bytes(Map.of("../../etc/passwd", "x"))),
                Map.entry(CatalogueRefusal.PACKAGE_FILE_UNKNOWN, PackageArchive.bytes(Map.of("form.yaml", "a\0b"))),
                Map.entry(
                        CatalogueRefusal.PACKAGE_TOO_LARGE,
                        PackageArchive.bytes(Map.of("form.yaml", "a".repeat(PackageArchive.MOST_BYTES + 1)))));
        wrong.forEach(it -> assertThatThrownBy(() -> PackageArchive.read("goi.zip", it.getValue()))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(it.getKey())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String said(PackageProblem problem) {
        return new Messages().say(Language.VI, problem.words());
    }

    private static String text(Map<String, String> files, PackageProblem problem) {
        assertThat(problem.line()).as(problem.toString()).isPositive();
        return files.getOrDefault(problem.file(), "").lines().toList().get(problem.line() - 1);
    }

    private static Map<String, String> birth() {
        return PACKAGES.getOrDefault(BIRTH, Map.of());
    }

    private static Map<String, String> birth(String file, String from, String to) {
        var files = new HashMap<>(birth());
        var text = files.getOrDefault(file, "");
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to));
        return files;
    }
}
