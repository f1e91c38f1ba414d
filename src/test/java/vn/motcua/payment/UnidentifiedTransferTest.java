package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;

/** What may become of money that belongs to no order, and by whom. */
class UnidentifiedTransferTest {

    private static final UUID KEEPER = UUID.randomUUID();
    private static final UUID LEADER = UUID.randomUUID();

    private final UnidentifiedTransfer found = UnidentifiedTransfer.found(
            UUID.randomUUID(),
            new UnitId(UUID.randomUUID()),
            new Arrival(PaymentChannel.VIETQR, "0011.T1", new Dong(16_000), Instant.parse("2026-11-23T01:00:00Z")));

    @Test
    void goesBackWhenASecondPersonAgreesAndSomebodySaysThatItWentBack() {
        var wanted = found.proposed(TransferEnding.GIVE_BACK, KEEPER).after();
        var agreed = wanted.decided(LEADER, true).after();
        assertThat(agreed.state()).isEqualTo(TransferState.TO_GIVE_BACK);
        assertThat(agreed.givenBack().after().state()).isEqualTo(TransferState.GIVEN_BACK);
        refused(PaymentRefusal.TRANSFER_STATE, wanted::givenBack);
        refused(PaymentRefusal.TRANSFER_STATE, found::givenBack);
    }

    @Test
    void nobodyAgreesToTheirOwn() {
        var wanted = found.proposed(TransferEnding.OTHER_INCOME, LEADER).after();
        refused(PaymentRefusal.TRANSFER_SECOND_PERSON, () -> wanted.decided(LEADER, true));
        refused(PaymentRefusal.TRANSFER_SECOND_PERSON, () -> wanted.decided(LEADER, false));
    }

    @Test
    void whatIsNotAgreedToWaitsAgain() {
        var again = found.proposed(TransferEnding.OTHER_INCOME, KEEPER)
                .after()
                .decided(LEADER, false)
                .after();
        assertThat(again.state()).isEqualTo(TransferState.WAITING);
        assertThat(again.proposed()).isEmpty();
        assertThat(again.assigned().after().state()).isEqualTo(TransferState.ASSIGNED);
    }

    @Test
    void turnsOutToBeForAnOrderUntilItIsSettled() {
        assertThat(found.proposed(TransferEnding.GIVE_BACK, KEEPER)
                        .after()
                        .assigned()
                        .after()
                        .state())
                .isEqualTo(TransferState.ASSIGNED);
        var kept = found.proposed(TransferEnding.OTHER_INCOME, KEEPER)
                .after()
                .decided(LEADER, true)
                .after();
        assertThat(kept.state()).isEqualTo(TransferState.OTHER_INCOME);
        refused(PaymentRefusal.TRANSFER_STATE, kept::assigned);
        refused(PaymentRefusal.TRANSFER_STATE, () -> kept.proposed(TransferEnding.GIVE_BACK, KEEPER));
        refused(PaymentRefusal.TRANSFER_STATE, kept::givenBack);
    }

    private static void refused(PaymentRefusal code, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(what)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
