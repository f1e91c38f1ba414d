package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.HandOver;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** A receipt has a wrong name: the counter asks for another one, the leader agrees, the payer finds both on their phone. */
@WholeProgram
class WrongReceiptWalkTest {

    private static final String QUAN = "Nguyễn Văn Quân";

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    WrongReceiptWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @ParameterizedTest(name = "{0} pixels, JavaScript: {1}")
    @CsvSource({"360, false", "1280, true"})
    void askedForAgreedToAndReplaced(int width, boolean script) {
        var life = taVan.birth(QUAN, HandOver.How.COUNTER, 2).received();
        try (var payer = new Person(address, width, script).as(QUAN);
                var receiver = new Person(address, width, script).as("Trần Thu Hà");
                var leader = new Person(address, width, script).as("Vũ Đức Thành")) {
            PayPagesTable.paysAtTheBank(payer, life.path());

            receiver.open("/desk/dossiers/" + life.ref.id()).press("a[href$='/correct']");
            receiver.type("reason", "Ghi sai họ").press("#propose");
            assertThat(receiver.reads()).contains("Nội dung ghi lại giống nội dung đã có");
            receiver.page().selectOption("#way", "REPLACE");
            receiver.type("PAYER", "Nguyễn Văn Quấn").press("#propose");
            assertThat(receiver.reads()).contains("đang chờ duyệt", "Nguyễn Văn Quấn", QUAN, "Ghi sai họ");
            assertThat(receiver.page().locator("button[value=approve]").count())
                    .as("nobody agrees to their own")
                    .isZero();
            var correction = receiver.path();

            leader.open("/desk/money").press("main a[href$='/corrections']").press("tbody a");
            leader.open(correction).press("button[value=refuse]");
            assertThat(leader.reads()).contains("Hãy ghi lý do");
            leader.press("button[value=approve]");
            assertThat(leader.reads()).contains("đã sửa", "Biên lai thay thế");

            payer.open(life.path() + "/pay");
            assertThat(payer.reads()).contains("Thay thế biên lai", "Hủy biên lai");
            leader.open("/desk/money?unit=" + taVan.oneStop());
            assertThat(leader.reads()).contains("Thay thế biên lai", "Hủy biên lai");
            receiver.open("/desk/dossiers/" + life.ref.id());
            assertThat(receiver.page().locator("a[href$='/correct']").count())
                    .as("the new one can be corrected, the old one not")
                    .isOne();
            assertThat(payer.complaints()).isEmpty();
            assertThat(receiver.complaints()).isEmpty();
            assertThat(leader.complaints()).isEmpty();
        }
    }
}
