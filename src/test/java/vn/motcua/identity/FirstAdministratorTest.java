package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import vn.motcua.audit.Trail;
import vn.motcua.database.DataFolder;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.TenantId;
import vn.motcua.support.Authenticator;
import vn.motcua.support.Chromium;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Postgres;
import vn.motcua.support.Visit;

/** The story of an empty installation, told once from its first page on. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Postgres.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstAdministratorTest {

    private static final Authenticator AUTHENTICATOR = new Authenticator();
    private static final String PASSWORD = "một câu dài dễ nhớ";

    @Autowired
    Units units;

    @Autowired
    DataFolder folder;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    Administration administration;

    @Autowired
    AdministrativeUnits places;

    @Autowired
    Trail trail;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @Test
    @Order(1)
    void withoutTheDemonstrationThereAreNoPersonas() {
        var page = visit().get("/sign-in").body();

        assertThat(page).contains("Tên đăng nhập", "Mật khẩu").doesNotContain("Dữ liệu thử nghiệm");
        assertThat(visit().get("/sandbox/identity/.well-known/openid-configuration")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(2)
    void aWrongCodeMakesNothing() {
        var answer = visit().fill("/setup", "/setup", first("ABCDE-ABCDE-ABCDE-ABCDE", PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Mã cài đặt không đúng", "value=\"Ủy ban nhân dân xã Tả Van\"")
                .doesNotContain(PASSWORD);
        assertThat(units.tree().all()).isEmpty();
    }

    @Test
    @Order(3)
    void aShortPasswordMakesNothing() throws IOException {
        var answer = visit().fill("/setup", "/setup", first(code(), "ngắn"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("ít nhất 12 ký tự");
        assertThat(units.tree().all()).isEmpty();
    }

    @Test
    @Order(4)
    @Tag("long")
    void theSetupPagesAreValidAndAccessible() {
        try (var context = Chromium.person("http://localhost:" + port, 1280, true)) {
            var page = context.newPage();
            for (var path : new String[] {"/setup", "/en/setup", "/sign-in", "/en/sign-in"}) {
                page.navigate(path);
                assertThat(PageCheck.faults(page)).isEmpty();
                page.locator("main button.button").first().click();
                assertThat(page.locator(".error-summary").count()).as(path).isEqualTo(1);
                assertThat(PageCheck.faults(page)).isEmpty();
            }
        }
    }

    @Test
    @Order(5)
    void theRightCodeMakesTheAdministratorAndTheAgencyOnce() throws IOException {
        var answer = visit().fill("/setup", "/setup", first(code(), PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(units.of(new TenantId(15))).extracting(Unit::name).containsExactly("Ủy ban nhân dân xã Tả Van");
        assertThat(visit().get("/setup").statusCode()).isEqualTo(404);
        assertThat(folder.folder("setup").resolve("code")).doesNotExist();
    }

    @Test
    @Order(6)
    void theAdministratorAddsAUnitAndAnOfficerWhoCanSignIn() {
        var administrator = signedIn("quan-tri", PASSWORD);
        var unit = add(
                administrator,
                "/admin/units/new",
                "/admin/units",
                Map.of(
                        "name",
                        "Trung tâm Phục vụ hành chính công xã Tả Van",
                        "kind",
                        "commune-one-stop",
                        "place",
                        "03037"));
        assertThat(unit).isEqualTo(302);
        var oneStop = units.competent("commune-one-stop", "03037").orElseThrow();

        var officer = Map.of(
                "name", "Trần Thu Hà",
                "unit", oneStop.id().toString(),
                "kind", "receiver",
                "userName", "thu-ha",
                "password", "mật khẩu ban đầu");
        assertThat(add(administrator, "/admin/officers/new", "/admin/officers", officer))
                .isEqualTo(302);
        assertThat(add(administrator, "/admin/officers/new", "/admin/officers", officer))
                .as("the user name is taken")
                .isEqualTo(422);
        assertThat(administrator.get("/admin").body())
                .contains("Trần Thu Hà", "Người tiếp nhận hồ sơ, Trung tâm Phục vụ hành chính công xã Tả Van");

        var page = signedIn("thu-ha", "mật khẩu ban đầu").get("/session-ended").body();
        assertThat(page).contains("Trần Thu Hà");
    }

    @Test
    @Order(7)
    void aFormSentTwiceAddsOneUnit() {
        var administrator = signedIn("quan-tri", PASSWORD);
        var fields = Map.of(
                "name",
                "Phòng Kinh tế",
                "kind",
                "commune-economic-division",
                "command",
                "019b0000-0000-7000-8000-000000000001");
        administrator.fill("/admin/units/new", "/admin/units", fields);
        administrator.fill("/admin/units/new", "/admin/units", fields);

        assertThat(units.of(new TenantId(15)))
                .filteredOn(it -> it.name().equals("Phòng Kinh tế"))
                .hasSize(1);
    }

    @Test
    @Order(8)
    @Tag("long")
    void theAdministratorsPagesAreValidAndAccessible() {
        try (var context = Chromium.person("http://localhost:" + port, 1280, true)) {
            var page = context.newPage();
            page.navigate("/sign-in?to=/admin");
            page.fill("#userName", "quan-tri");
            page.fill("#password", PASSWORD);
            page.locator("main button.button").click();
            assertThat(PageCheck.faults(page)).isEmpty();
            page.fill("#code", AUTHENTICATOR.recoveryCode("quan-tri"));
            page.locator("main button.button").click();
            assertThat(PageCheck.faults(page)).isEmpty();
            check(page, "/admin/units/new");
            check(page, "/en/admin/officers/new");
        }
    }

    /** The operator sets {@code motcua.setup.national}, and the agency that was there first is one of several. */
    @Test
    @Order(9)
    void aNationalAdministratorIsMadeBesideAndLetsAnotherAgencyTakePart() throws IOException {
        var national =
                new Setup(accounts, passwords, administration, units, places, trail, transactions, clock, folder, true);
        assertThat(national.open()).isTrue();
        national.run(new DefaultApplicationArguments());
        national.begin(new Setup.First(
                false, code(), "Trần Quốc Gia", "quoc-gia", PASSWORD, "", "", Optional.empty(), Optional.empty()));
        assertThat(national.open()).isFalse();

        var first = signedIn("quoc-gia", PASSWORD);
        var second = Map.of("name", "Lê Quốc Gia", "userName", "quoc-gia-2", "password", PASSWORD);
        assertThat(add(first, "/admin/administrators/new", "/admin/administrators", second))
                .isEqualTo(302);
        var province = Map.of(
                "province",
                "04",
                "name",
                "Tỉnh Cao Bằng",
                "unit",
                "Ủy ban nhân dân tỉnh Cao Bằng",
                "kind",
                "provincial-committee");
        assertThat(add(first, "/admin/tenants", "/admin/tenants", province)).isEqualTo(302);
        var other = signedIn("quoc-gia-2", PASSWORD);
        var change = Visit.first(other.get("/admin/changes").body(), "/admin/changes/([0-9a-f-]{36})/confirm");
        assertThat(other.fill("/admin/changes", "/admin/changes/" + change + "/confirm", Map.of())
                        .statusCode())
                .isEqualTo(302);
        var given = other.fill("/admin/tenants", "/admin/tenants/4/invitation", Map.of());
        var code = Visit.first(given.body(), ">(4(?:-[A-Z2-9]{5}){4})<");
        var theirs = Map.of("code", code, "name", "Nông Văn Cao", "userName", "cao-bang", "password", PASSWORD);
        assertThat(visit().fill("/invitation", "/invitation", theirs).statusCode())
                .isEqualTo(302);

        assertThat(signedIn("cao-bang", PASSWORD).get("/admin").body())
                .contains("Tỉnh Cao Bằng", "Ủy ban nhân dân tỉnh Cao Bằng")
                .doesNotContain("Tả Van", "Cơ quan tham gia");
        assertThat(signedIn("quan-tri", PASSWORD).get("/admin").body()).doesNotContain("Cao Bằng");
    }

    private static void check(Page page, String path) {
        page.navigate(path);
        assertThat(PageCheck.faults(page)).isEmpty();
        page.locator("main button.button").click();
        assertThat(page.locator(".error-summary").count()).as(path).isEqualTo(1);
        assertThat(PageCheck.faults(page)).isEmpty();
    }

    private int add(Visit administrator, String page, String path, Map<String, String> fields) {
        var form = administrator.get(page).body();
        var command = form.replaceFirst("(?s).*name=\"command\" value=\"([^\"]+)\".*", "$1");
        var all = new HashMap<>(fields);
        all.put("command", command);
        return administrator.fill(page, path, all).statusCode();
    }

    private Visit signedIn(String userName, String password) {
        var visit = visit();
        var answer = AUTHENTICATOR.signIn(visit, userName, password);
        assertThat(answer.statusCode()).isIn(200, 302);
        assertThat(visit.get("/session-ended").body()).contains("Bạn đang đăng nhập");
        return visit;
    }

    private static Map<String, String> first(String code, String password) {
        return Map.of(
                "code", code,
                "name", "Nguyễn Quản Trị",
                "userName", "quan-tri",
                "password", password,
                "agency", "Ủy ban nhân dân xã Tả Van",
                "kind", "commune-committee",
                "agencyCode", "H38.101",
                "place", "03037");
    }

    private String code() throws IOException {
        return Files.readString(folder.folder("setup").resolve("code"));
    }

    private Visit visit() {
        return new Visit("http://localhost:" + port);
    }
}
