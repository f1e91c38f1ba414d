package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.HUNG;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.MINH;
import static vn.motcua.dossier.DossierDatabase.OTHER;
import static vn.motcua.dossier.DossierDatabase.act;
import static vn.motcua.dossier.DossierDatabase.request;
import static vn.motcua.dossier.DossierFixture.CERTIFICATE;
import static vn.motcua.dossier.DossierFixture.ONE_LINE;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import vn.motcua.dossier.InboxQuery.Filter;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn;
import vn.motcua.route.RoutePicture.Progress;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.support.StatementCount;
import vn.motcua.support.TestClock;

/** What officers, applicants and everybody with a tracking code see of dossiers. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(DossierDatabase.class)
class ReadingTest {

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private LeaderDesk leader;

    @Autowired
    private ReadingDesk reading;

    @Autowired
    private ApplicantDesk applicant;

    @Autowired
    private MyDossiers mine;

    @Autowired
    private Tracking tracking;

    @Autowired
    private Inbox inbox;

    @Autowired
    private DossierSearch search;

    @Autowired
    private StatementCount statements;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void anOfficerIsOfferedExactlyWhatTheyMayDoNow() {
        var id = filed("Giàng A Sử");

        assertThat(actions(LAN, id))
                .containsExactly(
                        DeskAction.RECEIVE,
                        DeskAction.TURN_AWAY,
                        DeskAction.TRANSFER,
                        DeskAction.REQUEST_SUPPLEMENT,
                        DeskAction.CLAIM,
                        DeskAction.TAKE_WITHDRAWAL);
        assertThat(actions(MINH, id)).isEmpty();
        oneStop.receive(now(LAN, 1), id);
        assertThat(actions(LAN, id)).containsExactly(DeskAction.TAKE_WITHDRAWAL);
        assertThat(actions(HA, id))
                .containsExactly(
                        DeskAction.REQUEST_SUPPLEMENT,
                        DeskAction.PASS_ON,
                        DeskAction.PROPOSE_HALT,
                        DeskAction.AWAIT_PAYMENT,
                        DeskAction.AWAIT_ANSWER,
                        DeskAction.SEND_UP,
                        DeskAction.CLAIM,
                        DeskAction.COMPLETE,
                        DeskAction.PROPOSE_DENIAL);
        specialist.claim(now(HUNG, 3), id, "appraisal");
        assertThat(actions(HA, id)).isEmpty();
        assertThat(actions(HUNG, id)).contains(DeskAction.RELEASE, DeskAction.COMPLETE);
        specialist.complete(now(HUNG, 4), id, "appraisal", "");
        assertThat(actions(MINH, id))
                .containsExactly(
                        DeskAction.PASS_ON,
                        DeskAction.PROPOSE_HALT,
                        DeskAction.AWAIT_PAYMENT,
                        DeskAction.AWAIT_ANSWER,
                        DeskAction.SEND_UP,
                        DeskAction.CLAIM,
                        DeskAction.SEND_BACK,
                        DeskAction.APPROVE,
                        DeskAction.DENY,
                        DeskAction.EXTEND);
    }

    @Test
    void anOpenedDossierTellsItsWholeStoryInTwoStatements() {
        var id = filed("Lù Thị Mẩy");
        oneStop.receive(now(LAN, 1), id);

        reading.open(LAN, id, clock.instant());
        var sent = statements.during(() -> reading.open(LAN, id, clock.instant()));

        assertThat(sent).as("the directory of units is remembered").hasSize(2);
        var opened = reading.open(LAN, id, clock.instant());
        assertThat(opened.history()).hasSize(3);
        assertThat(opened.papers()).hasSize(1);
        assertThat(opened.answers()).containsEntry("child.fullName", "Nguyễn Văn An");
        assertThat(opened.due().explanation()).isNotEmpty();
        assertThat(opened.filed().applicant().name()).isEqualTo("Lù Thị Mẩy");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> reading.open(LAN, DossierId.next(), clock.instant()))
                .satisfies(it -> assertThat(it.code()).isEqualTo(AccessRefusal.NOT_THERE));
    }

    @Test
    void theInboxShowsEachOpenStepOnceFromPageToPageMostUrgentFirst() {
        clock.set("2026-12-07T08:00");
        for (int i = 0; i < 7; i++) {
            var id = filed("Hạng Thị Say " + i);
            if (i % 2 == 0) {
                oneStop.receive(now(LAN, 1), id);
            }
        }
        var seen = new HashSet<DossierId>();
        var cursor = Optional.<InboxQuery.Cursor>empty();
        int pages = 0;
        do {
            var page = inbox.page(LAN, new InboxQuery(Filter.INTAKE, cursor, 2), Language.VI);
            assertThat(page.rows()).isSortedAccordingTo(java.util.Comparator.comparing(InboxPage.Row::filedAt));
            page.rows().forEach(it -> assertThat(seen.add(it.dossier())).isTrue());
            cursor = page.next().flatMap(it -> InboxQuery.Cursor.of(it.toString()));
            pages++;
        } while (cursor.isPresent());

        var counters = inbox.page(LAN, InboxQuery.first(), Language.VI).counters();
        assertThat(seen).hasSize(counters.of(Filter.INTAKE));
        assertThat(pages).isGreaterThan(1);
    }

    @Test
    void theInboxCountsWhatIsDueSoonOverdueMineAndWaiting() {
        var before = inbox.page(HUNG, InboxQuery.first(), Language.VI).counters();
        var claimed = filed("Mã Thị Dợ");
        var waiting = filed("Mã Seo Phà");
        oneStop.receive(now(LAN, 1), claimed);
        oneStop.receive(now(LAN, 1), waiting);
        specialist.claim(now(HUNG, 3), claimed, "appraisal");
        specialist.requestSupplement(now(HA, 3), waiting, "appraisal", ONE_LINE);

        var soon = inbox.page(HUNG, InboxQuery.first(), Language.VI).counters();
        clock.set("2026-11-26T08:00");
        var late = inbox.page(HUNG, new InboxQuery(Filter.OVERDUE, Optional.empty(), 100), Language.VI);
        var asHaSees = inbox.page(HA, new InboxQuery(Filter.OVERDUE, Optional.empty(), 100), Language.VI);

        assertThat(soon.mine()).isEqualTo(before.mine() + 1);
        assertThat(soon.waiting()).isEqualTo(before.waiting() + 1);
        assertThat(late.rows())
                .filteredOn(it -> it.dossier().equals(claimed))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.overdue()).isTrue();
                    assertThat(it.mine()).isTrue();
                    assertThat(it.stepName()).isEqualTo("Thẩm tra");
                });
        assertThat(late.rows())
                .as("who waits for the applicant is not late")
                .noneMatch(it -> it.dossier().equals(waiting));
        assertThat(asHaSees.rows())
                .filteredOn(it -> it.dossier().equals(claimed))
                .noneMatch(InboxPage.Row::mine);
        assertThat(statements.during(() -> inbox.page(LAN, InboxQuery.first(), Language.VI)))
                .as("three to show them, one to note that they were shown")
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void whatIsDecidedAndNotIssuedIsOverdueUntilItIsIssued() {
        var decided = filed("Mã Thị Sua");
        oneStop.receive(now(LAN, 1), decided);
        specialist.complete(now(HA, 3), decided, "appraisal", "Đủ điều kiện");
        leader.approve(now(MINH, 4), decided, "approval", "");
        assertThat(overdue(decided)).isEmpty();

        clock.set("2026-11-26T08:00");
        assertThat(overdue(decided)).singleElement().satisfies(it -> {
            assertThat(it.overdue()).isTrue();
            assertThat(it.stage()).isEqualTo(StageKind.RESOLVED);
        });
        var counted = inbox.page(HA, InboxQuery.first(), Language.VI).counters().overdue();

        specialist.issue(now(HA, 6), decided, "issue", CERTIFICATE);
        assertThat(overdue(decided)).as("the applicant has to come").isEmpty();
        assertThat(inbox.page(HA, InboxQuery.first(), Language.VI).counters().overdue())
                .isEqualTo(counted - 1);
    }

    /** Its lines among what is overdue for whoever has it. */
    private List<InboxPage.Row> overdue(DossierId dossier) {
        return Stream.of(HA, LAN)
                .flatMap(it ->
                        inbox
                                .page(it, new InboxQuery(Filter.OVERDUE, Optional.empty(), 100), Language.VI)
                                .rows()
                                .stream())
                .filter(it -> it.dossier().equals(dossier))
                .toList();
    }

    @Test
    void aDossierIsFoundByNumberPersonalNumberCodeAndByNameWithoutMarks() {
        var confirmation = filing.file(now(MAI, 0), request("Thào Thị Xuân Quỳnh", Map.of()));
        var id = confirmation.dossiers().getFirst().id();
        oneStop.receive(now(LAN, 1), id);
        var number = reading.open(LAN, id, clock.instant())
                .stage()
                .received()
                .orElseThrow()
                .number();

        for (var typed : new String[] {
            number.value(),
            number.value().toLowerCase(java.util.Locale.ROOT),
            confirmation.code().grouped(),
            "quynh thao",
            "Xuân Quỳnh",
            "xua\u0302n"
        }) {
            assertThat(search.find(HA, typed, Language.VI))
                    .as(typed)
                    .extracting(DossierSearch.Found::dossier)
                    .contains(id);
        }
        assertThat(search.find(LAN, "010190000001", Language.VI)).isNotEmpty();
        assertThat(search.find(LAN, "100%", Language.VI)).isEmpty();
        assertThat(search.find(LAN, "q", Language.VI)).isEmpty();
        assertThat(statements.during(() -> search.find(LAN, "quynh", Language.VI)))
                .as("one to find them, one to note that they were shown")
                .hasSize(2);
    }

    @Test
    void anApplicantSeesTheDoorsWhatToDoAndNothingOfTheUnitsHousekeeping() {
        var confirmation = filing.file(now(MAI, 0), request());
        var ref = confirmation.dossiers().getFirst();
        oneStop.receive(now(LAN, 1), ref.id());
        specialist.claim(now(HA, 3), ref.id(), "appraisal");
        specialist.requestSupplement(now(HA, 4), ref.id(), "appraisal", ONE_LINE);

        var view = applicant.open(MAI, ref, Language.VI);

        assertThat(view.toDo()).isTrue();
        assertThat(view.asked()).isEqualTo(ONE_LINE);
        assertThat(view.officer()).contains("Trần Thu Hà");
        assertThat(view.doors().get(1).progress()).isEqualTo(Progress.NOW);
        assertThat(view.mayWithdraw()).isTrue();
        assertThat(view.history())
                .extracting(HistoryLine::kind)
                .containsExactly("filed", "received", "forwarded", "supplement-requested");
        assertThat(mine.of(MAI, Language.VI).getFirst().toDo()).isTrue();
        assertThat(mine.of(OTHER, Language.VI)).isEmpty();
        assertThat(statements.during(() -> applicant.open(MAI, ref, Language.EN)))
                .hasSize(2);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> applicant.open(OTHER, ref, Language.VI));
    }

    @Test
    void whoHasTheCodeSeesHowFarItIsAndNothingPersonal() {
        var confirmation = filing.file(now(MAI, 0), request("Nguyễn Thị Mai", Map.of()));
        var code = TrackingCode.typed(confirmation.code().grouped().toLowerCase(java.util.Locale.ROOT))
                .orElseThrow();

        var view = tracking.find(code, Language.VI).orElseThrow();

        assertThat(view.dossiers()).singleElement().satisfies(it -> {
            assertThat(it.stage()).isEqualTo(StageKind.SUBMITTED);
            assertThat(it.doors().getFirst().progress()).isEqualTo(Progress.NOW);
            assertThat(it.number()).isEmpty();
        });
        assertThat(view.toString()).doesNotContain("Mai").doesNotContain("010190000001");
        assertThat(statements.during(() -> tracking.find(code, Language.EN))).hasSize(2);
        assertThat(tracking.find(TrackingCode.random(new java.util.Random(7)), Language.VI))
                .isEmpty();
    }

    private java.util.List<DeskAction> actions(SignedIn.OfficerAt who, DossierId id) {
        return reading.open(who, id, clock.instant()).actions().stream()
                .map(AllowedAction::action)
                .toList();
    }

    private DossierId filed(String applicant) {
        return filing.file(now(MAI, 0), request(applicant, Map.of("child.fullName", "Nguyễn Văn An")))
                .dossiers()
                .getFirst()
                .id();
    }

    private Act now(SignedIn by, int version) {
        return act(by, version, clock.instant());
    }
}
