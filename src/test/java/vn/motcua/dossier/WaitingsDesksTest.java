package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.LAO_CAI;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.SCOPE;
import static vn.motcua.dossier.DossierDatabase.act;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.catalogue.WaitRule;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.TestClock;

/** Dossiers that wait for something else than a supplement, on a real PostgreSQL. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(DossierDatabase.class)
class WaitingsDesksTest {

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private ReadingDesk reading;

    @Autowired
    private ApplicantDesk applicant;

    @Autowired
    private PaymentWait paymentWait;

    @Autowired
    private SupplementDeadlines deadlines;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void onMonday() {
        DossierDatabase.WAITS.clear();
        clock.set("2026-11-23T08:00");
    }

    /**
     * Received Monday at eight for one working day; Tuesday is a holiday, so due on Wednesday. The payment was asked for on
     * Monday and came on Friday: Wednesday and Thursday it waited when the office closed.
     */
    @Test
    void theTimeOfAPaymentIsLeftOutAndTheReasonsSayIt() {
        var id = received();
        clock.set("2026-11-23T09:00");
        await(id, WaitKind.PAYMENT);
        assertThat(stage(id)).isEqualTo(StageKind.AWAITING_PAYMENT);
        assertThat(contents(id).obligations()).containsExactly(new Obligation("Thông báo số 12", new Dong(1_500_000)));
        clock.set("2026-11-27T10:00");
        paid(id);

        var opened = reading.open(LAN, id, clock.instant());
        assertThat(VietnamTime.moment(opened.due().at())).startsWith("17:00, 27/11/2026");
        assertThat(opened.due().explanation()).isNotEmpty();
        assertThat(opened.stage().received().orElseThrow().due().at())
                .isEqualTo(opened.due().at());
        assertThat(opened.waits())
                .containsExactly(new Wait(
                        StageKind.AWAITING_PAYMENT,
                        Instant.parse("2026-11-23T02:00:00Z"),
                        Instant.parse("2026-11-27T03:00:00Z"),
                        false,
                        true));
        assertThat(applicant.open(MAI, new DossierRef(LAO_CAI, id), Language.VI).dueExplained())
                .anyMatch(it -> it.contains("chờ"));
    }

    @Test
    void otherAgenciesAreWaitedForInTheAgencysOwnTimeUnlessTheProcedureSaysOtherwise() {
        var counted = received();
        var due = reading.open(LAN, counted, clock.instant()).due().at();
        clock.set("2026-11-23T09:00");
        await(counted, WaitKind.AGENCY);
        DossierDatabase.WAITS.put(WaitKind.AGENCY, new WaitRule(true, Optional.of(10)));
        var leftOut = received();
        await(leftOut, WaitKind.AGENCY);
        clock.set("2026-11-26T10:00");
        specialist.endWait(act(HA, version(counted), clock.instant()), counted, "appraisal", "Công văn số 5/UBND");
        specialist.endWait(act(HA, version(leftOut), clock.instant()), leftOut, "appraisal", "Công văn số 6/UBND");

        assertThat(reading.open(LAN, counted, clock.instant()).due().at()).isEqualTo(due);
        assertThat(reading.open(LAN, leftOut, clock.instant()).due().at()).isAfter(due);
    }

    @Test
    void whatTheRouteSaysTheLastDayIsHoldsAndThenTheOfficerGetsItBack() {
        DossierDatabase.WAITS.put(WaitKind.PAYMENT, new WaitRule(true, Optional.of(10)));
        var id = received();
        await(id, WaitKind.PAYMENT);
        clock.set("2026-12-03T17:00");
        deadlines.round(LAO_CAI);
        assertThat(stage(id)).isEqualTo(StageKind.AWAITING_PAYMENT);
        clock.set("2026-12-04T00:30");
        deadlines.round(LAO_CAI);
        deadlines.round(LAO_CAI);

        assertThat(stage(id)).isEqualTo(StageKind.IN_PROCESS);
        assertThat(reading.open(LAN, id, clock.instant()).history().stream()
                        .filter(it -> it.event() instanceof DossierEvent.WaitLapsed))
                .hasSize(1);
        assertThat(reading.open(LAN, id, clock.instant()).may(DeskAction.HAND_OVER))
                .isFalse();
    }

    @Test
    void whatIsPaidAgainOrElsewhereChangesNothing() {
        var id = received();
        int before = version(id);
        paid(id);

        assertThat(version(id)).isEqualTo(before);
        await(id, WaitKind.PAYMENT);
        clock.advance(Duration.ofMinutes(5));
        specialist.endWait(act(HA, version(id), clock.instant()), id, "appraisal", "Giấy nộp tiền kho bạc số 7");
        assertThat(contents(id).obligations()).isEmpty();
    }

    private DossierId received() {
        var id = filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
        oneStop.receive(act(LAN, 1, clock.instant()), id);
        return id;
    }

    private void await(DossierId id, WaitKind kind) {
        specialist.await(
                act(HA, version(id), clock.instant()),
                id,
                "appraisal",
                kind,
                "Thông báo số 12",
                kind == WaitKind.PAYMENT ? Optional.of(new Dong(1_500_000)) : Optional.empty(),
                Optional.empty());
    }

    private void paid(DossierId id) {
        SCOPE.run(() -> transactions.executeWithoutResult(_ -> paymentWait.over(
                act(LAN, 1, clock.instant()), id, LAN.positions().getFirst())));
    }

    private ReadingDesk.Contents contents(DossierId id) {
        return SCOPE.call(() -> java.util.Objects.requireNonNull(transactions.execute(_ -> reading.contents(id))));
    }

    private StageKind stage(DossierId id) {
        return reading.open(LAN, id, clock.instant()).stage().kind();
    }

    private int version(DossierId id) {
        return SCOPE.call(() -> java.util.Objects.requireNonNull(transactions.execute(
                _ -> dossiers.find(id, new UUID(0, 0)).orElseThrow().dossier().version())));
    }
}
