package vn.motcua.backup;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import vn.motcua.database.DiskFlush;

/** The database's log in a backup: PostgreSQL puts its finished pieces there, here they are packed, counted and let go. */
record LogPieces(Path folder) {

    /** Timeline, then the number of the piece in two halves; a history names timelines. */
    private static final Pattern PIECE = Pattern.compile("[0-9A-F]{24}");

    private static final Pattern HISTORY = Pattern.compile("[0-9A-F]{8}\\.history");
    private static final long PIECES_OF_A_FILE = 256;

    /** Whether that is a piece of the log, or a history. */
    static boolean isOne(String name) {
        return isPiece(name) || HISTORY.matcher(name).matches();
    }

    static boolean isPiece(String name) {
        return PIECE.matcher(name).matches();
    }

    /** Packs what PostgreSQL has put there; how many. */
    int pack() throws IOException {
        int packed = 0;
        for (var file : plain()) {
            var half = folder.resolve(file.getFileName() + ".gz.new");
            Files.deleteIfExists(half);
            Packed.pack(file, half);
            DiskFlush.of(folder);
            Files.move(
                    half,
                    folder.resolve(file.getFileName() + ".gz"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            Files.delete(file);
            packed++;
        }
        return packed;
    }

    /** Whether that piece is there. */
    boolean has(String name) {
        return Files.exists(folder.resolve(name)) || Files.exists(folder.resolve(name + ".gz"));
    }

    /** Lets go of the pieces before that one, whatever their timeline. */
    void forgetBefore(String first) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                var piece = name.substring(0, Math.min(name.length(), first.length()));
                if (isPiece(piece) && piece.substring(8).compareTo(first.substring(8)) < 0) {
                    Files.delete(file);
                }
            }
        }
    }

    /** What is wrong with them from that piece on: files that cannot be unpacked, numbers that are missing. */
    List<String> problems(String first) throws IOException {
        var problems = new ArrayList<String>();
        var before = "";
        for (var name : names()) {
            var packed = folder.resolve(name + ".gz");
            if (Files.exists(packed) && !sound(packed)) {
                problems.add(packed.toString());
            }
            if (isPiece(name) && name.substring(8).compareTo(first.substring(8)) >= 0) {
                if (!before.isEmpty() && !follows(before, name)) {
                    problems.add(folder.resolve(next(before) + ".gz").toString());
                }
                before = name;
            }
        }
        return problems;
    }

    /** How many bytes they take, as they lie. */
    long size() throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(it -> it.toFile().length()).sum();
        }
    }

    private static boolean sound(Path packed) throws IOException {
        try {
            Packed.inside(packed);
            return true;
        } catch (ZipException | EOFException e) {
            return false;
        }
    }

    /** A new timeline may begin anywhere at or before the next piece. */
    private static boolean follows(String before, String name) {
        return next(before).equals(name) || !before.substring(0, 8).equals(name.substring(0, 8));
    }

    /** Pieces have 16 MB, PostgreSQL's own size, so there are 256 of them to a number of the first half. */
    private static String next(String name) {
        var number = Long.parseLong(name.substring(8, 16), 16) * PIECES_OF_A_FILE
                + Long.parseLong(name.substring(16), 16)
                + 1;
        return name.substring(0, 8) + "%08X%08X".formatted(number / PIECES_OF_A_FILE, number % PIECES_OF_A_FILE);
    }

    private TreeSet<String> names() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.list(folder)) {
            files.map(it -> it.getFileName().toString().replaceFirst("\\.gz$", ""))
                    .filter(LogPieces::isOne)
                    .forEach(names::add);
        }
        return names;
    }

    private List<Path> plain() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(it -> isOne(it.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }
}
