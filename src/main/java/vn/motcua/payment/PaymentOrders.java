package vn.motcua.payment;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.PaymentWait;
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
    private final FeeAccounts accounts;
    private final Collecting collecting;
    private final Collectors collectors;
    private final LedgerBook ledger;
    private final PaymentWait waiting;

    PaymentOrders(
            OrderStore store,
            FeeAccounts accounts,
            Collecting collecting,
            Collectors collectors,
            LedgerBook ledger,
            PaymentWait waiting) {
        this.store = store;
        this.accounts = accounts;
        this.collecting = collecting;
        this.collectors = collectors;
        this.ledger = ledger;
        this.waiting = waiting;
    }

    /**
     * The order for what is owed for a dossier now: the open one, or a new one. Where something else is owed by now, or its time
     * is over, the old one ends.
     */
    Stored asked(DossierId dossier, Instant now) {
        accounts.lock(dossier);
        var owed = accounts.of(dossier).owed();
        var open = store.open(dossier);
        if (owed.equals(Dong.ZERO)) {
            throw new Refused(PaymentRefusal.NOTHING_OWED);
        }
        var same = open.filter(it -> it.order().amount().equals(owed))
                .filter(it -> it.order().expires(now).isEmpty());
        if (same.isPresent()) {
            return same.get();
        }
        open.ifPresent(it -> it.order()
                .expires(now)
                .ifPresentOrElse(
                        step -> store.save(step, Source.PAYER, now),
                        () -> cancel(it, Source.PAYER, Why.OTHER_DEMAND, now)));
        store.add(
                PaymentOrder.opened(Ids.next(), owed, now.plus(collectors.expires())),
                dossier,
                accounts.unit(dossier),
                now);
        return store.open(dossier).orElseThrow();
    }

    /** What was owed was taken in another way. */
    void notWanted(DossierId dossier, Instant now) {
        store.open(dossier).ifPresent(it -> cancel(it, Source.OFFICER, Why.TAKEN_IN_CASH, now));
    }

    /** Where a dossier has ended without what it asked for, nothing is to be paid for it any more. */
    void ended(DossierId dossier, Instant now) {
        if (store.open(dossier).isEmpty()) {
            return;
        }
        accounts.lock(dossier);
        if (!accounts.of(dossier).living()) {
            store.open(dossier).ifPresent(it -> cancel(it, Source.TIME, Why.DOSSIER_ENDED, now));
        }
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
        accounts.lock(found.dossier());
        var it = again(found);
        var account = accounts.of(it.dossier());
        var owed = account.owed().amount() >= it.order().amount().amount();
        var step = it.order().arrives(arrival, owed);
        step.ifPresent(happened -> carryOut(it, happened, arrival, account, source, now));
        return step.map(Step::event);
    }

    private void carryOut(Stored it, Step step, Arrival arrival, FeeAccount account, Source source, Instant now) {
        store.save(step, source, now);
        if (step.event() != PaymentEvent.MONEY_CAME) {
            ledger.add(
                    LedgerBook.Occasion.MISPLACED,
                    it.dossier(),
                    it.unit(),
                    arrival.channel(),
                    Bookkeeping.misplaced(arrival),
                    now);
            return;
        }
        var command = Ids.once("payment " + it.order().id());
        var receipt = collecting.take(
                new Collecting.Taking(
                        it.dossier(),
                        command,
                        arrival.channel(),
                        arrival.amount(),
                        now,
                        Optional.empty(),
                        Optional.of(it.order().id())),
                account);
        if (arrival.amount().equals(account.owed())) {
            waiting.over(command, it.dossier(), now);
        }
        receipt.run();
    }

    /** As it is now that its dossier is locked. */
    private Stored again(Stored found) {
        return store.find(found.order().reference()).orElseThrow();
    }
}
