package vn.motcua.payment;

import java.time.Clock;
import java.time.Instant;
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
import vn.motcua.payment.OrderStore.Source;
import vn.motcua.payment.TransferStore.By;
import vn.motcua.payment.TransferStore.Stored;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * Where money on statements that belongs to no order is worked with: whoever keeps or leads the books of the unit puts it to an order of the same
 * amount, or asks that it goes back or is kept as another income, to which whoever leads there agrees or not. Each method is one transaction.
 */
@Service
public class TransferDesk {

    /** How many are listed; the search finds the others. */
    public static final int LISTED = 200;

    private static final int OFFERED = 20;

    private final TransferStore store;
    private final UnidentifiedTransfers transfers;
    private final OrderStore orderStore;
    private final PaymentOrders orders;
    private final Collectors collectors;
    private final MoneyDesk books;
    private final Access access;
    private final Trail trail;
    private final Clock clock;

    TransferDesk(
            TransferStore store,
            UnidentifiedTransfers transfers,
            OrderStore orderStore,
            PaymentOrders orders,
            Collectors collectors,
            MoneyDesk books,
            Access access,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.transfers = transfers;
        this.orderStore = orderStore;
        this.orders = orders;
        this.collectors = collectors;
        this.books = books;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Money in the list.
     *
     * @param at when it came, as the bank or the gateway says
     * @param account to which it came; empty at the gateway
     * @param words as the payer and the banks wrote them; empty when it belongs to an order
     */
    public record Line(
            UUID id,
            UnitId unit,
            Instant at,
            Dong amount,
            PaymentChannel channel,
            String account,
            String transaction,
            String words,
            TransferState state) {}

    /**
     * An order to which it may belong.
     *
     * @param until up to when it was offered
     */
    public record Candidate(String reference, Instant until, DossierId dossier) {}

    /** Something that happened to it; nobody's name where it came by itself. */
    public record Happened(TransferEvent event, Instant at, String name, String said) {}

    /**
     * One, with what can be done.
     *
     * @param wanted how somebody wants it to end without an order
     * @param dossier with whose order it stands
     * @param candidates those nearest to it in time to which it can be put
     * @param assigns whether it can be put to an order
     * @param proposes whether they can ask for another end
     * @param decides whether they can agree to it
     * @param pays whether they can say that it went back
     */
    public record Shown(
            Line line,
            Optional<TransferEnding> wanted,
            Optional<DossierId> dossier,
            List<Candidate> candidates,
            List<Happened> history,
            boolean assigns,
            boolean proposes,
            boolean decides,
            boolean pays) {

        /** Keeps its own copies. */
        public Shown {
            candidates = List.copyOf(candidates);
            history = List.copyOf(history);
        }
    }

    /**
     * Those of the units whose books this officer sees: the oldest that waits first, or the last that was settled.
     *
     * @param typed an amount, or a part of words, number or account; empty for all
     */
    @Transactional
    public List<Line> all(OfficerAt who, boolean settled, String typed) {
        var units = books.units(who);
        if (units.isEmpty()) {
            return List.of();
        }
        var sought = Text.clean(typed);
        var digits = sought.replaceAll("[\\s.\\u00a0₫]", "");
        long amount = digits.matches("[1-9][0-9]{0,14}") ? Long.parseLong(digits) : 0;
        var like = amount == 0 ? "%" + sought.replaceAll("[\\\\%_]", "\\\\$0") + "%" : "%";
        var found = settled ? store.settled(units, like, amount, LISTED) : store.open(units, like, amount, LISTED);
        found.stream().map(it -> it.transfer().unit()).distinct().forEach(unit -> leave(who, unit, "listed-transfers"));
        return found.stream().map(TransferDesk::line).toList();
    }

    /** One of them; one of another unit is not there. */
    @Transactional
    public Shown one(OfficerAt who, UUID id) {
        var it = theirs(who, id);
        var transfer = it.transfer();
        var state = transfer.state();
        leave(who, transfer.unit(), "opened-transfer");
        return new Shown(
                line(it),
                transfer.proposed().map(UnidentifiedTransfer.Proposed::ending),
                it.order().flatMap(orderStore::find).map(OrderStore.Stored::dossier),
                transfer.open() ? candidates(who, transfer) : List.of(),
                store.history(id).stream()
                        .map(one -> new Happened(one.event(), one.at(), one.name(), one.said()))
                        .toList(),
                transfer.open(),
                state == TransferState.WAITING,
                state == TransferState.PROPOSED
                        && transfer.proposed()
                                .filter(by -> by.by().equals(who.account().value()))
                                .isEmpty()
                        && leads(who, transfer.unit()),
                state == TransferState.TO_GIVE_BACK);
    }

    private List<Candidate> candidates(OfficerAt who, UnidentifiedTransfer it) {
        return orderStore
                .payable(books.units(who), it.money().amount(), it.money().at(), OFFERED)
                .stream()
                .filter(order -> takes(order, it))
                .map(order -> new Candidate(
                        order.order().reference().value(), order.order().until(), order.dossier()))
                .toList();
    }

    /** Whether the order asks for just that, is owed, and its money goes where this money came. */
    private boolean takes(OrderStore.Stored order, UnidentifiedTransfer it) {
        var state = order.order().state();
        return (state instanceof PaymentState.Waiting || state instanceof PaymentState.Expired)
                && order.order().amount().equals(it.money().amount())
                && orders.owed(order)
                && (it.money().channel() == PaymentChannel.GATEWAY
                        || collectors
                                .of(order.unit())
                                .flatMap(Collector::account)
                                .equals(collectors.of(it.unit()).flatMap(Collector::account)));
    }

    /**
     * Puts it to an order of the same amount, which is paid by it as by any money that came; the same again changes nothing.
     *
     * @param reference of the order, as it is written in a transfer
     */
    @Transactional
    public void assign(OfficerAt who, UUID id, String reference) {
        var it = theirs(who, id);
        var order = PaymentReference.in(reference)
                .flatMap(orderStore::find)
                .filter(one -> books.units(who).contains(one.unit()))
                .orElseThrow(() -> new Refused(PaymentRefusal.TRANSFER_ORDER));
        if (it.order().filter(order.order().id()::equals).isPresent()) {
            return;
        }
        if (!it.transfer().open()) {
            it.transfer().assigned();
        }
        if (!takes(order, it.transfer())) {
            throw new Refused(PaymentRefusal.TRANSFER_ORDER);
        }
        var by = new By(
                Optional.of(who.account().value()),
                who.name(),
                order.order().reference().value());
        var happened = orders.arrived(order, it.transfer().money(), Source.OFFICER, by, clock.instant());
        if (happened.filter(PaymentEvent.MONEY_CAME::equals).isEmpty()
                && store.find(id)
                        .flatMap(Stored::order)
                        .filter(order.order().id()::equals)
                        .isEmpty()) {
            throw new Refused(PaymentRefusal.TRANSFER_ORDER);
        }
        leave(who, it.transfer().unit(), "transfer-assigned");
    }

    /** Asks that it ends without an order; the same again changes nothing. */
    @Transactional
    public void propose(OfficerAt who, UUID id, String ending, String reason) {
        var it = locked(who, id);
        var wanted = ending(ending);
        var why = Text.clean(reason);
        if (why.isEmpty()) {
            throw new Refused(PaymentRefusal.TRANSFER_REASON);
        }
        var proposal = new UnidentifiedTransfer.Proposed(wanted, who.account().value());
        if (it.proposed().filter(proposal::equals).isPresent()) {
            return;
        }
        transfers.moved(it.proposed(wanted, who.account().value()), by(who, why), clock.instant());
        leave(who, it.unit(), "transfer-ending-proposed");
    }

    private static TransferEnding ending(String typed) {
        return switch (typed) {
            case "GIVE_BACK" -> TransferEnding.GIVE_BACK;
            case "OTHER_INCOME" -> TransferEnding.OTHER_INCOME;
            default -> throw new Refused(PaymentRefusal.TRANSFER_ENDING);
        };
    }

    /** Whoever leads there agrees or not, never who asked; the same again changes nothing. */
    @Transactional
    public void decide(OfficerAt who, UUID id, boolean agreed, String answer) {
        var it = locked(who, id);
        access.mayArrange(who, Optional.of(it.unit())).orRefuse();
        if (store.last(it, who.account().value())
                .filter((agreed ? TransferEvent.AGREED : TransferEvent.REFUSED)::equals)
                .isPresent()) {
            return;
        }
        var step = it.decided(who.account().value(), agreed);
        var why = Text.clean(answer);
        if (!agreed && why.isEmpty()) {
            throw new Refused(PaymentRefusal.TRANSFER_REASON);
        }
        transfers.moved(step, by(who, why), clock.instant());
        leave(who, it.unit(), agreed ? "transfer-ending-agreed" : "transfer-ending-refused");
    }

    /** It went back, by that voucher; the same again changes nothing. */
    @Transactional
    public void givenBack(OfficerAt who, UUID id, String voucher) {
        var it = locked(who, id);
        if (it.state() == TransferState.GIVEN_BACK) {
            return;
        }
        var step = it.givenBack();
        transfers.moved(step, by(who, Text.clean(voucher)), clock.instant());
        leave(who, it.unit(), "transfer-given-back");
    }

    private Stored theirs(OfficerAt who, UUID id) {
        return store.find(id)
                .filter(it -> books.units(who).contains(it.transfer().unit()))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private UnidentifiedTransfer locked(OfficerAt who, UUID id) {
        theirs(who, id);
        return store.locked(id).transfer();
    }

    private boolean leads(OfficerAt who, UnitId unit) {
        return access.mayArrange(who, Optional.of(unit)).permitted();
    }

    private static By by(OfficerAt who, String said) {
        return new By(Optional.of(who.account().value()), who.name(), said);
    }

    private static Line line(Stored it) {
        var money = it.transfer().money();
        return new Line(
                it.transfer().id(),
                it.transfer().unit(),
                money.at(),
                money.amount(),
                money.channel(),
                it.account(),
                it.account().isEmpty()
                        ? money.transaction()
                        : money.transaction().substring(it.account().length() + 1),
                it.words(),
                it.transfer().state());
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
