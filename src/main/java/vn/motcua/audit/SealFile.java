package vn.motcua.audit;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Where the key that signs the log's days is kept: files of the operator, or, made once, of the program. */
record SealFile(Path key, Path certificate) {

    private static final Duration VALID_FOR = Duration.ofDays(3650);

    /** Reads the key. */
    Seal read() {
        try (var pem = new PEMParser(new StringReader(Files.readString(key, StandardCharsets.US_ASCII)))) {
            if (!(pem.readObject() instanceof PrivateKeyInfo it)) {
                throw new IllegalStateException("no private key in PKCS #8 in " + key);
            }
            return new Seal(
                    new JcaPEMKeyConverter().getPrivateKey(it),
                    Files.readString(certificate, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the key that signs the log's days: " + key, e);
        }
    }

    /** Reads the key, after making one with a certificate of its own if there is none. */
    Seal readOrMake(Instant now) {
        if (Files.notExists(key)) {
            make(now);
        }
        return read();
    }

    private void make(Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var name = new X500Name("CN=Motcua audit log");
            var signed = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(128, new SecureRandom()),
                            Date.from(now.minus(Duration.ofDays(1))),
                            Date.from(now.plus(VALID_FOR)),
                            name,
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            write(certificate, pem(signed), "rw-r--r--");
            write(key, pem(pair.getPrivate()), "rw-------");
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("cannot make the key that signs the log's days", e);
        }
    }

    private static String pem(Object it) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(it instanceof PrivateKey secret ? new JcaPKCS8Generator(secret, null) : it);
        }
        return text.toString();
    }

    /** Whole or not at all, and the key last: as long as it is missing, both are made anew. */
    private static void write(Path file, String content, String rights) throws IOException {
        var half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)));
        Files.write(
                half,
                content.getBytes(StandardCharsets.US_ASCII),
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.SYNC).toArray(StandardOpenOption[]::new));
        Files.move(half, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
