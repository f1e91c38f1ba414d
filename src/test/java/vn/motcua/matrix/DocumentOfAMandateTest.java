package vn.motcua.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;

/** A father proves by a birth certificate that he acts for his son; an officer of the one-stop checks it. */
@ProgramOfItsOwn
class DocumentOfAMandateTest {

    private static final String FATHER = "Giàng A Sình";
    private static final String CHILD = "Giàng A Sèo";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String ELSEWHERE = "Nguyễn Thị Mai Thủy";

    private final String address;

    @Autowired
    DocumentOfAMandateTest(TestClock clock, @LocalServerPort int port) {
        this.address = "http://localhost:" + port;
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aParentActsForTheirChildOnceAnOfficerHasSeenTheCertificate() {
        var father = new Visit(address).as(FATHER);
        var receiver = new Visit(address).as(RECEIVER);
        var id = UUID.randomUUID().toString();
        var sent = Mandates.sends(father, id, Map.of());
        assertThat(father.local(sent)).as(sent.body()).isEqualTo("/my/mandates/" + id);
        assertThat(father.get("/my/mandates/" + id).body()).contains("Cán bộ Bộ phận Một cửa đang kiểm tra giấy tờ");
        assertThat(father.get("/for/" + id + "/my").statusCode()).isEqualTo(404);

        var list = receiver.get("/desk/mandates").body();
        assertThat(list).contains(FATHER + " xin làm thay " + CHILD, "010215999013");
        var paper = Visit.first(list, "(/desk/mandates/" + id + "/papers/[0-9a-f-]{36})");
        assertThat(receiver.bytes(paper)).isNotEmpty();
        var stranger = new Visit(address).as(ELSEWHERE);
        assertThat(stranger.get("/desk/mandates").body()).doesNotContain(CHILD);
        assertThat(stranger.get(paper).statusCode()).isEqualTo(404);
        assertThat(stranger.fill("/desk/mandates", "/desk/mandates/" + id, Map.of("decision", "grant"))
                        .statusCode())
                .isEqualTo(404);

        var granted = receiver.fill("/desk/mandates", "/desk/mandates/" + id, Map.of("decision", "grant"));
        assertThat(receiver.local(granted)).isEqualTo("/desk/mandates?done=granted");

        assertThat(father.get("/for/" + id + "/my").body()).contains("Bạn đang làm cho " + CHILD, "Cha, mẹ");
        var start = "/procedures/" + Things.BIRTH + "/start";
        var draft = father.local(father.fill(start, start, Map.of("for", id)));
        assertThat(father.get(draft.replace("/case", "/form/requester")).body())
                .contains(CHILD)
                .doesNotContain("010095999002");
    }

    @Test
    void arefusalHasAReasonThatWhoAskedReads() {
        var father = new Visit(address).as(FATHER);
        var receiver = new Visit(address).as(RECEIVER);
        var id = UUID.randomUUID().toString();
        Mandates.sends(father, id, Map.of());

        assertThat(receiver.fill("/desk/mandates", "/desk/mandates/" + id, Map.of("decision", "refuse"))
                        .statusCode())
                .isEqualTo(422);
        receiver.fill(
                "/desk/mandates",
                "/desk/mandates/" + id,
                Map.of("decision", "refuse", "reason", "Ảnh mờ, không đọc được"));

        assertThat(father.get("/my/mandates/" + id).body()).contains("Không đồng ý", "Ảnh mờ, không đọc được");
        assertThat(father.get("/for/" + id + "/my").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherPersonsNumberIsNotGranted() {
        var father = new Visit(address).as(FATHER);
        var receiver = new Visit(address).as(RECEIVER);
        var id = UUID.randomUUID().toString();
        Mandates.sends(father, id, Map.of("name", "Giàng A Tủa"));

        var answer = receiver.fill("/desk/mandates", "/desk/mandates/" + id, Map.of("decision", "grant"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("thuộc về người có họ tên hoặc ngày sinh khác");
        assertThat(father.get("/for/" + id + "/my").statusCode()).isEqualTo(404);
    }

    @Test
    void aGrownChildActsForThemselves() {
        var father = new Visit(address).as(FATHER);

        var answer = Mandates.sends(
                father, UUID.randomUUID().toString(), Map.of("number", "010198999001", "born", "1998-03-14"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("đã đủ tuổi");
        assertThat(Mandates.sends(father, UUID.randomUUID().toString(), Map.of("until", "2033-05-06"))
                        .body())
                .as("the day before the eighteenth birthday is the last")
                .contains("05/05/2033");
    }

    @Test
    void aHelperNamedByALeaderHelpsUntilThatEnds() {
        var leader = new Visit(address).as("Vũ Đức Thành");
        var page = leader.get("/desk/helpers").body();
        assertThat(page).contains("Vàng Thị Phượng");
        var id = UUID.randomUUID().toString();
        var named = leader.fill(
                "/desk/helpers",
                "/desk/helpers",
                Map.of(
                        "command", id,
                        "number", "010303999004",
                        "body", "Bưu điện Sa Pa",
                        "until", "2026-12-31",
                        "unit", Visit.first(page, "<option value=\"([0-9a-f-]{36})\"")));
        assertThat(leader.local(named)).as(named.body()).isEqualTo("/desk/helpers?done=named");
        var helper = new Visit(address).as("Hoàng Thị Thanh Huyền");
        var phone = new Visit(address).as("Nguyễn Văn Quân");
        var mandate = Mandates.agreed(helper, phone, Map.of("errand.FOLLOW", "yes"));
        assertThat(helper.get("/for/" + mandate + "/my").statusCode()).isEqualTo(200);

        leader.fill("/desk/helpers", "/desk/helpers/" + id + "/end", Map.of());

        assertThat(helper.get("/for/" + mandate + "/my").statusCode()).isEqualTo(404);
        assertThat(helper.get("/my/mandates/new").body()).doesNotContain("value=\"HELPER\"");
    }
}
