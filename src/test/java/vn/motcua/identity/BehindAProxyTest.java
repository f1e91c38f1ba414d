package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** As an agency runs it: over https, through a proxy on the same machine, with limits. */
@WholeProgram
@TestPropertySource(
        properties = {
            "motcua.web.https=true",
            "motcua.web.proxies=127.0.0.1,::1",
            "motcua.limits.search=4",
            "motcua.limits.address=40",
            "motcua.security.contact=mailto:an-toan@motcua.example,https://motcua.example/report",
            "motcua.security.address=https://motcua.example/"
        })
class BehindAProxyTest {

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    private Visit visit = new Visit("");

    @BeforeEach
    void begin() {
        visit = new Visit("http://127.0.0.1:" + port);
    }

    @Test
    void browsersComeBackOverHttpsAlone() {
        for (var path :
                new String[] {"/", "/api/v1/dossiers/2222333344445555", "/assets/motcua.css", "/nothing-here"}) {
            assertThat(from("198.51.100.1", path).headers().firstValue("Strict-Transport-Security"))
                    .as(path)
                    .contains("max-age=31536000");
        }
    }

    @Test
    void theCookieIsBoundToThisHostAndToHttps() {
        var cookie = from("198.51.100.2", "/sign-in")
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");
        assertThat(cookie)
                .startsWith("__Host-motcua=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Domain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/procedures?q=khai+sinh", "/track?code=2222333344445555", "/api/v1/openapi.json"})
    void whoAsksTooMuchIsToldSoAndWhenToComeBack(String path) {
        var address = "198.51.100." + (100 + path.length());
        for (var i = 0; i < 4; i++) {
            assertThat(from(address, path).statusCode()).isNotEqualTo(429);
        }
        var page = from(address, "/procedures?q=a");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.body()).contains("Hãy đợi một phút rồi thử lại");
        assertThat(from(address, "/en/procedures?q=a").body()).contains("Wait a minute and try again");

        var problem = from(address, "/api/v1/dossiers/2222333344445555");
        assertThat(problem.statusCode()).isEqualTo(429);
        assertThat(problem.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.body()).contains("TOO_MANY_REQUESTS");

        assertThat(from(address, "/help").statusCode()).isEqualTo(200);
        assertThat(from("198.51.100.99", "/help").statusCode()).isEqualTo(200);
    }

    @Test
    void whatACallerSaysOfItselfIsNotBelieved() {
        for (var i = 0; i < 4; i++) {
            from("192.0.2." + i + ", 198.51.100.3", "/procedures?q=a");
        }
        assertThat(from("192.0.2.77, 198.51.100.3", "/procedures?q=a").statusCode())
                .isEqualTo(429);
    }

    @Test
    void weaknessesHaveAnAddress() {
        clock.set("2026-11-23T08:00");
        var answer = from("198.51.100.4", "/.well-known/security.txt");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body().lines())
                .containsExactly(
                        "Contact: mailto:an-toan@motcua.example",
                        "Contact: https://motcua.example/report",
                        "Expires: " + Instant.parse("2027-05-22T00:00:00Z"),
                        "Preferred-Languages: vi, en",
                        "Canonical: https://motcua.example/.well-known/security.txt");
    }

    private HttpResponse<String> from(String address, String path) {
        return visit.get(path, "X-Forwarded-For", address, "X-Forwarded-Proto", "https");
    }
}
