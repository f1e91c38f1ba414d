package vn.motcua.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/**
 * Somebody at the counter, or a trusted helper, and a person fill in a draft together. Everything over HTTP, on a day of its own:
 * what an officer did on a day is told together.
 */
@WholeProgram
class TogetherTest {

    private static final String BIRTH = "1.001193";
    private static final String START = "/procedures/" + BIRTH + "/start";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String HELPER = "Vàng Thị Phượng";
    private static final String OLD_MAN = "Lò Văn Páo";

    private final TestClock clock;
    private final String address;

    @Autowired
    TogetherTest(TestClock clock, @LocalServerPort int port) {
        this.clock = clock;
        this.address = "http://localhost:" + port;
        clock.set("2026-11-25T08:00");
    }

    @Test
    void bothHaveTheSameDraftAndOnlyItsOwnerFiles() {
        var officer = new Visit(address).as(RECEIVER);
        var phone = new Visit(address).as(OLD_MAN);
        var own = begun(phone);
        var other = begun(phone);
        var asked = asks(officer);
        var code = code(officer, asked);
        assertThat(phone.get("/consent?code=" + code).body())
                .contains(RECEIVER, "Điền giúp hồ sơ, không nộp", "60 phút kể từ khi đồng ý", own);
        assertThat(agrees(phone, code, asked, own, "120")).isEqualTo("/my/mandates/" + asked + "?done=given");

        var shared = "/for/" + asked + "/drafts/" + own;
        assertThat(officer.get(shared + "/form/requester").body()).contains(OLD_MAN, "đến 09:00, 25/11/2026");
        assertThat(officer.get("/for/" + asked + "/drafts/" + other).statusCode())
                .as("another of theirs")
                .isEqualTo(404);
        assertThat(officer.get("/for/" + asked + "/my/data").statusCode()).isEqualTo(404);
        assertThat(officer.fill("/help", "/for/" + asked + START, Map.of()).statusCode())
                .as("a new one")
                .isEqualTo(403);

        officer.fill(
                shared + "/form/child",
                shared + "/form/child",
                Map.of("section", "child", "child.fullName", "Lò Thị Mây", "later", "later"));
        assertThat(phone.get("/drafts/" + own + "/form/child").body())
                .contains("Lò Thị Mây", RECEIVER + " đang cùng điền hồ sơ này với bạn, đến 09:00, 25/11/2026");
        assertThat(phone.get("/my/mandates/" + asked).body()).contains("Điền giúp: ", RECEIVER);
        assertThat(officer.get(shared + "/review").body())
                .contains("Bạn điền giúp, không nộp")
                .doesNotContain("name=\"command\"");
        assertThat(officer.fill("/help", shared + "/review", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(officer.fill("/help", shared + "/discard", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(phone.get("/drafts/" + own + "/review").body()).contains("name=\"command\"");
        assertThat(phone.get("/my/looked").body()).contains(RECEIVER, "Cùng điền hồ sơ của bạn", "Tả Van");
    }

    @Test
    void afterAnHourOrWhenThePersonEndsItNothingOfThemIsThere() {
        var helper = new Visit(address).as(HELPER);
        var phone = new Visit(address).as(OLD_MAN);
        var ended = asks(helper);
        agrees(phone, code(helper, ended), ended, "", "60");
        var draft = Visit.first(helper.get("/together/" + ended).body(), "(/for/[^\"]*/drafts/[0-9a-f-]{36})");
        assertThat(helper.get(draft + "/form/requester").body()).contains(OLD_MAN);
        var lapsing = asks(helper);
        agrees(phone, code(helper, lapsing), lapsing, "", "60");

        phone.fill("/my/mandates/" + ended, "/my/mandates/" + ended + "/end", Map.of());
        assertThat(helper.get(draft + "/form/requester").statusCode()).isEqualTo(404);
        assertThat(helper.fill("/help", draft + "/form/child", Map.of("section", "child"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(helper.get("/together/" + ended).body())
                .contains("Người đã được giúp")
                .doesNotContain(OLD_MAN);
        assertThat(helper.get("/my/mandates/" + ended).body()).doesNotContain(OLD_MAN);

        assertThat(helper.get("/together").body()).contains(OLD_MAN, lapsing);
        clock.set("2026-11-25T09:00");
        assertThat(helper.get("/together").body()).doesNotContain(OLD_MAN, lapsing);
        assertThat(helper.get("/together/" + lapsing).body()).doesNotContain(OLD_MAN);
        assertThat(helper.get("/for/" + lapsing + "/my").statusCode()).isEqualTo(404);
        assertThat(phone.get(draft.substring(draft.indexOf("/drafts/"))).statusCode())
                .as("the draft stays theirs")
                .isEqualTo(302);
    }

    @Test
    void whoHelpsNobodyAsksNobody() {
        for (var name : new String[] {OLD_MAN, "Phạm Quốc Việt"}) {
            assertThat(new Visit(address).as(name).get("/together").statusCode())
                    .as(name)
                    .isEqualTo(404);
        }
        var officer = new Visit(address).as(RECEIVER);
        assertThat(sends(officer, UUID.randomUUID().toString(), "", "60")).isEqualTo(422);
        assertThat(sends(officer, UUID.randomUUID().toString(), BIRTH, "481")).isEqualTo(422);
    }

    @Test
    void aDraftOfSomebodyElseIsNotShown() {
        var foreign = begun(new Visit(address).as(HELPER));
        var officer = new Visit(address).as(RECEIVER);
        var phone = new Visit(address).as(OLD_MAN);
        var asked = asks(officer);

        var answer = phone.fill("/help", "/consent", consent(code(officer, asked), asked, foreign, "60"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(officer.get("/together/" + asked).body()).contains("Chờ trả lời");
    }

    private static String begun(Visit phone) {
        return Visit.first(phone.local(phone.fill(START, START, Map.of("for", "myself"))), "/drafts/([0-9a-f-]{36})");
    }

    private static String asks(Visit helper) {
        var id = UUID.randomUUID().toString();
        sends(helper, id, BIRTH, "60");
        return id;
    }

    private static int sends(Visit helper, String id, String procedure, String minutes) {
        return helper.fill("/together", "/together", Map.of("command", id, "procedure", procedure, "minutes", minutes))
                .statusCode();
    }

    private static String code(Visit helper, String asked) {
        return Visit.first(helper.get("/together/" + asked).body(), "translate=\"no\">([0-9A-Z-]{11})<");
    }

    private static String agrees(Visit phone, String code, String asked, String draft, String minutes) {
        return phone.local(phone.fill("/help", "/consent", consent(code, asked, draft, minutes)));
    }

    private static Map<String, String> consent(String code, String asked, String draft, String minutes) {
        return Map.of("code", code, "mandate", asked, "answer", "yes", "draft", draft, "minutes", minutes);
    }
}
