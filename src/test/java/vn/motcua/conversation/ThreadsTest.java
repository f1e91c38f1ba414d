package vn.motcua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.identity.SignedIn;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contacts;
import vn.motcua.sandbox.Caught;
import vn.motcua.shared.TenantId;
import vn.motcua.support.OwnPicture;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Applicant and agency write to each other about a dossier. */
@WholeProgram
class ThreadsTest {

    private static final String APPLICANT = "Phan Đình Phước";
    private static final String OFFICER = "Phạm Quốc Việt";

    @Autowired
    TaVan taVan;

    @Autowired
    TestClock clock;

    @Autowired
    Contacts contacts;

    @Autowired
    Caught caught;

    @LocalServerPort
    int port;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aQuestionIsAnsweredInTheUnitsNameAndEachSideIsTold() {
        var life = taVan.birth(APPLICANT).received().claimed();
        var mine = "huong-" + UUID.randomUUID() + "@example.org";
        var theirs = "viet-" + UUID.randomUUID() + "@example.org";
        contacts.confirmed(TenantId.NATIONAL, life.who.account(), Channel.EMAIL, mine);
        var officer = (SignedIn.OfficerAt) taVan.named(OFFICER);
        contacts.confirmed(officer.tenant(), officer.account(), Channel.EMAIL, theirs);
        var applicantsPage = life.path() + "/thread";
        var officersPage = "/desk/dossiers/" + life.ref.id() + "/thread";

        var visit = as(APPLICANT);
        assertThat(visit.get(applicantsPage).body()).contains("Chưa có tin nhắn nào");
        assertThat(say(visit, applicantsPage, "Cháu sinh ở trạm y tế thì cần giấy gì?")
                        .statusCode())
                .isEqualTo(302);
        assertThat(as(OFFICER).get("/desk/dossiers/" + life.ref.id()).body()).contains("1 tin chưa đọc");
        taVan.told();
        assertThat(to(theirs))
                .singleElement()
                .satisfies(it -> assertThat(it.text())
                        .contains(
                                officersPage, life.seen().number().orElseThrow().value())
                        .doesNotContain("trạm y tế", APPLICANT));

        var desk = as(OFFICER);
        assertThat(desk.get(officersPage).body()).contains("Cháu sinh ở trạm y tế", APPLICANT);
        assertThat(desk.get("/desk/dossiers/" + life.ref.id()).body()).doesNotContain("tin chưa đọc");
        clock.set("2026-11-23T09:00");
        say(desk, officersPage, "Giấy chứng sinh của trạm y tế là đủ.");
        taVan.told();
        assertThat(to(mine))
                .filteredOn(it -> it.subject().contains("trả lời bạn"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.text()).contains(life.path() + "/thread").doesNotContain("chứng sinh"));
        assertThat(visit.get(life.path()).body()).contains("1 tin chưa đọc");
        assertThat(visit.get(applicantsPage).body())
                .contains("Giấy chứng sinh của trạm y tế là đủ", "Ủy ban nhân dân xã Tả Van", "đã đọc")
                .doesNotContain(OFFICER);
        assertThat(visit.get(life.path()).body()).doesNotContain("tin chưa đọc");
    }

    @Test
    void aFileIsNotChosenAgainWhenTheTextWasRefused() {
        var life = taVan.birth(APPLICANT).received().claimed();
        var page = life.path() + "/thread";
        var visit = as(APPLICANT);
        var fields = Map.of(
                "_csrf",
                Visit.token(visit.get(page).body()),
                "command",
                UUID.randomUUID().toString(),
                "text",
                "x".repeat(20_000));
        var refused = visit.upload(page, fields, "file", "giay.png", OwnPicture.png());
        assertThat(refused.statusCode()).isEqualTo(422);
        var held = Visit.first(refused.body(), "name=\"held\" value=\"([0-9a-f]{64})\"");

        var command = UUID.randomUUID().toString();
        var desk = as(OFFICER);
        var theirs = "/desk/dossiers/" + life.ref.id() + "/thread";
        desk.fill(theirs, theirs, Map.of("command", command, "text", "Xin chào", "held", held));
        assertThat(desk.get(theirs).body())
                .as("knowing its id gives no right to it")
                .contains("Xin chào")
                .doesNotContain("giay.png");

        var again = Map.of("command", UUID.randomUUID().toString(), "text", "Cháu gửi giấy", "held", held);
        assertThat(visit.fill(page, page, again).statusCode()).isEqualTo(302);
        assertThat(visit.get(page).body()).contains("Cháu gửi giấy", "giay.png");
    }

