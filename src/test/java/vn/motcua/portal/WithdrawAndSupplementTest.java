package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.shared.Ids;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What an applicant can still do with what they filed: take it back, and answer what is asked for, over HTTP. */
@WholeProgram
class WithdrawAndSupplementTest {

    private static final SupplementRequest.Line SCAN =
            new SupplementRequest.Line("Giấy chứng sinh", "Bản chụp mờ", java.util.Optional.of("giay-chung-sinh"));
    private static final SupplementRequest.Line NAME =
            new SupplementRequest.Line("Tên cháu bé", "Viết khác giấy chứng sinh");

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    WithdrawAndSupplementTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void ofTwoSessionsThatSendAtOnceOneWinsAndTheOtherIsToldAndLosesNothing() throws Exception {
        for (int round = 0; round < 5; round++) {
            var life = taVan.birth("Lý Thị Mẩy").askedAtIntake(NAME);
            var words = List.of("Tên đúng là Mỵ, lần " + round, "Tên đúng là Mỷ, lần " + round);
            var sessions = words.stream().map(_ -> visitor("Lý Thị Mẩy")).toList();
            var forms = new java.util.ArrayList<Map<String, String>>();
            for (int i = 0; i < 2; i++) {
                var page = sessions.get(i).get(life.path() + "/supplement").body();
                forms.add(Map.of(
                        "_csrf", Visit.token(page),
                        "command", Visit.first(page, "name=\"command\" value=\"([^\"]+)\""),
                        "version", Visit.first(page, "name=\"version\" value=\"([^\"]+)\""),
                        "do", "send",
                        "note.0", words.get(i)));
            }
            var ready = new java.util.concurrent.CyclicBarrier(2);
            var answers = new java.util.ArrayList<java.util.concurrent.Future<HttpResponse<String>>>();
            try (var both = java.util.concurrent.Executors.newFixedThreadPool(2)) {
                for (int i = 0; i < 2; i++) {
                    int session = i;
                    answers.add(both.submit(() -> {
                        ready.await();
                        return sessions.get(session).send(life.path() + "/supplement", forms.get(session));
                    }));
                }
            }
            int won = answers.get(0).get().statusCode() == 302 ? 0 : 1;
            var late = answers.get(1 - won).get();

            assertThat(answers.get(won).get().statusCode()).isEqualTo(302);
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains(words.get(1 - won), "Lý Thị Mẩy");
            var seen = life.seen();
            assertThat(seen.version()).isEqualTo(3);
            assertThat(seen.history().getLast().toString()).contains(words.get(won));
        }
    }

    @Test
    void aDossierIsWithdrawnBeforeReceptionAndTwiceIsOnce() {
        var life = taVan.birth("Lý Thị Mẩy");
        var visit = visitor("Lý Thị Mẩy");
        var page = visit.get(life.path() + "/withdraw").body();
        var form = Map.of(
                "_csrf", Visit.token(page),
                "command", Visit.first(page, "name=\"command\" value=\"([^\"]+)\""),
                "version", Visit.first(page, "name=\"version\" value=\"([^\"]+)\""),
                "reason", "Nộp nhầm nơi");

        for (int i = 0; i < 2; i++) {
            var answer = visit.send(life.path() + "/withdraw", form);
            assertThat(answer.statusCode()).isEqualTo(302);
        }

        var seen = life.seen();
        assertThat(seen.stage())
                .isInstanceOfSatisfying(
                        Stage.Withdrawn.class, it -> assertThat(it.reason()).isEqualTo("Nộp nhầm nơi"));
        assertThat(seen.version()).isEqualTo(2);
        assertThat(mine(life).body()).contains("Bạn đã rút hồ sơ này lúc");
    }

