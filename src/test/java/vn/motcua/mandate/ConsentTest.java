package vn.motcua.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A helper asks; the person reads and answers on a phone of their own; either ends it. Everything over HTTP. */
@WholeProgram
class ConsentTest {

    private static final String BIRTH = "1.001193";
    private static final String HELPER = "Vàng Thị Phượng";
    private static final String OLD_MAN = "Lò Văn Páo";
    private static final String SOMEBODY = "Đặng Thị Hương";

    private final TestClock clock;
    private final String address;

    @Autowired
    ConsentTest(TestClock clock, @LocalServerPort int port) {
        this.clock = clock;
        this.address = "http://localhost:" + port;
        clock.set("2026-11-23T08:00");
    }

    @Test
    void theHelperWorksForThePersonWhoAgreedAndForNobodyElse() {
        var helper = visit(HELPER);
        var phone = visit(OLD_MAN);
        var mandate = asks(helper, Map.of());
        var page = helper.get("/my/mandates/" + mandate).body();
        var code = code(page);
        assertThat(page).contains("<svg").contains("/consent?code=" + code);
        assertThat(helper.get("/for/" + mandate + "/my").statusCode()).isEqualTo(404);

        var question = phone.get("/consent?code=" + code).body();
        assertThat(question)
                .contains(HELPER, "Tổ công nghệ số cộng đồng thôn Tả Van Giáy 2", "đến hết 23/11/2026", "Tôi đồng ý");
        var answered = answers(phone, code, mandate, "yes");
        assertThat(phone.local(answered)).isEqualTo("/my/mandates/" + mandate + "?done=given");
        assertThat(answers(phone, code, mandate, "yes").statusCode())
                .as("the same again")
                .isEqualTo(302);

        var mine = helper.get("/for/" + mandate + "/my");
        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(mine.body()).contains("Bạn đang làm cho " + OLD_MAN, "đến hết ngày 23/11/2026");
        assertThat(helper.get("/my/mandates/" + mandate).body()).contains(OLD_MAN, "Đang có hiệu lực");
        assertThat(visit(SOMEBODY).get("/for/" + mandate + "/my").statusCode()).isEqualTo(404);
        assertThat(phone.get("/for/" + mandate + "/my").statusCode()).isEqualTo(404);
        assertThat(helper.get("/for/" + mandate + "/my/data").statusCode())
                .as("what is nobody else's")
                .isEqualTo(404);
        assertThat(helper.get("/for/" + mandate + "/my/mandates").statusCode()).isEqualTo(404);
        assertThat(new Visit(address).get("/for/" + mandate + "/my").statusCode())
                .isEqualTo(302);

        phone.fill("/my/mandates/" + mandate, "/my/mandates/" + mandate + "/end", Map.of());
        assertThat(helper.get("/for/" + mandate + "/my").statusCode()).isEqualTo(404);
        assertThat(helper.get("/for/" + mandate + "/procedures").statusCode()).isEqualTo(404);
        assertThat(helper.get("/my/mandates/" + mandate).body()).contains("Đã thu hồi");
    }

    @Test
    void whoAskedCannotAgree() {
        var helper = visit(HELPER);
        var mandate = asks(helper, Map.of());
        var code = code(helper.get("/my/mandates/" + mandate).body());

        assertThat(helper.get("/consent?code=" + code).statusCode()).isEqualTo(403);
        assertThat(answers(helper, code, mandate, "yes").statusCode()).isEqualTo(403);
        assertThat(helper.get("/for/" + mandate + "/my").statusCode()).isEqualTo(404);
        assertThat(visit("Trần Thu Hà").get("/consent?code=" + code).statusCode())
                .as("an officer has nobody's consent to give")
                .isEqualTo(404);
    }

    @Test
    void aFewMinutesLaterTheCodeOpensNothing() {
        var helper = visit(HELPER);
        var phone = visit(OLD_MAN);
        var mandate = asks(helper, Map.of());
        var code = code(helper.get("/my/mandates/" + mandate).body());
        clock.set("2026-11-23T08:15");

        assertThat(phone.get("/consent?code=" + code).statusCode()).isEqualTo(404);
        assertThat(answers(phone, code, mandate, "yes").statusCode()).isEqualTo(409);
        assertThat(helper.get("/my/mandates/" + mandate).body()).contains("Đã hết hạn");
    }

    @Test
    void noOpensNothingEither() {
        var helper = visit(HELPER);
        var phone = visit(OLD_MAN);
        var mandate = asks(helper, Map.of());
        var code = code(helper.get("/my/mandates/" + mandate).body());

        answers(phone, code, mandate, "no");

        assertThat(helper.get("/my/mandates/" + mandate).body()).contains("Không đồng ý");
        assertThat(helper.get("/for/" + mandate + "/my").statusCode()).isEqualTo(404);
        assertThat(answers(phone, code, mandate, "yes").statusCode()).isEqualTo(409);
    }

    @Test
    void whoIsNoHelperAsksAsSomebodyChosen() {
        var somebody = visit(SOMEBODY);
        assertThat(somebody.get("/my/mandates/new").body()).doesNotContain("value=\"HELPER\"");

        assertThat(sends(somebody, UUID.randomUUID(), Map.of("kind", "HELPER")).statusCode())
                .isEqualTo(422);
        assertThat(sends(somebody, UUID.randomUUID(), Map.of("kind", "PARENT")).statusCode())
                .as("a parent proves it by a document")
                .isEqualTo(422);
        assertThat(sends(somebody, UUID.randomUUID(), Map.of("kind", "CHOSEN")).statusCode())
                .isEqualTo(302);
    }

    @Test
    void nothingChosenIsNotEverything() {
        var helper = visit(HELPER);

        assertThat(sends(helper, UUID.randomUUID(), Map.of("procedure", "")).statusCode())
                .isEqualTo(422);
        assertThat(sends(helper, UUID.randomUUID(), Map.of("until", "2027-11-23"))
                        .body())
                .contains("30", "22/12/2026");
        assertThat(sends(helper, UUID.randomUUID(), Map.of("until", "2026-11-22"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoTriesCodesIsStopped() {
        var guesser = visit("Hoàng Thị Thanh Huyền");
        for (int i = 0; i < 10; i++) {
            assertThat(guesser.get("/consent?code=22222-2222" + (i + 2) % 8).statusCode())
                    .isEqualTo(404);
        }
        var stopped = guesser.get("/consent?code=33333-33333");

        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
    }

    private Visit visit(String name) {
        return new Visit(address).as(name);
    }

    private static String code(String page) {
        return Visit.first(page, "big-code number\" translate=\"no\">([0-9A-Z-]{11})<")
                .replace("-", "");
    }

    private static String asks(Visit helper, Map<String, String> other) {
        var id = UUID.randomUUID();
        var answer = sends(helper, id, other);
        assertThat(helper.local(answer)).as(answer.body()).isEqualTo("/my/mandates/" + id);
        return id.toString();
    }

    private static HttpResponse<String> sends(Visit helper, UUID id, Map<String, String> other) {
        var fields = new HashMap<>(Map.of(
                "command", id.toString(),
                "kind", "HELPER",
                "matters", "procedures",
                "procedure", BIRTH,
                "errand.FILE", "yes",
                "until", "2026-11-23"));
        fields.putAll(other);
        fields.values().removeIf(String::isEmpty);
        return helper.fill("/my/mandates/new", "/my/mandates", fields);
    }

    private static HttpResponse<String> answers(Visit phone, String code, String mandate, String answer) {
        return phone.fill("/help", "/consent", Map.of("code", code, "mandate", mandate, "answer", answer));
    }
}
