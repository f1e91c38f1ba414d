package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} says of the code is true of the code: what it never does, and with what it is made. */
class SafeCodeTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final Path SCRIPTS = Path.of("src/main/resources/static/assets");
    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");

    @Test
    void patternsAreConstantsOrQuoted() throws IOException {
        // the number of a dossier is quoted part by part; a package's own pattern is its author's; what asks for a
        // question is looked for by its quoted code
        assertThat(found(CODE, "Pattern\\s*\\.compile\\(\\s*(?![\\s\"A-Z])"))
                .containsOnlyKeys("NumberPattern.java", "DefinitionReader.java", "StudioUses.java");
        assertThat(Files.readString(CODE.resolve("vn/motcua/dossier/NumberPattern.java")))
                .contains("Pattern.quote(fixed.text())", "Pattern.quote(agency)");
        assertThat(Files.readString(CODE.resolve("vn/motcua/identity/WebSettings.java")))
                .contains("map(Pattern::quote)");
    }

    @Test
    void nothingIsLookedUpByName() throws IOException {
        assertThat(found(CODE, "javax\\.naming|InitialContext|JndiTemplate")).isEmpty();
    }

    @Test
    void whatMustNotBeGuessedIsSecurelyRandom() throws IOException {
        assertThat(
                        found(
                                CODE,
                                "new Random\\(|new SplittableRandom|Math\\.random|ThreadLocalRandom|RandomGenerator\\s*\\.\\s*(of|getDefault)"))
                .isEmpty();
        assertThat(found(CODE, "RandomGenerator "))
                .as("handed in, a SecureRandom by each caller")
                .containsOnlyKeys("TrackingCode.java", "ExpertLink.java");
    }

    @Test
    void certificatesAreNeverWavedThrough() throws IOException {
        assertThat(
                        found(
                                CODE,
                                "implements [^{]*(TrustManager|HostnameVerifier)|setHostnameVerifier|disableHostnameVerification|"
                                        + "EndpointIdentificationAlgorithm|ssl\\.trust\"|ssl\\.checkserveridentity\", \"false\""))
                .isEmpty();
    }

    /** Each name of an algorithm that stands in the code stands in the page's list; one that is handed over is one of these. */
    @Test
    void algorithmsAreThoseOfTheInventory() throws IOException {
        var named = new TreeMap<String, TreeSet<String>>();
        each(
                CODE,
                (file, text) -> Pattern.compile(
                                "\"((SHA|MD\\d|Hmac|AES|DES|RC\\d|PBE|PBKDF|RSA|DSA|NONE)[\\w/-]*|EC|Ed25519)\"")
                        .matcher(text)
                        .results()
                        .forEach(it -> named.computeIfAbsent(it.group(1), _ -> new TreeSet<>())
                                .add(file)));

        assertThat(named)
                .containsOnlyKeys(
                        "SHA-256",
                        "SHA512",
                        "HmacSHA1",
                        "HmacSHA256",
                        "HmacSHA512",
                        "AES",
                        "AES/GCM/NoPadding",
                        "EC",
                        "RSA",
                        "SHA256withECDSA",
                        "SHA256withRSA",
                        "NONEwithECDSA");
        assertThat(named.get("SHA-256")).as("one place").containsExactly("Sha256.java");
        assertThat(named.get("HmacSHA1")).as("what authenticators speak").containsExactly("Totp.java");
        assertThat(named.get("HmacSHA512")).as("what gateways ask for").containsExactly("GatewaySignature.java");
        assertThat(named.get("SHA512")).as("its name in the settings").containsExactly("PaymentSettings.java");
        assertThat(named.get("NONEwithECDSA"))
                .as("a hash is all that a signing service gets")
                .containsExactly("RemoteSigning.java");
        assertThat(named.get("AES")).as("the kind of the key").containsExactly("Sealing.java");
        var page = Files.readString(Path.of("docs/security.md"));
        assertThat(page.substring(page.indexOf("## Keys and algorithms"), page.indexOf("## Whom it talks to")))
                .contains(
                        "SHA-256",
                        "HMAC-SHA-256",
                        "HMAC-SHA-512",
                        "HMAC-SHA-1",
                        "AES-256-GCM",
                        "ECDSA on P-256",
                        "PBKDF2-HMAC-SHA-256");
    }

    @Test
    void scriptsKeepNothingOfAnybodyAndMergeNothing() throws IOException {
        for (var script : new String[] {"motcua.js", "upload.js"}) {
            var text = Files.readString(SCRIPTS.resolve(script));
            assertThat(text).doesNotContainPattern("sessionStorage|indexedDB|document\\.cookie|caches\\.");
            assertThat(text).doesNotContainPattern("__proto__|Object\\.assign|JSON\\.parse|structuredClone|\\beval\\(");
            assertThat(text.replaceAll("localStorage\\.(get|set)Item\\('keys'", ""))
                    .as("whether one-letter keys are on is all that is kept")
                    .doesNotContain("localStorage");
        }
    }

    @Test
    void nothingIsShownForDebugging() throws IOException {
        var all = properties();
        assertThat(all.stringPropertyNames())
                .noneMatch(
                        it -> it.matches("debug|trace|spring\\.devtools.*|.*include-(stacktrace|message|exception)"));
        assertThat(all.getProperty("logging.level.root")).isEqualTo("WARN");
        assertThat(all.getProperty("logging.level.vn.motcua")).isEqualTo("INFO");
        assertThat(Files.readString(Path.of("pom.xml"))).doesNotContain("devtools");
    }

    @Test
    void theLogGoesToStandardOutputAlone() throws IOException {
        assertThat(properties().stringPropertyNames()).noneMatch(it -> it.startsWith("logging.file"));
        assertThat(found(CODE, "FileAppender|FileHandler|SyslogAppender")).isEmpty();
        try (var files = Files.list(Path.of("src/main/resources"))) {
            assertThat(files.map(it -> it.getFileName().toString())).noneMatch(it -> it.matches("(logback|log4j).*"));
        }
    }

    /** With the offset of its clock, and on one line whatever somebody had written into it. */
    @Test
    void aLineOfTheLogIsOneLineWithItsTime() throws IOException {
        var context = new LoggerContext();
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(properties().getProperty("logging.pattern.console"));
        layout.start();
        var said =
                new LoggingEvent("", context.getLogger("vn.motcua.Any"), Level.INFO, "tìm \"{}\"", null, new Object[] {
                    "a\r\nb\u2028c\u0085d"
                });

        var line = layout.doLayout(said);

        assertThat(line.strip().lines()).hasSize(1);
        assertThat(line).contains("a b c d");
        assertThat(line).containsPattern("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) ");
    }

    private static Properties properties() throws IOException {
        var all = new Properties();
        all.load(new StringReader(Files.readString(PROPERTIES)));
        return all;
    }

    /** In which files something stands, with its first place. */
    private static Map<String, String> found(Path root, String what) throws IOException {
        var found = new TreeMap<String, String>();
        var pattern = Pattern.compile(what);
        each(root, (name, text) -> {
            var place = pattern.matcher(text);
            if (place.find()) {
                found.put(name, place.group());
            }
        });
        return found;
    }

    private static void each(Path root, java.util.function.BiConsumer<String, String> look) throws IOException {
        try (var files = Files.walk(root)) {
            for (var it : files.filter(Files::isRegularFile).toList()) {
                look.accept(Objects.requireNonNull(it.getFileName()).toString(), Files.readString(it));
            }
        }
    }
}
