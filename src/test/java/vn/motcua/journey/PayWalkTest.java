package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.HandOver;
import vn.motcua.support.Person;
import vn.motcua.support.QrPicture;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** Somebody pays for copies of a birth certificate on their phone: by a code, through a gateway, after a failure; in the end they have a receipt. */
@WholeProgram
class PayWalkTest {

    private static final String QUAN = "Nguyễn Văn Quân";

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    PayWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
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
    void byACode(int width, boolean script) throws Exception {
        var dossier = owing();
        try (var payer = new Person(address, width, script).as(QUAN)) {
            payer.open(dossier).press("a[href$='/pay']");
            assertThat(payer.reads()).contains("16.000 ₫", "Còn phải nộp", "Chuyển khoản bằng mã VietQR");

            payer.press("button[value=transfer]");
            assertThat(payer.path()).endsWith("/pay/transfer");
            assertThat(payer.page().locator("svg.qr").count()).isEqualTo(1);
            assertThat(QrPicture.onScreen(payer.page().locator("svg.qr").screenshot()))
                    .as("what a telephone reads from the screen")
                    .startsWith("000201")
                    .contains("540516000", payer.page().inputValue("#reference"));
            assertThat(payer.page().inputValue("#amount")).isEqualTo("16000");
            assertThat(payer.page().inputValue("#reference")).matches("MC[2-9A-HJ-NP-Z]{12}");

            payer.press("main a.button").press("main form .button");
            assertThat(payer.reads()).contains("Đã chuyển");
            payer.open(dossier + "/pay/transfer");
            assertThat(payer.path()).as("nothing is to be scanned any more").endsWith("/pay");
            assertThat(payer.reads()).contains("Đã nộp đủ").doesNotContain("Còn phải nộp");
            payer.open(dossier);
            assertThat(payer.reads()).contains("Đã nộp", "Khoản đã nộp và biên lai");
            assertThat(payer.complaints()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} pixels, JavaScript: {1}")
    @CsvSource({"360, false", "1280, true"})
    void throughTheGatewayAfterAFailureWithoutFillingInAgain(int width, boolean script) {
        var dossier = owing();
        try (var payer = new Person(address, width, script).as(QUAN)) {
            PayPagesTable.atTheGateway(payer, dossier);
            assertThat(payer.reads()).contains("16.000 ₫", "không có tiền thật");
            payer.press("button[value=fail]");
            assertThat(payer.path()).contains("/pay?back=1");
            assertThat(payer.reads()).contains("Lần thanh toán vừa rồi không thành", "Còn phải nộp 16.000 ₫");

            payer.press("button[value=gateway]").press("main a.button").press("button[value=pay]");
            assertThat(payer.reads()).contains("Đã nộp đủ");
            assertThat(payer.complaints()).isEmpty();
        }
    }

    private String owing() {
        return taVan.birth(QUAN, HandOver.How.COUNTER, 2).received().path();
    }
}
