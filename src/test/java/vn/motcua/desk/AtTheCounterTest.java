package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.desk.Commune.LEADER;
import static vn.motcua.desk.Commune.RECEIVER;
import static vn.motcua.desk.Commune.SPECIALIST;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.catalogue.Channel;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.Progress;
import vn.motcua.identity.PersonId;
import vn.motcua.shared.Scope;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** What an applicant without an account does at the counter: answers a supplement request, takes the dossier back. */
@WholeProgram
class AtTheCounterTest extends AtTheDesk {

    private static final String MOTHER = "Giàng Thị Mỷ";
    private static final Map<String, String> SHE_CAME =
            Map.of("toWhom", MOTHER, "checked", "yes", "compared.0", "yes", "originals.0", "1", "note", "Đã chụp lại");

    @Autowired
    private Progress progress;

    AtTheCounterTest(
            @Autowired Commune commune,
            @Autowired TestClock clock,
            @Autowired FreshDatabase database,
            @LocalServerPort int port) {
        super(commune, clock, database, port);
    }

    @Test
    void aScanBroughtToTheCounterLiesInTheDossierWithItsStatement() {
        var dossier = asked();
        var ha = officer(RECEIVER);

        var form = Officer.form(ha.page(dossier), "take-supplement", SHE_CAME);
        var brought = ha.brings("take-supplement", dossier, form, "file.0", "giay-chung-sinh.pdf", Commune.emptyPdf());

        assertThat(brought.statusCode()).isEqualTo(302);
        assertThat(ha.page(dossier))
                .contains("Người nộp đã bổ sung", "Thêm 1 giấy tờ", "Đã chụp lại", "Tại quầy, người đến: " + MOTHER)
                .contains(
                        "giay-chung-sinh.pdf",
                        "Bản quét khớp bản chính: " + RECEIVER + " xác nhận lúc 08:00, 23/11/2026");
        assertThat(count("paper_statement", "stater_name = '" + RECEIVER + "' and dossier", dossier))
                .isEqualTo(1);
        assertThat(count("audit_record", "act = 'compared-with-originals' and subject", dossier))
                .isEqualTo(1);
        var mother = UUID.nameUUIDFromBytes(MOTHER.getBytes(StandardCharsets.UTF_8));
        assertThat(count(
                        "dossier_event",
                        "kind = 'supplement-provided' and role is not null and acting_for = '" + mother
                                + "' and dossier",
                        dossier))
                .isEqualTo(1);

        var again = ha.brings("take-supplement", dossier, form, "file.0", "giay-chung-sinh.pdf", Commune.emptyPdf());
        assertThat(again.statusCode()).as("the same form twice").isEqualTo(302);
        assertThat(count("dossier_event", "kind = 'supplement-provided' and dossier", dossier))
                .isEqualTo(1);
        goes(RECEIVER, "receive", dossier, Map.of());
    }

    @Test
    void aPaperThatWasOnlySeenIsCounted() {
        var dossier = asked();

        goes(RECEIVER, "take-supplement", dossier, SHE_CAME);

        assertThat(officer(RECEIVER).page(dossier)).contains("Người nộp đã bổ sung", "Thêm 1 giấy tờ");
        assertThat(count("paper_statement", "dossier", dossier))
                .as("no scan, no statement")
                .isZero();
    }

    @Test
    void whoCameIsCheckedBeforeAnythingIsTaken() {
        var dossier = asked();
        var ha = officer(RECEIVER);

        assertThat(ha.does("take-supplement", dossier, Map.of("note", "Đã chụp lại"))
                        .body())
                .contains("href=\"#take-supplement-checked\"", ">Đã chụp lại</textarea>");
        assertThat(ha.does("take-supplement", dossier, Map.of("checked", "yes")).body())
                .contains("href=\"#take-supplement-toWhom\"");
        assertThat(ha.does("take-supplement", dossier, Map.of("card", "010095999002"))
                        .body())
                .contains("href=\"#take-supplement-paper\"");
        assertThat(ha.does("take-supplement", dossier, Map.of("toWhom", MOTHER, "checked", "yes"))
                        .statusCode())
                .as("nothing brought")
                .isEqualTo(422);
        var program = ha.brings(
                "take-supplement", dossier, SHE_CAME, "file.0", "a.pdf", "MZ".getBytes(StandardCharsets.US_ASCII));
        assertThat(program.statusCode()).isEqualTo(422);
        assertThat(program.body()).contains("href=\"#take-supplement-file.0\"", "a.pdf: ");
        assertThat(count("dossier_event", "kind = 'supplement-provided' and dossier", dossier))
                .isZero();
    }

