package vn.motcua.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A token of SoftHSM, a PKCS #11 module in software, as a test wants it: initialised anew, filled, unplugged. */
final class SoftToken {

    static final String PIN = "1234";
    private static final String LABEL = "motcua";

    private final Path folder;
    private final Path library;

    private SoftToken(Path folder, Path library) {
        this.folder = folder;
        this.library = library;
    }

    /** Empty where the machine has no SoftHSM. The surefire plugin names the file in which it looks for its tokens. */
    static Optional<SoftToken> make() throws IOException, InterruptedException {
        var library = List.of(
                        Path.of("/usr/lib/softhsm/libsofthsm2.so"),
                        Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
                        Path.of("/usr/lib64/pkcs11/libsofthsm2.so"))
                .stream()
                .filter(Files::isRegularFile)
                .findFirst();
        var settings = Optional.ofNullable(System.getenv("SOFTHSM2_CONF")).map(Path::of);
        if (library.isEmpty() || settings.isEmpty() || !there("softhsm2-util") || !there("pkcs11-tool")) {
            return Optional.empty();
        }
        var folder = Objects.requireNonNull(settings.get().getParent()).resolve("softhsm-" + UUID.randomUUID());
        Files.createDirectories(folder);
        Files.writeString(
                settings.get(),
                "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = true\n"
                        .formatted(folder));
        run("softhsm2-util", "--init-token", "--free", "--label", LABEL, "--pin", PIN, "--so-pin", "5678");
        return Optional.of(new SoftToken(folder, library.get()));
    }

    Path library() {
        return library;
    }

    /** Puts a key with its certificates on it. */
    void add(String label, String id, KeyPair key, List<java.security.cert.X509Certificate> chain, Path scratch)
            throws Exception {
        var pem = scratch.resolve(label + ".pem");
        Files.writeString(
                pem,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                .encodeToString(key.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        run("softhsm2-util", "--import", pem.toString(), "--token", LABEL, "--label", label, "--id", id, "--pin", PIN);
        var certificate = scratch.resolve(label + ".der");
        Files.write(certificate, chain.getFirst().getEncoded());
        tool("--write-object", certificate.toString(), "--type", "cert", "--id", id, "--label", label);
    }

    /** Takes the private key of that label away. */
    void lose(String label) throws IOException, InterruptedException {
        tool("--delete-object", "--type", "privkey", "--label", label);
    }

    void unplug() throws IOException {
        destroy();
        Files.createDirectory(folder);
    }

    void destroy() throws IOException {
        try (var all = Files.walk(folder)) {
            for (var it : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(it);
            }
        }
    }

    private void tool(String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "pkcs11-tool", "--module", library.toString(), "--token-label", LABEL, "--login", "--pin", PIN));
        command.addAll(List.of(more));
        run(command.toArray(String[]::new));
    }

    private static boolean there(String program) {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(it -> Files.isExecutable(Path.of(it, program)));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }
}
