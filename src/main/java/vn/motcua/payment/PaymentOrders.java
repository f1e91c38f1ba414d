package vn.motcua.payment;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.PaymentWait;
import vn.motcua.organization.UnitId;
import vn.motcua.payment.OrderStore.Source;
import vn.motcua.payment.OrderStore.Stored;
import vn.motcua.payment.OrderStore.Why;
import vn.motcua.payment.PaymentOrder.Step;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;

/**
 * Carries out what happens to payment orders of the current tenant: the rules of {@link PaymentOrder}, and what follows from them for the
 * dossier, the ledger and the receipts.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PaymentOrders {

    private final OrderStore store;
    private final ShareStore shares;
    private final FeeAccounts accounts;
    private final Collecting collecting;
    private final Collectors collectors;
    private final LedgerBook ledger;
    private final PaymentWait waiting;
    private final UnidentifiedTransfers transfers;

    PaymentOrders(
            OrderStore store,
            ShareStore shares,
            FeeAccounts accounts,
            Collecting collecting,
            Collectors collectors,
            LedgerBook ledger,
            PaymentWait waiting,
            UnidentifiedTransfers transfers) {
        this.store = store;
        this.shares = shares;
        this.accounts = accounts;
        this.collecting = collecting;
        this.collectors = collectors;
        this.ledger = ledger;
        this.waiting = waiting;
        this.transfers = transfers;
    }

    /**
     * The order for what is owed for these dossiers now: the open one over just that, or a new one. Where something else is owed by now, its
     * time is over, or it is over other dossiers too, the old one ends.
     *
     * @param dossiers of one collecting agency
     */
    Stored asked(Collection<DossierId> dossiers, Instant now) {
        accounts.lock(dossiers);
        var asked = dossiers.stream()
                .distinct()
                .map(this::share)
                .sorted(comparing(it -> it.dossier().toString()))
                .toList();
        var open = store.open(dossiers);
        if (open.size() == 1
                && open.getFirst().shares().equals(asked)
                && open.getFirst().order().expires(now).isEmpty()) {
            return open.getFirst();
        }
        open.forEach(it -> it.order()
                .expires(now)
                .ifPresentOrElse(
                        step -> store.save(step, Source.PAYER, now),
                        () -> cancel(it, Source.PAYER, Why.OTHER_DEMAND, now)));
        var order = PaymentOrder.opened(Ids.next(), Share.sum(asked), now.plus(collectors.expires()));
        store.add(order, asked, now);
        return store.find(order.id()).orElseThrow();
    }

    private Share share(DossierId dossier) {
        var owed = accounts.of(dossier).owed();
        if (owed.equals(Dong.ZERO)) {
            throw new Refused(PaymentRefusal.NOTHING_OWED);
        }
        return new Share(dossier, accounts.unit(dossier), owed);
    }

    /** What was owed was taken in another way. An order over other dossiers too goes on while one of them owes its share. */
    void notWanted(DossierId dossier, Instant now) {
        endUnlessOwed(dossier, Source.OFFICER, Why.TAKEN_IN_CASH, now);
    }

    /** Where a dossier has ended without what it asked for, nothing is to be paid for it any more. */
    void ended(DossierId dossier, Instant now) {
        if (store.open(dossier).isEmpty()) {
            return;
        }
        accounts.lock(dossier);
        if (!accounts.of(dossier).living()) {
            endUnlessOwed(dossier, Source.TIME, Why.DOSSIER_ENDED, now);
        }
    }

    private void endUnlessOwed(DossierId dossier, Source source, Why why, Instant now) {
        store.open(List.of(dossier)).stream()
                .filter(it -> settled(it).collected().isEmpty())
                .forEach(it -> cancel(it, source, why, now));
    }

    /** Whether all of it is still owed, so that it can be offered. */
    boolean owed(Stored it) {
        return settled(it).strayed().isEmpty();
    }

    private Share.Settled settled(Stored it) {
        return Share.settle(
                it.shares(),
                it.dossiers().stream()
                        .collect(toMap(
                                dossier -> dossier,
                                dossier -> accounts.of(dossier).owed())));
    }

    private void cancel(Stored it, Source source, Why why, Instant now) {
        it.order().cancels().ifPresent(step -> store.cancelled(step, source, why, now));
    }

    /** Nothing came in time. */
    void late(Stored found, Instant now) {
        accounts.lock(found.dossier());
        again(found).order().expires(now).ifPresent(it -> store.save(it, Source.TIME, now));
    }

    /** An attempt at the gateway came to nothing. */
    void failed(Stored found, int attempt, Source source, Instant now) {
        accounts.lock(found.dossier());
        var it = again(found);
        if (attempt == it.attempts()) {
            it.order().failed().ifPresent(step -> store.save(step, source, now));
        }
    }

    /**
     * Money came for that order; told again it changes nothing.
     *
     * @return what happened; empty for nothing new
     */
    Optional<PaymentEvent> arrived(Stored found, Arrival arrival, Source source, Instant now) {
        return arrived(found, arrival, source, TransferStore.By.ITSELF, now);
    }

    /**
     * The same, told by somebody. Money that waited without an order waits no more; what was given back or kept as another income does not come a
     * second time.
     */
    Optional<PaymentEvent> arrived(Stored found, Arrival arrival, Source source, TransferStore.By by, Instant now) {
        accounts.lock(found.dossiers());
        var it = again(found);
        var unidentified = transfers.locked(arrival).map(TransferStore.Stored::transfer);
        if (unidentified.filter(one -> !one.open()).isPresent()) {
            return Optional.empty();
        }
        var settled = settled(it);
        var step = it.order().arrives(arrival, !settled.collected().isEmpty());
        step.ifPresent(happened -> {
            unidentified.ifPresent(one -> transfers.assigned(one, it.order().id(), by, now));
            carryOut(it, happened, arrival, settled, source, now);
        });
        return step.map(Step::event);
    }

    private void carryOut(Stored it, Step step, Arrival arrival, Share.Settled settled, Source source, Instant now) {
        store.save(step, source, now);
        if (step.event() != PaymentEvent.MONEY_CAME) {
            misplaced(it.dossier(), it.unit(), arrival.channel(), arrival.amount(), now);
            return;
        }
        for (var share : settled.strayed()) {
            shares.strayed(it.order().id(), share.dossier());
            misplaced(share.dossier(), share.unit(), arrival.channel(), share.amount(), now);
        }
        var receipts = settled.collected().stream()
                .map(share -> collect(it.order().id(), share, arrival.channel(), now))
                .toList();
        receipts.forEach(Runnable::run);
    }

    private Runnable collect(UUID order, Share share, PaymentChannel channel, Instant now) {
        var account = accounts.of(share.dossier());
        var command = Ids.once("payment " + order + " " + share.dossier());
        var receipt = collecting.take(
                new Collecting.Taking(
                        share.dossier(),
                        command,
                        channel,
                        share.amount(),
                        now,
                        Optional.empty(),
                        "",
                        Optional.of(order)),
                account);
        if (share.amount().equals(account.owed())) {
            waiting.over(command, share.dossier(), now);
        }
        return receipt;
    }

    private void misplaced(DossierId dossier, UnitId unit, PaymentChannel channel, Dong amount, Instant now) {
        ledger.add(LedgerBook.Occasion.MISPLACED, dossier, unit, channel, Bookkeeping.misplaced(channel, amount), now);
    }

    /** As it is now that its dossier is locked; one of several dossiers is locked by itself too. */
    private Stored again(Stored found) {
        return store.locked(found.order().id());
    }
}
