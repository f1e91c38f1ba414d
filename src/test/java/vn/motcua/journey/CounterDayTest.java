package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.dossier.HandOver;
import vn.motcua.support.CopyRequest;
import vn.motcua.support.PdfText;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/**
 * A day at the counter of Tả Van with twenty people: twelve file, five collect, three ask. They take their numbers at the
 * device, are called, file, pay, collect; in the evening the drawer is counted. All of it goes
 * through browsers.
 */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=counter-day")
@Tag("long")
class CounterDayTest {

    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String FATHER = "Nguyễn Văn Quân";
    private static final String FATHERS_NUMBER = "010078999003";

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    CounterDayTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @Test
    void twentyPeople() {
        clock.set("2026-11-24T07:30");
        var results = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            results.add(taVan.birth(FATHER, HandOver.How.COUNTER, 2)
                    .received()
                    .appraised()
                    .approved()
                    .issued()
                    .ref
                    .id()
                    .toString());
        }
        clock.set("2026-11-25T07:30");
        try (var receiver = new Person(address, 1280, true).as(RECEIVER);
                var hall = new Person(address, 1280, false);
                var leader = new Person(address, 1280, false).as(LEADER)) {
            var kiosk = opens(receiver);
            var phones = new HashMap<Integer, String>();
            for (int no = 1; no <= 20; no++) {
                var errand = no <= 12 ? "FILE" : no <= 17 ? "COLLECT" : "ASK";
                phones.put(no, takes(hall, kiosk, errand, no == 20));
            }
            assertThat(hall.reads()).contains("Số của bạn 20", "chưa biết", "không còn ai");

            var served = new ArrayList<Integer>();
            var minute = 0;
            for (int call = 0; call < 21; call++) {
                clock.set("2026-11-25T%02d:%02d".formatted(8 + minute / 60, minute % 60));
                receiver.open("/desk/queue").press("button[value=next]");
                var no = Integer.parseInt(
                        receiver.page().locator("#call .hall-own b").innerText());
                hall.open("/queue/" + taVan.oneStop());
                assertThat(hall.reads()).contains("Số " + no + " Quầy 1");
                minute += 6;
                if (no == 4 && !served.contains(4) && call < 10) {
                    receiver.press("button[value=absent]").press("button[value=back]");
                    served.add(4);
                    continue;
                }
                served.add(no);
                if (no <= 12) {
                    takesIn(receiver, no);
                } else if (no <= 17) {
                    handsOver(receiver, results.removeFirst(), no == 17);
                }
            }
            assertThat(served.getFirst()).as("priority").isEqualTo(20);
            assertThat(served).hasSize(21).containsAll(phones.keySet());
            hall.open(phones.getOrDefault(1, ""));
            assertThat(hall.reads()).contains("Số này đã được phục vụ xong");

            receiver.open("/desk/queue").press("button[value=done]");
            settles(receiver);
            leader.open("/desk/queue/shifts");
            assertThat(leader.reads()).contains(RECEIVER, "20", "12", "176.000 ₫", "Khớp");
            assertThat(receiver.complaints()).isEmpty();
        }
    }

    /** The path of the device. */
    private static String opens(Person receiver) {
        receiver.open("/desk/queue").type("window", "1").press("button[value=sit]");
        receiver.type("name", "Máy ở cửa chính").press("form[action$='/kiosks'] button");
        return receiver.page().locator(".break a").getAttribute("href");
    }

    /** The path of the number on one's phone. */
    private static String takes(Person somebody, String kiosk, String errand, boolean priority) {
        somebody.open(kiosk);
        if (priority) {
            somebody.page().check("input[name=priority]");
        }
        return somebody.press("#errand-" + errand).path().replaceFirst("/kiosk/[^/]+/", "/tickets/");
    }

    /** Somebody whom the system does not know asks for a copy, and pays it: the officer scans, types, ticks and presses. */
    private static void takesIn(Person receiver, int no) {
        var number = "0100950001%02d".formatted(no);
        var page = receiver.open("/desk/counter").page();
        receiver.type("card", number + "||Giàng A Sử|02111995|Nam|Tả Van, Lào Cai|15032022")
                .press("button[name=scan]");
        assertThat(page.inputValue("#name")).isEqualTo("Giàng A Sử");
        assertThat(page.inputValue("#number")).isEqualTo(number);
        receiver.type("phone", "0990000009");
        page.selectOption("#procedure", CopyRequest.CODE);
        receiver.press("#procedure-begin");
        if (no == 1) {
            assertThat(PdfText.of(receiver.bytes(receiver.path() + "/guidance")))
                    .contains("Giàng A Sử", "tờ khai");
        }
        receiver.type("requester.fullName", "Giàng A Sử")
                .type("requester.birthDate", "2")
                .type("requester.birthDate.month", "11")
                .type("requester.birthDate.year", "1995")
                .type("requester.citizenId", number)
                .type("requester.phone", "0990000009");
        lives(page);
        page.selectOption("[id='requester.relationship']", "04");
        page.selectOption("[id='record.kind']", "BIRTH");
        receiver.type("record.subjectName", "Giàng Thị Mỵ")
                .type("record.subjectBirth", "7")
                .type("record.subjectBirth.month", "11")
                .type("record.subjectBirth.year", "2020")
                .type("record.agency", "Ủy ban nhân dân xã Tả Van")
                .type("copies.count", "1");
        page.check("input[type=checkbox][name='commit.agree']");
        page.check("input[name='seen-giay-to-tuy-than']");
        page.check("input[name='seen-giay-to-cu-tru']");
        receiver.press("button[name=file]");
        assertThat(receiver.path()).as("no " + no + " " + receiver.reads()).startsWith("/desk/dossiers/");
        receiver.press("#receive .button").press("#take-fee button");
        assertThat(receiver.reads()).contains("Đã thu đủ");
        assertThat(PdfText.of(receiver.bytes(receiver.path() + "/print/acknowledgement")))
                .contains("Giàng A Sử");
    }

    static Map<String, String> answers(String number) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("requester.fullName", "Giàng A Sử");
        answers.put("requester.birthDate.day", "2");
        answers.put("requester.birthDate.month", "11");
        answers.put("requester.birthDate.year", "1995");
        answers.put("requester.citizenId", number);
        answers.put("requester.residence.province", "15");
        answers.put("requester.residence.ward", "03037");
        answers.put("requester.residence.detail", "Thôn Tả Van Giáy 1");
        answers.put("requester.phone", "0990000009");
        answers.put("requester.relationship", "04");
        answers.put("record.kind", "BIRTH");
        answers.put("record.subjectName", "Giàng Thị Mỵ");
        answers.put("record.subjectBirth.day", "7");
        answers.put("record.subjectBirth.month", "11");
        answers.put("record.subjectBirth.year", "2020");
        answers.put("record.agency", "Ủy ban nhân dân xã Tả Van");
        return answers;
    }

    /** What the card does not say. */
    private static void lives(Page page) {
        page.selectOption("[id='requester.residence']", "15");
        page.selectOption("[id='requester.residence.ward']", "03037");
        page.fill("[id='requester.residence.detail']", "Thôn Tả Van Giáy 1");
    }

    /** The applicant's own card is enough; somebody else brings a paper. */
    private static void handsOver(Person receiver, String dossier, boolean somebodyElse) {
        receiver.open("/desk/dossiers/" + dossier).press("#take-fee button");
        receiver.page().check("input[name=how][value=COUNTER]");
        if (somebodyElse) {
            receiver.type("hand-over-card", "010095999002||Giàng A Sình|02111995|Nam|Tả Van|15032022")
                    .press("#hand-over .button");
            assertThat(receiver.reads()).contains("Thẻ này không phải của người nộp");
            receiver.type("hand-over-paper", "giấy ủy quyền ngày 24/11/2026").press("#hand-over .button");
            assertThat(receiver.reads()).contains("người nhận Giàng A Sình, giấy ủy quyền ngày 24/11/2026");
        } else {
            receiver.type("hand-over-card", FATHERS_NUMBER).press("#hand-over .button");
            assertThat(receiver.reads()).contains("người nhận " + FATHER + " (số trên thẻ khớp)");
        }
    }

    /** Twelve copies at 8.000 ₫ and five times two at 8.000 ₫ lie in the drawer. */
    private static void settles(Person receiver) {
        receiver.open("/desk/queue/shift");
        assertThat(receiver.reads())
                .contains("Số đã phục vụ 20", "Hồ sơ đã tiếp nhận 12", "Kết quả đã trả 5", "Tiền mặt đã thu 176.000 ₫");
        receiver.type("counted", "170.000").press("main form .button");
        assertThat(receiver.status()).isEqualTo(422);
        assertThat(receiver.reads()).contains("Sổ ghi 176.000 ₫, bạn đếm được 170.000 ₫");
        receiver.type("counted", "176.000").press("main form .button");
        assertThat(receiver.reads()).contains("Đã chốt ca lúc", "Tiền đếm được 176.000 ₫");
        receiver.open("/desk/queue/shift");
        assertThat(receiver.page().locator("#counted").count()).as("once").isZero();
    }
}
