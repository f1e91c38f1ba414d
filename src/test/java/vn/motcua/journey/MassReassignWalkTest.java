package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/**
 * A leader gives all work of one officer to another, sees how far it is and what was not done; and an officer goes through
 * a list by keyboard.
 */
@WholeProgram
@TestPropertySource(properties = "motcua.batches.after=0s")
class MassReassignWalkTest {

    private static final int MANY = 60;
    private static final String HA = "Trần Thu Hà";
    private static final String PAO = "Giàng A Páo";
    private static final String LEADER = "Vũ Đức Thành";

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    MassReassignWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
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
    void allWorkOfOneOfficerGoesToAnother(boolean script) {
        var lives =
                IntStream.range(0, 5).mapToObj(it -> taVan.copies("Lý Thị Mẩy")).toList();
        as(HA, script, it -> {
            it.open("/desk?procedure=2.000815&chosen=all")
                    .press("button[value=claim]")
                    .press("#begin .button");
            untilOver(it);
        });
        as(LEADER, script, it -> {
            it.open("/desk/team").press("tbody a:has-text('" + HA + "')");
            it.page().locator("#to").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(PAO));
            it.type("reason", "Chị Hà đi học hai tuần").press("#give");
            untilOver(it);
            assertThat(it.reads()).contains("Mọi hồ sơ đã chọn đều đã làm xong");
            it.open("/desk/team");
            assertThat(it.page()
                            .locator("tbody tr:has-text('" + HA + "') td")
                            .nth(1)
                            .innerText()
                            .strip())
                    .endsWith("0");
        });
        as(PAO, script, it -> {
            it.open("/desk?show=mine&procedure=2.000815");
            lives.forEach(life ->
                    assertThat(it.page().content()).contains(life.ref.id().toString()));
            it.open("/desk/dossiers/" + lives.getFirst().ref.id());
            assertThat(it.reads()).contains("Chị Hà đi học hai tuần");
            it.open("/desk?show=mine&procedure=2.000815&chosen=all")
                    .press("button[value=release]")
                    .press("#begin .button");
            untilOver(it);
        });
        try (var anybody = new Person(address, 360, script)) {
            anybody.open("/track?code=" + lives.getFirst().code.value());
            assertThat(anybody.reads()).doesNotContain("đi học hai tuần");
        }
    }

    /** More than a page of the inbox holds; one went back to the tray between the look and the word. */
    @Test
    void theWorkOfAWholeWeekGoesToAnotherButWhatIsGoneMeanwhileAndThatIsSaid() {
        var lives = IntStream.range(0, MANY)
                .mapToObj(it -> taVan.birth("Lý Thị Mẩy").taken())
                .toList();
        var gone = lives.get(MANY / 2);
        as(LEADER, true, it -> {
            it.open("/desk/team").press("tbody a:has-text('" + HA + "')");
            assertThat(it.page().locator("input[name=pick]:checked").count()).isEqualTo(MANY);
            it.page().locator("#to").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(PAO));
            it.type("reason", "Chị Hà nghỉ ốm cả tuần");
            gone.putBack();
            it.press("#give");
            untilOver(it);
            assertThat(it.reads())
                    .contains("Đã làm %d hồ sơ, không làm 1 hồ sơ".formatted(MANY - 1), "không còn giữ bước này");
            assertThat(it.page().locator("main tbody a").all())
                    .extracting(row -> row.getAttribute("href"))
                    .as("the one exception, to be opened")
                    .containsExactly("/desk/dossiers/" + gone.ref.id());
        });
        as(PAO, true, it -> {
            var mine = new ArrayList<String>();
            it.open("/desk?show=mine&procedure=1.001193");
            mine.addAll(rows(it));
            while (it.page().locator("a[rel=next]").count() > 0) {
                it.press("a[rel=next]");
                mine.addAll(rows(it));
            }
            assertThat(mine)
                    .hasSize(MANY - 1)
                    .containsAll(lives.stream()
                            .filter(life -> life != gone)
                            .map(life -> life.ref.id().toString())
                            .toList());
        });
    }

    /** The dossiers on the page. */
    private static List<String> rows(Person it) {
        return it.page().locator("a[data-row]").all().stream()
                .map(row -> row.getAttribute("href").replaceFirst("\\?.*", "").replaceFirst(".*/", ""))
                .toList();
    }

    @Test
    void anOfficerGoesThroughTheFilteredListByKeyboardAndComesToTheNextAfterAnAct() {
        IntStream.range(0, 3).forEach(_ -> taVan.birth("Lý Thị Mẩy").received().appraised());
        as(LEADER, true, it -> {
            it.open("/desk?show=running&step=decision&procedure=1.001193");
            var all = it.page().locator("a[data-row]").all().stream()
                    .map(row -> row.getAttribute("href"))
                    .toList();
            it.page().keyboard().press("j");
            it.page().keyboard().press("j");
            it.page().keyboard().press("Enter");
            it.page().waitForURL(url -> url.endsWith(all.get(1)));
            it.page().keyboard().press("k");
            it.page().waitForURL(url -> url.endsWith(all.get(0)));
            it.page().keyboard().press("j");
            it.page().waitForURL(url -> url.endsWith(all.get(1)));
            it.page().locator("[data-keys]").click();
            it.page().keyboard().press("j");
            assertThat(it.page().url()).as("switched off").endsWith(all.get(1));
            it.page().locator("[data-keys]").click();
            it.unfold("#approve .button").press("#approve .button");
            assertThat(it.path()).startsWith(all.get(2).replaceFirst("\\?.*", ""));
            assertThat(it.reads()).contains("Đã phê duyệt.", "Xem lại hồ sơ đó", "hồ sơ kế tiếp");
        });
    }

    private static void untilOver(Person it) {
        while (it.page().locator("#run [role=status]").count() > 0
                && !it.page().locator("#how-far").innerText().equals("Đã xong")) {
            it.open(it.path());
        }
    }

    private void as(String name, boolean script, Consumer<Person> doing) {
        try (var person = new Person(address, script ? 1280 : 360, script).as(name)) {
            doing.accept(person);
            assertThat(person.complaints()).isEmpty();
        }
    }
}
