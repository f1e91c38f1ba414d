package vn.motcua.matrix;

import static org.assertj.core.api.Assertions.assertThat;

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
 * What is somebody else's and what never was take the same time, so that no watch tells them apart. Measured and printed
 * over a thousand calls of each, one of this and one of that in turn; how long a call takes is the machine's business.
 */
@ProgramOfItsOwn
@Tag("long")
class SameTimeTest {

    private static final int CALLS = 1_000;
    private static final int WARM_UP = 200;

    private final Things things;
    private final TestClock clock;
    private final String address;

    @Autowired
    SameTimeTest(Things things, TestClock clock, @LocalServerPort int port) {
        this.things = things;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @Test
    void foreignAndAbsentTakeTheSameTime() {
        clock.set("2026-11-23T08:00");
        var callers = new Callers(address);
        var life = things.born().received();
        var draft = things.draft(callers);
        var dossier = "/desk/dossiers/" + Things.id(life);
        Supplier<String> id = () -> UUID.randomUUID().toString();
        measure(callers, Who.OFFICER_ELSEWHERE, dossier, () -> "/desk/dossiers/" + id.get());
        measure(callers, Who.OFFICER_OF_ANOTHER_TENANT, dossier, () -> "/desk/dossiers/" + id.get());
        measure(callers, Who.ANOTHER_CITIZEN, "/drafts/" + draft, () -> "/drafts/" + id.get());
        measure(callers, Who.ANOTHER_CITIZEN, life.path(), () -> "/my/" + code());
    }

    private static String code() {
        return UUID.randomUUID()
                .toString()
                .replaceAll("[^2-9a-f]", "")
                .toUpperCase(java.util.Locale.ROOT)
                .concat("22222222222222222")
                .substring(0, 16);
    }

    private static void measure(Callers callers, Who who, String foreign, Supplier<String> absent) {
        var foreignTimes = new ArrayList<Long>();
        var absentTimes = new ArrayList<Long>();
        for (int i = 0; i < WARM_UP + CALLS; i++) {
            var theirs = time(callers, who, foreign);
            var nobodys = time(callers, who, absent.get());
            if (i >= WARM_UP) {
                foreignTimes.add(theirs);
                absentTimes.add(nobodys);
            }
        }
        System.out.printf(
                "%s %s: median %.2f ms foreign, %.2f ms absent over %d calls each%n",
                who,
                foreign.replaceFirst("[0-9a-fA-Z-]{16,}", "…"),
                median(foreignTimes) / 1e6,
                median(absentTimes) / 1e6,
                CALLS);
    }

    private static long time(Callers callers, Who who, String path) {
        var begun = System.nanoTime();
        var answer = callers.visit(who).get(path);
        var taken = System.nanoTime() - begun;
        assertThat(answer.statusCode()).isEqualTo(404);
        return taken;
    }

    private static long median(List<Long> times) {
        times.sort(null);
        return times.get(times.size() / 2);
    }
}
