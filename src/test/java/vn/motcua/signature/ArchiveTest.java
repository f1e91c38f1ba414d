package vn.motcua.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.signature.Workshop.COMMUNE;
import static vn.motcua.signature.Workshop.FROM;
import static vn.motcua.signature.Workshop.LEADER;
import static vn.motcua.signature.Workshop.NOW;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.document.SamplePapers;
import vn.motcua.support.PdfA;

/** A paper that carries what proves it: judged the same when nobody has the authority's list any more. */
class ArchiveTest {

    private static final byte[] PAPER = SamplePapers.resultToSign();
    private static final long LARGEST = 256 * 1024;

    @TempDir
    private Path trust;

    private Workshop shop;

    @BeforeEach
    void open() {
        shop = new Workshop(trust);
    }

    @Test
    void itHoldsWithoutTheAuthoritysList() throws Exception {
        var archived = archived();
        var plain = shop.signing().sign(PAPER, LEADER, COMMUNE, NOW);
        assertThat(hasArchiveStamp(archived)).isTrue();
        assertThat(shop.judge(archived).verdict())
                .as("%s", shop.judge(archived))
                .isEqualTo(Verdict.VALID);
        assertThat(PdfA.faults(archived)).isEmpty();

        shop.forget("authority.crl");

        assertThat(shop.judge(archived).verdict())
                .as("%s", shop.judge(archived))
                .isEqualTo(Verdict.VALID);
        assertThat(shop.judge(archived).signatures())
                .as("it says how old the list is")
                .allSatisfy(it -> assertThat(it.listOf()).contains(NOW));
        assertThat(shop.judge(plain).verdict()).isEqualTo(Verdict.INDETERMINATE);
    }

    /** The leader's certificate has run out since; the stamps prove that it had not when it was used. */
    @Test
    void itHoldsWhenTheCertificateHasRunOut() throws Exception {
        shop.key(LEADER, shop.authority.issue(LEADER, FROM, NOW.plus(Duration.ofDays(30))));
        var archived = archived();

        var later = NOW.plus(Duration.ofDays(60));
        shop.forget("authority.crl");

        assertThat(shop.judge(archived, later).verdict())
                .as("%s", shop.judge(archived, later))
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void withoutAListThatIsInForceOrSmallEnoughItStaysAsItWasSigned() throws Exception {
        assertThat(hasArchiveStamp(shop.archiving(stamps(), 10).sign(PAPER, LEADER, COMMUNE, NOW)))
                .isFalse();
        assertThat(hasArchiveStamp(shop.archiving(Optional.empty(), LARGEST).sign(PAPER, LEADER, COMMUNE, NOW)))
                .as("without stamps")
                .isFalse();
        shop.revoked(Map.of(), NOW.minus(Duration.ofDays(60)));
        assertThat(hasArchiveStamp(archived())).as("the list is over").isFalse();
        shop.forget("authority.crl");
        var bare = archived();
        assertThat(hasArchiveStamp(bare)).isFalse();
        assertThat(shop.judge(bare).signatures().getFirst().findings()).contains(Finding.REVOCATION_UNKNOWN);
    }

    @Test
    void aStampThatFailsAtTheEndIsAnOutage() {
        var real = shop.stampsAt(NOW);
        var failing = new TSPSource() {
            private int asked;

            @Override
            public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
                asked++;
                if (asked == 3) {
                    throw new Stamps.NoStamp("away", new java.io.IOException("away"));
                }
                return real.getTimeStampResponse(algorithm, digest);
            }
        };

        assertThatThrownBy(() -> shop.archiving(Optional.of(failing), LARGEST).sign(PAPER, LEADER, COMMUNE, NOW))
                .isInstanceOf(SignerAway.class);
    }

    @Test
    void whatIsAddedAfterTheProofsIsFound() throws Exception {
        var archived = archived();
        var more = java.util.Arrays.copyOf(archived, archived.length + 7);
        System.arraycopy("\n%hello".getBytes(StandardCharsets.US_ASCII), 0, more, archived.length, 7);
        assertThat(shop.judge(more).verdict()).as("bytes").isEqualTo(Verdict.NOT_VALID);

        try (var document = Loader.loadPDF(archived);
                var out = new ByteArrayOutputStream()) {
            var page = document.getPage(0);
            var square = new PDAnnotationSquare();
            square.setRectangle(new PDRectangle(100, 400, 200, 100));
            var all = new java.util.ArrayList<>(page.getAnnotations());
            all.add(square);
            page.setAnnotations(all);
            page.getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
            assertThat(shop.judge(out.toByteArray()).verdict()).as("a drawing").isEqualTo(Verdict.NOT_VALID);
        }
        var altered = archived.clone();
        altered[PAPER.length / 2] ^= 1;
        assertThat(shop.judge(altered).verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    private byte[] archived() throws SignerAway {
        return shop.archiving(stamps(), LARGEST).sign(PAPER, LEADER, COMMUNE, NOW);
    }

    private Optional<TSPSource> stamps() {
        return Optional.of(shop.stampsAt(NOW));
    }

    private static boolean hasArchiveStamp(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1).contains("/ETSI.RFC3161");
    }
}
