package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.motcua.dossier.DossierFixture.CERTIFICATE;
import static vn.motcua.dossier.DossierFixture.DUE;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.LATER;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.MONDAY_8AM;
import static vn.motcua.dossier.DossierFixture.NUMBER;
import static vn.motcua.dossier.DossierFixture.PATH;
import static vn.motcua.dossier.DossierFixture.TUESDAY_5PM;
import static vn.motcua.dossier.DossierFixture.atApproval;
import static vn.motcua.dossier.DossierFixture.inProcess;
import static vn.motcua.dossier.DossierFixture.issued;
import static vn.motcua.dossier.DossierFixture.resolved;
import static vn.motcua.dossier.DossierFixture.submitted;
import static vn.motcua.dossier.DossierFixture.toMai;

import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierEvent.DossierForwarded;
import vn.motcua.dossier.DossierEvent.DossierReceived;
import vn.motcua.dossier.DossierEvent.DossierResolved;
import vn.motcua.dossier.DossierEvent.StepCompleted;
import vn.motcua.dossier.Stage.InProcess;
import vn.motcua.dossier.Stage.Received;
import vn.motcua.dossier.Stage.Resolved;
import vn.motcua.route.DeskAct;
import vn.motcua.shared.Dong;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;

class DossierTest {

    private static final FeeClearance.Answer SETTLED = new FeeClearance.Answer.Settled();

    @Test
    void aFiledDossierLiesInTheTrayOfTheOneStopWithoutNumberOrDueMoment() {
        var dossier = submitted();

        assertThat(dossier.stage().received()).isEmpty();
        assertThat(dossier.desk().seats()).singleElement().satisfies(it -> {
            assertThat(it.unit()).isEqualTo(DossierFixture.ONE_STOP);
            assertThat(it.role()).isEqualTo("receiver");
            assertThat(it.officer()).isEmpty();
        });
    }

    @Test
    void onlyAReceivedDossierHasANumberAndADueMoment() {
        var change = submitted().receive("reception", LAN, NUMBER, DUE, PATH, MONDAY_8AM);

        var reception = new Reception(NUMBER, MONDAY_8AM, DueMoment.of(DUE), LAN);
        assertThat(change.after().stage()).isEqualTo(new Received(MONDAY_8AM, reception));
        assertThat(change.events()).containsExactly(new DossierReceived(NUMBER, DUE, LAN, Optional.empty()));
    }

    @Test
    void receivedAndForwardedAtOnceIsOneChangeOfTwoVersions() {
        var change = submitted()
                .receive("reception", LAN, NUMBER, DUE, PATH, MONDAY_8AM)
                .then(it -> it.forward("reception", LAN, PATH, MONDAY_8AM));

        assertThat(change.after().stage()).isInstanceOf(InProcess.class);
        assertThat(change.after().version()).isEqualTo(3);
        assertThat(change.expectedVersion()).isEqualTo(1);
        assertThat(change.events())
                .<Class<?>>extracting(Object::getClass)
                .containsExactly(DossierReceived.class, DossierForwarded.class);
        assertThat(change.after().desk().seats()).singleElement().satisfies(it -> {
            assertThat(it.step()).isEqualTo("appraisal");
            assertThat(it.unit()).isEqualTo(DossierFixture.COMMITTEE);
        });
    }

    @Test
    void aDecisionAtTheDueMomentIsOnTimeAndOneSecondLaterIsLate() {
        var onTime = atApproval().approve("approval", MINH, "", PATH, TUESDAY_5PM);
        var late = atApproval().approve("approval", MINH, "", PATH, TUESDAY_5PM.plusSeconds(1));

        assertThat(((Resolved) onTime.after().stage()).onTime()).isTrue();
        assertThat(((Resolved) late.after().stage()).onTime()).isFalse();
    }

