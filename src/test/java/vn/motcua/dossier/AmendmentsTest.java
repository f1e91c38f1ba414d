package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierFixture.CERTIFICATE;
import static vn.motcua.dossier.DossierFixture.CORRECTED;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.PATH;
import static vn.motcua.dossier.DossierFixture.RIGHT;
import static vn.motcua.dossier.DossierFixture.TUESDAY_5PM;
import static vn.motcua.dossier.DossierFixture.UNTIL;
import static vn.motcua.dossier.DossierFixture.toMai;

import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;

/** Correcting an issued result: on whose word, by whom, and what becomes of the wrong one. */
class AmendmentsTest {

    @Test
    void aLeaderPutsTheRightResultInThePlaceOfTheWrongOneAlsoAfterItWasHandedOver() {
        var change = DossierFixture.toBeCorrected().proposals().confirm(MINH, UNTIL, TUESDAY_5PM);

        assertThat(change.after().stage())
                .isInstanceOfSatisfying(
                        Stage.HandedOver.class, it -> assertThat(it.result()).contains(CORRECTED));
        assertThat(change.event(DossierEvent.ResultAmended.class))
                .contains(new DossierEvent.ResultAmended(CERTIFICATE, CORRECTED, "Gõ nhầm", RIGHT));
        assertThat(change.after().mistake()).isEmpty();
        assertThat(change.after().proposal()).isEmpty();
    }

    static Stream<Dossier> withoutAResult() {
        return Stream.of(
                DossierFixture.submitted(),
                DossierFixture.turnedAway(),
                DossierFixture.received(),
                DossierFixture.inProcess(),
                DossierFixture.supplementAtIntake(),
                DossierFixture.supplementInProcess(),
                DossierFixture.awaitingPayment(),
                DossierFixture.awaitingAnswer(),
                DossierFixture.withdrawn(),
                DossierFixture.passedAcross(),
                DossierFixture.halted());
    }

    @ParameterizedTest
    @MethodSource("withoutAResult")
    void whereNothingWasDecidedThereIsNoResultToCorrect(Dossier dossier) {
        refused(DossierRefusal.WRONG_STAGE, () -> dossier.amendments().issued());
    }

    @Test
    void whatIsDecidedAndNotIssuedHasNoResultToCorrect() {
        refused(
                DossierRefusal.RESULT_NOT_ISSUED,
                () -> DossierFixture.resolved().amendments().issued());
        assertThat(DossierFixture.issued().amendments().issued()).isEqualTo(CERTIFICATE);
        assertThat(DossierFixture.handedOver().amendments().issued()).isEqualTo(CERTIFICATE);
    }

    @Test
    void whoProposedItDoesNotConfirmIt() {
        refused(
                DossierRefusal.OWN_PROPOSAL,
                () -> DossierFixture.toBeCorrected().proposals().confirm(HA, UNTIL, TUESDAY_5PM));
    }

    @Test
    void aLeaderWhoDoesNotConfirmItLeavesTheResultAsItIs() {
        var after = DossierFixture.toBeCorrected()
                .proposals()
                .refuse(MINH, "Đúng như sổ", TUESDAY_5PM)
                .after();

        assertThat(after.stage()).isEqualTo(DossierFixture.handedOver().stage());
        assertThat(after.mistake())
                .as("the applicant still waits for an answer")
                .isPresent();
    }

    @Test
    void theApplicantIsAnswered() {
        var wrong = DossierFixture.wrong();

        refused(DossierRefusal.MISTAKE_REPORTED_BEFORE, () -> wrong.amendments().report("Sai nữa", TUESDAY_5PM));
        refused(DossierRefusal.REASON_MISSING, () -> wrong.amendments().keep(" ", TUESDAY_5PM));
        assertThat(wrong.amendments().keep("Đúng như sổ", TUESDAY_5PM).after().mistake())
                .isEmpty();
        refused(
                DossierRefusal.NO_MISTAKE_REPORTED,
                () -> DossierFixture.handedOver().amendments().keep("Đúng như sổ", TUESDAY_5PM));
    }

    @Test
    void aWrongResultIsNotHandedOverWhileItsCorrectionWaits() {
        refused(
                DossierRefusal.AMENDMENT_UNANSWERED,
                () -> DossierFixture.toBeCorrectedEarly()
                        .handOver("hand-over", LAN, toMai(), new FeeClearance.Answer.Settled(), PATH, TUESDAY_5PM));
    }

    @Test
    void onlyWhatIsIssuedCanBeCorrectedAndOnlyWithWhatIsRight() {
        refused(
                DossierRefusal.RESULT_NOT_ISSUED,
                () -> DossierFixture.resolved()
                        .amendments()
                        .propose(HA, "Gõ nhầm", new AmendedResult(RIGHT, CORRECTED), TUESDAY_5PM));
        refused(
                DossierRefusal.WRONG_STAGE,
                () -> DossierFixture.inProcess().amendments().report("Sai tên", TUESDAY_5PM));
        refused(
                DossierRefusal.AMENDMENT_EMPTY,
                () -> DossierFixture.issued()
                        .amendments()
                        .propose(HA, "Gõ nhầm", new AmendedResult(Map.of(), CORRECTED), TUESDAY_5PM));
        refused(
                DossierRefusal.PROPOSED_ALREADY,
                () -> DossierFixture.toBeCorrected()
                        .amendments()
                        .propose(HA, "Gõ nhầm", new AmendedResult(RIGHT, CORRECTED), TUESDAY_5PM));
    }

    @Test
    void aDenialIsNotCorrectedThisWay() {
        var denied = DossierFixture.atApproval()
                .deny("approval", MINH, "Trùng", PATH, TUESDAY_5PM)
                .then(it -> it.issue("issue", HA, CERTIFICATE, PATH, TUESDAY_5PM))
                .after();

        refused(DossierRefusal.WRONG_STAGE, () -> denied.amendments().report("Không trùng", TUESDAY_5PM));
    }

    private static void refused(RefusalCode code, ThrowingCallable act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(act)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
