package vn.motcua.signature;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.signature.PersonalSigning.AT_ONCE;
import static vn.motcua.signature.Workshop.FROM;
import static vn.motcua.signature.Workshop.LEADER;
import static vn.motcua.signature.Workshop.UNTIL;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.document.SamplePapers;
import vn.motcua.sandbox.RemoteSigning;
import vn.motcua.shared.Language;
import vn.motcua.signature.SigningServiceThere.Said;
import vn.motcua.support.TestClock;

/** Sending people to a remote service to sign, whatever that service says or does not say. */
class PersonalSigningTest {

    private static final String NUMBER = "010198999001";
    private static final Signatory MAY = Signatory.person(new UUID(0, 3), "Lý Thị Mẩy", "", "");
    private static final byte[] PAPER = SamplePapers.resultToSign();

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private Workshop shop;
    private SigningServiceThere service;
    private PersonalSigning signing;

    @BeforeEach
    void open() throws Exception {
        shop = new Workshop(Files.createDirectory(folder.resolve("trust")));
        service = new SigningServiceThere(
                new RemoteSigning(Files.createDirectory(folder.resolve("keys")), shop.authority, FROM, UNTIL, clock));
        service.signing.enrol(NUMBER, MAY.name(), "PNOVN-" + NUMBER);
        signing = new PersonalSigning(
                new PersonalSigningSettings(null, List.of("PNOVN-"), Map.of()),
                new StaticListableBeanFactory().getBeanProvider(SigningProvider.Source.class),
                shop.signing(),
                clock);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "https://elsewhere.example.vn/csc/v1", "http://localhost:1/csc/v1", ""})
    void nobodyIsSentElsewhereThanToTheConfiguredPlace(String elsewhere) throws Exception {
        assertThat(begin().onward()).startsWith(service.place().base() + "oauth2/authorize?response_type=code&");

        service.instead("info", answer -> {
            var said = new HashMap<String, Object>(answer.body());
            said.put("oauth2", elsewhere);
            return Optional.of(Said.of(200, JsonMapper.shared().writeValueAsString(said)));
        });
        assertThatExceptionOfType(SignerAway.class).isThrownBy(this::begin);
    }

    @Test
    void aKeyWithWhichNoPapersAreSignedIsNotUsable() throws Exception {
        var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        var certificate = Base64.getEncoder()
                .encodeToString(shop.authority
                        .certify(LEADER, key, FROM, UNTIL)
                        .getFirst()
                        .getEncoded());
        service.instead("credentials/info", answer -> {
            var said = new HashMap<String, Object>(answer.body());
            said.put("cert", Map.of("status", "valid", "certificates", List.of(certificate)));
            return Optional.of(Said.of(200, JsonMapper.shared().writeValueAsString(said)));
        });

        assertThatExceptionOfType(CertificateUnfit.class)
                .isThrownBy(this::begin)
                .satisfies(it -> assertThat(it.why()).isEqualTo(CertificateUnfit.Why.NOT_USABLE));
    }

    @Test
    void aSilentServiceKeepsSoManyWaitingAndTellsAllOthersAtOnce() throws Exception {
        var waiting = new CountDownLatch(AT_ONCE);
        var answers = new CountDownLatch(1);
        service.instead("credentials/list", _ -> {
            waiting.countDown();
            await(answers);
            return Optional.empty();
        });
        var begun = new ArrayList<Future<SigningBegun>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                begun.add(people.submit(this::begin));
            }
            try {
                assertThat(waiting.await(20, SECONDS)).as("all of them ask").isTrue();
                assertThatExceptionOfType(SignerAway.class)
                        .isThrownBy(this::begin)
                        .withMessageContaining("already");
            } finally {
                answers.countDown();
            }
            for (var it : begun) {
                assertThat(it.get().onward()).isNotEmpty();
            }
        }
        assertThat(begin().onward()).as("the places are free again").isNotEmpty();
    }

    private SigningBegun begin() throws Exception {
        return signing.begin(
                new SigningProvider("there", "Nơi ký số", "", service.place(), Optional.empty(), Optional.empty()),
                MAY,
                NUMBER,
                PAPER,
                "Đăng ký khai sinh",
                "https://motcua.example.vn/signing/back/there",
                Language.VI);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
