package vn.motcua.sandbox;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.motcua.database.DataFolder;
import vn.motcua.signature.CertificateAuthority;
import vn.motcua.signature.KeyFile;
import vn.motcua.signature.TrustList;

/** A time-stamping authority (RFC 3161) for demonstrations, with a key of its own in the data folder, which signatures believe. */
@Component
@Profile("demo")
class TimeStampAuthority {

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.13762.3");

    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2050-01-01T00:00:00Z");

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final TimeStampTokenGenerator tokens;

    TimeStampAuthority(DataFolder data, TrustList trust, Clock clock)
            throws GeneralSecurityException, OperatorCreationException, IOException, TSPException {
        this.clock = clock;
        var own = KeyFile.readOrMake(
                data.folder("sandbox"),
                "time-stamp",
                () -> CertificateAuthority.timeStamping("Sandbox time-stamping authority", FROM, UNTIL));
        trust.believe("sandbox-time-stamp", own.certificate());
        tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", own.key(), own.certificate()),
                sha1(),
                POLICY);
        tokens.addCertificates(new JcaCertStore(List.of(own.certificate())));
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
