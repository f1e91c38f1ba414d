package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.dossier.DossierFixture.DUE;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.MONDAY_8AM;
import static vn.motcua.dossier.DossierFixture.NUMBER;
import static vn.motcua.dossier.DossierFixture.filed;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Refused;

/** Where the route wants a second officer, four eyes see the dossier before it is decided. */
class SecondOfficerTest {

    private static final Path PATH = DossierFixture.path(DossierFixture.route("""
            steps:
              - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, actions: [receive]}
              - {id: appraisal, name: Thẩm định, role: civil-status-officer, unit: commune-committee, actions: [complete]}
              - {id: approval, name: Duyệt, role: commune-leader, unit: commune-committee, actions: [approve]}
              - id: countersign
                name: Duyệt lần hai
                role: commune-leader
                unit: commune-committee
                actions: [approve, return]
                other-than: [appraisal, approval]
            """));

    @Test
    void whoeverApprovedFirstDoesNotApproveASecondTimeNorSendBack() {
        var once = approvedOnce();

        assertThat(once.stage().kind()).isEqualTo(StageKind.IN_PROCESS);
        assertThatThrownBy(() -> once.approve("countersign", MINH, "", PATH, MONDAY_8AM))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(DossierRefusal.SECOND_OFFICER));
        assertThatThrownBy(() -> once.deny("countersign", HA, "Trùng", PATH, MONDAY_8AM))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(DossierRefusal.SECOND_OFFICER));
        assertThatThrownBy(() -> once.sendBack("countersign", MINH, "approval", "Xem lại", PATH, MONDAY_8AM))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(DossierRefusal.SECOND_OFFICER));
    }

    @Test
    void theSecondOfficersApprovalIsTheDecision() {
        var decided = approvedOnce()
                .approve("countersign", LAN, "Đồng ý", PATH, MONDAY_8AM)
                .after();

        assertThat(decided.stage().kind()).isEqualTo(StageKind.RESOLVED);
    }

    @Test
    void whatWasSentBackAndApprovedByAnotherLeavesTheFirstFreeToCountersign() {
        var again = approvedOnce()
                .sendBack("countersign", LAN, "approval", "Xem lại", PATH, MONDAY_8AM)
                .after()
                .approve("approval", LAN, "", PATH, MONDAY_8AM)
                .after();

        assertThat(again.approve("countersign", MINH, "", PATH, MONDAY_8AM)
                        .after()
                        .stage()
                        .kind())
                .isEqualTo(StageKind.RESOLVED);
    }

    private static Dossier approvedOnce() {
        return Dossier.file(new DossierId(new UUID(0, 77)), filed(), PATH)
                .after()
                .receive("reception", LAN, NUMBER, DUE, PATH, MONDAY_8AM)
                .after()
                .forward("reception", LAN, PATH, MONDAY_8AM)
                .after()
                .complete("appraisal", HA, "", Map.of(), PATH, MONDAY_8AM)
                .after()
                .approve("approval", MINH, "", PATH, MONDAY_8AM)
                .after();
    }
}
