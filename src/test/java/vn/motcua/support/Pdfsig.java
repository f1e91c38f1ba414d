package vn.motcua.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code pdfsig} of poppler says of a file: a second opinion, where the machine has it. */
public final class Pdfsig {

    private Pdfsig() {}

    /** Its words about the signatures of that file; empty where it is not installed. */
    public static Optional<String> of(byte[] pdf) throws IOException, InterruptedException {
        if (says(List.of("-v")).isEmpty()) {
            return Optional.empty();
        }
        var file = Files.createTempFile("pdfsig", ".pdf");
        try {
            Files.write(file, pdf);
            return says(List.of("-nocert", file.toString()));
        } finally {
            Files.delete(file);
        }
    }

    private static Optional<String> says(List<String> arguments) throws InterruptedException {
        try {
            var command = new ArrayList<>(List.of("pdfsig"));
            command.addAll(arguments);
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return Optional.of(said);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
