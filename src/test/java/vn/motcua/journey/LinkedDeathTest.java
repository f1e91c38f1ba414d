package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.Tracking;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Person;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/**
 * A death at Tả Van, mostly over HTTP: registered by the commune, the residence removed by the police, and the support of
 * funeral costs refused by the commune's social division, which changes nothing for the others.
 */
@WholeProgram
class LinkedDeathTest {

    private static final String SON = "Lý Thị Mẩy";
    private static final Pattern INPUT =
            Pattern.compile("<input type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private final Tracking tracking;
    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    LinkedDeathTest(Tracking tracking, TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.tracking = tracking;
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @Test
    void registeredRemovedAndTheFuneralSupportRefused() {
        clock.set("2026-11-09T08:00");
        var family = new Visit(address).as(SON);
        var code = filed(family);
        assertThat(family.get("/my/" + code).body())
                .contains("Đăng ký khai tử", "Xóa đăng ký thường trú", "Hỗ trợ chi phí mai táng", "Chờ mở");

        var death = desk(code, 1);
        act("Trần Thu Hà", death, "receive", Map.of());
        taVan.told();
        assertThat(family.get("/my/" + code).body())
                .contains("chậm nhất 17:00, 17/11/2026", "Nhóm này không có hạn chung");
        act("Phạm Quốc Việt", death, "complete", Map.of());
        act("Vũ Đức Thành", death, "approve", Map.of());
        act("Lù Thị Hiền", death, "issue", Map.of("number", "12/2026"));
        taVan.told();

        var residence = desk(code, 2);
        var funeral = desk(code, 3);
        act("Trần Thị Minh Thảo", residence, "receive", Map.of());
        assertThat(new Visit(address).as("Trần Thị Thu Lan").get(residence).body())
                .contains("Phần 2 của", "Chết, Tòa án tuyên bố mất tích hoặc đã chết")
                .doesNotContain("Phần 3:");
        act("Trần Thị Thu Lan", residence, "complete", Map.of());
        act("Đinh Văn Vinh", residence, "approve", Map.of());
        act("Trần Thị Thu Lan", residence, "issue", Map.of("number", "XT-7"));
        act("Trần Thu Hà", funeral, "turn-away", Map.of("reason", "Người mất không hưởng trợ cấp xã hội"));
        taVan.told();

        var whole = family.get("/my/" + code).body();
        assertThat(whole)
                .contains("Phần này dừng ở đây", "Có kết quả lúc 08:00, 09/11/2026")
                .doesNotContain("muộn hơn hẹn");
        assertThat(family.get("/my/" + code + ".2/result").statusCode()).isEqualTo(200);
        assertThat(family.get("/my/" + code + ".3").body()).contains("Người mất không hưởng trợ cấp xã hội");
        assertThat(new Visit(address).as("Nguyễn Văn Quân").get("/my/" + code).statusCode())
                .isEqualTo(404);
    }

    /** Survivors' benefits go to the insurance with the extract of the death; the other parts do not wait for them. */
    @Test
    void theRelativesAskForSurvivorsBenefits() {
        clock.set("2026-11-09T08:00");
        var family = new Visit(address).as(SON);
        var code = filed(
                family,
                Map.of("funeral.want", "false", "survivors.want", "true", "d.insuranceNo", "0103249990"),
                "so-bhxh");
        assertThat(family.get("/my/" + code).body())
                .contains("Hưởng chế độ tử tuất", "Chờ mở")
                .doesNotContain("Hỗ trợ chi phí mai táng cho đối tượng");
        var death = desk(code, 1);
        act("Trần Thu Hà", death, "receive", Map.of());
        act("Phạm Quốc Việt", death, "complete", Map.of());
        act("Vũ Đức Thành", death, "approve", Map.of());
        act("Lù Thị Hiền", death, "issue", Map.of("number", "13/2026"));
        taVan.told();

        var survivors = desk(code, 3);
        act("Phạm Mạnh Khánh", survivors, "receive", Map.of());
        assertThat(new Visit(address).as("Lù Văn Sơn").get(survivors).body())
                .contains("Lý A Páo", "0103249990", "so-bhxh.png", "Trích lục khai tử.pdf");
        taVan.told();
        assertThat(family.get("/my/" + code).body())
                .contains("chậm nhất 17:00, 17/11/2026", "Hưởng chế độ tử tuất có hạn riêng", "19/11/2026");
    }

    /** The police let the residence lie; the certificate and the funeral costs came in time and stay. On the son's phone. */
    @Test
    void aPartThatIsLateSinksNoOther() {
        clock.set("2026-11-09T08:00");
        var family = new Visit(address).as(SON);
        var code = filed(family);
        var death = desk(code, 1);
        act("Trần Thu Hà", death, "receive", Map.of());
        act("Phạm Quốc Việt", death, "complete", Map.of());
        act("Vũ Đức Thành", death, "approve", Map.of());
        act("Lù Thị Hiền", death, "issue", Map.of("number", "14/2026"));
        taVan.told();
        act("Trần Thị Minh Thảo", desk(code, 2), "receive", Map.of());
        var funeral = desk(code, 3);
        act("Trần Thu Hà", funeral, "receive", Map.of());
        clock.set("2026-11-11T09:00");
        act("Dương Đức Vinh", funeral, "complete", Map.of("benefit.amount", "10000000"));
        act("Vàng A Chư", funeral, "approve", Map.of());
        act("Vũ Đức Thành", funeral, "approve", Map.of());
        act("Lù Thị Hiền", funeral, "issue", Map.of("number", "15/2026"));
        taVan.told();
        clock.set("2026-11-18T09:00");

        try (var son = new Person(address, 360, true).as(SON)) {
            assertThat(son.open("/my/" + code + ".2").reads()).contains("Đã quá hẹn");
            for (var part : List.of("1", "3")) {
                assertThat(son.open("/my/" + code + "." + part).reads())
                        .contains("Kết quả số " + (part.equals("1") ? "14/2026" : "15/2026"))
                        .doesNotContain("Đã quá hẹn");
            }
            assertThat(son.open("/my/" + code).reads())
                    .contains("muộn hơn hẹn. Phần nào đã có kết quả thì bạn nhận trước, không phải chờ")
                    .contains("Có kết quả lúc 09:00, 11/11/2026");
            assertThat(son.page().locator(".badge.good").count()).isEqualTo(2);
            assertThat(PageCheck.faults(son.page())).isEmpty();
            assertThat(son.complaints()).isEmpty();
        }
        act("Trần Thị Thu Lan", desk(code, 2), "complete", Map.of());
        act("Đinh Văn Vinh", desk(code, 2), "approve", Map.of());
        act("Trần Thị Thu Lan", desk(code, 2), "issue", Map.of("number", "XT-8"));
        signs("Đinh Văn Vinh");
        taVan.told();
        assertThat(family.get("/my/" + code).body()).contains("Đã xong lúc 09:00, 18/11/2026, muộn hơn hẹn");
    }

    /** What came late waits for the word of whoever decided it. */
    private void signs(String officer) {
        var leader = new Visit(address).as(officer);
        var waits = Pattern.compile("name=\"pick\" value=\"([^\"]+)\"")
                .matcher(leader.get("/desk/sign").body())
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.joining(","));
        assertThat(leader.fill(
                                "/desk/sign",
                                "/desk/sign",
                                Map.of("command", UUID.randomUUID().toString(), "pick", waits))
                        .statusCode())
                .isEqualTo(302);
        taVan.signed();
    }

    private static String filed(Visit family) {
        return filed(
                family,
                Map.of("funeral.want", "true", "d.benefit", "BTXH", "o.kind", "PERSON", "o.account", "0123456789"));
    }

    private static String filed(Visit family, Map<String, String> benefits, String... papers) {
        var begun = family.local(family.fill("/procedures/2.002913/start", "/procedures/2.002913/start", Map.of()));
        var draft = begun.replaceFirst("(/drafts/[^/]+).*", "$1");
        pages(benefits).forEach((page, fields) -> {
            var answer = family.fill(draft + page, draft + page, fields);
            assertThat(answer.statusCode()).as(page + answer.body()).isEqualTo(302);
        });
        Stream.concat(Stream.of("giay-bao-tu"), Stream.of(papers)).forEach(it -> {
            var paper = new HashMap<String, String>();
            paper.put("_csrf", Visit.token(family.get(draft + "/papers").body()));
            paper.put("document", it);
            family.upload(draft + "/papers", paper, "file", it + ".png", SamplePaper.bytes());
        });
        family.fill(draft + "/delivery", draft + "/delivery", Map.of("how", "COUNTER"));
        var fields = hidden(family.get(draft + "/review").body(), draft + "/review");
        fields.put("commit.agree", "true");
        var done = family.send(draft + "/review", fields);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        return family.local(done).replaceFirst("/filings/([^/]+)/done", "$1");
    }

    private void act(String officer, String dossier, String word, Map<String, String> typed) {
        var visit = new Visit(address).as(officer);
        var fields = hidden(visit.get(dossier).body(), dossier + "/" + word);
        fields.putAll(typed);
        var done = visit.send(dossier + "/" + word, fields);
        assertThat(done.statusCode()).as(officer + " " + word + done.body()).isEqualTo(302);
    }

    /** The hidden fields of the form that is sent there. */
    private static Map<String, String> hidden(String html, String path) {
        var form = Pattern.compile("(?s)<form[^>]*action=\"" + Pattern.quote(path) + "\".*?</form>")
                .matcher(html);
        assertThat(form.find()).as("a form for " + path).isTrue();
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(form.group()).results().forEach(it -> fields.putIfAbsent(it.group(1), it.group(2)));
        return fields;
    }

    private String desk(String code, int place) {
        var ref =
                tracking.dossier(TrackingCode.typed(code).orElseThrow(), place).orElseThrow();
        return "/desk/dossiers/" + ref.id();
    }

    private static Map<String, Map<String, String>> pages(Map<String, String> benefits) {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put("/case", Map.of("case", "thong-thuong", "submittedByProxy", "false"));
        pages.put("/where", Map.of("province", "15", "ward", "03037"));
        pages.put("/form/requester", Map.of("requester.relationship", "04", "requester.phone", "0990000001"));
        pages.put(
                "/form/deceased",
                Map.ofEntries(
                        Map.entry("deceased.fullName", "Lý A Páo"),
                        Map.entry("deceased.birthDate.day", "2"),
                        Map.entry("deceased.birthDate.month", "9"),
                        Map.entry("deceased.birthDate.year", "1945"),
                        Map.entry("deceased.gender", "1"),
                        Map.entry("deceased.ethnicity", "09"),
                        Map.entry("deceased.nationality", "VN"),
                        Map.entry("deceased.lastResidence.province", "15"),
                        Map.entry("deceased.lastResidence.ward", "03037"),
                        Map.entry("deceased.lastResidence.detail", "Thôn Tả Van Giáy 1"),
                        Map.entry("deceased.citizenId", "010045000001"),
                        Map.entry("deceased.deathTime.day", "6"),
                        Map.entry("deceased.deathTime.month", "11"),
                        Map.entry("deceased.deathTime.year", "2026"),
                        Map.entry("deceased.deathTime.time", "04:30"),
                        Map.entry("deceased.deathPlace", "Nhà riêng")));
        pages.put("/form/notice", Map.of("notice.no", "15/GBT"));
        pages.put(
                "/form/residence",
                Map.of(
                        "ct01.gender", "2",
                        "ct01.headName", "Giàng A Sình",
                        "ct01.headRelation", "04",
                        "ct01.headCitizenId", "010095999002"));
        pages.put("/form/funeral", benefits);
        pages.put("/form/copies", Map.of("copies.want", "false"));
        return pages;
    }
}
