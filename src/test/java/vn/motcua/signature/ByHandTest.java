package vn.motcua.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.signature.Workshop.FROM;
import static vn.motcua.signature.Workshop.NOW;
import static vn.motcua.signature.Workshop.UNTIL;

import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.audit.TimeStamping;
import vn.motcua.document.SamplePapers;
import vn.motcua.support.PdfA;

/** Papers that people sign with keys that lie elsewhere. */
class ByHandTest {

    private static final List<String> NUMBERS = List.of("PNOVN-", "CCCD:");
    private static final Signatory MAY = Signatory.person(new UUID(0, 3), "Lý Thị Mẩy", "", "");

    @TempDir
    Path trust;

    private Workshop shop;
    private KeyFile key;

    @BeforeEach
    void open() {
        shop = new Workshop(trust);
        key = shop.authority.issue(MAY.name(), "PNOVN-010198999001", FROM, UNTIL);
    }

    @Test
    void aPaperSignedElsewhereIsValidAndStamped() throws Exception {
        var signed = signed(Optional.of(shop.stampsAt(NOW)));

        var judged = shop.judge(signed);
        assertThat(judged.verdict()).isEqualTo(Verdict.VALID);
        assertThat(judged.signatures()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("Lý Thị Mẩy");
            assertThat(it.claimedAt()).contains(NOW);
            assertThat(it.stampedAt()).contains(NOW);
        });
        assertThat(PdfA.faults(signed)).isEmpty();
    }

    @Test
    void withoutAnAuthorityThatStampsItIsSignedAllTheSame() throws Exception {
        var away = new Stamps(new TimeStamping(URI.create("http://localhost:1/")));

        assertThat(shop.judge(signed(Optional.of(away))).signatures())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.stampedAt()).isEmpty();
                    assertThat(it.verdict()).isEqualTo(Verdict.INDETERMINATE);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "PNOVN-010198999001, 010198999001",
        "pnovn-010198999001, 010198999001",
        "CCCD:010198999001, 010198999001",
        "PNOLA-010198999001, ''",
        "PNOVN-, ''",
        "010198999001, ''",
        "'', ''"
    })
    void theNumberIsReadAsTheStandardWritesIt(String serialNumber, String number) {
        var certificate =
                shop.authority.issue("Lý Thị Mẩy", serialNumber, FROM, UNTIL).certificate();

        assertThat(PersonalNumbers.in(certificate, NUMBERS).orElse("")).isEqualTo(number);
    }

    private byte[] signed(Optional<? extends TSPSource> stamps) throws GeneralSecurityException {
        var papers = shop.signing(stamps);
        var paper = papers.byHand(SamplePapers.resultToSign(), MAY, key.chain(), NOW);
        var signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(key.key());
        signing.update(paper.content());
        return papers.withSignature(paper, signing.sign());
    }
}
