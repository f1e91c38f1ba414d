package vn.motcua.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.audit.SealedDays;
import vn.motcua.dossier.Confirmation;
import vn.motcua.dossier.DossierId;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.Postgres;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;

/** What the log is for, as its readers have it: the owner, the leader, the inspector, anybody with a file. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import({Postgres.class, TestClock.class, Neighbourhood.class, SealedDays.class})
class EvidenceTest {

    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String INSPECTOR = "Hoàng Thị Nguyệt";
    private static final String ELSEWHERE = "Nguyễn Tiến Lâm";

    private static LocalDate today = LocalDate.of(2026, 11, 23);

    private final Neighbourhood neighbourhood;
    private final SealedDays seals;
    private final FreshDatabase database;
    private final TestClock clock;
    private final String address;

    EvidenceTest(
            @Autowired Neighbourhood neighbourhood,
            @Autowired SealedDays seals,
            @Autowired FreshDatabase database,
            @Autowired TestClock clock,
            @LocalServerPort int port) {
        this.neighbourhood = neighbourhood;
        this.seals = seals;
        this.database = database;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    /** Each test has its own day: a log does not go back. */
    @BeforeEach
    void nextMorning() {
        today = today.plusDays(2);
        clock.set(today + "T08:00");
    }

    @Test
    void theOwnerSeesWhoLookedAndNotWhatSheDidHerself() {
        var filed = neighbourhood.birth();
        as(RECEIVER).get(desk(filed));
        var mother = as(Neighbourhood.MOTHER);
        mother.get("/my/" + filed.code().value());

        var page = mother.get("/my/looked").body();

        assertThat(page).contains("Xem hồ sơ", RECEIVER + ", Người ", "08:00, " + VietnamTime.day(today));
        assertThat(page).doesNotContain("Nộp hồ sơ</h2>");
        assertThat(as("Giàng A Sình").get("/my/looked").body()).doesNotContain(RECEIVER);
    }

    @Test
    void repeatedLooksOfADayAreOneLineThatUnfolds() {
        var filed = neighbourhood.birth();
        var receiver = as(RECEIVER);
        for (int i = 0; i < 3; i++) {
            receiver.get(desk(filed));
        }

        var page = as(Neighbourhood.MOTHER).get("/my/looked").body();

        assertThat(page).contains("3 lần trong ngày");
        assertThat(page.split(java.util.regex.Pattern.quote(filed.code().value()), -1))
                .as("one line")
                .hasSize(2);
    }

    @Test
    void aQuestionReachesTheLeaderOfTheUnitAndItsAnswerTheOwner() {
        var filed = neighbourhood.birth();
        as(RECEIVER).get(desk(filed));
        var mother = as(Neighbourhood.MOTHER);
        var form = first(mother.get("/my/looked").body(), "action=\"(/my/looked/15/[0-9a-f-]{36})\"");

        assertThat(mother.fill("/my/looked", form, Map.of("question", " ")).body())
                .contains("Hãy viết nội dung");
        assertThat(mother.fill("/my/looked", form, Map.of("question", "Vì sao lại xem hồ sơ của tôi?"))
                        .statusCode())
                .isEqualTo(302);
        var answer = first(as(LEADER).get("/desk/questions").body(), "action=\"(/desk/questions/[0-9a-f-]{36})\"");
        assertThat(as(LEADER).get("/desk/questions").body()).contains("Vì sao lại xem hồ sơ của tôi?", RECEIVER);
        assertThat(as(RECEIVER).get("/desk/questions").statusCode()).isEqualTo(404);
        assertThat(as(LEADER)
                        .fill("/desk/questions", answer, Map.of("answer", "Để tiếp nhận hồ sơ."))
                        .statusCode())
                .isEqualTo(302);

        assertThat(mother.get("/my/looked").body()).contains("Để tiếp nhận hồ sơ.", LEADER);
        assertThat(as(LEADER).fill("/desk", answer, Map.of("answer", "Lần nữa")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void nobodyAsksAboutALineThatIsNotAboutThem() {
        var filed = neighbourhood.birth();
        as(RECEIVER).get(desk(filed));
        var form = first(as(Neighbourhood.MOTHER).get("/my/looked").body(), "action=\"(/my/looked/15/[0-9a-f-]{36})\"");

        assertThat(as("Giàng A Sình")
                        .fill("/my/looked", form, Map.of("question", "Vì sao?"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void programsAskTheSameByTheContractOfTheDataTracker() {
        var filed = neighbourhood.birth();
        as(RECEIVER).get(desk(filed));

        var answer = as(Neighbourhood.MOTHER).get("/api/v1/findUsage?offset=1&limit=1");

        assertThat(answer.body())
                .isEqualTo("{\"usage\":[{\"logtime\":\"" + today
                        + "T01:00:00Z\",\"action\":\"Xem hồ sơ\",\"receiver\":\"H38.101\"}]}");
        assertThat(new Visit(address).get("/api/v1/findUsage").statusCode()).isEqualTo(401);
    }

    @Test
    void aDossierIsProvenLineByLineWhenItsDayIsClosed(@TempDir Path folder) throws IOException {
        var filed = neighbourhood.birth();
        var ha = as(RECEIVER);
        ha.get(desk(filed));
        assertThat(ha.get(desk(filed) + "/evidence").body()).contains("Hồ sơ nguyên vẹn", "Chờ niêm phong");
        closeTheDay();

        assertThat(ha.get(desk(filed) + "/evidence").body()).contains("Hồ sơ nguyên vẹn", "Đã ký");
        var zip = Files.write(folder.resolve("a.zip"), ha.bytes(desk(filed) + "/evidence.zip"));
        assertThat(SealedDays.verify(zip.toString()))
                .matches(it -> it.code() == 0)
                .matches(it -> it.said().contains("1 tệp giấy tờ") && it.said().contains("Nguyên vẹn"));
        var own = as(Neighbourhood.MOTHER).bytes("/my/" + filed.code().value() + "/evidence.zip");
        assertThat(SealedDays.verify(Files.write(folder.resolve("b.zip"), own).toString())
                        .code())
                .isZero();
    }

    @Test
    void whateverIsAlteredInAPackageIsFound(@TempDir Path folder) throws IOException {
        var filed = neighbourhood.birth();
        var ha = as(RECEIVER);
        ha.fill(
                desk(filed),
                desk(filed) + "/receive",
                Map.of("command", UUID.randomUUID().toString(), "version", "1"));
        closeTheDay();
        var whole = ha.bytes(desk(filed) + "/evidence.zip");
        var signer = Visit.first(
                SealedDays.verify(OpenedPackage.altered(folder.resolve("whole.zip"), whole, _ -> {}))
                        .said(),
                "--signer\\): ([0-9a-f]{64})");
        var last = OpenedPackage.of(whole).steps().size() - 1;
        var received = IntStream.rangeClosed(0, last)
                .filter(it -> proofLine(whole, it).contains("\"received forwarded\""))
                .findFirst()
                .orElseThrow();
        assertThat(verified(folder, signer, whole, _ -> {}).code())
                .as("as it was")
                .isZero();
        assertThat(verified(folder, signer.replaceFirst(".{4}", "0000"), whole, _ -> {})
                        .code())
                .as("another key than the one trusted")
                .isEqualTo(1);
        var alterations = new LinkedHashMap<String, Consumer<OpenedPackage>>();
        alterations.put("a line rewritten", it -> it.rewrite(0, "settle", "own"));
        alterations.put("a seal stripped", it -> it.unseal(0));
        alterations.put("a seal stripped and the line rewritten", it -> {
            it.unseal(received);
            it.rewrite(received, "receiver", "commune-leader");
        });
        alterations.put("the day stripped", it -> {
            it.proof(0).putNull("day");
            it.proof(0).putNull("dayWay");
        });
        alterations.put("a line removed", it -> it.steps().remove(0));
        alterations.put("a line twice", it -> it.steps().add(it.step(0).deepCopy()));
        alterations.put(
                "what an act brought altered",
                it -> it.step(0)
                        .put("content", it.step(0).get("content").asString().replace("Lý Gia Bảo", "Lý Gia Béo")));
        alterations.put("what an act brought removed", it -> it.step(received).putNull("content"));
        alterations.put(
                "of another dossier",
                it -> it.main().put("dossier", UUID.randomUUID().toString()));
        alterations.put("a paper removed", it -> it.papers().clear());
        alterations.put(
                "a paper altered", it -> it.papers().replaceAll((_, bytes) -> Arrays.copyOf(bytes, bytes.length - 1)));
        alterations.put("a paper added", it -> it.papers().put("papers/" + "0".repeat(64) + "-x.pdf", new byte[3]));
        alterations.put(
                "a proof altered",
                it -> ((ObjectNode) it.proof(0).get("way"))
                        .put("index", it.proof(0).get("way").get("index").asInt() + 1));
        alterations.put("a root swapped", it -> {
            var day = (ObjectNode) it.proof(0).get("day");
            day.put("signed", day.get("signed").asString().replaceFirst("[0-9a-f]{64}\"]$", "0".repeat(64) + "\"]"));
        });
        alterations.put("a signature swapped", it -> {
            var day = (ObjectNode) it.proof(0).get("day");
            day.put(
                    "signature",
                    new StringBuilder(day.get("signature").asString()).reverse().toString());
        });

        alterations.forEach((what, alteration) -> assertThat(verified(folder, signer, whole, alteration))
                .as(what)
                .matches(it -> it.code() == 1 && it.said().contains("KHÔNG nguyên vẹn")));
    }

    @Test
    void theNewestLinesOfADayThatIsNotPublishedAreSaidAndCounted(@TempDir Path folder) throws IOException {
        var filed = neighbourhood.birth();
        var whole = as(RECEIVER).bytes(desk(filed) + "/evidence.zip");

        assertThat(verified(folder, "0".repeat(64), whole, _ -> {}))
                .matches(it -> it.code() == 3)
                .matches(it -> it.said().contains("CHƯA chứng minh được: 1 dòng"))
                .matches(it -> !it.said().contains("Nguyên vẹn."));
        assertThat(verified(folder, "0".repeat(64), whole, it -> it.rewrite(0, "filed", "received"))
                        .code())
                .as("whoever has the file could write such a line, so it proves nothing")
                .isEqualTo(3);
    }

    private static String proofLine(byte[] file, int index) {
        try {
            return OpenedPackage.of(file).proof(index).get("line").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SealedDays.Verified verified(
            Path folder, String signer, byte[] file, Consumer<OpenedPackage> alteration) {
        try {
            var altered = OpenedPackage.altered(folder.resolve("altered.zip"), file, alteration);
            return SealedDays.verify(altered, "--signer", signer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aStrangerHasNoProofOfIt() {
        var filed = neighbourhood.birth();

        assertThat(as(ELSEWHERE).get(desk(filed) + "/evidence").statusCode()).isEqualTo(404);
        assertThat(as(ELSEWHERE).get(desk(filed) + "/evidence.zip").statusCode())
                .isEqualTo(404);
        assertThat(as("Giàng A Sình")
                        .get("/my/" + filed.code().value() + "/evidence.zip")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsChangedBehindItsBackShows() throws SQLException {
        var filed = neighbourhood.birth();

        behindItsBack(
                "update dossier_answers set answers = answers || '{\"child.fullName\": \"Khác\"}' where dossier = '"
                        + id(filed) + "'");

        assertThat(as(RECEIVER).get(desk(filed) + "/evidence").body()).contains("KHÔNG khớp");
    }

    @Test
    void soDoesAnotherNameUnderAnAct() throws SQLException {
        var filed = neighbourhood.birth();

        behindItsBack("update dossier_event set actor_name = 'Người khác' where dossier = '" + id(filed) + "'");

        assertThat(as(RECEIVER).get(desk(filed) + "/evidence").body()).contains("KHÔNG khớp");
    }

    @Test
    void whoeverHoldsThePublishedDaysFindsThatTheLogWasCut(@TempDir Path folder) throws IOException {
        neighbourhood.birth();
        closeTheDay();
        var page = new Visit(address).get("/evidence").body();
        var day = first(page, "href=\"(/evidence/15/[0-9-]{10}\\.json)\"");
        Files.writeString(
                folder.resolve("day.json"), new Visit(address).get(day).body());
        var name = first(day, "([0-9-]{10})\\.json");
        var log = as(INSPECTOR).get("/desk/inspection/" + name + ".log").body();
        var whole = Files.writeString(folder.resolve("whole.log"), log);
        var cut = Files.writeString(folder.resolve("cut.log"), log.replaceFirst("(?m)^R .*\n", ""));
        var none = Files.writeString(folder.resolve("none.log"), "");

        assertThat(SealedDays.verify(whole.toString(), "--published", folder.toString())
                        .code())
                .isZero();
        assertThat(SealedDays.verify(cut.toString()))
                .matches(it -> it.code() == 1 && it.said().contains("KHÔNG nguyên vẹn"));
        assertThat(SealedDays.verify(none.toString(), "--published", folder.toString())
                        .said())
                .contains("không còn trong nhật ký");
        assertThat(SealedDays.verify("no-such-file.zip").code()).isEqualTo(2);
    }

    @Test
    void anInspectorSeesWhoLookedAtNightAndNobodyElseDoes() {
        var filed = neighbourhood.birth();
        clock.set(today + "T23:30");
        as(RECEIVER).get(desk(filed));
        clock.set(today + "T23:41");
        as(RECEIVER).get(desk(filed));
        seals.go();

        var page = as(INSPECTOR).get("/desk/inspection?day=" + today).body();

        assertThat(page).contains("vào ban đêm", RECEIVER, "23:30, " + VietnamTime.day(today));
        assertThat(page)
                .containsPattern(
                        "(?s)<details class=\"fold\">.*23:41, " + VietnamTime.day(today) + "</span>: Xem hồ sơ");
        assertThat(as(RECEIVER).get("/desk/inspection").statusCode()).isEqualTo(404);
        assertThat(as(LEADER).get("/desk/inspection").statusCode()).isEqualTo(404);
    }

    @Test
    void anInspectorChecksTheWholeLog() {
        neighbourhood.birth();
        seals.go();

        assertThat(as(INSPECTOR)
                        .fill("/desk/inspection", "/desk/inspection/check", Map.of())
                        .body())
                .contains("Nhật ký nguyên vẹn");
    }

    private void closeTheDay() {
        seals.go();
        clock.set(today.plusDays(1) + "T00:05");
        seals.go();
    }

    private Visit as(String name) {
        return new Visit(address).as(name);
    }

    private static DossierId id(Confirmation filed) {
        return filed.dossiers().getFirst().id();
    }

    private static String desk(Confirmation filed) {
        return "/desk/dossiers/" + id(filed);
    }

    private void behindItsBack(String sql) throws SQLException {
        try (var administrator = database.server().superuser(database.name());
                var statement = administrator.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static String first(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }
}
