package vn.motcua.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/**
 * A PostgreSQL server process that left its mark in a cluster's folder ({@code postmaster.pid}).
 *
 * @param process the live process that the mark names
 * @param port where it listens
 */
record Postmaster(ProcessHandle process, int port) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    /** Larger than any process number of a system that we run on. */
    private static final String NOBODY = "999999999";

    /**
     * The server that runs on this cluster now. A number in the mark that meanwhile belongs to somebody else's process is no
     * server: only a {@code postgres} unpacked in the same data folder counts.
     */
    static Optional<Postmaster> of(Path cluster, Path programs) throws IOException {
        var mark = mark(cluster);
        if (Files.notExists(mark)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(mark);
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()))
                .filter(it -> isPostgresFrom(programs, it))
                .map(it ->
                        new Postmaster(it, Integer.parseInt(lines.get(PORT_LINE).strip())));
    }

    /**
     * Takes the number out of a mark whose server is gone, as it may meanwhile be somebody else's. The rest of the mark
     * stays: by it PostgreSQL sees whether processes of the dead server are still writing, and waits for them.
     */
    static void disown(Path cluster) throws IOException {
        var mark = mark(cluster);
        if (Files.notExists(mark)) {
            return;
        }
        var lines = new ArrayList<>(Files.readAllLines(mark));
        if (lines.size() <= PORT_LINE) {
            Files.delete(mark);
            return;
        }
        lines.set(PID_LINE, NOBODY);
        Files.write(mark, lines);
    }

    static Path mark(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static boolean isPostgresFrom(Path programs, ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(Path::of)
                        .filter(it -> it.startsWith(programs) && it.endsWith("postgres"))
                        .isPresent();
    }
}
