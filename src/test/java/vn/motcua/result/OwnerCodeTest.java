package vn.motcua.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A sensitive result says nothing to whoever has its code alone; its owner lets in whom they want, for a day. */
@WholeProgram
class OwnerCodeTest {

    private static final String OWNER = "Lý Thị Mẩy";

    @Autowired
    private TaVan taVan;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private Visit anybody;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
        anybody = new Visit("http://localhost:" + port);
    }

    @Test
    void withoutItsOwnersCodeItOnlyExists() {
        var life = sensitive();
        var number = life.registered().draft().number();

        var page = anybody.get("/verify/" + life.code());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Có một kết quả mang mã", "Mã của chủ kết quả")
                .doesNotContain(number, "Tả Van", "23/11/2026", "hiệu lực.");
        var program = anybody.get("/api/v1/results/" + life.code());
        assertThat(program.statusCode()).isEqualTo(403);
        assertThat(JsonMapper.shared().readTree(program.body()).get("code").asString())
                .isEqualTo("OWNER_CODE_NEEDED");
        assertThat(program.body()).doesNotContain(number, "Tả Van");
        assertThat(opened(life, "2222-2222"))
                .contains("không đúng hoặc đã hết hạn")
                .doesNotContain(number);
    }

    @Test
    void itsOwnersCodeShowsItForADayAndANewOneEndsTheOld() {
        var life = sensitive();
        var number = life.registered().draft().number();
        var first = made(life);
        assertThat(opened(life, first)).contains(number, "Đang có hiệu lực");
        assertThat(opened(life, first.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .contains(number);

        var second = made(life);
        assertThat(opened(life, first)).doesNotContain(number);
        assertThat(opened(life, second)).contains(number);
        clock.advance(Duration.ofHours(25));
        assertThat(opened(life, second)).doesNotContain(number);
    }

    @Test
    void theOneWhoHasTheFileSeesItAsBefore() {
        var life = sensitive();

        var checked = anybody.upload("/api/v1/results/check", Map.of(), "file", "ket-qua.pdf", life.signedFile());
        assertThat(JsonMapper.shared()
                        .readTree(checked.body())
                        .at("/registered/number")
                        .asString())
                .isEqualTo(life.registered().draft().number());
    }

    @Test
    void onlyTheOwnerMakesOneAndOnlyForWhatIsSensitive() {
        var life = sensitive();
        var other = new Visit("http://localhost:" + port).as("Phan Đình Phước");
        assertThat(other.get(life.path() + "/owner-code").statusCode()).isEqualTo(404);
        var plain = taVan.birth(OWNER).received().appraised().approved().resultIssued(TaVan.unused());
        var owner = new Visit("http://localhost:" + port).as(OWNER);
        assertThat(owner.get(plain.path() + "/owner-code").statusCode()).isEqualTo(404);
        assertThat(owner.get(plain.path()).body()).doesNotContain("owner-code");
        assertThat(owner.get(life.path()).body()).contains("/owner-code");
    }

    private Life sensitive() {
        return taVan.sensitive(
                taVan.birth(OWNER).received().appraised().approved().resultIssued(TaVan.unused()));
    }

    private String made(Life life) {
        var page = life.path() + "/owner-code";
        var answer = new Visit("http://localhost:" + port).as(OWNER).fill(page, page, Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Visit.first(answer.body(), "translate=\"no\">([2-9A-Z]{4}-[2-9A-Z]{4})<");
    }

    private String opened(Life life, String owner) {
        var page = "/verify/" + life.code();
        return anybody.fill(page, page, Map.of("owner", owner)).body();
    }
}
