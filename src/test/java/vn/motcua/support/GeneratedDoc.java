package vn.motcua.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of {@code docs/generated/} drawn from the code. The test fails when the page is not what the code says;
 * {@code ./motcua docs} writes the pages anew.
 */
public final class GeneratedDoc {

    private static final Path FOLDER = Path.of("docs/generated");

    private GeneratedDoc() {}

    /** Compares the page with what the code says now, or writes it when {@code -Dwrite.docs=true}. */
    public static void isCurrent(String name, String content) {
        var file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("write.docs")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, content);
            }
            assertThat(file).as("run ./motcua docs").content().isEqualTo(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
