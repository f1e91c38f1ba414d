package vn.motcua.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.Text;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;

/**
 * The Big List of Naughty Strings (Max Woolf, MIT License, beside the file), and some of our own, in every field of text:
 * nothing breaks, and what comes back is what was typed, as text.
 */
@ProgramOfItsOwn
class NaughtyStringsTest {

    private static final List<String> OURS = List.of(
            "a\u0000b",
            "\u0000",
            "Nguyễn\r\nSet-Cookie: a=b",
            "'; drop table dossier; --",
            "{\"$gt\": \"\"}",
            "${jndi:ldap://localhost/a}",
            "${7*7} #{7*7} {{7*7}} <%= 7*7 %>",
            "Giàng Thị Mỵ",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\uFFFE\uFFFF",
            "ﷺ".repeat(500));

    private static final Pattern TYPED =
            Pattern.compile("<input[^>]*name=\"child\\.birthCertNo\"[^>]*value=\"([^\"]*)\"");

    private final Things things;
    private final TestClock clock;
    private final String address;
    private final List<String> faults = new ArrayList<>();
    private int calls;

    @Autowired
    NaughtyStringsTest(Things things, TestClock clock, @LocalServerPort int port) {
        this.things = things;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void aWorkingDay() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void whatIsTypedComesBackAsText() throws IOException {
        var callers = new Callers(address);
        var strings = strings();
        assertThat(strings).hasSizeGreaterThan(480);

        var draft = things.draft(callers);
        for (var string : strings) {
            form(draft, string, callers);
            looksFor(string, callers);
            signsIn(string, callers);
        }
        for (int i = 0; i < strings.size(); i += 40) {
            desk(strings.subList(i, Math.min(i + 40, strings.size())), callers);
        }

        System.out.printf("Naughty strings: %d, %d calls; %d faults%n", strings.size(), calls, faults.size());
        assertThat(faults).isEmpty();
    }

    /** Every field of text on a page of the form at once; the number of a paper comes back letter by letter. */
    private void form(String draft, String string, Callers callers) {
        var fields = new LinkedHashMap<>(Births.CHILD);
        for (var field :
                List.of("child.fullName", "child.birthCertNo", "child.birthPlace.detail", "child.homeTown.detail")) {
            fields.put(field, string);
        }
        checked(string, callers.call(Who.OWNER, "POST", "/drafts/" + draft + "/form/child", fields));
        var page = callers.visit(Who.OWNER).get("/drafts/" + draft + "/form/child");
        checked(string, page);
        var typed = TYPED.matcher(page.body());
        var shown = typed.find() ? HtmlUtils.htmlUnescape(typed.group(1)) : "";
        if (!shown.equals(Text.clean(string).replaceAll("\\s+", " "))) {
            faults.add("typed " + shown(string) + " came back as " + shown(shown));
        }
    }

    private void looksFor(String string, Callers callers) {
        var query = URLEncoder.encode(string, UTF_8);
        checked(string, callers.visit(Who.NOBODY).get("/procedures?q=" + query));
        checked(string, callers.visit(Who.NOBODY).get("/track?code=" + query));
        checked(string, callers.visit(Who.RECEIVER).get("/desk/find?q=" + query));
    }

    private void signsIn(String string, Callers callers) {
        checked(string, callers.call(Who.NOBODY, "POST", "/sign-in", Map.of("userName", string, "password", string)));
    }

    /** As the lines and reasons of a supplement, as the note of a step, as a reason of the applicant's. */
    private void desk(List<String> strings, Callers callers) {
        var lines = new LinkedHashMap<String, String>();
        for (int i = 0; i < strings.size(); i++) {
            lines.put("what." + i, strings.get(i));
            lines.put("why." + i, strings.get(i) + " ");
        }
        var asked = things.born();
        lines.putAll(Map.of("more", "yes"));
        act(Who.RECEIVER, asked, "supplement", lines, strings, callers);
        lines.remove("more");
        lines.replaceAll((_, it) -> Text.clean(it).isEmpty() ? "Giấy chứng sinh" : it);
        act(Who.RECEIVER, asked, "supplement", lines, strings, callers);
        pages(asked, strings, callers);

        var all = String.join("\n", strings);
        var noted = things.born().received();
        act(Who.SPECIALIST, noted, "propose-denial", Map.of("step", "appraisal", "reason", all), strings, callers);
        pages(noted, strings, callers);
        var withdrawn = things.born();
        var sent = callers.call(
                Who.OWNER,
                "POST",
                withdrawn.path() + "/withdraw",
                Map.of("command", UUID.randomUUID().toString(), "version", "1", "reason", all));
        strings.forEach(it -> checked(it, sent));
        pages(withdrawn, strings, callers);
    }

    private void act(
            Who who, Life life, String word, Map<String, String> typed, List<String> strings, Callers callers) {
        var fields = new LinkedHashMap<>(typed);
        fields.put("command", UUID.randomUUID().toString());
        fields.put("version", life.seen().version() + "");
        var answer = callers.call(who, "POST", "/desk/dossiers/" + Things.id(life) + "/" + word, fields);
        strings.forEach(it -> checked(it, answer));
    }

    private void pages(Life life, List<String> strings, Callers callers) {
        var mine = callers.visit(Who.OWNER).get(life.path());
        var desk = callers.visit(Who.RECEIVER).get("/desk/dossiers/" + Things.id(life));
        strings.forEach(it -> {
            checked(it, mine);
            checked(it, desk);
        });
    }

    /** No failure, and no markup that somebody typed. */
    private void checked(String string, HttpResponse<String> answer) {
        calls++;
        var unknownCode = answer.statusCode() == 404 && answer.uri().getPath().equals("/track");
        if (answer.statusCode() >= 500 || (answer.statusCode() == 404 && !unknownCode)) {
            faults.add(answer.statusCode() + " at " + answer.uri().getPath() + " for " + shown(string));
        }
        var markup = string.length() > 3 && (string.contains("<") || (string.contains("\"") && string.contains(">")));
        if (markup && answer.body().contains(string)) {
            faults.add("markup at " + answer.uri().getPath() + " for " + shown(string));
        }
        if (answer.headers().firstValue("Set-Cookie").orElse("").startsWith("a=b")) {
            faults.add("a header at " + answer.uri().getPath() + " for " + shown(string));
        }
    }

    private static String shown(String string) {
        var start = string.substring(0, Math.min(60, string.length()));
        return '"' + start.codePoints().mapToObj(NaughtyStringsTest::shown).reduce("", String::concat) + '"';
    }

    private static String shown(int point) {
        return point >= ' ' && point < 0x7f ? Character.toString(point) : "\\u" + Integer.toHexString(point);
    }

    /** Those of the package {@code blns}, and ours. */
    static List<String> strings() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(NaughtyStringsTest.class.getResourceAsStream("/naughty/blns.json"))) {
            var all = new ArrayList<>(List.of(new JsonMapper().readValue(file, String[].class)));
            all.addAll(OURS);
            return all;
        }
    }
}
