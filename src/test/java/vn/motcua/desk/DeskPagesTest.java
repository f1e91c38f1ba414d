package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.desk.Commune.CLERK;
import static vn.motcua.desk.Commune.COLLEAGUE;
import static vn.motcua.desk.Commune.ELSEWHERE;
import static vn.motcua.desk.Commune.LEADER;
import static vn.motcua.desk.Commune.RECEIVER;
import static vn.motcua.desk.Commune.SPECIALIST;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.result.SigningRounds;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What officers can do at the desk, over HTTP without JavaScript. */
@WholeProgram
class DeskPagesTest extends AtTheDesk {

    private static final String LEAVE = "take-withdrawal";

    @Autowired
    private SigningRounds signing;

    DeskPagesTest(
            @Autowired Commune commune,
            @Autowired TestClock clock,
            @Autowired FreshDatabase database,
            @LocalServerPort int port) {
        super(commune, clock, database, port);
    }

    private static List<String> appraising(String last) {
        return List.of(
                "complete",
                "supplement",
                "propose-denial",
                "await-payment",
                "await-answer",
                "send-up",
                "propose-halt",
                "pass-on",
                "pass-across",
                last);
    }

    @Test
    void eachStepIsOfferedToWhoHasItAndToNobodyElse() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        // due today, so that nothing can be extended in time and only an apology is left
        var late = List.of("extend");

        offers(dossier, Map.of(RECEIVER, List.of("receive", "supplement", "transfer", "turn-away", "claim", LEAVE)));
        goes(RECEIVER, "receive", dossier, Map.of());
        offers(dossier, Map.of(RECEIVER, List.of(LEAVE), SPECIALIST, appraising("claim"), LEADER, late));
        goes(SPECIALIST, "claim", dossier, Map.of());
        offers(dossier, Map.of(RECEIVER, List.of(LEAVE), SPECIALIST, appraising("release"), LEADER, late));
        goes(SPECIALIST, "complete", dossier, entered("010326000123", "Đủ điều kiện"));
        offers(
                dossier,
                Map.of(
                        RECEIVER,
                        List.of(LEAVE),
                        LEADER,
                        List.of(
                                "approve",
                                "extend",
                                "deny",
                                "await-payment",
                                "await-answer",
                                "send-up",
                                "propose-halt",
                                "send-back",
                                "pass-on",
                                "pass-across",
                                "claim")));
        goes(LEADER, "approve", dossier, Map.of());
        offers(dossier, Map.of(CLERK, List.of("issue", "send-back", "claim")));
        goes(CLERK, "issue", dossier, Map.of("number", "128/2026"));
        var correct = List.of("propose-amendment");
        offers(
                dossier,
                Map.of(RECEIVER, List.of("hand-over", "claim"), SPECIALIST, correct, LEADER, correct, CLERK, correct));
        goes(RECEIVER, "hand-over", dossier, TO_THE_MOTHER);
        var over = List.of("propose-amendment", "propose-revocation");
        offers(dossier, Map.of(SPECIALIST, over, LEADER, over, CLERK, over));

