package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
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

/** A payer forgot the reference: the leader's statement has the money, the counter finds whose it is, and the payer has the receipt. */
@WholeProgram
class UnidentifiedMoneyWalkTest {

    private static final String QUAN = "Nguyễn Văn Quân";

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    UnidentifiedMoneyWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
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
    void aTransferWithoutItsReferenceFindsItsDossier(int width, boolean script) {
        var life = taVan.birth(QUAN, HandOver.How.COUNTER, 2).received();
        var number = "FT" + UUID.randomUUID();
        var other = "FT" + UUID.randomUUID();
        try (var payer = new Person(address, width, script).as(QUAN);
                var receiver = new Person(address, width, script).as("Trần Thu Hà");
                var leader = new Person(address, width, script).as("Vũ Đức Thành")) {
            receiver.open("/desk/dossiers/" + life.ref.id() + "/qr").press("main form .button");
            takes(leader, number, other);

            receiver.open("/desk/money").press("main a[href$='/unidentified']");
            receiver.type("q", number).press("form.tools button");
            assertThat(receiver.reads()).contains("16.000 ₫", "NGUYEN VAN QUAN nop le phi", number);
            assertThat(receiver.reads()).doesNotContain(other);
            receiver.press("tbody a");
            receiver.press("#assign");
            assertThat(receiver.reads()).contains("Hãy chọn trong danh sách hoặc kiểm tra lại mã");
            receiver.page()
                    .locator("p:has(a[href$='/desk/dossiers/" + life.ref.id() + "']) input[name=order]")
                    .check();
            receiver.press("#assign");
            assertThat(receiver.reads()).contains("đã ghép với yêu cầu thanh toán", "Trần Thu Hà");
            payer.open(life.path() + "/pay");
            assertThat(payer.reads()).contains("Biên lai", "16.000 ₫");

            receiver.open("/desk/money/unidentified?q=" + other).press("tbody a");
            receiver.page().selectOption("#ending", "GIVE_BACK");
            receiver.type("reason", "Người gửi báo chuyển nhầm").press("#propose");
            assertThat(receiver.reads()).contains("đang chờ duyệt", "Trả lại người gửi");
            var there = receiver.path();
            leader.open(there).press("button[value=refuse]");
            assertThat(leader.reads()).contains("Hãy ghi lý do");
            leader.press("button[value=agree]");
            assertThat(leader.reads()).contains("đã duyệt, chờ trả lại");
            receiver.open(there).type("voucher", "UNC 4712").press("#paid");
            assertThat(receiver.reads()).contains("đã trả lại", "UNC 4712", "Vũ Đức Thành");
            assertThat(payer.complaints()).isEmpty();
            assertThat(receiver.complaints()).isEmpty();
            assertThat(leader.complaints()).isEmpty();
        }
    }

    private void takes(Person leader, String number, String other) {
        var file = """
                at,transaction,amount,text
                23/11/2026 07:30,%s,16000,NGUYEN VAN QUAN nop le phi
                23/11/2026 07:31,%s,9000,khong ro
                """.formatted(number, other);
        leader.open("/desk/money/statements");
        leader.page().selectOption("#unit", taVan.oneStop().toString());
        leader.page()
                .setInputFiles(
                        "#file", new FilePayload("sao-ke.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        leader.press("#take");
    }
}
