package vn.motcua.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.motcua.signature.Workshop.COMMUNE;
import static vn.motcua.signature.Workshop.LEADER;
import static vn.motcua.signature.Workshop.NOW;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.document.SamplePapers;
import vn.motcua.signature.PdfSigning.Spot;
import vn.motcua.support.PdfA;
import vn.motcua.support.Pdfsig;

/** Who made the list, the head of the division with initials, the leader, the agency: one after the other, on different days. */
class SeveralSignaturesTest {

    private static final Signatory MAKER =
            Signatory.person(new UUID(0, 7), "Sùng Thị Dợ", "Công chức", "Ủy ban nhân dân xã Tả Van");
    private static final Signatory HEAD =
            Signatory.person(new UUID(0, 8), "Vàng A Chư", "Trưởng phòng", "Ủy ban nhân dân xã Tả Van");

    @TempDir
    Path trust;

    private Workshop shop;

    @BeforeEach
    void open() {
        shop = new Workshop(trust);
    }

    @Test
    void fourSignaturesHoldInTheirOrderEachOverThoseBefore() throws Exception {
        var judged = shop.judge(signed(4));

        assertThat(judged.verdict()).as("%s", judged).isEqualTo(Verdict.VALID);
        assertThat(judged.signatures())
                .extracting(Judgement.One::name)
                .containsExactly("Sùng Thị Dợ", "Vàng A Chư", "Vàng A Sùng", "Ủy ban nhân dân xã Tả Van");
        assertThat(judged.signatures())
                .extracting(Judgement.One::position)
                .containsExactly("Công chức", "Trưởng phòng", "Chủ tịch", "");
    }

    @Test
    void threeHoldBeforeTheSealComes() throws Exception {
        assertThat(shop.judge(signed(3)).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void thePaperStaysPdfAWithAllOfThem() throws Exception {
        assertThat(PdfA.faults(signed(3))).isEmpty();
        assertThat(PdfA.faults(signed(4))).isEmpty();
    }

    @Test
    void popplerFindsEveryOneWhole() throws Exception {
        var said = Pdfsig.of(signed(4));
        assumeTrue(said.isPresent(), "pdfsig is not installed");

        assertThat(said.orElseThrow())
                .contains("Signature #1", "Signature #2", "Signature #3", "Signature #4", "Signature is Valid")
                .doesNotContain("Signature is Invalid", "Digest Mismatch");
    }

    @Test
    void eachStandsAtItsPlaceAndCoversNoOther() throws Exception {
        var file = signed(4);
        try (var document = Loader.loadPDF(file)) {
            var drawn = new PDFRenderer(document).renderImageWithDPI(0, 110);
            ImageIO.write(drawn, "png", Path.of("target/several-signatures.png").toFile());
            var boxes = document.getPage(0).getAnnotations().stream()
                    .filter(PDAnnotationWidget.class::isInstance)
                    .map(it -> it.getRectangle())
                    .toList();
            assertThat(boxes).hasSize(4);
            var maker = boxes.get(0);
            var head = boxes.get(1);
            var leader = boxes.get(2);
            assertThat(maker.getUpperRightX()).as("to the left").isLessThan(leader.getLowerLeftX());
            assertThat(maker.getLowerLeftY())
                    .as("beside the leader")
                    .isCloseTo(leader.getLowerLeftY(), org.assertj.core.data.Offset.offset(30f));
            assertThat(head.getUpperRightY()).as("below, behind the recipients").isLessThan(leader.getLowerLeftY());
            assertThat(head.getWidth()).isLessThan(leader.getWidth() / 2);
        }
        assertThat(Files.size(Path.of("target/several-signatures.png"))).isPositive();
    }

    @Test
    void anEarlierSignatureThatIsTakenOutOrChangedIsSeen() throws Exception {
        var file = signed(4);
        var at = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("GI\u00c0NG");
        var flipped = Arrays.copyOf(file, file.length);
        flipped[at > 0 ? at : 2000] ^= 1;

        assertThat(shop.judge(flipped).verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    private byte[] signed(int many) throws SignerAway {
        var signing = shop.signing(Optional.of(shop.stampsAt(NOW)));
        var all = new ArrayList<byte[]>();
        all.add(SamplePapers.resultOfTwo());
        all.add(signing.signOne(all.getLast(), MAKER, new Spot.Above(MAKER.name()), NOW));
        all.add(signing.signOne(all.getLast(), HEAD, new Spot.Initials(0), NOW));
        all.add(signing.signOne(all.getLast(), LEADER, new Spot.Above(LEADER.name()), NOW));
        all.add(signing.signOne(all.getLast(), COMMUNE, new Spot.Sealing(LEADER.name()), NOW));
        return all.get(many);
    }
}
