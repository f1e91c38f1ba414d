package vn.motcua.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.HtmlCheck;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;

/** A browser that several people use one after the other, as at a one-stop or a post office. */
@ProgramOfItsOwn
class SharedBrowserTest {

    private static final String FIRST = "Nguyễn Văn Quân";
    private static final String NEXT = "Trần Minh Khôi";

    private final TaVan taVan;
    private final String address;

    @Autowired
    SharedBrowserTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.address = "http://localhost:" + port;
        clock.set("2026-11-23T08:00");
    }

    @Test
    void nothingOfTheFirstPersonIsLeftForTheNext() {
        var life = taVan.birth(FIRST).received();
        var browser = new Visit(address).as(FIRST);
        var begun = browser.fill("/help", "/procedures/" + Things.BIRTH + "/start", Map.of());
        var draft = browser.local(begun);
        assertThat(browser.get(draft.replace("/case", "/form/requester")).body())
                .contains(FIRST);
        assertThat(browser.get(life.path()).body()).contains("Giàng Thị Mỵ");
        var session = browser.cookie("motcua");
        assertThat(session).isNotEmpty();
        browser.fill("/help", "/sign-out", Map.of());

        browser.as(NEXT);

        assertThat(browser.cookie("motcua")).isNotEqualTo(session);
        for (var page : List.of("/", "/my", "/my/looked", "/procedures/" + Things.BIRTH + "/start", "/track")) {
            assertThat(browser.get(page).body()).as(page).doesNotContain(FIRST, "Giàng Thị Mỵ", life.code.value());
        }
        assertThat(browser.get(draft).statusCode()).isEqualTo(404);
        assertThat(browser.get(life.path()).statusCode()).isEqualTo(404);
        var own = browser.local(browser.fill("/help", "/procedures/" + Things.BIRTH + "/start", Map.of()));
        assertThat(browser.get(own.replace("/case", "/form/requester")).body())
                .contains(NEXT)
                .doesNotContain(FIRST);
    }

    /** One helper with two people in a row, in the same browser and the same session. */
    @Test
    void nothingOfOnePersonIsLeftWhenAHelperHelpsTheNext() {
        var helper = new Visit(address).as("Vàng Thị Phượng");
        var first = helped(helper, "Lò Văn Páo");
        var second = helped(helper, NEXT);
        var start = "/procedures/" + Things.BIRTH + "/start";
        var ofFirst = helper.local(helper.fill(start, start, Map.of("for", first)));
        assertThat(ofFirst).startsWith("/for/" + first + "/drafts/");
        assertThat(helper.get(ofFirst.replace("/case", "/form/requester")).body())
                .contains("Lò Văn Páo", "Bạn đang làm cho Lò Văn Páo");

        var ofSecond = helper.local(helper.fill(start, start, Map.of("for", second)));

        assertThat(helper.get(ofSecond.replace("/case", "/form/requester")).body())
                .contains(NEXT)
                .doesNotContain("Lò Văn Páo", "010044999012");
        assertThat(helper.get("/for/" + second + "/my").body()).doesNotContain("Lò Văn Páo");
        assertThat(helper.get(ofFirst.replace(first, second)).statusCode())
                .as("the first person's draft under the second's name")
                .isEqualTo(404);
        assertThat(helper.get(ofFirst.replace("/for/" + first, "")).statusCode())
                .as("and under the helper's own")
                .isEqualTo(404);
        var own = helper.local(helper.fill(start, start, Map.of("for", "myself")));
        assertThat(helper.get(own.replace("/case", "/form/requester")).body())
                .contains("010301999011")
                .doesNotContain("Lò Văn Páo", NEXT, "010044999012");
        assertThat(helper.get("/my").body()).doesNotContain("/drafts/" + draft(ofFirst), "/drafts/" + draft(ofSecond));
    }

    private String helped(Visit helper, String person) {
        return Mandates.agreed(helper, new Visit(address).as(person), Map.of());
    }

    private static String draft(String path) {
        return Visit.first(path, "/drafts/([0-9a-f-]{36})");
    }

    @Test
    void thePagesOfAuthorityAreValidInBothLanguages() {
        var leader = new Visit(address).as("Vũ Đức Thành");
        for (var page : List.of("/stand-ins", "/en/stand-ins", "/desk", "/en/desk/questions")) {
            assertThat(HtmlCheck.errors(leader.get(page).body())).as(page).isEmpty();
        }
        assertThat(leader.get("/desk").body()).contains("href=\"/desk/questions\"", "href=\"/stand-ins\"");
        var citizen = new Visit(address).as(FIRST);
        var mine = citizen.get("/my").body();
        assertThat(HtmlCheck.errors(mine)).isEmpty();
        assertThat(mine).contains("href=\"/my/looked\"", "href=\"/evidence\"");
        assertThat(new Visit(address).as("Hoàng Thị Nguyệt").get("/desk").body())
                .contains("href=\"/desk/inspection\"")
                .doesNotContain("href=\"/stand-ins\"");
        var life = taVan.birth(FIRST).received();
        var desk = "/desk/dossiers/" + life.ref.id();
        assertThat(new Visit(address).as("Trần Thu Hà").get(desk).body()).contains("href=\"" + desk + "/evidence\"");
    }
}
