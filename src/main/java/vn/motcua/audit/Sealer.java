package vn.motcua.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Seals what is new in a tenant's log, and closes its days. Whoever writes lines never waits for it: it takes the lines
 * of transactions that are certainly over. Two programs may do it at once; one of them finds it done.
 */
@Component
class Sealer {

    /** A segment's lines have to fit into memory with ease. */
    static final int LARGEST = 5_000;

    private final AuditLog log;
    private final Seals seals;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sealer(AuditLog log, Seals seals, Clock clock, PlatformTransactionManager transactions) {
        this.log = log;
        this.seals = seals;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Seals all that is new in that tenant's log, then closes the days that are over; answers those. */
    List<SignedDay> bring(TenantId tenant) {
        return Scope.of(tenant).call(() -> {
            while (in(this::sealNext)) {
                // until nothing is left that can be sealed
            }
            return in(this::closeDays);
        });
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private boolean sealNext() {
        var last = log.last();
        long from = last.map(Segment::until).orElse(0L);
        long horizon = log.horizon();
        if (horizon < from) {
            throw new IllegalStateException(
                    "the database counts its transactions from the start again; see docs/operating/evidence.md");
        }
        var lines = whole(from, horizon);
        return !lines.isEmpty() && log.add(segment(last, from, lines));
    }

    /** The next lines, never half a transaction. */
    private List<AuditRecord> whole(long from, long horizon) {
        var found = log.records(from, horizon, LARGEST + 1);
        if (found.size() <= LARGEST) {
            return found;
        }
        long cut = found.getLast().transaction();
        var whole = found.stream().filter(it -> it.transaction() < cut).toList();
        return whole.isEmpty() ? log.records(cut, cut + 1, Integer.MAX_VALUE) : whole;
    }

    private Segment segment(Optional<Segment> last, long from, List<AuditRecord> lines) {
        return new Segment(
                Scope.current().tenant(),
                last.map(Segment::no).orElse(0) + 1,
                day(last),
                from,
                lines.getLast().transaction() + 1,
                lines.size(),
                HashTree.root(lines.stream().map(AuditRecord::leaf).toList()),
                last.map(Segment::hash).orElse(Hash.NOTHING),
                now());
    }

    /** Today, but never a day that is closed, even if the clock was set back. */
    private LocalDate day(Optional<Segment> last) {
        var today = VietnamTime.dayOf(clock.instant());
        var earliest = log.lastDay()
                .map(it -> it.root().day().plusDays(1))
                .or(() -> last.map(Segment::day))
                .orElse(today);
        var latest = last.map(Segment::day).filter(it -> it.isAfter(earliest)).orElse(earliest);
        return today.isAfter(latest) ? today : latest;
    }

    private List<SignedDay> closeDays() {
        var today = VietnamTime.dayOf(clock.instant());
        int closed = log.lastDay().map(it -> it.root().last()).orElse(0);
        var days = new LinkedHashMap<LocalDate, List<Segment>>();
        log.segmentsAfter(closed, Integer.MAX_VALUE)
                .forEach(it ->
                        days.computeIfAbsent(it.day(), _ -> new ArrayList<>()).add(it));
        return days.values().stream()
                .filter(it -> it.getFirst().day().isBefore(today))
                .map(it -> seals.own().sign(DayRoot.over(it)))
                .filter(log::add)
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
