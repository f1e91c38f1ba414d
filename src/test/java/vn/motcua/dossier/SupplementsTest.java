package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierFixture.AFTER_UNTIL;
import static vn.motcua.dossier.DossierFixture.DUE;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.LATER;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.MONDAY_8AM;
import static vn.motcua.dossier.DossierFixture.NUMBER;
import static vn.motcua.dossier.DossierFixture.ONE_LINE;
import static vn.motcua.dossier.DossierFixture.PATH;
import static vn.motcua.dossier.DossierFixture.TUESDAY_5PM;
import static vn.motcua.dossier.DossierFixture.UNTIL;
import static vn.motcua.dossier.DossierFixture.WEDNESDAY_5PM;
import static vn.motcua.dossier.DossierFixture.due;
import static vn.motcua.dossier.DossierFixture.submitted;
import static vn.motcua.dossier.DossierFixture.supplementAtIntake;
import static vn.motcua.dossier.DossierFixture.supplementInProcess;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.motcua.deadline.Due;
import vn.motcua.dossier.SupplementRequest.Line;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;

/** What may be asked of an applicant, how often, and until when it can come. */
class SupplementsTest {

    @Test
    void aSupplementIsAskedForOnceBeforeReceptionAndOnceInProcess() {
        var back = DossierFixture.answeredAtIntake();
        refuses(
                DossierRefusal.SUPPLEMENT_ASKED_BEFORE,
                () -> back.supplements().request("reception", LAN, ONE_LINE, UNTIL, PATH, MONDAY_8AM));

        var inProcess = back.receive("reception", LAN, NUMBER, DUE, PATH, MONDAY_8AM)
                .then(it -> it.forward("reception", LAN, PATH, MONDAY_8AM))
                .after();
        var asked = inProcess
                .supplements()
                .request("appraisal", HA, ONE_LINE, UNTIL, PATH, MONDAY_8AM)
                .after();
        assertThat(asked.stage().kind()).isEqualTo(StageKind.SUPPLEMENT_IN_PROCESS);
        assertThat(asked.asked()).containsExactly(StageKind.SUPPLEMENT_AT_INTAKE, StageKind.SUPPLEMENT_IN_PROCESS);
        assertThat(asked.waits()).hasSize(1);
    }

    @Test
    void aSecondInTheSameStageGoesOutOnlyWhenALeaderConfirmsIt() {
        var proposed = DossierFixture.proposed();

        assertThat(proposed.stage().kind()).as("the clock runs on").isEqualTo(StageKind.IN_PROCESS);
        refuses(DossierRefusal.OWN_PROPOSAL, () -> proposed.proposals().confirm(HA, UNTIL, MONDAY_8AM));
        refuses(DossierRefusal.OWN_PROPOSAL, () -> proposed.proposals().refuse(HA, "vì sao", MONDAY_8AM));
        refuses(
                DossierRefusal.PROPOSED_ALREADY,
                () -> proposed.supplements().propose("appraisal", HA, ONE_LINE, "Nữa", PATH, MONDAY_8AM));
        var confirmed = proposed.proposals().confirm(MINH, UNTIL, MONDAY_8AM).after();
        assertThat(confirmed.stage()).isInstanceOfSatisfying(Stage.AwaitingSupplement.class, it -> {
            assertThat(it.request().lines()).isEqualTo(ONE_LINE);
            assertThat(it.request().until()).contains(UNTIL);
        });
        assertThat(confirmed.proposal()).isEmpty();
        assertThat(confirmed.asked()).hasSize(2);
    }

    @Test
    void aSecondNeedsItsReasonAndAFirst() {
        refuses(
                DossierRefusal.REASON_MISSING,
                () -> DossierFixture.answered()
                        .supplements()
                        .propose("appraisal", HA, ONE_LINE, " ", PATH, MONDAY_8AM));
        refuses(
                DossierRefusal.SUPPLEMENT_FIRST,
                () -> DossierFixture.inProcess()
                        .supplements()
                        .propose("appraisal", HA, ONE_LINE, "vì sao", PATH, MONDAY_8AM));
        refuses(
                DossierRefusal.NOTHING_PROPOSED,
                () -> DossierFixture.answered().proposals().confirm(MINH, UNTIL, MONDAY_8AM));
    }

    @Test
    void whatALeaderDoesNotConfirmCanBeProposedAgain() {
        var refused = DossierFixture.proposed()
                .proposals()
                .refuse(MINH, "Tự xác minh", MONDAY_8AM)
                .after();

        assertThat(refused.proposal()).isEmpty();
        assertThat(refused.asked()).hasSize(1);
        assertThat(refused.supplements()
                        .propose("appraisal", HA, ONE_LINE, "Không tự xác minh được", PATH, MONDAY_8AM)
                        .after()
                        .proposal())
                .isPresent();
    }

