package vn.motcua.payment;

import java.util.Optional;
import java.util.UUID;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * Money on a statement that belongs to no order of ours (khoản tiền chưa xác định). It is put to an order, or one person asks that it ends otherwise
 * and another agrees. Immutable.
 *
 * @param unit on whose statement it stands
 * @param proposed how somebody wants it to end, and who; empty for nobody
 * @param version counts its events; 1 when it is found
 */
record UnidentifiedTransfer(
        UUID id, UnitId unit, Arrival money, TransferState state, Optional<Proposed> proposed, int version) {

    /** Who wants it to end how. */
    record Proposed(TransferEnding ending, UUID by) {}

    /** What happened and what it is then. */
    record Step(UnidentifiedTransfer after, TransferEvent event) {}

    /** Found on a statement. */
    static UnidentifiedTransfer found(UUID id, UnitId unit, Arrival money) {
        return new UnidentifiedTransfer(id, unit, money, TransferState.WAITING, Optional.empty(), 1);
    }

    /** Whether it can still turn out to be for an order. */
    boolean open() {
        return state == TransferState.WAITING || state == TransferState.PROPOSED;
    }

    /** It is for an order. */
    Step assigned() {
        if (!open()) {
            throw notNow();
        }
        return to(TransferState.ASSIGNED, Optional.empty(), TransferEvent.ASSIGNED);
    }

    /** Somebody wants it to end otherwise. */
    Step proposed(TransferEnding ending, UUID by) {
        if (state != TransferState.WAITING) {
            throw notNow();
        }
        return to(TransferState.PROPOSED, Optional.of(new Proposed(ending, by)), TransferEvent.PROPOSED);
    }

    /** A second person agrees, or does not, and it waits again. */
    Step decided(UUID by, boolean agreed) {
        var wanted = proposed.filter(_ -> state == TransferState.PROPOSED).orElseThrow(this::notNow);
        if (wanted.by().equals(by)) {
            throw new Refused(PaymentRefusal.TRANSFER_SECOND_PERSON);
        }
        return !agreed
                ? to(TransferState.WAITING, Optional.empty(), TransferEvent.REFUSED)
                : to(
                        switch (wanted.ending()) {
                            case GIVE_BACK -> TransferState.TO_GIVE_BACK;
                            case OTHER_INCOME -> TransferState.OTHER_INCOME;
                        },
                        proposed,
                        TransferEvent.AGREED);
    }

    /** It went back. */
    Step givenBack() {
        if (state != TransferState.TO_GIVE_BACK) {
            throw notNow();
        }
        return to(TransferState.GIVEN_BACK, proposed, TransferEvent.GIVEN_BACK);
    }

    private Step to(TransferState after, Optional<Proposed> by, TransferEvent event) {
        return new Step(new UnidentifiedTransfer(id, unit, money, after, by, version + 1), event);
    }

    private Refused notNow() {
        return new Refused(PaymentRefusal.TRANSFER_STATE, Phrase.of("payment.transfer.state." + state));
    }
}
