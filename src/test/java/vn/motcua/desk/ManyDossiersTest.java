package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.desk.Commune.COLLEAGUE;
import static vn.motcua.desk.Commune.LEADER;
import static vn.motcua.desk.Commune.RECEIVER;
import static vn.motcua.desk.Commune.SPECIALIST;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.DossierId;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** One thing done to many dossiers, over HTTP without JavaScript. */
@WholeProgram
class ManyDossiersTest extends AtTheDesk {

    private static final String OTHER_LEADER = "Lê Thị Minh Thủy";

    private final BatchRounds rounds;

    ManyDossiersTest(
            @Autowired Commune commune,
            @Autowired TestClock clock,
            @Autowired FreshDatabase database,
            @Autowired BatchRounds rounds,
            @LocalServerPort int port) {
        super(commune, clock, database, port);
        this.rounds = rounds;
    }

    @Test
    void everyChosenDossierIsTakenOnceHoweverOftenTheFormIsSent() {
        var dossiers = births(3);
        var ha = officer(RECEIVER);
        assertThat(ha.get("/desk?show=intake&chosen=all").body())
                .containsPattern("name=\"pick\" value=\"[0-9a-f-]{36}:reception\" checked");

        var form = form(ha, "claim", picks("reception", dossiers));
        var run = sent(ha, form);
        assertThat(ha.get(run).body())
                .contains("Đang làm", "Đã xem xét 0 trên 3 hồ sơ", "data-hx-trigger=\"every 2s\"");
        assertThat(sent(ha, form)).isEqualTo(run);
        rounds.go();
        rounds.go();

        assertThat(ha.get(run).body())
                .contains("Đã xong", "Đã làm 3 hồ sơ, không làm 0 hồ sơ", "Mọi hồ sơ đã chọn đều đã làm xong")
                .doesNotContain("data-hx-trigger");
        assertThat(dossiers)
                .allSatisfy(it -> assertThat(history(it, "step-claimed")).isEqualTo(1));
        assertThat(officer(COLLEAGUE).get(run).statusCode()).as("another's").isEqualTo(404);
    }

    @Test
    void whatIsUnusualIsKeptOutAndWhatMovedMeanwhileIsReportedWithItsReason() {
        var plain = appraised(2);
        var denied = received();
        goes(SPECIALIST, "propose-denial", denied, Map.of("reason", "Trẻ đã được đăng ký ở nơi khác"));
        var back = appraised(1).getFirst();
        goes(LEADER, "send-back", back, Map.of("to", "appraisal", "reason", "Thiếu tên cha"));
        goes(SPECIALIST, "complete", back, entered("010326000777", ""));
        var early = commune.birth("Giàng Thị Mỷ");
        var leader = officer(LEADER);

        var asked = leader.get(
                        "/desk/many?do=approve&pick=" + picks("decision", List.of(plain.getFirst(), denied, back)) + ","
                                + early + ":decision,khong-co," + UUID.randomUUID() + ":decision")
                .body();
        assertThat(asked).contains("Sẽ làm: 1 hồ sơ", "Để riêng:", "đề xuất từ chối", "từng bị trả lại");
        var form = form(
                leader,
                "approve",
                picks(
                        "decision",
                        Stream.concat(plain.stream(), Stream.of(denied, back)).toList()));
        form.put("note", "Đồng ý theo đề xuất");
        var run = sent(leader, form);
        goes(OTHER_LEADER, "approve", plain.get(1), Map.of());
        rounds.go();

        assertThat(history(plain.getFirst(), "resolved")).isEqualTo(1);
        assertThat(history(denied, "resolved")).isZero();
        assertThat(history(back, "resolved")).isZero();
        assertThat(officer(LEADER).get(run).body())
                .contains("Đã làm 1 hồ sơ, không làm 3 hồ sơ", OTHER_LEADER, "/desk/dossiers/" + plain.get(1));
        assertThat(officer(SPECIALIST).page(plain.getFirst())).contains("Đồng ý theo đề xuất");
    }

