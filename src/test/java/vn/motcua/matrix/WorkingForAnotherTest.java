package vn.motcua.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import vn.motcua.identity.Door;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;

/** A helper files for an old man who agreed: it is his, it says who did it, and it ends when he says so. */
@ProgramOfItsOwn
class WorkingForAnotherTest {

    private static final String HELPER = "Vàng Thị Phượng";
    private static final String OLD_MAN = "Lò Văn Páo";
    private static final String COPY = "2.000635";
    private static final String START = "/procedures/" + Things.BIRTH + "/start";

    private final ApplicationContext context;
    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    WorkingForAnotherTest(ApplicationContext context, TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.context = context;
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
        clock.set("2026-11-23T08:00");
    }

    @Test
    void whatAHelperFilesIsThePersonsAndSaysWhoDidIt() {
        var helper = new Visit(address).as(HELPER);
        var phone = new Visit(address).as(OLD_MAN);
        var mandate = agreed(helper, phone);

        assertThat(helper.get(START).body()).contains("Bạn làm cho ai?", OLD_MAN);
        assertThat(helper.fill(START, START, Map.of()).statusCode())
                .as("not chosen")
                .isEqualTo(422);
        var draft =
                helper.local(helper.fill(START, START, Map.of("for", mandate))).replace("/case", "");
        assertThat(draft).startsWith("/for/" + mandate + "/drafts/");
        assertThat(helper.get(draft + "/form/requester").body())
                .contains(OLD_MAN, "010044999012")
                .doesNotContain("010301999011");
        assertThat(phone.get("/my").body()).contains(HELPER + " đang điền giúp bạn");

        var code = files(helper, draft);
        var dossier = "/for/" + mandate + "/my/" + code;
        assertThat(helper.get(dossier).body()).contains(OLD_MAN);
        assertThat(helper.get("/my/" + code).statusCode())
                .as("under their own name")
                .isEqualTo(404);
        assertThat(helper.get(dossier + "/withdraw").statusCode()).isEqualTo(200);
        assertThat(helper.get(dossier + "/evidence").statusCode()).isEqualTo(404);

        assertThat(phone.get("/my/" + code).body()).contains(HELPER + " (Người hỗ trợ tin cậy), làm thay " + OLD_MAN);
        assertThat(phone.get("/my/mandates/" + mandate).body())
                .contains("Bắt đầu làm thủ tục", "Nộp hồ sơ " + code.substring(0, 4));
        assertThat(phone.get("/my/looked").body()).contains(HELPER, "Người hỗ trợ tin cậy", "Nộp hồ sơ");

        var open =
                helper.local(helper.fill(START, START, Map.of("for", mandate))).replace("/case", "");
        assertThat(helper.get(open + "/review").statusCode()).isEqualTo(200);
        phone.fill("/my/mandates/" + mandate, "/my/mandates/" + mandate + "/end", Map.of());
        for (var page : new String[] {dossier, "/for/" + mandate + "/my", open + "/review", draft + "/review"}) {
            assertThat(helper.get(page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(helper.fill("/help", open + "/review", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(phone.get(open.replace("/for/" + mandate, "") + "/review").statusCode())
                .as("his own draft stays his")
                .isEqualTo(200);
        assertThat(helper.get(START).body()).doesNotContain("value=\"" + mandate);
    }

    /** What the mandate refuses is no button; every link that is there opens. */
    @Test
    void aPageShowsNoButtonThatTheMandateRefuses() {
        var life = taVan.birth(OLD_MAN).askedAtIntake(Things.NAME);
        var helper = new Visit(address).as(HELPER);
        var phone = new Visit(address).as(OLD_MAN);
        var onlySees = Mandates.agreed(helper, phone, Map.of("errand.FILE", "", "errand.FOLLOW", "yes"));
        var answers = Mandates.agreed(helper, phone, Map.of("errand.FILE", "", "errand.SUPPLEMENT", "yes"));
        var path = life.path();

        assertThat(phone.get(path).body()).contains("href=\"" + path + "/supplement\"", path + "/withdraw");
        var seen = helper.get("/for/" + onlySees + path).body();
        assertThat(seen).contains(OLD_MAN).doesNotContain(path + "/supplement\"", path + "/withdraw", path + "/thread");
        assertThat(helper.get("/for/" + onlySees + "/my").body()).doesNotContain(path + "/supplement\"");
        assertThat(helper.get("/for/" + onlySees + path + "/supplement").statusCode())
                .isEqualTo(403);
        var answering = helper.get("/for/" + answers + path).body();
        assertThat(answering)
                .contains("/for/" + answers + path + "/supplement\"")
                .doesNotContain(path + "/withdraw");
        assertThat(helper.get("/for/" + answers + "/my").body()).contains(path + "/supplement\"");
        for (var page : java.util.List.of(seen, answering)) {
            var links = java.util.regex.Pattern.compile("href=\"(/for/[^\"]*/my/[^\"]+)\"")
                    .matcher(page);
            while (links.find()) {
                assertThat(helper.get(links.group(1)).statusCode())
                        .as(links.group(1))
                        .isEqualTo(200);
            }
        }

        var done = taVan.birth(OLD_MAN).received().appraised().approved().issued();
        assertThat(helper.get("/for/" + onlySees + done.path()).body())
                .contains("Ủy quyền của bạn không gồm việc nhận kết quả")
                .doesNotContain(done.path() + "/result\"");
        assertThat(phone.get(done.path()).body()).doesNotContain("Ủy quyền của bạn không gồm");
    }

    @Test
    void atTheEndOfTheLastDayItIsOver() {
        var helper = new Visit(address).as(HELPER);
        var mandate = agreed(helper, new Visit(address).as(OLD_MAN));
        assertThat(helper.get("/for/" + mandate + "/my").statusCode()).isEqualTo(200);

        clock.set("2026-11-24T00:00");

        assertThat(new Visit(address).as(HELPER).get("/for/" + mandate + "/my").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aMandateForOneProcedureOpensNoOther() {
        var helper = new Visit(address).as(HELPER);
        var mandate = agreed(helper, new Visit(address).as(OLD_MAN));

        assertThat(helper.get("/procedures/" + COPY + "/start").body()).doesNotContain(OLD_MAN);
        var begun = helper.fill("/help", "/for/" + mandate + "/procedures/" + COPY + "/start", Map.of());
        assertThat(begun.statusCode()).isEqualTo(403);
    }

    /** From the running program: what does not say that it is open for another is not there for another. */
    @Test
    void everyDoorThatDoesNotSaySoIsClosedForAnother() {
        var helper = new Visit(address).as(HELPER);
        var mandate = agreed(helper, new Visit(address).as(OLD_MAN));
        var token = Visit.token(helper.get("/help").body());
        var open = new TreeSet<String>();
        var asked = 0;
        for (var mapping :
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            for (var entry : mapping.getHandlerMethods().entrySet()) {
                var door = AnnotatedElementUtils.findMergedAnnotation(
                        entry.getValue().getMethod(), Door.class);
                if (door == null || door.forAnother()) {
                    continue;
                }
                for (var pattern : entry.getKey().getPatternValues()) {
                    var path = "/for/" + mandate
                            + pattern.replaceAll(
                                    "\\{(\\w+)(:(?:[^{}]|\\{[^}]*})*)?}",
                                    UUID.randomUUID().toString());
                    var posts = entry.getKey().getMethodsCondition().getMethods().stream()
                            .anyMatch(it -> it.name().equals("POST"));
                    var answer = posts ? helper.send(path, Map.of("_csrf", token)) : helper.get(path);
                    asked++;
                    var entered = answer.statusCode() != 404 && answer.statusCode() != 415;
                    if (entered && (posts || door.value() != Door.Who.PUBLIC)) {
                        open.add(path + " " + answer.statusCode());
                    }
                }
            }
        }

        assertThat(asked).isGreaterThan(60);
        assertThat(open).isEmpty();
    }

    private static String agreed(Visit helper, Visit phone) {
        return Mandates.agreed(helper, phone, Map.of("errand.FOLLOW", "yes"));
    }

    private static String files(Visit helper, String draft) {
        Births.pages().forEach((page, fields) -> helper.fill("/help", draft + page, fields));
        helper.upload(
                draft + "/papers",
                Map.of("_csrf", Visit.token(helper.get(draft + "/papers").body()), "document", "giay-chung-sinh"),
                "file",
                "anh.png",
                SamplePaper.bytes());
        var sent = helper.fill(
                draft + "/review",
                draft + "/review",
                Map.of("command", UUID.randomUUID().toString(), "commit.agree", "true"));
        return Visit.first(helper.local(sent), "/filings/(\\w+)/done");
    }
}
