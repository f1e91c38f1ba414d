package vn.motcua.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Administrators;
import vn.motcua.identity.Capacity;
import vn.motcua.identity.Officer;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.Officers;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Who is appointed by one administrator and who by two, at the social insurance of the demonstration. */
@WholeProgram
class AppointmentsTest {

    private static final TenantId INSURANCE = new TenantId(1002);
    private static final String FIRST = "Nguyễn Thị Phương Nga";
    private static final String LEADER = "insurance-director";
    private static final String RECEIVER = "insurance-receiver";

    @Autowired
    Appointments appointments;

    @Autowired
    Administrators administrators;

    @Autowired
    Officers officers;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private Visit first;
    private Administrator second;

    @BeforeEach
    void twoAdministrators() {
        clock.set("2026-11-23T08:00");
        first = new Visit("http://localhost:" + port).as(FIRST);
        if (names().size() == 1) {
            // Nobody is there to confirm, so the second comes at once.
            assertThat(propose("second." + Ids.next()).statusCode()).isEqualTo(302);
            assertThat(names()).hasSize(2);
            assertThat(first.get("/admin/changes").body()).contains("Không có thay đổi nào chờ xác nhận");
        }
        second = in(administrators::all).stream()
                .filter(it -> !it.name().equals(FIRST))
                .findFirst()
                .map(it -> new Administrator(it.account(), INSURANCE, it.name()))
                .orElseThrow();
    }

    @Test
    void theThirdAdministratorNeedsTwoAndTheSecretIsNotKept() {
        var userName = "third." + Ids.next();
        var before = names();

        assertThat(propose(userName).statusCode()).isEqualTo(302);

        assertThat(names()).isEqualTo(before);
        var change = waiting();
        assertThat(first.get("/admin/changes").body()).contains("Quản Trị Mới", "Rút lại", "Người khác phải xác nhận");
        assertThat(first.fill("/admin/changes", "/admin/changes/" + change + "/confirm", Map.of())
                        .statusCode())
                .isEqualTo(409);
        in(() -> {
            appointments.confirm(second, change);
            return change;
        });
        assertThat(names()).hasSize(before.size() + 1);
        assertThat(ask("select (proposal ->> 'passwordHash') is null from change_request where id = :id", change))
                .isEqualTo("t");
        assertThat(first.fill("/admin/changes", "/admin/changes/" + change + "/refuse", Map.of())
                        .statusCode())
                .isEqualTo(409);
        assertThat(lines(change)).containsExactly("administrator-proposed", "administrator-confirmed");
        deactivate(change);
    }

