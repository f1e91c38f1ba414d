package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.desk.Commune.CLERK;
import static vn.motcua.desk.Commune.COLLEAGUE;
import static vn.motcua.desk.Commune.ELSEWHERE;
import static vn.motcua.desk.Commune.LEADER;
import static vn.motcua.desk.Commune.RECEIVER;
import static vn.motcua.desk.Commune.SPECIALIST;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Money, papers, the inbox and finding a dossier at the desk, over HTTP without JavaScript. */
@WholeProgram
class DeskPapersTest extends AtTheDesk {

    DeskPapersTest(
            @Autowired Commune commune,
            @Autowired TestClock clock,
            @Autowired FreshDatabase database,
            @LocalServerPort int port) {
        super(commune, clock, database, port);
    }

    @Test
    void nothingIsHandedOverBeforeTheFeeIsTaken() {
        var answers = Map.<String, Object>of(
                "docs.items", List.of(Map.of("name", "Bằng tốt nghiệp", "pages", 5, "copies", 2)));
        var dossier =
                commune.file(Commune.COPIES, "Lò Văn Pản", answers, List.of(), vn.motcua.catalogue.Channel.DIRECT);
        goes(RECEIVER, "receive", dossier, Map.of());
        goes(SPECIALIST, "complete", dossier, entered("010326000123", ""));
        goes(LEADER, "approve", dossier, Map.of());
        goes(CLERK, "issue", dossier, Map.of("number", "1/2026"));
        var ha = officer(RECEIVER);

        assertThat(ha.page(dossier)).contains("14.000\u00a0₫");
        var forHim = new HashMap<>(TO_THE_MOTHER);
        assertThat(ha.does("hand-over", dossier, forHim).body())
                .as("she is not the applicant")
                .contains("href=\"#hand-over-paper\"");
        forHim.put("paper", "giấy ủy quyền");
        var refused = ha.does("hand-over", dossier, forHim);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("14.000", "value=\"Giàng Thị Mỷ\"");

        var form = Officer.form(ha.page(dossier), "take-fee", Map.of());
        var colleague = officer(COLLEAGUE);
        var colleagues = Officer.form(colleague.page(dossier), "take-fee", Map.of());
        assertThat(ha.sends(form, "take-fee", dossier).statusCode()).isEqualTo(302);
        assertThat(ha.sends(form, "take-fee", dossier).statusCode()).isEqualTo(302);
        var second = colleague.sends(colleagues, "take-fee", dossier);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Trần Thu Hà vừa thu 14.000");
        assertThat(count("fee_payment", "dossier", dossier)).isEqualTo(1);

        assertThat(ha.page(dossier)).contains("Đã thu đủ", "Trần Thu Hà thu lúc 08:00, 23/11/2026");
        goes(RECEIVER, "hand-over", dossier, forHim);
        assertThat(text(ha, dossier, "/print/acknowledgement")).contains("14.000", "đã nộp tiền mặt");
    }

    @Test
    void handingOverAsksForTheWayTheRecipientAndTheirIdentity() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        goes(RECEIVER, "receive", dossier, Map.of());
        goes(SPECIALIST, "complete", dossier, entered("010326000123", ""));
        goes(LEADER, "approve", dossier, Map.of());
        assertThat(officer(CLERK).does("issue", dossier, Map.of("number", " ")).statusCode())
                .isEqualTo(422);
        goes(CLERK, "issue", dossier, Map.of("number", "228/2026"));
        var ha = officer(RECEIVER);

