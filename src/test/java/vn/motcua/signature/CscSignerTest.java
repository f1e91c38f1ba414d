package vn.motcua.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.signature.Workshop.COMMUNE;
import static vn.motcua.signature.Workshop.FROM;
import static vn.motcua.signature.Workshop.LEADER;
import static vn.motcua.signature.Workshop.NOW;
import static vn.motcua.signature.Workshop.UNTIL;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.document.SamplePapers;
import vn.motcua.sandbox.RemoteSigning;
import vn.motcua.signature.SignerAway.Why;
import vn.motcua.signature.SigningServiceThere.Said;
import vn.motcua.support.TestClock;

/** Signing through a remote service over HTTP, and everything that such a service may do to whoever relies on it. */
class CscSignerTest {

    private static final byte[] CONTENT = "nội dung".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private Workshop shop;
    private SigningServiceThere service;
    private CscSigner signer;

    @BeforeEach
    void open() throws Exception {
        shop = new Workshop(Files.createDirectory(folder.resolve("trust")));
        service = new SigningServiceThere(
                new RemoteSigning(Files.createDirectory(folder.resolve("keys")), shop.authority, FROM, UNTIL, clock));
        signer = new CscSigner(service, clock);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aResultSignedThereIsValidHere() throws SignerAway {
        var signed = shop.signing(signer).sign(SamplePapers.resultToSign(), LEADER, COMMUNE, NOW);

        assertThat(shop.judge(signed).verdict()).as("%s", shop.judge(signed)).isEqualTo(Verdict.VALID);
        assertThat(shop.judge(signed).signatures())
                .extracting(Judgement.One::name)
                .containsExactly(LEADER.name(), COMMUNE.name());
        assertThat(service.asked)
                .as("one token, each credential asked about once, one word for each signature")
                .containsExactly(
                        "info",
                        "oauth2/token",
                        "credentials/info",
                        "credentials/authorize",
                        "signatures/signHash",
                        "credentials/info",
                        "credentials/authorize",
                        "signatures/signHash");
    }

    @Test
    void aTokenThatTheServiceHasForgottenIsAskedForAnew() throws SignerAway {
        signer.sign(LEADER, CONTENT);
        service.signing.forget();

        assertThat(signer.sign(LEADER, CONTENT)).isNotEmpty();
    }

    @Test
    void aTokenIsNotUsedAfterItsTime() throws SignerAway {
        signer.sign(LEADER, CONTENT);
        clock.advance(Duration.ofMinutes(61));
        service.asked.clear();
        service.instead("credentials/authorize", it -> {
            assertThat(it.status()).as("a token that has run out is not sent").isEqualTo(200);
            return Optional.empty();
        });

        assertThat(signer.sign(LEADER, CONTENT)).isNotEmpty();
        assertThat(service.asked).contains("oauth2/token");
    }

    @Test
    void aWrongSecretIsForAnOperator() {
        service.secret("khác");

        refused(Why.NOT_LET_IN);
    }

    @Test
    void aTokenThatIsNeverTakenIsForAnOperator() {
        service.instead("credentials/info", _ -> Optional.of(Said.of(401, "{\"error\":\"invalid_token\"}")));

        refused(Why.NOT_LET_IN);
        assertThat(service.asked.stream().filter("credentials/info"::equals)).hasSize(2);
    }

    @Test
    void aWordThatHasRunOutIsAskedForOnceMore() throws SignerAway {
        var once = new ArrayDeque<>(List.of(Said.of(400, expired())));
        service.instead("signatures/signHash", _ -> Optional.ofNullable(once.poll()));

        assertThat(signer.sign(LEADER, CONTENT)).isNotEmpty();
        assertThat(service.asked.stream().filter("credentials/authorize"::equals))
                .hasSize(2);
    }

    @Test
    void aWordThatAlwaysRunsOutIsAnOutage() {
        service.instead("signatures/signHash", _ -> Optional.of(Said.of(400, expired())));

        refused(Why.NO_ANSWER);
        assertThat(service.asked.stream().filter("signatures/signHash"::equals)).hasSize(2);
    }

    /** The service itself says so when time has passed between the word and the signature. */
    @Test
    void theSandboxKnowsTheTimeOfItsWords() {
        var key = service.signing.enrol(LEADER);
        var token = "Bearer "
                + service.signing
                        .token(Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                service.signing.client(),
                                "client_secret",
                                service.signing.secret()))
                        .body()
                        .get("access_token");
        var hash = java.util.Base64.getEncoder().encodeToString(new byte[32]);
        var other = java.util.Base64.getEncoder().encodeToString(CONTENT);
        var asked = new HashMap<String, Object>(Map.of(
                "credentialID",
                key.name(),
                "numSignatures",
                1,
                "hash",
                List.of(hash),
                "PIN",
                key.pin(),
                "signAlgo",
                "1.2.840.10045.4.3.2"));
        var word = service.signing.answer("credentials/authorize", token, json(asked));
        asked.put("SAD", word.body().get("SAD"));

        assertThat(service.signing.answer("signatures/signHash", token, json(with(asked, "hash", List.of(other)))))
                .isEqualTo(wrong("Hash is not authorized by the SAD"));
        clock.advance(Duration.ofMinutes(6));
        assertThat(service.signing.answer("signatures/signHash", token, json(asked)))
                .isEqualTo(wrong("SAD expired"));
        assertThat(service.signing
                        .answer("credentials/authorize", token, json(with(asked, "PIN", "0")))
                        .body())
                .containsEntry("error", "invalid_pin");
        assertThat(service.signing.answer("credentials/list", token, "{}").body())
                .containsEntry("credentialIDs", List.of(key.name()));
        assertThat(service.signing.answer("credentials/list", "Bearer x", "{}").status())
                .isEqualTo(401);
        assertThat(service.signing.answer("credentials/info", token, "{").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"info", "oauth2/token", "credentials/info", "credentials/authorize", "signatures/signHash"})
    void slownessAndNonsenseAreAnOutage(String method) {
        var wrong = List.of(
                Said.of(200, "<html>Bảo trì</html>"),
                Said.of(200, ""),
                Said.of(200, "[]"),
                Said.of(200, "null"),
                Said.of(200, "{}"),
                Said.of(
                        200,
                        "{\"access_token\":7,\"SAD\":{},\"signatures\":[\"!!\"],\"cert\":{\"certificates\":[\"AAAA\"]}}"),
                Said.of(200, "{\"signatures\":[\"AAAA\"],\"specs\":\"9\",\"oauth2\":\"http://[\"}"),
                Said.of(302, ""),
                Said.of(500, "{\"error\":\"server_error\"}"),
                Said.of(503, "bận"),
                new Said(200, "{}", Duration.ofSeconds(1)));
        var next = new AtomicReference<Said>();
        service.instead(method, _ -> Optional.ofNullable(next.get()));

        for (var it : wrong) {
            next.set(it);
            service.patience(it.after().isZero() ? Duration.ofSeconds(20) : Duration.ofMillis(300));
            assertThatExceptionOfType(SignerAway.class)
                    .as("%s answered %s", method, it)
                    .isThrownBy(() -> new CscSigner(service, clock).sign(LEADER, CONTENT))
                    .satisfies(away -> assertThat(away.why())
                            .as("%s answered %s: %s", method, it, away.getMessage())
                            .isIn(Why.NO_ANSWER, Why.KEY_NOT_USABLE));
        }
    }

