package vn.motcua.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Who has which key: files in one folder, {@code <id>.properties} by the id of the officer's account or of the unit, with
 * {@code key} and, where there is one, {@code pin}. Read anew each time, so that an operator adds or mends one while the
 * program runs.
 */
final class SigningKeys {

    private final Path folder;

    SigningKeys(Path folder) {
        this.folder = folder;
    }

    /** Empty when nobody said so. */
    Optional<SigningKey> of(Signatory who) {
        var file = folder.resolve(who.id() + ".properties");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var read = new Properties();
        try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        var name = read.getProperty("key", "").strip();
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new SigningKey(name, read.getProperty("pin", "").strip()));
    }
}
