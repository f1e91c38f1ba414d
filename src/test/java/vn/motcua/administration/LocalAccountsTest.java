package vn.motcua.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Administrators;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.signin.SecondFactors;
import vn.motcua.support.Authenticator;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Accounts that sign in here: their passwords, their second factor, and administrators who go. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=units")
class LocalAccountsTest {

    private static final TenantId INSURANCE = new TenantId(1002);
    private static final String OLD = "một câu đủ dài để nhớ";
    private static final String FRESH = "một câu khác cũng dài";

    @Autowired
    Administrators administrators;

    @Autowired
    AccountChanges changes;

    @Autowired
    Appointments appointments;

    @Autowired
    SecondFactors factors;

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
    void whoeverKnowsTheOldPasswordChangesItAndSignsInAnew() {
        var userName = "doi-" + Ids.next();
        var account = administrator(userName);
        var visit = signedIn(userName, OLD);
        var elsewhere = signedIn(account, userName, OLD);
        assertThat(elsewhere.get("/admin").statusCode()).isEqualTo(200);

        assertThat(change(visit, "không phải", FRESH).body()).contains("Mật khẩu hiện nay không đúng");
        assertThat(change(visit, OLD, "ngắn").statusCode()).isEqualTo(422);
        assertThat(change(visit, OLD, "QwertyQwerty").body()).contains("Nhiều người dùng".substring(1));
        assertThat(change(visit, OLD, FRESH).statusCode()).isEqualTo(302);

        assertThat(visit.get("/admin").statusCode()).as("every session ended").isEqualTo(302);
        assertThat(elsewhere.get("/admin").statusCode()).isEqualTo(302);
        assertThat(typed(new Visit(address()), userName, OLD).statusCode()).isEqualTo(422);
        assertThat(typed(new Visit(address()), userName, FRESH).statusCode()).isEqualTo(302);
        assertThat(lines(account)).contains("password-changed");
    }