    @Test
    void anApprovalBeforeAnotherApprovalDecidesNothing() {
        var twoLeaders = DossierFixture.path(DossierFixture.route("""
                steps:
                  - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, actions: [receive]}
                  - {id: head, name: Trưởng phòng duyệt, role: head, unit: commune-committee, actions: [approve, return]}
                  - {id: chairman, name: Chủ tịch duyệt, role: leader, unit: commune-committee, actions: [approve, return]}
                  - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, actions: [issue, hand-over]}
                """));
        var atHead = Dossier.file(DossierId.next(), DossierFixture.filed(), twoLeaders)
                .then(it -> it.receive("reception", LAN, NUMBER, DUE, twoLeaders, MONDAY_8AM))
                .then(it -> it.forward("reception", LAN, twoLeaders, MONDAY_8AM))
                .after();

        var head = atHead.approve("head", HA, "", twoLeaders, MONDAY_8AM);
        var chairman = head.then(it -> it.approve("chairman", MINH, "", twoLeaders, MONDAY_8AM));

        assertThat(head.after().stage()).isInstanceOf(InProcess.class);
        assertThat(chairman.after().stage()).isInstanceOf(Resolved.class);
        refuses(
                DossierRefusal.NOT_AN_ACTION_OF_THIS_STEP,
                () -> atHead.deny("head", HA, "vì sao", twoLeaders, MONDAY_8AM));
        refuses(
                DossierRefusal.RESULT_NOT_ISSUED,
                () -> chairman.after().handOver("hand-over", LAN, toMai(), SETTLED, twoLeaders, MONDAY_8AM));
    }

    @Test
    void aNewDateComesWithItsReasonOnceAndInTimeAndWhatWasPromisedIsKept() {
        var extended = atApproval()
                .lateness()
                .extend("Chờ xác minh", LATER, TUESDAY_5PM, TUESDAY_5PM)
                .after();

        assertThat(extended.stage().received()).hasValueSatisfying(it -> {
            assertThat(it.due()).isEqualTo(DueMoment.of(LATER));
            assertThat(it.promised()).contains(DUE.at());
        });
        assertThat(extended.stage().since()).isEqualTo(atApproval().stage().since());
        assertThat(extended.desk().seats()).isEqualTo(atApproval().desk().seats());
        refuses(
                DossierRefusal.EXTENDED_BEFORE,
                () -> extended.lateness().extend("Vẫn chờ", LATER, TUESDAY_5PM, MONDAY_8AM));
        refuses(
                DossierRefusal.REASON_MISSING,
                () -> atApproval().lateness().extend(" ", LATER, TUESDAY_5PM, MONDAY_8AM));
        refuses(
                DossierRefusal.EXTENSION_TOO_LATE,
                () -> atApproval().lateness().extend("Chờ", LATER, TUESDAY_5PM, TUESDAY_5PM.plusSeconds(1)));
    }

    @Test
    void anApologyThatComesTooLateNamesADateOnceAndWhatWasPromisedStaysDue() {
        var late = DUE.at().plusSeconds(60);
        var apologised = atApproval()
                .lateness()
                .apologise("Chờ xác minh", LATER.at(), late)
                .after();

        assertThat(apologised.stage().received()).hasValueSatisfying(it -> {
            assertThat(it.due()).isEqualTo(DueMoment.of(DUE));
            assertThat(it.promised()).isEmpty();
            assertThat(it.renewed()).contains(LATER.at());
        });
        refuses(DossierRefusal.EXTENDED_BEFORE, () -> apologised.lateness().apologise("Vẫn chờ", LATER.at(), late));
        refuses(DossierRefusal.EXTENDED_BEFORE, () -> apologised.lateness().extend("Vẫn chờ", LATER, LATER.at(), late));
        refuses(
                DossierRefusal.EXTENDED_BEFORE,
                () -> atApproval()
                        .lateness()
                        .extend("Chờ xác minh", LATER, TUESDAY_5PM, TUESDAY_5PM)
                        .after()
                        .lateness()
                        .apologise("Vẫn chờ", LATER.at(), late));
        refuses(DossierRefusal.REASON_MISSING, () -> atApproval().lateness().apologise(" ", LATER.at(), late));
        assertThat(apologised.approve("approval", MINH, "", PATH, late).after().stage())
                .as("before the new date, after the promised one")
                .isInstanceOfSatisfying(
                        Stage.Resolved.class, it -> assertThat(it.onTime()).isFalse());
    }