    @Test
    void aStepThatAsksForEntriesIsNotCompletedWithOthers() {
        var dossier = received();

        assertThat(officer(SPECIALIST)
                        .get("/desk/many?do=complete&pick=" + dossier + ":appraisal")
                        .body())
                .contains("Bạn chưa chọn hồ sơ nào làm được", "cần điền thông tin cho từng hồ sơ");
    }

    @Test
    void whatTheOneStopKeptIsSentOnTogetherAndTheRestIsReportedWithItsReason() {
        var kept = kept(3);
        var moved = kept(1).getFirst();
        var wanted = kept(1).getFirst();
        goes(
                RECEIVER,
                "take-withdrawal",
                wanted,
                Map.of("toWhom", "Giàng Thị Mỷ", "checked", "yes", "reason", "Không cần nữa"));
        var early = commune.birth("Giàng Thị Mỷ");
        var ha = officer(RECEIVER);
        assertThat(ha.get("/desk?show=running&step=reception").body())
                .contains("name=\"do\" value=\"forward\">Chuyển xử lý");
        assertThat(officer(SPECIALIST).get("/desk").body()).doesNotContain("value=\"forward\"");
        var all = Stream.concat(kept.stream(), Stream.of(moved, wanted, early)).toList();

        var picks = picks("reception", all);
        assertThat(ha.get("/desk/many?do=forward&pick=" + picks).body())
                .contains(
                        "Sẽ làm: 4 hồ sơ",
                        "Để riêng: 2 hồ sơ",
                        "Người nộp đang xin rút hồ sơ",
                        "chưa làm được việc này");
        var run = sent(ha, form(ha, "forward", picks));
        goes(COLLEAGUE, "forward", moved, Map.of());
        rounds.go();

        assertThat(kept)
                .allSatisfy(it -> assertThat(history(it, "forwarded")).isEqualTo(1))
                .allSatisfy(it -> assertThat(officer(SPECIALIST).offered(it)).contains("complete"));
        assertThat(history(moved, "forwarded")).as("once, by the colleague").isEqualTo(1);
        assertThat(history(wanted, "forwarded")).isZero();
        assertThat(history(early, "forwarded")).isZero();
        assertThat(officer(RECEIVER).get(run).body())
                .contains("Chuyển xử lý nhiều hồ sơ", "Đã làm 3 hồ sơ, không làm 3 hồ sơ")
                .contains("/desk/dossiers/" + moved, "/desk/dossiers/" + wanted, "/desk/dossiers/" + early);
    }

    @Test
    void anApplicantsUnreadMessageKeepsTheDossierOut() {
        var dossier = appraised(1).getFirst();
        write("""
                insert into thread_message (tenant_id, id, command, dossier, side, account, unit, body, written_at)
                select tenant_id, id, id, id, 'APPLICANT', id, null, 'Tên con tôi viết sai', now() from dossier where id = ?
                """, dossier);

        assertThat(officer(LEADER)
                        .get("/desk/many?do=approve&pick=" + dossier + ":decision")
                        .body())
                .contains("tin nhắn chưa ai đọc");
    }

