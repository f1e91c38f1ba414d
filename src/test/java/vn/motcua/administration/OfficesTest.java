package vn.motcua.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.PositionId;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.StandIns;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What changes in an agency besides its dossiers, in a real database: units on their day, leave, the calendar. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=units")
class OfficesTest {

    private static final String LEADER = "Vũ Đức Thành";
    private static final String SPECIALIST = "Phạm Quốc Việt";
    private static final String CLERK = "Lù Thị Hiền";
    private static final Administrator ONE =
            new Administrator(new AccountId(new UUID(15, 1)), TaVan.LAO_CAI, "Quản Trị Một");
    private static final Administrator TWO =
            new Administrator(new AccountId(new UUID(15, 2)), TaVan.LAO_CAI, "Quản Trị Hai");

    @Autowired
    TaVan taVan;

    @Autowired
    UnitChanges units;

    @Autowired
    UnitRounds rounds;

    @Autowired
    CalendarChanges calendars;

    @Autowired
    DueRounds reviews;

    @Autowired
    Appointments appointments;

    @Autowired
    StandIns standIns;

    @Autowired
    Absences absences;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aPlannedChangeHappensOnItsDayAndOnce() {
        var social = unit("Phòng Văn hóa – Xã hội xã Tả Van");
        var economic = unit("Phòng Kinh tế xã Tả Van");
        var id = Ids.next();
        var typed = new HashMap<>(Map.of("kind", "end", "unit", social, "day", "2026-12-01"));
        typed.putAll(Map.of("decision", "20/QĐ-UBND", "decisionDay", "2026-11-20"));
        refused(AdministrationRefusal.DAY_OVER, () -> {
            var late = new HashMap<>(typed);
            late.put("day", "2026-11-20");
            return units.propose(ONE, Ids.next(), late);
        });
        refused(AdministrationRefusal.DECISION_MISSING, () -> {
            var bare = new HashMap<>(typed);
            bare.remove("decision");
            return units.propose(ONE, Ids.next(), bare);
        });
        typed.put("successor", economic);

        in(() -> units.propose(ONE, id, typed));
        refused(AdministrationRefusal.SECOND_PERSON_NEEDED, () -> confirm(ONE, id));
        in(() -> confirm(TWO, id));
        refused(AdministrationRefusal.UNIT_PLANNED_ALREADY, () -> units.propose(ONE, Ids.next(), typed));

        rounds.go();
        assertThat(positions("Dương Đức Vinh")).containsExactly(social + " open");
        clock.set("2026-12-01T00:01");
        rounds.go();
        rounds.go();

        assertThat(positions("Dương Đức Vinh")).containsExactly(social + " 2026-11-30", economic + " open");
        assertThat(ask("select valid_to::text from unit where id = cast(:it as uuid)", social))
                .containsExactly("2026-11-30");
        assertThat(ask("select positions || ' ' || dossiers from unit_change where id = cast(:it as uuid)", id + ""))
                .containsExactly("2 0");
        assertThat(ask(
                        "select act from audit_record where subject = cast(:it as uuid) order by transaction, id",
                        social))
                .containsExactly("unit-change-proposed", "unit-change-confirmed", "unit-change-done");
    }

