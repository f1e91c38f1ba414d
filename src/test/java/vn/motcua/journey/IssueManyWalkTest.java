package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** The clerk has results issued in the background, on a phone without JavaScript and on a screen with it. */
@WholeProgram
@TestPropertySource(properties = "motcua.batches.after=0s")
class IssueManyWalkTest {

    private static final String CLERK = "Lù Thị Hiền";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    IssueManyWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theClerkChoosesManyAndSeesThemNumberedThenIssued(boolean script) {
        decided().resultIssued(script ? "100/2026" : "200/2026");
        var first = decided();
        var second = decided();
        try (var clerk = new Person(address, script ? 1280 : 360, script).as(CLERK)) {
            clerk.open("/desk?show=decided&step=issue&procedure=1.001193");
            for (var life : java.util.List.of(first, second)) {
                clerk.page()
                        .locator("input[name=pick][value^='" + life.ref.id() + "']")
                        .check();
            }
            clerk.press("button[value=issue]");
            assertThat(clerk.reads()).contains("Sẽ làm: 2 hồ sơ", "lấy số tiếp theo trong sổ");
            clerk.press("#begin .button");
            until(clerk, "Đã lấy số, chưa phát hành: 2 hồ sơ");
            assertThat(clerk.reads()).contains("đang chờ đến lượt ký");
            taVan.signed();
            until(clerk, "Mọi hồ sơ đã chọn đều đã làm xong");
            assertThat(clerk.complaints()).isEmpty();
        }

        assertThat(java.util.List.of(first, second))
                .allSatisfy(it -> assertThat(it.seen().result()).isPresent());
    }

    private TaVan.Life decided() {
        return taVan.birth("Lý Thị Mẩy").received().appraised().approved();
    }

    private static void until(Person it, String said) {
        var last = System.nanoTime() + PATIENCE.toNanos();
        while (!it.reads().contains(said)) {
            assertThat(System.nanoTime()).as(said + " in " + it.reads()).isLessThan(last);
            it.open(it.path());
        }
    }
}
