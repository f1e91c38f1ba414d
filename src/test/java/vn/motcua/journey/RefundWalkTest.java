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
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** Too much was taken: the counter asks for a refund, the leader agrees, the counter pays it out; the applicant sees each of it on their phone. */
@WholeProgram
class RefundWalkTest {

    private static final String QUAN = "Nguyễn Văn Quân";

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    RefundWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
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
    void askedForAgreedToAndPaidOut(int width, boolean script) {
        var life = taVan.birth(QUAN, HandOver.How.COUNTER, 2).received();
        try (var payer = new Person(address, width, script).as(QUAN);
                var receiver = new Person(address, width, script).as("Trần Thu Hà");
                var leader = new Person(address, width, script).as("Vũ Đức Thành")) {
            PayPagesTable.paysAtTheBank(payer, life.path());

            var refund = asks(receiver, life);
            seen(payer, life, "đang chờ duyệt");
            assertThat(receiver.page().locator("button[value=approve]").count())
                    .as("nobody agrees to their own")
                    .isZero();

            leader.open("/desk/money").press("main a[href$='/refunds']").press("tbody a");
            leader.open(refund).press("button[value=refuse]");
            assertThat(leader.reads()).contains("Hãy ghi vì sao không duyệt");
            leader.press("button[value=approve]");
            assertThat(leader.reads()).contains("đã duyệt, chờ trả tiền", "Thu thừa một bản");
            seen(payer, life, "đã duyệt, chờ trả tiền");
            assertThat(payer.reads()).contains("Vietcombank 0011 NGUYEN VAN QUAN", "Điều chỉnh giảm biên lai");

            receiver.open(refund).type("proof", "CK 4711").press("#paid");
            assertThat(receiver.reads()).contains("đã trả lại", "CK 4711");
            seen(payer, life, "đã trả lại");
            assertThat(payer.complaints()).isEmpty();
            assertThat(receiver.complaints()).isEmpty();
            assertThat(leader.complaints()).isEmpty();
        }
    }

    private static String asks(Person receiver, Life life) {
        receiver.open("/desk/dossiers/" + life.ref.id()).press("a[href$='/refund']");
        receiver.page().selectOption("#way", "VIETQR");
        receiver.type("amount", "8000")
                .type("account", "Vietcombank 0011 NGUYEN VAN QUAN")
                .type("reason", "Thu thừa một bản")
                .press("#propose");
        assertThat(receiver.reads()).contains("đang chờ duyệt", "8.000 ₫");
        return receiver.path();
    }

    private static void seen(Person payer, Life life, String state) {
        payer.open(life.path() + "/pay");
        assertThat(payer.reads()).contains("Hoàn trả", "8.000 ₫", state);
    }
}
