package vn.motcua.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The signing library as anybody would call it, with nothing of the program around it: two signatures with their stamps, one after the
 * other, and the proofs for the archive (B-LTA). The yardstick of the program's own rate.
 */
public final class BareLibrary {

    private static final float WIDE = 150;
    private static final float HIGH = 80;

    private final Signer signer;
    private final TSPSource stamps;
    private final TrustList trust;
    private final Map<Signatory, byte[]> drawn = new HashMap<>();

    BareLibrary(Signer signer, TSPSource stamps, TrustList trust) {
        this.signer = signer;
        this.stamps = stamps;
        this.trust = trust;
    }

    /** The paper as the library signs it, with pictures that were drawn before. */
    public byte[] sign(byte[] pdf, Signatory person, Signatory agency, Instant at) throws SignerAway, IOException {
        var service = new PAdESService(Validation.verifier(trust.read()));
        service.setTspSource(stamps);
        DSSDocument paper = new InMemoryDocument(pdf, "result.pdf", MimeTypeEnum.PDF);
        paper = signed(service, paper, person, at, 100);
        paper = signed(service, paper, agency, at, 320);
        var archive = new PAdESSignatureParameters();
        archive.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LTA);
        archive.setArchiveTimestampParameters(new PAdESTimestampParameters(DigestAlgorithm.SHA256));
        try (var out = new ByteArrayOutputStream()) {
            service.extendDocument(paper, archive).writeTo(out);
            return out.toByteArray();
        }
    }

    private DSSDocument signed(PAdESService service, DSSDocument paper, Signatory who, Instant at, float x)
            throws SignerAway {
        var chain = signer.certificates(who).stream().map(CertificateToken::new).toList();
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_T);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(chain.getFirst());
        parameters.setCertificateChain(chain);
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setImageParameters(picture(who, at, x));
        var value = signer.sign(who, service.getDataToSign(paper, parameters).getBytes());
        var algorithm = chain.getFirst().getPublicKey().getAlgorithm().equals("EC")
                ? SignatureAlgorithm.ECDSA_SHA256
                : SignatureAlgorithm.RSA_SHA256;
        return service.signDocument(paper, parameters, new SignatureValue(algorithm, value));
    }

    private SignatureImageParameters picture(Signatory who, Instant at, float x) {
        var field = new SignatureFieldParameters();
        field.setOriginX(x);
        field.setOriginY(600);
        field.setWidth(WIDE);
        field.setHeight(HIGH);
        var image = new SignatureImageParameters();
        image.setFieldParameters(field);
        image.setImage(new InMemoryDocument(
                drawn.computeIfAbsent(who, it -> new SignatureImages(Optional.empty()).of(it, at, WIDE, HIGH)),
                "signature.png",
                MimeTypeEnum.PNG));
        return image;
    }
}