    @Test
    void aDenialSaysWhyAndGoesTheSameWayToTheApplicant() {
        var change = atApproval().deny("approval", MINH, "Trẻ đã được đăng ký khai sinh", PATH, TUESDAY_5PM);

        var denied = new Outcome.Denied("Trẻ đã được đăng ký khai sinh");
        assertThat(change.event(DossierResolved.class)).contains(new DossierResolved("approval", denied));
        assertThat(change.after().desk().seat("issue")).isPresent();
        refuses(DossierRefusal.REASON_MISSING, () -> atApproval().deny("approval", MINH, " \u200b", PATH, TUESDAY_5PM));
    }

    @Test
    void aProposalToDenyReachesTheLeaderWithItsReason() {
        var change = inProcess().proposeDenial("appraisal", HA, "Trùng", PATH, MONDAY_8AM);

        assertThat(change.event(StepCompleted.class)).hasValueSatisfying(it -> {
            assertThat(it.act()).isEqualTo(DeskAct.PROPOSE_DENIAL);
            assertThat(it.note()).isEqualTo("Trùng");
        });
        refuses(DossierRefusal.REASON_MISSING, () -> inProcess().proposeDenial("appraisal", HA, " ", PATH, MONDAY_8AM));
    }

    @Test
    void nobodyIsTurnedAwayWithoutAReason() {
        refuses(DossierRefusal.REASON_MISSING, () -> submitted().turnAway("reception", LAN, "  ", PATH, MONDAY_8AM));
    }

    @Test
    void aStepTakenByOneOfficerIsClosedToTheOthersUntilGivenBack() {
        var taken = inProcess().claim("appraisal", HA, MONDAY_8AM).after();

        refuses(DossierRefusal.STEP_TAKEN, () -> taken.claim("appraisal", MINH, MONDAY_8AM));
        refuses(DossierRefusal.STEP_TAKEN, () -> taken.complete("appraisal", MINH, "", Map.of(), PATH, MONDAY_8AM));
        refuses(DossierRefusal.STEP_NOT_YOURS, () -> taken.release("appraisal", MINH, MONDAY_8AM));
        assertThat(taken.release("appraisal", HA, MONDAY_8AM)
                        .then(it -> it.claim("appraisal", MINH, MONDAY_8AM))
                        .after()
                        .desk()
                        .seat("appraisal")
                        .flatMap(Desk.Seat::officer))
                .contains(MINH);
    }

    @Test
    void aStepSentBackLiesThereAgainButReceptionIsNotUndone() {
        var back = atApproval().sendBack("approval", MINH, "appraisal", "Thiếu ý kiến", PATH, TUESDAY_5PM);

        assertThat(back.after().desk().seats()).singleElement().satisfies(it -> {
            assertThat(it.step()).isEqualTo("appraisal");
            assertThat(it.visit()).isGreaterThan(3);
        });
        refuses(
                DossierRefusal.NO_WAY_BACK,
                () -> atApproval().sendBack("approval", MINH, "reception", "Thiếu", PATH, TUESDAY_5PM));
        refuses(
                DossierRefusal.NO_WAY_BACK,
                () -> atApproval().sendBack("approval", MINH, "issue", "Thiếu", PATH, TUESDAY_5PM));
    }

