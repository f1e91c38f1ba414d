package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.LAO_CAI;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.MINH;
import static vn.motcua.dossier.DossierDatabase.SCOPE;
import static vn.motcua.dossier.DossierDatabase.act;
import static vn.motcua.dossier.DossierFixture.ONE_LINE;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Decision;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Refused;
import vn.motcua.support.TestClock;

/** The last day of a supplement passes, on a real PostgreSQL: once, however many copies of the program look. */
// What other tests leave waiting would lapse with ours. A page holds one: what fails on it keeps no later one out
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {"motcua.test.apart=deadlines", "motcua.deadlines.page=1"})
@Import(DossierDatabase.class)
class SupplementDeadlinesTest {

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
    private SupplementDeadlines deadlines;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Folders folders;

    @Autowired
    private ReadingDesk reading;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
        // What other tests left waiting would lapse with ours
        SCOPE.run(() -> transactions.executeWithoutResult(
                _ -> db.sql("update dossier set supplement_until = null where tenant_id = 15")
                        .update()));
    }

    @Test
    void whenTheLastDayHasPassedTheOfficerGetsItBackAndTheClockGoesOn() {
        var id = asked();
        clock.set("2026-12-23T23:59");
        assertThat(deadlines.round(LAO_CAI)).as("the last day is not over").isZero();
        assertThat(stage(id)).isEqualTo(StageKind.SUPPLEMENT_IN_PROCESS);

        clock.set("2026-12-24T00:00");
        assertThat(deadlines.round(LAO_CAI)).isPositive();
        assertThat(deadlines.round(LAO_CAI)).as("once").isZero();

        var dossier = load(id).dossier();
        assertThat(dossier.stage().kind()).isEqualTo(StageKind.IN_PROCESS);
        // Received Mon 23/11 with one working day; it waited from 23/11 to 23/12: due Thu 24/12
        assertThat(dossier.stage().received())
                .hasValueSatisfying(it -> assertThat(it.due().at()).isEqualTo("2026-12-24T10:00:00Z"));
        assertThat(dossier.waits())
                .singleElement()
                .satisfies(it -> assertThat(it.unanswered()).isTrue());
        assertThat(folded(id)).isEqualTo(dossier);
        assertThat(kinds(id)).endsWith("supplement-requested", "supplement-reminded", "supplement-lapsed");
        assertThat(reading.open(HA, id, clock.instant()).may(DeskAction.COMPLETE))
                .isTrue();
    }

    @Test
    void aDossierThatCannotBeReadStopsNoOther() {
        var broken = asked();
        var id = asked();
        set(broken, "{\"lines\": \"x\"}");
        clock.set("2026-12-24T00:00");
        assertThatExceptionOfType(OneByOne.SomeFailed.class).isThrownBy(() -> deadlines.round(LAO_CAI));
        assertThat(stage(id)).isEqualTo(StageKind.IN_PROCESS);
    }

    private void set(DossierId id, String request) {
        SCOPE.run(() -> transactions.executeWithoutResult(
                _ -> db.sql("update dossier set supplement = cast(:it as jsonb) where tenant_id = 15 and id = :id")
                        .param("it", request)
                        .param("id", id.value())
                        .update()));
    }

    @Test
    void theApplicantIsWarnedThreeDaysBeforeOnceForEachRequest() {
        var id = asked();
        clock.set("2026-12-19T23:59");
        deadlines.round(LAO_CAI);
        assertThat(kinds(id)).doesNotContain("supplement-reminded");

        clock.set("2026-12-20T00:00");
        deadlines.round(LAO_CAI);
        deadlines.round(LAO_CAI);
        assertThat(kinds(id)).containsOnlyOnce("supplement-reminded");
        assertThat(load(id).dossier().stage().kind()).isEqualTo(StageKind.SUPPLEMENT_IN_PROCESS);
    }

    @Test
    void ofTwoCopiesOfTheProgramOneDoesIt() throws Exception {
        var id = asked();
        clock.set("2026-12-24T08:00");
        var start = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = Stream.generate(() -> threads.submit(() -> {
                        start.await();
                        return deadlines.round(LAO_CAI);
                    }))
                    .limit(4)
                    .toList();
            for (var it : running) {
                it.get();
            }
        }
        assertThat(kinds(id)).containsOnlyOnce("supplement-lapsed").containsOnlyOnce("supplement-reminded");
        assertThat(folded(id)).isEqualTo(load(id).dossier());
    }

    @Test
    void oneThatCameInTimeDoesNotLapse() {
        var id = asked();
        clock.set("2026-12-23T20:00");
        applicant.provideSupplement(
                act(MAI, 4, clock.instant()),
                new DossierRef(LAO_CAI, id),
                new Supplement(List.of(), Optional.empty(), "Đã rõ"));
        clock.set("2026-12-24T08:00");

        assertThat(deadlines.round(LAO_CAI)).isZero();
        assertThat(kinds(id)).doesNotContain("supplement-lapsed", "supplement-reminded");
    }

    @Test
    void aSecondRequestWaitsForTheLeaderAndIsTheLast() {
        var id = asked();
        applicant.provideSupplement(
                act(MAI, 4, clock.instant()),
                new DossierRef(LAO_CAI, id),
                new Supplement(List.of(), Optional.empty(), "Đã rõ"));
        assertThat(offers(HA, id)).contains(DeskAction.SECOND_SUPPLEMENT).doesNotContain(DeskAction.REQUEST_SUPPLEMENT);
        specialist.proposeSecondSupplement(act(HA, 5, clock.instant()), id, "appraisal", ONE_LINE, "Bản chụp vẫn mờ");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> leader.confirm(act(HA, 6, clock.instant()), id))
                .satisfies(it -> assertThat(it.code()).isEqualTo(Decision.Reason.NOT_YOUR_ROLE));
        assertThat(offers(MINH, id)).contains(DeskAction.CONFIRM, DeskAction.REFUSE_PROPOSAL);
        clock.set("2026-11-23T09:00");
        leader.confirm(act(MINH, 6, clock.instant()), id);

        assertThat(stage(id)).isEqualTo(StageKind.SUPPLEMENT_IN_PROCESS);
        assertThat(load(id).dossier().asked()).hasSize(2);
        applicant.provideSupplement(
                act(MAI, 7, clock.instant()),
                new DossierRef(LAO_CAI, id),
                new Supplement(List.of(), Optional.empty(), "Bản rõ"));
        assertThat(offers(HA, id)).doesNotContain(DeskAction.REQUEST_SUPPLEMENT, DeskAction.SECOND_SUPPLEMENT);
        assertThat(reading.open(HA, id, clock.instant()).withheld())
                .as("why not")
                .extracting(Refused::code)
                .contains(DossierRefusal.SUPPLEMENT_TWICE);
        assertThat(folded(id)).isEqualTo(load(id).dossier());
    }

    private DossierId asked() {
        var id = filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
        oneStop.receive(act(LAN, 1, clock.instant()), id);
        specialist.requestSupplement(act(HA, 3, clock.instant()), id, "appraisal", ONE_LINE);
        return id;
    }

    private List<DeskAction> offers(SignedIn who, DossierId id) {
        return reading.open((SignedIn.OfficerAt) who, id, clock.instant()).actions().stream()
                .map(AllowedAction::action)
                .toList();
    }

    private StageKind stage(DossierId id) {
        return load(id).dossier().stage().kind();
    }

    private List<String> kinds(DossierId id) {
        return SCOPE.call(() -> transactions.execute(
                _ -> folders.of(id).history().stream().map(Folder.Line::kind).toList()));
    }

    private Loaded load(DossierId id) {
        return SCOPE.call(() ->
                transactions.execute(_ -> dossiers.find(id, UUID.randomUUID()).orElseThrow()));
    }

    private Dossier folded(DossierId id) {
        var history = SCOPE.call(() -> transactions.execute(_ -> folders.of(id).history()));
        var first = history.getFirst();
        var dossier = Dossier.begin(id, (DossierEvent.DossierFiled) first.event(), first.effectiveAt());
        for (var line : history.subList(1, history.size())) {
            dossier = dossier.apply(line.event(), line.effectiveAt());
        }
        return dossier;
    }
}
