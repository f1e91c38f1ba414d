package vn.motcua.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority that issues certificates for demonstrations and tests; nobody outside believes it.
 *
 * @param own its key and self-signed certificate
 */
public record CertificateAuthority(KeyFile own) {

    private static final String ALGORITHM = "SHA256withECDSA";
    /** Named in each certificate; nothing is fetched from there, its list lies in the folder of what is believed. */
    private static final String LIST = "http://demonstration.motcua.invalid/ca.crl";

    /** A new one of that name. */
    public static CertificateAuthority make(String name, Instant from, Instant until) {
        var pair = pair();
        var subject = name(name, "", "Motcua");
        return new CertificateAuthority(signed(pair, subject, from, until, it -> {
            it.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            it.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        }));
    }

    /** A key for a person or an agency, good for signing papers. */
    public KeyFile issue(Signatory to, Instant from, Instant until) {
        var pair = pair();
        return new KeyFile(pair.getPrivate(), certify(to, pair.getPublic(), from, until));
    }

    /**
     * A key for a person of their own, good for signing papers.
     *
     * @param serialNumber of the subject, by which the certificate says who it is, e.g. {@code PNOVN-} and the personal number;
     *     empty for one that does not
     */
    public KeyFile issue(String name, String serialNumber, Instant from, Instant until) {
        var pair = pair();
        var subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "VN");
        if (!serialNumber.isEmpty()) {
            subject.addRDN(BCStyle.SERIALNUMBER, serialNumber);
        }
        var named = subject.addRDN(BCStyle.CN, name).build();
        return new KeyFile(pair.getPrivate(), certify(named, pair.getPublic(), from, until));
    }

    /** A certificate for a key that somebody else keeps, good for signing papers; then those above it. */
    List<X509Certificate> certify(Signatory to, PublicKey key, Instant from, Instant until) {
        return certify(name(to.name(), to.position(), to.agency()), key, from, until);
    }

    private List<X509Certificate> certify(X500Name subject, PublicKey key, Instant from, Instant until) {
        return certified(key, subject, issuer(), pair(own), from, until, own.chain(), it -> {
            it.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            it.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(
                        new DistributionPointName(
                                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, LIST))),
                        null,
                        null)
            }));
        });
    }

    /** A self-signed key of a time-stamping authority (RFC 3161). */
    public static KeyFile timeStamping(String name, Instant from, Instant until) {
        var pair = pair();
        var subject = name(name, "", "Motcua");
        return signed(pair, subject, from, until, it -> {
            it.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            it.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        });
    }

    /** Its list of revoked certificates (DER), by serial number and since when. */
    public byte[] revoked(Map<BigInteger, Instant> certificates, Instant at, Duration lasts) {
        try {
            var list = new JcaX509v2CRLBuilder(own.certificate(), Date.from(at));
            list.setNextUpdate(Date.from(at.plus(lasts)));
            certificates.forEach(
                    (serial, since) -> list.addCRLEntry(serial, Date.from(since), CRLReason.keyCompromise));
            return list.build(new JcaContentSignerBuilder(ALGORITHM).build(own.key()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("cannot make a revocation list", e);
        }
    }

    private X500Name issuer() {
        return X500Name.getInstance(own.certificate().getSubjectX500Principal().getEncoded());
    }

    private static KeyPair pair(KeyFile file) {
        return new KeyPair(file.certificate().getPublicKey(), file.key());
    }

    private static X500Name name(String common, String position, String organisation) {
        var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "VN").addRDN(BCStyle.O, organisation);
        if (!position.isEmpty()) {
            name.addRDN(BCStyle.T, position);
        }
        return name.addRDN(BCStyle.CN, common).build();
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /** What else stands in a certificate. */
    private interface Extensions {
        void add(JcaX509v3CertificateBuilder to) throws CertIOException;
    }

    private static KeyFile signed(KeyPair pair, X500Name name, Instant from, Instant until, Extensions extensions) {
        return new KeyFile(
                pair.getPrivate(), certified(pair.getPublic(), name, name, pair, from, until, List.of(), extensions));
    }

    private static List<X509Certificate> certified(
            PublicKey key,
            X500Name subject,
            X500Name issuer,
            KeyPair by,
            Instant from,
            Instant until,
            List<X509Certificate> above,
            Extensions extensions) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer, new BigInteger(120, new SecureRandom()), Date.from(from), Date.from(until), subject, key);
            var ids = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(by.getPublic()));
            extensions.add(builder);
            var certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(by.getPrivate())));
            var chain = new ArrayList<X509Certificate>();
            chain.add(certificate);
            chain.addAll(above);
            return chain;
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("cannot make a certificate", e);
        }
    }
}
