package vn.motcua.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The shipped forms. */
final class Packages {

    private static final Path ROOT = Path.of("src/main/resources/procedures");

    private Packages() {}

    static List<String> codes() {
        try (var folders = Files.list(ROOT)) {
            return folders.filter(it -> Files.exists(it.resolve("form.yaml")))
                    // A linked group takes its questions from its parts; GroupTest reads it
                    .filter(it -> !Files.exists(it.resolve("group.yaml")))
                    .map(it -> it.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CompiledForm form(String code) {
        try {
            return Form.compile(
                    FormDefinition.read(Files.readString(ROOT.resolve(code).resolve("form.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
