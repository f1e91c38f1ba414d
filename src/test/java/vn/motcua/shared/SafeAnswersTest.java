package vn.motcua.shared;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What {@code docs/security.md} says of every answer, asked of the running program. */
@WholeProgram
class SafeAnswersTest {

    private final String address;
    private final ServletContext context;
    private String shown = "";

    @Autowired
    SafeAnswersTest(@LocalServerPort int port, ServletContext context) {
        this.address = "http://localhost:" + port;
        this.context = context;
    }

    @Test
    void noOtherSiteMayRead() {
        for (var path : new String[] {"/", "/api/v1/procedures", "/assets/motcua.css", "/my"}) {
            var answer = new Visit(address).get(path, "Origin", "https://example.org");
            assertThat(answer.headers().map().keySet())
                    .as(path)
                    .noneMatch(it -> it.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        }
    }

    @Test
    void pagesDoNotSayElsewhereWhereOneWas() {
        assertThat(new Visit(address).get("/").headers().firstValue("Referrer-Policy"))
                .contains("same-origin");
    }

    @Test
    void traceIsRefused() throws IOException, InterruptedException {
        var trace = HttpRequest.newBuilder(URI.create(address + "/"))
                .header("Cookie", "motcua=secret-of-the-test")
                .method("TRACE", HttpRequest.BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(trace, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isBetween(400, 501);
            assertThat(answer.body()).doesNotContain("secret-of-the-test");
        }
    }

    @Test
    void whatLiesBesideIsNotServed() {
        for (var path : new String[] {
            "/.git/config", "/.env", "/META-INF/MANIFEST.MF", "/WEB-INF/web.xml", "/application.properties",
                    "/actuator",
            "/actuator/env", "/actuator/heapdump", "/swagger-ui.html", "/h2-console", "/assets/", "/assets/../pom.xml"
        }) {
            assertThat(new Visit(address).get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void callsOverPlainHttpAreSentNowhere() {
        var answer = new Visit(address).get("/api/v1/procedures");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void sessionsHaveLongNumbersOfTheirOwnAndEndWhenIdle() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 20; i++) {
            var visit = new Visit(address);
            visit.get("/sign-in");
            seen.add(visit.cookie("motcua"));
        }
        assertThat(seen).hasSize(20).allMatch(it -> it.matches("[0-9A-F]{32,}"));
        assertThat(context.getSessionTimeout()).as("minutes").isEqualTo(30);
    }

    @Test
    void passwordsAreMaskedAndMayBePastedOrFilledIn() {
        var page = new Visit(address).get("/sign-in").body();
        var field = Visit.first(page, "(<input[^>]*name=\"password\"[^>]*>)");
        assertThat(field)
                .contains("type=\"password\"", "autocomplete=\"current-password\"")
                .doesNotContain("maxlength", "pattern=", "readonly");
        assertThat(page).doesNotContain("onpaste", "oncopy");
        assertThat(Visit.first(page, "(<input[^>]*name=\"userName\"[^>]*>)")).contains("autocomplete=\"username\"");
    }

    /** With the number that the page shows, and nothing of what went wrong on the page. */
    @Test
    void aBugStandsInTheLogUnderTheNumberOfItsPage() {
        var log = listened(() -> {
            var page = new Visit(address).get("/broken");
            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body()).doesNotContain("broken on purpose", "IllegalState", "vn.motcua.");
            shown = Visit.first(page.body(), "([0-9a-f]{8}-[0-9a-f-]{27})");
        });
        assertThat(log).anySatisfy(it -> {
            assertThat(it.getFormattedMessage()).isEqualTo("bug " + shown);
            assertThat(it.getThrowableProxy().getMessage()).isEqualTo("broken on purpose");
        });
    }

    private static List<ILoggingEvent> listened(Runnable work) {
        var log = new ListAppender<ILoggingEvent>();
        var all = (Logger) LoggerFactory.getLogger("vn.motcua");
        log.start();
        all.addAppender(log);
        try {
            work.run();
        } finally {
            all.detachAppender(log);
        }
        return List.copyOf(log.list);
    }

    @Test
    void whoWasRefusedAndWhoForgedStandsInTheLog() {
        var log = listened(() -> {
            var visit = new Visit(address).as("Nguyễn Văn Quân");
            assertThat(visit.get("/admin/officers/new").statusCode()).isEqualTo(404);
            assertThat(visit.send("/sign-out", Map.of("_csrf", "forged")).statusCode())
                    .isGreaterThanOrEqualTo(400);
        });
        assertThat(log)
                .anySatisfy(it -> {
                    assertThat(it.getLoggerName()).endsWith("Doors");
                    assertThat(it.getFormattedMessage()).contains("stood before", "which is not theirs");
                })
                .anySatisfy(it -> assertThat(it.getLoggerName()).endsWith("SessionEnded"));
        assertThat(log).noneMatch(it -> it.getFormattedMessage().contains("Nguyễn Văn Quân"));
    }
}
