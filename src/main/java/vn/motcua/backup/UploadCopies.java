package vn.motcua.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.database.OwnerOnly;

/** The uploaded files: each is copied once, under the hash of its content, for all backups together. */
final class UploadCopies {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path from;
    private final Path to;

    UploadCopies(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /**
     * What a round over the files found.
     *
     * @param names of all that were looked at and are sound
     * @param copied how many were new
     * @param damaged how many are not any more what their name says, and were left where they are
     */
    record Round(Set<String> names, int copied, int damaged) {}

    /** Copies what is not yet there, from the folders in which something changed since; all when since is long ago. */
    Round copy(Instant since) throws IOException {
        var names = new HashSet<String>();
        int copied = 0;
        int damaged = 0;
        for (var outer : list(from)) {
            for (var inner : list(outer)) {
                if (Files.getLastModifiedTime(inner).toInstant().isBefore(since)) {
                    continue;
                }
                for (var file : list(inner)) {
                    var name = file.getFileName().toString();
                    if (!NAME.matcher(name).matches()) {
                        continue;
                    }
                    switch (copy(file, name)) {
                        case THERE -> names.add(name);
                        case COPIED -> {
                            names.add(name);
                            copied++;
                        }
                        case DAMAGED -> damaged++;
                        case GONE -> {}
                    }
                }
            }
        }
        return new Round(names, copied, damaged);
    }

    private enum Outcome {
        THERE,
        COPIED,
        DAMAGED,
        GONE
    }

    private Outcome copy(Path file, String name) throws IOException {
        var place = place(to, name);
        try {
            if (Files.exists(place) && Files.size(place) == Files.size(file)) {
                return Outcome.THERE;
            }
            folders(to, name);
            return Packed.copy(file, place, name) ? Outcome.COPIED : Outcome.DAMAGED;
        } catch (NoSuchFileException swept) {
            return Outcome.GONE;
        }
    }

    /** Makes the folders above a file's place. */
    static void folders(Path root, String name) throws IOException {
        OwnerOnly.folder(root.resolve(name.substring(0, 2)));
        OwnerOnly.folder(root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)));
    }

    /** Where a file lies in a store. */
    static Path place(Path root, String name) {
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }

    /** Every file of a store. */
    static List<Path> all(Path root) throws IOException {
        if (Files.notExists(root)) {
            return List.of();
        }
        try (var files = Files.walk(root, 3)) {
            return files.filter(it -> NAME.matcher(it.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Folders of two letters, or what lies in one; the incoming folder is none. */
    private static List<Path> list(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var inside = Files.list(folder)) {
            return inside.filter(it -> {
                        var name = it.getFileName().toString();
                        return name.length() == 2 || NAME.matcher(name).matches();
                    })
                    .toList();
        }
    }
}
