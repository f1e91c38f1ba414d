package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.PdfText;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What an applicant sees and does with what they filed, over HTTP. */
@WholeProgram
class MyDossiersTest {

    private static final SupplementRequest.Line SCAN =
            new SupplementRequest.Line("Giấy chứng sinh", "Bản chụp mờ", java.util.Optional.of("giay-chung-sinh"));

    private static final SupplementRequest.Line NAME = new SupplementRequest.Line(
            "Họ tên người mẹ trong tờ khai", "Không khớp giấy tờ", java.util.Optional.empty());

    private final TaVan taVan;
    private final FreshDatabase database;
    private final TestClock clock;
    private final String address;

    @Autowired
    MyDossiersTest(TaVan taVan, FreshDatabase database, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.database = database;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void whoHasFiledNothingIsLedToTheSearch() {
        var page = visitor("Trần Minh Khôi").get("/my");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Bạn chưa có hồ sơ nào", "action=\"/procedures\"");
    }

    @Test
    void eachSlipThatWasWrittenIsThereAgainAsItWas() {
        var life = taVan.birth("Hoàng Thị Thanh Huyền")
                .received()
                .askedInProcess(SCAN)
                .answered("Bản rõ tôi mang đến sau")
                .proposedAgain(NAME)
                .confirmed();
        var huyen = visitor("Hoàng Thị Thanh Huyền");

        var links = Pattern.compile("href=\"(" + life.path() + "/supplement-slip\\?version=\\d+)\"")
                .matcher(huyen.get(life.path()).body())
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(links).hasSize(2).doesNotHaveDuplicates();
        assertThat(PdfText.of(huyen.bytes(links.getFirst())))
                .contains(SCAN.what())
                .doesNotContain(NAME.what());
        assertThat(PdfText.of(huyen.bytes(links.getLast()))).contains(NAME.what());
        assertThat(PdfText.of(huyen.bytes(life.path() + "/supplement-slip")))
                .as("without a version the last")
                .contains(NAME.what());
        assertThat(huyen.get(life.path() + "/supplement-slip?version=1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSlipsOfTheAgencyAreThereForTheirApplicantAlone() {
        var asked = taVan.birth("Hoàng Thị Thanh Huyền").askedAtIntake(SCAN);
        var away = taVan.birth("Hoàng Thị Thanh Huyền").turnedAway("Nơi cư trú không thuộc xã Tả Van");
        var huyen = visitor("Hoàng Thị Thanh Huyền");

        assertThat(huyen.get(asked.path()).body())
                .contains(asked.path() + "/supplement-slip")
                .doesNotContain("/turn-away-slip");
        assertThat(huyen.get(asked.path() + "/supplement-slip").body()).startsWith("%PDF-");
        assertThat(huyen.get(asked.path() + "/turn-away-slip").statusCode()).isEqualTo(404);
        assertThat(huyen.get(away.path() + "/turn-away-slip").body()).startsWith("%PDF-");
        assertThat(visitor("Lý Thị Mẩy").get(away.path() + "/turn-away-slip").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsToBeDoneComesFirstAndFilingsNewestFirst() {
        var older = taVan.birth("Hoàng Thị Thanh Huyền").askedAtIntake(SCAN);
        clock.set("2026-11-23T09:00");
        var newer = taVan.birth("Hoàng Thị Thanh Huyền").received();

        var body = visitor("Hoàng Thị Thanh Huyền").get("/my").body();

        assertThat(body)
                .contains("Chưa có mã hồ sơ", older.path() + "/supplement", "17:00, 23/11/2026")
                .contains(newer.seen().number().orElseThrow().value());
        assertThat(body.indexOf("id=\"to-do\"")).isLessThan(body.indexOf("id=\"filed\""));
        assertThat(body.indexOf("href=\"" + newer.path() + "\""))
                .isLessThan(body.indexOf("href=\"" + older.path() + "\""));
    }

    @Test
    void aDraftIsListedAndCanBeDeleted() {
        var visit = visitor("Trần Minh Khôi");
        visit.fill("/procedures/1.001193/start", "/procedures/1.001193/start", Map.of());
        var draft = Visit.first(visit.get("/my").body(), "href=\"(/drafts/[0-9a-f-]+)\"");

        visit.fill(draft + "/discard", draft + "/discard", Map.of());

        assertThat(visit.get("/my").body()).doesNotContain(draft);
    }

    // one dossier

    @Test
    void theApplicantSeesWhereItIsWhoHasItAndUntilWhen() {
        var life = taVan.birth("Lý Thị Mẩy").received().claimed();

        assertThat(mine(life).body())
                .contains(
                        "Đang ở cửa 2",
                        "Phạm Quốc Việt",
                        "Ủy ban nhân dân xã Tả Van",
                        "17:00, 23/11/2026",
                        "Bạn chưa phải làm gì")
                .contains(
                        "Giàng Thị Mỵ",
                        "giay-chung-sinh.pdf",
                        life.path() + "/acknowledgement",
                        life.path() + "/withdraw")
                .doesNotContain(life.path() + "/result", "{0}");
    }

    @Test
    void notesBetweenOfficersAreNotShown() {
        assertThat(mine(taVan.birth("Lý Thị Mẩy").received().appraised()).body())
                .doesNotContain("ghi chú nội bộ");
    }

    @Test
    void whyItIsDueThenIsExplainedDayByDay() {
        clock.set("2026-11-20T16:45");
        var body = mine(taVan.birth("Lý Thị Mẩy").received()).body();

        assertThat(body).contains("17:00, 23/11/2026", "15:00");
    }

    @Test
    void reasonsAreShownWhenItIsTurnedAwayOrDenied() {
        assertThat(mine(taVan.birth("Lý Thị Mẩy").turnedAway("Không thuộc xã Tả Van"))
                        .body())
                .contains("Không thuộc xã Tả Van", "Dừng ở đây");
        assertThat(mine(taVan.birth("Lý Thị Mẩy").received().appraised().denied("Trẻ đã được đăng ký"))
                        .body())
                .contains("Trẻ đã được đăng ký", "khiếu nại");
    }

    @Test
    void papersAreShownWithHeadersThatKeepThemQuiet() {
        var life = taVan.birth("Lý Thị Mẩy");
        var visit = visitor("Lý Thị Mẩy");
        var paper = Visit.first(visit.get(life.path()).body(), "href=\"(" + life.path() + "/papers/[0-9a-f-]+)\"");

        var answer = visit.get(paper);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(TaVan.PDF);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(it -> assertThat(it).contains("default-src 'none'"));
    }

    @Test
    void theAcknowledgementIsThereOnceItIsReceived() {
        var life = taVan.birth("Lý Thị Mẩy");
        var visit = visitor("Lý Thị Mẩy");
        assertThat(visit.get(life.path() + "/acknowledgement").statusCode()).isEqualTo(404);

        life.received();
        var pdf = visit.get(life.path() + "/acknowledgement");

        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
    }

    @Test
    void theResultIsDownloadedOnceIssuedAndSaysThatItIsNotSigned() {
        var life = taVan.birth("Lý Thị Mẩy", HandOver.How.DIGITAL, 0)
                .received()
                .appraised()
                .approved();
        var visit = visitor("Lý Thị Mẩy");
        assertThat(visit.get(life.path() + "/result").statusCode()).isEqualTo(404);

        life.issued();

        assertThat(visit.get(life.path()).body()).contains("Bản chưa ký số", life.path() + "/result");
        var result = visit.get(life.path() + "/result");
        assertThat(result.body()).isEqualTo(TaVan.RESULT);
        assertThat(result.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("attachment"));
    }

    @Test
    void aResultForWhichSomethingIsOwedWaits() {
        var life = taVan.birth("Lý Thị Mẩy", HandOver.How.DIGITAL, 2)
                .received()
                .appraised()
                .approved()
                .issued();
        var visit = visitor("Lý Thị Mẩy");

        assertThat(visit.get(life.path()).body())
                .contains("16.000\u00a0₫", "Còn phải nộp")
                .doesNotContain("href=\"" + life.path() + "/result\"");
        assertThat(visit.get(life.path() + "/result").statusCode()).isEqualTo(409);
    }

    // whose it is

    @ParameterizedTest
    @CsvSource({
        "Giàng A Sình, another citizen",
        "Công ty TNHH Du lịch Mường Hoa (thử nghiệm), a business",
        "Nguyễn Tiến Lâm, an officer of another unit",
        "Trần Thu Hà, even the officer who has it: their place is the desk"
    })
    void forEverybodyElseItIsNotThere(String name, String why) {
        var life = taVan.birth("Lý Thị Mẩy").askedAtIntake(SCAN);
        var paper = life.seen().papers().getFirst().id();
        var visit = visitor(name);

        for (var path : List.of(
                "",
                "/papers/" + paper,
                "/acknowledgement",
                "/result",
                "/withdraw",
                "/supplement",
                "/supplement/form/child")) {
            assertThat(visit.get(life.path() + path).statusCode())
                    .as(why + path)
                    .isEqualTo(404);
        }
        var token = Visit.token(
                visit.get("/sign-in").body().contains("_csrf")
                        ? visit.get("/sign-in").body()
                        : visit.get("/").body());
        for (var path : List.of("/withdraw", "/supplement", "/supplement/form/child")) {
            assertThat(visit.send(life.path() + path, command(1, token)).statusCode())
                    .as(why + path)
                    .isEqualTo(404);
        }
        assertThat(life.seen().stage()).isInstanceOf(Stage.AwaitingSupplement.class);
    }

    @Test
    void whoIsNotSignedInIsAskedToAndLearnsNothing() {
        var life = taVan.birth("Lý Thị Mẩy");
        var nobody = new Visit(address);

        for (var path : List.of(life.path(), "/my/2222333344445555")) {
            var answer = nobody.get(path);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(it -> assertThat(it).contains("/sign-in?to="));
        }
    }

    @Test
    void whatIsNotMineAndWhatNeverWasAnswerAlike() {
        var life = taVan.birth("Lý Thị Mẩy");
        var visit = visitor("Giàng A Sình");

        var theirs = visit.get(life.path());
        var nobodys = visit.get("/my/2222333344445555");

        assertThat(theirs.statusCode()).isEqualTo(nobodys.statusCode()).isEqualTo(404);
        assertThat(without(theirs.body(), life.code.value())).isEqualTo(without(nobodys.body(), "2222333344445555"));
    }

    @Test
    void aFilingWithSeveralDossiersShowsAllOfThemEachWithItsOwnAddress() {
        var twins = taVan.twins("Lê Thị Ngọc Ánh").received();
        var visit = visitor("Lê Thị Ngọc Ánh");

        var both = visit.get(twins.path());
        assertThat(both.statusCode()).isEqualTo(200);
        assertThat(both.body())
                .contains("Lần nộp này có 2 hồ sơ", twins.path() + ".1\"", twins.path() + ".2\"")
                .contains("Đang được giải quyết", "Đã gửi, đang chờ");
        assertThat(visit.get("/my").body()).contains(twins.path() + ".1\"", twins.path() + ".2\"");
        assertThat(visit.get(twins.path() + ".1").body())
                .contains(twins.seen().number().orElseThrow().value(), twins.path() + ".1/acknowledgement");
        assertThat(visit.get(twins.path() + ".2").body()).contains(twins.path() + ".2/withdraw");
        assertThat(visit.get(twins.path() + ".1/acknowledgement").statusCode()).isEqualTo(200);
        assertThat(visit.get(twins.path() + ".3").statusCode()).isEqualTo(404);
        assertThat(visitor("Giàng A Sình").get(twins.path()).statusCode()).isEqualTo(404);
        assertThat(visitor("Giàng A Sình").get(twins.path() + ".2").statusCode())
                .isEqualTo(404);
        assertThat(new Visit(address).get("/track?code=" + twins.code.value()).body())
                .contains(twins.seen().number().orElseThrow().value());
    }

    @Test
    void aFilingIsThereHoweverManyCameAfterIt() throws SQLException {
        var twins = taVan.twins("Lê Thị Ngọc Ánh");
        try (var superuser = database.server().superuser(database.name());
                var sql = superuser.createStatement()) {
            sql.execute("""
                    insert into filing_directory (tenant_id, owner, filing, holder, filed_at)
                    select 0, '%s', gen_random_uuid(), 2048, timestamptz '2030-01-01 00:00Z' from generate_series(1, 200)
                    """.formatted(twins.who.account().value()));
            try {
                var visit = visitor("Lê Thị Ngọc Ánh");

                assertThat(visit.get("/my").body()).as("the latest two hundred").doesNotContain(twins.path());
                assertThat(visit.get(twins.path()).body()).contains("Lần nộp này có 2 hồ sơ");
                assertThat(visitor("Giàng A Sình").get(twins.path()).statusCode())
                        .isEqualTo(404);
            } finally {
                sql.execute("delete from filing_directory where filed_at = timestamptz '2030-01-01 00:00Z'");
            }
        }
    }

    private HttpResponse<String> mine(TaVan.Life life) {
        return visitor(life.who.name()).get(life.path());
    }

    private Visit visitor(String name) {
        return new Visit(address).as(name);
    }

    private static Map<String, String> command(int version, String token) {
        return Map.of(
                "_csrf",
                token,
                "command",
                UUID.randomUUID().toString(),
                "version",
                "" + version,
                "do",
                "send",
                "note.0",
                "x");
    }

    private static String without(String body, String code) {
        return body.replace(code, "").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
