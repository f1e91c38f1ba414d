package vn.motcua.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Sha256;
import vn.motcua.shared.VietnamTime;

/**
 * Holds a statement of the bank or the gateway against what is known (đối soát). What came and nobody told of is put right, whatever state its
 * order is in; every difference is listed.
 */
@Service
public class Reconciliation {

    private static final int LISTED = 50;

    private final StatementStore store;
    private final StatementReading reading;
    private final MoneyDesk desk;
    private final Access access;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reconciliation(
            StatementStore store,
            StatementReading reading,
            MoneyDesk desk,
            Access access,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.reading = reading;
        this.desk = desk;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A statement in the list.
     *
     * @param itself whether it came by itself, at night
     */
    public record Taken(
            UUID id, UnitId unit, PaymentChannel channel, Instant at, boolean itself, int lines, int differences) {}

    /**
     * A file that came by itself and could not be read.
     *
     * @param why what is wrong with it
     */
    public record Unread(UnitId unit, String name, Instant at, Refused why) {}

    /**
     * What was found about one payment.
     *
     * @param verdict a word for it
     * @param known the amount that we know, where it is another
     */
    public record Line(Instant at, Dong amount, String transaction, String verdict, Optional<Dong> known) {}

    /** The last statements of the units of this officer. */
    @Transactional(readOnly = true)
    public List<Taken> last(OfficerAt who) {
        var units = desk.units(who);
        return units.isEmpty()
                ? List.of()
                : store.last(units, LISTED).stream().map(Reconciliation::taken).toList();
    }

    /** The last files that came by themselves for the units of this officer and could not be read. */
    @Transactional(readOnly = true)
    public List<Unread> unread(OfficerAt who) {
        var units = desk.units(who);
        return units.isEmpty()
                ? List.of()
                : store.unread(units, LISTED).stream()
                        .map(it -> new Unread(it.unit(), it.name(), it.at(), it.why()))
                        .toList();
    }

    /** What was found in one; one that is not of a unit of theirs is not there. */
    @Transactional(readOnly = true)
    public List<Line> lines(OfficerAt who, UUID id) {
        if (store.unit(id).filter(desk.units(who)::contains).isEmpty()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return store.found(id).stream()
                .map(it -> new Line(
                        it.at(), it.amount(), it.transaction(), it.verdict().name(), it.known()))
                .toList();
    }

    /** The units for which they take statements in: whoever leads does, nobody who takes cash there. */
    public List<UnitId> takingFor(OfficerAt who) {
        return desk.units(who).stream().filter(it -> takesFor(who, it)).toList();
    }

    private boolean takesFor(OfficerAt who, UnitId unit) {
        return desk.units(who).contains(unit)
                && access.mayArrange(who, Optional.of(unit)).permitted();
    }

    /** Takes one in; the same command again changes nothing. Each payment that is put right is a transaction of its own. */
    public void take(OfficerAt who, UUID command, UnitId unit, PaymentChannel channel, String file) {
        var theirs = Objects.requireNonNull(transaction.execute(_ -> mayTake(who, unit)));
        var lines = StatementFile.read(file);
        var moments = lines.stream().map(StatementFile.Line::at).sorted().toList();
        var now = clock.instant();
        var given = new StatementReading.Given(
                command,
                unit,
                channel,
                lines,
                Sha256.hex(file),
                StatementStore.Origin.HAND,
                Optional.of(who.account().value()),
                theirs,
                List.of(unit),
                moments.getFirst(),
                moments.getLast());
        reading.take(given, now, () -> leave(who, unit, now));
    }

    private List<UnitId> mayTake(OfficerAt who, UnitId unit) {
        if (!takesFor(who, unit)) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return desk.units(who);
    }

    private void leave(OfficerAt who, UnitId unit, Instant now) {
        var as = who.positionsOn(VietnamTime.dayOf(now)).stream().findFirst();
        trail.leave(new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.SETTLE,
                unit.value(),
                "statement-taken",
                Fields.of(Fields.HISTORY)));
    }

    private static Taken taken(StatementStore.Kept it) {
        return new Taken(
                it.id(),
                it.unit(),
                it.channel(),
                it.takenAt(),
                it.origin() != StatementStore.Origin.HAND,
                it.lines(),
                it.differences());
    }
}
