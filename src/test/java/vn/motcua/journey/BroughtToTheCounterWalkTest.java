package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.support.CopyRequest;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Person;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/**
 * Somebody without an account filed at the counter, is asked for a better paper, comes back with it, and later wants the
 * dossier back; the receiver does it on a telephone, with and without JavaScript.
 */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=counter-day")
class BroughtToTheCounterWalkTest {

    private static final String RECEIVER = "Trần Thu Hà";
    private static final String NAME = "Giàng A Páo";
    private static final String NUMBER = "010095777001";

    private final TestClock clock;
    private final String address;

    @Autowired
    BroughtToTheCounterWalkTest(TestClock clock, @LocalServerPort int port) {
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsBroughtIsTakenInAndTheDossierGivenBack(boolean script) throws IOException {
        clock.set("2026-11-27T08:00");
        var dossier = filed();
        try (var ha = new Person(address, 360, script).as(RECEIVER)) {
            ha.open(dossier).unfold("#supplement .button.wide");
            ha.type("supplement-what.0", "Giấy tờ tùy thân").type("supplement-why.0", "Bản chụp mờ");
            ha.press("#supplement .button.wide");
            assertThat(ha.reads()).contains("Chờ người nộp bổ sung");

            clock.set("2026-11-27T14:00");
            ha.open(dossier).unfold("#take-supplement .button.wide");
            if (script) {
                assertThat(PageCheck.faults(ha.page())).isEmpty();
            }
            ha.page()
                    .setInputFiles(
                            "[id='take-supplement-file.0']",
                            new FilePayload("can-cuoc.pdf", "application/pdf", emptyPdf()));
            ha.type("take-supplement-originals.0", "1").type("take-supplement-card", NUMBER);
            ha.page().focus("[id='take-supplement-compared.0']");
            ha.page().keyboard().press("Space");
            ha.press("#take-supplement .button.wide");
            assertThat(ha.status()).isEqualTo(200);
            assertThat(ha.reads())
                    .contains("Đã nhận bổ sung tại quầy", "can-cuoc.pdf")
                    .contains("Tại quầy, người đến: " + NAME + " (số trên thẻ khớp)")
                    .contains("Bản quét khớp bản chính: " + RECEIVER);

            ha.open(dossier).unfold("#take-withdrawal .button.wide");
            ha.type("take-withdrawal-card", NUMBER).press("#take-withdrawal .button.wide");
            assertThat(ha.reads()).contains("Đã ghi nhận việc người nộp rút hồ sơ", "Người nộp rút hồ sơ");
            assertThat(ha.complaints()).isEmpty();
        }
    }

    /** The path of a dossier that somebody filed at the counter whom the system does not know. */
    private String filed() {
        var ha = new Visit(address).as(RECEIVER);
        var token = Visit.token(ha.get("/desk/counter").body());
        var begun = ha.send(
                "/desk/counter",
                Map.of(
                        "_csrf",
                        token,
                        "procedure",
                        CopyRequest.CODE,
                        "number",
                        NUMBER,
                        "name",
                        NAME,
                        "bornOn.day",
                        "2",
                        "bornOn.month",
                        "11",
                        "bornOn.year",
                        "1995",
                        "phone",
                        "0990000009"));
        var sent = new LinkedHashMap<>(Map.of(
                "_csrf", token,
                "file", "file",
                "how", "COUNTER",
                "commit.agree", "true",
                "copies.count", "1",
                "seen-giay-to-tuy-than", "yes",
                "seen-giay-to-cu-tru", "yes"));
        sent.putAll(CounterDayTest.answers(NUMBER));
        sent.put("requester.fullName", NAME);
        return ha.local(ha.send(ha.local(begun), sent));
    }

    private static byte[] emptyPdf() throws IOException {
        try (var pdf = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