        assertThat(officer(LEADER).page(dossier))
                .contains("Đã trả kết quả", "Giải quyết đúng hạn", "Phát hành kết quả số 128/2026", "Đủ điều kiện")
                .contains("Nộp hồ sơ", "Trần Thu Hà, ", "người nhận Giàng Thị Mỷ");
    }

    @Test
    void aNumberOfAnotherSystemIsTheSameOnEveryScreen() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        var ha = officer(RECEIVER);
        var wrong = ha.does("receive", dossier, Map.of("foreign", "mã số 7"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("href=\"#receive-foreign\"", "value=\"mã số 7\"", "<details class=\"fold small\" open>");

        goes(RECEIVER, "receive", dossier, Map.of("foreign", "000.00.19.H38-261120-0007"));

        var number = "000.00.19.H38-261120-0007";
        assertThat(officer(SPECIALIST).page(dossier)).contains(number);
        goes(SPECIALIST, "claim", dossier, Map.of());
        assertThat(officer(SPECIALIST).get("/desk?show=mine").body()).contains(number);
        assertThat(ha.get("/desk/find?q=" + number).body()).contains(dossier.toString());
        assertThat(text(ha, dossier, "/print/acknowledgement")).contains(number);
        var taken = ha.does("receive", commune.birth("Giàng Thị Mỷ"), Map.of("foreign", number));
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("đã là mã của một hồ sơ khác");
    }

    @Test
    void whoAppraisedIsToldInWordsThatTheyDoNotApprove() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        goes(RECEIVER, "receive", dossier, Map.of());
        assertThat(officer(SPECIALIST).page(dossier)).contains("Khi người nộp bổ sung đủ, thời hạn tính lại từ đầu.");
        goes(SPECIALIST, "complete", dossier, entered("010326000123", ""));
        commune.alsoLeads(SPECIALIST);
        clock.set("2026-11-27T08:00"); // later than any other test here: who somebody is is believed for half a minute
        try {
            var via = officer(SPECIALIST);
            assertThat(via.page(dossier))
                    .contains("Bạn đã thẩm định hồ sơ này nên không được tự phê duyệt")
                    .doesNotContain("id=\"approve\"");
            var refused = via.sends(
                    Officer.form(
                            via.page(dossier), "approve", Map.of("step", "decision", "version", version(via, dossier))),
                    "approve",
                    dossier);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("Bạn đã thẩm định hồ sơ này nên không được tự phê duyệt");
        } finally {
            commune.leadsNoMore(SPECIALIST);
            clock.advance(Duration.ofMinutes(1));
            assertThat(officer(SPECIALIST).get("/desk").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theInboxGoesOnOnASecondPageWithoutRepeatingOrLosingARow() {
        var filed = java.util.stream.IntStream.range(0, 60)
                .mapToObj(it -> commune.birth("Sùng Thị Trang " + it).toString())
                .toList();
        var ha = officer(RECEIVER);
        var first = ha.get("/desk?procedure=1.001193&show=intake").body();
        var next = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]*after=[^\"]+)\"")
                .matcher(first);
        assertThat(next.find()).isTrue();
        var pages = new java.util.ArrayList<>(rows(first));
        for (int page = 2; next.find(0) && page < 20; page++) {
            var more = ha.get(next.group(1).replace("&amp;", "&")).body();
            pages.addAll(rows(more));
            next = next.reset(more);
        }

        assertThat(rows(first)).hasSize(50);
        assertThat(pages).doesNotHaveDuplicates().containsAll(filed);
    }

    @Test
    void whatIsFoundGoesOnOnASecondPage() {
        var filed = java.util.stream.IntStream.range(0, 25)
                .mapToObj(it -> commune.birth("Hầu Thị Say").toString())
                .toList();
        var ha = officer(RECEIVER);
        var first = ha.get("/desk/find?q=hau+say").body();
        var next = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]*after=[^\"]+)\"")
                .matcher(first);
        assertThat(next.find()).isTrue();
        var second = ha.get(next.group(1).replace("&amp;", "&")).body();

        assertThat(rows(first)).hasSize(20);
        assertThat(rows(second)).hasSize(5).doesNotContainAnyElementsOf(rows(first));
        assertThat(second).doesNotContain("rel=\"next\"");
        assertThat(filed).containsAll(rows(first)).containsAll(rows(second));
    }

    private static List<String> rows(String page) {
        return java.util.regex.Pattern.compile("<tbody.*</tbody>", java.util.regex.Pattern.DOTALL)
                .matcher(page)
                .results()
                .flatMap(it -> java.util.regex.Pattern.compile("/desk/dossiers/([0-9a-f-]{36})[\"?]")
                        .matcher(it.group())
                        .results())
                .map(it -> it.group(1))
                .distinct()
                .toList();
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
        assertThat(ha.offered(dossier)).containsExactly("take-supplement", LEAVE);
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
        signs(LEADER);

        var via = officer(SPECIALIST);
        assertThat(via.page(dossier)).contains("Lý do từ chối giải quyết", "Quyết định: từ chối giải quyết");
        assertThat(text(via, dossier, "/papers/result")).contains("Không đủ căn cứ (Điều 16 Luật Hộ tịch)", "9/TB");
    }

    /** What has a caution waits for the word of whoever decided it. */
    private void signs(String name) {
        var leader = officer(name);
        var page = leader.get("/desk/sign").body();
        var waits = Pattern.compile("name=\"pick\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.joining(","));
        assertThat(leader.sends(
                                "/desk/sign",
                                Map.of(
                                        "_csrf",
                                        Visit.token(page),
                                        "command",
                                        UUID.randomUUID().toString(),
                                        "pick",
                                        waits))
                        .statusCode())
                .isEqualTo(302);
        signing.go();
    }

    @Test
    void theLeaderSendsBackWithAReason() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        goes(RECEIVER, "receive", dossier, Map.of());
        goes(SPECIALIST, "complete", dossier, entered("010326000123", ""));
        assertThat(officer(LEADER)
                        .does("send-back", dossier, Map.of("to", "reception", "reason", "x"))
                        .statusCode())
                .isEqualTo(422);

        goes(LEADER, "send-back", dossier, Map.of("to", "appraisal", "reason", "Kiểm tra lại quê quán"));

        assertThat(officer(SPECIALIST).offered(dossier)).contains("complete");
        assertThat(officer(SPECIALIST).page(dossier)).contains("Trả lại từ", "Kiểm tra lại quê quán");
    }

    @Test
    void aStepIsNotDoneBeforeTheOfficerHasEnteredWhatTheResultSays() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        goes(RECEIVER, "receive", dossier, Map.of());
        var via = officer(SPECIALIST);

        var refused = via.does(
                "complete", dossier, Map.of("decision.personalNumber", "12", "register.book", "01/2026", "note", "Đủ"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Bước này còn một chỗ phải ghi", "href=\"#decision.personalNumber\"")
                .contains("value=\"12\"", "value=\"01/2026\"", ">Đủ</textarea>", "12 chữ số");
        assertThat(via.does("complete", dossier, Map.of()).body()).contains("Bước này còn 2 chỗ phải ghi");
        assertThat(via.get("/en" + Officer.path(dossier)).body())
                .contains("Personal number of the child", "Book number");

        goes(SPECIALIST, "complete", dossier, entered("010326000123", ""));
        goes(LEADER, "send-back", dossier, Map.of("to", "appraisal", "reason", "Số định danh gõ nhầm một chữ số"));
        assertThat(via.page(dossier)).contains("value=\"010326000123\"", "value=\"01/2026\"");
        goes(SPECIALIST, "complete", dossier, entered("010326000124", ""));
        goes(LEADER, "approve", dossier, Map.of());

        assertThat(withoutSpaces(officer(LEADER).page(dossier)))
                .contains("Sốđịnhdanhcánhâncủatrẻ:010326000123", "Sốđịnhdanhcánhâncủatrẻ:010326000124")
                .contains("Cánbộghikhi:Thẩmtra");
        assertThat(withoutSpaces(text(officer(CLERK), dossier, "/result-draft")))
                .contains("010326000124", "Quyểnsố", "01/2026")
                .doesNotContain("010326000123");
    }

    @Test
    void aProposedDenialIsNotGrantedWithBlanksOnTheResult() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        goes(RECEIVER, "receive", dossier, Map.of());
        goes(SPECIALIST, "propose-denial", dossier, Map.of("reason", "Không đủ căn cứ xác định nơi sinh"));

        var refused = officer(LEADER).does("approve", dossier, Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Kết quả còn chỗ trống");
    }

    private static String version(Officer officer, vn.motcua.dossier.DossierId dossier) {
        return vn.motcua.support.Visit.first(officer.page(dossier), "name=\"version\" value=\"(\\d+)\"");
    }
}
