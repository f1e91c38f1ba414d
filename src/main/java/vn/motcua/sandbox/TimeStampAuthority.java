package vn.motcua.sandbox;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A time-stamping authority (RFC 3161) for demonstrations, with a key of its own that lasts as long as the program runs. */
@Component
@Profile("demo")
class TimeStampAuthority {

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.13762.3");

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final TimeStampTokenGenerator tokens;

    TimeStampAuthority(Clock clock)
            throws GeneralSecurityException, OperatorCreationException, IOException, TSPException {
        this.clock = clock;
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        var name = new X500Name("CN=Sandbox time-stamping authority");
        var now = clock.instant();
        var certificate = new JcaX509v3CertificateBuilder(
                        name,
                        serial(),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(3650))),
                        name,
                        pair.getPublic())
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                .build(signer);
        var x509 = new JcaX509CertificateConverter().getCertificate(certificate);
        tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", pair.getPrivate(), x509),
                sha1(),
                POLICY);
        tokens.addCertificates(new JcaCertStore(List.of(x509)));
    }

    /** Answers a question; one that cannot be read is answered with a refusal, as the standard has it. */
    byte[] answer(byte[] question) throws IOException, TSPException {
        var answers = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
        return answers.generate(new TimeStampRequest(question), serial(), Date.from(clock.instant()))
                .getEncoded();
    }

    private BigInteger serial() {
        return new BigInteger(120, random);
    }

    /** The standard names the certificate by its SHA-1. */
    private static DigestCalculator sha1() throws OperatorCreationException {
        return new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                        org.bouncycastle.asn1.oiw.OIWObjectIdentifiers.idSHA1));
    }
}
