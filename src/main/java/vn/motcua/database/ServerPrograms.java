package vn.motcua.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.database.StartRefused.Reason;

/**
 * Runs PostgreSQL's own programs. They refuse to work for root; root therefore starts them in a user namespace of their
 * own, in which they are nobody.
 */
final class ServerPrograms {

    private final Path home;
    private final Path folder;

    /**
     * @param home where the programs lie
     * @param folder where what they print is kept
     */
    ServerPrograms(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** Runs one program to its end; fails with what it printed. */
    void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(asNobodyIfRoot());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var printed = folder.resolve(program + ".log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(printed.toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith("PG") || it.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        if (exitCode(builder.start()) != 0) {
            throw new IOException(program + ": " + Files.readString(printed).strip());
        }
    }

    private static List<String> asNobodyIfRoot() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!namespaces()) {
            throw new StartRefused(Reason.ROOT_WITHOUT_NAMESPACES);
        }
        return List.of("unshare", "-U");
    }

    /** Whether this machine has {@code unshare} and lets it. */
    private static boolean namespaces() {
        try {
            return exitCode(new ProcessBuilder("unshare", "-U", "true").start()) == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static int exitCode(Process process) {
        return process.onExit().join().exitValue();
    }
}
