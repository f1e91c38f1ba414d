package vn.motcua.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.motcua.database.DataFolder;
import vn.motcua.shared.Sha256;

/**
 * Which certificates are believed, and which are revoked: files in one folder, so that an operator adds an authority or a
 * newer revocation list by putting a file there. Read anew for each check; nothing is fetched from anywhere.
 */
@Component
public class TrustList {

    private static final Logger LOG = LoggerFactory.getLogger(TrustList.class);

    private final Path folder;

    @Autowired
    TrustList(SignatureSettings settings, DataFolder data) {
        this(settings.trust()
                .filter(it -> !it.isBlank())
                .map(Path::of)
                .orElseGet(() -> data.folder("signature-trust")));
    }

    TrustList(Path folder) {
        this.folder = folder;
    }

    /**
     * What the folder says now.
     *
     * @param certificates of authorities whose word is taken
     * @param lists revocation lists (DER or PEM)
     */
    record Believed(List<X509Certificate> certificates, List<byte[]> lists) {

        Believed {
            certificates = List.copyOf(certificates);
            lists = List.copyOf(lists);
        }
    }

    /** Reads it; a file that is neither is passed over with a warning, so that one bad file does not stop all checks. */
    Believed read() {
        var certificates = new ArrayList<X509Certificate>();
        var lists = new ArrayList<byte[]>();
        for (var file : files()) {
            try {
                if (file.toString().endsWith(".crl")) {
                    lists.add(readable(Files.readAllBytes(file)));
                } else if (file.toString().endsWith(".pem")) {
                    certificates.addAll(KeyFile.certificates(file));
                }
            } catch (IOException | CertificateException | CRLException e) {
                LOG.warn("{} among the trusted certificates cannot be read: {}", file, e.getMessage());
            }
        }
        return new Believed(certificates, lists);
    }

    /** A name for what the folder says now: another one as soon as a certificate or a list has come, gone or changed. */
    public String version() {
        var digest = Sha256.begin();
        for (var file : files()) {
            var name = String.valueOf(file.getFileName());
            if (!name.endsWith(".crl") && !name.endsWith(".pem")) {
                continue;
            }
            try {
                var content = Files.readAllBytes(file);
                digest.update((name + "|" + content.length + "|").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            } catch (IOException e) {
                LOG.warn("{} among the trusted certificates cannot be read: {}", file, e.getMessage());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] readable(byte[] list) throws CertificateException, CRLException {
        CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
        return list;
    }

    /** Has a certificate believed from now on, under that name. */
    public void believe(String name, X509Certificate certificate) {
        put(name + ".pem", pem(certificate));
    }

    /** Takes a revocation list from now on, under that name. */
    public void keep(String name, byte[] list) {
        var half = folder.resolve(name + ".crl.new");
        try {
            Files.write(half, list);
            Files.move(
                    half,
                    folder.resolve(name + ".crl"),
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(X509Certificate certificate) {
        try {
            return KeyFile.pem(List.of(certificate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String name, String content) {
        try {
            KeyFile.write(folder.resolve(name), content, "rw-r--r--");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        try (var all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
