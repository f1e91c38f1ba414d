package vn.motcua.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
import vn.motcua.database.DataFolder;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.NewAccount;
import vn.motcua.identity.Passwords;
import vn.motcua.identity.SessionAccount;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.Authenticator;
import vn.motcua.support.Chromium;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Postgres;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;

/** A password alone lets nobody in. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import({Postgres.class, TestClock.class})
class SecondFactorTest {

    private static final String PASSWORD = "một câu dài dễ nhớ";
    private static final TenantId TENANT = new TenantId(15);

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    SecondFactors factors;

    @Autowired
    DataFolder folder;

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
        Scope.of(TENANT)
                .run(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(
                                _ -> accounts.open(NewAccount.administrator(account.account(), TENANT, "Vũ Thị Thử")
                                        .with(userName, passwords.hash(PASSWORD)))));
    }

    @Test
    void theFirstTimeOneIsSetUpBeforeAnythingElse() {
        var visit = visit();
        assertThat(visit.local(typed(visit))).isEqualTo("/sign-in/second-factor");
        assertThat(visit.get("/admin").statusCode()).isEqualTo(302);

        var page = visit.get("/sign-in/second-factor").body();
        assertThat(page).contains("<svg class=\"qr\"");
        var wrong = visit.send("/sign-in/second-factor", Map.of("_csrf", Visit.token(page), "code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Authenticator.secret(wrong.body())).isEqualTo(Authenticator.secret(page));

        var code = Authenticator.code(Authenticator.secret(page), clock.instant());
        var done = visit.send("/sign-in/second-factor", Map.of("_csrf", Visit.token(wrong.body()), "code", code));
        assertThat(done.body().split("<li class=\"number\">")).hasSize(11);
        assertThat(java.util.regex.Pattern.compile("<li class=\"number\">([^<]+)<")
                        .matcher(done.body())
                        .results())
                .as("80 bits, five in a letter")
                .allSatisfy(it ->
                        assertThat(it.group(1).replaceAll("[^A-Z2-7]", "")).hasSize(16))
                .hasSize(10);
        assertThat(visit.get("/admin").statusCode()).isEqualTo(200);
    }

    @Test
    void afterwardsACodeIsAskedForEachTime() {
        var secret = setUp();
        clock.advance(Duration.ofMinutes(1));
        var visit = visit();
        assertThat(visit.local(typed(visit))).isEqualTo("/sign-in/code");
        assertThat(visit.get("/admin").statusCode()).isEqualTo(302);
        assertThat(visit.local(visit.get("/sign-in/second-factor")))
                .as("nobody replaces a second factor whom only the password proves")
                .contains("problem=");

        assertThat(send(visit, "12345").statusCode()).isEqualTo(422);
        assertThat(visit.local(send(visit, Authenticator.code(secret, clock.instant()))))
                .isEqualTo("/admin");
        assertThat(visit.get("/admin").statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeIsGoodOnceEvenForTwoAtTheSameMoment() throws Exception {
        var secret = setUp();
        clock.advance(Duration.ofMinutes(1));
        var code = Authenticator.code(secret, clock.instant());
        Callable<SecondFactors.Answer> one = () -> factors.check(account, code);

        List<SecondFactors.Answer> answers;
        try (var many = Executors.newFixedThreadPool(4)) {
            answers = many.invokeAll(List.of(one, one, one, one)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }
        assertThat(answers)
                .filteredOn(SecondFactors.Answer.Right.class::isInstance)
                .hasSize(1);
        var earlier = Authenticator.code(secret, clock.instant().minusSeconds(30));
        assertThat(factors.check(account, earlier)).isInstanceOf(SecondFactors.Answer.Wrong.class);
    }

    @Test
    void theCodeThatSetItUpIsUsedUp() {
        var secret = setUp();

        assertThat(factors.check(account, Authenticator.code(secret, clock.instant())))
                .isInstanceOf(SecondFactors.Answer.Wrong.class);
    }

    @Test
    void aRecoveryCodeIsGoodOnceAndForItsAccountAlone() {
        var codes = confirmed();
        var mine = account;
        somebody();
        confirmed();

        assertThat(factors.check(account, codes.getFirst())).isInstanceOf(SecondFactors.Answer.Wrong.class);
        assertThat(factors.check(
                        mine,
                        codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isEqualTo(new SecondFactors.Answer.Right(9));
        assertThat(factors.check(mine, codes.getFirst())).isInstanceOf(SecondFactors.Answer.Wrong.class);
    }

    @Test
    void whoKeepsGuessingWaitsEvenWithTheRightCode() {
        var secret = setUp();
        clock.advance(Duration.ofMinutes(1));
        for (var i = 0; i < 5; i++) {
            factors.check(account, "12345" + i);
        }
        var visit = visit();
        typed(visit);
        var answer = send(visit, Authenticator.code(secret, clock.instant()));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();

        clock.advance(Duration.ofMinutes(16));
        assertThat(factors.check(account, Authenticator.code(secret, clock.instant())))
                .isInstanceOf(SecondFactors.Answer.Right.class);
    }

    @Test
    void aRightPasswordIsForgottenAfterAWhile() {
        setUp();
        var visit = visit();
        typed(visit);
        clock.advance(Duration.ofMinutes(11));

        assertThat(visit.local(visit.get("/sign-in/code"))).contains("problem=SIGN_IN_NOT_BEGUN");
    }

    @Test
    void whoeverReadsTheDatabaseHasNoCodes() throws IOException {
        var secret = setUp();
        var kept = Scope.of(TENANT)
                .call(() -> new TransactionTemplate(transactions)
                        .execute(_ -> db.sql("select secret from second_factor where account = :account")
                                .param("account", account.account().value())
                                .query(byte[].class)
                                .single()));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(secret)
                .doesNotContain(new String(Base32.bytes(secret), StandardCharsets.ISO_8859_1));
        var key = folder.folder("signin").resolve("key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void thePagesAreValidAndAccessible() {
        try (var context = Chromium.person("http://localhost:" + port, 1280, true)) {
            var page = context.newPage();
            page.navigate("/en/sign-in");
            page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
            page.fill("#userName", userName);
            page.fill("#password", PASSWORD);
            page.locator("main form .button").click();
            assertThat(PageCheck.faults(page)).isEmpty();
            var secret = Authenticator.secret(page.content());
            page.fill("#code", Authenticator.code(secret, clock.instant()));
            page.locator("main form .button").click();
            assertThat(page.textContent("h1")).isEqualTo("Put the recovery codes away");
            assertThat(PageCheck.faults(page)).isEmpty();
        }
    }

    private String setUp() {
        var visit = visit();
        typed(visit);
        var page = visit.get("/sign-in/second-factor").body();
        var secret = Authenticator.secret(page);
        visit.send(
                "/sign-in/second-factor",
                Map.of("_csrf", Visit.token(page), "code", Authenticator.code(secret, clock.instant())));
        assertThat(factors.has(account)).isTrue();
        return secret;
    }

    private List<String> confirmed() {
        var secret = factors.newSecret();
        return factors.confirm(account, secret, Authenticator.code(secret, clock.instant()))
                .orElseThrow();
    }

    private java.net.http.HttpResponse<String> typed(Visit visit) {
        return visit.fill("/sign-in", "/sign-in", Map.of("userName", userName, "password", PASSWORD));
    }

    private static java.net.http.HttpResponse<String> send(Visit visit, String code) {
        return visit.fill("/sign-in/code", "/sign-in/code", Map.of("code", code));
    }

    private Visit visit() {
        return new Visit("http://localhost:" + port);
    }
}
