package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierFixture.AFTER_UNTIL;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.LAND_TAX;
import static vn.motcua.dossier.DossierFixture.LATER;
import static vn.motcua.dossier.DossierFixture.MONDAY_8AM;
import static vn.motcua.dossier.DossierFixture.NEIGHBOUR;
import static vn.motcua.dossier.DossierFixture.PATH;
import static vn.motcua.dossier.DossierFixture.TUESDAY_5PM;
import static vn.motcua.dossier.DossierFixture.VISIT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.dossier.DossierEvent.WaitEnded.How;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;

/** Waiting for a payment, another agency, a check in the field. */
class WaitingsTest {

    @Test
    void whatIsToBePaidIsAStatusOfItsOwn() {
        assertThat(ExchangedStatus.of(DossierFixture.awaitingPayment().stage().kind()))
                .isEqualTo(ExchangedStatus.PAYMENT);
        assertThat(ExchangedStatus.of(DossierFixture.awaitingAnswer().stage().kind()))
                .isEqualTo(ExchangedStatus.IN_PROCESS);
    }

    @Test
    void whileItWaitsNobodyDecides() {
        var waiting = DossierFixture.atApproval()
                .waitings()
                .await("approval", HA, LAND_TAX, MONDAY_8AM)
                .after();

        refused(DossierRefusal.WRONG_STAGE, () -> waiting.approve("approval", HA, "", PATH, TUESDAY_5PM));
        refused(
                DossierRefusal.WRONG_STAGE,
                () -> DossierFixture.awaitingAnswer().complete("appraisal", HA, "", Map.of(), PATH, TUESDAY_5PM));
    }

    @Test
    void whatAUnitAboveHasToDecideComesBackWithItsAnswer() {
        var up = DossierFixture.sentUp();
        assertThat(up.stage().kind()).isEqualTo(StageKind.AWAITING_ANSWER);
        assertThat(up.had()).as("that unit sees it, now and afterwards").contains(new UnitId(new UUID(0, 16)));
        refused(DossierRefusal.WRONG_STAGE, () -> up.complete("appraisal", HA, "", Map.of(), PATH, TUESDAY_5PM));
        refused(DossierRefusal.REASON_MISSING, () -> up.waitings().answered(false, " ", Optional.empty(), TUESDAY_5PM));

        var back =
                up.waitings().answered(true, "", Optional.empty(), TUESDAY_5PM).after();
        assertThat(back.stage().kind()).isEqualTo(StageKind.IN_PROCESS);
        assertThat(back.reception().due()).isEqualTo(up.reception().due());
        assertThat(back.waits())
                .containsExactly(new Wait(StageKind.AWAITING_ANSWER, MONDAY_8AM, TUESDAY_5PM, false, false));
        refused(DossierRefusal.WRONG_STAGE, () -> back.waitings().answered(true, "", Optional.empty(), TUESDAY_5PM));
        refused(
                DossierRefusal.WRONG_STAGE,
                () -> DossierFixture.awaitingAnswer().waitings().answered(true, "", Optional.empty(), TUESDAY_5PM));
    }

    @Test
    void whileOneBranchWaitsTheOtherGoesOn() {
        var waiting = MoreInEachStage.branching();
        var path = MoreInEachStage.BRANCHING;
        refused(DossierRefusal.WRONG_STAGE, () -> waiting.claim("appraisal", HA, MONDAY_8AM));
        refused(DossierRefusal.WRONG_STAGE, () -> waiting.complete("appraisal", HA, "", Map.of(), path, MONDAY_8AM));
        refused(DossierRefusal.WRONG_STAGE, () -> waiting.proposeDenial("appraisal", HA, "Thiếu", path, MONDAY_8AM));

        var taken = waiting.claim("survey", LAN, MONDAY_8AM).after();
        assertThat(taken.release("survey", LAN, MONDAY_8AM).after().stage()).isEqualTo(waiting.stage());
        var done =
                taken.complete("survey", LAN, "", Map.of(), path, TUESDAY_5PM).after();
        assertThat(done.stage()).as("it still waits").isEqualTo(waiting.stage());
        assertThat(done.waits()).isEmpty();
        assertThat(done.desk().seats()).extracting(Desk.Seat::step).containsExactly("appraisal");

        var answered = done.waitings()
                .end("appraisal", HA, "Đã trả lời", Optional.empty(), TUESDAY_5PM)
                .after();
        assertThat(answered.complete("appraisal", HA, "", Map.of(), path, TUESDAY_5PM)
                        .after()
                        .desk()
                        .seat("approval"))
                .as("both are done")
                .isPresent();
    }

