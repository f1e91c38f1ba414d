package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.desk.Commune.CLERK;
import static vn.motcua.desk.Commune.LEADER;
import static vn.motcua.desk.Commune.RECEIVER;
import static vn.motcua.desk.Commune.SPECIALIST;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.result.Registered;
import vn.motcua.result.Results;
import vn.motcua.result.SigningRounds;
import vn.motcua.shared.Scope;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** The clerk has many results numbered, signed and issued: in the background, each once, and none held up by another. */
@WholeProgram
@TestPropertySource(properties = {"motcua.test.apart=issue-many", "motcua.undo.window=10s"})
class IssueManyTest extends AtTheDesk {

    private static final Pattern PICK = Pattern.compile("name=\"pick\" value=\"([^\"]+)\"");

    private final BatchRounds rounds;
    private final SigningRounds signing;
    private final Results results;
    private final TaVan taVan;

    IssueManyTest(
            @Autowired Commune commune,
            @Autowired TestClock clock,
            @Autowired FreshDatabase database,
            @Autowired BatchRounds rounds,
            @Autowired SigningRounds signing,
            @Autowired Results results,
            @Autowired TaVan taVan,
            @LocalServerPort int port) {
        super(commune, clock, database, port);
        this.rounds = rounds;
        this.signing = signing;
        this.results = results;
        this.taVan = taVan;
    }

    @Test
    void eachResultTakesTheNextNumberOnceOnTwoNodesAndIsSignedByItself() throws Exception {
        aFirstNumber("10/2026");
        var granted = granted(6);
        var denied = appraised(1).getFirst();
        goes(LEADER, "deny", denied, Map.of("reason", "Trẻ đã được đăng ký ở nơi khác"));
        var all = Stream.concat(granted.stream(), Stream.of(denied)).toList();
        var clerk = officer(CLERK);
        assertThat(clerk.get("/desk?show=decided&step=issue").body())
                .contains("name=\"do\" value=\"issue\">Phát hành kết quả");
        assertThat(officer(SPECIALIST).get("/desk").body()).doesNotContain("value=\"issue\"");

        var form = form(clerk, all);
        var run = sent(clerk, form);
        assertThat(sent(clerk, form)).as("sent twice").isEqualTo(run);
        onTwoNodes(rounds::go);
        assertThat(clerk.get(run).body())
                .contains("Đang làm", "Đã xem xét 0 trên 7 hồ sơ", "Đã lấy số, chưa phát hành: 7 hồ sơ")
                .contains("đang chờ đến lượt ký", "chờ " + LEADER + " cho ký");
        var numbers = all.stream().map(it -> waiting(it).draft().number()).toList();
        assertThat(numbers).doesNotHaveDuplicates().doesNotContain("");
        rounds.go();
        onTwoNodes(signing::go);

        assertThat(granted)
                .allSatisfy(it -> assertThat(history(it, "result-issued")).isEqualTo(1));
        assertThat(history(denied, "result-issued"))
                .as("its leader looks at it first")
                .isZero();
        assertThat(clerk.get(run).body())
                .contains("Đã xem xét 6 trên 7 hồ sơ", "Đã làm 6 hồ sơ, không làm 0 hồ sơ")
                .contains("Đã lấy số, chưa phát hành: 1 hồ sơ")
                .doesNotContain("data-hx-trigger");
        assertThat(all.stream().map(it -> count("result", "dossier", it)))
                .as("one row of the register each")
                .containsOnly(1);
        assertThat(officer(LEADER).get(run).statusCode()).as("another's").isEqualTo(404);
    }

