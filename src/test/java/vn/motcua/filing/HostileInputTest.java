package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.WholeProgram;

/** What people, telephones and attackers send: a clear answer, nothing lost, nothing half saved. */
@WholeProgram
class HostileInputTest {

    private final int port;
    private final Cast cast;
    private final DraftDesk desk;
    private Caller may;
    private String draft;

    @Autowired
    HostileInputTest(@LocalServerPort int port, Cast cast, DraftDesk desk) {
        this.port = port;
        this.cast = cast;
        this.desk = desk;
        this.may = new Caller(port, cast.may());
        this.draft = "";
    }

    @BeforeEach
    void aDraft() {
        var begun = may.post("/procedures/1.001193/start", "/procedures/1.001193/start", Map.of());
        draft = Caller.location(begun).replaceFirst("/case$", "");
        assertThat(draft).matches("/drafts/[0-9a-f-]{36}");
    }

    @Test
    void aDayThatDoesNotExistIsSaidAtItsFieldAndStaysAsTyped() {
        var answer = child("child.birthDate.day", "31", "child.birthDate.month", "9", "child.birthDate.year", "2026");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Lỗi:")
                .contains("Tháng 9 chỉ có 30 ngày")
                .contains("href=\"#child.birthDate\"")
                .contains("value=\"31\"");
    }

    @Test
    void anAccentTypedApartIsStoredAsOneLetter() {
        child("child.fullName", Normalizer.normalize("Giàng Thị Mỵ", Normalizer.Form.NFD));

        assertThat(answers()).containsEntry("child.fullName", "Giàng Thị Mỵ");
    }

    @Test
    void aMarkThatTurnsTheReadingDirectionIsLeftOut() {
        child("child.fullName", "Giàng\u202e Thị Mỵ\u200b");

        assertThat(answers()).containsEntry("child.fullName", "Giàng Thị Mỵ");
    }

    @Test
    void anEmojiInANameIsRefusedInWordsAndKept() {
        var answer = child("child.fullName", "Giàng Thị Mỵ 🍼");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Tên chỉ gồm chữ cái").contains("Giàng Thị Mỵ 🍼");
    }

    @Test
    void tenThousandCharactersAreRefusedInWordsAndKept() {
        var answer = child("child.birthCertNo", "x".repeat(10_000));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("bạn đã nhập 10.000").contains("x".repeat(10_000));
    }

    @Test
    void namesOfFieldsThatTheFormDoesNotHaveAreIgnored() {
        var before = answers();
        may.post(
                draft + "/field",
                draft + "/form/child",
                Map.of(
                        "section",
                        "child",
                        "isAdmin",
                        "true",
                        "child.secret",
                        "1",
                        "commit.agree",
                        "true",
                        "__proto__.x",
                        "1"));

        assertThat(answers()).isEqualTo(before);
    }

