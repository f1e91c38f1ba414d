package vn.motcua.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import vn.motcua.database.BackupFolder;
import vn.motcua.database.OwnerOnly;

/**
 * How far a backup reaches beyond its whole copies.
 *
 * @param commits until when the log tells of every commit
 * @param until until when nothing else was committed
 */
record Reach(Instant commits, Instant until) {

    private static final String NAME = "reach";

    Reach until(Instant later) {
        return new Reach(commits, later);
    }

    static Optional<Reach> of(BackupFolder folder) throws IOException {
        var file = folder.path().resolve(NAME);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var parts = Files.readString(file).strip().split(" ", 2);
        return Optional.of(new Reach(Instant.parse(parts[0]), Instant.parse(parts[1])));
    }

    void write(BackupFolder folder) throws IOException {
        OwnerOnly.write(folder.path().resolve(NAME), commits + " " + until + "\n");
    }
}