    @Test
    void aSignatureThatDoesNotFitItsCertificateIsNotTaken() {
        service.instead("signatures/signHash", answer -> {
            var right = (String)
                    ((List<?>) java.util.Objects.requireNonNull(answer.body().get("signatures"))).getFirst();
            var bytes = java.util.Base64.getDecoder().decode(right);
            bytes[bytes.length - 1] ^= 1;
            return Optional.of(Said.of(
                    200,
                    json(Map.of(
                            "signatures", List.of(java.util.Base64.getEncoder().encodeToString(bytes))))));
        });

        refused(Why.NO_ANSWER);
    }

    @Test
    void aServiceThatIsNotThereIsAnOutage() {
        service.close();

        refused(Why.NO_ANSWER);
    }

    @Test
    void whoHasNoCredentialIsNamed() {
        service.keys(_ -> Optional.empty());

        assertThat(refused(Why.NO_KEY).whose()).isEqualTo(LEADER.name());
        service.keys(_ -> Optional.of(new SigningKey("khong-co", "1")));
        assertThat(refused(Why.NO_KEY).whose()).isEqualTo(LEADER.name());
    }

    @Test
    void aWrongPinIsSentOnceAndTheRightOneAfterwards() throws SignerAway {
        service.keys(it -> Optional.of(new SigningKey(service.signing.enrol(it).name(), "wrong")));
        assertThat(refused(Why.PIN_REFUSED).whose()).isEqualTo(LEADER.name());
        refused(Why.PIN_REFUSED);
        assertThat(service.asked.stream().filter("credentials/authorize"::equals))
                .hasSize(1);
        service.keys(it -> Optional.of(new SigningKey(service.signing.enrol(it).name(), "")));
        refused(Why.PIN_REFUSED);
        assertThat(service.asked.stream().filter("credentials/authorize"::equals))
                .as("none to send")
                .hasSize(1);

        service.keys(it -> Optional.of(service.signing.enrol(it)));
        assertThat(signer.sign(LEADER, CONTENT)).isNotEmpty();
    }

