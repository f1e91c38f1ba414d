package vn.motcua.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contacts;
import vn.motcua.sandbox.Caught;
import vn.motcua.shared.TenantId;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.OwnPicture;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** An expert outside answers once by a link; and asked units get mail. */
@WholeProgram
class ExpertWalkTest {

    private static final String SPECIALIST = "Phạm Quốc Việt";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String ONE_STOP = "Trung tâm Phục vụ hành chính công xã Tả Van";

    private final TaVan taVan;
    private final TestClock clock;
    private final ConsultationRounds rounds;
    private final Contacts contacts;
    private final Caught caught;
    private final FreshDatabase database;
    private final String address;

    @Autowired
    ExpertWalkTest(
            TaVan taVan,
            TestClock clock,
            ConsultationRounds rounds,
            Contacts contacts,
            Caught caught,
            FreshDatabase database,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.rounds = rounds;
        this.contacts = contacts;
        this.caught = caught;
        this.database = database;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aLinkIsReadAsItIsWrittenAndNothingElseIs() {
        var link = ExpertLink.random(new TenantId(15), new Random(1));
        assertThat(ExpertLink.of(link.path().replaceFirst("/opinion/", ""))).contains(link);
        assertThat(link.secret()).hasSize(43);
        assertThat(ExpertLink.random(new TenantId(15), new Random(2)).hash()).isNotEqualTo(link.hash());
        assertThat(ExpertLink.of("15-" + "a".repeat(42))).isEmpty();
        assertThat(ExpertLink.of("0000000000-" + "a".repeat(43))).isEmpty();
    }

    @Test
    void theExpertSeesTheChosenPaperAnswersOnceAndTheLinkDies() throws Exception {
        var life = taVan.birth("Lý Thị Mẩy").received();
        var via = new Visit(address).as(SPECIALIST);
        var page = base(life) + "/experts";
        var form = via.get(page).body();
        var paper = Visit.first(form, "name=\"paper\" value=\"([0-9a-f-]{36})\"");
        var mailbox = "viet-" + UUID.randomUUID() + "@example.org";
        contacts.confirmed(
                taVan.named(SPECIALIST).tenant(), taVan.named(SPECIALIST).account(), Channel.EMAIL, mailbox);
        assertThat(ask(via, life, Map.of("paper", paper))).isEqualTo(302);
        var link = taVan.opinionLink();
        assertThat(stored()).as("only the hash is kept once the mail has gone").doesNotContain(link.substring(12));

        var expert = new Visit(address);
        var shown = expert.get(link);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(shown.body())
                .contains("Chữ ký này có thật không?", link + "/papers/" + paper)
                .doesNotContain("Lý Thị Mẩy", life.ref.id().toString());
        assertThat(expert.get(link + "/papers/" + paper).statusCode()).isEqualTo(200);
        assertThat(expert.get(link + "/papers/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        var token = Visit.token(expert.get(link).body());
        var empty = expert.upload(link, Map.of("_csrf", token, "text", " "), "file", "y-kien.png", OwnPicture.png());
        assertThat(empty.statusCode()).isEqualTo(422);
        var held = Visit.first(empty.body(), "name=\"held\" value=\"([0-9a-f]{64})\"");
        var answered = expert.fill(link, link, Map.of("text", "Chữ ký khớp với mẫu đã đăng ký.", "held", held));
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.body()).contains("Cảm ơn bạn");

        var wrong = new Visit(address).get("/opinion/15-" + "a".repeat(43));
        var used = new Visit(address).get(link);
        assertThat(used.statusCode()).isEqualTo(404);
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(Visit.first(used.body(), "(?s)(<main.*?</h1>)"))
                .as("used and wrong answer alike")
                .isEqualTo(Visit.first(wrong.body(), "(?s)(<main.*?</h1>)"));
        assertThat(via.get(page).body()).contains("Chữ ký khớp với mẫu đã đăng ký.", "y-kien.png", "Trả lời lúc");
        var question = Visit.first(via.get(page).body(), "experts/([0-9a-f-]{36})/answer");
        assertThat(via.get(page + "/" + question + "/answer").statusCode()).isEqualTo(200);
        assertThat(via.get(base(life) + "/consultations").body()).contains("Hỏi chuyên gia bên ngoài");
        taVan.told();
        assertThat(caught.all()).anySatisfy(it -> {
            assertThat(it.to()).isEqualTo(mailbox);
            assertThat(it.subject()).isEqualTo("Chuyên gia đã trả lời");
        });
        assertThat(new Visit(address)
                        .as("Lý Thị Mẩy")
                        .get(life.path() + "/evidence")
                        .body())
                .contains("Chuyên gia được hỏi mở câu hỏi", "Chuyên gia được hỏi mở một giấy tờ", "Chuyên gia trả lời");
    }

    @Test
    void aLinkDiesWithItsLastDayAndWithItsWithdrawal() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        var via = new Visit(address).as(SPECIALIST);
        var page = base(life) + "/experts";
        assertThat(ask(via, life, Map.of("until", "2026-11-22"))).isEqualTo(422);
        assertThat(ask(via, life, Map.of("email", "khong phai"))).isEqualTo(422);
        assertThat(ask(via, life, Map.of("expert", " "))).isEqualTo(422);
        assertThat(ask(via, life, Map.of("until", "2026-11-25"))).isEqualTo(302);
        var link = taVan.opinionLink();
        clock.set("2026-11-25T23:59");
        assertThat(new Visit(address).get(link).statusCode()).isEqualTo(200);
        clock.set("2026-11-26T00:00");
        assertThat(new Visit(address).get(link).statusCode()).isEqualTo(404);
        assertThat(via.get(page).body()).contains("liên kết hết hạn");

        assertThat(ask(via, life, Map.of("until", "2026-12-05"))).isEqualTo(302);
        var second = taVan.opinionLink();
        var question = Visit.first(via.get(page).body(), "experts/([0-9a-f-]{36})/withdraw");
        var withdraw = page + "/" + question + "/withdraw";
        assertThat(via.fill(page, withdraw, Map.of("reason", " ")).statusCode()).isEqualTo(422);
        assertThat(via.fill(page, withdraw, Map.of("reason", "Hỏi nhầm người")).statusCode())
                .isEqualTo(302);
        assertThat(new Visit(address).get(second).statusCode()).isEqualTo(404);
        assertThat(new Visit(address).as(RECEIVER).get(page).body()).doesNotContain("name=\"expert\"");
    }

    @Test
    void anAskedUnitGetsMailWhenItIsAskedAndOnceADayWhenItIsLate() {
        var mailbox = "ha-" + UUID.randomUUID() + "@example.org";
        var ha = taVan.named(RECEIVER);
        contacts.confirmed(ha.tenant(), ha.account(), Channel.EMAIL, mailbox);
        var life = taVan.birth("Lý Thị Mẩy").received();
        var via = new Visit(address).as(SPECIALIST);
        var page = base(life) + "/consultations";
        var unit = Visit.first(via.get(page).body(), "<option value=\"([0-9a-f-]{36})\"[^>]*>" + ONE_STOP + "<");
        via.fill(
                page,
                page,
                Map.of(
                        "command",
                        UUID.randomUUID().toString(),
                        "question",
                        "Bản chính có khớp không?",
                        "unit.0",
                        unit,
                        "days.0",
                        "1",
                        "silence.0",
                        "REMINDS"));
        taVan.told();
        assertThat(to(mailbox)).hasSize(1).first().asString().startsWith("Xin ý kiến về hồ sơ");
        var heads = "thanh-" + UUID.randomUUID() + "@example.org";
        var head = taVan.named("Vũ Đức Thành");
        contacts.confirmed(head.tenant(), head.account(), Channel.EMAIL, heads);

        clock.set("2026-11-26T08:00");
        rounds.go();
        rounds.go();
        taVan.told();
        assertThat(to(mailbox)).filteredOn(it -> it.startsWith("Quá hạn")).hasSize(1);
        clock.set("2026-11-27T08:01");
        rounds.go();
        taVan.told();
        assertThat(to(mailbox)).filteredOn(it -> it.startsWith("Quá hạn")).hasSize(2);
        assertThat(to(heads))
                .as("whoever leads the one-stop, at the first silence and no more")
                .filteredOn(it -> it.startsWith("Đơn vị được hỏi chưa cho ý kiến")
                        && it.endsWith(life.seen().number().orElseThrow().value()))
                .hasSize(1);
        assertThat(caught.all().stream().filter(it -> it.to().equals(heads)))
                .anyMatch(
                        it -> it.text().contains("Bộ phận Một cửa") && it.text().contains(base(life)))
                .noneMatch(it -> it.text().contains("Lý Thị Mẩy"));
        assertThat(caught.all().stream().filter(it -> it.to().equals(mailbox)))
                .noneMatch(it -> it.text().contains("Lý Thị Mẩy"))
                .allMatch(it -> it.text().contains("/desk/consultations/"));
    }

    private java.util.List<String> to(String mailbox) {
        return caught.all().stream()
                .filter(it -> it.to().equals(mailbox))
                .map(Caught.Message::subject)
                .toList();
    }

    private int ask(Visit via, Life life, Map<String, String> typed) {
        var form = new HashMap<>(Map.of(
                "command",
                UUID.randomUUID().toString(),
                "expert",
                "GS. Trần Văn Bách",
                "email",
                "bach@example.vn",
                "question",
                "Chữ ký này có thật không?",
                "until",
                "2026-11-30"));
        form.putAll(typed);
        var page = base(life) + "/experts";
        return via.fill(page, page, form).statusCode();
    }

    /** Everything that the tables of questions and messages hold. */
    private String stored() throws Exception {
        try (var connection = database.server().superuser(database.name());
                var sql = connection.createStatement();
                var rows = sql.executeQuery("select string_agg(t::text, ' ') from (select d::text as t from delivery d "
                        + "union all select q::text from expert_question q) x")) {
            rows.next();
            return Pattern.compile("\\s+").matcher(rows.getString(1)).replaceAll(" ");
        }
    }

    private static String base(Life life) {
        return "/desk/dossiers/" + life.ref.id();
    }
}
