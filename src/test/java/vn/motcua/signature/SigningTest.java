package vn.motcua.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.motcua.signature.Workshop.COMMUNE;
import static vn.motcua.signature.Workshop.LEADER;
import static vn.motcua.signature.Workshop.NOW;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.document.SamplePapers;
import vn.motcua.support.PdfA;
import vn.motcua.support.Pdfsig;

class SigningTest {

    private static final byte[] PAPER = SamplePapers.resultToSign();

    @TempDir
    Path trust;

    private Workshop shop;

    @BeforeEach
    void open() {
        shop = new Workshop(trust);
    }

    @Test
    void aLeaderAndTheAgencySignOneAfterTheOther() throws Exception {
        var judged = shop.judge(shop.signing().sign(PAPER, LEADER, COMMUNE, NOW));

        assertThat(judged.verdict()).as("%s", judged).isEqualTo(Verdict.VALID);
        assertThat(judged.signatures())
                .extracting(Judgement.One::name)
                .containsExactly("Vàng A Sùng", "Ủy ban nhân dân xã Tả Van");
        var leader = judged.signatures().getFirst();
        assertThat(leader.position()).isEqualTo("Chủ tịch");
        assertThat(leader.claimedAt()).contains(NOW);
        assertThat(leader.stampedAt()).contains(NOW);
        assertThat(leader.listOf()).contains(NOW);
    }

    @Test
    void aSignedPaperIsStillPdfA() throws Exception {
        assertThat(PdfA.faults(PAPER)).isEmpty();
        assertThat(PdfA.faults(shop.signing().sign(PAPER, LEADER, COMMUNE, NOW)))
                .isEmpty();
    }

    @Test
    void theSealCoversAThirdOfTheSignatureToItsLeft() {
        var room = SignatureRoom.above(PAPER, LEADER.name());
        var seal = room.sealed(96);

        assertThat(seal.x() + seal.width()).isCloseTo(room.x() + room.width() / 3, within());
        assertThat(seal.y() + seal.height() / 2).isCloseTo(room.y() + room.height() / 2, within());
    }

    @Test
    void theSignatureStandsInTheRoomAboveTheName() throws Exception {
        var room = SignatureRoom.above(PAPER, LEADER.name());
        try (var document = Loader.loadPDF(PAPER)) {
            var page = document.getPage(0).getMediaBox();
            assertThat(room.x() + room.width() / 2).isGreaterThan(page.getWidth() / 2);
            assertThat(room.y()).isBetween(page.getHeight() / 3, page.getHeight());
        }
        var signed = shop.signing().sign(PAPER, LEADER, COMMUNE, NOW);
        try (var document = Loader.loadPDF(signed)) {
            var drawn = new PDFRenderer(document).renderImageWithDPI(0, 110);
            ImageIO.write(drawn, "png", Path.of("target/signed-result.png").toFile());
            var blue = 0;
            var red = 0;
            for (var x = 0; x < drawn.getWidth(); x++) {
                for (var y = 0; y < drawn.getHeight(); y++) {
                    var r = drawn.getRGB(x, y) >> 16 & 0xff;
                    var b = drawn.getRGB(x, y) & 0xff;
                    blue += b > r + 60 ? 1 : 0;
                    red += r > b + 60 ? 1 : 0;
                }
            }
            assertThat(blue).isGreaterThan(200);
            assertThat(red).isGreaterThan(500);
        }
    }

    @Test
    void anImageOfTheOperatorsTakesThePlaceOfTheDrawnOne(@TempDir Path images) throws Exception {
        var other = new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        ImageIO.write(other, "png", images.resolve(LEADER.id() + ".png").toFile());

        var drawing = new SignatureImages(Optional.of(images));

        assertThat(drawing.of(LEADER, NOW, 100, 50))
                .isEqualTo(Files.readAllBytes(images.resolve(LEADER.id() + ".png")));
        assertThat(drawing.of(Signatory.person(new UUID(0, 9), "A", "B", "C"), NOW, 100, 50))
                .isNotEmpty();
    }

    @Test
    void whereThereIsNoSignerOrNoStampItIsAnOutage() {
        var nobody = new PdfSigning(Optional.empty(), Optional::empty, new SignatureImages(Optional.empty()), 34);
        assertThat(nobody.possible()).isFalse();
        assertThatThrownBy(() -> nobody.sign(PAPER, LEADER, COMMUNE, NOW)).isInstanceOf(SignerAway.class);

        var closed = new Stamps(new vn.motcua.audit.TimeStamping(java.net.URI.create("http://localhost:1/")));
        assertThatThrownBy(() -> shop.signing(Optional.of(closed)).sign(PAPER, LEADER, COMMUNE, NOW))
                .isInstanceOf(SignerAway.class);
    }

    /** A second opinion, where the machine has it. */
    @Test
    void popplerFindsBothSignaturesWhole() throws Exception {
        var said = Pdfsig.of(shop.signing().sign(PAPER, LEADER, COMMUNE, NOW));
        assumeTrue(said.isPresent(), "pdfsig is not installed");

        assertThat(said.orElseThrow())
                .contains("Signature #1", "Signature #2")
                .doesNotContain("Signature is Invalid", "Digest Mismatch");
    }

    private static org.assertj.core.data.Offset<Float> within() {
        return org.assertj.core.api.Assertions.within(0.5f);
    }
}