    @Test
    void whileAPaymentIsWaitedForNoBranchGoesOn() {
        var waiting = MoreInEachStage.branches()
                .waitings()
                .await("appraisal", HA, LAND_TAX, MONDAY_8AM)
                .after();
        refused(DossierRefusal.WRONG_STAGE, () -> waiting.claim("survey", LAN, MONDAY_8AM));
    }

    @Test
    void aChangedCalendarMovesADueMomentWhileAPaymentIsWaitedForWhoseTimeCounts() {
        var counts = DossierFixture.inProcess()
                .waitings()
                .await(
                        "appraisal",
                        HA,
                        new WaitingFor(WaitKind.PAYMENT, "Thông báo 12", Optional.empty(), Optional.empty(), false),
                        MONDAY_8AM)
                .after();
        assertThat(Housekeeping.recomputed(counts, LATER, "Thông báo", TUESDAY_5PM)
                        .after()
                        .reception()
                        .due()
                        .at())
                .isEqualTo(LATER.at());
        refused(
                DossierRefusal.WRONG_STAGE,
                () -> Housekeeping.recomputed(DossierFixture.awaitingPayment(), LATER, "Thông báo", TUESDAY_5PM));
    }

    @Test
    void silenceOfAUnitAboveDecidesNothing() {
        refused(
                DossierRefusal.WAIT_NOT_LAPSED,
                () -> DossierFixture.sentUp().waitings().lapse(Optional.empty(), DossierFixture.AFTER_UNTIL));
    }

    @Test
    void nothingIsSentUpToNobody() {
        refused(
                DossierRefusal.HIGHER_UNIT_MISSING,
                () -> DossierFixture.inProcess()
                        .waitings()
                        .await(
                                "appraisal",
                                HA,
                                new WaitingFor(
                                        WaitKind.HIGHER_UNIT, "Xin ý kiến", Optional.empty(), Optional.empty(), false),
                                MONDAY_8AM));
    }

    @Test
    void theExplanationSaysWhenItWentUpAndWhenItCameBack() {
        var up = new DossierEvent.SentUp(DossierFixture.PROVINCE);
        var back = new DossierEvent.AnsweredAbove(true, "UBND tỉnh Lào Cai", "", Optional.empty());

        assertThat(Above.of(List.of(
                        new Above.Moment(up, MONDAY_8AM),
                        new Above.Moment(back, TUESDAY_5PM),
                        new Above.Moment(up, TUESDAY_5PM))))
                .containsExactly(
                        new Above("UBND tỉnh Lào Cai", MONDAY_8AM, Optional.of(TUESDAY_5PM), false),
                        new Above("UBND tỉnh Lào Cai", TUESDAY_5PM, Optional.empty(), false));
    }

    @Test
    void whatTheCashierTookEndsIt() {
        var paid = DossierFixture.awaitingPayment()
                .waitings()
                .paid(Optional.of(LATER), TUESDAY_5PM)
                .after();

        assertThat(paid.stage().kind()).isEqualTo(StageKind.IN_PROCESS);
        assertThat(paid.reception().due().at()).isEqualTo(LATER.at());
        assertThat(paid.waits())
                .containsExactly(new Wait(StageKind.AWAITING_PAYMENT, MONDAY_8AM, TUESDAY_5PM, false, true));
        refused(
                DossierRefusal.WRONG_STAGE,
                () -> DossierFixture.awaitingAnswer().waitings().paid(Optional.empty(), TUESDAY_5PM));
    }