    @Test
    void whatTheAbsentHaveTakenGoesBackIntoTheTrayOrToTheStandIn() {
        var life = taVan.birth("Lý Thị Mẩy").received().claimed();
        var leader = new Visit("http://localhost:" + port).as(LEADER);

        assertThat(leave(leader, "KEEP", "").statusCode()).isEqualTo(302);
        var page = leader.get("/absences").body();
        assertThat(page).contains("đang nghỉ", SPECIALIST, life.ref.id().toString());
        assertThat(leave(leader, "TRAY", "").body()).contains("Cán bộ đã có ngày nghỉ");
        assertThat(leader.fill(
                                "/absences",
                                "/absences/claims",
                                Map.of(
                                        "command",
                                        Ids.next().toString(),
                                        "dossier",
                                        life.ref.id().toString(),
                                        "step",
                                        "appraisal",
                                        "to",
                                        ""))
                        .statusCode())
                .isEqualTo(302);
        assertThat(taker(life)).isEmpty();
        assertThat(leader.get("/absences").body()).doesNotContain(life.ref.id().toString());
        clock.set("2026-11-28T08:00");
        assertThat(leader.get("/absences").body()).as("it ended by itself").contains("Không có ai nghỉ");

        clock.set("2026-11-30T08:00");
        life.claimed();
        assertThat(leave(leader, "STAND_IN", "").body()).contains("Chưa chọn người làm thay");
        assertThat(leave(leader, "STAND_IN", CLERK).statusCode()).isEqualTo(302);
        assertThat(taker(life)).containsExactly(CLERK);
        assertThat(ask(
                        "select kind from dossier_event where dossier = cast(:it as uuid) order by version",
                        life.ref.id().toString()))
                .endsWith("step-claimed", "step-assigned", "step-claimed", "step-assigned");
        assertThat(new Visit("http://localhost:" + port)
                        .as(SPECIALIST)
                        .get("/absences")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whomAnAdministratorWantsInALeadersPlaceAnotherOneConfirms() {
        var wanted = inPlaceOf(LEADER);

        assertThat(in(() -> standIns.arrange(ONE, wanted))).isEqualTo(StandIns.Step.WAITS);
        assertThat(in(() -> standIns.arrange(ONE, wanted))).as("sent twice").isEqualTo(StandIns.Step.WAITS);
        assertThat(standsIn(CLERK)).isEmpty();
        refused(
                AdministrationRefusal.SECOND_PERSON_NEEDED,
                () -> confirm(ONE, wanted.id().value()));
        var page = new Visit("http://localhost:" + port)
                .as("Vũ Thị Thu Trang")
                .get("/admin/changes")
                .body();
        assertThat(page).contains(CLERK + " làm thay " + LEADER);
        in(() -> confirm(TWO, wanted.id().value()));

        assertThat(standsIn(CLERK)).containsExactly("commune-leader 2026-11-23 2026-11-26");
        assertThat(ask(
                        "select act from audit_record where subject = cast(:it as uuid) order by transaction, id",
                        wanted.id().toString()))
                .containsExactly("stand-in-proposed", "stand-in-arranged");
        in(() -> {
            standIns.end(ONE, wanted.id());
            return true;
        });
        assertThat(standsIn(CLERK)).isEmpty();
        assertThat(in(() -> standIns.arrange(ONE, inPlaceOf(SPECIALIST))))
                .as("who leads nobody")
                .isEqualTo(StandIns.Step.DONE);
    }

    @Test
    void aLeadersLeaveDoesNotGiveTheirRightsByOneAdministrator() {
        var leave = new Absence(
                Ids.next(),
                officer(LEADER),
                today(),
                today().plusDays(3),
                Absence.Reason.SICK,
                Absence.Claims.TRAY,
                Optional.of(officer(CLERK)));

        assertThat(in(() -> absences.record(ONE, leave))).isEqualTo(StandIns.Step.WAITS);

        assertThat(standsIn(CLERK)).isEmpty();
        assertThat(in(() -> appointments.waiting(TWO))).hasSize(1);
        in(() -> {
            absences.end(ONE, leave.id());
            return true;
        });
        assertThat(in(() -> appointments.waiting(TWO)))
                .as("withdrawn with the leave")
                .isEmpty();
    }

    private StandIns.Wanted inPlaceOf(String name) {
        var position = ((OfficerAt) taVan.named(name)).positions().getFirst();
        return new StandIns.Wanted(
                new PositionId(Ids.next()), position.id(), officer(CLERK), today(), today().plusDays(3));
    }

    private OfficerId officer(String name) {
        return ((OfficerAt) taVan.named(name)).officer();
    }

    private List<String> standsIn(String name) {
        return ask("""
                        select p.role || ' ' || p.from_day || ' ' || p.to_day from position p
                        join officer o on o.tenant_id = p.tenant_id and o.id = p.officer
                        where o.name = :it and p.stands_in_for is not null and p.ended_at is null and p.role = 'commune-leader'
                        """, name);
    }

    @Test
    void dueMomentsMoveOnlyWhenSomebodyHasSeenTheDifference() {
        var before = taVan.birth("Lý Thị Mẩy").received();
        var due = before.seen().due().orElseThrow().at();
        var administrator = new Visit("http://localhost:" + port).as("Vũ Thị Thu Trang");
        var closed = new HashMap<>(Map.of(
                "unit",
                unit("Ủy ban nhân dân xã Tả Van"),
                "day1",
                "2026-11-23",
                "kind1",
                "CLOSED",
                "name1",
                "mưa lũ",
                "decision",
                "3/TB-UBND",
                "decisionDay",
                "2026-11-23"));
        closed.put("command", Ids.next().toString());
        var wrong = new HashMap<>(closed);
        wrong.put("day1", "2026-11-01");
        wrong.put("command", Ids.next().toString());
        assertThat(administrator
                        .fill("/admin/calendar", "/admin/calendar", wrong)
                        .statusCode())
                .isEqualTo(422);
        hoursOfOneDay(administrator, closed);
        assertThat(administrator
                        .fill("/admin/calendar", "/admin/calendar", closed)
                        .statusCode())
                .isEqualTo(302);
        assertThat(looked(administrator)).contains("Không có ngày hẹn nào đổi");

        in(() -> confirm(TWO, UUID.fromString(closed.get("command"))));

        assertThat(before.seen().due().orElseThrow().at())
                .as("nothing moves by itself")
                .isEqualTo(due);
        var number = before.seen().number().orElseThrow().value();
        var meanwhile = taVan.birth("Lý Thị Mẩy");
        var page = looked(administrator);
        assertThat(page).contains(number, "Muộn hơn 2 ngày: 1 hồ sơ", "value=\"3/TB-UBND");
        var move = new HashMap<>(Map.of("review", Visit.first(page, "name=\"review\" value=\"([^\"]+)\"")));
        assertThat(moved(administrator, move).statusCode())
                .as("without a reason")
                .isEqualTo(422);
        move.put("reason", "3/TB-UBND");
        meanwhile.received();
        assertThat(moved(administrator, move).statusCode()).isEqualTo(302);
        assertThat(administrator.get("/admin/calendar/due").body()).contains("Đã tính lại 0 trên");
        reviews.go();
        assertThat(moved(administrator, move).statusCode()).as("sent twice").isEqualTo(302);
        assertThat(administrator.get("/admin/calendar/due").body()).contains("Đã tính lại ngày hẹn của");

        var moved = before.seen().due().orElseThrow();
        assertThat(moved.at()).isAfter(due);
        assertThat(moved.calendarVersion()).isNotEqualTo("");
        var after = taVan.birth("Lý Thị Mẩy").received();
        assertThat(after.seen().due().orElseThrow().at()).isEqualTo(moved.at());
        assertThat(before.seen().history().getLast().what()).contains("Tính lại ngày hẹn trả");
        assertThat(new Visit("http://localhost:" + port)
                        .as("Lý Thị Mẩy")
                        .get(before.path())
                        .body())
                .contains("Tính lại ngày hẹn trả");
        assertThat(looked(administrator)).contains("Không có ngày hẹn nào đổi");
    }

    @Test
    void aDueMomentIsNotMovedWhenTheDossierChangedAfterTheLook() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        var other = taVan.birth("Lý Thị Mẩy").received();
        var due = life.seen().due().orElseThrow().at();
        var administrator = new Visit("http://localhost:" + port).as("Vũ Thị Thu Trang");
        countedByAnOlderCalendar(life);
        countedByAnOlderCalendar(other);
        var page = looked(administrator);
        var number = life.seen().number().orElseThrow().value();
        assertThat(page).contains(number);
        life.claimed();

        moved(
                administrator,
                Map.of("review", Visit.first(page, "name=\"review\" value=\"([^\"]+)\""), "reason", "4/TB-UBND"));
        reviews.go();

        assertThat(administrator.get("/admin/calendar/due").body())
                .contains("hồ sơ giữ nguyên ngày hẹn vì hồ sơ hoặc lịch đã thay đổi", number);
        assertThat(life.seen().due().orElseThrow().at()).isBefore(due);
        assertThat(other.seen().due().orElseThrow().at()).isEqualTo(due);
        assertThat(looked(administrator)).contains(number);
    }

    @Test
    void aDossierThatCannotBeReadStopsNoReview() {
        var broken = taVan.birth("Lý Thị Mẩy").received();
        var life = taVan.birth("Lý Thị Mẩy").received();
        var due = life.seen().due().orElseThrow().at();
        var administrator = new Visit("http://localhost:" + port).as("Vũ Thị Thu Trang");
        countedByAnOlderCalendar(broken);
        countedByAnOlderCalendar(life);
        var revision = UUID.fromString(ask(
                        "select revision::text from dossier where id = cast(:it as uuid)",
                        broken.ref.id().toString())
                .getFirst());
        of(broken, new UUID(0, 1));
        try {
            var page = looked(administrator);
            assertThat(page).contains(life.seen().number().orElseThrow().value());
            moved(
                    administrator,
                    Map.of("review", Visit.first(page, "name=\"review\" value=\"([^\"]+)\""), "reason", "6/TB-UBND"));
            reviews.go();
            assertThat(life.seen().due().orElseThrow().at()).isEqualTo(due);
        } finally {
            of(broken, revision);
        }
        assertThat(looked(administrator))
                .as("looked at again")
                .contains(broken.seen().number().orElseThrow().value());
    }

    private void of(TaVan.Life life, UUID revision) {
        in(() -> db.sql("update dossier set revision = :revision where tenant_id = 15 and id = :it")
                .param("revision", revision)
                .param("it", life.ref.id().value())
                .update());
    }

    @Test
    void twoNodesMoveEachDueMomentOnce() throws Exception {
        var lives = IntStream.range(0, 60)
                .mapToObj(_ -> taVan.birth("Lý Thị Mẩy").received())
                .toList();
        var administrator = new Visit("http://localhost:" + port).as("Vũ Thị Thu Trang");
        lives.forEach(this::countedByAnOlderCalendar);
        var page = looked(administrator);
        moved(
                administrator,
                Map.of("review", Visit.first(page, "name=\"review\" value=\"([^\"]+)\""), "reason", "5/TB-UBND"));
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var node : List.of(nodes.submit(reviews::go), nodes.submit(reviews::go))) {
                node.get();
            }
        }
        reviews.go();