    @Test
    void nobodyIsAskedAThirdTime() {
        var twice = DossierFixture.proposedAtIntake()
                .proposals()
                .confirm(MINH, UNTIL, MONDAY_8AM)
                .then(it -> it.supplements().provide(List.of("p"), List.of(), "", Optional.empty(), MONDAY_8AM))
                .after();
        refuses(
                DossierRefusal.SUPPLEMENT_TWICE,
                () -> twice.supplements().propose("reception", LAN, ONE_LINE, "vì sao", PATH, MONDAY_8AM));

        var inProcess = twice.receive("reception", LAN, NUMBER, DUE, PATH, MONDAY_8AM)
                .then(it -> it.forward("reception", LAN, PATH, MONDAY_8AM))
                .after();
        refuses(
                DossierRefusal.SUPPLEMENT_TWICE,
                () -> inProcess.supplements().request("appraisal", HA, ONE_LINE, UNTIL, PATH, MONDAY_8AM));
    }

    @Test
    void itCanComeUntilTheEndOfItsLastDay() {
        var asked = supplementInProcess();

        refuses(
                DossierRefusal.SUPPLEMENT_NOT_LAPSED,
                () -> asked.supplements().lapse(Optional.empty(), AFTER_UNTIL.minusSeconds(1)));
        var lapsed = asked.supplements().lapse(Optional.of(LATER), AFTER_UNTIL).after();
        assertThat(lapsed.stage().kind()).isEqualTo(StageKind.IN_PROCESS);
        assertThat(due(lapsed)).contains(DueMoment.of(LATER));
        assertThat(lapsed.waits())
                .containsExactly(new Wait(StageKind.SUPPLEMENT_IN_PROCESS, MONDAY_8AM, AFTER_UNTIL, true));
        assertThat(lapsed.desk()).isEqualTo(asked.desk());
        refuses(DossierRefusal.WRONG_STAGE, () -> lapsed.supplements().lapse(Optional.empty(), AFTER_UNTIL));
    }

    @Test
    void oneThatComesLateStillCountsWhileNobodyHasNotedIt() {
        assertThat(supplementAtIntake()
                        .supplements()
                        .provide(List.of("p"), List.of(), "", Optional.empty(), AFTER_UNTIL)
                        .after()
                        .stage()
                        .kind())
                .isEqualTo(StageKind.SUBMITTED);
    }

    @Test
    void oneThatLapsedBeforeReceptionLeavesTheDossierToTheOneStop() {
        var lapsed = supplementAtIntake()
                .supplements()
                .lapse(Optional.empty(), AFTER_UNTIL)
                .after();

        assertThat(lapsed.stage().kind()).isEqualTo(StageKind.SUBMITTED);
        assertThat(lapsed.turnAway("reception", LAN, "Không bổ sung", PATH, AFTER_UNTIL)
                        .after()
                        .stage()
                        .kind())
                .isEqualTo(StageKind.TURNED_AWAY);
    }

    @Test
    void aReminderChangesNothingButTheHistory() {
        var asked = supplementInProcess();
        var reminded = asked.supplements().remind(TUESDAY_5PM).after();

        assertThat(reminded.stage()).isEqualTo(asked.stage());
        assertThat(reminded.waits()).isEmpty();
        assertThat(reminded.version()).isEqualTo(asked.version() + 1);
    }

    @Test
    void aSupplementListNamesWhatAndWhyOnEachLine() {
        refuses(
                DossierRefusal.SUPPLEMENT_LIST_EMPTY,
                () -> submitted().supplements().request("reception", LAN, List.of(), UNTIL, PATH, MONDAY_8AM));
        refuses(
                DossierRefusal.SUPPLEMENT_LINE_INCOMPLETE,
                () -> submitted()
                        .supplements()
                        .request("reception", LAN, List.of(new Line("Giấy chứng sinh", " ")), UNTIL, PATH, MONDAY_8AM));
        refuses(
                DossierRefusal.SUPPLEMENT_EMPTY,
                () -> supplementAtIntake()
                        .supplements()
                        .provide(List.of(), List.of(), " ", Optional.empty(), MONDAY_8AM));
    }

    @Test
    void aSupplementInProcessRestartsTheClockAndLeavesTheWaitInTheRecord() {
        var again = new Due(WEDNESDAY_5PM, "working-day/1", "2026-1", List.of(), false);

        var after = supplementInProcess()
                .supplements()
                .provide(List.of("p1"), List.of(), "", Optional.of(again), TUESDAY_5PM)
                .after();

        assertThat(due(after)).contains(DueMoment.of(again));
        assertThat(after.waits()).containsExactly(new Wait(StageKind.SUPPLEMENT_IN_PROCESS, MONDAY_8AM, TUESDAY_5PM));
        assertThat(after.desk().seat("appraisal")).isPresent();
    }

    private static void refuses(RefusalCode code, ThrowingCallable rule) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(rule)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
