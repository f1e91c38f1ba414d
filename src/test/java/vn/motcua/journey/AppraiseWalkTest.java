package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.result.ResultState;
import vn.motcua.shared.Ids;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** A permit is numbered, sent back by the head of the division, numbered again, put up for signing and signed. */
@WholeProgram
class AppraiseWalkTest {

    private static final String HEAD = "Hoàng Thanh Dũng";
    private static final String LEADER = "Vũ Đức Thành";

    private final TaVan taVan;
    private final SpecialistDesk specialist;
    private final LeaderDesk desk;
    private final TestClock clock;
    private final String address;

    @Autowired
    AppraiseWalkTest(
            TaVan taVan, SpecialistDesk specialist, LeaderDesk desk, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.specialist = specialist;
        this.desk = desk;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void fromTheClerksNumberOverTheHeadOfTheDivisionToTheLeader(boolean script) {
        clock.set("2026-11-23T09:00");
        var number = TaVan.unused();
        var life = decided();
        try (var clerk = new Person(address, 1280, script).as("Lù Thị Hiền");
                var head = new Person(address, 360, script).as(HEAD);
                var leader = new Person(address, 360, script).as(LEADER)) {
            numbers(clerk, life, number);
            sendsBack(head, number);
            clerk.open("/desk/dossiers/" + life.ref.id());
            assertThat(clerk.reads()).contains("bị trả lại khi thẩm định: Thiếu số tờ bản đồ");
            numbers(clerk, life, number);
            leader.open("/desk/sign");
            assertThat(leader.reads()).contains("Chưa đến lượt bạn", number, "Chờ thẩm định");
            putsUp(head, number);
            leader.open("/desk/sign");
            assertThat(leader.reads()).contains("Đã thẩm định, trình ký: " + HEAD);
            leader.press("#sign .button");
            taVan.signed();
            for (var it : new Person[] {clerk, head, leader}) {
                assertThat(it.complaints()).isEmpty();
            }
        }
        assertThat(life.registered().state()).isEqualTo(ResultState.ISSUED);
    }

    private Life decided() {
        var life = taVan.filed("Lý Thị Mẩy", "1.013225", Map.of("o.name", "Lý Thị Mẩy", "s.plotNo", "12"))
                .received();
        specialist.complete(act("Đỗ Thị Kim Thảo", life), life.ref.id(), "appraisal", "Đủ điều kiện", Map.of());
        desk.approve(act(HEAD, life), life.ref.id(), "review", "");
        return life.approved();
    }

    private Act act(String who, Life life) {
        return new Act(Ids.next(), taVan.named(who), life.seen().version(), clock.instant());
    }

    private static void numbers(Person clerk, Life life, String number) {
        clerk.open("/desk/dossiers/" + life.ref.id());
        clerk.type("issue-number", number).press("#issue button");
        assertThat(clerk.reads())
                .contains("Kết quả số " + number + " đã vào sổ, đang chờ thẩm định trước khi trình " + LEADER);
    }

    private static void sendsBack(Person head, String number) {
        var form = "section:has-text('" + number + "') form[action$='/send-back']";
        head.open("/desk/appraise").press(form + " button");
        assertThat(head.status()).isEqualTo(422);
        assertThat(head.reads()).contains("Hãy ghi điều cần sửa");
        head.page().locator(form + " textarea").fill("Thiếu số tờ bản đồ");
        head.press(form + " button");
        assertThat(head.reads()).contains("Đã trả lại").doesNotContain(number);
    }

    private static void putsUp(Person head, String number) {
        head.open("/desk/appraise").press("section:has-text('" + number + "') form[action$='/confirm'] button");
        assertThat(head.reads()).contains("Đã trình ký").doesNotContain(number);
    }
}
