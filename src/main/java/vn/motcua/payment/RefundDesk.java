package vn.motcua.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Decision;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.payment.RefundStore.Money;
import vn.motcua.payment.RefundStore.Stored;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * Where money is paid back (hoàn trả): an officer of the counter that collected asks for it, whoever leads there agrees or not, and it goes
 * back through the gateway by which it came, or by the hands of the counter. Each method is one transaction.
 */
@Service
public class RefundDesk {

    private static final int LISTED = 200;

    private final RefundStore store;
    private final Refunds refunds;
    private final StrayedMoney strayed;
    private final FeeAccounts accounts;
    private final MoneyDesk books;
    private final ReadingDesk reading;
    private final Collectors collectors;
    private final Access access;
    private final Trail trail;
    private final Clock clock;

    RefundDesk(
            RefundStore store,
            Refunds refunds,
            StrayedMoney strayed,
            FeeAccounts accounts,
            MoneyDesk books,
            ReadingDesk reading,
            Collectors collectors,
            Access access,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.refunds = refunds;
        this.strayed = strayed;
        this.accounts = accounts;
        this.books = books;
        this.reading = reading;
        this.collectors = collectors;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Money that can go back.
     *
     * @param key its name among the money of its dossier
     * @param collected whether it was collected; else it came and did not belong here
     * @param ways by which it can go back
     */
    public record Source(
            String key, boolean collected, PaymentChannel channel, Dong amount, Dong left, List<PaymentChannel> ways) {

        /** Keeps its own copy. */
        public Source {
            ways = List.copyOf(ways);
        }
    }

    /**
     * What is asked for.
     *
     * @param source the key of the money
     * @param way the name of a channel
     * @param account for a transfer: bank, number and holder
     */
    public record Proposal(String source, String amount, String way, String account, String reason) {}

    /**
     * A refund as it is shown.
     *
     * @param collected whether it gives up what was collected
     * @param decides whether who looks can agree to it or refuse it now
     * @param pays whether who looks can say now that it was paid back
     */
    public record Shown(
            UUID id,
            DossierId dossier,
            UnitId unit,
            Dong amount,
            boolean collected,
            PaymentChannel channel,
            PaymentChannel way,
            String account,
            String reason,
            RefundState state,
            String proposer,
            Instant proposedAt,
            String decider,
            Optional<Instant> decidedAt,
            String answer,
            String payer,
            Optional<Instant> paidAt,
            String proof,
            boolean decides,
            boolean pays) {}

    /** What of a dossier's money can go back; empty for who sees it, but may not ask. */
    @Transactional
    public Optional<List<Source>> sources(OfficerAt who, DossierId dossier) {
        return may(who, DeskAct.REFUND, dossier).permitted() ? Optional.of(sources(dossier)) : Optional.empty();
    }

    /** What came for several dossiers, that one among them, and is paid back from another one; for whoever may ask for it. */
    @Transactional
    public List<StrayedTogether> elsewhere(OfficerAt who, DossierId dossier) {
        return may(who, DeskAct.REFUND, dossier).permitted() ? strayed.together(dossier) : List.of();
    }

    private List<Source> sources(DossierId dossier) {
        return store.money(dossier).stream()
                .map(it ->
                        new Source(it.key(), it.payment().isPresent(), it.channel(), it.amount(), it.left(), ways(it)))
                .toList();
    }

    /** Asks for one; the same command again changes nothing. */
    @Transactional
    public void propose(OfficerAt who, UUID command, DossierId dossier, Proposal said) {
        var position = may(who, DeskAct.REFUND, dossier).orRefuse();
        accounts.lock(dossier);
        var before = store.find(command);
        if (before.isPresent()) {
            if (!before.get().dossier().equals(dossier)) {
                throw new Refused(PaymentRefusal.PAYMENT_COMMAND_REUSED);
            }
            return;
        }
        var money = store.money(dossier).stream()
                .filter(it -> it.key().equals(said.source()))
                .findFirst()
                .orElseThrow(() -> new Refused(PaymentRefusal.REFUND_OF_WHAT));
        var amount = amount(said.amount(), money);
        var way = way(said, money);
        var account = way == PaymentChannel.VIETQR ? Text.clean(said.account()) : "";
        if (way == PaymentChannel.VIETQR && account.isEmpty()) {
            throw new Refused(PaymentRefusal.REFUND_ACCOUNT);
        }
        var reason = Text.clean(said.reason());
        if (reason.isEmpty()) {
            throw new Refused(PaymentRefusal.REFUND_REASON);
        }
        var now = clock.instant();
        store.add(
                Refund.proposed(command, amount, way, who.account().value()),
                dossier,
                money,
                new RefundStore.Words(account, reason, who.name()),
                now);
        refunds.proposed(store.find(command).orElseThrow(), now);
        leave(who, position, dossier, "refund-proposed");
    }

    /** A second person agrees to it or refuses it; saying the same again changes nothing. */
    @Transactional
    public void decide(OfficerAt who, UUID id, boolean agreed, String answer) {
        var it = locked(who, id);
        var position = may(who, DeskAct.DECIDE_REFUND, it.dossier()).orRefuse();
        if (it.decidedBy().filter(who.account().value()::equals).isPresent()
                && agreed == (it.refund().state() != RefundState.REFUSED)) {
            return;
        }
        var step = it.refund().decided(who.account().value(), agreed);
        var why = Text.clean(answer);
        if (!agreed && why.isEmpty()) {
            throw new Refused(PaymentRefusal.REFUND_REASON);
        }
        var now = clock.instant();
        var before = agreedBefore(it);
        var lines = agreed ? refunds.given(it, before) : List.<ReceiptLine>of();
        store.decided(step, who.account().value(), who.name(), why, lines, now);
        leave(who, position, it.dossier(), agreed ? "refund-approved" : "refund-refused");
        if (agreed) {
            refunds.approved(store.find(id).orElseThrow(), before, now);
        } else {
            refunds.refused(it, now);
        }
    }

    /** A cashier says that they paid it back, in cash, by a transfer or onto the card, and by which paper; saying it again changes nothing. */
    @Transactional
    public void paidOut(OfficerAt who, UUID id, PaymentChannel way, String proof) {
        var it = locked(who, id);
        var position = may(who, DeskAct.REFUND, it.dossier()).orRefuse();
        if (it.refund().state() == RefundState.PAID_BACK
                && it.paidBy().filter(who.account().value()::equals).isPresent()) {
            return;
        }
        if (way == PaymentChannel.CARD && it.channel() != PaymentChannel.CARD) {
            throw new Refused(PaymentRefusal.REFUND_WAY);
        }
        var step = it.refund().paidBy(way);
        store.payer(id, who.account().value(), who.name(), Text.clean(proof));
        refunds.moved(it, step, RefundStore.Source.OFFICER, clock.instant());
        leave(who, position, it.dossier(), "refund-paid-out");
    }

    /** Those of the units whose books this officer sees, what waits for somebody first. */
    @Transactional(readOnly = true)
    public List<Shown> all(OfficerAt who) {
        var units = books.units(who);
        return units.isEmpty()
                ? List.of()
                : store.of(units, LISTED).stream()
                        .map(it -> shown(it, false, false))
                        .toList();
    }

    /** One of them; one of another unit is not there. */
    @Transactional
    public Shown one(OfficerAt who, UUID id) {
        var it = theirs(who, id);
        var subject = reading.open(who, it.dossier(), clock.instant()).subject();
        var state = it.refund().state();
        var waits = state == RefundState.FAILED
                || (state == RefundState.APPROVED && it.refund().way() != PaymentChannel.GATEWAY);
        return shown(
                it,
                state == RefundState.PROPOSED
                        && !it.refund().proposer().equals(who.account().value())
                        && access.may(who, DeskAct.DECIDE_REFUND, subject).permitted(),
                waits && access.may(who, DeskAct.REFUND, subject).permitted());
    }

    /** Those of a dossier, without asking who wants to know: for a module that was asked already. */
    @Transactional(readOnly = true)
    public List<Shown> of(DossierId dossier) {
        return store.of(dossier).stream().map(it -> shown(it, false, false)).toList();
    }

    private Stored theirs(OfficerAt who, UUID id) {
        return store.find(id)
                .filter(it -> books.units(who).contains(it.unit()))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private Stored locked(OfficerAt who, UUID id) {
        accounts.lock(theirs(who, id).dossier());
        return store.find(id).orElseThrow();
    }

    /** What of the same money other refunds gave up before. */
    private Dong agreedBefore(Stored it) {
        return store.of(it.dossier()).stream()
                .filter(other -> !other.refund().id().equals(it.refund().id()))
                .filter(other -> other.payment().equals(it.payment())
                        && other.decidedAt().isPresent()
                        && other.refund().state() != RefundState.REFUSED)
                .map(other -> other.refund().amount())
                .reduce(Dong.ZERO, Dong::plus);
    }

    private List<PaymentChannel> ways(Money it) {
        var gateway = it.channel() == PaymentChannel.GATEWAY
                && it.transaction().isPresent()
                && collectors.gateway().flatMap(Gateway::refund).isPresent();
        var own = it.channel() == PaymentChannel.CARD
                ? Stream.of(PaymentChannel.CARD)
                : Stream.of(PaymentChannel.GATEWAY).filter(_ -> gateway);
        return Stream.concat(own, Stream.of(PaymentChannel.VIETQR, PaymentChannel.CASH))
                .toList();
    }

    private PaymentChannel way(Proposal said, Money of) {
        return ways(of).stream()
                .filter(it -> it.name().equals(said.way()))
                .findFirst()
                .orElseThrow(() -> new Refused(PaymentRefusal.REFUND_WAY));
    }

    private static Dong amount(String typed, Money of) {
        var digits = typed.replaceAll("[\\s.\\u00a0₫]", "");
        if (!digits.matches("[1-9][0-9]{0,14}")
                || Long.parseLong(digits) > of.left().amount()) {
            throw new Refused(PaymentRefusal.REFUND_TOO_MUCH, of.left());
        }
        return new Dong(Long.parseLong(digits));
    }

    private Decision may(OfficerAt who, DeskAct act, DossierId dossier) {
        return access.may(who, act, reading.open(who, dossier, clock.instant()).subject());
    }

    private static Shown shown(Stored it, boolean decides, boolean pays) {
        return new Shown(
                it.refund().id(),
                it.dossier(),
                it.unit(),
                it.refund().amount(),
                it.payment().isPresent(),
                it.channel(),
                it.refund().way(),
                it.account(),
                it.reason(),
                it.refund().state(),
                it.proposer(),
                it.proposedAt(),
                it.decider(),
                it.decidedAt(),
                it.answer(),
                it.payer(),
                it.paidAt(),
                it.proof(),
                decides,
                pays);
    }

    private void leave(OfficerAt who, Optional<Position> as, DossierId dossier, String act) {
        trail.leave(new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.SETTLE,
                dossier.value(),
                act,
                Fields.of(Fields.HISTORY)));
    }
}
