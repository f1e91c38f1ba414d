package vn.motcua.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.payment.DifferenceStore.Stored;
import vn.motcua.payment.TransferStore.By;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * Where differences between statements and what is recorded are settled: whoever keeps the books of the unit says how one ends, and whoever leads there
 * agrees or not. Each method is one transaction.
 */
@Service
public class DifferenceDesk {

    /** How many are listed. */
    public static final int LISTED = 200;

    private final DifferenceStore store;
    private final Differences differences;
    private final OrderStore orders;
    private final MoneyDesk books;
    private final Access access;
    private final Trail trail;
    private final Clock clock;

    DifferenceDesk(
            DifferenceStore store,
            Differences differences,
            OrderStore orders,
            MoneyDesk books,
            Access access,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.differences = differences;
        this.orders = orders;
        this.books = books;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One in the list.
     *
     * @param at when the payment came
     * @param told what the statement says; empty where it does not have it
     */
    public record Line(
            UUID id,
            UnitId unit,
            Instant at,
            PaymentChannel channel,
            String transaction,
            Dong known,
            Optional<Dong> told,
            DifferenceState state) {}

    /** Something that happened to it; nobody's name where it came by itself. */
    public record Happened(String event, Instant at, String name, String said) {}

    /**
     * One, with what can be done.
     *
     * @param amount how much more or less came
     * @param statement the first that shows it
     * @param dossiers whose payment it is
     * @param wanted how somebody wants it to end
     * @param endings how it can end; none for who cannot say so now
     * @param decides whether they can agree to what is wanted
     */
    public record Shown(
            Line line,
            Dong amount,
            UUID statement,
            List<DossierId> dossiers,
            Optional<DifferenceEnding> wanted,
            List<DifferenceEnding> endings,
            List<Happened> history,
            boolean decides) {

        /** Keeps its own copies. */
        public Shown {
            dossiers = List.copyOf(dossiers);
            endings = List.copyOf(endings);
            history = List.copyOf(history);
        }
    }

    /** Those of the units whose books this officer sees: what is to be settled, the oldest first, or what was settled last. */
    @Transactional(readOnly = true)
    public List<Line> all(OfficerAt who, boolean settled) {
        var units = books.units(who);
        if (units.isEmpty()) {
            return List.of();
        }
        var found = settled ? store.settled(units, LISTED) : store.open(units, LISTED);
        return found.stream().map(it -> line(it.difference())).toList();
    }

    /** One of them; one of another unit is not there. */
    @Transactional
    public Shown one(OfficerAt who, UUID id) {
        var it = theirs(who, id);
        var difference = it.difference();
        leave(who, difference.unit(), "opened-difference");
        return new Shown(
                line(difference),
                difference.amount(),
                it.statement(),
                orders.find(it.order()).map(OrderStore.Stored::dossiers).orElse(List.of()),
                difference.proposed().map(StatementDifference.Proposed::ending),
                difference.state() == DifferenceState.WAITING ? difference.endings() : List.of(),
                store.history(id).stream()
                        .map(one -> new Happened(one.event().name(), one.at(), one.name(), one.said()))
                        .toList(),
                difference.state() == DifferenceState.PROPOSED
                        && difference
                                .proposed()
                                .filter(by -> by.by().equals(who.account().value()))
                                .isEmpty()
                        && access.mayArrange(who, Optional.of(difference.unit()))
                                .permitted());
    }

    /** Says how it ends, and why; the same again changes nothing. */
    @Transactional
    public void propose(OfficerAt who, UUID id, String ending, String reason) {
        var it = locked(who, id);
        var wanted = Arrays.stream(DifferenceEnding.values())
                .filter(one -> one.name().equals(ending))
                .findFirst()
                .orElseThrow(() -> new Refused(PaymentRefusal.DIFFERENCE_ENDING));
        var why = Text.clean(reason);
        if (why.isEmpty()) {
            throw new Refused(PaymentRefusal.DIFFERENCE_REASON);
        }
        var proposal = new StatementDifference.Proposed(wanted, who.account().value());
        if (it.state() == DifferenceState.PROPOSED
                && it.proposed().filter(proposal::equals).isPresent()) {
            return;
        }
        differences.moved(it.proposed(wanted, who.account().value()), by(who, why), clock.instant());
        leave(who, it.unit(), "difference-ending-proposed");
    }

    /** Whoever leads there agrees or not, never who said so; the same again changes nothing. */
    @Transactional
    public void decide(OfficerAt who, UUID id, boolean agreed, String answer) {
        var it = locked(who, id);
        access.mayArrange(who, Optional.of(it.unit())).orRefuse();
        if (store.last(it, who.account().value())
                .filter((agreed ? StatementDifference.Event.AGREED : StatementDifference.Event.REFUSED)::equals)
                .isPresent()) {
            return;
        }
        var step = it.decided(who.account().value(), agreed);
        var why = Text.clean(answer);
        if (!agreed && why.isEmpty()) {
            throw new Refused(PaymentRefusal.DIFFERENCE_REASON);
        }
        differences.moved(step, by(who, why), clock.instant());
        leave(who, it.unit(), agreed ? "difference-ending-agreed" : "difference-ending-refused");
    }

    private Stored theirs(OfficerAt who, UUID id) {
        return store.find(id)
                .filter(it -> books.units(who).contains(it.difference().unit()))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private StatementDifference locked(OfficerAt who, UUID id) {
        theirs(who, id);
        return store.locked(id).difference();
    }

    private static By by(OfficerAt who, String said) {
        return new By(Optional.of(who.account().value()), who.name(), said);
    }

    private static Line line(StatementDifference it) {
        return new Line(it.id(), it.unit(), it.at(), it.channel(), it.transaction(), it.known(), it.told(), it.state());
    }

    private void leave(OfficerAt who, UnitId unit, String act) {
        var as = who.positionsOn(VietnamTime.dayOf(clock.instant())).stream().findFirst();
        trail.leave(new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.SETTLE,
                unit.value(),
                act,
                Fields.of(Fields.HISTORY)));
    }
}