    @Test
    void anErrorFoundBeforeTheResultIsIssuedReopensTheDecision() {
        var back = resolved()
                .sendBack("issue", HA, "approval", "Sai họ tên", PATH, TUESDAY_5PM)
                .after();

        assertThat(back.stage())
                .isInstanceOfSatisfying(
                        InProcess.class,
                        it -> assertThat(it.reception()).isEqualTo(resolved().reception()));
        assertThat(back.desk().seats()).extracting(Desk.Seat::step).containsExactly("approval");
        assertThat(back.approve("approval", MINH, "", PATH, TUESDAY_5PM).after().stage())
                .as("decided anew")
                .isInstanceOf(Resolved.class);
        assertThat(resolved()
                        .sendBack("issue", HA, "appraisal", "Sai họ tên", PATH, TUESDAY_5PM)
                        .after()
                        .desk()
                        .seats())
                .extracting(Desk.Seat::step)
                .containsExactly("appraisal");
        refuses(
                DossierRefusal.REASON_MISSING,
                () -> resolved().sendBack("issue", HA, "approval", " ", PATH, TUESDAY_5PM));
        refuses(
                DossierRefusal.NO_WAY_BACK,
                () -> resolved().sendBack("issue", HA, "reception", "Sai", PATH, TUESDAY_5PM));
        refuses(
                DossierRefusal.NOT_AN_ACTION_OF_THIS_STEP,
                () -> issued().sendBack("hand-over", LAN, "approval", "Sai", PATH, TUESDAY_5PM));
    }

    /** Back to a step after the decision it would be in process with nobody left to decide it. */
    @Test
    void whatIsDecidedGoesBackOnlyToWhereItIsDecidedAnewAndNotOnceItIsIssued() {
        var registered = DossierFixture.path(DossierFixture.route("""
                steps:
                  - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, actions: [receive]}
                  - {id: approval, name: Duyệt, role: leader, unit: commune-committee, actions: [approve]}
                  - {id: register, name: Vào sổ, role: clerk, unit: commune-committee, actions: [complete, return]}
                  - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, actions: [issue, hand-over]}
                """));
        var atRegister = Dossier.file(DossierId.next(), DossierFixture.filed(), registered)
                .then(it -> it.receive("reception", LAN, NUMBER, DUE, registered, MONDAY_8AM))
                .then(it -> it.forward("reception", LAN, registered, MONDAY_8AM))
                .then(it -> it.approve("approval", MINH, "", registered, MONDAY_8AM))
                .after();
        var atHandOver = atRegister
                .complete("register", HA, "", Map.of(), registered, MONDAY_8AM)
                .after();

        assertThat(atRegister
                        .sendBack("register", HA, "approval", "Sai", registered, MONDAY_8AM)
                        .after()
                        .stage())
                .isInstanceOf(InProcess.class);
        refuses(
                DossierRefusal.NO_WAY_BACK,
                () -> atHandOver.sendBack("hand-over", LAN, "register", "Sai", registered, MONDAY_8AM));
        var issued = atHandOver
                .issue("hand-over", LAN, CERTIFICATE, registered, MONDAY_8AM)
                .after();
        refuses(
                DossierRefusal.RESULT_ISSUED,
                () -> issued.sendBack("hand-over", LAN, "approval", "Sai", registered, MONDAY_8AM));
    }

    @Test
    void aResultIsHandedOverToSomebodyNamedOnceWhatIsDueIsSettled() {
        var owed = new FeeClearance.Answer.Owed(new Dong(8_000));

        refuses(
                DossierRefusal.FEE_NOT_SETTLED,
                () -> issued().handOver("hand-over", LAN, toMai(), owed, PATH, TUESDAY_5PM));
        refuses(
                DossierRefusal.RECIPIENT_MISSING,
                () -> issued().handOver(
                                "hand-over", LAN, new HandOver(HandOver.How.POST, ""), SETTLED, PATH, TUESDAY_5PM));
        var after = issued().handOver("hand-over", LAN, toMai(), SETTLED, PATH, TUESDAY_5PM)
                .after();
        assertThat(after.desk().tokens().finished()).isTrue();
        assertThat(((Stage.HandedOver) after.stage()).result()).contains(CERTIFICATE);
    }