    /** The address and the form would disagree about it. */
    @Test
    void aFieldThatStandsInTheAddressTooIsRefused() {
        var before = answers();
        var answer = may.post(
                draft + "/form/child?child%2EbirthCertNo=1",
                draft + "/form/child",
                Map.of("section", "child", "child.birthCertNo", "2"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void markupIsShownAndNotRun() {
        var answer = child("child.birthCertNo", "<script>alert(1)</script>");

        assertThat(may.get(draft + "/form/child").body())
                .doesNotContain("<script>alert")
                .contains("&lt;script>");
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void aProgramThatCallsItselfPdfIsRefusedAtItsPaper() {
        var answer = may.upload(
                draft + "/papers",
                draft + "/papers",
                "giay-chung-sinh",
                "giay-chung-sinh.pdf",
                "MZ\u0000\u0001 not a paper".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("giay-chung-sinh.pdf:").contains("file-giay-chung-sinh-error");
    }

    @Test
    void aGoodFileIsTakenShownAndTakenAwayAgain() {
        var answer = may.upload(draft + "/papers", draft + "/papers", "giay-chung-sinh", "a.png", SamplePaper.bytes());
        assertThat(Caller.location(answer)).isEqualTo(draft + "/papers#paper-giay-chung-sinh");

        var page = may.get(draft + "/papers").body();
        var paper = page.replaceFirst("(?s).*(" + draft + "/papers/[0-9a-f-]{36})\".*", "$1");
        var shown = may.get(paper);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(new Caller(port, cast.sinh()).get(paper).statusCode()).isEqualTo(404);

        may.post(paper + "/remove", draft + "/papers", Map.of());
        assertThat(may.get(paper).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotYoursIsNotThere() {
        var sinh = new Caller(port, cast.sinh());
        for (var page :
                new String[] {"", "/case", "/where", "/form/child", "/papers", "/delivery", "/review", "/discard"}) {
            assertThat(sinh.get(draft + page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(sinh.post(draft + "/discard", "/procedures/1.001193/start", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(may.get("/drafts/not-an-id/case").statusCode()).isEqualTo(404);
        assertThat(may.get("/filings/AAAA/done").statusCode()).isEqualTo(404);
    }

    @Test
    void filingTooEarlySaysWhatIsMissingWithLinks() {
        var answer =
                may.post(draft + "/review", draft + "/review", Map.of("commit.agree", "true", "command", "nonsense"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(draft + "/form/child?check#child.fullName")
                .contains(draft + "/papers?check#paper-giay-chung-sinh")
                .contains(draft + "/delivery");
    }

    @Test
    void inEnglishOneStaysInEnglish() {
        var answer = may.post("/en" + draft + "/case", "/en" + draft + "/case", Map.of("case", "thong-thuong"));

        assertThat(Caller.location(answer)).isEqualTo("/en" + draft + "/where");
    }

    @Test
    void aProcedureThatIsOnlyARecordCannotBeBegun() {
        assertThat(may.get("/procedures/9.999999/start").statusCode()).isEqualTo(404);
    }

    @Test
    void anOfficerTakesInAWalkInAndGoesOnReceiving() {
        var officer = new Caller(port, cast.named("Trần Thu Hà"));
        var found = officer.post("/desk/counter", "/desk/counter", Map.of("number", "010095999002", "find", "find"));
        assertThat(found.body()).contains("Giàng A Sình");
        var begun = officer.post(
                "/desk/counter",
                "/desk/counter",
                Map.of(
                        "procedure", "1.001193",
                        "number", "010095999002",
                        "name", "Giàng A Sình",
                        "bornOn.day", "2",
                        "bornOn.month", "11",
                        "bornOn.year", "1995"));
        var intake = Caller.location(begun);
        assertThat(intake).startsWith("/desk/counter/");

        var form = new java.util.HashMap<String, String>();
        Birth.pages().values().forEach(page -> page.forEach((name, values) -> form.put(name, values.getFirst())));
        form.put("file", "file");
        form.put("commit.agree", "true");
        form.put("how", "COUNTER");
        var missing = officer.post(intake, intake, form);
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("#originals-giay-chung-sinh").contains("#originals-giay-to-tuy-than");

        form.put("originals-giay-chung-sinh", "1");
        form.put("originals-giay-to-tuy-than", "1");
        var filed = officer.post(intake, intake, form);
        assertThat(Caller.location(filed)).startsWith("/desk/dossiers/");
        assertThat(Caller.location(officer.get(intake))).isEqualTo(Caller.location(filed));
    }

    @Test
    void whatWasTypedAtTheCounterIsKeptWhenTheLookUpFails() {
        var officer = new Caller(port, cast.named("Trần Thu Hà"));
        var typed = Map.of("name", "Lò Văn Tư", "phone", "0990000011", "procedure", "1.001193");

        var unreadable = new java.util.HashMap<>(typed);
        unreadable.putAll(Map.of("card", "010095999002|", "scan", "scan"));
        var short1 = new java.util.HashMap<>(typed);
        short1.putAll(Map.of("number", "12", "find", "find"));
        var short2 = new java.util.HashMap<>(typed);
        short2.putAll(Map.of("card", "12"));
        for (var each : java.util.List.of(unreadable, short1, short2)) {
            var answer = officer.post("/desk/counter", "/desk/counter", each);
            assertThat(answer.statusCode()).as(each + "").isEqualTo(422);
            assertThat(answer.body())
                    .contains("Lò Văn Tư", "0990000011", "value=\"1.001193\" selected")
                    .doesNotContain("Chưa có người này");
        }
        var nobody = new java.util.HashMap<>(typed);
        nobody.putAll(Map.of("number", "010095000000", "find", "find"));
        assertThat(officer.post("/desk/counter", "/desk/counter", nobody).body())
                .contains("Chưa có người này", "Lò Văn Tư", "0990000011", "010095000000");
    }

    @Test
    void whoDoesNotReceiveHasNoCounter() {
        var leader = new Caller(port, cast.named("Vũ Đức Thành"));

        assertThat(leader.get("/desk/counter").body()).contains("không giữ vị trí tiếp nhận");
        assertThat(may.get("/desk/counter").statusCode()).isEqualTo(404);
    }

    private java.net.http.HttpResponse<String> child(String... namesAndValues) {
        var form = new java.util.HashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return may.post(draft + "/form/child", draft + "/form/child", form);
    }

    private Map<String, Object> answers() {
        var who = cast.may();
        return who.scope()
                .call(() -> desk.open(who, DraftId.of(draft.replace("/drafts/", ""))))
                .draft()
                .answers();
    }
}
