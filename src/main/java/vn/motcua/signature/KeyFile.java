package vn.motcua.signature;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/**
 * A key of the demonstration with its certificates.
 *
 * @param key the private half
 * @param chain its certificate first, then those above it
 */
public record KeyFile(PrivateKey key, List<X509Certificate> chain) {

    /** Keeps its own copy. */
    public KeyFile {
        chain = List.copyOf(chain);
    }

    /** Its own certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Reads {@code name.pem} and {@code name.key} in that folder, after making and keeping them if they are not there. */
    public static KeyFile readOrMake(Path folder, String name, Supplier<KeyFile> maker) {
        var key = folder.resolve(name + ".key");
        var certificates = folder.resolve(name + ".pem");
        try {
            if (Files.notExists(key)) {
                var made = maker.get();
                write(certificates, pem(List.copyOf(made.chain())), "rw-r--r--");
                write(key, pem(List.of(new JcaPKCS8Generator(made.key(), null))), "rw-------");
            }
            return read(key, certificates);
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("cannot read or make the key " + key, e);
        }
    }

    /** Certificates as PEM. */
    static String pem(List<?> things) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            for (var it : things) {
                pem.writeObject(it);
            }
        }
        return text.toString();
    }

    /** The certificates in a PEM file, in its order; what else stands there is passed over. */
    static List<X509Certificate> certificates(Path file) throws IOException, CertificateException {
        var found = new ArrayList<X509Certificate>();
        try (var pem = new PEMParser(new StringReader(Files.readString(file, StandardCharsets.US_ASCII)))) {
            for (var it = pem.readObject(); it != null; it = pem.readObject()) {
                if (it instanceof X509CertificateHolder holder) {
                    found.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
        }
        return found;
    }

    private static KeyFile read(Path key, Path certificates) throws IOException, CertificateException {
        try (var pem = new PEMParser(new StringReader(Files.readString(key, StandardCharsets.US_ASCII)))) {
            if (!(pem.readObject() instanceof PrivateKeyInfo it)) {
                throw new IOException("no private key in PKCS #8");
            }
            return new KeyFile(new JcaPEMKeyConverter().getPrivateKey(it), certificates(certificates));
        }
    }

    /** Whole or not at all, and the key last: as long as it is missing, both are made anew. */
    static void write(Path file, String content, String rights) throws IOException {
        var half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)));
        Files.write(
                half,
                content.getBytes(StandardCharsets.US_ASCII),
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.SYNC).toArray(StandardOpenOption[]::new));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
