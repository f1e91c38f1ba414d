package vn.motcua.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.ImportLine.Verdict;
import vn.motcua.catalogue.ImportStore.Checked;
import vn.motcua.catalogue.RecordReading.Outcome;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Sha256;

/**
 * Takes published records out of a file: first all of it is read and compared with what is in force, which changes nothing;
 * then what was shown is put in force, all at once. A wrong record stops no other; a file that breaks off is refused whole.
 * The same file again changes nothing. Runs in the nation's scope.
 */
@Service
public class ProcedureImports {

    /** So many lines stand on a page of the report. */
    public static final int PAGE = 50;

    /** One that has not got further for so long was stopped with its program. */
    private static final Duration STOPPED = Duration.ofMinutes(2);

    /** The operator at the machine, who has no account. */
    private static final UUID OPERATOR = new UUID(0, 0);

    private static final int AT_ONCE = 250;

    private final ImportStore store;
    private final Revisions revisions;
    private final PublishedRecords published;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ProcedureImports(
            ImportStore store,
            Revisions revisions,
            PublishedRecords published,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.revisions = revisions;
        this.published = published;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How far an import is. */
    public enum State {
        /** The file is being read. */
        CHECKING,
        /** What would change can be seen; nothing has changed. */
        CHECKED,
        /** The file as a whole cannot be read. */
        REFUSED,
        /** What was shown is in force. */
        APPLIED
    }

    /**
     * One import.
     *
     * @param account who began it; empty for the operator at the machine
     * @param movedAt when it last got further
     * @param total how many records were read so far
     * @param refusal why the whole file is refused
     * @param arguments of that refusal
     */
    public record Import(
            UUID id,
            Optional<UUID> account,
            String fileName,
            State state,
            Instant beganAt,
            Instant movedAt,
            int total,
            Optional<CatalogueRefusal> refusal,
            List<Object> arguments) {

        /** The refusal of the whole file as it is said. */
        public Optional<Refused> refused() {
            return refusal.map(it -> new Refused(it, arguments.toArray()));
        }
    }

    /** Begins one; says whether it is new. A file of nothing is refused with {@code FILE_MISSING}. */
    public boolean begin(UUID id, String fileName, Path file) {
        var hash = hash(file);
        return done(() -> {
            var fresh = store.begin(id, Scope.current().account(), fileName, hash, clock.instant());
            if (fresh) {
                leave(id, "procedures-import-begun");
            }
            return fresh;
        });
    }

    /** Reads the file and compares each record; what differs is kept to be looked at. Nothing comes into force. */
    public void check(UUID id, Path file) {
        var inForce =
                done(() -> revisions.inForce().stream().collect(Collectors.toMap(Revisions.Stored::code, it -> it)));
        var comparison = new Comparison(id, inForce, done(published::besidePackages));
        try (var in = Files.newInputStream(file)) {
            RecordFile.read(in, comparison);
            comparison.flush();
            done(() -> {
                store.checked(id, clock.instant());
                return true;
            });
        } catch (Refused refused) {
            done(() -> {
                store.refused(id, clock.instant(), refused.code().name(), refused.arguments());
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts in force what was shown; once is enough. Refuses with {@code IMPORT_NOT_CHECKED} what was not shown. */
    public void apply(UUID id) {
        done(() -> {
            var it = store.take(id).orElseThrow(() -> new Refused(CatalogueRefusal.IMPORT_NOT_CHECKED));
            switch (it.state()) {
                case APPLIED -> {}
                case CHECKING, REFUSED -> throw new Refused(CatalogueRefusal.IMPORT_NOT_CHECKED);
                case CHECKED -> {
                    store.apply(id, clock.instant());
                    published.keep(id, clock.instant());
                    leave(id, "procedures-imported");
                }
            }
            return true;
        });
    }

    /** That import. */
    public Optional<Import> find(UUID id) {
        return done(() -> store.find(id));
    }

    /** The last ones, the latest first. */
    public List<Import> last(int limit) {
        return done(() -> store.last(limit));
    }

    /** How many records of each verdict. */
    public Map<Verdict, Integer> counts(UUID id) {
        return done(() -> store.counts(id));
    }

    /** So many lines of the report after that one. */
    public List<ImportLine> lines(UUID id, Optional<Verdict> verdict, int after, int limit) {
        return done(() -> store.lines(id, verdict, after, limit));
    }

    /** Whether it is still being read, as far as one can see. */
    public boolean goesOn(Import it) {
        return it.state() == State.CHECKING && it.movedAt().plus(STOPPED).isAfter(clock.instant());
    }

    private <T> T done(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private void leave(UUID id, String act) {
        trail.leave(new Look(
                Scope.current().account().orElse(OPERATOR),
                Optional.empty(),
                Optional.empty(),
                Purpose.ADMINISTER,
                id,
                act,
                Fields.of(Fields.RIGHTS)));
    }

    private static String hash(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = new DigestInputStream(in, Sha256.begin());
            if (digest.transferTo(OutputStream.nullOutputStream()) == 0) {
                throw new Refused(CatalogueRefusal.FILE_MISSING);
            }
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares record after record with what is in force, and writes down some at a time. */
    private final class Comparison implements RecordFile.Sink {

        private final UUID id;
        private final Map<String, Revisions.Stored> inForce;
        private final Map<String, ProcedureRecord> beside;
        private final Map<String, Long> seen = new HashMap<>();
        private final List<Checked> waiting = new ArrayList<>();
        private int no;

        /** @param beside the published records of procedures whose package is in force */
        Comparison(UUID id, Map<String, Revisions.Stored> inForce, Map<String, ProcedureRecord> beside) {
            this.id = id;
            this.inForce = inForce;
            this.beside = beside;
        }

        @Override
        public void take(long line, Function<Function<String, Optional<ProcedureRecord>>, Outcome> record) {
            no++;
            var outcome =
                    record.apply(code -> Optional.ofNullable(inForce.get(code)).map(Revisions.Stored::record));
            waiting.add(
                    switch (outcome) {
                        case Outcome.Wrong(var code, var name, var problems) -> refused(line, code, name, problems);
                        case Outcome.Sound(var sound, var notes) -> noted(compared(line, sound, record), notes);
                    });
            if (waiting.size() >= AT_ONCE) {
                flush();
            }
        }

        void flush() {
            if (!waiting.isEmpty()) {
                done(() -> {
                    store.add(id, waiting, clock.instant());
                    return true;
                });
                waiting.clear();
            }
        }

        private static Checked noted(Checked checked, List<RecordProblem> notes) {
            var line = checked.line();
            return notes.isEmpty() || line.verdict() == Verdict.REFUSED
                    ? checked
                    : new Checked(
                            new ImportLine(
                                    line.no(),
                                    line.line(),
                                    line.code(),
                                    line.name(),
                                    line.verdict(),
                                    line.differences(),
                                    notes),
                            checked.revision(),
                            checked.basis());
        }

        private Checked compared(
                long line,
                ProcedureRecord record,
                Function<Function<String, Optional<ProcedureRecord>>, Outcome> read) {
            var earlier = seen.putIfAbsent(record.code(), line);
            if (earlier != null) {
                return refused(
                        line,
                        record.code(),
                        record.name(),
                        List.of(new RecordProblem("code", RecordProblem.Kind.TWICE, earlier.toString())));
            }
            var before = Optional.ofNullable(inForce.get(record.code()));
            if (before.isEmpty()) {
                return with(line, record, Verdict.NEW, List.of(), before);
            }
            var differences = RecordDifference.between(before.get().record(), record);
            if (!before.get().files().isEmpty()) {
                return besidePackage(line, record, read, differences, before);
            }
            if (same(differences)) {
                return without(line, record.code(), record.name(), Verdict.UNCHANGED, List.of(), List.of());
            }
            return with(line, record, Verdict.CHANGED, differences, before);
        }

        /**
         * The package stays; the record is kept beside it where it says otherwise than the one there, also when it says what
         * the package says. What the file leaves out is taken from what was published before, not from the package.
         */
        private Checked besidePackage(
                long line,
                ProcedureRecord record,
                Function<Function<String, Optional<ProcedureRecord>>, Outcome> read,
                List<RecordDifference> differences,
                Optional<Revisions.Stored> before) {
            var known = Optional.ofNullable(beside.get(record.code()));
            var whole = read.apply(_ -> known) instanceof Outcome.Sound(var sound, var _) ? sound : record;
            if (!same(differences)) {
                return with(line, whole, Verdict.KEPT, differences, before);
            }
            return known.filter(it -> same(RecordDifference.between(it, whole))).isPresent()
                    ? without(line, record.code(), record.name(), Verdict.UNCHANGED, List.of(), List.of())
                    : with(line, whole, Verdict.UNCHANGED, List.of(), before);
        }

        private static boolean same(List<RecordDifference> differences) {
            return differences.stream().allMatch(it -> it.part().equals("source"));
        }

        private Checked with(
                long line,
                ProcedureRecord record,
                Verdict verdict,
                List<RecordDifference> differences,
                Optional<Revisions.Stored> before) {
            return new Checked(
                    new ImportLine(no, line, record.code(), record.name(), verdict, differences, List.of()),
                    Optional.of(Revisions.Stored.of(record, Map.of())),
                    before.map(Revisions.Stored::id));
        }

        private Checked refused(long line, String code, String name, List<RecordProblem> problems) {
            return without(line, shortened(code), shortened(name), Verdict.REFUSED, List.of(), problems);
        }

        private Checked without(
                long line,
                String code,
                String name,
                Verdict verdict,
                List<RecordDifference> differences,
                List<RecordProblem> problems) {
            return new Checked(
                    new ImportLine(no, line, code, name, verdict, differences, problems),
                    Optional.empty(),
                    Optional.empty());
        }

        private static String shortened(String text) {
            return PlainText.line(text.length() > 200 ? text.substring(0, 200) + "…" : text);
        }
    }
}
