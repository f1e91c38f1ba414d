package vn.motcua.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.CurrentVisitor;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;

/** What must hold whoever the provider is. Everybody here is Lý Thị Mẩy. */
abstract class SignInContract {

    static final String NUMBER = "010198999001";

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    /** The provider's id, and that of another client of the same provider. */
    abstract String provider();

    abstract String other();

    /** Has the tokens of the provider {@code misled} made for that client; it is configured as the first one, but for that. */
    abstract void tokensAreFor(String client);

    /** Somebody's browser, which can also walk through the provider's pages. */
    abstract Browser browser();

    abstract Instant providersNow();

    abstract void rotateKeys();

    /** The provider ends all sessions of whoever signed in with that browser, by itself. */
    abstract void endByProvider(Browser browser);

    /** A browser of which the provider's side differs. */
    abstract static class Browser {

        final Visit visit;

        Browser(Visit visit) {
            this.visit = visit;
        }

        /** Goes through the provider's pages and answers where they lead back, not yet followed. */
        abstract String through(String authorization);

        /** Begins; answers where the provider is. */
        String begin(String provider, String to) {
            return sent(visit.get("/sign-in/with/" + provider + "?to=" + to));
        }

        String sent(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).isEqualTo(302);
            return visit.local(answer);
        }

        String follow(String path) {
            return sent(visit.get(path));
        }

