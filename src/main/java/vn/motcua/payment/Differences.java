package vn.motcua.payment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.payment.LedgerBook.Occasion;
import vn.motcua.payment.StatementDifference.Step;
import vn.motcua.payment.StatementStore.Found;
import vn.motcua.payment.StatementStore.Verdict;
import vn.motcua.payment.TransferStore.By;

/** What happens to differences between statements and what is recorded, and what follows from it in the ledger. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Differences {

    /** The statement has it with the amount that is recorded. */
    private static final Set<Verdict> RIGHT = Set.of(Verdict.KNOWN, Verdict.PAID, Verdict.STRAYED);

    private final DifferenceStore store;
    private final UnidentifiedTransfers transfers;
    private final LedgerBook ledger;

    Differences(DifferenceStore store, UnidentifiedTransfers transfers, LedgerBook ledger) {
        this.store = store;
        this.transfers = transfers;
        this.ledger = ledger;
    }

    /** A statement was taken in: its differences are kept, and those that it has right are settled. */
    void taken(StatementStore.New statement, List<Found> lines, Instant now) {
        for (var line : lines) {
            if (line.verdict() == Verdict.MISSING || line.verdict() == Verdict.OTHER_AMOUNT) {
                store.found(statement, line, line.verdict() == Verdict.MISSING, now);
            }
        }
        var right = lines.stream()
                .filter(it -> RIGHT.contains(it.verdict()))
                .map(Found::transaction)
                .toList();
        store.unsettled(statement.channel(), right)
                .forEach(it -> it.difference().came().ifPresent(step -> came(step, now)));
    }

    private void came(Step step, Instant now) {
        var it = step.after();
        store.save(step, By.ITSELF, now);
        if (it.shortage()) {
            book(it, Occasion.MADE_UP, it.channel().money(), LedgerAccount.SHORTAGE, now);
        }
    }

    /** What two people do with it. */
    void moved(Step step, By by, Instant now) {
        var it = step.after();
        store.save(step, by, now);
        switch (it.state()) {
            case SHORT ->
                book(it, Occasion.SHORT, LedgerAccount.SHORTAGE, it.channel().money(), now);
            case SURPLUS -> surplus(it, now);
            case WAITING, PROPOSED, EXPLAINED -> {}
            case CAME -> throw new IllegalStateException("a statement says so");
        }
    }

    /** What came more is money of which nobody knows yet whose it is: under the number of the payment, with a sign behind it. */
    private void surplus(StatementDifference it, Instant now) {
        int dot = it.transaction().indexOf('.');
        var account = it.channel() == PaymentChannel.VIETQR && dot > 0
                ? it.transaction().substring(0, dot)
                : "";
        transfers.found(
                it.unit(), new Arrival(it.channel(), it.transaction() + "+", it.amount(), it.at()), account, "", now);
    }

    private void book(StatementDifference it, Occasion why, LedgerAccount debit, LedgerAccount credit, Instant now) {
        ledger.add(why, it.unit(), it.channel(), List.of(new LedgerEntry(debit, credit, it.amount())), now);
    }
}
