package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.LAO_CAI;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.MINH;
import static vn.motcua.dossier.DossierDatabase.OTHER;
import static vn.motcua.dossier.DossierDatabase.SCOPE;
import static vn.motcua.dossier.DossierDatabase.act;
import static vn.motcua.dossier.DossierFixture.CERTIFICATE;
import static vn.motcua.dossier.DossierFixture.CORRECTED;
import static vn.motcua.dossier.DossierFixture.RIGHT;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.support.TestClock;

/** An issued result is corrected with a trail, on a real PostgreSQL. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(DossierDatabase.class)
class AmendmentsDesksTest {

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private LeaderDesk leader;

    @Autowired
    private ApplicantDesk applicant;

    @Autowired
    private ReadingDesk reading;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private DossierFileUse uses;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void onMonday() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void bothResultsAreKeptAndTheAnswersAreRight() {
        var id = handedOver();
        applicant.reportMistake(act(MAI, version(id), clock.instant()), new DossierRef(LAO_CAI, id), "Sai tên con");
        assertThat(open(id, HA).actions())
                .extracting(AllowedAction::action)
                .containsExactlyInAnyOrder(
                        DeskAction.PROPOSE_AMENDMENT, DeskAction.REFUSE_AMENDMENT, DeskAction.PROPOSE_REVOCATION);
        specialist.proposeAmendment(
                act(HA, version(id), clock.instant()), id, "Gõ nhầm", () -> new AmendedResult(RIGHT, CORRECTED));
        assertThat(used()).as("what is only proposed is kept too").contains(CORRECTED.file(), CERTIFICATE.file());
        assertThat(open(id, MINH).actions())
                .extracting(AllowedAction::action)
                .contains(DeskAction.CONFIRM, DeskAction.REFUSE_PROPOSAL);
        leader.confirm(act(MINH, version(id), clock.instant()), id);

        var after = open(id, HA);
        assertThat(after.result()).contains(CORRECTED);
        assertThat(after.replaced())
                .extracting(DossierEvent.ResultAmended::before)
                .containsExactly(CERTIFICATE);
        assertThat(after.answers()).containsEntry("child.fullName", "Nguyễn Văn Ân");
        assertThat(after.mistake()).isEmpty();
        assertThat(used()).contains(CORRECTED.file(), CERTIFICATE.file());
        var seen = applicant.open(MAI, new DossierRef(LAO_CAI, id), Language.VI);
        assertThat(seen.result()).contains(CORRECTED);
        assertThat(seen.history().getLast().what())
                .isEqualTo("Đính chính: kết quả số 07/2026 được thay bằng kết quả số 08/2026");
        assertThat(seen.mayReportMistake()).isTrue();
    }

    @Test
    void whoOnlyReceivedItCorrectsNothing() {
        var id = handedOver();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> specialist.refuseAmendment(act(LAN, version(id), clock.instant()), id, "Không sai"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> applicant.reportMistake(
                        act(OTHER, version(id), clock.instant()), new DossierRef(LAO_CAI, id), "Sai"))
                .satisfies(it -> assertThat(it.code()).isEqualTo(AccessRefusal.NOT_THERE));
        assertThat(open(id, LAN).actions()).isEmpty();
    }

    private Set<vn.motcua.document.FileId> used() {
        return SCOPE.call(() -> Objects.requireNonNull(
                transactions.execute(_ -> uses.needed(Set.of(CORRECTED.file(), CERTIFICATE.file())))));
    }

    private DossierId handedOver() {
        var id = filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
        oneStop.receive(act(LAN, 1, clock.instant()), id);
        specialist.complete(act(HA, version(id), clock.instant()), id, "appraisal", "");
        leader.approve(act(MINH, version(id), clock.instant()), id, "approval", "");
        specialist.issue(act(HA, version(id), clock.instant()), id, "issue", CERTIFICATE);
        oneStop.handOver(act(LAN, version(id), clock.instant()), id, DossierFixture.toMai());
        return id;
    }

    private Opened open(DossierId id, SignedIn.OfficerAt who) {
        return reading.open(who, id, clock.instant());
    }

    private int version(DossierId id) {
        return SCOPE.call(() -> Objects.requireNonNull(transactions.execute(
                _ -> dossiers.find(id, new UUID(0, 0)).orElseThrow().dossier().version())));
    }
}
