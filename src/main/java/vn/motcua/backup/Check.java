package vn.motcua.backup;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipException;
import vn.motcua.database.BackupFolder;

/** Reads a whole backup and says what is not as it was written. */
final class Check {

    private final BackupFolder folder;
    private final List<String> problems = new ArrayList<>();
    private int copies;
    private long read;

    private Check(BackupFolder folder) {
        this.folder = folder;
    }

    /**
     * What was found.
     *
     * @param copies how many whole copies there are
     * @param files how many files were read
     * @param problems paths of what is damaged or missing
     */
    record Result(int copies, long files, List<String> problems) {}

    static Result of(BackupFolder folder) throws IOException {
        var check = new Check(folder);
        check.all();
        return new Result(check.copies, check.read, List.copyOf(check.problems));
    }

    private void all() throws IOException {
        var needed = new TreeSet<String>();
        var firstLog = "";
        for (var copy : Backups.copies(folder)) {
            copies++;
            firstLog = firstLog.isEmpty() ? copy.manifest().firstLog() : firstLog;
            needed.addAll(copy.manifest().files());
            for (var entry : copy.manifest().entries()) {
                entry(copy, entry);
            }
        }
        if (copies == 0) {
            throw new BackupRefused(BackupRefused.Reason.NO_BACKUP, folder.path());
        }
        if (Reach.of(folder).isPresent()) {
            problems.addAll(new LogPieces(folder.log()).problems(firstLog));
        }
        for (var file : UploadCopies.all(folder.files())) {
            read++;
            var name = file.getFileName().toString();
            needed.remove(name);
            if (!Packed.of(file).sha256().equals(name)) {
                problems.add(file.toString());
            }
        }
        needed.forEach(it -> problems.add(UploadCopies.place(folder.files(), it).toString()));
    }

    private void entry(Backups.Copy copy, Entry entry) throws IOException {
        var packed = WholeCopy.packed(copy.folder(), entry.path());
        read++;
        if (Files.notExists(packed) || !sha256(packed).equals(entry.sha256())) {
            problems.add(packed.toString());
        }
    }

    private static String sha256(java.nio.file.Path packed) throws IOException {
        try {
            return Packed.inside(packed).sha256();
        } catch (ZipException | EOFException e) {
            return "";
        }
    }
}
