package vn.motcua.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.motcua.audit.Finding.Kind;

/**
 * Checks a tenant's log: segment by segment with its lines, then the signed days. It keeps a day's segments and every
 * day's root, nothing else, so a log of years fits into little memory. Knows no database.
 */
final class ChainCheck {

    /** Between the moment a line tells of and its sealing: a long transaction, a clock put right. */
    static final Duration TOLERANCE = Duration.ofMinutes(15);

    private final Optional<Hash> signer;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<LocalDate, DayRoot> days = new TreeMap<>();
    private final Map<LocalDate, SignedDay> signed = new TreeMap<>();
    private final List<Segment> today = new ArrayList<>();
    private Optional<Segment> before = Optional.empty();
    private int segments;
    private long records;

    /**
     * For a whole log, or for a part of it that begins with a day.
     *
     * @param signer fingerprint of the only certificate whose signatures count, empty to accept any
     */
    ChainCheck(Optional<Hash> signer) {
        this.signer = signer;
    }

    /** The next segment by number, with the lines found for it in the order of transaction and id. */
    void segment(Segment segment, List<AuditRecord> lines) {
        before.ifPresent(it -> follows(it, segment));
        if (lines.size() != segment.records() || !root(lines).equals(Optional.of(segment.root()))) {
            findings.add(Finding.of(Kind.RECORDS_ALTERED, segment.no(), segment.records(), lines.size()));
        }
        lines.stream()
                .filter(it -> !fits(it, segment))
                .forEach(it -> findings.add(Finding.of(Kind.RECORD_MISDATED, it.id(), it.at(), segment.no())));
        if (!today.isEmpty() && !today.getLast().day().equals(segment.day())) {
            closeDay();
        }
        today.add(segment);
        before = Optional.of(segment);
        segments++;
        records += lines.size();
    }

    /** The whole log begins with the first segment; whoever checks all of it says so before the first. */
    void fromTheBeginning(Optional<Segment> first) {
        first.filter(it -> it.no() != 1 || it.from() != 0 || !it.previous().equals(Hash.NOTHING))
                .ifPresent(it -> findings.add(Finding.of(Kind.SEGMENT_MISSING, 1)));
    }

    /** A signed day, in any order. */
    void day(SignedDay day) {
        signed.put(day.root().day(), day);
    }

    /** Lines that no segment covers yet. */
    void unsealed(int count, Optional<Instant> oldest, Instant now) {
        oldest.filter(it -> it.plus(TOLERANCE).isBefore(now))
                .ifPresent(it -> findings.add(Finding.of(Kind.UNSEALED, count, it)));
    }

    /** A day as it was published somewhere else, say on paper or on another machine. */
    void published(SignedDay day) {
        var root = day.root();
        var own = signed.get(root.day());
        if (own == null) {
            findings.add(Finding.of(Kind.PUBLISHED_MISSING, root.day()));
        } else if (!own.signed().equals(day.signed())) {
            findings.add(Finding.of(Kind.PUBLISHED_DIFFERENT, root.day()));
        }
    }

    /** What was found, after everything has been shown. */
    Result result() {
        if (!today.isEmpty()) {
            closeDay();
        }
        signed.forEach(this::judge);
        var last = days.isEmpty()
                ? Optional.<LocalDate>empty()
                : Optional.of(((TreeMap<LocalDate, DayRoot>) days).lastKey());
        days.keySet().stream()
                .filter(it -> !signed.containsKey(it) && !Optional.of(it).equals(last))
                .forEach(it -> findings.add(Finding.of(Kind.DAY_MISSING, it)));
        return new Result(segments, records, signed.size(), List.copyOf(findings));
    }

    /** What a check came to. */
    record Result(int segments, long records, int days, List<Finding> findings) {

        boolean intact() {
            return findings.isEmpty();
        }
    }

    private void closeDay() {
        var root = DayRoot.over(today);
        days.put(root.day(), root);
        today.clear();
    }

    private void follows(Segment earlier, Segment segment) {
        if (segment.no() != earlier.no() + 1) {
            findings.add(Finding.of(Kind.SEGMENT_MISSING, earlier.no() + 1));
        } else if (!segment.previous().equals(earlier.hash())
                || segment.from() != earlier.until()
                || segment.day().isBefore(earlier.day())) {
            findings.add(Finding.of(Kind.SEGMENT_ALTERED, segment.no()));
        }
    }

    private boolean fits(AuditRecord line, Segment segment) {
        return line.transaction() >= segment.from()
                && line.transaction() < segment.until()
                && !line.at().isAfter(segment.sealedAt().plus(TOLERANCE))
                && before.map(it -> !line.at().isBefore(it.sealedAt().minus(TOLERANCE)))
                        .orElse(true);
    }

    private static Optional<Hash> root(List<AuditRecord> lines) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        HashTree.root(lines.stream().map(AuditRecord::leaf).toList()));
    }

    private void judge(LocalDate date, SignedDay day) {
        if (!day.root().equals(days.get(date))) {
            findings.add(Finding.of(Kind.DAY_ALTERED, date));
        }
        if (!Seal.isIntact(day)) {
            findings.add(Finding.of(Kind.SIGNATURE_WRONG, date));
        } else if (signer.isPresent() && !signer.equals(day.signer())) {
            findings.add(Finding.of(Kind.SIGNER_UNKNOWN, date));
        }
        day.stamp()
                .filter(it -> TimeStamp.of(it, day.signature()).isEmpty())
                .ifPresent(_ -> findings.add(Finding.of(Kind.STAMP_WRONG, date)));
    }
}