    @Test
    void aDossierThatLeavesTheRouteLiesOnNobodysDesk() {
        assertThat(DossierFixture.turnedAway().desk().seats()).isEmpty();
        assertThat(DossierFixture.withdrawn().desk().tokens().stopped()).isTrue();
    }

    private static void refuses(RefusalCode code, ThrowingCallable rule) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(rule)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    @Test
    void aResultBeforeItsDayIsToldAsEarly() {
        var onMonday =
                atApproval().approve("approval", MINH, "", PATH, MONDAY_8AM).after();

        assertThat(onMonday.issue("issue", HA, CERTIFICATE, PATH, MONDAY_8AM)
                        .event(DossierEvent.ResultIssued.class)
                        .orElseThrow()
                        .early())
                .contains(DossierFixture.DUE.at());
        assertThat(onMonday.issue("issue", HA, CERTIFICATE, PATH, TUESDAY_5PM.minusSeconds(3_600))
                        .event(DossierEvent.ResultIssued.class)
                        .orElseThrow()
                        .early())
                .as("on its day it is not early")
                .isEmpty();
    }

    @Test
    void whatCameToTheWrongDoorGoesToTheCompetentUnitAndIsNotYetReceived() {
        var there = new Path(PATH.route(), Map.of(), Map.of("reception", DossierFixture.THERE.unit()));
        var claimed = submitted().claim("reception", LAN, MONDAY_8AM).after();

        var sent = claimed.passings()
                .transfer(
                        "reception",
                        LAN,
                        DossierFixture.HERE,
                        DossierFixture.THERE,
                        Optional.empty(),
                        "Bạn cư trú ở Sa Pa",
                        PATH,
                        there,
                        TUESDAY_5PM)
                .after();

        assertThat(sent.stage()).isEqualTo(claimed.stage());
        assertThat(sent.filed().unit()).isEqualTo(DossierFixture.THERE.unit());
        assertThat(sent.filed().place()).isEmpty();
        assertThat(sent.desk().seats())
                .extracting(Desk.Seat::step, Desk.Seat::unit, Desk.Seat::officer, Desk.Seat::since)
                .containsExactly(tuple("reception", DossierFixture.THERE.unit(), Optional.empty(), TUESDAY_5PM));
    }

    @Test
    void nothingIsSentToWhereItIsNorWithoutAReasonNorOnceItIsReceived() {
        refuses(DossierRefusal.TRANSFER_NOWHERE, () -> transferred(submitted(), DossierFixture.HERE, "Nhầm"));
        refuses(DossierRefusal.REASON_MISSING, () -> transferred(submitted(), DossierFixture.THERE, " "));
        refuses(DossierRefusal.WRONG_STAGE, () -> transferred(DossierFixture.received(), DossierFixture.THERE, "Nhầm"));
    }

    private static Change transferred(Dossier dossier, Elsewhere to, String reason) {
        return dossier.passings()
                .transfer("reception", LAN, DossierFixture.HERE, to, Optional.empty(), reason, PATH, PATH, MONDAY_8AM);
    }

    @Test
    void whatIsReceivedForAnotherOneStopKeepsItsNumberHoweverOftenItIsSentOn() {
        var taken = submitted()
                .passings()
                .transfer(
                        "reception",
                        LAN,
                        DossierFixture.HERE,
                        DossierFixture.THERE,
                        Optional.of(NUMBER),
                        "",
                        PATH,
                        PATH,
                        MONDAY_8AM)
                .after();
        var again = transferred(taken, DossierFixture.HERE, "Vẫn nhầm").after();

        assertThat(taken.stage().received()).as("no clock runs yet").isEmpty();
        assertThat(taken.came()).contains(new Came(DossierFixture.ONE_STOP, Optional.of(NUMBER)));
        assertThat(again.came()).contains(new Came(DossierFixture.THERE.unit(), Optional.of(NUMBER)));
    }
}
