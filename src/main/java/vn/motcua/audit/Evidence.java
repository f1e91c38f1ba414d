package vn.motcua.audit;

import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.shared.Phrase;

/** What the log of the current tenant says of one subject, with the proofs. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Evidence {

    private final AuditLog log;

    Evidence(AuditLog log) {
        this.log = log;
    }

    /** The lines about a dossier or a person, oldest first. */
    public List<Proof> about(UUID subject) {
        var days = new HashMap<Integer, Optional<Day>>();
        var proofs = new ArrayList<Proof>();
        for (var line : log.about(subject)) {
            proofs.add(log.covering(line.transaction())
                    .filter(it -> line.transaction() >= it.from())
                    .map(it -> sealed(line, it, days))
                    .orElseGet(() -> fresh(line)));
        }
        return proofs;
    }

    /** What officers did about any of these dossiers and people before that moment, latest first. */
    public List<AuditRecord> latest(Collection<UUID> subjects, Instant before, int limit) {
        return subjects.isEmpty() ? List.of() : log.about(subjects, before, limit);
    }

    /** The same, with all that one did about one of them on a day together; the last of it before that mark. */
    public List<List<AuditRecord>> byDay(Collection<UUID> subjects, Mark before, int limit) {
        return subjects.isEmpty() ? List.of() : log.byDay(subjects, before, limit);
    }

    /** What is written of an account's signing in before that mark, latest first. */
    public List<AuditRecord> signIns(UUID account, Mark before, int limit) {
        return log.own(account, Purpose.SIGN_IN, before, limit);
    }

    /** The lines that were sealed on that day in Vietnam. */
    public List<AuditRecord> sealedOn(LocalDate day) {
        return log.segmentsOn(day).stream()
                .flatMap(it -> log.records(it.from(), it.until(), Integer.MAX_VALUE).stream())
                .toList();
    }

    /** Checks the whole log of the current tenant; answers what is wrong, in order, as keys of sentences. */
    public Verdict verdict(Instant now) {
        var result = Verification.of(log, Optional.empty(), List.of(), now);
        return new Verdict(
                result.segments(),
                result.records(),
                result.days(),
                result.findings().stream()
                        .map(it -> new Phrase("audit.finding." + it.what(), List.copyOf(it.where())))
                        .toList());
    }

    /** Writes the log of a closed day as a file for {@link Verify}; says whether the day is closed. */
    public boolean export(LocalDate day, Writer out) {
        var signed = log.day(day);
        signed.ifPresent(it -> LogFile.write(log, it, out));
        return signed.isPresent();
    }

    /**
     * What came of checking a whole log.
     *
     * @param findings what is wrong, none when it is intact
     */
    public record Verdict(int segments, long lines, int days, List<Phrase> findings) {}

    private static Proof fresh(AuditRecord line) {
        return new Proof(line.line(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Proof sealed(AuditRecord line, Segment segment, Map<Integer, Optional<Day>> days) {
        var lines = log.records(segment.from(), segment.until(), Integer.MAX_VALUE);
        var leaves = lines.stream().map(AuditRecord::leaf).toList();
        var way = Proof.Way.through(leaves, lines.indexOf(line));
        var day = days.computeIfAbsent(segment.no(), _ -> day(segment));
        return new Proof(
                line.line(),
                Optional.of(segment.line()),
                Optional.of(way),
                day.map(it -> Proof.Way.through(
                        it.segments(), segment.no() - it.signed().root().first())),
                day.map(Day::signed));
    }

    private Optional<Day> day(Segment segment) {
        return log.day(segment.day())
                .map(it -> new Day(
                        it,
                        log
                                .segmentsAfter(
                                        it.root().first() - 1,
                                        it.root().last() - it.root().first() + 1)
                                .stream()
                                .map(Segment::hash)
                                .toList()));
    }

    private record Day(SignedDay signed, List<Hash> segments) {}
}
