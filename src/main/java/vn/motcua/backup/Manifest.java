package vn.motcua.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.database.OwnerOnly;

/**
 * What a whole copy consists of. A text file that ends with its own hash: half a list is no list.
 *
 * @param dataVersion of the data folder
 * @param postgres major version
 * @param begun when copying began
 * @param holds everything committed before is in it
 * @param ended it was whole then; only later moments can be reached from it
 * @param firstLog the first piece of the log that it needs
 * @param folders folders of the data folder, the outer ones first
 * @param entries files of the data folder, packed beside this list
 * @param files names of the uploaded files that were there
 */
record Manifest(
        int dataVersion,
        String postgres,
        Instant begun,
        Instant holds,
        Instant ended,
        String firstLog,
        List<String> folders,
        List<Entry> entries,
        Set<String> files) {

    private static final String NAME = "manifest";
    private static final String FORMAT = "motcua-backup 1";

    Manifest {
        folders = List.copyOf(folders);
        entries = List.copyOf(entries);
        files = Set.copyOf(files);
    }

    /** How many bytes the copy has, unpacked, without the uploaded files. */
    long size() {
        return entries.stream().mapToLong(Entry::size).sum();
    }

    void write(Path folder) throws IOException {
        var text = new StringBuilder(FORMAT + "\n");
        text.append("data-version ").append(dataVersion).append('\n');
        text.append("postgres ").append(postgres).append('\n');
        text.append("begun ").append(begun).append('\n');
        text.append("holds ").append(holds).append('\n');
        text.append("ended ").append(ended).append('\n');
        text.append("first-log ").append(firstLog).append('\n');
        folders.forEach(it -> text.append("folder ").append(it).append('\n'));
        entries.forEach(it -> text.append(it.line()).append('\n'));
        files.stream().sorted().forEach(it -> text.append("upload ").append(it).append('\n'));
        OwnerOnly.write(folder.resolve(NAME), text + "end " + Packed.sha256(text.toString()) + "\n");
    }

    /** Reads the list of that copy; {@link BackupRefused} when it is damaged. */
    static Manifest read(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        if (Files.notExists(file)) {
            throw damaged(file);
        }
        try {
            return parse(file, Files.readString(file));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw damaged(file);
        }
    }

    private static Manifest parse(Path file, String text) {
        int end = text.lastIndexOf("\nend ") + 1;
        if (end < 1 || !text.substring(end).strip().equals("end " + Packed.sha256(text.substring(0, end)))) {
            throw damaged(file);
        }
        var lines = text.substring(0, end).lines().toList();
        if (!lines.getFirst().equals(FORMAT)) {
            throw new BackupRefused(BackupRefused.Reason.OTHER_VERSION, lines.getFirst(), FORMAT);
        }
        var facts = new HashMap<String, String>();
        var folders = new ArrayList<String>();
        var entries = new ArrayList<Entry>();
        var files = new HashSet<String>();
        for (var line : lines.subList(1, lines.size())) {
            var word = line.substring(0, line.indexOf(' '));
            var rest = line.substring(word.length() + 1);
            switch (word) {
                case "folder" -> folders.add(rest);
                case "file" -> entries.add(Entry.of(line));
                case "upload" -> files.add(rest);
                default -> facts.put(word, rest);
            }
        }
        return new Manifest(
                Integer.parseInt(fact(facts, "data-version")),
                fact(facts, "postgres"),
                Instant.parse(fact(facts, "begun")),
                Instant.parse(fact(facts, "holds")),
                Instant.parse(fact(facts, "ended")),
                fact(facts, "first-log"),
                folders,
                entries,
                files);
    }

    private static String fact(Map<String, String> facts, String name) {
        return facts.getOrDefault(name, "");
    }

    private static BackupRefused damaged(Path file) {
        return new BackupRefused(BackupRefused.Reason.DAMAGED, file);
    }
}