        assertThat(ha.does("hand-over", dossier).body()).contains("href=\"#hand-over-how\"");
        assertThat(ha.does("hand-over", dossier, Map.of("how", "COUNTER", "toWhom", "Mỷ"))
                        .body())
                .contains("href=\"#hand-over-checked\"", "value=\"Mỷ\"");
        assertThat(ha.does("hand-over", dossier, Map.of("how", "COUNTER", "checked", "yes"))
                        .body())
                .contains("href=\"#hand-over-toWhom\"");
        assertThat(count("dossier_event", "dossier", dossier)).isEqualTo(8);
    }

    @Test
    void thePapersSayWhatWasPromised() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        var ha = officer(RECEIVER);
        assertThat(ha.page(dossier)).contains("17:00, 23/11/2026");
        goes(RECEIVER, "receive", dossier, Map.of());

        assertThat(text(ha, dossier, "/print/acknowledgement"))
                .containsPattern("H38\\.101-261123-\\d{4}")
                .contains("Giàng Thị Mỷ", "0912345678", "08 giờ 00 phút, ngày 23 tháng 11 năm 2026")
                .contains("17 giờ 00 phút, ngày 23 tháng 11 năm 2026", "Tả Van", "Không thu", "Trần Thu Hà")
                .containsIgnoringCase("Ủy ban nhân dân xã Tả Van")
                .containsPattern("[2-9A-HJ-NP-Z]{4}( [2-9A-HJ-NP-Z]{4}){3}");
        var acknowledgement = text(ha, dossier, "/print/acknowledgement");
        assertThat(acknowledgement).containsPattern("Vào Sổ theo dõi hồ sơ: Quyển số 01/2026, Số thứ tự \\d{2}");
        assertThat(text(ha, dossier, "/print/acknowledgement")).isEqualTo(acknowledgement);
        goes(SPECIALIST, "complete", dossier, entered("010326000123", ""));
        goes(LEADER, "approve", dossier, Map.of());
        assertThat(text(ha, dossier, "/print/control"))
                .contains("PHIẾU KIỂM SOÁT", "Người giao: Giàng Thị Mỷ", "Người giao: Trần Thu Hà")
                .containsPattern("(Trước|Đúng) hạn");
        assertThat(text(ha, dossier, "/print/declaration")).contains("Kính gửi", "Giàng Thị Mỷ", "NGƯỜI KHAI");
        assertThat(text(officer(CLERK), dossier, "/result-draft"))
                .contains("GIÀNG GIA BẢO", "CHƯA KÝ SỐ", "Vũ Đức Thành", "02/11/2026", "Ngày hai tháng mười một năm");
    }

    @Test
    void whoeverIsToDecideReadsTheVeryDraftBeforehandAndNobodyElseDoes() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        goes(RECEIVER, "receive", dossier, Map.of());
        var draft = Officer.path(dossier) + "/decision-draft";
        var leader = officer(LEADER);
        assertThat(leader.get(draft).statusCode())
                .as("there is nothing to decide yet")
                .isEqualTo(404);
        goes(SPECIALIST, "complete", dossier, entered("010326000123", ""));
        assertThat(leader.page(dossier)).contains("Xem dự thảo kết quả", "Xem dự thảo phiếu từ chối", draft);
        int looks = count("audit_record", "act = 'printed' and subject", dossier);

        assertThat(leader.pdf(draft))
                .contains("GIÀNG GIA BẢO", "DỰ THẢO", LEADER, "02/11/2026", "Ngày hai tháng mười một năm")
                .doesNotContain("CHƯA KÝ SỐ");
        var form = Officer.form(
                leader.page(dossier), "deny", Map.of("reason", "Trẻ đã có giấy khai sinh", "preview", "yes"));
        var slip = leader.sendsForBytes(form, "deny", dossier);
        assertThat(slip.statusCode()).isEqualTo(200);
        assertThat(vn.motcua.support.PdfA.faults(slip.body())).isEmpty();
        assertThat(vn.motcua.support.PdfText.of(slip.body()))
                .contains("DỰ THẢO", "Trẻ đã có giấy khai sinh", "Giàng Thị Mỷ", LEADER);
        form.put("reason", " ");
        assertThat(leader.sends(form, "deny", dossier).statusCode())
                .as("without a reason")
                .isEqualTo(422);

        assertThat(count("audit_record", "act = 'printed' and subject", dossier))
                .isGreaterThan(looks + 1);
        assertThat(count("dossier_event", "kind = 'resolved' and dossier", dossier))
                .as("nothing was decided")
                .isZero();
        int seen = count("audit_record", "act = 'printed' and subject", dossier);
        for (var other : List.of(RECEIVER, SPECIALIST, CLERK, ELSEWHERE)) {
            assertThat(officer(other).get(draft).statusCode()).as(other).isEqualTo(404);
            var visit = officer(other);
            form.put("_csrf", Visit.token(visit.get("/desk").body()));
            assertThat(visit.sends(form, "deny", dossier).statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(count("audit_record", "act = 'printed' and subject", dossier))
                .as("and nobody has looked")
                .isEqualTo(seen);
        goes(LEADER, "approve", dossier, Map.of());
        assertThat(leader.get(draft).statusCode()).as("decided").isEqualTo(404);
    }

    @Test
    void papersAreShownAsWhatTheyAreAndKeptByNoCache() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        var ha = officer(RECEIVER);
        var paper = java.util.regex.Pattern.compile("/papers/([0-9a-f-]{36})\"").matcher(ha.page(dossier));
        assertThat(paper.find()).isTrue();

        var answer = ha.get(Officer.path(dossier) + "/papers/" + paper.group(1));

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(ha.get(Officer.path(dossier) + "/papers/" + java.util.UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoLooksIsWrittenDown() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        officer(RECEIVER).page(dossier);

        assertThat(count(
                        "audit_record",
                        "act = 'read' and purpose = 'settle' and role in ('receiver', 'hand-over') and subject",
                        dossier))
                .isEqualTo(1);
    }

    @Test
    void textIsCleanedAndShownAsText() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        var long10k = "Lý do " + "rất dài ".repeat(1250);
        goes(RECEIVER, "turn-away", dossier, Map.of("reason", "Đơ\u0301n <b>😀</b> \u202E" + long10k));

        assertThat(officer(RECEIVER).page(dossier))
                .contains("&lt;b&gt;😀&lt;/b&gt;")
                .doesNotContain("\u202E");
        assertThat(text(officer(RECEIVER), dossier, "/print/turn-away")).contains("rất dài");
    }

    @Test
    void theInboxCountsFiltersAndTurnsUrgent() {
        clock.set("2026-11-16T08:00"); // a week before all others: first on the list, alone when it is late
        var dossier = commune.birth("Vàng Thị Dợ");
        assertThat(officer(RECEIVER).get("/desk?show=intake&procedure=1.001193").body())
                .contains("Vàng Thị Dợ", "Mới, chờ tiếp nhận");
        assertThat(officer(RECEIVER).get("/desk?procedure=2.000815").body()).doesNotContain("Vàng Thị Dợ");
        goes(RECEIVER, "receive", dossier, Map.of());
        assertThat(officer(RECEIVER).get("/desk").body()).doesNotContain("Vàng Thị Dợ");
        assertThat(officer(SPECIALIST).get("/desk").body()).contains("Vàng Thị Dợ", "<progress");
        assertThat(officer(ELSEWHERE).get("/desk").body()).doesNotContain("Vàng Thị Dợ");

        clock.set("2026-11-16T16:00");
        assertThat(officer(SPECIALIST).get("/desk?show=due-soon").body()).contains("Vàng Thị Dợ", "Còn 1\u00a0giờ");
        clock.advance(Duration.ofHours(42));
        assertThat(officer(SPECIALIST).get("/desk?show=overdue").body()).contains("Vàng Thị Dợ", "Quá hạn");
        assertThat(officer(SPECIALIST).get("/en/desk").body()).contains("Inbox", "Overdue", "something is overdue");
    }

    @Test
    void aDossierIsFoundByNameWithoutMarksByPersonalNumberAndByNumberInOwnUnitsOnly() {
        var dossier = commune.birth("Thào Thị Sùng");
        goes(RECEIVER, "receive", dossier, Map.of());
        var number = java.util.regex.Pattern.compile("H38\\.101-261123-\\d{4}")
                .matcher(officer(RECEIVER).page(dossier));
        assertThat(number.find()).isTrue();

        for (var typed : List.of("sung+thao", "010198000123", number.group())) {
            assertThat(officer(RECEIVER).get("/desk/find?q=" + typed).body()).contains(dossier.toString());
            assertThat(officer(ELSEWHERE).get("/desk/find?q=" + typed).body()).doesNotContain(dossier.toString());
        }
        assertThat(officer(RECEIVER).get("/desk/find?q=khongcoai").body()).contains("Không tìm thấy hồ sơ nào");
    }
}
