package vn.motcua.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import vn.motcua.matrix.Things.Thing;
import vn.motcua.support.TestClock;

/**
 * Every endpoint of the running program, called as everybody, with real things of somebody else: what is not theirs is
 * not there, with the same words as what never was, and nothing changes. An endpoint whose variables have no real thing
 * in {@link Things} fails.
 */
@ProgramOfItsOwn
class EndpointMatrixTest {

    /** Where the answer takes up what was asked for: the address itself, and tokens of the session. */
    private static final String TOKENS = "(name=\"_csrf\" value=|\"X-CSRF-TOKEN\": ?)\"[^\"]+\"";

    /** On whose pages the owner's name stands: their own, or of the person for whom they act. */
    private static final Set<Who> KNOW_THE_OWNER =
            EnumSet.of(Who.OWNER, Who.BUSINESS_OF_THE_OWNER, Who.HELPER, Who.REPRESENTATIVE);

    private final Collection<RequestMappingInfoHandlerMapping> mappings;
    private final Things things;
    private final Rows rows;
    private final TestClock clock;
    private final String address;
    private final List<String> faults = new ArrayList<>();
    private int calls;
    private int opened;
    private int asked;
    private int absent;

    @Autowired
    EndpointMatrixTest(
            ApplicationContext context, Things things, Rows rows, TestClock clock, @LocalServerPort int port) {
        this.mappings =
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values();
        this.things = things;
        this.rows = rows;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void aWorkingDay() {
        clock.set(Things.NOW);
    }

    @Test
    void whatIsNotTheirsIsNotThere() {
        var callers = new Callers(address);
        Deputies.arrange(callers);
        var known = things.all(callers);
        var endpoints = Endpoint.of(mappings);

        assertThat(holes(endpoints, known)).as("no real thing for these").isEmpty();
        for (var endpoint : endpoints) {
            things(endpoint, known).forEach(it -> call(endpoint, it, callers));
        }

        System.out.printf(
                "Endpoint matrix: %d endpoints x %d callers, %d calls: %d let in, %d asked to sign in, %d not there; %d faults%n",
                endpoints.size(), Who.values().length, calls, opened, asked, absent, faults.size());
        assertThat(faults).isEmpty();
        assertThat(absent).isGreaterThan(endpoints.size());
    }

    /** What has a variable and no real thing, and lines for what is not there any more. */
    private static List<String> holes(List<Endpoint> endpoints, Map<String, Thing> known) {
        var holes = new TreeSet<String>();
        endpoints.stream()
                .filter(it -> !it.variables().isEmpty() && things(it, known).isEmpty())
                .forEach(it -> holes.add(it.toString()));
        var patterns = endpoints.stream().map(Endpoint::pattern).toList();
        known.keySet().stream()
                .map(it -> pattern(it))
                .filter(it -> !patterns.contains(it))
                .forEach(it -> holes.add("no such endpoint: " + it));
        return List.copyOf(holes);
    }

    /** The address at the beginning of a line's key. */
    private static String pattern(String key) {
        return key.substring(0, (key + " ").indexOf(' '));
    }

    private static List<Thing> things(Endpoint endpoint, Map<String, Thing> known) {
        var found = known.entrySet().stream()
                .filter(it -> pattern(it.getKey()).equals(endpoint.pattern()))
                .map(Map.Entry::getValue)
                .toList();
        return found.isEmpty() && endpoint.variables().isEmpty()
                ? List.of(new Thing(List.of(), List.of(), endpoint.callers()))
                : found;
    }

    private void call(Endpoint endpoint, Thing thing, Callers callers) {
        var before = rows.now();
        var letIn = EnumSet.noneOf(Who.class);
        letIn.addAll(endpoint.callers());
        letIn.retainAll(thing.theirs());
        var real = endpoint.with(thing.real());
        for (var who : Who.values()) {
            if (letIn.contains(who)) {
                continue;
            }
            var answer = send(callers, who, endpoint, real);
            if (who == Who.NOBODY && !endpoint.isPublic()) {
                signsInFirst(endpoint, real, answer);
            } else {
                isNotThere(who, endpoint, thing, real, answer, callers);
            }
        }
        var changed = Rows.changed(before, rows.now());
        if (!changed.isEmpty()) {
            faults.add(endpoint + " changed " + changed + " for somebody it is not there for");
        }
        for (var who : letIn) {
            for (var strange : thing.strange()) {
                var answer = send(callers, who, endpoint, endpoint.with(strange));
                absent++;
                if (answer.statusCode() != 404 && !tooOften(endpoint, answer)) {
                    faults.add(who + " " + endpoint.with(strange) + " answered " + answer.statusCode() + ", not 404");
                }
            }
            if (endpoint.method().equals("GET")) {
                opens(who, endpoint, real, send(callers, who, endpoint, real));
            }
        }
    }

    private HttpResponse<String> send(Callers callers, Who who, Endpoint endpoint, String path) {
        calls++;
        var fields = Map.of(
                "command",
                UUID.randomUUID().toString(),
                "version",
                "1",
                "step",
                "appraisal",
                "reason",
                "Không thuộc thẩm quyền",
                "section",
                "child",
                "document",
                "giay-chung-sinh",
                "until",
                "2026-11-23T01:00:00Z");
        return callers.call(who, endpoint.method(), path, fields);
    }

    private void signsInFirst(Endpoint endpoint, String path, HttpResponse<String> answer) {
        asked++;
        var get = endpoint.method().equals("GET") && !path.startsWith("/api/");
        var redirected = answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").contains("/sign-in?to=");
        if (get ? !redirected : answer.statusCode() != 401) {
            faults.add("NOBODY " + endpoint.method() + " " + path + " answered " + answer.statusCode());
        }
    }

    private void isNotThere(
            Who who, Endpoint endpoint, Thing thing, String path, HttpResponse<String> answer, Callers callers) {
        absent++;
        if (answer.statusCode() == 415 && endpoint.isPublic()) {
            return; // it reads nothing but what programs send, whoever sends it
        }
        if (answer.statusCode() != 404) {
            faults.add(who + " " + endpoint.method() + " " + path + " answered " + answer.statusCode() + ", not 404");
            return;
        }
        var first = who == Who.OFFICER_OF_ANOTHER_TENANT || who == Who.ANOTHER_CITIZEN
                ? thing.strange().size()
                : 1;
        for (var strange : thing.strange().stream().limit(first).toList()) {
            var never = send(callers, who, endpoint, endpoint.with(strange));
            if (never.statusCode() != 404
                    || !plain(answer, endpoint, thing.real()).equals(plain(never, endpoint, strange))) {
                faults.add(who + " " + endpoint.method() + " " + path + " answers otherwise than for " + strange + ": "
                        + never.statusCode());
            }
        }
    }

    /** The answer without the ids that it repeats and without the session's token. */
    private static String plain(HttpResponse<String> answer, Endpoint endpoint, List<String> values) {
        var text = answer.body().replace(endpoint.with(values), "PATH");
        for (var value : values) {
            text = value.length() < 5 ? text : text.replace(value, "VALUE");
        }
        return withoutTokens(text);
    }

    /** The words of an answer that are the same in every session. */
    static String withoutTokens(String body) {
        return body.replaceAll(TOKENS, "TOKEN");
    }

    /** Who tries codes that do not exist is held back after a while. */
    private static boolean tooOften(Endpoint endpoint, HttpResponse<String> answer) {
        return endpoint.isPublic() && answer.statusCode() == 429;
    }

    private void opens(Who who, Endpoint endpoint, String path, HttpResponse<String> answer) {
        opened++;
        var status = answer.statusCode();
        var open = endpoint.isPublic();
        // what is for people alone says so to an organisation, of nothing in particular
        var saysWhy = status == 403
                && !who.taxCode().isEmpty()
                && endpoint.variables().isEmpty();
        if (status >= 500 || (!open && !saysWhy && List.of(401, 403, 404).contains(status))) {
            faults.add(who + " GET " + path + " answered " + status + " though it is theirs");
        }
        if (!open && !answer.headers().firstValue("Cache-Control").orElse("").contains("no-store")) {
            faults.add(who + " GET " + path + " may be kept by a cache");
        }
        if (open
                && !KNOW_THE_OWNER.contains(who)
                && answer.body().contains(Who.OWNER.persona())
                && !path.startsWith("/sandbox")) {
            faults.add(who + " GET " + path + " names the owner");
        }
    }
}
