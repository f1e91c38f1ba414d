package vn.motcua.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.TestClock;

/**
 * What is somebody else's and what never was answer alike and take the same time, so that no watch tells them apart. Over
 * a thousand calls of each, one of this and one of that in turn and first by turns, so that whatever else the machine
 * does befalls both alike; the two medians are compared with each other, not with any number of milliseconds a call may
 * take. The one test that asserts on time.
 */
@ProgramOfItsOwn
@Tag("long")
class SameTimeTest {

    private static final int CALLS = 1_000;
    private static final int WARM_UP = 200;
    private static final double MOST_APART_MS = 5;

    private final Things things;
    private final TestClock clock;
    private final String address;
    private final List<String> apart = new ArrayList<>();

    @Autowired
    SameTimeTest(Things things, TestClock clock, @LocalServerPort int port) {
        this.things = things;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    /**
     * Two addresses that somebody calls.
     *
     * @param foreign leads to something of somebody else's
     * @param absent makes one that leads nowhere, each time another
     */
    private record Pair(Who who, String foreign, Supplier<String> absent) {}

    @Test
    void foreignAndAbsentAnswerAlikeInTheSameTime() {
        clock.set(Things.NOW);
        var callers = new Callers(address);

        pairs(callers).forEach(it -> measure(callers, it));

        assertThat(apart).isEmpty();
    }

    private List<Pair> pairs(Callers callers) {
        var life = things.born().received();
        var all = new ArrayList<Pair>();
        Supplier<String> id = () -> UUID.randomUUID().toString();
        for (var page : List.of("", "/papers/" + things.paper(life), "/thread")) {
            var desk = "/desk/dossiers/" + Things.id(life) + page;
            all.add(new Pair(Who.OFFICER_ELSEWHERE, desk, () -> "/desk/dossiers/" + id.get() + page));
            all.add(new Pair(Who.OFFICER_OF_ANOTHER_TENANT, desk, () -> "/desk/dossiers/" + id.get() + page));
            all.add(new Pair(Who.ANOTHER_CITIZEN, life.path() + page, () -> "/my/" + code() + page));
        }
        all.add(new Pair(Who.ANOTHER_BUSINESS, life.path(), () -> "/my/" + code()));
        var file = Things.attached(callers, life);
        all.add(new Pair(
                Who.ANOTHER_CITIZEN,
                life.path() + "/thread/files/" + file,
                () -> "/my/" + code() + "/thread/files/" + file));
        all.add(new Pair(Who.ANOTHER_CITIZEN, "/drafts/" + things.draft(callers), () -> "/drafts/" + id.get()));
        all.add(new Pair(
                Who.ANOTHER_CITIZEN,
                "/my/mandates/" + Mandates.asked(callers, Who.OWNER),
                () -> "/my/mandates/" + id.get()));
        all.add(new Pair(Who.ANOTHER_CITIZEN, life.path() + "/evidence", () -> "/my/" + code() + "/evidence"));
        all.add(new Pair(
                Who.OFFICER_ELSEWHERE,
                "/desk/consultations/" + things.question(callers, life),
                () -> "/desk/consultations/" + id.get()));
        return all;
    }

    private static String code() {
        return UUID.randomUUID()
                .toString()
                .replaceAll("[^2-9a-f]", "")
                .toUpperCase(java.util.Locale.ROOT)
                .concat("22222222222222222")
                .substring(0, 16);
    }

    private void measure(Callers callers, Pair pair) {
        var foreignTimes = new ArrayList<Long>();
        var absentTimes = new ArrayList<Long>();
        for (int i = 0; i < WARM_UP + CALLS; i++) {
            var absent = pair.absent().get();
            var foreignFirst = i % 2 == 0;
            var first = time(callers, pair.who(), foreignFirst ? pair.foreign() : absent);
            var second = time(callers, pair.who(), foreignFirst ? absent : pair.foreign());
            assertThat(second.body()).as(pair.who() + " " + pair.foreign()).isEqualTo(first.body());
            if (i >= WARM_UP) {
                foreignTimes.add(foreignFirst ? first.nanos() : second.nanos());
                absentTimes.add(foreignFirst ? second.nanos() : first.nanos());
            }
        }
        var foreign = median(foreignTimes) / 1e6;
        var nobodys = median(absentTimes) / 1e6;
        var line = "%s %s: median %.2f ms foreign, %.2f ms absent over %d calls each"
                .formatted(
                        pair.who(),
                        pair.foreign().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9A-Z]{16}", "…"),
                        foreign,
                        nobodys,
                        CALLS);
        System.out.println(line);
        if (Math.abs(foreign - nobodys) > MOST_APART_MS) {
            apart.add(line);
        }
    }

    /** How long it took, and what it said, without the address that was asked for and the token of the form. */
    private record Timed(long nanos, String body) {}

    private static Timed time(Callers callers, Who who, String path) {
        var begun = System.nanoTime();
        var answer = callers.visit(who).get(path);
        var taken = System.nanoTime() - begun;
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        return new Timed(taken, body(answer, path));
    }

    private static String body(HttpResponse<String> answer, String path) {
        return EndpointMatrixTest.withoutTokens(answer.body().replace(path, "PATH"))
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9A-Z]{16}", "ID");
    }

    private static long median(List<Long> times) {
        times.sort(null);
        return times.get(times.size() / 2);
    }
}
