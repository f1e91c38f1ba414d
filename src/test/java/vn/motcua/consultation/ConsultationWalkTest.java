package vn.motcua.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.OwnPicture;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Several units are asked at once, each with its deadline and its silence; the step waits, and they see only what they need. */
@WholeProgram
class ConsultationWalkTest {

    private static final String SPECIALIST = "Phạm Quốc Việt";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String ONE_STOP = "Trung tâm Phục vụ hành chính công xã Tả Van";
    private static final String SA_PA = "Trung tâm Phục vụ hành chính công phường Sa Pa";

    private final TaVan taVan;
    private final TestClock clock;
    private final ConsultationRounds rounds;
    private final String address;

    @Autowired
    ConsultationWalkTest(TaVan taVan, TestClock clock, ConsultationRounds rounds, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.rounds = rounds;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void theStepWaitsUntilAllHaveAnsweredOrTheirSilenceCounts() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        var via = new Visit(address).as(SPECIALIST);
        var page = base(life) + "/consultations";
        var asked = ask(
                via,
                life,
                Map.of(
                        "unit.0",
                        unit(via, page, ONE_STOP),
                        "days.0",
                        "2",
                        "silence.0",
                        "REMINDS",
                        "unit.1",
                        unit(via, page, SA_PA),
                        "days.1",
                        "1",
                        "silence.1",
                        "AGREES"));
        assertThat(asked).isEqualTo(302);
        var question = Visit.first(via.get(page).body(), "consultations/([0-9a-f-]{36})/withdraw");

        assertThat(completes(via, life)).as("both are asked").isEqualTo(409);
        assertThat(via.get(base(life)).body()).contains("đang chờ ý kiến của " + SA_PA + ", " + ONE_STOP);

        clock.set("2026-11-26T08:00"); // the 24th is a holiday
        rounds.go();
        assertThat(via.get(page).body()).contains("Không trả lời, coi là đồng ý", "Đang chờ");
        assertThat(completes(via, life)).as("one is silent").isEqualTo(409);

        clock.set("2026-11-27T08:00");
        rounds.go();
        assertThat(via.get(page).body()).contains("Quá hạn, chưa trả lời");
        var ha = new Visit(address).as(RECEIVER);
        var here = "/desk/consultations/" + question;
        assertThat(ha.get("/desk/consultations").body()).contains(here, "Quá hạn");
        var lacking = ha.upload(
                here,
                Map.of("_csrf", Visit.token(ha.get(here).body()), "text", "thiếu ý kiến"),
                "file",
                "cong-van.png",
                OwnPicture.png());
        assertThat(lacking.statusCode()).isEqualTo(422);
        var held = Visit.first(lacking.body(), "name=\"held\" value=\"([0-9a-f]{64})\"");
        assertThat(ha.fill(here, here, Map.of("stance", "AGREE", "text", "Bản chính khớp", "held", held))
                        .statusCode())
                .isEqualTo(302);
        assertThat(ha.fill(here, here, Map.of("stance", "AGREE", "text", "Bản chính khớp"))
                        .statusCode())
                .as("the same form once more")
                .isEqualTo(302);
        assertThat(ha.fill(here, here, Map.of("stance", "DISAGREE", "text", "Nghĩ lại"))
                        .statusCode())
                .as("answered once")
                .isEqualTo(409);

        assertThat(via.get(page).body()).contains("Bản chính khớp", "cong-van.png", RECEIVER + " trả lời muộn");
        assertThat(completes(via, life)).isEqualTo(302);
    }

    @Test
    void anAskedUnitSeesTheChosenPapersAndNothingElseAndEveryLookIsWritten() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        var via = new Visit(address).as(SPECIALIST);
        var page = base(life) + "/consultations";
        var paper = Visit.first(via.get(page).body(), "name=\"paper\" value=\"([0-9a-f-]{36})\"");
        ask(via, life, Map.of("unit.0", unit(via, page, SA_PA), "days.0", "2", "silence.0", "REMINDS", "paper", paper));
        ask(via, life, Map.of("unit.0", unit(via, page, SA_PA), "days.0", "2", "silence.0", "REMINDS"));
        var trung = new Visit(address).as("Bùi Quốc Trung");
        var questions = java.util.regex.Pattern.compile("consultations/([0-9a-f-]{36})/withdraw")
                .matcher(via.get(page).body())
                .results()
                .map(it -> it.group(1))
                .toList();

