package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierFixture.CERTIFICATE;
import static vn.motcua.dossier.DossierFixture.CORRECTED;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.REVOCATION;
import static vn.motcua.dossier.DossierFixture.RIGHT;
import static vn.motcua.dossier.DossierFixture.TUESDAY_5PM;
import static vn.motcua.dossier.DossierFixture.UNTIL;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;

/** Revoking a result that the applicant has: by a decision, by two. */
class RevocationsTest {

    @Test
    void afterALeaderConfirmedItTheDossierHasNoResult() {
        var change = DossierFixture.toBeRevoked().proposals().confirm(MINH, UNTIL, TUESDAY_5PM);

        assertThat(change.after().stage())
                .isInstanceOfSatisfying(
                        Stage.HandedOver.class, it -> assertThat(it.result()).isEmpty());
        assertThat(change.event(DossierEvent.ResultRevoked.class))
                .contains(new DossierEvent.ResultRevoked(CERTIFICATE, REVOCATION));
        assertThat(change.after().proposal()).isEmpty();
    }

    @Test
    void whoProposedItDoesNotConfirmIt() {
        refused(
                DossierRefusal.OWN_PROPOSAL,
                () -> DossierFixture.toBeRevoked().proposals().confirm(HA, UNTIL, TUESDAY_5PM));
    }

    @Test
    void aLeaderMayLeaveTheResultInForce() {
        var after = DossierFixture.toBeRevoked()
                .proposals()
                .refuse(MINH, "Giấy chứng sinh là thật", TUESDAY_5PM)
                .after();

        assertThat(after.stage()).isEqualTo(DossierFixture.handedOver().stage());
    }

    @Test
    void itTakesADecisionAndAReason() {
        var ground = Revocation.Ground.UNLAWFUL;
        refused(
                DossierRefusal.REVOCATION_DECISION_MISSING,
                () -> propose(DossierFixture.handedOver(), new Revocation(ground, " ", "vì sao")));
        refused(
                DossierRefusal.REASON_MISSING,
                () -> propose(DossierFixture.handedOver(), new Revocation(ground, "15/QĐ-UBND", " ")));
    }

    @Test
    void onlyWhatTheApplicantHasIsRevokedAndOnlyOnce() {
        refused(DossierRefusal.WRONG_STAGE, () -> propose(DossierFixture.inProcess(), REVOCATION));
        refused(DossierRefusal.WRONG_STAGE, () -> propose(DossierFixture.issued(), REVOCATION));
        refused(DossierRefusal.PROPOSED_ALREADY, () -> propose(DossierFixture.toBeRevoked(), REVOCATION));
        refused(DossierRefusal.PROPOSED_ALREADY, () -> propose(DossierFixture.toBeCorrected(), REVOCATION));
        refused(DossierRefusal.RESULT_NOT_ISSUED, () -> propose(DossierFixture.revoked(), REVOCATION));
    }

    @Test
    void whatIsRevokedIsNotCorrectedAnyMore() {
        refused(
                DossierRefusal.RESULT_NOT_ISSUED,
                () -> DossierFixture.revoked()
                        .amendments()
                        .propose(HA, "Gõ nhầm", new AmendedResult(RIGHT, CORRECTED), TUESDAY_5PM));
        refused(
                DossierRefusal.RESULT_NOT_ISSUED,
                () -> DossierFixture.revoked().amendments().report("Sai tên", TUESDAY_5PM));
    }

    @Test
    void whatTheApplicantSaidIsWrongIsOverWithIt() {
        var after = DossierFixture.wrong()
                .revocations()
                .propose(LAN, REVOCATION, TUESDAY_5PM)
                .after()
                .proposals()
                .confirm(MINH, UNTIL, TUESDAY_5PM)
                .after();

        assertThat(after.mistake()).isEmpty();
    }

    private static void propose(Dossier dossier, Revocation revocation) {
        dossier.revocations().propose(HA, revocation, TUESDAY_5PM);
    }

    private static void refused(RefusalCode code, ThrowingCallable doing) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(doing)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
