package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.form.CompiledForm;
import vn.motcua.support.WholeProgram;

/** What the pages without JavaScript say of a birth registration, programs are told of the same answers. */
@WholeProgram
class AnswersCheckTest {

    private static final int TRIES = 6;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SAID = Pattern.compile("<li><a href=\"#([^\"]+)\">([^<]+)</a></li>");

    private final DraftDesk desk;
    private final Cast cast;
    private final int port;

    @Autowired
    AnswersCheckTest(DraftDesk desk, Cast cast, @LocalServerPort int port) {
        this.desk = desk;
        this.cast = cast;
        this.port = port;
    }

    @Test
    void validationAnswersAreTheSameFromPageAndApi() {
        var may = cast.may();
        var caller = new Caller(port, may);
        var random = new Random(20_261_123);
        var said = 0;
        for (int i = 0; i < TRIES; i++) {
            var id = may.scope().call(() -> desk.start(may, Birth.CODE));
            var pages = spoilt(random);
            pages.forEach((section, posted) -> may.scope().call(() -> desk.answer(may, id, section, posted)));
            var draft = may.scope().call(() -> desk.open(may, id));

            var told = check(
                    "?place=15", JSON.writeValueAsString(sent(draft.draft().answers())));

            for (var section : pages.keySet()) {
                if (draft.form()
                        .fields(section, draft.draft().answers(), draft.facts())
                        .isEmpty()) {
                    continue;
                }
                var address = "/drafts/" + id + (section.equals(CompiledForm.QUESTIONS) ? "/case" : "/form/" + section);
                var page = caller.post(address, address, single(pages.get(section)));
                var onThePage = said(page.body());
                assertThat(ofSection(told, draft, section))
                        .as("%s: %s", section, pages)
                        .containsExactlyElementsOf(onThePage);
                said += onThePage.size();
            }
            may.scope().run(() -> desk.discard(may, id));
        }
        assertThat(said).as("problems that were said").isPositive();
    }

    @Test
    void whatIsAskedAndRequiredIsTold() {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("case", "thong-thuong");
        var told = check("?channel=DIRECT&day=2026-11-25", JSON.writeValueAsString(answers));
        assertThat(told.path("good").asBoolean()).isFalse();
        assertThat(told.path("asked").toString()).contains("\"child.fullName\"");
        assertThat(told.path("required").toString()).contains("\"child.fullName\"");
        assertThat(told.path("answers").path("case").asString()).isEqualTo("thong-thuong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "5",
                "{\"case\":",
                "{\"case\":\"a\",\"case\":\"b\"}",
                "{} {}",
                "{\"case\":\"\\ud800x\"}",
                "{\"case\":[[[[[[[[[[[1]]]]]]]]]]]}"
            })
    void whatIsNoObjectIsRefused(String body) {
        var answer = post("", body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("code").asString()).isEqualTo("ANSWERS_NOT_AN_OBJECT");
    }

    @Test
    void whatIsTooLargeOrDoesNotExistIsRefused() {
        assertThat(code(post("", "{\"case\":\"" + "x".repeat(600 * 1024) + "\"}")))
                .isEqualTo("ANSWERS_TOO_LARGE");
        assertThat(code(post("?channel=FAX", "{}"))).isEqualTo("NO_SUCH_CHANNEL");
        assertThat(code(post("?day=2126-01-01", "{}"))).isEqualTo("NO_SUCH_FILING_DAY");
        assertThat(code(post("?day=hom-nay", "{}"))).isEqualTo("NO_SUCH_FILING_DAY");
        assertThat(code(post("?place=99", "{}"))).isEqualTo("NO_SUCH_FILING_PLACE");
        for (var unknown : List.of("9.999999", "1.000080")) {
            assertThat(code(send("/api/v1/procedures/" + unknown + "/answers/check", "{}")))
                    .isEqualTo("NO_SUCH_PROCEDURE");
        }
    }

    @Test
    void theSentencesAreEnglishUnderEn() {
        var told = JSON.readTree(
                send("/en" + address(""), "{\"child.fullName\":\"123\"}").body());
        assertThat(StreamSupport.stream(told.path("problems").spliterator(), false)
                        .filter(it -> it.path("field").asString().equals("child.fullName")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("code").asString()).isEqualTo("personName");
                    assertThat(it.path("message").asString()).contains("name");
                });
    }

    /** The answers of a birth with some of them spoilt. */
    private static Map<String, Map<String, List<String>>> spoilt(Random random) {
        var pages = new LinkedHashMap<String, Map<String, List<String>>>();
        Birth.pages().forEach((section, posted) -> {
            var spoilt = new LinkedHashMap<String, List<String>>();
            posted.forEach(
                    (name, values) -> spoilt.put(name, random.nextInt(4) > 0 ? values : wrong(name, values, random)));
            pages.put(section, spoilt);
        });
        return pages;
    }

    /** A day that November does not have, nothing, or what is not asked for. */
    private static List<String> wrong(String name, List<String> right, Random random) {
        if (name.endsWith(".day")) {
            return List.of("31");
        }
        return name.endsWith(".month") || name.endsWith(".year")
                ? right
                : List.of(List.of("", "0", "123", "X!").get(random.nextInt(4)));
    }

    /** What a program would send: a day that does not exist as it would be written. */
    private static Map<String, Object> sent(Map<String, Object> answers) {
        var sent = new LinkedHashMap<String, Object>();
        answers.forEach((name, answer) -> sent.put(
                name,
                answer instanceof Map<?, ?> day && day.containsKey("year")
                        ? day.get("year") + "-" + two(day.get("month")) + "-" + two(day.get("day"))
                        : answer));
        return sent;
    }

    private static String two(@org.jspecify.annotations.Nullable Object part) {
        return part instanceof String text && text.length() == 1 ? "0" + text : String.valueOf(part);
    }

    private static Map<String, String> single(Map<String, List<String>> posted) {
        var fields = new LinkedHashMap<String, String>();
        posted.forEach((name, values) -> fields.put(name, values.getFirst()));
        return fields;
    }

    private static List<List<String>> said(String page) {
        var at = page.indexOf("id=\"errors\"");
        if (at < 0) {
            return List.of();
        }
        var found = new ArrayList<List<String>>();
        var line = SAID.matcher(page.substring(at, page.indexOf("</ul>", at)));
        while (line.find()) {
            found.add(List.of(line.group(1), HtmlUtils.htmlUnescape(line.group(2))));
        }
        return found;
    }

    private static List<List<String>> ofSection(JsonNode told, Case draft, String section) {
        var fields = draft.form().fields(section, draft.draft().answers(), draft.facts()).stream()
                .map(it -> it.id())
                .toList();
        return StreamSupport.stream(told.path("problems").spliterator(), false)
                .map(it ->
                        List.of(it.path("field").asString(), it.path("message").asString()))
                .filter(it -> fields.contains(it.getFirst()))
                .toList();
    }

    private JsonNode check(String query, String body) {
        var answer = post(query, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("code").asString();
    }

    private static String address(String query) {
        return "/api/v1/procedures/" + Birth.CODE + "/answers/check" + query;
    }

    private HttpResponse<String> post(String query, String body) {
        return send(address(query), body);
    }

    private HttpResponse<String> send(String address, String body) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