    @Test
    void whatWasChosenIsNotChosenAgainWhenTheFormComesBack() {
        var dossier = asked();
        var ha = officer(RECEIVER);
        var refused = ha.brings(
                "take-supplement", dossier, Map.of("originals.0", "1"), "file.0", "mo.pdf", Commune.emptyPdf());
        assertThat(refused.statusCode()).as("nobody says who came").isEqualTo(422);
        assertThat(refused.body()).contains("mo.pdf", "name=\"drop\"");
        var scan = kept(refused.body());
        assertThat(ha.page(dossier)).as("also when the page is opened anew").contains(scan);
        assertThat(officer(Commune.COLLEAGUE).page(dossier)).as("theirs alone").doesNotContain(scan);

        goes(RECEIVER, "take-supplement", dossier, SHE_CAME);
        assertThat(ha.page(dossier))
                .contains("mo.pdf", "Bản quét khớp bản chính: " + RECEIVER)
                .doesNotContain(scan);
        assertThat(count("counter_scan", "dossier", dossier)).isZero();
    }

    @Test
    void whatIsLeftOutIsNotTakenInAndNothingOfAnEarlierRequestIs() {
        var dossier = asked();
        var ha = officer(RECEIVER);
        var refused = ha.brings("take-supplement", dossier, Map.of(), "file.0", "nham.pdf", Commune.emptyPdf());
        var came = new HashMap<>(SHE_CAME);
        came.put("drop", kept(refused.body()));

        goes(RECEIVER, "take-supplement", dossier, came);

        assertThat(ha.page(dossier)).contains("Người nộp đã bổ sung").doesNotContain("nham.pdf");
        assertThat(count("paper_statement", "dossier", dossier)).isZero();
    }

    @Test
    void whoMayNotTakeItInHasNothingKept() {
        var dossier = asked();
        officer(SPECIALIST).brings("take-supplement", dossier, SHE_CAME, "file.0", "a.pdf", Commune.emptyPdf());
        assertThat(count("counter_scan", "dossier", dossier)).isZero();
    }

    private static String kept(String page) {
        var found = Pattern.compile("name=\"drop\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void onlyTheCounterOfItsOneStopTakesAnythingIn() {
        var dossier = asked();
        for (var name : new String[] {SPECIALIST, LEADER}) {
            var form = Map.of("toWhom", MOTHER, "checked", "yes", "reason", "Không cần nữa", "version", "2");
            assertThat(officer(name).does("take-withdrawal", dossier, form).statusCode())
                    .as(name)
                    .isIn(403, 404);
        }
        assertThat(officer(Commune.ELSEWHERE)
                        .does("take-supplement", dossier, SHE_CAME)
                        .statusCode())
                .isEqualTo(404);
        assertThat(officer(RECEIVER).page(dossier)).contains("Chờ người nộp bổ sung");
    }

    /** They have no account in which they could say it. */
    @Test
    void whoSaidAtTheCounterThatTheyWantNoShortMessagesGetsNone() {
        var id = new PersonId(UUID.randomUUID());
        for (var sms : new boolean[] {true, false}) {
            var anna = new Applicant(
                    Optional.of(id),
                    Optional.empty(),
                    "Anna Schmidt",
                    Optional.of("C01X00T47"),
                    "0912345679",
                    "anna@example.org",
                    "",
                    sms);
            var dossier = commune.file("2.000635", anna, Map.of(), List.of(), Channel.DIRECT);
            var told = Scope.of(Commune.LAO_CAI).call(() -> progress.of(dossier, 1));

            assertThat(told.email()).isEqualTo("anna@example.org");
            assertThat(told.phone()).isEqualTo(sms ? "0912345679" : "");
            assertThat(officer(RECEIVER).page(dossier)).contains("Số hộ chiếu");
        }
    }

    @Test
    void whoComesToWithdrawHasItBackAtOnceBeforeReception() {
        var dossier = commune.birth(MOTHER);

        goes(RECEIVER, "take-withdrawal", dossier, Map.of("toWhom", MOTHER, "checked", "yes"));

        assertThat(officer(RECEIVER).page(dossier)).contains("Người nộp rút hồ sơ", "Tại quầy, người đến: " + MOTHER);
    }

    @Test
    void afterReceptionTheOfficerWhoHasItIsAsked() {
        var dossier = commune.birth(MOTHER);
        goes(RECEIVER, "receive", dossier, Map.of());
        var ha = officer(RECEIVER);

        var came = Map.of("toWhom", MOTHER, "checked", "yes");
        assertThat(ha.does("take-withdrawal", dossier, came).body()).contains("href=\"#take-withdrawal-reason\"");
        goes(RECEIVER, "take-withdrawal", dossier, Map.of("card", "010198000123", "reason", "Không cần nữa"));

        assertThat(officer(SPECIALIST).offered(dossier)).contains("let-go", "refuse-withdrawal");
        assertThat(ha.page(dossier)).contains("Người nộp xin rút hồ sơ", "Không cần nữa", "Tại quầy, người đến: ");
    }

    private DossierId asked() {
        var dossier = commune.birth(MOTHER);
        goes(RECEIVER, "supplement", dossier, Map.of("document.0", "giay-chung-sinh", "why.0", "Ảnh mờ"));
        return dossier;
    }
}
