package vn.motcua.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.motcua.sandbox.SandboxIdentity;
import vn.motcua.sandbox.SandboxProviders;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.Chromium;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Postgres;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;

/** The sandbox's provider, over HTTP, as any other. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import({Postgres.class, TestClock.class, SignInContract.LevelTwo.class, SandboxSignInTest.AnotherMachine.class})
class SandboxSignInTest extends SignInContract {

    @Autowired
    SandboxIdentity identity;

    @Autowired
    @Qualifier("sandboxClock")
    Clock theirs;

    @Autowired
    SandboxProviders providers;

    @Autowired
    TokenRelay relay;

    /** The provider's clock stands still while ours is moved. */
    @TestConfiguration(proxyBeanMethods = false)
    static class AnotherMachine {

        @Bean
        Clock sandboxClock() {
            return Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), java.time.ZoneOffset.UTC);
        }

        /** The sandbox's provider of citizens once more, its tokens through a relay. */
        @Bean
        Provider.Source misled(SandboxProviders sandbox, TokenRelay relay) {
            return () -> List.of(misled(sandbox.client("sandbox").orElseThrow(), relay));
        }

        @Bean
        TokenRelay tokenRelay() {
            return new TokenRelay();
        }

        private static Provider misled(Provider it, TokenRelay relay) {
            var at = it.listed().orElseThrow();
            return new Provider(
                    "misled",
                    it.agency(),
                    "Định danh qua trung gian",
                    "identity through a relay",
                    it.issuer(),
                    it.clientId(),
                    it.secret(),
                    it.scopes(),
                    it.claims(),
                    it.levelClaim(),
                    it.levels(),
                    it.algorithms(),
                    Optional.of(new Provider.Endpoints(
                            at.authorization(), relay.address(), at.keys(), at.userInfo(), at.endSession())),
                    it.home(),
                    it.sandbox());
        }
    }

    /** Chooses Lý Thị Mẩy, or the receiver of Tả Van where officers are asked. */
    static final class Chooser extends Browser {

        String person = "Lý Thị Mẩy";
        Map<String, String> besides = Map.of();

        Chooser(Visit visit) {
            super(visit);
        }

        @Override
        String through(String address) {
            var answer = visit.get(address);
            if (answer.statusCode() == 302) {
                return visit.local(answer);
            }
            var form = form(answer.body());
            form.putAll(besides);
            return sent(visit.send("/sandbox/identity/choose", form));
        }

        private Map<String, String> form(String page) {
            var card = Pattern.compile(
                            "name=\"request\" value=\"([^\"]+)\">\\s*<input type=\"hidden\" name=\"account\" value=\"([^\"]+)\">"
                                    + "\\s*<h2>(" + person + "|Trần Thu Hà)<")
                    .matcher(page);
            assertThat(card.find()).as(page).isTrue();
            var form = new HashMap<String, String>();
            form.put("_csrf", Visit.token(page));
            form.put("request", card.group(1));
            form.put("account", card.group(2));
            return form;
        }
    }

    @Override
    String provider() {
        return "sandbox";
    }

    @Override
    String other() {
        return "sandbox-15";
    }

    @Override
    void tokensAreFor(String client) {
        var it = providers.client(client).orElseThrow();
        relay.actsAs(it.listed().orElseThrow().token(), client, it.secret());
    }

    @Override
    Chooser browser() {
        return new Chooser(new Visit("http://localhost:" + port));
    }

    @Override
    Instant providersNow() {
        return theirs.instant();
    }

    @Override
    void rotateKeys() {
        identity.rotateKeys();
    }

    @Override
    void endByProvider(Browser browser) {
        var page = browser.visit.get("/sandbox/identity").body();
        assertThat(page).contains("Lý Thị Mẩy");
        var session = page.replaceFirst("(?s).*name=\"session\" value=\"([^\"]+)\".*", "$1");
        browser.visit.send("/sandbox/identity/sessions/end", Map.of("_csrf", Visit.token(page), "session", session));
    }

    // in whose name

    @Test
    void aRepresentativeSaysInWhoseNameTheyAct() {
        var browser = browser();
        browser.person = "Nguyễn Văn Quân";
        assertThat(browser.follow(browser.through(browser.begin("sandbox", "/help"))))
                .isEqualTo("/sign-in/as");
        assertThat(browser.visit.get("/sign-in/as").body())
                .contains("Nguyễn Văn Quân, cho bản thân", "mã số thuế 5399990000");
        assertThat(browser.visit.get("/my").statusCode()).isEqualTo(302);

        var foreign = browser.visit.fill("/sign-in/as", "/sign-in/as", Map.of("taxCode", "0499990005"));
        assertThat(foreign.statusCode()).isEqualTo(404);

        var answer = browser.visit.fill("/sign-in/as", "/sign-in/as", Map.of("taxCode", "5399990000"));
        assertThat(browser.sent(answer)).isEqualTo("/help");
        assertThat(browser.visit.get("/session-ended").body())
                .contains("Bạn đang đăng nhập: Công ty TNHH Du lịch Mường Hoa");

        assertThat(browser.follow(browser.through(browser.follow("/sign-in/level/2/prove?to=%2Ftest%2Flevel-2"))))
                .isEqualTo("/test/level-2");
        assertThat(browser.visit.get("/session-ended").body()).contains("Mường Hoa");
    }

    // a procedure that asks for level 2

    @Test
    void aProcedureAsksForLevelTwoBeforeItsFirstPageAndGoesOnThere() {
        var browser = (Chooser) signedIn();
        var begun = browser.visit.fill("/procedures/3.000333/start", "/procedures/3.000333/start", Map.of());
        assertThat(browser.sent(begun)).isEqualTo("/sign-in/level/2?to=%2Fsign-in%2Fcontinue");

        browser.follow(browser.through(browser.follow("/sign-in/level/2/prove?to=%2Fsign-in%2Fcontinue")));
        var again = browser.visit.fill("/sign-in/continue", "/procedures/3.000333/start", Map.of());
        var draft = browser.sent(again);
        assertThat(draft).startsWith("/drafts/");
        assertThat(browser.visit.get(draft).statusCode()).isEqualTo(200);

        var low = signedIn();
        assertThat(low.follow(draft)).startsWith("/sign-in/level/2?to=%2Fdrafts%2F");
        var sent = low.visit.fill("/session-ended", draft.replaceFirst("/[^/]+$", "/review"), Map.of());
        assertThat(low.sent(sent)).startsWith("/sign-in/level/2");
        assertThat(low.visit
                        .fill("/procedures/1.001193/start", "/procedures/1.001193/start", Map.of())
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/drafts/");
    }

    // more proof that is not given

    @Test
    void aLevelThatWasNotReachedIsSaidAndTheSessionStays() {
        var browser = (Chooser) signedIn();
        browser.besides = Map.of("level", "1");

        var back = browser.follow(browser.through(browser.follow("/sign-in/level/2/prove?to=%2Ftest%2Flevel-2")));

        assertThat(browser.visit.get(back).body()).contains("chưa đạt mức cần thiết");
        assertThat(browser.signedIn()).isTrue();
        assertThat(browser.visit.get("/test/level-2").statusCode()).isEqualTo(302);
    }

    @Test
    void anotherPersonDoesNotTakeTheSessionOver() {
        var browser = (Chooser) signedIn();
        browser.person = "Giàng A Sình";
        var asked =
                browser.follow("/sign-in/level/2/prove?to=%2Ftest%2Flevel-2").replaceFirst("&id_token_hint=[^&]+", "");

        var back = browser.follow(browser.through(asked));

        assertThat(back).contains("problem=ANOTHER_PERSON");
        assertThat(browser.signedIn()).isTrue();
    }

    @Test
    void whoSaysNoIsToldSo() {
        var browser = browser();
        var page = browser.visit.get(browser.begin("sandbox", "/my")).body();
        var request = page.replaceFirst("(?s).*?name=\"request\" value=\"([^\"]+)\".*", "$1");
        var answer =
                browser.visit.send("/sandbox/identity/choose", Map.of("_csrf", Visit.token(page), "request", request));

        var back = browser.follow(browser.sent(answer));

        assertThat(browser.visit.get(back).body()).contains("Bạn đã dừng đăng nhập", "to=%2Fmy");
    }

    // officers

    @Test
    void anOfficerSignsInThroughTheirAgency() {
        var browser = browser();
        assertThat(browser.follow(browser.through(browser.begin("sandbox-15", "/"))))
                .isEqualTo("/desk");
        assertThat(browser.visit.get("/session-ended").body()).contains("Trần Thu Hà");
    }

    @Test
    void anOfficerWhomTheAgencyHasNotEnteredIsToldSo() {
        change("delete from agency_login where login like 'tran-thu-ha.%'");
        try {
            var browser = browser();
            var back = browser.follow(browser.through(browser.begin("sandbox-15", "/")));
            assertThat(browser.visit.get(back).body()).contains("chưa được thêm vào Một cửa");
        } finally {
            change("""
                    insert into agency_login (tenant_id, login, account)
                    select 15, 'tran-thu-ha.ta-van-one-stop', id from account where tenant_id = 15 and name = 'Trần Thu Hà'
                    """);
        }
    }

    @Test
    void aNameGivenToSomebodyElseDoesNotHandOverTheAccount() {
        change("update agency_login set provider = 'sandbox-15', subject = 'before' where login like 'tran-thu-ha.%'");
        try {
            var browser = browser();
            var back = browser.follow(browser.through(browser.begin("sandbox-15", "/")));
            assertThat(back).contains("problem=LOGIN_OF_ANOTHER");
            assertThat(browser.visit.get(back).body()).contains("thuộc về người khác");
        } finally {
            change("update agency_login set provider = null, subject = null where login like 'tran-thu-ha.%'");
        }
    }

    // what a stranger may try

    @Test
    void theProviderSendsNobodyElsewhere() {
        var visit = new Visit("http://localhost:" + port);
        var asked = visit.local(visit.get("/sign-in/with/sandbox"));
        assertThat(visit.get(asked.replaceFirst("redirect_uri=[^&]+", "redirect_uri=https%3A%2F%2Fevil.example%2F"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(visit.get(asked.replaceFirst("code_challenge_method=S256", "code_challenge_method=plain"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("error=invalid_request");
        assertThat(visit.get("/sign-in/with/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyElseEndsASession() {
        var browser = signedIn();
        for (var token : new String[] {"", "a.b.c", "eyJhbGciOiJub25lIn0.e30."}) {
            var answer = browser().visit.send("/sign-out/by/sandbox", Map.of("logout_token", token));
            assertThat(answer.statusCode()).isEqualTo(400);
        }
        assertThat(browser.signedIn()).isTrue();
    }

    @Test
    void theSandboxDescribesItselfAsProvidersDo() {
        var description = new Visit("http://localhost:" + port)
                .get("/sandbox/identity/.well-known/openid-configuration")
                .body();
        assertThat(description).contains("\"issuer\":\"http://localhost:" + port + "/sandbox/identity\"", "S256");
    }

    @Test
    void thePagesAreValidAndAccessible() {
        try (var context = Chromium.person("http://localhost:" + port, 1280, true)) {
            var page = context.newPage();
            for (var path : new String[] {
                "/sign-in?problem=PROVIDER_UNREACHABLE",
                "/en/sign-in",
                "/sign-in/with/sandbox",
                "/en/sign-in/with/sandbox-15"
            }) {
                page.navigate(path);
                page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
                assertThat(PageCheck.faults(page)).as(path).isEmpty();
            }
            vn.motcua.support.SandboxPages.signIn(page, "Lý Thị Mẩy", "/en");
            for (var path : new String[] {"/sign-in/level/2?to=/help", "/sandbox/identity"}) {
                page.navigate(path);
                assertThat(PageCheck.faults(page)).as(path).isEmpty();
            }
        }
    }

    private void change(String sql) {
        Scope.of(new TenantId(15))
                .run(() -> new org.springframework.transaction.support.TransactionTemplate(transactions)
                        .executeWithoutResult(_ -> db.sql(sql).update()));
    }
}
