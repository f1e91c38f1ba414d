package vn.motcua;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** The house style, as far as a machine can check it. */
class HouseRulesTest {

    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.motcua");

    @Test
    void modulesKeepToTheirDeclaredDependencies() {
        ApplicationModules.of(Motcua.class).verify();
    }

    @Test
    void onlyTheClockBeanKnowsTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .because("a rule that reads the clock cannot be tested for next Tuesday; pass the time in")
                .check(CODE);
    }

    @Test
    void pagesDoNotReadTables() {
        noClasses()
                .that()
                .resideInAPackage("..web..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .because("SQL belongs beside the rules it serves")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        noClasses()
                .that()
                .resideInAPackage("vn.motcua..")
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Info|Data|Dto|DTO)")
                .because("these words say nothing that the package does not; find the noun")
                .check(CODE);
    }

    @Test
    void theBenchRunsWithWhatTheProgramBrings() {
        noClasses()
                .that()
                .resideInAPackage("..bench..")
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage("com.microsoft.playwright..", "org.junit..", "net.jqwik..")
                .because("./motcua bench starts it without the libraries of the tests")
                .check(new ClassFileImporter().importPackages("vn.motcua.bench", "vn.motcua.support"));
    }

    @Test
    void nobodyParsesXmlAlone() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("vn.motcua.shared.OutsideXml")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.xml.parsers.DocumentBuilderFactory")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.xml.parsers.SAXParserFactory")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.xml.stream.XMLInputFactory")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.xml.transform.TransformerFactory")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.xml.validation.SchemaFactory")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.xml.xpath.XPathFactory")
                .because("OutsideXml is the one place that reads XML: no entities, no other documents, with bounds")
                .check(CODE);
    }

    @Test
    void nobodyDeserializesObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .because("what comes from outside is read field by field")
                .check(CODE);
    }

    @Test
    void callsGoOutThroughOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("vn.motcua.shared.Outgoing")
                .and()
                .doNotHaveFullyQualifiedName("vn.motcua.audit.TimeStamping")
                .and()
                .doNotHaveFullyQualifiedName("vn.motcua.database.PostgresBinaries")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(HttpClient.class)
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "openConnection")
                .because("there it is decided whom we may call; the time-stamping authority is one configured "
                        + "address, and the programs of PostgreSQL lie in our own jar")
                .check(CODE);
    }

    @Test
    void noProgramIsStartedButTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.motcua.database..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .because("what is not started cannot be told to do something else")
                .check(CODE);
    }

    /** The codes that a telephone's camera reads are drawn by {@code QrCode} and hold no text of anybody's. */
    @Test
    void templatesNeverWriteTextUnescaped() throws IOException {
        assertThat(sources("src/main/jte", ".jte"))
                .filteredOn(it -> lines(it).stream()
                        .anyMatch(line -> line.replace("$unsafe{view.qr()}", "").contains("$unsafe")))
                .isEmpty();
    }

    /** What looks like a key or a password with a value; names, empty settings and settings from outside do not. */
    @Test
    void noSecretLiesInTheRepository() throws IOException {
        var key = Pattern.compile(
                "-----BEGIN [A-Z ]*PRIVATE KEY-----\\s*[A-Za-z0-9+/=]|AKIA[0-9A-Z]{16}|"
                        + "gh[pousr]_[A-Za-z0-9]{36}|xox[baprs]-[A-Za-z0-9-]{10,}|eyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}\\.");
        var setting = Pattern.compile("(?i)(password|secret|token|api-?key)\\s*[=:]\\s*(?!\\$\\{)[^\\s#]{6,}\\s*$");
        var suspicious = new ArrayList<String>();
        for (var file : sources(".", ".java", ".properties", ".yml", ".yaml", ".json", ".pem", ".sh", ".env", ".md")) {
            if (file.toString().contains("/target/")
                    || file.toString().contains("/messages/")
                    || file.startsWith("./data")) {
                continue;
            }
            var isSettings =
                    file.toString().endsWith(".properties") || file.toString().endsWith(".env");
            for (var line : lines(file)) {
                if (key.matcher(line).find()
                        || (isSettings && setting.matcher(line).find())) {
                    suspicious.add(file + ": " + line.strip());
                }
            }
        }
        assertThat(suspicious).isEmpty();
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CODE);
    }

    @Test
    void noFileOutgrowsAReader() throws IOException {
        assertThat(sources("src/main", ".java", ".jte", ".sql", ".js"))
                .filteredOn(it -> lines(it).size() > 400)
                .isEmpty();
    }

    /** With fewer threads a batch that takes long would keep another timer waiting. */
    @Test
    void everyTimerHasAThread() throws IOException {
        var timers = sources("src/main", ".java").stream()
                .flatMap(it -> lines(it).stream())
                .filter(it -> it.strip().startsWith("@Scheduled"))
                .count();
        var threads = lines(Path.of("src/main/resources/application.properties")).stream()
                .filter(it -> it.startsWith("spring.task.scheduling.pool.size="))
                .map(it -> Long.parseLong(it.substring(it.indexOf('=') + 1)))
                .findFirst()
                .orElseThrow();
        assertThat(timers).isPositive().isLessThanOrEqualTo(threads);
    }

    @Test
    void noCodeSleepsInComments() throws IOException {
        var commentedCode = Pattern.compile("^\\s*//.*;\\s*$");
        assertThat(sources("src", ".java"))
                .filteredOn(it -> lines(it).stream().anyMatch(commentedCode.asMatchPredicate()))
                .isEmpty();
    }

    @Test
    void templatesCarryNoInlineStyleOrScript() throws IOException {
        var inline = Pattern.compile(".*\\s(style|on[a-z]+|hx-on[^=]*)=\".*|.*<script(?! defer src=).*|.*<style.*");
        assertThat(sources("src/main/jte", ".jte"))
                .filteredOn(it -> !it.toString().contains("/print/"))
                .filteredOn(it -> lines(it).stream().anyMatch(inline.asMatchPredicate()))
                .isEmpty();
    }

    private static List<Path> sources(String root, String... endings) throws IOException {
        try (var files = Files.walk(Path.of(root))) {
            return files.filter(it -> List.of(endings).stream().anyMatch(it.toString()::endsWith))
                    .filter(it -> !it.toString().endsWith(".min.js"))
                    .toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
