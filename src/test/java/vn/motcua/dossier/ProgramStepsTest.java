package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.LAO_CAI;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.MINH;
import static vn.motcua.dossier.DossierDatabase.OWED;
import static vn.motcua.dossier.DossierDatabase.SCOPE;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Kinds;
import vn.motcua.route.OfficerStep;
import vn.motcua.route.Route;
import vn.motcua.route.RouteDefinition;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.support.TestClock;

/** A route that leaves steps to the program, on a real PostgreSQL: it writes, waits and looks, each once. */
// Nobody else's dossiers go by its route
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {"motcua.test.apart=program-steps", "motcua.undo.window=10s"})
@Import(DossierDatabase.class)
class ProgramStepsTest {

    private static final Route ROUTE = Route.compile(RouteDefinition.read("""
            steps:
              - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, hours: 1, actions: [receive, turn-away]}
              - {id: appraisal, name: Thẩm tra, role: civil-status-officer, unit: commune-committee, hours: 4, actions: [complete]}
              - id: told
                kind: message
                name: Báo niêm yết
                unit: commune-committee
                letter:
                  title: {vi: Hồ sơ được niêm yết, en: Your dossier is posted}
                  text: {vi: Hồ sơ được niêm yết công khai tại trụ sở., en: It is posted at the office.}
              - {id: posted, kind: timer, name: Niêm yết công khai, unit: commune-committee, hours: 8}
              - {id: paid, kind: automatic, name: Kiểm tra lệ phí, unit: commune-committee, check: fees-settled}
              - {id: approval, name: Duyệt, role: commune-leader, unit: commune-committee, hours: 2, actions: [approve, return]}
              - {id: hand-over, name: Trả kết quả, role: hand-over, unit: commune-one-stop, hours: 0.5, actions: [issue, hand-over]}
            """), _ -> _ -> false);

    /** The letter is written beside the appraisal; with every step of the other one, for its dossiers are looked at too. */
    private static final Route BESIDE = Route.compile(RouteDefinition.read("""
            steps:
              - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, hours: 1, actions: [receive, turn-away]}
              - {id: both, kind: split, next: [told, appraisal]}
              - {id: told, kind: message, name: Báo, unit: commune-committee, letter: {title: Báo, text: Nội dung}, next: joined}
              - {id: appraisal, name: Thẩm tra, role: civil-status-officer, unit: commune-committee, hours: 4, actions: [complete], next: joined}
              - {id: joined, kind: join}
              - {id: posted, kind: timer, name: Niêm yết công khai, unit: commune-committee, hours: 8}
              - {id: paid, kind: automatic, name: Kiểm tra lệ phí, unit: commune-committee, check: fees-settled}
              - {id: approval, name: Duyệt, role: commune-leader, unit: commune-committee, hours: 2, actions: [approve, return]}
              - {id: hand-over, name: Trả kết quả, role: hand-over, unit: commune-one-stop, hours: 0.5, actions: [issue, hand-over]}
            """), _ -> _ -> false);

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private LeaderDesk leader;

    @Autowired
    private UndoDesk undo;

    @Autowired
    private Watch watch;

