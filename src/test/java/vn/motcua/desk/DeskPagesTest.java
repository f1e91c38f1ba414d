package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.desk.Commune.CLERK;
import static vn.motcua.desk.Commune.COLLEAGUE;
import static vn.motcua.desk.Commune.ELSEWHERE;
import static vn.motcua.desk.Commune.LEADER;
import static vn.motcua.desk.Commune.RECEIVER;
import static vn.motcua.desk.Commune.SPECIALIST;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.DossierId;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;

/** What officers can do at the desk, over HTTP without JavaScript. */
@AtTheDesk
class DeskPagesTest {

    private static final Map<String, String> TO_THE_MOTHER =
            Map.of("how", "COUNTER", "toWhom", "Giàng Thị Mỷ", "checked", "yes");

    private final Commune commune;
    private final TestClock clock;
    private final FreshDatabase database;
    private final String address;

    DeskPagesTest(
            @Autowired Commune commune,
            @Autowired TestClock clock,
            @Autowired FreshDatabase database,
            @LocalServerPort int port) {
        this.commune = commune;
        this.clock = clock;
        this.database = database;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void eachStepIsOfferedToWhoHasItAndToNobodyElse() {
        var dossier = commune.birth("Giàng Thị Mỷ");

        offers(dossier, Map.of(RECEIVER, List.of("receive", "supplement", "turn-away", "claim")));
        goes(RECEIVER, "receive", dossier, Map.of());
        offers(dossier, Map.of(SPECIALIST, List.of("complete", "supplement", "propose-denial", "claim")));
        goes(SPECIALIST, "claim", dossier, Map.of());
        offers(dossier, Map.of(SPECIALIST, List.of("complete", "supplement", "propose-denial", "release")));
        goes(SPECIALIST, "complete", dossier, Map.of("note", "Đủ điều kiện"));
        offers(dossier, Map.of(LEADER, List.of("approve", "deny", "send-back", "claim")));
        goes(LEADER, "approve", dossier, Map.of());
        offers(dossier, Map.of(CLERK, List.of("issue", "claim")));
        goes(CLERK, "issue", dossier, Map.of("number", "128/2026"));
        offers(dossier, Map.of(RECEIVER, List.of("hand-over", "claim")));
        goes(RECEIVER, "hand-over", dossier, TO_THE_MOTHER);
        offers(dossier, Map.of());

        assertThat(officer(LEADER).page(dossier))
                .contains("Đã trả kết quả", "Giải quyết đúng hạn", "Phát hành kết quả số 128/2026", "Đủ điều kiện")
                .contains("Nộp hồ sơ", "Trần Thu Hà, ", "người nhận Giàng Thị Mỷ");
    }

    @Test
    void theSameFormSentTwiceIsCarriedOutOnce() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        var ha = officer(RECEIVER);
        var form = Officer.form(ha.page(dossier), "receive", Map.of());

        assertThat(ha.sends(form, "receive", dossier).statusCode()).isEqualTo(302);
        assertThat(ha.sends(form, "receive", dossier).statusCode()).isEqualTo(302);

        assertThat(count("dossier_event", "dossier", dossier)).isEqualTo(3);
    }

    @Test
    void aDossierOfAnotherUnitDoesNotExist() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        var stranger = officer(ELSEWHERE);
        var form = Officer.form(officer(RECEIVER).page(dossier), "receive", Map.of());
        form.put("_csrf", Visit.token(stranger.get("/desk").body()));

        for (var path : List.of("", "/papers/result", "/print/acknowledgement", "/result-draft")) {
            assertThat(stranger.get(Officer.path(dossier) + path).statusCode()).isEqualTo(404);
        }
        assertThat(stranger.sends(form, "receive", dossier).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/desk/dossiers/nothing").statusCode()).isEqualTo(404);
        assertThat(new Visit(address).get(Officer.path(dossier)).statusCode()).isNotEqualTo(200);
    }

    @Test
    void whatIsNotOfferedIsRefusedInWords() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        var via = officer(SPECIALIST);

        var answer = via.sends(Officer.form(via.page(dossier), "approve", Map.of("version", "1")), "approve", dossier);