        assertThat(trung.get(base(life)).statusCode()).isEqualTo(404);
        assertThat(questions).hasSize(2);
        assertThat(questions.stream()
                        .map(it -> trung.get("/desk/consultations/" + it + "/papers/" + paper)
                                .statusCode())
                        .sorted())
                .as("chosen for one question only")
                .containsExactly(200, 404);
        assertThat(trung.get("/desk/consultations/" + questions.getFirst()).body())
                .doesNotContain("Lý Thị Mẩy");
        assertThat(new Visit(address)
                        .as(RECEIVER)
                        .get("/desk/consultations/" + questions.getFirst())
                        .statusCode())
                .as("not asked")
                .isEqualTo(404);
        assertThat(new Visit(address)
                        .as("Lý Thị Mẩy")
                        .get(life.path() + "/evidence")
                        .body())
                .contains("Đơn vị được hỏi mở một giấy tờ");
    }

    @Test
    void whereSilenceStopsOnlyALeaderGoesOnWithoutTheAnswer() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        var via = new Visit(address).as(SPECIALIST);
        var page = base(life) + "/consultations";
        var unit = unit(via, page, ONE_STOP);
        ask(via, life, Map.of("unit.0", unit, "days.0", "1", "silence.0", "STOPS"));
        var question = Visit.first(via.get(page).body(), "consultations/([0-9a-f-]{36})/withdraw");
        var withdraw = page + "/" + question + "/withdraw";
        clock.set("2026-12-01T08:00");
        rounds.go();

        assertThat(completes(via, life)).isEqualTo(409);
        assertThat(via.fill(page, withdraw, Map.of("unit", unit, "reason", "Đã lâu"))
                        .statusCode())
                .isEqualTo(403);
        var leader = new Visit(address).as(LEADER);
        assertThat(leader.fill(page, withdraw, Map.of("unit", unit, "reason", " "))
                        .statusCode())
                .isEqualTo(422);
        assertThat(leader.fill(page, withdraw, Map.of("unit", unit, "reason", "Hồ sơ đã rõ"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(leader.fill(page, withdraw, Map.of("unit", unit, "reason", "Hồ sơ đã rõ"))
                        .statusCode())
                .as("the same form once more")
                .isEqualTo(302);
        assertThat(leader.get(page).body()).contains(LEADER + " rút câu hỏi", "Hồ sơ đã rõ");
        assertThat(completes(via, life)).isEqualTo(302);
    }

    @Test
    void whatWasAskedEndsWhenTheDossierIsGivenToAnotherUnit() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        var via = new Visit(address).as(SPECIALIST);
        var page = base(life) + "/consultations";
        ask(via, life, Map.of("unit.0", unit(via, page, ONE_STOP), "days.0", "2", "silence.0", "STOPS"));
        var question = Visit.first(via.get(page).body(), "consultations/([0-9a-f-]{36})/withdraw");
        var experts = base(life) + "/experts";
        via.fill(
                experts,
                experts,
                Map.of(
                        "command", UUID.randomUUID().toString(),
                        "expert", "GS. Trần Văn Bách",
                        "email", "bach@example.vn",
                        "question", "Chữ ký này có thật không?",
                        "until", "2026-11-30"));
        var link = taVan.opinionLink();

        life.passedOn();
        taVan.told();

        assertThat(via.get(page).body()).contains("Câu hỏi kết thúc lúc 08:00", "Hồ sơ đã được chuyển đến đơn vị khác");
        var here = "/desk/consultations/" + question;
        assertThat(new Visit(address).as(RECEIVER).get(here).body()).contains("Câu hỏi kết thúc lúc");
        assertThat(new Visit(address).get(link).statusCode()).isEqualTo(404);
        var there = new Visit(address).as("Bùi Quốc Trung");
        there.fill(
                base(life),
                base(life) + "/forward",
                Map.of(
                        "command",
                        UUID.randomUUID().toString(),
                        "version",
                        life.seen().version() + "",
                        "step",
                        "reception"));
        var specialist = new Visit(address).as("Nguyễn Mạnh Kiên");
        ask(specialist, life, Map.of("unit.0", unit(specialist, page, ONE_STOP), "days.0", "2", "silence.0", "STOPS"));
        taVan.told();
        assertThat(completes(specialist, life)).as("what they asked themselves").isEqualTo(409);
        var own = Visit.first(specialist.get(page).body(), "consultations/([0-9a-f-]{36})/withdraw");
        new Visit(address)
                .as(RECEIVER)
                .fill("/desk/consultations/" + own, "/desk/consultations/" + own, Map.of("stance", "AGREE"));
        assertThat(completes(specialist, life)).isEqualTo(302);
    }

    private int ask(Visit via, Life life, Map<String, String> typed) {
        var form = new HashMap<>(typed);
        form.put("command", UUID.randomUUID().toString());
        form.put("question", "Bản chính giấy chứng sinh có khớp không?");
        var page = base(life) + "/consultations";
        return via.fill(page, page, form).statusCode();
    }

    private int completes(Visit via, Life life) {
        return via.fill(
                        base(life),
                        base(life) + "/complete",
                        Map.of(
                                "command", UUID.randomUUID().toString(),
                                "version", life.seen().version() + "",
                                "step", "appraisal",
                                "decision.personalNumber", "010326000123",
                                "register.book", "01/2026"))
                .statusCode();
    }

    private static String unit(Visit via, String page, String name) {
        return Visit.first(via.get(page).body(), "<option value=\"([0-9a-f-]{36})\"[^>]*>" + name + "<");
    }

    private static String base(Life life) {
        return "/desk/dossiers/" + life.ref.id();
    }
}
