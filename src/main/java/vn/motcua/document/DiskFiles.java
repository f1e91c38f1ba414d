package vn.motcua.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.Instant;
import vn.motcua.shared.Sha256;

/**
 * Contents in the data folder, at {@code files/ab/cd/abcd…}. A content is first written whole to the incoming folder of
 * the same disk, forced out, and then moved into place in one step: whatever lies at its place is complete.
 */
final class DiskFiles implements FileStore {

    private final Path root;
    private final Incoming incoming;
    private final Clock clock;

    DiskFiles(Path root, Incoming incoming, Clock clock) {
        this.root = root;
        this.incoming = incoming;
        this.clock = clock;
    }

    @Override
    public FileId put(InputStream content) {
        try (var arriving = incoming.file()) {
            var digest = Sha256.begin();
            try (var channel = FileChannel.open(arriving.path(), StandardOpenOption.WRITE)) {
                content.transferTo(new DigestOutputStream(Channels.newOutputStream(channel), digest));
                channel.force(true);
            }
            // By the clock that will ask how long it has lain here
            Files.setLastModifiedTime(arriving.path(), FileTime.from(clock.instant()));
            var file = FileId.of(digest.digest());
            if (!intact(file) || !touched(file, arriving.path())) {
                moveIntoPlace(arriving.path(), file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(FileId file) {
        verify(file);
        try {
            return Files.newInputStream(place(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long size(FileId file) {
        try {
            return Files.size(place(file));
        } catch (NoSuchFileException e) {
            throw gone(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void verify(FileId file) {
        try {
            if (!hash(file).equals(file)) {
                throw new FileDamaged(file, "has been altered");
            }
        } catch (NoSuchFileException e) {
            throw gone(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moved aside first, then looked at: a content that was put again in between goes back to its place. */
    @Override
    public void remove(FileId file, Instant since) {
        try (var aside = incoming.file()) {
            if (Files.getLastModifiedTime(place(file)).toInstant().isAfter(since)) {
                return;
            }
            Files.move(place(file), aside.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (Files.getLastModifiedTime(aside.path()).toInstant().isAfter(since)) {
                moveIntoPlace(aside.path(), file);
            }
        } catch (NoSuchFileException gone) {
            // Another copy of the program was faster.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says at the content that it was put once more; not when it has just been removed. */
    private boolean touched(FileId file, Path arrived) throws IOException {
        try {
            Files.setLastModifiedTime(place(file), Files.getLastModifiedTime(arrived));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Where the content lies. */
    Path place(FileId file) {
        var name = file.sha256();
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }

    /** A damaged content counts as absent, so that storing it again heals it. */
    private boolean intact(FileId file) throws IOException {
        try {
            return hash(file).equals(file);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private FileId hash(FileId file) throws IOException {
        var digest = Sha256.begin();
        try (var content = Files.newInputStream(place(file))) {
            content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return FileId.of(digest.digest());
    }

    private void moveIntoPlace(Path from, FileId file) throws IOException {
        var place = place(file);
        var outer = root.resolve(file.sha256().substring(0, 2));
        var inner = outer.resolve(file.sha256().substring(2, 4));
        Files.createDirectories(inner);
        Files.move(from, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(inner);
        force(outer);
        force(root);
    }

    /** Makes the entries of a folder survive a power loss, as the content itself does. */
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileDamaged gone(FileId file, NoSuchFileException cause) {
        var damaged = new FileDamaged(file, "is gone");
        damaged.initCause(cause);
        return damaged;
    }
}
