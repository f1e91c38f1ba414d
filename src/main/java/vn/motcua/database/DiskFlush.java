package vn.motcua.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes sure that what was written is on the disk. */
public final class DiskFlush {

    private DiskFlush() {}

    /** Waits until all that was written to the disk of that folder is there, at once for thousands of files. */
    public static void of(Path folder) throws IOException {
        for (var command : List.of(List.of("sync", "-f", folder.toString()), List.of("sync"))) {
            var flushed = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (flushed.onExit().join().exitValue() == 0) {
                return;
            }
        }
        throw new IOException("sync failed for " + folder);
    }
}
