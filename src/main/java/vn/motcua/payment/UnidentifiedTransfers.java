package vn.motcua.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.UnitId;
import vn.motcua.payment.LedgerBook.Occasion;
import vn.motcua.payment.TransferStore.By;
import vn.motcua.payment.TransferStore.Stored;
import vn.motcua.payment.UnidentifiedTransfer.Step;
import vn.motcua.shared.Ids;

/** What happens to money that belongs to no order, and what follows from it in the ledger. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UnidentifiedTransfers {

    private final TransferStore store;
    private final LedgerBook ledger;

    UnidentifiedTransfers(TransferStore store, LedgerBook ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** A statement has it and it is for no order; found again it changes nothing. */
    void found(UnitId unit, Arrival money, String account, String words, Instant now) {
        var it = UnidentifiedTransfer.found(Ids.next(), unit, money);
        if (store.add(it, account, words, now)) {
            book(it, Occasion.UNIDENTIFIED, money.channel().money(), LedgerAccount.UNIDENTIFIED, now);
        }
    }

    /** That money while it was without an order, held until this transaction ends; the dossiers of the order are locked before. */
    Optional<Stored> locked(Arrival money) {
        return store.locked(money);
    }

    /** It is for that order: from here on it is booked there. */
    void assigned(UnidentifiedTransfer it, UUID order, By by, Instant now) {
        store.save(it.assigned(), Optional.of(order), by, now);
        book(
                it,
                Occasion.IDENTIFIED,
                LedgerAccount.UNIDENTIFIED,
                it.money().channel().money(),
                now);
    }

    /** What two people do with it instead. */
    void moved(Step step, By by, Instant now) {
        var it = step.after();
        store.save(step, Optional.empty(), by, now);
        switch (it.state()) {
            case TO_GIVE_BACK ->
                book(it, Occasion.TO_GIVE_BACK, LedgerAccount.UNIDENTIFIED, LedgerAccount.TO_PAY_BACK, now);
            case OTHER_INCOME ->
                book(it, Occasion.OTHER_INCOME, LedgerAccount.UNIDENTIFIED, LedgerAccount.OTHER_INCOME, now);
            case GIVEN_BACK ->
                book(
                        it,
                        Occasion.GIVEN_BACK,
                        LedgerAccount.TO_PAY_BACK,
                        it.money().channel().money(),
                        now);
            case WAITING, PROPOSED -> {}
            case ASSIGNED -> throw new IllegalStateException("an order takes it by assigned");
        }
    }

    private void book(UnidentifiedTransfer it, Occasion why, LedgerAccount debit, LedgerAccount credit, Instant now) {
        ledger.add(
                why,
                it.unit(),
                it.money().channel(),
                List.of(new LedgerEntry(debit, credit, it.money().amount())),
                now);
    }
}
