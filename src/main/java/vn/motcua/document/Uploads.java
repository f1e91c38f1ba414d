package vn.motcua.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;

/**
 * Takes files from people. Nothing that a sender claims is believed: the size is counted, the kind is read from the
 * content, the name is mended. What would run in the reader's program is refused with a reason; photographs are drawn
 * anew, without where they were taken.
 */
@Component
public class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    /** How far a too large file is read on, only to say how large it is. */
    private static final int COUNTED_TIMES = 4;

    private final Incoming incoming;
    private final FileStore store;
    private final StoredFiles files;
    private final VirusCheck virusCheck;
    private final Clock clock;
    private final UploadLimits usualLimits;
    private final Redrawing redrawing = new Redrawing();

    Uploads(
            Incoming incoming,
            FileStore store,
            StoredFiles files,
            VirusCheck virusCheck,
            Clock clock,
            UploadLimits usualLimits) {
        this.incoming = incoming;
        this.store = store;
        this.files = files;
        this.virusCheck = virusCheck;
        this.clock = clock;
        this.usualLimits = usualLimits;
    }

    /** The limits of this installation; {@link UploadLimits#withSize} for a paper with its own. */
    public UploadLimits usualLimits() {
        return usualLimits;
    }

    /** Whether files are checked for viruses; a page where people upload or read files says so when not. */
    public boolean checkedForViruses() {
        return virusCheck.on();
    }

    /**
     * Takes the file for the owner, or refuses with a {@link DocumentRefusal}. Do not call it inside a transaction: it
     * reads from the network. The bytes are safe on disk, and the row committed, when it comes back. The same content
     * again gives the same id.
     *
     * @param content read once, streamed, not closed
     * @param claimedName as the sender calls it
     * @param limits see {@link #usualLimits()}
     * @param owner for whom, in which tenant
     */
    public StoredFile accept(InputStream content, String claimedName, UploadLimits limits, Scope owner) {
        try (var arrived = incoming.file();
                var kept = incoming.file()) {
            receive(content, arrived.path(), limits);
            var kind = Kinds.of(arrived.path());
            var checked = virusChecked(arrived.path());
            var clean = cleaned(kind, arrived.path(), kept.path(), limits);
            var file = stored(clean, FileNames.clean(claimedName, kind), kind, checked, owner);
            owner.run(() -> files.adopt(file));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The content of a file that somebody wants looked at, or a refusal with a {@link DocumentRefusal} of what is not safe to
     * read. One that is broken is looked at all the same. Nothing of it is kept.
     *
     * @param content read once, streamed, not closed
     */
    public byte[] look(InputStream content, UploadLimits limits) {
        try (var arrived = incoming.file()) {
            receive(content, arrived.path(), limits);
            if (Kinds.of(arrived.path()) == FileKind.PDF) {
                refuseDangerous(arrived.path(), limits);
            }
            return Files.readAllBytes(arrived.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseDangerous(Path pdf, UploadLimits limits) throws IOException {
        try {
            PdfCheck.check(pdf, limits);
        } catch (Refused refused) {
            if (refused.code() != DocumentRefusal.FILE_BROKEN) {
                throw refused;
            }
        }
    }

    private static void receive(InputStream content, Path to, UploadLimits limits) throws IOException {
        var limit = limits.size().toBytes();
        var size = 0L;
        try (var out = Files.newOutputStream(to)) {
            var part = new byte[65_536];
            for (var n = content.read(part); n >= 0 && size <= limit * COUNTED_TIMES; n = content.read(part)) {
                size += n;
                if (size <= limit) {
                    out.write(part, 0, n);
                }
            }
        }
        if (size == 0) {
            throw new Refused(DocumentRefusal.FILE_EMPTY);
        }
        if (size > limit) {
            var counted = size > limit * COUNTED_TIMES ? "document.size.over" : "document.size";
            throw new Refused(DocumentRefusal.FILE_TOO_LARGE, Phrase.of(counted, size / 1048576.0), limits.megabytes());
        }
    }

    private boolean virusChecked(Path file) throws IOException {
        VirusCheck.Verdict verdict;
        try (var content = Files.newInputStream(file)) {
            verdict = virusCheck.check(content);
        }
        return switch (verdict) {
            case VirusCheck.Verdict.Clean() -> true;
            case VirusCheck.Verdict.NotChecked() -> false;
            case VirusCheck.Verdict.Infected(var name) -> throw new Refused(DocumentRefusal.FILE_INFECTED, name);
            case VirusCheck.Verdict.Unreachable(var why) -> {
                LOG.error("the virus check does not answer, so no file is taken: {}", why);
                throw new Refused(DocumentRefusal.FILE_NOT_CHECKED);
            }
        };
    }

    /** Checks the content by its kind; the file that holds what shall be kept. */
    private Path cleaned(FileKind kind, Path arrived, Path kept, UploadLimits limits) throws IOException {
        return switch (kind) {
            case PDF -> {
                PdfCheck.check(arrived, limits);
                yield arrived;
            }
            case HEIC -> {
                HeicCheck.check(arrived, limits);
                Files.copy(arrived, kept, StandardCopyOption.REPLACE_EXISTING);
                HeicStrip.strip(kept);
                yield kept;
            }
            case JPEG -> {
                JpegStrip.copy(arrived, kept, limits);
                redrawing.redraw(kept, kind);
                yield kept;
            }
            case PNG -> {
                PngStrip.copy(arrived, kept, limits);
                redrawing.redraw(kept, kind);
                yield kept;
            }
        };
    }

    private StoredFile stored(Path clean, String name, FileKind kind, boolean checked, Scope owner) throws IOException {
        try (var content = Files.newInputStream(clean)) {
            var id = store.put(content);
            return new StoredFile(id, name, kind, Files.size(clean), owner.account(), clock.instant(), checked);
        }
    }
}