        boolean signedIn() {
            return visit.get("/session-ended").body().contains("Bạn đang đăng nhập: Lý Thị Mẩy");
        }
    }

    @BeforeEach
    void sameTime() {
        clock.set(providersNow());
    }

    Browser signedIn() {
        var browser = browser();
        assertThat(browser.follow(browser.through(browser.begin(provider(), "/help"))))
                .isEqualTo("/help");
        assertThat(browser.signedIn()).isTrue();
        return browser;
    }

    private void refused(Browser browser, String callback, SignInRefusal why) {
        assertThat(browser.follow(callback)).contains("problem=" + why);
        assertThat(browser.signedIn()).isFalse();
    }

    @Test
    void theFirstSignInMakesTheAccountAndNoOtherDoublesIt() {
        signedIn();
        signedIn();

        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void anAnswerIsGoodOnce() {
        var browser = browser();
        var callback = browser.through(browser.begin(provider(), "/help"));
        browser.follow(callback);
        browser.visit.forget();

        refused(browser, callback, SignInRefusal.SIGN_IN_NOT_BEGUN);
    }

    @Test
    void anAnswerIsGoodInTheBrowserThatAskedAlone() {
        var victim = browser();
        var attacker = browser();
        var callback = attacker.through(attacker.begin(provider(), "/"));
        victim.begin(provider(), "/");

        refused(victim, callback, SignInRefusal.SIGN_IN_NOT_BEGUN);
    }

    @Test
    void aUsedCodeIsRefusedAlsoUnderAFreshState() {
        var first = browser();
        var callback = first.through(first.begin(provider(), "/"));
        first.follow(callback);

        var second = browser();
        refused(second, withCode(second.begin(provider(), "/"), callback), SignInRefusal.PROVIDER_NOT_BELIEVED);
    }

    @Test
    void aStolenCodeIsOfNoUseWithoutTheVerifier() {
        var victim = browser();
        var callback = victim.through(victim.begin(provider(), "/"));

        var thief = browser();
        refused(thief, withCode(thief.begin(provider(), "/"), callback), SignInRefusal.PROVIDER_NOT_BELIEVED);
    }

    @Test
    void aCodeForAnotherClientIsRefused() {
        var elsewhere = browser();
        var callback = elsewhere.through(elsewhere.begin(other(), "/"));

        var here = browser();
        refused(here, withCode(here.begin(provider(), "/"), callback), SignInRefusal.PROVIDER_NOT_BELIEVED);
    }

    /** A token that the provider signed for this very question, with all that it should say, but for another client. */
    @Test
    void aTokenForAnotherClientIsRefused() {
        var honest = browser();
        assertThat(honest.follow(misled(honest, provider()))).isEqualTo("/help");
        assertThat(honest.signedIn()).isTrue();

        var here = browser();
        refused(here, misled(here, other()), SignInRefusal.PROVIDER_NOT_BELIEVED);
    }

    /** The way back from a provider that was asked in the name of that client. */
    private String misled(Browser browser, String client) {
        tokensAreFor(client);
        var ours = browser.begin("misled", "/help");
        var asked = ours.replaceFirst("client_id=[^&]+", "client_id=" + client)
                .replace("%2Fsign-in%2Fback%2Fmisled", "%2Fsign-in%2Fback%2F" + client);
        return withCode(ours, browser.through(asked));
    }

    @Test
    void aWrongNonceIsRefused() {
        var browser = browser();
        var asked = browser.begin(provider(), "/").replaceFirst("nonce=[^&]+", "nonce=another");

        refused(browser, browser.through(asked), SignInRefusal.PROVIDER_NOT_BELIEVED);
    }

    @Test
    void clocksMayDifferByAMinute() {
        for (var seconds : new int[] {-50, 50}) {
            clock.set(providersNow().plusSeconds(seconds));
            signedIn();
        }
        for (var seconds : new int[] {-120, 420}) {
            var browser = browser();
            clock.set(providersNow().plusSeconds(seconds));
            refused(browser, browser.through(browser.begin(provider(), "/")), SignInRefusal.PROVIDER_NOT_BELIEVED);
        }
    }

    @Test
    void aSignInThatTookTooLongIsBegunAgain() {
        var browser = browser();
        var callback = browser.through(browser.begin(provider(), "/"));
        clock.advance(Duration.ofMinutes(20));

        refused(browser, callback, SignInRefusal.SIGN_IN_NOT_BEGUN);
    }

    @Test
    void aNewKeyOfTheProviderIsLearned() {
        signedIn();
        rotateKeys();

        signedIn();
    }

    @Test
    void morePoofLeadsBackToWhereOneWas() {
        var browser = signedIn();
        var level = browser.follow("/test/level-2?x=1");
        assertThat(level).isEqualTo("/sign-in/level/2?to=%2Ftest%2Flevel-2%3Fx%3D1");
        assertThat(browser.visit.get(level).body()).contains("mức 2", "vẫn được giữ");

        var asked = browser.follow("/sign-in/level/2/prove?to=%2Ftest%2Flevel-2%3Fx%3D1");
        assertThat(asked).contains("acr_values=2");
        assertThat(browser.follow(browser.through(asked))).isEqualTo("/test/level-2?x=1");
        assertThat(browser.visit.get("/test/level-2?x=1").body()).isEqualTo("level 2");
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void whatWasSentTooEarlyIsNotLost() {
        var browser = signedIn();
        var token = Visit.token(browser.visit.get("/session-ended").body());
        var command = UUID.randomUUID().toString();
        var sent = browser.visit.send(
                "/test/level-2", Map.of("_csrf", token, "command", command, "reason", "Một câu dài \"và\" <lạ>"));
        assertThat(browser.sent(sent)).isEqualTo("/sign-in/level/2?to=%2Fsign-in%2Fcontinue");

        var asked = browser.follow("/sign-in/level/2/prove?to=%2Fsign-in%2Fcontinue");
        assertThat(browser.follow(browser.through(asked))).isEqualTo("/sign-in/continue");
        var form = browser.visit.get("/sign-in/continue").body();
        assertThat(form)
                .contains("action=\"/test/level-2\"", "value=\"" + command + "\"", "Một câu dài &#34;và&#34; &lt;lạ>");
        var again = browser.visit.send("/test/level-2", Map.of("_csrf", Visit.token(form), "command", command));
        assertThat(again.body()).isEqualTo("done " + command);
    }

    @Test
    void signingOutHereSignsOutThere() {
        var browser = signedIn();
        var answer = browser.visit.fill("/session-ended", "/sign-out", Map.of());
        assertThat(browser.sent(answer)).isEqualTo("/sign-out/onward");
        assertThat(answer.headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"storage\"");
        assertThat(browser.signedIn()).isFalse();

        var onward = browser.visit.get("/sign-out/onward");
        var there = onward.headers().firstValue("Refresh").orElseThrow().replace("0; url=", "");
        assertThat(there).contains("id_token_hint=", "post_logout_redirect_uri=");
        assertThat(browser.through(there)).isEqualTo("/");
    }

    @Test
    void signingOutThereEndsAllSessionsHere() {
        var one = signedIn();
        var bystander = browser();
        endByProvider(one);

        assertThat(one.signedIn()).isFalse();
        assertThat(one.follow("/my")).contains("/sign-in?to=");
        assertThat(bystander.signedIn()).isFalse();
        signedIn();
    }

    private static String withCode(String authorization, String callback) {
        var state = authorization.replaceFirst(".*[?&]state=([^&]+).*", "$1");
        var back = authorization
                .replaceFirst(".*redirect_uri=http%3A%2F%2F[^%]+%3A\\d+([^&]+).*", "$1")
                .replace("%2F", "/");
        return back + "?state=" + state + "&code=" + callback.replaceFirst(".*[?&]code=([^&]+).*", "$1");
    }

    private int accounts() {
        return Scope.of(TenantId.NATIONAL)
                .call(() -> new TransactionTemplate(transactions)
                        .execute(_ -> db.sql("""
                                select count(*) from account a join person p on p.id = a.person
                                where a.kind = 'PERSON' and p.personal_number = :number
                                """)
                                .param("number", NUMBER)
                                .query(Integer.class)
                                .single()));
    }

    /** A page that asks for level 2. */
    @org.springframework.web.bind.annotation.RestController
    static class LevelTwo {

        private final CurrentVisitor visitor;

        LevelTwo(CurrentVisitor visitor) {
            this.visitor = visitor;
        }

        @Door(value = Who.SIGNED_IN, level = 2)
        @org.springframework.web.bind.annotation.GetMapping("/test/level-2")
        String see() {
            return "level " + visitor.proof().orElseThrow().level();
        }

        @Door(value = Who.SIGNED_IN, level = 2)
        @org.springframework.web.bind.annotation.PostMapping("/test/level-2")
        String send(@org.springframework.web.bind.annotation.RequestParam String command) {
            return "done " + command;
        }
    }
}
