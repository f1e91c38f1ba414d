package vn.motcua.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.NewAccount;
import vn.motcua.identity.Passwords;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.SignInTrail;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.Authenticator;
import vn.motcua.support.Postgres;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;

/** Everything about signing in is a line that its account's owner reads, and nothing that was typed stands in it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import({Postgres.class, TestClock.class})
class SignInLogTest {

    private static final String PASSWORD = "một câu dài dễ nhớ";
    private static final TenantId TENANT = new TenantId(15);
    private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:144.0) Gecko/20100101 Firefox/144.0";

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    SecondFactors factors;

    @Autowired
    SignInTrail trail;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private String userName = "";
    private SessionAccount account = new SessionAccount(TENANT, new AccountId(new UUID(0, 0)));

    @BeforeEach
    void somebody() {
        account = new SessionAccount(TENANT, new AccountId(UUID.randomUUID()));
        userName = "quan-tri-" + account.account().toString().substring(0, 8);
        in(
                TENANT,
                () -> accounts.open(NewAccount.administrator(account.account(), TENANT, "Vũ Thị Thử")
                        .with(userName, passwords.hash(PASSWORD))));
    }

    @Test
    void theWholeCourseStandsInTheLogAndOnTheOwnersPage() {
        var secret = factors.newSecret();
        assertThat(factors.confirm(account, secret, Authenticator.code(secret, clock.instant())))
                .isPresent();
        clock.advance(Duration.ofMinutes(1));
        var visit = visit();
        sign(visit, "không phải câu này");
        sign(visit, PASSWORD);
        code(visit, "123456");
        code(visit, Authenticator.code(secret, clock.instant()));
        clock.advance(Duration.ofMinutes(1));
        var other = visit();
        sign(other, PASSWORD);
        code(other, Authenticator.code(secret, clock.instant()));

        var page = visit.get("/sign-ins").body();
        assertThat(page)
                .contains(
                        "Đăng nhập không thành công",
                        "sai mật khẩu, Firefox, Windows",
                        "sai mã xác thực, Firefox, Windows",
                        "bằng mật khẩu và mã xác thực, Firefox, Windows",
                        "Đặt ứng dụng xác thực",
                        "Trình duyệt này",
                        "Đăng xuất mọi nơi khác");
        visit.fill("/sign-ins", "/sign-ins/end-others", Map.of());
        assertThat(other.get("/sign-ins").statusCode()).isEqualTo(302);
        assertThat(visit.get("/sign-ins").body()).doesNotContain("/sign-ins/end-others");
        visit.fill("/sign-ins", "/sign-out", Map.of());

        assertThat(lines(TENANT, account.account().value()))
                .containsExactly(
                        "second-factor-set",
                        "sign-in-failed wrong-password firefox windows",
                        "sign-in-failed wrong-code firefox windows",
                        "signed-in with-second-factor firefox windows",
                        "signed-in with-second-factor firefox windows",
                        "signed-out-elsewhere other-browser",
                        "signed-out other-browser");
    }

    @Test
    void whatWasTypedIsNowhere() {
        var typed = "khong-ai-ten-" + UUID.randomUUID();
        var before = lines(TenantId.NATIONAL, SignInTrail.NOBODY).size();
        visit().fill("/sign-in", "/sign-in", Map.of("userName", typed, "password", typed));

        assertThat(lines(TenantId.NATIONAL, SignInTrail.NOBODY))
                .hasSize(before + 1)
                .last()
                .isEqualTo("sign-in-failed wrong-password other-browser");
        assertThat(in(
                        TenantId.NATIONAL,
                        () -> db.sql("select count(*) from audit_record r where r::text like '%' || :typed || '%'")
                                .param("typed", typed)
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void aGuesserCannotFloodTheLog() {
        for (var i = 0; i < 200; i++) {
            trail.failed(account, SignInTrail.Failure.WRONG_PASSWORD);
        }
        assertThat(lines(TENANT, account.account().value())).hasSize(20);

        clock.advance(Duration.ofMinutes(61));
        trail.failed(account, SignInTrail.Failure.WRONG_PASSWORD);
        assertThat(lines(TENANT, account.account().value())).hasSize(21);
    }

    @Test
    void theFirstSignInThroughAnAgencyIsABinding() {
        new Visit("http://localhost:" + port).as("Trần Thu Hà");

        assertThat(in(TENANT, () -> db.sql("""
                        select r.act from audit_record r join account a on a.tenant_id = r.tenant_id and a.id = r.subject
                        where a.name = 'Trần Thu Hà' and r.purpose = 'sign-in' order by r.transaction, r.id
                        """).query(String.class).list()))
                .contains("login-bound other-browser", "signed-in through-provider other-browser");
    }

    private void sign(Visit visit, String password) {
        send(visit, "/sign-in", Map.of("userName", userName, "password", password));
    }

    private static void code(Visit visit, String code) {
        send(visit, "/sign-in/code", Map.of("code", code));
    }

    private static void send(Visit visit, String path, Map<String, String> fields) {
        visit.fill(path, path, fields, "User-Agent", FIREFOX);
    }

    private List<String> lines(TenantId tenant, UUID subject) {
        return in(
                tenant,
                () -> db.sql("""
                        select act from audit_record where subject = :subject and purpose = 'sign-in'
                        order by transaction, id
                        """).param("subject", subject).query(String.class).list());
    }

    private <T> T in(TenantId tenant, java.util.function.Supplier<T> work) {
        return Scope.of(tenant)
                .call(() -> java.util.Objects.requireNonNull(
                        new TransactionTemplate(transactions).execute(_ -> work.get())));
    }

    private Visit visit() {
        return new Visit("http://localhost:" + port);
    }
}
