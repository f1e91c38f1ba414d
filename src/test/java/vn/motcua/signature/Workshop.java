package vn.motcua.signature;

import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority, a stamp and keys, as a test wants them. */
final class Workshop {

    static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2050-01-01T00:00:00Z");

    static final Signatory LEADER =
            Signatory.person(new UUID(0, 1), "Vàng A Sùng", "Chủ tịch", "Ủy ban nhân dân xã Tả Van");
    static final Signatory COMMUNE = Signatory.agency(new UUID(0, 2), "Ủy ban nhân dân xã Tả Van");

    final CertificateAuthority authority = CertificateAuthority.make("CA thử nghiệm", FROM, UNTIL);
    final KeyFile stamps = CertificateAuthority.timeStamping("TSA thử nghiệm", FROM, UNTIL);
    private final Map<Signatory, KeyFile> keys = new ConcurrentHashMap<>();
    private final Path folder;
    private final TrustList trust;

    Workshop(Path folder) {
        this.folder = folder;
        this.trust = new TrustList(folder);
        trust.believe("authority", authority.own().certificate());
        trust.believe("stamps", stamps.certificate());
        revoked(Map.of());
    }

    KeyFile key(Signatory who) {
        return keys.computeIfAbsent(who, it -> authority.issue(it, FROM, UNTIL));
    }

    /** From now on they sign with this key. */
    void key(Signatory who, KeyFile other) {
        keys.put(who, other);
    }

    void revoked(Map<BigInteger, Instant> certificates) {
        revoked(certificates, NOW);
    }

    /** A list as it was then; it lasts thirty days. */
    void revoked(Map<BigInteger, Instant> certificates, Instant at) {
        trust.keep("authority", authority.revoked(certificates, at, Duration.ofDays(30)));
    }

    void forget(String file) throws IOException {
        Files.delete(folder.resolve(file));
    }

    PdfSigning signing() {
        return signing(Optional.of(stampsAt(NOW)));
    }

    PdfSigning signing(Optional<? extends TSPSource> stamps) {
        return new PdfSigning(Optional.of(signer()), () -> stamps, new SignatureImages(Optional.empty()), 34);
    }

    /** With proofs for the archive, of lists up to so many bytes. */
    PdfSigning archiving(Optional<? extends TSPSource> stamps, long largest) {
        return new PdfSigning(
                Optional.of(signer()),
                () -> stamps,
                new SignatureImages(Optional.empty()),
                34,
                Optional.of(new ArchiveProofs(trust, largest)));
    }

    /** With keys that lie elsewhere. */
    PdfSigning signing(Signer elsewhere) {
        return new PdfSigning(
                Optional.of(elsewhere), () -> Optional.of(stampsAt(NOW)), new SignatureImages(Optional.empty()), 34);
    }

    TSPSource stampsAt(Instant at) {
        return stampsAt(stamps, at);
    }

    static TSPSource stampsAt(KeyFile stamps, Instant at) {
        var source = new KeyEntityTSPSource(stamps.key(), stamps.certificate(), stamps.chain());
        source.setTsaPolicy("1.3.6.1.4.1.13762.3");
        source.setProductionTime(Date.from(at));
        return source;
    }

    Judgement judge(byte[] pdf) {
        return judge(pdf, NOW);
    }

    Judgement judge(byte[] pdf, Instant at) {
        return new Validation(trust).judge(pdf, at);
    }

    private Signer signer() {
        return new Signer() {
            @Override
            public List<X509Certificate> certificates(Signatory who) {
                return key(who).chain();
            }

            @Override
            public byte[] sign(Signatory who, byte[] content) throws SignerAway {
                try {
                    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key(who).key());
                    signer.getOutputStream().write(content);
                    return signer.getSignature();
                } catch (IOException | OperatorCreationException e) {
                    throw new SignerAway("the test's key does not sign", e);
                }
            }
        };
    }
}