    @Test
    void aSecondClickSendsNothingTwiceAndManyUnreadMessagesMakeOneMail() {
        var life = taVan.birth(APPLICANT).received().claimed();
        var officer = (SignedIn.OfficerAt) taVan.named(OFFICER);
        var theirs = "viet-" + UUID.randomUUID() + "@example.org";
        contacts.confirmed(officer.tenant(), officer.account(), Channel.EMAIL, theirs);
        var page = life.path() + "/thread";
        var visit = as(APPLICANT);
        var command = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            visit.fill(page, page, Map.of("command", command, "text", "một lần thôi"));
        }
        say(visit, page, "thêm nữa");
        assertThat(visit.get(page).body()).containsOnlyOnce("một lần thôi").contains("thêm nữa");
        taVan.told();
        assertThat(to(theirs)).hasSize(1);
    }

    @Test
    void strangersSeeNoThreadAndNoFileOfIt() {
        var life = taVan.birth(APPLICANT).received();
        var page = life.path() + "/thread";
        say(as(APPLICANT), page, "chuyện riêng");
        assertThat(as("Nguyễn Văn Quân").get(page).statusCode()).isEqualTo(404);
        assertThat(as("Nguyễn Thị Mai Thủy")
                        .get("/desk/dossiers/" + life.ref.id() + "/thread")
                        .statusCode())
                .isEqualTo(404);
        assertThat(as(APPLICANT).get(page + "/files/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        var life = taVan.birth(APPLICANT).received();
        var page = life.path() + "/thread";
        var empty = say(as(APPLICANT), page, " ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Tin nhắn chưa có nội dung");
        var tooLong = say(as(APPLICANT), page, "dài ".repeat(2000));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("dài dài dài");
    }

    @Test
    void aFileGoesThroughTheSameGateAsAnyPaper() {
        var life = taVan.birth(APPLICANT).received();
        var page = life.path() + "/thread";
        var visit = as(APPLICANT);
        var form = visit.get(page).body();
        var fields =
                Map.of("_csrf", Visit.token(form), "command", UUID.randomUUID().toString(), "text", "kèm ảnh");
        var refused = visit.upload(page, fields, "file", "a.pdf", "không phải PDF".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("kèm ảnh");
        var taken = visit.upload(page, fields, "file", "giay.png", SamplePaper.bytes());
        assertThat(taken.statusCode()).isEqualTo(302);
        var shown = visit.get(page).body();
        assertThat(shown).contains("giay.png");
        var file = Visit.first(shown, "href=\"(" + page + "/files/[^\"]+)\"");
        assertThat(visit.get(file).headers().firstValue("Content-Type")).contains("image/png");
        assertThat(as(OFFICER)
                        .get(file.replace(life.path(), "/desk/dossiers/" + life.ref.id()))
                        .statusCode())
                .isEqualTo(200);
    }

    private static java.net.http.HttpResponse<String> say(Visit visit, String page, String text) {
        return visit.fill(page, page, Map.of("command", UUID.randomUUID().toString(), "text", text));
    }

    private List<Caught.Message> to(String mail) {
        return caught.all().stream().filter(it -> it.to().equals(mail)).toList();
    }

    private Visit as(String name) {
        return new Visit("http://localhost:" + port).as(name);
    }
}