    @Test
    void twoNodesShareTheWorkAndDoNothingTwice() throws Exception {
        var dossiers = births(12);
        var ha = officer(RECEIVER);
        var run = sent(ha, form(ha, "claim", picks("reception", dossiers)));
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var node : List.of(nodes.submit(rounds::go), nodes.submit(rounds::go))) {
                node.get();
            }
        }
        rounds.go();

        assertThat(ha.get(run).body()).contains("Đã làm 12 hồ sơ, không làm 0 hồ sơ");
        assertThat(dossiers)
                .allSatisfy(it -> assertThat(history(it, "step-claimed")).isEqualTo(1));
    }

    @Test
    void aLeaderGivesWorkOfOneToAnotherAndBackToTheTrayWithTheReason() {
        var dossiers = births(3);
        dossiers.forEach(it -> goes(RECEIVER, "claim", it, Map.of()));
        var gone = births(1).getFirst();
        goes(RECEIVER, "claim", gone, Map.of());
        var leader = officer(LEADER);
        var path = Visit.first(leader.get("/desk/team").body(), "href=\"(/desk/team/[0-9a-f-]+)\">" + RECEIVER);
        var page = leader.get(path).body();
        var colleague = Visit.first(page, "<option value=\"([0-9a-f-]+)\"[^>]*>" + COLLEAGUE);
        var form = new HashMap<String, String>();
        form.put("_csrf", Visit.token(page));
        form.put("command", Visit.first(page, "name=\"command\" value=\"([^\"]+)\""));
        form.put("pick", picks("reception", dossiers.subList(0, 2)));
        form.put("to", colleague);
        goes(RECEIVER, "release", gone, Map.of());
        var refused = leader.sends(path, form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("chưa ghi lý do");

        form.put("reason", "Chia lại việc trong tuần");
        form.put(
                "pick",
                picks(
                        "reception",
                        Stream.concat(dossiers.subList(0, 2).stream(), Stream.of(gone))
                                .toList()));
        var run = local(leader.sends(path, form));
        goes(RECEIVER, "release", dossiers.get(1), Map.of());
        rounds.go();

        assertThat(officer(LEADER).get(run).body())
                .contains("Việc của " + RECEIVER + " giao cho " + COLLEAGUE, "Đã làm 1 hồ sơ, không làm 2 hồ sơ")
                .contains("không còn giữ bước này", "/desk/dossiers/" + gone);
        assertThat(officer(COLLEAGUE).page(dossiers.getFirst()))
                .contains("Giao “", "cho " + COLLEAGUE, "Chia lại việc trong tuần")
                .contains("id=\"release\"");
        assertThat(officer(RECEIVER).get("/desk?show=mine").body())
                .contains(dossiers.get(2).toString())
                .doesNotContain(dossiers.getFirst().toString());
        assertThat(officer(RECEIVER).get("/desk/team").statusCode()).isEqualTo(404);
        assertThat(officer(RECEIVER).get(path).statusCode()).isEqualTo(404);
    }

    private List<DossierId> births(int many) {
        return IntStream.range(0, many)
                .mapToObj(it -> commune.birth("Giàng Thị Mỷ"))
                .toList();
    }

    /** Received, and still at the one-stop. */
    private List<DossierId> kept(int many) {
        var dossiers = births(many);
        dossiers.forEach(it -> goes(RECEIVER, "receive", it, Map.of("then", "keep")));
        return dossiers;
    }

    private DossierId received() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        goes(RECEIVER, "receive", dossier, Map.of());
        return dossier;
    }

    private List<DossierId> appraised(int many) {
        return IntStream.range(0, many)
                .mapToObj(it -> {
                    var dossier = received();
                    goes(SPECIALIST, "complete", dossier, entered("01032600012" + it, ""));
                    return dossier;
                })
                .toList();
    }

    private static String picks(String step, List<DossierId> dossiers) {
        return dossiers.stream().map(it -> it + ":" + step).collect(Collectors.joining(","));
    }

    /** The form of the page that shows what would become of these. */
    private static Map<String, String> form(Officer officer, String act, String picks) {
        var page = officer.get("/desk/many?do=" + act + "&pick=" + picks).body();
        var form = new HashMap<String, String>();
        form.put("_csrf", Visit.token(page));
        form.put("do", act);
        form.put("command", Visit.first(page, "name=\"command\" value=\"([^\"]+)\""));
        form.put(
                "pick",
                java.util.regex.Pattern.compile("name=\"pick\" value=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(it -> it.group(1))
                        .collect(Collectors.joining(",")));
        return form;
    }

    private static String sent(Officer officer, Map<String, String> form) {
        return local(officer.sends("/desk/many", form));
    }

    private static String local(java.net.http.HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return java.net
                .URI
                .create(answer.headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    private int history(DossierId dossier, String kind) {
        return count("dossier_event", "kind = '" + kind + "' and dossier", dossier);
    }
}
