package vn.motcua.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file drawn from the code, mostly a page of {@code docs/generated/}. The test fails when it is not what the code says;
 * {@code ./motcua docs} writes it anew.
 */
public final class GeneratedDoc {

    private static final Path FOLDER = Path.of("docs/generated");

    private GeneratedDoc() {}

    /** Compares the page with what the code says now, or writes it when {@code -Dwrite.docs=true}. */
    public static void isCurrent(String name, String content) {
        isCurrent(FOLDER.resolve(name), content);
    }

    /** The same for a file elsewhere in the project. */
    public static void isCurrent(Path file, String content) {
        try {
            if (Boolean.getBoolean("write.docs")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, content);
            }
            assertThat(file).as("run ./motcua docs").content().isEqualTo(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