    @Test
    void whatCameIsWrittenDownByWhoeverHasIt() {
        var claimed =
                DossierFixture.inProcess().claim("appraisal", HA, MONDAY_8AM).after();
        var waiting =
                claimed.waitings().await("appraisal", HA, NEIGHBOUR, MONDAY_8AM).after();

        refused(
                DossierRefusal.STEP_TAKEN,
                () -> waiting.waitings().end("appraisal", LAN, "Công văn số 5", Optional.empty(), TUESDAY_5PM));
        refused(
                DossierRefusal.REASON_MISSING,
                () -> waiting.waitings().end("appraisal", HA, " ", Optional.empty(), TUESDAY_5PM));
        var after = waiting.waitings()
                .end("appraisal", HA, "Công văn số 5", Optional.empty(), TUESDAY_5PM)
                .after();
        assertThat(after.waits())
                .containsExactly(new Wait(StageKind.AWAITING_ANSWER, MONDAY_8AM, TUESDAY_5PM, false, false));
        assertThat(after.desk()).isEqualTo(waiting.desk());
    }

    @Test
    void afterItsLastDayTheOfficerGetsItBack() {
        var waiting = DossierFixture.awaitingPayment();

        refused(DossierRefusal.WAIT_NOT_LAPSED, () -> waiting.waitings().lapse(Optional.empty(), TUESDAY_5PM));
        var after = waiting.waitings().lapse(Optional.empty(), AFTER_UNTIL).after();
        assertThat(after.stage().kind()).isEqualTo(StageKind.IN_PROCESS);
        assertThat(after.waits().getLast().unanswered()).isTrue();
    }

    @Test
    void whatHasNoLastDayNeverLapses() {
        var waiting = DossierFixture.inProcess()
                .waitings()
                .await("appraisal", HA, VISIT, MONDAY_8AM)
                .after();

        refused(DossierRefusal.WAIT_NOT_LAPSED, () -> waiting.waitings().lapse(Optional.empty(), AFTER_UNTIL));
    }

    @Test
    void itIsSaidWhatIsWaitedForAndNotUntilADayThatHasPassed() {
        var dossier = DossierFixture.inProcess().waitings();

        refused(
                DossierRefusal.REASON_MISSING,
                () -> dossier.await(
                        "appraisal",
                        HA,
                        new WaitingFor(WaitKind.AGENCY, "", Optional.empty(), Optional.empty(), false),
                        TUESDAY_5PM));
        refused(DossierRefusal.WAIT_DAY_PAST, () -> dossier.await("appraisal", HA, LAND_TAX, AFTER_UNTIL));
    }

    @Test
    void anApologyIsPossibleWhileTheClockRunsOn() {
        var late = DossierFixture.awaitingAnswer()
                .lateness()
                .extend("Chờ phường Sa Pa", LATER, TUESDAY_5PM, MONDAY_8AM)
                .after();

        assertThat(late.stage().kind()).isEqualTo(StageKind.AWAITING_ANSWER);
        assertThat(late.reception().due().at()).isEqualTo(LATER.at());
    }

    @Test
    void withdrawnWhileItWaitsTheWaitIsOver() {
        var gone = DossierFixture.leavingWhileItWaits()
                .endings()
                .letGo("appraisal", HA, TUESDAY_5PM)
                .after();

        assertThat(gone.waits().getLast().unanswered()).isTrue();
    }

    @Test
    void whatWasShownToBePaidElsewhereIsNotOwedHere() {
        var asked = new DossierEvent.PaymentAwaited(LAND_TAX);
        var noted = new DossierEvent.WaitEnded(How.NOTED, "Kho bạc", Optional.empty());
        var paid = new DossierEvent.WaitEnded(How.PAID, "", Optional.empty());
        var lapsed = new DossierEvent.WaitLapsed(DossierFixture.UNTIL, Optional.empty());
        var one = new Obligation("Thông báo thuế số 12/TB", new Dong(1_500_000));

        assertThat(Obligation.of(List.of(asked))).containsExactly(one);
        assertThat(Obligation.of(List.of(asked, noted))).isEmpty();
        assertThat(Obligation.of(List.of(asked, paid))).containsExactly(one);
        assertThat(Obligation.of(List.of(asked, paid, new DossierEvent.AnswerAwaited(VISIT), noted)))
                .containsExactly(one);
        assertThat(Obligation.of(List.of(asked, lapsed))).containsExactly(one);
    }

    private static void refused(RefusalCode code, ThrowingCallable act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(act)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