    @Test
    void whatCannotBeIssuedIsReportedWithItsReasonAndHoldsUpNoOther() {
        aFirstNumber("20/2026");
        var granted = granted(3);
        var waits = granted(1).getFirst();
        var leader = (OfficerAt) taVan.named(LEADER);
        results.confirms(leader, true);
        goes(CLERK, "issue", waits, Map.of("number", "30/2026"));
        results.confirms(leader, false);
        var back = granted.getFirst();
        var clerk = officer(CLERK);
        var picks = Stream.concat(granted.stream(), Stream.of(waits)).toList();
        assertThat(clerk.get(address(picks)).body())
                .contains("Sẽ làm: 3 hồ sơ", "Để riêng: 1 hồ sơ", "lấy số tiếp theo trong sổ");
        var run = sent(clerk, form(clerk, picks));
        goes(CLERK, "send-back", back, Map.of("to", "decision", "reason", "Sai tên cha"));
        rounds.go();
        signing.go();

        assertThat(history(back, "result-issued")).isZero();
        assertThat(count("result", "dossier", back)).as("and no number is used").isZero();
        assertThat(count("result_number", "dossier", back)).isZero();
        assertThat(granted.subList(1, 3))
                .allSatisfy(it -> assertThat(history(it, "result-issued")).isEqualTo(1));
        assertThat(clerk.get(run).body())
                .contains("Đã xong", "Đã làm 2 hồ sơ, không làm 2 hồ sơ", "/desk/dossiers/" + back);
    }

    /** Numbered in the seconds in which the leader may still take the decision back: it is not issued for the next decision. */
    @Test
    void aDecisionThatIsTakenBackTakesItsNumberedResultAlong() {
        aFirstNumber("400/2026");
        var dossier = granted(1).getFirst();
        var leader = officer(LEADER);
        var told = leader.get(Officer.path(dossier) + "?done=approve").body();
        var version = Visit.first(told, "data-undo=[\\s\\S]*?name=\"version\" value=\"(\\d+)\"");
        var clerk = officer(CLERK);
        var run = sent(clerk, form(clerk, List.of(dossier)));
        rounds.go();
        assertThat(waiting(dossier).draft().number()).isEqualTo("401/2026");

        var undone = leader.sends(Officer.form(told, "undo", Map.of("version", version)), "undo", dossier);
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(302);
        goes(LEADER, "deny", dossier, Map.of("reason", "Trẻ đã được đăng ký ở nơi khác"));
        signing.go();

        assertThat(history(dossier, "result-issued")).isZero();
        assertThat(count("result_number", "dossier", dossier))
                .as("its number is free again")
                .isZero();
        assertThat(clerk.get(run).body())
                .contains("Đã làm 0 hồ sơ, không làm 1 hồ sơ", "Người quyết định đã hoàn tác quyết định này.");
    }

    private void onTwoNodes(Runnable round) throws Exception {
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var node : List.of(nodes.submit(round), nodes.submit(round))) {
                node.get();
            }
        }
        round.run();
    }

    /** From which the book goes on. */
    private void aFirstNumber(String number) {
        goes(CLERK, "issue", granted(1).getFirst(), Map.of("number", number));
    }

    private Registered waiting(DossierId dossier) {
        return Scope.of(TaVan.LAO_CAI).call(() -> results.waitingOf(dossier)).orElseThrow();
    }

    private List<DossierId> appraised(int many) {
        return IntStream.range(0, many)
                .mapToObj(it -> {
                    var dossier = commune.birth("Giàng Thị Mỷ");
                    goes(RECEIVER, "receive", dossier, Map.of());
                    goes(SPECIALIST, "complete", dossier, entered("01032600013" + it, ""));
                    return dossier;
                })
                .toList();
    }

    private List<DossierId> granted(int many) {
        var dossiers = appraised(many);
        dossiers.forEach(it -> goes(LEADER, "approve", it, Map.of()));
        return dossiers;
    }

    private static String address(List<DossierId> dossiers) {
        return "/desk/many?do=issue&pick="
                + dossiers.stream().map(it -> it + ":issue").collect(Collectors.joining(","));
    }

    private static Map<String, String> form(Officer clerk, List<DossierId> dossiers) {
        var page = clerk.get(address(dossiers)).body();
        var form = new HashMap<String, String>();
        form.put("_csrf", Visit.token(page));
        form.put("do", "issue");
        form.put("command", Visit.first(page, "name=\"command\" value=\"([^\"]+)\""));
        form.put("pick", PICK.matcher(page).results().map(it -> it.group(1)).collect(Collectors.joining(",")));
        return form;
    }

    private static String sent(Officer officer, Map<String, String> form) {
        var answer = officer.sends("/desk/many", form);
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