    @Autowired
    private ProgramSteps program;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Folders folders;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
        DossierDatabase.ROUTE.set(ROUTE);
    }

    @AfterEach
    void asBefore() {
        DossierDatabase.ROUTE.set(DossierFixture.BIRTH);
    }

    @Test
    void theApplicantIsWrittenTheTimeGoesByAndTheFeeIsLookedForWithoutAnybody() {
        var id = appraised();
        OWED.put(id, new Dong(8_000));
        clock.set("2026-11-23T08:00:11");
        program.round(LAO_CAI);
        assertThat(open(id)).containsExactly("posted");
        assertThat(letters(id)).singleElement().satisfies(it -> {
            assertThat(it.titleVi()).isEqualTo("Hồ sơ được niêm yết");
            assertThat(it.text(Language.EN)).isEqualTo("It is posted at the office.");
        });

        clock.set("2026-11-23T08:01");
        program.round(LAO_CAI);
        // Eight working hours after 08:00:11 on Monday; the 24th is a holiday
        clock.set("2026-11-25T08:29");
        program.round(LAO_CAI);
        assertThat(open(id)).as("not a minute before").containsExactly("posted");
        clock.set("2026-11-25T08:31");
        program.round(LAO_CAI);
        assertThat(open(id)).containsExactly("paid");

        clock.set("2026-11-25T08:32");
        program.round(LAO_CAI);
        assertThat(open(id)).as("something is owed").containsExactly("paid");
        OWED.remove(id);
        clock.set("2026-11-25T08:38");
        program.round(LAO_CAI);
        assertThat(open(id)).containsExactly("approval");
        assertThat(load(id).desk().finished())
                .filteredOn(it -> it.by().equals(ByItself.OFFICER))
                .extracting(Desk.Finished::step)
                .containsExactly("told", "posted", "paid");
    }

    /** What an officer may still take back is told to nobody. */
    @Test
    void itWaitsUntilTheOfficerCanNoLongerTakeItBack() {
        var id = appraised();
        clock.set("2026-11-23T08:00:09");
        program.round(LAO_CAI);
        assertThat(open(id)).containsExactly("told");
        undo.undo(now(HA, id), id);
        clock.set("2026-11-23T08:10");
        program.round(LAO_CAI);

        assertThat(open(id)).containsExactly("appraisal");
        assertThat(letters(id)).isEmpty();
    }

    @Test
    void ofTwoCopiesOfTheProgramOneDoesIt() throws Exception {
        var id = appraised();
        clock.set("2026-11-23T08:02");
        var start = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = Stream.generate(() -> threads.submit(() -> {
                        start.await();
                        return program.round(LAO_CAI);
                    }))
                    .limit(4)
                    .toList();
            for (var it : running) {
                it.get();
            }
        }
        assertThat(letters(id)).hasSize(1);
        assertThat(open(id)).containsExactly("posted");
    }

    @Test
    void noOfficerDoesItAndNothingGoesBackToItButTheWayIsGoneAgain() {
        var id = appraised();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> specialist.complete(now(HA, id), id, "told", ""));
        clock.set("2026-11-23T08:01");
        program.round(LAO_CAI);
        clock.set("2026-11-25T08:40");
        program.round(LAO_CAI);
        clock.set("2026-11-25T08:41");
        program.round(LAO_CAI);
        assertThat(open(id)).containsExactly("approval");
        assertThat(ROUTE.earlierSteps(load(id).desk().tokens(), "approval"))
                .extracting(it -> it.id())
                .containsExactly("appraisal", "reception");

        specialist.sendBack(now(MINH, id), id, "approval", "appraisal", "Xem lại");
        specialist.complete(now(HA, id), id, "appraisal", "");
        clock.set("2026-11-25T08:42");
        program.round(LAO_CAI);
        assertThat(letters(id)).as("once at each visit").hasSize(2);
        assertThat(open(id)).containsExactly("posted");
    }

    /** Nobody has a step meanwhile; it is not left alone all the same. */
    @Test
    void whatIsNeverPaidIsHaltedByWhoeverAppraisedItAndWhoeverLeads() {
        var id = appraised();
        OWED.put(id, new Dong(8_000));
        clock.set("2026-11-23T08:01");
        program.round(LAO_CAI);
        assertThat(seats(id))
                .as("whoever writes to the agency reaches who had it last")
                .extracting(Watch.Seat::officer)
                .containsExactly(Optional.of(HA.officer()));
        clock.set("2026-11-25T08:40");
        program.round(LAO_CAI);
        assertThat(open(id)).containsExactly("paid");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> specialist.proposeHalt(now(LAN, id), id, "paid", "Không nộp lệ phí", ""));
        specialist.proposeHalt(now(HA, id), id, "paid", "Không nộp lệ phí", "");
        leader.confirm(now(MINH, id), id);
        OWED.remove(id);
        clock.set("2026-11-25T09:00");
        program.round(LAO_CAI);

        assertThat(load(id).stage()).isInstanceOf(Stage.Halted.class);
        assertThat(open(id)).isEmpty();
    }

    /** What somebody has just done in one branch can be taken back although the program has a step in another. */
    @Test
    void itWaitsForTheUndoOfAnotherBranchToo() {
        DossierDatabase.ROUTE.set(BESIDE);
        var id = received();
        clock.set("2026-11-23T08:05");
        specialist.complete(now(HA, id), id, "appraisal", "");
        clock.set("2026-11-23T08:05:09");
        program.round(LAO_CAI);
        assertThat(open(id)).containsExactly("told");
        undo.undo(now(HA, id), id);
        assertThat(open(id)).containsExactlyInAnyOrder("told", "appraisal");
        clock.set("2026-11-23T08:10");
        program.round(LAO_CAI);

        assertThat(open(id)).containsExactly("appraisal");
        assertThat(letters(id)).hasSize(1);
    }

    @Test
    void theRoleThatNobodyHoldsHasOneName() {
        assertThat(Kinds.BY_ITSELF).isEqualTo(OfficerStep.BY_ITSELF);
    }

    /** What the program knows of a visit stands in the database and nowhere else. */
    @Test
    void whenItLooksNextIsWrittenDown() {
        var id = appraised();
        clock.set("2026-11-23T08:01");
        program.round(LAO_CAI);
        clock.set("2026-11-23T08:02");
        program.round(LAO_CAI);

        boolean tomorrow = SCOPE.call(() -> Objects.requireNonNull(transactions.execute(
                _ -> db.sql("""
                        select next_at = timestamptz '2026-11-24 08:02+07' from route_token
                        where tenant_id = 15 and dossier = :id and node = 'posted' and state = 'OPEN'
                        """).param("id", id.value()).query(Boolean.class).single())));
        assertThat(tomorrow).as("in a day, for the calendar may change").isTrue();
    }

    private DossierId received() {
        var id = filing.file(DossierDatabase.act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
        oneStop.receive(now(LAN, id), id);
        return id;
    }

    private DossierId appraised() {
        var id = received();
        specialist.complete(now(HA, id), id, "appraisal", "");
        return id;
    }

    private List<WrittenLetter> letters(DossierId id) {
        return SCOPE.call(() -> Objects.requireNonNull(transactions.execute(_ -> folders.of(id).history().stream()
                .map(Folder.Line::event)
                .filter(DossierEvent.StepCompleted.class::isInstance)
                .filter(DossierEvent::concernsApplicant)
                .flatMap(it -> ((DossierEvent.StepCompleted) it).letter().stream())
                .toList())));
    }

    private List<Watch.Seat> seats(DossierId id) {
        return SCOPE.call(() -> Objects.requireNonNull(transactions.execute(_ -> watch.seats(id))));
    }

    private List<String> open(DossierId id) {
        return load(id).desk().seats().stream().map(Desk.Seat::step).toList();
    }

    private Act now(SignedIn by, DossierId id) {
        return DossierDatabase.act(by, load(id).version(), clock.instant());
    }

    private Dossier load(DossierId id) {
        return SCOPE.call(() -> Objects.requireNonNull(transactions.execute(
                _ -> dossiers.find(id, UUID.randomUUID()).orElseThrow().dossier())));
    }
}