    @Test
    void whoWithdrawsTooLateIsToldWhatHappenedAndLosesNoWord() {
        var life = taVan.birth("Lý Thị Mẩy");
        var visit = visitor("Lý Thị Mẩy");
        var page = visit.get(life.path() + "/withdraw").body();
        life.received();

        var answer = visit.send(
                life.path() + "/withdraw",
                Map.of(
                        "_csrf",
                        Visit.token(page),
                        "command",
                        Visit.first(page, "name=\"command\" value=\"([^\"]+)\""),
                        "version",
                        "1",
                        "reason",
                        "Tôi đổi ý"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Trần Thu Hà", "Tôi đổi ý");
        assertThat(life.seen().stage()).isInstanceOf(Stage.InProcess.class);
        assertThat(visit.get(life.path() + "/withdraw").body())
                .as("once received they ask")
                .contains("phải đồng ý");
    }

    @Test
    void aReasonOfTenThousandCharactersIsRefusedAndKept() {
        var life = taVan.birth("Lý Thị Mẩy");
        var visit = visitor("Lý Thị Mẩy");

        var answer = visit.fill(
                life.path() + "/withdraw",
                life.path() + "/withdraw",
                Map.of("command", Ids.next().toString(), "version", "1", "reason", "ạ".repeat(10_000)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("ạ".repeat(10_000), "href=\"#reason\"");
    }

    @Test
    void aMissingFileIsAskedForKindlyAndNothingIsLost() {
        var life = taVan.birth("Lý Thị Mẩy").askedAtIntake(SCAN, NAME);
        var visit = visitor("Lý Thị Mẩy");

        var answer = visit.fill(
                life.path() + "/supplement",
                life.path() + "/supplement",
                Map.of("command", Ids.next().toString(), "version", "2", "do", "send", "note.1", "Tên đúng là Mỵ"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Chọn tệp cho: Giấy chứng sinh", "href=\"#file-0\"", "Tên đúng là Mỵ");
        assertThat(visitor("Lý Thị Mẩy").get(life.path() + "/supplement").body())
                .contains("Tên đúng là Mỵ");
        assertThat(life.seen().toDo()).isTrue();
    }

    @Test
    void aCorrectionIsKeptUntilItIsSentAndTheFormShowsWhatIsWrong() {
        var life = taVan.birth("Lý Thị Mẩy").received().askedInProcess(NAME);
        var visit = visitor("Lý Thị Mẩy");
        var form = life.path() + "/supplement/form/child";

        var wrong = visit.fill(form, form, Map.of("child.fullName", "M1"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("M1", "href=\"#child.fullName\"");
        assertThat(send(visit, life).statusCode()).isEqualTo(422);

        assertThat(visit.fill(form, form, Map.of("child.fullName", "Giàng Thị Mỷ"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(life.seen().answers()).containsEntry("child.fullName", "Giàng Thị Mỵ");
        clock.set("2026-11-25T09:00");
        assertThat(send(visit, life).statusCode()).isEqualTo(302);

        var seen = life.seen();
        assertThat(seen.answers())
                .containsEntry("child.fullName", "Giàng Thị Mỷ")
                .containsEntry("commit.agree", true);
        assertThat(seen.stage()).isInstanceOf(Stage.InProcess.class);
        assertThat(mine(life).body()).contains("17:00, 25/11/2026");
    }

    @Test
    void aSupplementTwiceIsOnceAndFromAnOldPageIsExplained() {
        var life = taVan.birth("Lý Thị Mẩy").askedAtIntake(NAME);
        var visit = visitor("Lý Thị Mẩy");
        var page = visit.get(life.path() + "/supplement").body();
        var form = new java.util.HashMap<>(Map.of(
                "_csrf", Visit.token(page),
                "command", Visit.first(page, "name=\"command\" value=\"([^\"]+)\""),
                "version", Visit.first(page, "name=\"version\" value=\"([^\"]+)\""),
                "do", "send",
                "note.0", "Tên đúng là Mỵ"));

        assertThat(visit.send(life.path() + "/supplement", form).statusCode()).isEqualTo(302);
        assertThat(visit.send(life.path() + "/supplement", form).statusCode()).isEqualTo(302);
        assertThat(life.seen().version()).isEqualTo(3);

        form.put("command", Ids.next().toString());
        var old = visit.send(life.path() + "/supplement", form);
        assertThat(old.statusCode()).isEqualTo(409);
        assertThat(old.body()).contains("Tên đúng là Mỵ");
        assertThat(visit.get(life.path() + "/supplement").statusCode()).isEqualTo(409);
    }

    private HttpResponse<String> send(Visit visit, TaVan.Life life) {
        return visit.fill(
                life.path() + "/supplement",
                life.path() + "/supplement",
                Map.of(
                        "command",
                        Ids.next().toString(),
                        "version",
                        "" + life.seen().version(),
                        "do",
                        "send"));
    }

    private HttpResponse<String> mine(TaVan.Life life) {
        return visitor(life.who.name()).get(life.path());
    }

    private Visit visitor(String name) {
        return new Visit(address).as(name);
    }
}
