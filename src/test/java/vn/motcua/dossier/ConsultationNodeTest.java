package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.LAO_CAI;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.MINH;
import static vn.motcua.dossier.DossierDatabase.SCOPE;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.consultation.Consultation;
import vn.motcua.consultation.ConsultationRefusal;
import vn.motcua.consultation.Consultations;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.UnitId;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.route.Route;
import vn.motcua.route.RouteDefinition;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.support.TestClock;

/** A route that asks other units, and one that chooses the unit by the answers, on a real PostgreSQL. */
// Nobody else's dossiers go by its route
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "motcua.test.apart=consultation-node")
@Import(DossierDatabase.class)
class ConsultationNodeTest {

    private static final Route ASKING =
            Route.compile(RouteDefinition.read("""
            steps:
              - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, hours: 1, actions: [receive, turn-away]}
              - id: appraisal
                name: Thẩm tra
                role: civil-status-officer
                unit:
                  rules: [{when: atOneStop, unit: commune-one-stop, because: hồ sơ đơn giản}]
                  otherwise: commune-committee
                hours: 4
                actions: [complete]
              - id: opinions
                kind: consultation
                name: Lấy ý kiến
                role: civil-status-officer
                unit: commune-committee
                hours: 4
                ask: [{unit: commune-one-stop, hours: 8, silence: agrees}]
                question: Bản chính có khớp không?
                papers: [giay-chung-sinh]
                silence: stops
              - {id: approval, name: Duyệt, role: commune-leader, unit: commune-committee, hours: 2, actions: [approve, return]}
              - {id: hand-over, name: Trả kết quả, role: hand-over, unit: commune-one-stop, hours: 0.5, actions: [issue, hand-over]}
            """), text -> facts -> Boolean.TRUE.equals(facts.get(text)));

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private Consultations consultations;

    @Autowired
    @Qualifier("routeConsultations")
    private Listener routeConsultations;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
        DossierDatabase.ROUTE.set(ASKING);
    }

    @AfterEach
    void asBefore() {
        DossierDatabase.ROUTE.set(DossierFixture.BIRTH);
    }

    @Test
    void theUnitsAreAskedOnceAndTheDossierGoesOnByItselfWhenTheyHaveAnswered() {
        var id = atOpinions(Map.of());
        refused(ConsultationRefusal.CONSULT_BEGINS, id);
        told(id);
        told(id);
        refused(ConsultationRefusal.CONSULT_WAITS, id);

        var asked = asked(id);
        assertThat(asked.question()).isEqualTo("Bản chính có khớp không?");
        assertThat(asked.papers()).hasSize(1);
        assertThat(asked.parties()).singleElement().satisfies(it -> {
            assertThat(it.unit()).isEqualTo(DossierFixture.ONE_STOP);
            assertThat(it.due())
                    .as("eight working hours of its own, not four")
                    .isEqualTo(Instant.parse("2026-11-25T01:30:00Z"));
        });
        SCOPE.run(() -> consultations.answer(
                LAN,
                asked.id(),
                new Consultations.Answer(Optional.of(Consultation.Stance.AGREE), "", Optional.empty(), "")));
        SCOPE.run(consultations::goOn);
        SCOPE.run(consultations::goOn);

        var dossier = load(id);
        assertThat(dossier.desk().seats()).extracting(Desk.Seat::step).containsExactly("approval");
        assertThat(dossier.desk().finished()).extracting(Desk.Finished::by).contains(ByItself.OFFICER);
    }

    @Test
    void silenceThatCountsLetsItGoOnAndWhoeverIsSentBackIsAskedAgain() {
        var id = atOpinions(Map.of());
        told(id);
        clock.set("2026-11-25T08:31"); // the 24th is a holiday
        SCOPE.run(() -> consultations.overdue().forEach(consultations::silence));
        SCOPE.run(consultations::goOn);
        assertThat(load(id).desk().seats()).extracting(Desk.Seat::step).containsExactly("approval");

        sentBack(id);
        specialist.complete(now(HA, load(id).version()), id, "appraisal", "");
        refused(ConsultationRefusal.CONSULT_BEGINS, id);
        told(id);
        refused(ConsultationRefusal.CONSULT_WAITS, id);
    }

    @Test
    void theAnswersSayWhichUnitDoesTheStep() {
        assertThat(unit(appraised(Map.of("atOneStop", true)))).isEqualTo(DossierFixture.ONE_STOP);
        assertThat(unit(appraised(Map.of("atOneStop", false)))).isEqualTo(DossierFixture.COMMITTEE);
        assertThat(unit(appraised(Map.of()))).isEqualTo(DossierFixture.COMMITTEE);
    }

    private void sentBack(DossierId id) {
        specialist.sendBack(now(MINH, load(id).version()), id, "approval", "appraisal", "Hỏi lại");
    }

    private UnitId unit(DossierId id) {
        return load(id).desk().seat("appraisal").orElseThrow().unit();
    }

    private DossierId appraised(Map<String, Object> answers) {
        var id = filing.file(now(MAI, 0), DossierDatabase.request("Nguyễn Thị Mai", answers))
                .dossiers()
                .getFirst()
                .id();
        oneStop.receive(now(LAN, 1), id);
        return id;
    }

    private DossierId atOpinions(Map<String, Object> answers) {
        var id = appraised(answers);
        specialist.complete(now(HA, load(id).version()), id, "appraisal", "");
        return id;
    }

    private void refused(ConsultationRefusal code, DossierId id) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> specialist.complete(now(HA, load(id).version()), id, "opinions", ""))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    private Consultation asked(DossierId id) {
        var all = SCOPE.call(() -> consultations.asked(LAN)).stream()
                .filter(it -> it.dossier().equals(id))
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void told(DossierId id) {
        SCOPE.run(() -> routeConsultations.hear(new Happening(
                Ids.next(), new DossierRef(LAO_CAI, id), 1, "step-completed", clock.instant(), false, 1)));
    }

    private Act now(SignedIn by, int version) {
        return DossierDatabase.act(by, version, clock.instant());
    }

    private Dossier load(DossierId id) {
        return SCOPE.call(() -> transactions.execute(
                _ -> dossiers.find(id, UUID.randomUUID()).orElseThrow().dossier()));
    }
}
