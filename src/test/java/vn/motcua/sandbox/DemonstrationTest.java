package vn.motcua.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.motcua.identity.People;
import vn.motcua.identity.Person;
import vn.motcua.organization.AdministrativeUnit;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Succession;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.Postgres;
import vn.motcua.support.Sandbox;
import vn.motcua.support.Visit;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(Postgres.class)
class DemonstrationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String TA_VAN = "03037";

    @Autowired
    AdministrativeUnits places;

    @Autowired
    Units units;

    @Autowired
    Kinds kinds;

    @Autowired
    People people;

    @Autowired
    Demonstration demonstration;

    @LocalServerPort
    int port;

    // provinces, wards and their predecessors

    @Test
    void thereAre34ProvincesAnd3321Wards() {
        var provinces = places.provinces(TODAY);

        assertThat(provinces).hasSize(34);
        assertThat(provinces.stream()
                        .mapToInt(it -> places.wards(it.code(), TODAY).size())
                        .sum())
                .isEqualTo(3321);
    }

    @Test
    void aCodeMeansSomethingOnlyTogetherWithADay() {
        assertThat(places.name("00004", LocalDate.of(2025, 6, 30))).contains("Phường Trúc Bạch");
        assertThat(places.name("00004", LocalDate.of(2025, 7, 1))).contains("Phường Ba Đình");
        assertThat(places.provinces(LocalDate.of(2025, 6, 30))).hasSize(63);
    }

    @Test
    void dongNaiIsACitySince30April2026() {
        assertThat(places.name("75", LocalDate.of(2026, 4, 29))).contains("Tỉnh Đồng Nai");
        assertThat(places.name("75", LocalDate.of(2026, 4, 30))).contains("Thành phố Đồng Nai");
    }

    @Test
    void anOldWardIsFollowedToItsSuccessor() {
        assertThat(places.successorsOf("00001")).extracting(Succession::newCode).containsExactly("00097");
        assertThat(places.successorsOf("49")).extracting(Succession::newCode).containsExactly("48");
        assertThat(places.predecessorsOf(TA_VAN)).isNotEmpty();
    }

    @Test
    void provincesStandInTheOrderOfTheVietnameseAlphabet() {
        assertThat(places.provinces(TODAY))
                .extracting(AdministrativeUnit::name)
                .containsSubsequence(
                        "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Hà Nội", "Hà Tĩnh", "Hải Phòng", "Lào Cai", "Lâm Đồng");
    }

    // who is competent

    @Test
    void theCompetentUnitFollowsFromThePlace() {
        assertThat(units.competent("commune-one-stop", TA_VAN).map(Unit::name))
                .contains("Trung tâm Phục vụ hành chính công xã Tả Van");
        assertThat(units.competent("provincial-one-stop", TA_VAN).map(Unit::name))
                .contains("Trung tâm Phục vụ hành chính công tỉnh Lào Cai");
        assertThat(units.competent("department-of-finance", "48").map(Unit::name))
                .contains("Sở Tài chính thành phố Đà Nẵng");
        assertThat(units.competent("social-insurance-office", TA_VAN).map(Unit::name))
                .contains("Bảo hiểm xã hội cơ sở Sa Pa, tỉnh Lào Cai");
        assertThat(units.competent("ministry-of-public-security", TA_VAN).map(Unit::name))
                .contains("Bộ Công an");
    }

    @Test
    void whereNoUnitIsKnownNobodyIsCompetent() {
        assertThat(units.competent("commune-one-stop", "00004")).isEmpty();
        assertThat(units.competent("commune-one-stop", "99999")).isEmpty();
        assertThat(units.competent("no-such-kind", TA_VAN)).isEmpty();
    }

    @Test
    void aDossierIsNumberedByTheAgencyAboveTheOneStop() {
        var oneStop = units.competent("commune-one-stop", TA_VAN).orElseThrow();

        assertThat(units.agencyOf(oneStop.id()).flatMap(Unit::agencyCode)).contains("H38.101");
    }

    @Test
    void everyRoleOfEveryKindOfUnitIsHeldInEachUnitOfTheDemonstration() {
        var missing = new TreeSet<String>();
        Cast.read().tenants().forEach(agency -> agency.units().forEach(it -> missing(it, missing)));

        assertThat(missing).isEmpty();
    }

    private void missing(Cast.Office office, Set<String> missing) {
        var held = office.staff().stream().flatMap(it -> it.roles().stream()).toList();
        var kind = Objects.requireNonNull(kinds.units().get(office.kind()), office.kind());
        kind.roles().stream().filter(it -> !held.contains(it)).forEach(it -> missing.add(office.key() + ": " + it));
        held.stream().filter(it -> !kinds.positions().containsKey(it)).forEach(it -> missing.add("no name for " + it));
        office.below().forEach(it -> missing(it, missing));
    }

    // the people

    @Test
    void personalNumbersSaySexAndYearOfBirth() {
        for (var it : Cast.read().citizens()) {
            var number = it.personalNumber();
            var century = it.bornOn().getYear() / 100 - 19;
            var female = it.sex().equals("FEMALE") ? 1 : 0;

            assertThat(number).matches("0\\d{11}");
            assertThat(number.charAt(3) - '0').as(it.name()).isEqualTo(2 * century + female);
            assertThat(Integer.parseInt(number.substring(4, 6)))
                    .as(it.name())
                    .isEqualTo(it.bornOn().getYear() % 100);
            assertThat(places.ward(it.ward(), TODAY).map(AdministrativeUnit::province))
                    .contains(it.province());
        }
    }

    @Test
    void aPersonIsFoundByTheirNumberFromAnyTenantsScope() {
        var found = Scope.of(new TenantId(15)).call(() -> people.withPersonalNumber("010198999001"));

        assertThat(found.map(Person::name)).contains("Lý Thị Mẩy");
        assertThat(found.map(Person::synthetic)).contains(true);
    }

    @Test
    void loadingAgainChangesNothing() {
        var before = units.tree().all().size();
        demonstration.run(new org.springframework.boot.DefaultApplicationArguments());

        assertThat(units.tree().all()).hasSize(before);
    }

    // signing in

    @Test
    void aPersonaIsChosenWithoutAPassword() {
        var visit = visit();
        assertThat(visit.get("/sign-in").body())
                .contains("Dữ liệu thử nghiệm", "Đăng nhập bằng Định danh thử nghiệm", "Tỉnh Lào Cai")
                .doesNotContain("Lý Thị Mẩy");

        visit.as("Lý Thị Mẩy");

        assertThat(visit.get("/session-ended").body()).contains("Bạn đang đăng nhập: Lý Thị Mẩy");
    }

    @Test
    void signingInLeadsBackToWhatWasAskedForButNeverElsewhere() {
        assertThat(location(came("/help"))).endsWith("/help");
        assertThat(location(came("//evil.example"))).endsWith("/my");
        assertThat(location(came("https://evil.example/"))).endsWith("/my");

        var english = visit();
        var page = english.get(english.local(english.get("/en/sign-in/with/sandbox?to=/help")));
        var account = Cast.read().citizens().getFirst().account().toString();
        var request = page.body().replaceFirst("(?s).*?name=\"request\" value=\"([^\"]+)\".*", "$1");
        var chosen = english.send(
                "/en/sandbox/identity/choose",
                Map.of("_csrf", Visit.token(page.body()), "request", request, "account", account));
        assertThat(location(english.get(english.local(chosen)))).endsWith("/en/help");
    }

    private HttpResponse<String> came(String to) {
        var visit = visit();
        var chosen = visit.send("/sandbox/identity/choose", Sandbox.form(visit, "Lý Thị Mẩy", to));
        return visit.get(visit.local(chosen));
    }

    @Test
    void signingInChangesTheSession() {
        var visit = visit();
        visit.get("/sign-in");
        var before = visit.cookie("motcua");

        visit.as("Lý Thị Mẩy");

        assertThat(visit.cookie("motcua")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void afterSigningOutNobodyIsSignedIn() {
        var visit = visit().as("Lý Thị Mẩy");

        assertThat(visit.fill("/session-ended", "/sign-out", Map.of()).statusCode())
                .isEqualTo(302);

        assertThat(visit.get("/session-ended").body()).doesNotContain("Lý Thị Mẩy");
    }

    @Test
    void aPageForOneKindOfVisitorDoesNotExistForAnother() {
        assertThat(visit().as("Lý Thị Mẩy").get("/admin").statusCode()).isEqualTo(404);
        assertThat(visit().as("Trần Thu Hà").get("/admin").statusCode()).isEqualTo(404);
        assertThat(visit().as(Cast.read().tenants().getFirst().administrator())
                        .get("/admin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoIsNotSignedInIsAskedToAndComesBack() {
        var answer = visit().get("/en/admin/units/new?x=1");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/en/sign-in?to=%2Fadmin%2Funits%2Fnew%3Fx%3D1");
    }

    @Test
    void aFormSentAfterTheSessionEndedGetsAClearPage() {
        var visit = visit().as("Lý Thị Mẩy");
        var token = Visit.token(visit.get("/session-ended").body());
        visit.forget();

        var answer = visit.send("/sign-out", Map.of("_csrf", token), "Referer", "http://localhost:" + port + "/my?a=b");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Phiên làm việc đã hết hạn", "Các câu trả lời đã lưu vẫn còn", "/sign-in?to=%2Fmy%3Fa%3Db");
    }

    @Test
    void htmxIsSentToThatPageAndAProgramGetsAProblem() {
        var htmx = visit().send("/sign-out", Map.of(), "HX-Request", "true");
        assertThat(htmx.statusCode()).isEqualTo(403);
        assertThat(htmx.headers().firstValue("HX-Redirect")).contains("/session-ended?to=%2F");

        var api = visit().send("/api/v1/anything", Map.of());
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(api.body()).contains("SESSION_ENDED");
    }

    @Test
    void afterFiveWrongPasswordsOneWaits() {
        var wrong = Map.of("userName", "khong-co", "password", "sai mật khẩu rồi");
        for (int i = 0; i < 5; i++) {
            var answer = visit().fill("/sign-in", "/sign-in", wrong);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("không đúng").doesNotContain("sai mật khẩu rồi");
        }

        var answer = visit().fill("/sign-in", "/sign-in", wrong);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("Đã thử sai quá nhiều lần");
    }

    // what each answer carries

    @Test
    void everyPageForbidsTheBrowserWhatItDoesNotNeed() {
        var headers = visit().get("/sign-in").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; "
                        + "object-src 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void aPageWithoutAFormNeedsNoSession() {
        assertThat(visit().get("/session-ended").headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void assetsAreKeptForAYearUnderANameThatChangesWithThem() {
        var page = visit().get("/session-ended").body();
        assertThat(page).containsPattern("/assets/motcua.css\\?v=[0-9a-f]{12}");

        var style = visit().get("/assets/motcua.css");
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
    }

    private Visit visit() {
        return new Visit("http://localhost:" + port);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElse("");
    }
}
