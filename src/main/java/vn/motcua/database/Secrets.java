package vn.motcua.database;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of the own database server: made at random once, kept in a file that only its owner can read. */
final class Secrets {

    private static final int BYTES = 24;

    private final Path file;
    private final Properties passwords = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path file) throws IOException {
        var secrets = new Secrets(file);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                secrets.passwords.load(reader);
            }
        }
        return secrets;
    }

    /** The role's password; the first time, a new one that is on disk before it is used. */
    synchronized String of(String role) throws IOException {
        var known = passwords.getProperty(role);
        if (known != null) {
            return known;
        }
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        var fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        passwords.setProperty(role, fresh);
        var text = new StringWriter();
        passwords.store(text, "Passwords of this folder's PostgreSQL");
        OwnerOnly.write(file, text.toString());
        return fresh;
    }
}
