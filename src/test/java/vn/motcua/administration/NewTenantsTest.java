package vn.motcua.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Person;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Who lets a province or a national body take part, and what it has then. */
@WholeProgram
class NewTenantsTest {

    private static final String ONE = "Đàm Thị Bích Hạnh";
    private static final String OTHER = "Lương Công Đoàn";
    private static final String PASSWORD = "một câu dài dễ nhớ";

    @Autowired
    Units units;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private Visit one;
    private Visit other;

    @BeforeEach
    void twoNationalAdministrators() {
        clock.set("2026-11-23T08:00");
        one = visit().as(ONE);
        other = visit().as(OTHER);
    }

    @Test
    void aProvinceTakesPartByTwoAndItsFirstAdministratorComesByACode() {
        var change = proposed("04", "Tỉnh Cao Bằng", "Ủy ban nhân dân tỉnh Cao Bằng", "H04");

        assertThat(units.tenant(new TenantId(4))).isEmpty();
        assertThat(decide(one, change, "confirm"))
                .as("nobody confirms their own")
                .isEqualTo(409);
        assertThat(other.get("/admin/changes").body())
                .contains(
                        "Tỉnh Cao Bằng tham gia hệ thống",
                        "Mang số 4",
                        "Đơn vị đầu tiên: Ủy ban nhân dân tỉnh Cao Bằng");
        assertThat(decide(other, change, "confirm")).isEqualTo(302);
        assertThat(decide(other, change, "confirm")).as("once").isEqualTo(409);

        var tenant = new TenantId(4);
        assertThat(units.of(tenant)).extracting(Unit::name).containsExactly("Ủy ban nhân dân tỉnh Cao Bằng");
        assertThat(count(tenant, "select count(*) from account where tenant_id = 4"))
                .isZero();
        var old = code(4);
        var code = code(4);
        assertThat(accept(old, "cao-bang").statusCode()).as("an earlier code").isEqualTo(422);
        var accepted = accept(code.toLowerCase(Locale.ROOT), "cao-bang");
        assertThat(accepted.statusCode()).isEqualTo(302);
        assertThat(accept(code, "cao-bang-2").statusCode()).as("once").isEqualTo(422);
        assertThat(one.fill("/admin/tenants", "/admin/tenants/4/invitation", Map.of())
                        .statusCode())
                .as("there is an administrator now")
                .isEqualTo(404);
        assertThat(one.get("/admin/tenants").body()).contains("Tỉnh Cao Bằng", "Đã có quản trị viên");
        assertThat(count(tenant, "select count(*) from account where tenant_id = 4 and kind = 'ADMINISTRATOR'"))
                .isEqualTo(1);
        assertThat(acts(TenantId.NATIONAL, change)).containsExactly("tenant-proposed", "tenant-confirmed");
        assertThat(count(
                        tenant,
                        "select count(*) from audit_record where tenant_id = 4 and act in"
                                + " ('tenant-made', 'unit-added', 'administrator-invited', 'administrator-made')"))
                .isEqualTo(5);
    }