        assertThat(answer.statusCode()).isEqualTo(404);
        goes(RECEIVER, "receive", dossier, Map.of());
        var now = via.sends(
                Officer.form(via.page(dossier), "approve", Map.of("version", "3", "step", "appraisal")),
                "approve",
                dossier);
        assertThat(now.statusCode()).isIn(403, 409);
        assertThat(now.body()).contains("Chưa thực hiện được");
    }

    @Test
    void ofTwoReceiversTheSecondIsToldWhoWasFasterAndKeepsWhatWasTyped() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        var ha = officer(RECEIVER);
        var late = Officer.form(ha.page(dossier), "turn-away", Map.of("reason", "Thiếu giấy chứng sinh"));
        goes(COLLEAGUE, "receive", dossier, Map.of());

        var answer = ha.sends(late, "turn-away", dossier);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Giàng A Páo", "Nội dung bạn đã nhập", "Thiếu giấy chứng sinh")
                .contains("Đang xử lý");
    }

    @Test
    void aFormThatStillStandsComesBackFilledInAndGoesThrough() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        var ha = officer(RECEIVER);
        var late = Officer.form(ha.page(dossier), "turn-away", Map.of("reason", "Thiếu giấy chứng sinh"));
        goes(COLLEAGUE, "claim", dossier, Map.of());
        goes(COLLEAGUE, "release", dossier, Map.of());

        var answer = ha.sends(late, "turn-away", dossier);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains(">Thiếu giấy chứng sinh</textarea>").doesNotContain("Nội dung bạn đã nhập");

        var again = Officer.form(answer.body(), "turn-away", Map.of("reason", "Thiếu giấy chứng sinh"));
        assertThat(ha.sends(again, "turn-away", dossier).statusCode()).isEqualTo(302);
    }

    @Test
    void turningAwayNeedsItsReasonAndPrintsIt() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        var ha = officer(RECEIVER);

        var refused = ha.does("turn-away", dossier, Map.of("reason", "  \u200f "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("error-summary", "href=\"#turn-away-reason\"", "aria-invalid=\"true\"");
        assertThat(refused.body()).contains("<title>Lỗi: ");

        goes(RECEIVER, "turn-away", dossier, Map.of("reason", "Trẻ đã được đăng ký tại xã Mường Hoa."));
        assertThat(ha.page(dossier)).contains("Đã từ chối tiếp nhận", "Trẻ đã được đăng ký tại xã Mường Hoa.");
        assertThat(text(ha, dossier, "/print/turn-away"))
                .containsIgnoringCase("Phiếu từ chối tiếp nhận")
                .contains("Trẻ đã được đăng ký tại xã Mường Hoa.", "Giàng Thị Mỷ", "Trần Thu Hà");
        assertThat(ha.get(Officer.path(dossier) + "/print/acknowledgement").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSupplementIsOneListThatGrowsWithoutScript() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        var ha = officer(RECEIVER);

        assertThat(ha.does("supplement", dossier).statusCode()).isEqualTo(422);
        var more = ha.does("supplement", dossier, Map.of("more", "2", "what.0", "Chụp lại rõ cả trang"));
        assertThat(more.statusCode()).isEqualTo(200);
        assertThat(more.body()).contains("name=\"what.1\"", "value=\"Chụp lại rõ cả trang\"");
        var incomplete = ha.does(
                "supplement", dossier, Map.of("what.0", "Chụp lại rõ cả trang", "why.0", "Mờ", "what.1", "Văn bản"));
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("href=\"#supplement-what.1\"", "name=\"what.1\" value=\"Văn bản\"");

        goes(
                RECEIVER,
                "supplement",
                dossier,
                Map.of("document.0", "giay-chung-sinh", "why.0", "Ảnh mờ", "what.2", "Văn bản", "why.2", "Thiếu"));
        assertThat(ha.offered(dossier)).isEmpty();
        assertThat(ha.page(dossier)).contains("Chờ người nộp bổ sung", "Giấy chứng sinh", "Ảnh mờ", "Văn bản – Thiếu");
        assertThat(text(ha, dossier, "/print/supplement")).contains("Ảnh mờ", "Văn bản", "Thiếu");
    }

    @Test
    void aDenialIsProposedThenDecidedAndIssuedAsARefusal() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        goes(RECEIVER, "receive", dossier, Map.of());
        assertThat(officer(SPECIALIST).does("propose-denial", dossier).statusCode())
                .isEqualTo(422);
        goes(SPECIALIST, "propose-denial", dossier, Map.of("reason", "Không đủ căn cứ xác định nơi sinh"));

        assertThat(officer(LEADER).page(dossier)).contains(">Không đủ căn cứ xác định nơi sinh</textarea>");
        goes(LEADER, "deny", dossier, Map.of("reason", "Không đủ căn cứ (Điều 16 Luật Hộ tịch)"));
        goes(CLERK, "issue", dossier, Map.of("number", "9/TB"));

        var via = officer(SPECIALIST);
        assertThat(via.page(dossier)).contains("Lý do từ chối giải quyết", "Quyết định: từ chối giải quyết");
        assertThat(text(via, dossier, "/papers/result")).contains("Không đủ căn cứ (Điều 16 Luật Hộ tịch)", "9/TB");
    }

    @Test
    void theLeaderSendsBackWithAReason() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        goes(RECEIVER, "receive", dossier, Map.of());
        goes(SPECIALIST, "complete", dossier, Map.of());
        assertThat(officer(LEADER)
                        .does("send-back", dossier, Map.of("to", "reception", "reason", "x"))
                        .statusCode())
                .isEqualTo(422);

        goes(LEADER, "send-back", dossier, Map.of("to", "appraisal", "reason", "Kiểm tra lại quê quán"));

        assertThat(officer(SPECIALIST).offered(dossier)).contains("complete");
        assertThat(officer(SPECIALIST).page(dossier)).contains("Trả lại từ", "Kiểm tra lại quê quán");
    }

    @Test
    void nothingIsHandedOverBeforeTheFeeIsTaken() {
        var answers = Map.<String, Object>of(
                "docs.items", List.of(Map.of("name", "Bằng tốt nghiệp", "pages", 5, "copies", 2)));
        var dossier =
                commune.file(Commune.COPIES, "Lò Văn Pản", answers, List.of(), vn.motcua.catalogue.Channel.DIRECT);
        goes(RECEIVER, "receive", dossier, Map.of());
        goes(SPECIALIST, "complete", dossier, Map.of());
        goes(LEADER, "approve", dossier, Map.of());
        goes(CLERK, "issue", dossier, Map.of("number", "1/2026"));
        var ha = officer(RECEIVER);

        assertThat(ha.page(dossier)).contains("14.000\u00a0₫");
        var refused = ha.does("hand-over", dossier, TO_THE_MOTHER);
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
        goes(RECEIVER, "hand-over", dossier, TO_THE_MOTHER);
        assertThat(text(ha, dossier, "/print/acknowledgement")).contains("14.000", "đã nộp tiền mặt");
    }

    @Test
    void handingOverAsksForTheWayTheRecipientAndTheirIdentity() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        goes(RECEIVER, "receive", dossier, Map.of());
        goes(SPECIALIST, "complete", dossier, Map.of());
        goes(LEADER, "approve", dossier, Map.of());
        assertThat(officer(CLERK).does("issue", dossier, Map.of("number", " ")).statusCode())
                .isEqualTo(422);
        goes(CLERK, "issue", dossier, Map.of("number", "128/2026"));
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
        goes(SPECIALIST, "complete", dossier, Map.of());
        goes(LEADER, "approve", dossier, Map.of());
        assertThat(text(officer(CLERK), dossier, "/result-draft"))
                .contains("GIÀNG GIA BẢO", "CHƯA KÝ SỐ", "Vũ Đức Thành", "02/11/2026", "Ngày hai tháng mười một năm");
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
        var dossier = commune.birth("Vàng Thị Dợ");
        assertThat(officer(RECEIVER).get("/desk?show=intake&procedure=1.001193").body())
                .contains("Vàng Thị Dợ", "Mới, chờ tiếp nhận");
        assertThat(officer(RECEIVER).get("/desk?procedure=2.000815").body()).doesNotContain("Vàng Thị Dợ");
        goes(RECEIVER, "receive", dossier, Map.of());
        assertThat(officer(RECEIVER).get("/desk").body()).doesNotContain("Vàng Thị Dợ");
        assertThat(officer(SPECIALIST).get("/desk").body()).contains("Vàng Thị Dợ", "<progress");
        assertThat(officer(ELSEWHERE).get("/desk").body()).doesNotContain("Vàng Thị Dợ");

        clock.set("2026-11-23T16:00");
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

    private Officer officer(String name) {
        return new Officer(address, name);
    }

    private void goes(String officer, String act, DossierId dossier, Map<String, String> typed) {
        var answer = officer(officer).does(act, dossier, typed);
        assertThat(answer.statusCode()).as(() -> problem(answer)).isEqualTo(302);
    }

    private void offers(DossierId dossier, Map<String, List<String>> offered) {
        for (var name : List.of(RECEIVER, SPECIALIST, LEADER, CLERK)) {
            var page = officer(name).get(Officer.path(dossier));
            var expected = offered.getOrDefault(name, List.of());
            if (page.statusCode() == 404) {
                assertThat(expected).as(name).isEmpty();
            } else {
                assertThat(Officer.offered(page.body())).as(name).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    private static String problem(HttpResponse<String> answer) {
        var body = answer.body();
        int at = body.indexOf("error-summary");
        return at < 0 ? body : body.substring(at, Math.min(body.length(), at + 600));
    }

    private String text(Officer officer, DossierId dossier, String path) {
        return officer.pdf(Officer.path(dossier) + path);
    }

    private int count(String table, String column, DossierId dossier) {
        try (var connection = database.app();
                var scope = connection.prepareStatement("select set_config('motcua.tenant', '15', false)");
                var sql = connection.prepareStatement("select count(*) from " + table + " where " + column + " = ?")) {
            scope.execute();
            sql.setObject(1, dossier.value());
            try (var found = sql.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
