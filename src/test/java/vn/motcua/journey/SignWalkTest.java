package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.HandOver;
import vn.motcua.support.Person;
import vn.motcua.support.QrPicture;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** A clerk numbers results, the leader signs several with one word, and anybody checks one on a telephone. */
@WholeProgram
class SignWalkTest {

    private static final String LEADER = "Vũ Đức Thành";
    private static final String CLERK = "Lù Thị Hiền";
    private static final String OWNER = "Lý Thị Mẩy";

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    SignWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    private final String first = TaVan.unused();
    private final String second = TaVan.unused();
    private final String third = TaVan.unused();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fromTheClerksNumberToACheckOnATelephone(boolean script) throws Exception {
        clock.set("2026-11-23T09:00");
        var one = decided();
        var another = decided();
        var denied = taVan.birth(OWNER, HandOver.How.DIGITAL, 0)
                .received()
                .appraised()
                .denied("Đã đăng ký tại nơi khác");
        try (var leader = new Person(address, 360, script).as(LEADER);
                var clerk = new Person(address, 1280, script).as(CLERK);
                var owner = new Person(address, 360, script).as(OWNER);
                var anybody = new Person(address, 360, script)) {
            wantsToBeAsked(leader);
            numbers(clerk, one, first);
            numbers(clerk, another, second);
            numbers(clerk, denied, third);
            waits(owner, one);
            asksForNothingWhileItWaits(leader);
            signs(leader, denied);
            gets(owner, one);
            assertThat(denied.registered().open()).isTrue();
            checks(anybody, one);
            for (var it : new Person[] {leader, clerk, owner, anybody}) {
                assertThat(it.complaints()).isEmpty();
            }
        } finally {
            taVan.ordered(denied);
            taVan.signed();
        }
    }

    private Life decided() {
        return taVan.birth(OWNER, HandOver.How.DIGITAL, 0)
                .received()
                .appraised()
                .approved();
    }

    private static void wantsToBeAsked(Person leader) {
        leader.open("/desk/sign");
        leader.page().check("input[name=when][value=confirms]");
        leader.press("form[action$='/habit'] button");
        assertThat(leader.reads()).contains("Đã lưu cách ký");
    }

    private static void asksForNothingWhileItWaits(Person leader) {
        leader.open("/desk/sign");
        leader.page().check("input[name=when][value=at-once]");
        leader.press("form[action$='/habit'] button");
    }

    private static void numbers(Person clerk, Life life, String number) {
        clerk.open("/desk/dossiers/" + life.ref.id());
        clerk.type("issue-number", number).press("#issue button");
        assertThat(clerk.reads())
                .contains("Kết quả số " + number + " đã vào sổ, đang chờ chữ ký số của " + LEADER)
                .doesNotContain("Đã phát hành kết quả.");
    }

    private static void waits(Person owner, Life life) {
        owner.open(life.path());
        assertThat(owner.reads())
                .contains("kết quả đang chờ ký số")
                .doesNotContain("Tải kết quả", "ngay dưới đây", "Bản chưa ký số");
    }

    private void signs(Person leader, Life denied) {
        leader.open("/desk/sign");
        assertThat(leader.reads()).contains(first, second, third, "Từ chối yêu cầu");
        assertThat(leader.page().isChecked("input[value='" + denied.registered().id() + "']"))
                .as("what has a caution is not chosen beforehand")
                .isFalse();
        leader.press("#sign .button");
        assertThat(leader.path()).startsWith("/desk/sign/");
        taVan.signed();
        leader.open(leader.path());
        assertThat(leader.reads()).contains("Đã xong", "Mọi kết quả đã được ký và phát hành");
        leader.open("/desk/sign");
        assertThat(leader.reads()).contains(third).doesNotContain(first);
    }

    private static void gets(Person owner, Life life) {
        owner.open(life.path());
        assertThat(owner.reads()).contains("Bản đã ký số").doesNotContain("chờ ký số");
        assertThat(owner.download("a[href$='/result']")).isEqualTo(life.signedFile());
    }

    private void checks(Person anybody, Life life) throws Exception {
        var behind = QrPicture.onPaper(life.signedFile());
        assertThat(behind).isEqualTo(address + "/verify/" + life.code());
        anybody.open(URI.create(behind).getPath());
        assertThat(anybody.reads())
                .contains("Giấy này do cơ quan cấp và đang có hiệu lực", first, "Ủy ban nhân dân xã Tả Van")
                .doesNotContain(OWNER);
        anybody.open("/verify").type("code", life.registered().draft().code().grouped());
        anybody.press("form[role=search] .button");
        assertThat(anybody.reads())
                .contains("Giấy này do cơ quan cấp và đang có hiệu lực", first, "Ủy ban nhân dân xã Tả Van")
                .doesNotContain(OWNER, "GIÀNG GIA BẢO");
        var whole = life.signedFile();
        ResultPagesTable.drop(anybody, whole);
        assertThat(anybody.reads()).contains("Chữ ký số hợp lệ", "Đúng tệp này có trong sổ đăng ký");
        var changed = whole.clone();
        changed[changed.length / 4] ^= 1;
        ResultPagesTable.drop(anybody, changed);
        assertThat(anybody.reads()).contains("Chữ ký số không hợp lệ", "Sổ đăng ký không có tệp này");
    }
}