    @Test
    void aLeaderIsAppointedByTwoAndTheDatabaseHoldsToIt() {
        var officer = officer("Chưa Có Vị Trí");

        var answer = appoint(officer, LEADER, "2026-12-01", "");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/admin/changes");
        assertThat(positions(officer)).isEmpty();
        var change = waiting();
        assertThatThrownBy(() -> in(() -> db.sql("""
                                update change_request set decision = 'CONFIRMED', decided_by = proposed_by, decided_at = now()
                                where id = :id
                                """).param("id", change).update()))
                .isInstanceOf(DataIntegrityViolationException.class);
        in(() -> {
            appointments.confirm(second, change);
            return change;
        });
        assertThat(positions(officer)).containsExactly(LEADER + " 2026-12-01 ");
        assertThat(lines(officer)).containsExactly("appointment-proposed", "appointment-confirmed");
        assertThatThrownBy(() -> in(() -> {
                    appointments.confirm(second, change);
                    return change;
                }))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoInspectsOrSupervisesIsAppointedByTwoToo() {
        for (var role : List.of("inspector", "sector-supervisor")) {
            var officer = officer("Người Giám Sát");

            appoint(officer, role, "2026-12-01", "");

            assertThat(positions(officer)).isEmpty();
            var change = waiting();
            in(() -> {
                appointments.confirm(second, change);
                return change;
            });
            assertThat(positions(officer)).containsExactly(role + " 2026-12-01 ");
            assertThat(lines(officer)).containsExactly("appointment-proposed", "appointment-confirmed");
        }
        assertThat(first.get("/admin/officers/new").body()).doesNotContain("value=\"inspector\"");
    }

    @Test
    void aRefusedProposalGivesNothing() {
        var officer = officer("Bị Từ Chối");
        appoint(officer, LEADER, "2026-12-01", "");
        var change = waiting();

        in(() -> {
            appointments.refuse(second, change);
            return change;
        });

        assertThat(positions(officer)).isEmpty();
        assertThat(first.get("/admin/changes").body()).doesNotContain("Bị Từ Chối");
    }

    @Test
    void othersAreAppointedAtOnceAndEndWithADay() {
        var officer = officer("Cán Bộ Mới");

        assertThat(appoint(officer, RECEIVER, "2026-11-23", "").statusCode()).isEqualTo(302);
        assertThat(positions(officer)).containsExactly(RECEIVER + " 2026-11-23 ");
        assertThat(appoint(officer, RECEIVER, "2027-01-01", "").statusCode())
                .as("held already")
                .isEqualTo(422);
        assertThat(appoint(officer, "insurance-collector", "2027-01-02", "2027-01-01")
                        .statusCode())
                .isEqualTo(422);
        assertThat(appoint(officer, "insurance-collector", "", "").body()).contains("Hãy ghi ngày bắt đầu");
        assertThat(appoint(officer, "nobody", "2027-01-01", "").statusCode()).isEqualTo(422);

        var position = ask("select id from position where officer = :id", officer);
        var end = "/admin/officers/" + officer + "/positions/" + position + "/end";
        assertThat(first.fill("/admin/changes", end, Map.of("last", "2026-11-22"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(first.fill("/admin/changes", end, Map.of("last", "2026-11-30"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(positions(officer)).containsExactly(RECEIVER + " 2026-11-23 2026-11-30");
        assertThat(appoint(officer, RECEIVER, "2026-12-01", "").statusCode()).isEqualTo(302);
        assertThat(lines(officer)).containsExactly("appointed", "position-ended", "appointed");
    }

    @Test
    void nobodyBecomesALeaderThroughTheFormOfNewOfficers() {
        var fields = Map.of(
                "command",
                Ids.next().toString(),
                "name",
                "Lãnh Đạo Lén",
                "userName",
                "len." + Ids.next(),
                "password",
                "một câu đủ dài",
                "unit",
                unit(),
                "kind",
                LEADER);

        var answer = first.fill("/admin/officers/new", "/admin/officers", fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Lãnh đạo và người giám sát do hai quản trị viên bổ nhiệm");
    }

    @Test
    void anotherAgencysOfficersAndChangesDoNotExist() {
        var officer = officer("Của Bảo Hiểm");
        appoint(officer, LEADER, "2026-12-01", "");
        var change = waiting();
        var elsewhere = new Visit("http://localhost:" + port).as("Vũ Thị Thu Trang");

        assertThat(elsewhere.get("/admin/officers/" + officer).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/admin/changes").body()).doesNotContain("Của Bảo Hiểm");
        assertThat(elsewhere
                        .fill("/admin/changes", "/admin/changes/" + change + "/confirm", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(positions(officer)).isEmpty();
        in(() -> {
            appointments.refuse(second, change);
            return change;
        });
    }

    private java.net.http.HttpResponse<String> propose(String userName) {
        return first.fill(
                "/admin/administrators/new",
                "/admin/administrators",
                Map.of(
                        "command",
                        Ids.next().toString(),
                        "name",
                        "Quản Trị Mới",
                        "userName",
                        userName,
                        "password",
                        "một câu đủ dài"));
    }

    private java.net.http.HttpResponse<String> appoint(UUID officer, String role, String from, String to) {
        var fields = new HashMap<>(Map.of("command", Ids.next().toString(), "unit", unit(), "role", role));
        fields.put("from", from);
        fields.put("to", to);
        return first.fill("/admin/officers/" + officer, "/admin/officers/" + officer + "/positions", fields);
    }

    @Test
    void anOfficersTitleHoldsFromNowOnAndWhatIsNoneIsRefused() {
        var officer = officer("Cầm Thị Lan");
        var page = "/admin/officers/" + officer;
        for (var wrong : List.of("", "   ", "phó giám đốc", "Giám đốc/Phó Giám đốc", "P" + "h".repeat(100))) {
            var refused = title(page, wrong, "");
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(refused.body()).contains("Chức vụ bắt đầu bằng chữ hoa, từ 2 đến 100 chữ");
        }
        var authority = title(page, "Phó Giám đốc", "Thay mặt Giám đốc");
        assertThat(authority.statusCode()).isEqualTo(422);
        assertThat(authority.body()).contains("TM., KT., TL., TUQ. hoặc Q.");
        assertThat(in(() -> appointments.title(new OfficerId(officer)))).isEmpty();

        assertThat(title(page, "Phó Giám đốc", "KT. Giám đốc").statusCode()).isEqualTo(302);

        assertThat(in(() -> appointments.title(new OfficerId(officer))).map(Capacity::said))
                .contains("KT. Giám đốc\nPhó Giám đốc");
        assertThat(first.get(page).body()).contains("value=\"Phó Giám đốc\"", "value=\"KT. Giám đốc\"");
        assertThat(lines(officer)).containsExactly("officer-titled");
    }

    private java.net.http.HttpResponse<String> title(String page, String title, String authority) {
        return first.fill(
                page,
                page + "/title",
                Map.of("command", Ids.next().toString(), "title", title, "authority", authority));
    }

    private UUID officer(String name) {
        var id = Ids.next();
        in(() -> {
            officers.save(new Officer(INSURANCE, new OfficerId(id), name, List.of()));
            return id;
        });
        return id;
    }

    private List<String> positions(UUID officer) {
        return in(() -> officers.officer(new OfficerId(officer))).orElseThrow().positions().stream()
                .map(it -> it.role() + " " + it.from() + " "
                        + it.to().map(LocalDate::toString).orElse(""))
                .toList();
    }

    private List<String> names() {
        return in(administrators::all).stream().map(Administrators.Named::name).toList();
    }

    private UUID waiting() {
        var me = in(administrators::all).stream()
                .filter(it -> it.name().equals(FIRST))
                .map(Administrators.Named::account)
                .findFirst()
                .orElse(new AccountId(Ids.next()));
        var all = in(() -> appointments.waiting(new Administrator(me, INSURANCE, FIRST)));
        assertThat(all).hasSize(1).allMatch(Appointments.Waiting::mine);
        return all.getFirst().id();
    }

    private List<String> lines(UUID about) {
        return in(() -> db.sql("""
                        select act from audit_record
                        where tenant_id = 1002 and subject = :id and purpose = 'administer' order by transaction, id
                        """).param("id", about).query(String.class).list());
    }

    private void deactivate(UUID account) {
        in(() -> db.sql("update account set active = false where tenant_id = 1002 and id = :id")
                .param("id", account)
                .update());
    }

    private String unit() {
        return in(() -> db.sql("select id::text from unit where tenant_id = 1002 order by id limit 1")
                .query(String.class)
                .single());
    }

    private String ask(String question, UUID id) {
        return in(() -> Optional.ofNullable(
                        db.sql(question).param("id", id).query(String.class).single()))
                .orElse("");
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(INSURANCE)
                .call(() -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
    }
}
