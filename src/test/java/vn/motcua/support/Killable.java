package vn.motcua.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * A program in a process of its own, with its own database server, that a test can kill as a power cut would: at once,
 * with no word of farewell, the server too.
 */
public final class Killable implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;
    private final Path data;

    private Killable(Process process, Path data) {
        this.process = process;
        this.said = process.inputReader();
        this.data = data;
    }

    /** The whole of Motcua on a port of its choosing; {@link #address()} says which. */
    public static Killable program(Path data, String... options) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--motcua.data=" + data));
        arguments.addAll(List.of(options));
        return start("vn.motcua.Motcua", data, arguments);
    }

    private static Killable start(String type, Path data, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                type));
        command.addAll(arguments);
        try {
            return new Killable(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on until it says a line like this; empty when it ends before it does. */
    public Optional<String> awaitLine(Predicate<String> wanted) {
        try {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (wanted.test(line)) {
                    return Optional.of(line);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Where the program answers, once it is ready: {@code http://localhost:<port>/}. */
    public String address() {
        return awaitLine(it -> it.startsWith("Motcua is ready: "))
                .map(it -> it.substring(it.indexOf("http")))
                .orElseThrow(() -> new IllegalStateException("the program ended before it was ready"));
    }

    /** What it said before it died and nobody has read yet. */
    public List<String> lastWords() {
        var lines = new ArrayList<String>();
        awaitLine(it -> {
            lines.add(it);
            return false;
        });
        return lines;
    }

    /** {@code kill -9} of the program and then of its server, if that was running. */
    public void killWithServer() {
        killAlone();
        killServer();
    }

    /** {@code kill -9} of the server; the program stays behind. */
    public void killServer() {
        server().ifPresent(it -> {
            it.destroyForcibly();
            it.onExit().join();
        });
    }

    /** {@code kill -9} of one process of the server, whichever it is; the server then ends all others and recovers. */
    public void killWorker(Random random) {
        var workers = server().map(it -> it.children().toList()).orElse(List.of());
        if (!workers.isEmpty()) {
            workers.get(random.nextInt(workers.size())).destroyForcibly();
        }
    }

    /** {@code kill -9} of the program; its server stays behind. */
    public void killAlone() {
        process.destroyForcibly().onExit().join();
    }

    /** The database server on the data folder. */
    private Optional<ProcessHandle> server() {
        var programs = data.toAbsolutePath().resolve("postgres").toString();
        return ProcessHandle.allProcesses()
                .filter(it -> it.info()
                        .command()
                        .filter(path -> path.startsWith(programs) && path.endsWith("/postgres"))
                        .isPresent())
                .filter(it -> it.parent()
                        .flatMap(parent -> parent.info().command())
                        .filter(path -> path.endsWith("/postgres"))
                        .isEmpty())
                .findFirst();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