    @Test
    void whoGuessesTheOldPasswordWaits() {
        var userName = "doan-" + Ids.next();
        administrator(userName);
        var visit = signedIn(userName, OLD);
        for (int i = 0; i < 5; i++) {
            assertThat(change(visit, "đoán lần " + i, FRESH).statusCode()).isEqualTo(422);
        }

        var answer = change(visit, OLD, FRESH);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(visit.get("/admin").statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeOfTheAdministratorSetsANewPasswordOnce() {
        var first = new Visit(address()).as("Nguyễn Thị Phương Nga");
        var officer = Ids.next();
        var userName = "can-bo-" + officer;
        assertThat(first.fill(
                                "/admin/officers/new",
                                "/admin/officers",
                                Map.of(
                                        "command",
                                        officer.toString(),
                                        "name",
                                        "Lò Văn Thử",
                                        "userName",
                                        userName,
                                        "password",
                                        OLD,
                                        "kind",
                                        "none"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(typed(new Visit(address()), userName, OLD).statusCode()).isEqualTo(302);

        var page = first.fill("/admin/officers/" + officer, "/admin/officers/" + officer + "/password", Map.of());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var code = Visit.first(page.body(), "<strong class=\"number\">([A-Z0-9-]+)<");
        assertThat(typed(new Visit(address()), userName, OLD).statusCode()).isEqualTo(422);
        assertThat(set(userName, "AAAAA-AAAAA-AAAAA-AAAAA").statusCode()).isEqualTo(422);
        assertThat(set("khong-co-ai", code).body()).contains("mã không đúng");
        assertThat(set(userName, code).statusCode()).isEqualTo(302);
        assertThat(typed(new Visit(address()), userName, FRESH).statusCode()).isEqualTo(302);
        assertThat(set(userName, code).statusCode()).as("once").isEqualTo(422);

        var again = Visit.first(
                first.fill("/admin/officers/" + officer, "/admin/officers/" + officer + "/password", Map.of())
                        .body(),
                "<strong class=\"number\">([A-Z0-9-]+)<");
        clock.advance(Duration.ofHours(25));
        assertThat(set(userName, again).statusCode()).as("too old").isEqualTo(422);
        var other = new Visit(address()).as("Vũ Thị Thu Trang");
        assertThat(other.fill("/admin", "/admin/officers/" + officer + "/password", Map.of())
                        .statusCode())
                .as("another agency's officer")
                .isEqualTo(404);
    }

    @Test
    void anAdministratorGoesByTwoAndNeverTheLast() {
        var gone = "di-" + Ids.next();
        var account = administrator(gone);
        var visit = signedIn(gone, OLD);
        var others = in(administrators::all).stream()
                .filter(it -> !it.account().equals(account))
                .toList();
        var one = new Administrator(others.getFirst().account(), INSURANCE, "Một");
        var two = new Administrator(new AccountId(UUID.randomUUID()), INSURANCE, "Hai");
        var change = Ids.next();

        in(() -> propose(one, change, account));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> in(() -> confirm(one, change)));
        assertThat(visit.get("/admin").statusCode()).isEqualTo(200);
        in(() -> confirm(two, change));

        assertThat(visit.get("/admin").statusCode()).isEqualTo(302);
        assertThat(typed(new Visit(address()), gone, OLD).statusCode()).isEqualTo(422);
        in(() -> db.sql("update account set active = false where kind = 'ADMINISTRATOR' and id <> :id")
                .param("id", one.account().value())
                .update());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> in(() -> propose(two, Ids.next(), one.account())))
                .matches(it -> it.code() == AdministrationRefusal.LAST_ADMINISTRATOR);
    }

    @Test
    void aSecondFactorIsResetByTwoAndItsOwnerIsTold() {
        var first = new Visit(address()).as("Nguyễn Thị Phương Nga");
        var officer = Ids.next();
        var userName = "mat-may-" + officer;
        first.fill(
                "/admin/officers/new",
                "/admin/officers",
                Map.of(
                        "command",
                        officer.toString(),
                        "name",
                        "Lò Văn Mất",
                        "userName",
                        userName,
                        "password",
                        OLD,
                        "kind",
                        "none"));
        signedIn(userName, OLD);
        assertThat(first.fill(
                                "/admin/officers/" + officer,
                                "/admin/officers/" + officer + "/second-factor",
                                Map.of("command", officer.toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(first.get("/admin/changes").body()).contains("Đặt lại yếu tố thứ hai của Lò Văn Mất");

        in(() -> confirm(new Administrator(new AccountId(UUID.randomUUID()), INSURANCE, "Hai"), officer));

        var visit = new Visit(address());
        assertThat(visit.local(typed(visit, userName, OLD))).isEqualTo("/sign-in/second-factor");
        assertThat(visit.get("/sign-in/second-factor").body()).contains("Hai quản trị viên đã đặt lại yếu tố thứ hai");
    }

    private AccountId administrator(String userName) {
        var account = new AccountId(Ids.next());
        in(() -> {
            administrators.open(administrators.checked(account, "Quản Trị Thử", userName, OLD));
            return true;
        });
        return account;
    }

    /** The first time, with a second factor set up. */
    private Visit signedIn(String userName, String password) {
        var visit = new Visit(address());
        assertThat(visit.local(typed(visit, userName, password))).isEqualTo("/sign-in/second-factor");
        var page = visit.get("/sign-in/second-factor").body();
        var code = Authenticator.code(Authenticator.secret(page), clock.instant());
        visit.send("/sign-in/second-factor", Map.of("_csrf", Visit.token(page), "code", code));
        return visit;
    }

    /** Elsewhere at the same time, with a code on paper made for it. */
    private Visit signedIn(AccountId account, String userName, String password) {
        var of = new SessionAccount(INSURANCE, account);
        var secret = factors.newSecret();
        clock.advance(Duration.ofMinutes(1));
        var codes = factors.confirm(of, secret, Authenticator.code(secret, clock.instant()))
                .orElseThrow();
        var visit = new Visit(address());
        assertThat(visit.local(typed(visit, userName, password))).isEqualTo("/sign-in/code");
        var page = visit.get("/sign-in/code").body();
        visit.send("/sign-in/code", Map.of("_csrf", Visit.token(page), "code", codes.getFirst()));
        return visit;
    }

    private static HttpResponse<String> typed(Visit visit, String userName, String password) {
        return visit.fill("/sign-in", "/sign-in", Map.of("userName", userName, "password", password, "to", "/admin"));
    }

    private static HttpResponse<String> change(Visit visit, String old, String fresh) {
        return visit.fill("/account/password", "/account/password", Map.of("old", old, "fresh", fresh));
    }

    private HttpResponse<String> set(String userName, String code) {
        return new Visit(address())
                .fill("/sign-in/reset", "/sign-in/reset", Map.of("userName", userName, "code", code, "fresh", FRESH));
    }

    private boolean propose(Administrator who, UUID change, AccountId account) {
        changes.proposeRemoval(who, change, account);
        return true;
    }

    private boolean confirm(Administrator who, UUID change) {
        appointments.confirm(who, change);
        return true;
    }

    private java.util.List<String> lines(AccountId about) {
        return in(() -> db.sql("select act from audit_record where subject = :id order by transaction, id")
                .param("id", about.value())
                .query(String.class)
                .list());
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(INSURANCE)
                .call(() -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
    }
}