    @Test
    void aCodeIsGoodForAWeek() {
        var change = proposed("", "Thanh tra Chính phủ", "Thanh tra Chính phủ", "G17");
        assertThat(decide(other, change, "confirm")).isEqualTo(302);
        var number = units.tenants().stream()
                .filter(it -> it.name().equals("Thanh tra Chính phủ"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(number.value()).isGreaterThan(1003);
        var code = codeInABrowser(number.value());

        clock.set("2026-11-30T08:01");

        var late = accept(code, "thanh-tra");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Nguyễn Quản Trị").doesNotContain(PASSWORD);
    }

    @Test
    void whatCannotTakePartIsRefusedWithAReason() {
        assertThat(propose("15", "Tỉnh Lào Cai", "Ủy ban nhân dân", "").body()).contains("Tỉnh Lào Cai đã tham gia");
        assertThat(propose("99", "Tỉnh Không Có", "Ủy ban nhân dân", "").statusCode())
                .isEqualTo(422);
        assertThat(propose("11", "", "Ủy ban nhân dân", "").statusCode()).isEqualTo(422);
        assertThat(propose("11", "Tỉnh Điện Biên", "", "").statusCode()).isEqualTo(422);
        assertThat(propose("11", "Tỉnh Điện Biên", "Ủy ban nhân dân", "H38").statusCode())
                .as("the code of an agency of Lào Cai")
                .isEqualTo(422);
        var change = proposed("11", "Tỉnh Điện Biên", "Ủy ban nhân dân tỉnh Điện Biên", "");
        assertThat(propose("11", "Tỉnh Điện Biên", "Ủy ban nhân dân tỉnh Điện Biên", "")
                        .body())
                .contains("đang chờ xác nhận");
        assertThat(decide(other, change, "refuse")).isEqualTo(302);
        assertThat(units.tenant(new TenantId(11))).isEmpty();
    }

    @Test
    void anAgencysAdministratorHasNoSuchPageAndANationalOneNoUnits() {
        var agencys = visit().as("Vũ Thị Thu Trang");

        assertThat(agencys.get("/admin/tenants").statusCode()).isEqualTo(404);
        assertThat(agencys.fill("/admin/calendar", "/admin/tenants", fields("11", "Tỉnh", "Ủy ban", ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(agencys.fill("/admin/calendar", "/admin/tenants/15/invitation", Map.of())
                        .statusCode())
                .isEqualTo(404);
        var unit =
                Map.of("command", Ids.next().toString(), "name", "Đơn vị lạ", "kind", "tax-office", "place", "00004");
        assertThat(one.fill("/admin/tenants", "/admin/units", unit).statusCode())
                .isEqualTo(404);
        assertThat(one.get("/admin").body())
                .contains("Toàn quốc", "Cơ quan tham gia")
                .doesNotContain("Thêm đơn vị");
    }

    private UUID proposed(String province, String name, String unit, String agencyCode) {
        var fields = fields(province, name, unit, agencyCode);
        var answer = one.fill("/admin/tenants", "/admin/tenants", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return UUID.fromString(Objects.requireNonNull(fields.get("command")));
    }

    private java.net.http.HttpResponse<String> propose(String province, String name, String unit, String agencyCode) {
        var answer = one.fill("/admin/tenants", "/admin/tenants", fields(province, name, unit, agencyCode));
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer;
    }

    private static Map<String, String> fields(String province, String name, String unit, String agencyCode) {
        return new HashMap<>(Map.of(
                "command",
                Ids.next().toString(),
                "province",
                province,
                "name",
                name,
                "unit",
                unit,
                "kind",
                "provincial-committee",
                "agencyCode",
                agencyCode));
    }

    private int decide(Visit who, UUID change, String word) {
        return who.fill("/admin/changes", "/admin/changes/" + change + "/" + word, Map.of())
                .statusCode();
    }

    private String code(int tenant) {
        var answer = one.fill("/admin/tenants", "/admin/tenants/" + tenant + "/invitation", Map.of());
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        return Visit.first(answer.body(), ">(" + tenant + "(?:-[A-Z2-9]{5}){4})<");
    }

    /** The page that shows it, looked at. */
    private String codeInABrowser(int tenant) {
        try (var person = new Person("http://localhost:" + port, 360, true).as(ONE)) {
            person.open("/admin/tenants").press("form[action$='/admin/tenants/" + tenant + "/invitation'] button");
            var code = person.page().locator("main strong.number").innerText();
            assertThat(PageCheck.faults(person.page())).isEmpty();
            return code;
        }
    }

    private java.net.http.HttpResponse<String> accept(String code, String userName) {
        return visit().fill(
                        "/invitation",
                        "/invitation",
                        Map.of("code", code, "name", "Nguyễn Quản Trị", "userName", userName, "password", PASSWORD));
    }

    private List<String> acts(TenantId tenant, UUID about) {
        return in(
                tenant,
                () -> db.sql("""
                        select act from audit_record
                        where tenant_id = :tenant and subject = :id and purpose = 'administer' order by transaction, id
                        """)
                        .param("tenant", tenant.value())
                        .param("id", about)
                        .query(String.class)
                        .list());
    }

    private int count(TenantId tenant, String question) {
        return in(tenant, () -> db.sql(question).query(Integer.class).single());
    }

    private Visit visit() {
        return new Visit("http://localhost:" + port);
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return Scope.of(tenant)
                .call(() -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
    }
}
