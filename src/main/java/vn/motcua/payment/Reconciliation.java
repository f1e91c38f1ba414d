package vn.motcua.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.payment.OrderStore.Source;
import vn.motcua.payment.StatementStore.Found;
import vn.motcua.payment.StatementStore.Verdict;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * Holds a statement of the bank or the gateway against what is known (đối soát). What came and nobody told of is put right, whatever state its
 * order is in; every difference is listed.
 */
@Service
public class Reconciliation {

    private static final int LISTED = 50;

    private final StatementStore store;
    private final OrderStore orderStore;
    private final PaymentOrders orders;
    private final Collectors collectors;
    private final MoneyDesk desk;
    private final Access access;
    private final Trail trail;
    private final Clock clock;

    Reconciliation(
            StatementStore store,
            OrderStore orderStore,
            PaymentOrders orders,
            Collectors collectors,
            MoneyDesk desk,
            Access access,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.orderStore = orderStore;
        this.orders = orders;
        this.collectors = collectors;
        this.desk = desk;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /** A statement in the list: which unit, which way, when, how many payments, how many differences. */
    public record Taken(UUID id, UnitId unit, PaymentChannel channel, Instant at, int lines, int differences) {}

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

    /** Takes one in; the same command again changes nothing. */
    @Transactional
    public void take(OfficerAt who, UUID command, UnitId unit, PaymentChannel channel, String file) {
        if (!takesFor(who, unit)) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        var lines = StatementFile.read(file);
        var now = clock.instant();
        if (!store.add(command, unit, channel, digest(file), who.account().value(), now)) {
            return;
        }
        var account = channel == PaymentChannel.VIETQR
                ? collectors
                        .of(unit)
                        .flatMap(Collector::account)
                        .map(it -> it.number() + ".")
                        .orElse("")
                : "";
        int no = 0;
        var seen = new HashSet<String>();
        for (var line : lines) {
            var arrival = new Arrival(channel, account + line.transaction(), line.amount(), line.at());
            if (seen.add(arrival.transaction())) {
                store.add(command, ++no, judge(arrival, line.text(), desk.units(who), now));
            }
        }
        var from = lines.stream()
                .map(StatementFile.Line::at)
                .min(Instant::compareTo)
                .orElseThrow();
        var to = lines.stream()
                .map(StatementFile.Line::at)
                .max(Instant::compareTo)
                .orElseThrow();
        for (var known : store.known(unit, channel, from, to)) {
            if (!seen.contains(known.transaction())) {
                store.add(command, ++no, known);
            }
        }
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

    private Found judge(Arrival arrival, String text, List<UnitId> theirs, Instant now) {
        var order = PaymentReference.in(text).flatMap(orderStore::find).filter(it -> theirs.contains(it.unit()));
        var known = store.amount(arrival.channel(), arrival.transaction());
        if (known.isPresent()) {
            var same = known.get().equals(arrival.amount());
            return found(
                    arrival,
                    same ? Verdict.KNOWN : Verdict.OTHER_AMOUNT,
                    orderStore.orderOf(arrival.channel(), arrival.transaction()),
                    known.filter(_ -> !same));
        }
        if (order.isEmpty()) {
            return found(arrival, Verdict.NO_ORDER, Optional.empty(), Optional.empty());
        }
        var happened = orders.arrived(order.get(), arrival, Source.STATEMENT, now);
        var paid = happened.filter(it -> it == PaymentEvent.MONEY_CAME).isPresent();
        return found(
                arrival,
                paid ? Verdict.PAID : Verdict.STRAYED,
                Optional.of(order.get().order().id()),
                Optional.empty());
    }

    private static Found found(Arrival it, Verdict verdict, Optional<UUID> order, Optional<Dong> known) {
        return new Found(it.at(), it.amount(), it.transaction(), verdict, order, known);
    }

    private static Taken taken(StatementStore.Kept it) {
        return new Taken(it.id(), it.unit(), it.channel(), it.takenAt(), it.lines(), it.differences());
    }

    private static String digest(String file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
