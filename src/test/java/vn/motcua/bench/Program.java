package vn.motcua.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The program as anybody starts it, on a fresh data folder and a free port of this machine, with the people of the
 * demonstration.
 */
record Program(Process process, String address, Path data) implements AutoCloseable {

    static Program start(List<String> command, Path folder) throws IOException {
        var data = folder.resolve("data");
        empty(data);
        Files.createDirectories(folder);
        var all = new ArrayList<>(command);
        all.addAll(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--motcua.data=" + data,
                "--spring.profiles.active=demo"));
        var process = new ProcessBuilder(all).redirectErrorStream(true).start();
        var said = process.inputReader();
        var address = ready(said);
        if (address.isEmpty()) {
            throw new IOException("the program ended before it was ready: "
                    + process.onExit().join().exitValue());
        }
        Thread.ofVirtual().start(() -> keep(said, folder.resolve("program.log")));
        return new Program(
                process, address.replaceFirst("localhost", "127.0.0.1").replaceFirst("/$", ""), data);
    }

    private static String ready(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("Motcua is ready: ")) {
                return line.substring(line.indexOf("http"));
            }
        }
        return "";
    }

    private static void keep(BufferedReader said, Path log) {
        try {
            try (var out = Files.newBufferedWriter(log)) {
                said.transferTo(out);
            }
        } catch (IOException ended) {
            // It was stopped while we listened
        }
    }

    private static void empty(Path data) throws IOException {
        if (Files.exists(data)) {
            try (var all = Files.walk(data)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
