package vn.motcua.support;

import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import vn.motcua.document.SamplePapers;
import vn.motcua.filing.SignatureRounds;
import vn.motcua.signature.PdfSigning;
import vn.motcua.signature.Signatory;
import vn.motcua.signature.SignerAway;

/** Papers that somebody uploads with signatures in them, and the round that judges these. */
@TestComponent
public final class SignedUploads {

    private static final Signatory LEADER =
            Signatory.person(new UUID(7, 1), "Vàng A Sùng", "Chủ tịch", "Ủy ban nhân dân xã Tả Van");
    private static final Signatory COMMUNE = Signatory.agency(new UUID(7, 2), "Ủy ban nhân dân xã Tả Van");

    private final PdfSigning signing;
    private final SignatureRounds rounds;
    private final TestClock clock;

    SignedUploads(PdfSigning signing, SignatureRounds rounds, TestClock clock) {
        this.signing = signing;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** A PDF with valid signatures in it, another one each time. */
    public byte[] pdf() {
        try {
            return signing.sign(SamplePapers.resultToSign(), LEADER, COMMUNE, clock.instant());
        } catch (SignerAway e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was uploaded is judged, also what other tests left. */
    public void judged() {
        for (int i = 0; i < 10; i++) {
            rounds.go();
        }
    }
}
