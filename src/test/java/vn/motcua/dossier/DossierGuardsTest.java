package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.motcua.dossier.DossierFixture.DUE;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.MONDAY_8AM;
import static vn.motcua.dossier.DossierFixture.NUMBER;
import static vn.motcua.dossier.DossierFixture.PATH;
import static vn.motcua.dossier.DossierFixture.toMai;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.motcua.route.RouteRefusal;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;

/** Who may not do what, and what is written down when they may. */
class DossierGuardsTest {

    private static final FeeClearance.Answer SETTLED = new FeeClearance.Answer.Settled();

    @Test
    void whatAColleagueHasTakenAtTheOneStopNobodyElseReceivesOrTurnsAway() {
        var taken =
                DossierFixture.submitted().claim("reception", HA, MONDAY_8AM).after();

        refused(DossierRefusal.STEP_TAKEN, () -> taken.mayBeReceived("reception", LAN, PATH));
        refused(DossierRefusal.STEP_TAKEN, () -> taken.receive("reception", LAN, NUMBER, DUE, PATH, MONDAY_8AM));
        refused(DossierRefusal.STEP_TAKEN, () -> taken.turnAway("reception", LAN, "vì sao", PATH, MONDAY_8AM));
        assertThat(taken.receive("reception", HA, NUMBER, DUE, PATH, MONDAY_8AM).events())
                .hasSize(1);
    }

    @Test
    void whatAColleagueReceivedIsForwardedByThem() {
        var received = DossierFixture.submitted()
                .claim("reception", HA, MONDAY_8AM)
                .then(it -> it.receive("reception", HA, NUMBER, DUE, PATH, MONDAY_8AM))
                .after();

        refused(DossierRefusal.STEP_TAKEN, () -> received.forward("reception", LAN, PATH, MONDAY_8AM));
        assertThat(received.forward("reception", HA, PATH, MONDAY_8AM)
                        .after()
                        .stage()
                        .kind())
                .isEqualTo(StageKind.IN_PROCESS);
    }

    @Test
    void whoMayNotProposeADenialIsToldSoBeforeTheirReasonIsLookedAt() {
        var taken =
                DossierFixture.inProcess().claim("appraisal", HA, MONDAY_8AM).after();

        refused(DossierRefusal.STEP_TAKEN, () -> taken.proposeDenial("appraisal", LAN, " ", PATH, MONDAY_8AM));
        refused(DossierRefusal.REASON_MISSING, () -> taken.proposeDenial("appraisal", HA, " ", PATH, MONDAY_8AM));
        refused(
                DossierRefusal.NOT_AN_ACTION_OF_THIS_STEP,
                () -> DossierFixture.atApproval().proposeDenial("approval", MINH, "vì sao", PATH, MONDAY_8AM));
    }

    @Test
    void aStepThatIsNotOpenIsNobodys() {
        refused(RouteRefusal.STEP_NOT_OPEN, () -> DossierFixture.inProcess().claim("approval", MINH, MONDAY_8AM));
        refused(RouteRefusal.STEP_NOT_OPEN, () -> DossierFixture.inProcess().release("approval", MINH, MONDAY_8AM));
    }

    @Test
    void whatWasNotReceivedHasNoReception() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DossierFixture.submitted().reception())
                .withMessageContaining("not received");
        assertThat(DossierFixture.received().reception().due().at()).isEqualTo(DUE.at());
    }

    @Test
    void aResultWhoseCorrectionWaitsIsNotHandedOver() {
        refused(
                DossierRefusal.AMENDMENT_UNANSWERED,
                () -> DossierFixture.toBeCorrectedEarly()
                        .handOver("hand-over", LAN, toMai(), SETTLED, PATH, MONDAY_8AM));
    }

    @Test
    void whatTheRouteStillWantedAfterTheHandOverIsBrokenOff() {
        var path = DossierFixture.path(DossierFixture.route("""
                steps:
                  - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, actions: [receive, turn-away]}
                  - {id: approval, name: Duyệt, role: leader, unit: commune-committee, actions: [approve, return]}
                  - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, actions: [issue, hand-over]}
                  - {id: archive, name: Lưu, role: clerk, unit: commune-committee, actions: [complete]}
                """));
        var over = Dossier.file(DossierId.next(), DossierFixture.filed(), path)
                .then(it -> it.receive("reception", LAN, NUMBER, DUE, path, MONDAY_8AM))
                .then(it -> it.forward("reception", LAN, path, MONDAY_8AM))
                .then(it -> it.approve("approval", MINH, "", path, MONDAY_8AM))
                .then(it -> it.issue("hand-over", LAN, DossierFixture.CERTIFICATE, path, MONDAY_8AM))
                .then(it -> it.handOver("hand-over", LAN, toMai(), SETTLED, path, MONDAY_8AM))
                .after();

        assertThat(over.desk().seats()).isEmpty();
        assertThat(over.stage().kind()).isEqualTo(StageKind.HANDED_OVER);
    }

    @Test
    void whatWasEnteredAtAStepIsWrittenDownAndNothingWhereNothingWas() {
        var entered = Map.<String, Object>of("register.book", "01/2026");

        assertThat(completed(entered).entered()).contains(entered);
        assertThat(completed(Map.of()).entered()).isEmpty();
    }

    private static DossierEvent.StepCompleted completed(Map<String, Object> entered) {
        return DossierFixture.inProcess()
                .complete("appraisal", HA, "", entered, PATH, MONDAY_8AM)
                .event(DossierEvent.StepCompleted.class)
                .orElseThrow();
    }

    private static void refused(RefusalCode code, ThrowingCallable what) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(what)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