    @Test
    void aDisabledKeyAndOneThatWantsAOneTimeCodeAreForItsHolder() {
        for (var other : List.of("\"status\":\"disabled\"", "\"OTP\":{\"presence\":\"true\"}")) {
            service.instead("credentials/info", answer -> {
                var said = json(answer.body());
                var changed = other.startsWith("\"OTP")
                        ? said.replaceFirst("\"OTP\":\\{[^}]*}", other)
                        : said.replaceFirst("\"status\":\"enabled\"", other);
                assertThat(changed).isNotEqualTo(said);
                return Optional.of(Said.of(200, changed));
            });
            refused(Why.KEY_NOT_USABLE);
        }
    }

    @Test
    void whoHasWhichKeyIsAFileForEach() throws Exception {
        var keys = new SigningKeys(folder);
        assertThat(keys.of(LEADER)).isEmpty();

        Files.writeString(folder.resolve(LEADER.id() + ".properties"), "key = GX0112348\npin = 1234\n");
        assertThat(keys.of(LEADER)).contains(new SigningKey("GX0112348", "1234"));
        assertThat(keys.of(LEADER).orElseThrow())
                .asString()
                .doesNotContain("1234\n")
                .isEqualTo("GX0112348");
        assertThat(keys.of(COMMUNE)).isEmpty();
    }

    @Test
    void aServiceIsConfiguredWholeOrNotAtAll() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "bí mật\n");
        var base = URI.create("https://rssp.example.vn/csc/v1");
        var whole = new CscSettings(base, null, "motcua", secret, Duration.ofSeconds(10), Set.of());

        assertThat(whole.place().orElseThrow().secret()).isEqualTo("bí mật");
        assertThat(whole.place().orElseThrow().base()).hasToString("https://rssp.example.vn/csc/v1/");
        assertThat(whole.place().orElseThrow().toString()).doesNotContain("bí mật");
        assertThat(new CscSettings(null, null, "", null, Duration.ofSeconds(10), Set.of()).place())
                .isEmpty();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new CscSettings(base, null, "", secret, Duration.ofSeconds(10), Set.of()));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new CscSettings(
                        URI.create("http://rssp.example.vn/"), null, "a", secret, Duration.ofSeconds(10), Set.of()));
    }

    private SignerAway refused(Why why) {
        var caught = new AtomicReference<SignerAway>();
        assertThatExceptionOfType(SignerAway.class)
                .isThrownBy(() -> signer.sign(LEADER, CONTENT))
                .satisfies(it -> assertThat(it.why()).as(it.getMessage()).isEqualTo(why))
                .satisfies(caught::set);
        return caught.get();
    }

    private static Map<String, Object> with(Map<String, Object> all, String name, Object value) {
        var other = new HashMap<>(all);
        other.put(name, value);
        return other;
    }

    private static RemoteSigning.Answer wrong(String description) {
        return new RemoteSigning.Answer(400, Map.of("error", "invalid_request", "error_description", description));
    }

    private static String expired() {
        return json(wrong("SAD expired").body());
    }

    private static String json(Map<String, ?> words) {
        return JsonMapper.shared().writeValueAsString(words);
    }
}
