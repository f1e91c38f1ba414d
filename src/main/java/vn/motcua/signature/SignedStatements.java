package vn.motcua.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.X509CertUtils;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CRL;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.springframework.stereotype.Component;

/**
 * Statements of agencies, signed as compact JWS (RFC 7515) with the agency's certificate in the header ({@code x5c}): believed
 * when the trust list leads to that certificate and a revocation list there says that it is not revoked. Offline, as all checks.
 */
@Component
public class SignedStatements {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512, JWSAlgorithm.RS256, JWSAlgorithm.PS256);

    private final TrustList trust;

    SignedStatements(TrustList trust) {
        this.trust = trust;
    }

    /**
     * A statement that is believed.
     *
     * @param agency whose it is, as its certificate says
     * @param content what was signed
     */
    public record Statement(String agency, String content) {}

    /** The statement, if it is signed by somebody who is believed at that moment. */
    public Optional<Statement> read(String jws, Instant now) {
        try {
            var parsed = JWSObject.parse(jws);
            var chain = chain(parsed);
            if (!ALGORITHMS.contains(parsed.getHeader().getAlgorithm())
                    || chain.isEmpty()
                    || !parsed.verify(verifier(chain.getFirst()))) {
                return Optional.empty();
            }
            believe(chain, now);
            return agency(chain.getFirst())
                    .map(it -> new Statement(it, new String(parsed.getPayload().toBytes(), StandardCharsets.UTF_8)));
        } catch (ParseException | JOSEException | GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty(); // whatever is wrong with it, it is not believed
        }
    }

    private static List<X509Certificate> chain(JWSObject statement) {
        var given = statement.getHeader().getX509CertChain();
        return given == null
                ? List.of()
                : given.stream()
                        .map(Base64::decode)
                        .map(X509CertUtils::parse)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static JWSVerifier verifier(X509Certificate certificate) throws JOSEException {
        return switch (certificate.getPublicKey()) {
            case ECPublicKey key -> new ECDSAVerifier(key);
            case RSAPublicKey key -> new RSASSAVerifier(key);
            default -> throw new JOSEException("statements are not signed with such a key");
        };
    }

    /** Throws unless the trust list leads to it. */
    private void believe(List<X509Certificate> chain, Instant now) throws GeneralSecurityException {
        var believed = trust.read();
        var anchors = believed.certificates().stream()
                .map(it -> new TrustAnchor(it, null))
                .collect(Collectors.toSet());
        if (anchors.isEmpty()) {
            throw new InvalidAlgorithmParameterException("nobody is believed");
        }
        var parameters = new PKIXParameters(anchors);
        parameters.setDate(Date.from(now));
        parameters.setRevocationEnabled(true);
        var certificates = CertificateFactory.getInstance("X.509");
        var lists = new ArrayList<CRL>();
        for (var list : believed.lists()) {
            lists.add(certificates.generateCRL(new ByteArrayInputStream(list)));
        }
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
        var path = chain.stream()
                .filter(it -> believed.certificates().stream().noneMatch(it::equals))
                .toList();
        if (path.isEmpty()) {
            throw new CertPathValidatorException("an authority states nothing itself");
        }
        CertPathValidator.getInstance("PKIX").validate(certificates.generateCertPath(path), parameters);
    }

    /** Of its organisation; of a certificate without one its own name. */
    private static Optional<String> agency(X509Certificate certificate) {
        return part(certificate, BCStyle.O).or(() -> part(certificate, BCStyle.CN));
    }

    /** As it stands there: a comma in a name is no backslash and comma. */
    private static Optional<String> part(X509Certificate certificate, ASN1ObjectIdentifier type) {
        return Arrays.stream(X500Name.getInstance(
                                certificate.getSubjectX500Principal().getEncoded())
                        .getRDNs(type))
                .map(it -> it.getFirst().getValue())
                .filter(ASN1String.class::isInstance)
                .map(it -> ((ASN1String) it).getString())
                .findFirst();
    }
}
