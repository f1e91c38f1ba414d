package vn.motcua.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.conversation.Threads;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What people may ask about their own data, over HTTP. */
@WholeProgram
class MyDataTest {

    private static final String QUAN = "Nguyễn Văn Quân";
    private static final String ANOTHER = "Giàng A Sình";
    private static final String START = "/procedures/1.001193/start";
    /** Of whom the demonstration says that nobody has asked them yet. */
    private static final String UNASKED = "Trần Minh Khôi";

    private static final String LEADER = "Vũ Đức Thành";

    @Autowired
    Threads threads;

    private final TaVan taVan;
    private final TestClock clock;
    private final FreshDatabase database;
    private final String address;

    MyDataTest(
            @Autowired TaVan taVan,
            @Autowired TestClock clock,
            @Autowired FreshDatabase database,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.database = database;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void morning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void whoDoesNotWantFormsFilledInTypesThemAndTheWordIsKept() {
        var person = new Visit(address).as(ANOTHER);
        assertThat(requester(person, Map.of())).contains("value=\"" + ANOTHER + "\"");

        assertThat(requester(person, Map.of("asked", "yes"))).doesNotContain("value=\"" + ANOTHER + "\"");
        assertThat(person.get("/my/data").body()).contains("Không điền sẵn", "Không cho phép điền sẵn");

        person.fill("/my/data", "/my/data/prefill", Map.of("register", "identity", "allowed", "yes"));
        assertThat(requester(person, Map.of())).contains("value=\"" + ANOTHER + "\"");
        assertThat(person.get("/my/data").body()).contains("Đang điền sẵn");
        person.fill("/my/data", "/my/data/prefill", Map.of("register", "population", "allowed", "yes"));
    }

    /** Nothing is taken from a register before they were asked; each is asked by itself, and a no counts at once. */
    @Test
    void eachRegisterIsAskedAtItsFirstUse() {
        var person = new Visit(address).as(UNASKED);
        var start = person.get(START).body();
        assertThat(start)
                .contains(
                        "Đồng ý điền sẵn từ dữ liệu định danh điện tử",
                        "Đồng ý điền sẵn từ Cơ sở dữ liệu quốc gia về dân cư",
                        "Chỉ để bạn không phải gõ lại")
                .doesNotContain(" checked");
        assertThat(person.get("/my/data").body())
                .contains("Chỉ dùng khi bạn đồng ý", "Không điền sẵn")
                .doesNotContain("Đang điền sẵn");
        assertThat(requester(person, Map.of())).doesNotContain("value=\"" + UNASKED + "\"", "27 đường Trần Phú");

        var one = requester(person, Map.of("asked", "yes", "register.identity", "yes"));
        assertThat(one).contains("value=\"" + UNASKED + "\"").doesNotContain("27 đường Trần Phú");
        assertThat(person.get("/my/data").body())
                .contains("Đang điền sẵn", "Không điền sẵn", "08:00, 23/11/2026</span>: Cho phép điền sẵn");
        var both = requester(person, Map.of("asked", "yes", "register.identity", "yes", "register.population", "yes"));
        assertThat(both).contains("value=\"" + UNASKED + "\"", "27 đường Trần Phú");

        person.fill("/my/data", "/my/data/prefill", Map.of("register", "population", "allowed", "no"));
        assertThat(requester(person, Map.of()))
                .contains("value=\"" + UNASKED + "\"")
                .doesNotContain("27 đường Trần Phú");
        assertThat(person.fill("/my/data", "/my/data/prefill", Map.of("register", "khong-co", "allowed", "yes"))
                        .statusCode())
                .isEqualTo(404);
    }

    /** The page about whoever asks, of a new draft begun with that. */
    private static String requester(Visit person, Map<String, String> said) {
        var draft = person.local(person.fill(START, START, said)).replaceFirst("(/drafts/[0-9a-f-]+).*", "$1");
        var page = person.get(draft + "/form/requester").body();
        person.fill(draft + "/discard", draft + "/discard", Map.of());
        return page;
    }

    @Test
    void theFileHoldsAllThatIsTheirsAndNothingOfOthers() throws Exception {
        var filed = taVan.birth(QUAN).received();
        var others = taVan.birth(ANOTHER).received();

        var files = unzip(file(as(QUAN)));

        assertThat(files.keySet()).contains("data.json", "index.html");
        assertThat(files.keySet()).anySatisfy(it -> assertThat(it).startsWith("papers/" + filed.code.value() + "/"));
        var json = JsonMapper.shared().readTree(files.get("data.json"));
        assertThat(json.path("person").path("name").asString()).isEqualTo(QUAN);
        assertThat(json.path("person").path("personalNumber").asString()).hasSize(12);
        assertThat(json.path("dossiers")
                        .valueStream()
                        .map(it -> it.path("trackingCode").asString()))
                .contains(filed.code.value());
        assertThat(files.get("index.html")).contains("Dữ liệu của " + QUAN, "Đăng ký khai sinh");
        assertThat(String.join("", files.values())).doesNotContain(others.code.value());
    }

    @Test
    void theFileHoldsWhatLiesBesideADossierToo() throws Exception {
        var filed = taVan.birth(QUAN).received().appraised().approved().issued();
        threads.write(filed.who, filed.seen(), java.util.UUID.randomUUID(), "Bao giờ tôi nhận được?", List.of());
        var before = unzip(file(as(QUAN)));
        assertThat(before.keySet())
                .as("not handed over yet")
                .doesNotContain("results/" + filed.code.value() + "/ket-qua.pdf");
        filed.handedOver();

        var files = unzip(file(as(QUAN)));

        assertThat(files.keySet()).contains("results/" + filed.code.value() + "/ket-qua.pdf");
        var json = JsonMapper.shared().readTree(files.get("data.json"));
        assertThat(json.has("questions")).isTrue();
        assertThat(json.has("appointments")).isTrue();
        assertThat(json.path("contact").has("wantsEmail")).isTrue();
        assertThat(files.get("data.json")).contains("Bao giờ tôi nhận được?", "07/2026");
        assertThat(files.get("index.html")).contains("Bao giờ tôi nhận được?", "Kết quả");
    }

    @Test
    void theFileSaysWhoActsForMeAndForWhomIAct() throws Exception {
        var asker = as(ANOTHER);
        var father = as(QUAN);
        var id = java.util.UUID.randomUUID().toString();
        asker.fill(
                "/my/mandates/new",
                "/my/mandates",
                Map.of(
                        "command",
                        id,
                        "kind",
                        "CHOSEN",
                        "matters",
                        "all",
                        "errand.FOLLOW",
                        "yes",
                        "until",
                        "2026-11-30"));
        var code = Visit.first(asker.get("/my/mandates/" + id).body(), "translate=\"no\">([0-9A-Z-]{11})<");
        father.fill("/help", "/consent", Map.of("code", code, "mandate", id, "answer", "yes"));

        var given = unzip(file(father));
        var held = unzip(file(asker));
        father.fill("/my/mandates/" + id, "/my/mandates/" + id + "/end", Map.of());

        var mine = JsonMapper.shared()
                .readTree(given.get("data.json"))
                .path("whoActsForMe")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(mine.path("representative").asString()).isEqualTo(ANOTHER);
        assertThat(mine.path("errands").toString()).isEqualTo("[\"FOLLOW\"]");
        assertThat(mine.path("history").valueStream().map(it -> it.path("kind").asString()))
                .contains("asked", "given");
        assertThat(given.get("index.html")).contains("Người làm thay tôi", ANOTHER, "Đồng ý");
        var theirs = JsonMapper.shared()
                .readTree(held.get("data.json"))
                .path("forWhomIAct")
                .toString();
        assertThat(theirs).contains(id, QUAN);
        assertThat(held.get("index.html"))
                .contains("Tôi làm thay người khác", QUAN)
                .doesNotContain(code);
    }

    @Test
    void takingItIsWrittenIntoTheLog() throws Exception {
        var before = lines("data-taken");
        file(as(QUAN));
        assertThat(lines("data-taken")).isEqualTo(before + 1);
    }

    @Test
    void thePersonalNumberIsMaskedOnThePage() {
        assertThat(as(QUAN).get("/my/data").body())
                .containsPattern("\\*{8}\\d{4}")
                .doesNotContainPattern("\\b\\d{12}\\b");
    }

    @Test
    void aRequestReachesTheLeaderInTimeAndItsAnswerTheOwner() {
        var filed = taVan.birth(QUAN).received();
        var father = as(QUAN);

        assertThat(father.fill("/my/data", "/my/data/corrections", asking(filed, " "))
                        .statusCode())
                .isEqualTo(422);
        assertThat(father.fill("/my/data", "/my/data/corrections", asking(filed, "Tên mẹ ghi sai dấu"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(father.get("/my/data").body()).contains("Hạn trả lời", "26/11/2026");

        var leader = as(LEADER);
        var waiting = leader.get("/desk/corrections").body();
        assertThat(waiting).contains("Tên mẹ ghi sai dấu", QUAN, "26/11/2026").doesNotContain("Quá hạn");
        assertThat(as("Trần Thu Hà").get("/desk/corrections").statusCode()).isEqualTo(404);
        assertThat(as("Nguyễn Tiến Lâm").get("/desk/corrections").body()).doesNotContain("Tên mẹ ghi sai dấu");
        var answer = Visit.first(waiting, "action=\"(/desk/corrections/[0-9a-f-]{36})\"");
        assertThat(leader.fill("/desk/corrections", answer, Map.of("outcome", "CORRECTED", "answer", " "))
                        .statusCode())
                .isEqualTo(422);
        clock.set("2026-11-27T08:00");
        assertThat(as(LEADER).get("/desk/corrections").body()).contains("Quá hạn");
        assertThat(as(LEADER).get("/desk/reminders").body()).contains("yêu cầu sửa dữ liệu đã quá hai ngày làm việc");
        assertThat(as("Nguyễn Tiến Lâm").get("/desk/reminders").body()).doesNotContain("yêu cầu sửa dữ liệu đã quá");
        assertThat(leader.fill(
                                "/desk/corrections",
                                answer,
                                Map.of("outcome", "CORRECTED", "answer", "Đã ghi lại tên theo giấy tờ."))
                        .statusCode())
                .isEqualTo(302);

        assertThat(father.get("/my/data").body()).contains("Đã chỉnh sửa", "Đã ghi lại tên theo giấy tờ.", LEADER);
        assertThat(leader.fill("/desk", answer, Map.of("outcome", "REFUSED", "answer", "Lần nữa"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(father.get("/my/looked").body()).contains("Chỉnh sửa dữ liệu theo yêu cầu");
    }

    @Test
    void nobodyAsksAboutADossierOfAnother() {
        var others = taVan.birth(ANOTHER).received();
        taVan.birth(QUAN);
        assertThat(as(QUAN).fill("/my/data", "/my/data/corrections", asking(others, "Sai"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void askingTheSameTwiceIsAskingOnce() {
        var filed = taVan.birth(QUAN).received();
        var father = as(QUAN);
        father.fill("/my/data", "/my/data/corrections", asking(filed, "Hai lần"));
        father.fill("/my/data", "/my/data/corrections", asking(filed, "Hai lần"));
        assertThat(father.get("/my/data").body().split("<dd>Hai lần</dd>", -1)).hasSize(2);
    }

    private static Map<String, String> asking(TaVan.Life filed, String wrong) {
        return Map.of("dossier", filed.code.value(), "wrong", wrong, "right", "Lý Thị Mẩy");
    }

    private Visit as(String name) {
        return new Visit(address).as(name);
    }

    private byte[] file(Visit visit) throws Exception {
        var token = Visit.token(visit.get("/my/data").body());
        var answer = visit.sendForBytes("/my/data/file", Map.of("_csrf", token));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        return answer.body();
    }

    private static Map<String, String> unzip(byte[] zip) throws IOException {
        var files = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private int lines(String act) throws Exception {
        try (var connection = database.server().superuser(database.name());
                var sql = connection.prepareStatement("select count(*) from audit_record where act = ?")) {
            sql.setString(1, act);
            try (var found = sql.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }
}