        assertThat(lives)
                .allSatisfy(it -> assertThat(ask("""
                                select kind from dossier_event
                                where dossier = cast(:it as uuid) and kind = 'due-recomputed'
                                """, it.ref.id().toString())).hasSize(1));
        assertThat(looked(administrator)).contains("Không có ngày hẹn nào đổi");
    }

    /** Hours of one day alone: refused where they do not go with the day, and on the list once they are confirmed. */
    private void hoursOfOneDay(Visit administrator, Map<String, String> typed) {
        var noon = new HashMap<>(typed);
        noon.putAll(Map.of("day1", "2027-06-30", "kind1", "OWN_HOURS", "name1", "kiểm kê cuối năm"));
        for (var wrong : List.of(
                Map.of("hours1", ""),
                Map.of("hours1", "sáng"),
                Map.of("hours1", "07:30-11:30", "kind1", "CLOSED"),
                Map.of("hours1", "07:30-11:30", "day1", "2027-06-26"))) {
            var refused = new HashMap<>(noon);
            refused.putAll(wrong);
            refused.put("command", Ids.next().toString());
            var page = administrator.fill("/admin/calendar", "/admin/calendar", refused);
            assertThat(page.statusCode()).as(wrong.toString()).isEqualTo(422);
            assertThat(page.body()).contains("Giờ riêng của ngày");
        }
        noon.put("hours1", "07:30-11:30");
        noon.put("command", Ids.next().toString());
        assertThat(administrator
                        .fill("/admin/calendar", "/admin/calendar", noon)
                        .statusCode())
                .isEqualTo(302);
        in(() -> confirm(TWO, UUID.fromString(noon.get("command"))));
        assertThat(administrator.get("/admin/calendar").body())
                .contains("30/06/2027: chỉ làm việc 07:30-11:30, kiểm kê cuối năm (3/TB-UBND");
    }

    /** What stands in the row after a change of the national calendar, which comes with a new program. */
    private void countedByAnOlderCalendar(TaVan.Life life) {
        in(() -> db.sql("update dossier set due_at = due_at - interval '1 day' where tenant_id = 15 and id = :it")
                .param("it", life.ref.id().value())
                .update());
    }

    private String looked(Visit administrator) {
        administrator.fill(
                "/admin/calendar/due",
                "/admin/calendar/due",
                Map.of("command", Ids.next().toString()));
        assertThat(administrator.get("/admin/calendar/due").body()).contains("Đã xem 0 trên", "every 2s");
        reviews.go();
        return administrator.get("/admin/calendar/due").body();
    }

    private static java.net.http.HttpResponse<String> moved(Visit administrator, Map<String, String> move) {
        return administrator.fill("/admin/calendar/due", "/admin/calendar/due/move", move);
    }

    private java.net.http.HttpResponse<String> leave(Visit leader, String claims, String standIn) {
        var page = leader.get("/absences").body();
        var fields = new HashMap<>(Map.of("command", Ids.next().toString(), "reason", "SICK", "claims", claims));
        fields.put("officer", option(page, "officer", SPECIALIST));
        fields.put("from", today().toString());
        fields.put("until", today().plusDays(3).toString());
        fields.put("standIn", standIn.isEmpty() ? "" : option(page, "standIn", standIn));
        return leader.fill("/absences", "/absences", fields);
    }

    private static String option(String page, String field, String name) {
        return Visit.first(page.substring(page.indexOf("name=\"" + field + "\"")), "value=\"([0-9a-f-]{36})\">" + name);
    }

    private LocalDate today() {
        return vn.motcua.shared.VietnamTime.dayOf(clock.instant());
    }

    private List<String> taker(TaVan.Life life) {
        return ask("""
                        select o.name from route_token t join officer o on o.id = t.officer
                        where t.dossier = cast(:it as uuid) and t.state = 'OPEN'
                        """, life.ref.id().toString());
    }

    private List<String> positions(String name) {
        return ask("""
                        select p.unit || ' ' || coalesce(p.to_day::text, 'open') from position p
                        join officer o on o.tenant_id = p.tenant_id and o.id = p.officer
                        where o.name = :it order by p.from_day
                        """, name);
    }

    private String unit(String name) {
        return ask("select id::text from unit where tenant_id = 15 and name = :it", name)
                .getFirst();
    }

    private boolean confirm(Administrator who, UUID change) {
        appointments.confirm(who, change);
        return true;
    }

    private void refused(AdministrationRefusal code, Supplier<Object> act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> in(act))
                .matches(it -> it.code() == code, code.name());
    }

    private List<String> ask(String question, String it) {
        return in(() -> db.sql(question).param("it", it).query(String.class).list());
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
    }
}
