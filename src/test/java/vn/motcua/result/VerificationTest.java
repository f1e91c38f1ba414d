package vn.motcua.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.document.FileDamaged;
import vn.motcua.document.FileId;
import vn.motcua.document.FileStore;
import vn.motcua.document.SamplePapers;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Anybody checks a result by its code or its file, and learns nothing of whose it is. */
@WholeProgram
class VerificationTest {

    private static final String OWNER = "Lý Thị Mẩy";

    @Autowired
    private TaVan taVan;

    @Autowired
    private TestClock clock;

    @Autowired
    private FileStore contents;

    @LocalServerPort
    private int port;

    private Visit anybody;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
        anybody = new Visit("http://localhost:" + port);
    }

    @Test
    void aCodeSaysIssuerNumberDateAndStateAndNothingPersonal() {
        var life = issued("201/2026");

        for (var typed : new String[] {life.code(), life.code().toLowerCase(java.util.Locale.ROOT)}) {
            var page = anybody.get("/verify/" + typed).body();
            assertThat(page)
                    .contains("Ủy ban nhân dân xã Tả Van", "201/2026", "23/11/2026", "Đang có hiệu lực", "Ký số")
                    .doesNotContain(OWNER, "Giàng Gia Bảo", "GIÀNG GIA BẢO", "khai sinh", "Vũ Đức Thành", "H38.");
        }
        var said = json(anybody.get("/api/v1/results/" + life.code()).body());
        assertThat(said.propertyNames())
                .containsExactlyInAnyOrder(
                        "code", "issuer", "number", "issuedAt", "state", "signed", "since", "replacedBy", "ground");
        assertThat(said.get("number").asString()).isEqualTo("201/2026");
        assertThat(said.get("state").asString()).isEqualTo("issued");
        assertThat(said.get("signed").asBoolean()).isTrue();
    }

    @Test
    void whatIsNotIssuedYetAndWhatNeverWasAnswerAlike() {
        var waiting = taVan.birth(OWNER).received().appraised().approved().resultWaiting("202/2026");
        var code = waiting.code();
        var never = "222233334444";

        var one = anybody.get("/verify/" + code);
        var other = anybody.get("/verify/" + never);
        assertThat(one.statusCode()).isEqualTo(404);
        assertThat(plain(one.body(), code)).isEqualTo(plain(other.body(), never));
        assertThat(anybody.get("/api/v1/results/" + code).statusCode()).isEqualTo(404);
        assertThat(json(anybody.get("/api/v1/results/" + never).body())
                        .get("code")
                        .asString())
                .isEqualTo("NO_SUCH_RESULT");
        taVan.ordered(waiting);
        taVan.signed();
        assertThat(anybody.get("/verify/" + code).statusCode()).isEqualTo(200);
    }

    @Test
    void aFileIsCheckedInPlaceAndNotKept() {
        var life = issued("203/2026");
        var whole = check(life.signedFile());
        assertThat(whole.get("verdict").asString()).as("%s", whole).isEqualTo("VALID");
        assertThat(whole.at("/registered/number").asString()).isEqualTo("203/2026");
        assertThat(whole.get("signatures")).hasSize(2);

        var altered = life.signedFile();
        altered[altered.length / 4] ^= 1;
        var changed = check(altered);
        assertThat(changed.get("verdict").asString()).isEqualTo("NOT_VALID");
        assertThat(changed.get("registered").isNull()).isTrue();

        var unsigned = check(SamplePapers.resultToSign());
        assertThat(unsigned.at("/findings/0/code").asString()).isEqualTo("UNSIGNED");
        for (var looked : List.of(altered, SamplePapers.resultToSign())) {
            var id = FileId.of(HexFormat.of().formatHex(ResultCode.digest(looked)));
            assertThatThrownBy(() -> contents.size(id)).isInstanceOf(FileDamaged.class);
        }
    }

    @Test
    void thePageSaysItInWords() {
        var life = issued("204/2026");

        assertThat(drop(life.signedFile()))
                .contains("Chữ ký số hợp lệ", "Đúng tệp này có trong sổ đăng ký", "Vũ Đức Thành", "204/2026");
        var altered = life.signedFile();
        altered[altered.length / 4] ^= 1;
        assertThat(drop(altered)).contains("Chữ ký số không hợp lệ", "Sổ đăng ký không có tệp này");
        assertThat(anybody.fill("/verify", "/verify", Map.of()).statusCode()).isEqualTo(422);
        assertThat(anybody.get("/verify?code=" + life.code()).headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/verify/" + life.code()));
    }

    @Test
    void theDescriptionOfTheInterfaceHasBoth() {
        var paths = json(anybody.get("/api/v1/openapi.json").body()).get("paths");

        assertThat(paths.propertyNames()).contains("/api/v1/results/{code}", "/api/v1/results/check");
    }

    private TaVan.Life issued(String number) {
        return taVan.birth(OWNER).received().appraised().approved().resultIssued(number);
    }

    private String drop(byte[] file) {
        var token = Visit.token(anybody.get("/verify").body());
        return anybody.upload("/verify", Map.of("_csrf", token), "file", "ket-qua.pdf", file)
                .body();
    }

    private JsonNode check(byte[] file) {
        return json(anybody.upload("/api/v1/results/check", Map.of(), "file", "ket-qua.pdf", file)
                .body());
    }

    private static String plain(String page, String code) {
        return page.replace(code, "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
