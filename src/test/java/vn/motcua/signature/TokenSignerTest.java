package vn.motcua.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.motcua.signature.Workshop.COMMUNE;
import static vn.motcua.signature.Workshop.FROM;
import static vn.motcua.signature.Workshop.LEADER;
import static vn.motcua.signature.Workshop.NOW;
import static vn.motcua.signature.Workshop.UNTIL;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.document.SamplePapers;
import vn.motcua.signature.SignerAway.Why;
import vn.motcua.support.PdfA;

/** Keys in a PKCS #11 module: SoftHSM, which the launcher installs for the long tests. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TokenSignerTest {

    private static final byte[] CONTENT = "nội dung".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    /** One for all: SoftHSM looks for its tokens when a process asks it first, and never again. */
    private static Optional<SoftToken> plugged = Optional.empty();

    private static Workshop shop;

    private final Map<UUID, String> labels = new HashMap<>(Map.of(LEADER.id(), "leader", COMMUNE.id(), "commune"));
    private SoftToken token;
    private Path pinFile;
    private TokenSigner signer;

    /** The leader's key is RSA, the agency's is on an elliptic curve. */
    @BeforeAll
    static void fill() throws Exception {
        plugged = SoftToken.make();
        assumeTrue(plugged.isPresent(), "SoftHSM and pkcs11-tool are not installed");
        shop = new Workshop(Files.createDirectory(folder.resolve("trust")));
        put("leader", "01", rsa(), LEADER);
        put("commune", "02", elliptic(), COMMUNE);
        put("lost", "03", elliptic(), LEADER);
    }

    @AfterAll
    static void destroy() throws Exception {
        if (plugged.isPresent()) {
            plugged.get().destroy();
        }
    }

    @BeforeEach
    void plugIn() throws Exception {
        token = plugged.orElseThrow();
        pinFile = Files.writeString(folder.resolve("pin"), SoftToken.PIN + "\n");
        signer = new TokenSigner(
                token.library(),
                0,
                pinFile,
                it -> Optional.ofNullable(labels.get(it.id())).map(label -> new SigningKey(label, "")));
    }

    @AfterEach
    void close() {
        signer.close();
    }

    @Test
    void aResultSignedByATokenIsValid() throws Exception {
        var signed = shop.signing(signer).sign(SamplePapers.resultToSign(), LEADER, COMMUNE, NOW);

        assertThat(shop.judge(signed).verdict()).as("%s", shop.judge(signed)).isEqualTo(Verdict.VALID);
        assertThat(shop.judge(signed).signatures())
                .extracting(Judgement.One::name)
                .containsExactly(LEADER.name(), COMMUNE.name());
        assertThat(PdfA.faults(signed)).isEmpty();
    }

    @Test
    void aWrongPinIsSentOnce() throws Exception {
        Files.writeString(pinFile, "0000");

        assertThat(refused(LEADER, Why.PIN_REFUSED).getMessage()).contains("CKR_PIN_INCORRECT");
        assertThat(refused(LEADER, Why.PIN_REFUSED).getMessage()).contains("not sent again");
        Files.writeString(pinFile, SoftToken.PIN);
        assertThat(signer.sign(LEADER, CONTENT)).isNotEmpty();
    }

    @Test
    void aKeyThatIsNotThereOrNoLongerIsNamed() throws Exception {
        labels.remove(COMMUNE.id());
        assertThat(refused(COMMUNE, Why.NO_KEY).whose()).isEqualTo(COMMUNE.name());
        labels.put(COMMUNE.id(), "khong-co");
        assertThat(refused(COMMUNE, Why.NO_KEY).getMessage()).contains("khong-co");

        labels.put(LEADER.id(), "lost");
        assertThat(signer.sign(LEADER, CONTENT)).isNotEmpty();
        token.lose("lost");
        assertThat(refused(LEADER, Why.NO_KEY).whose()).isEqualTo(LEADER.name());
    }

    /** The last one: SoftHSM does not find a token again in the same process. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aTokenThatIsUnpluggedIsWaitedFor() throws Exception {
        assertThat(signer.sign(LEADER, CONTENT)).isNotEmpty();

        token.unplug();

        refused(LEADER, Why.TOKEN_GONE);
        refused(LEADER, Why.TOKEN_GONE);
    }

    private SignerAway refused(Signatory who, Why why) {
        var caught = new java.util.concurrent.atomic.AtomicReference<SignerAway>();
        assertThatExceptionOfType(SignerAway.class)
                .isThrownBy(() -> signer.sign(who, CONTENT))
                .satisfies(it -> assertThat(it.why()).as(it.getMessage()).isEqualTo(why))
                .satisfies(caught::set);
        return caught.get();
    }

    private static void put(String label, String id, KeyPair key, Signatory whose) throws Exception {
        plugged.orElseThrow().add(label, id, key, shop.authority.certify(whose, key.getPublic(), FROM, UNTIL), folder);
    }

    private static KeyPair rsa() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static KeyPair elliptic() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
