package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.MONDAY_8AM;
import static vn.motcua.dossier.DossierFixture.ONE_LINE;
import static vn.motcua.dossier.DossierFixture.PATH;
import static vn.motcua.dossier.DossierFixture.TUESDAY_5PM;
import static vn.motcua.dossier.DossierFixture.UNTIL;

import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;

/** How a dossier ends without a decision. */
class EndingsTest {

    @Test
    void onceReceivedTheApplicantAsksAndTheOfficerAnswers() {
        var leaving = DossierFixture.leaving();

        assertThat(leaving.stage()).isEqualTo(DossierFixture.inProcess().stage());
        assertThat(leaving.leaving()).contains(new LeaveRequest("Không cần nữa", MONDAY_8AM));
        refuses(DossierRefusal.WRONG_STAGE, () -> leaving.endings().withdraw("vì sao", MONDAY_8AM));
        refuses(DossierRefusal.WITHDRAWAL_ASKED_BEFORE, () -> leaving.endings().askToWithdraw("Nữa", MONDAY_8AM));
        var gone = leaving.endings().letGo("appraisal", HA, TUESDAY_5PM).after();
        assertThat(gone.stage()).isInstanceOfSatisfying(Stage.Withdrawn.class, it -> {
            assertThat(it.reason()).isEqualTo("Không cần nữa");
            assertThat(it.reception()).isEqualTo(leaving.stage().received());
        });
        assertThat(gone.desk().seats()).isEmpty();
        assertThat(gone.leaving()).isEmpty();
    }

    @Test
    void afterReceptionAReasonIsNeeded() {
        refuses(
                DossierRefusal.REASON_MISSING,
                () -> DossierFixture.inProcess().endings().askToWithdraw(" ", MONDAY_8AM));
        refuses(
                DossierRefusal.REASON_MISSING,
                () -> DossierFixture.leaving().endings().keep("appraisal", HA, "", MONDAY_8AM));
    }

    @Test
    void whoIsNotLetGoCanAskAgain() {
        var kept = DossierFixture.leaving()
                .endings()
                .keep("appraisal", HA, "Đã in giấy", MONDAY_8AM)
                .after();

        assertThat(kept.leaving()).isEmpty();
        assertThat(kept.endings()
                        .askToWithdraw("Vẫn muốn rút", MONDAY_8AM)
                        .after()
                        .leaving())
                .isPresent();
        refuses(DossierRefusal.NO_WITHDRAWAL_ASKED, () -> kept.endings().letGo("appraisal", HA, MONDAY_8AM));
    }

    @Test
    void nobodyDecidesOverAWithdrawalThatIsNotAnswered() {
        var leaving = DossierFixture.atApproval()
                .endings()
                .askToWithdraw("Không cần nữa", MONDAY_8AM)
                .after();

        refuses(DossierRefusal.WITHDRAWAL_UNANSWERED, () -> leaving.approve("approval", MINH, "", PATH, TUESDAY_5PM));
        refuses(
                DossierRefusal.WITHDRAWAL_UNANSWERED,
                () -> leaving.deny("approval", MINH, "vì sao", PATH, TUESDAY_5PM));
        assertThat(leaving.endings()
                        .keep("approval", MINH, "Đã ký", TUESDAY_5PM)
                        .then(it -> it.approve("approval", MINH, "", PATH, TUESDAY_5PM))
                        .after()
                        .stage()
                        .kind())
                .isEqualTo(StageKind.RESOLVED);
    }

    @Test
    void onceDecidedItCannotBeTakenBack() {
        refuses(
                DossierRefusal.WRONG_STAGE,
                () -> DossierFixture.resolved().endings().askToWithdraw("vì sao", TUESDAY_5PM));
    }

    @Test
    void itCanBeTakenBackWhileASupplementIsWaitedForAndTheWaitEnds() {
        var gone = DossierFixture.leavingInSupplement()
                .endings()
                .letGo("appraisal", HA, TUESDAY_5PM)
                .after();

        assertThat(gone.stage().kind()).isEqualTo(StageKind.WITHDRAWN);
        assertThat(gone.waits())
                .containsExactly(new Wait(StageKind.SUPPLEMENT_IN_PROCESS, MONDAY_8AM, TUESDAY_5PM, true));
    }

    @Test
    void aLeaderHaltsWhatAnOfficerProposedToHalt() {
        var proposed = DossierFixture.toHalt();

        assertThat(proposed.stage().kind()).as("the clock runs on").isEqualTo(StageKind.IN_PROCESS);
        refuses(DossierRefusal.OWN_PROPOSAL, () -> proposed.proposals().confirm(HA, UNTIL, TUESDAY_5PM));
        var halted = proposed.proposals().confirm(MINH, UNTIL, TUESDAY_5PM).after();
        assertThat(halted.stage()).isInstanceOfSatisfying(Stage.Halted.class, it -> {
            assertThat(it.reason()).isEqualTo("Không bổ sung");
            assertThat(it.returned()).isEqualTo("01 giấy chứng sinh");
            assertThat(it.reception()).isEqualTo(proposed.reception());
        });
        assertThat(halted.desk().seats()).isEmpty();
        assertThat(halted.proposal()).isEmpty();
    }

    @Test
    void toHaltNeedsAReasonAndAColleagueWhoHasNotTakenTheStep() {
        refuses(
                DossierRefusal.REASON_MISSING,
                () -> DossierFixture.inProcess().endings().proposeHalt("appraisal", HA, " ", "", MONDAY_8AM));
        var taken =
                DossierFixture.inProcess().claim("appraisal", HA, MONDAY_8AM).after();
        refuses(
                DossierRefusal.STEP_TAKEN,
                () -> taken.endings().proposeHalt("appraisal", MINH, "vì sao", "", MONDAY_8AM));
    }

    @Test
    void aProposalIsOverWhenTheDossierIsDecidedOrASupplementIsAsked() {
        assertThat(DossierFixture.toHalt()
                        .supplements()
                        .request("appraisal", HA, ONE_LINE, UNTIL, PATH, MONDAY_8AM)
                        .after()
                        .proposal())
                .isEqualTo(Optional.empty());
        assertThat(DossierFixture.toHalt()
                        .complete("appraisal", HA, "", Map.of(), PATH, MONDAY_8AM)
                        .then(it -> it.approve("approval", MINH, "", PATH, TUESDAY_5PM))
                        .after()
                        .proposal())
                .isEmpty();
    }

    private static void refuses(RefusalCode code, ThrowingCallable rule) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(rule)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
