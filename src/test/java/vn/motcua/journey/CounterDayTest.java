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
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.support.CopyRequest;
import vn.motcua.support.PdfText;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/**
 * A day at the counter of Tả Van with twenty people: twelve file, one of them by appointment and one in vain; five collect, one
 * of them for somebody else; one asks what to bring and gets it on paper, one brings what was missing, one asks how far it is.
 * They take their numbers at the device, are called, file, pay, collect; in the evening the drawer is counted. All of it goes
 * through browsers; only the dossiers of the days before are made without.
 */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=counter-day")
@Tag("long")
class CounterDayTest {

    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String FATHER = "Nguyễn Văn Quân";
    private static final String FATHERS_NUMBER = "010078999003";
    private static final String MOTHER = "Lý Thị Mẩy";
    private static final String MOTHERS_NUMBER = "010198999001";

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
        var incomplete =
                taVan.birth(MOTHER).askedAtIntake(new SupplementRequest.Line("Giấy chứng sinh", "Bản chụp mất góc"));
        var running = taVan.birth(FATHER).received();
        try (var receiver = new Person(address, 1280, true).as(RECEIVER);
                var hall = new Person(address, 1280, false);
                var leader = new Person(address, 1280, false).as(LEADER)) {
            books(leader);
            clock.set("2026-11-25T07:30");
            var kiosk = opens(receiver);
            var phones = new HashMap<Integer, String>();
            for (int no = 1; no <= 19; no++) {
                var errand = no <= 11 ? "FILE" : no <= 16 ? "COLLECT" : "ASK";
                phones.put(no, takes(hall, kiosk, errand, no == 19));
            }
            assertThat(hall.reads()).contains("Số của bạn 19", "chưa biết", "không còn ai");
            receiver.open("/desk/queue/appointments").press("button[name=id]");
            assertThat(receiver.reads()).contains("Số 20");

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
                switch (no) {
                    case 11 -> turnsAway(receiver, no);
                    case 12, 13, 14, 15 -> handsOver(receiver, results.removeFirst(), false);
                    case 16 -> handsOver(receiver, results.removeFirst(), true);
                    case 17 -> guides(receiver, no);
                    case 18 -> takesWhatWasMissing(receiver, incomplete);
                    case 19 -> says(receiver, running);
                    default -> takesIn(receiver, no);
                }
            }
            assertThat(served.subList(0, 2))
                    .as("priority, then the appointment")
                    .containsExactly(19, 20);
            assertThat(served).hasSize(21).contains(20).containsAll(phones.keySet());
            hall.open(phones.getOrDefault(1, ""));
            assertThat(hall.reads()).contains("Số này đã được phục vụ xong");

            receiver.open("/desk/queue").press("button[value=done]");
            settles(receiver);
            leader.open("/desk/queue/shifts");
            assertThat(leader.reads()).contains(RECEIVER, "20", "12", "168.000 ₫", "Khớp");
            assertThat(receiver.complaints()).isEmpty();
        }
    }

    /** The leader lets people book, and somebody does for the next day. */
    private void books(Person leader) {
        var unit = taVan.oneStop();
        leader.open("/desk/queue/slots").type("minutes-" + unit, "30").type("places-" + unit, "2");
        leader.press("form:has([id='places-" + unit + "']) button");
        try (var citizen = new Person(address, 360, false).as("Giàng A Sình")) {
            citizen.open("/my/appointments/new?day=2026-11-25&unit=" + unit);
            citizen.page().selectOption("#procedure", CopyRequest.CODE);
            citizen.press("form[method=get] button").press(".hall-slots button:not([disabled])");
            assertThat(citizen.reads()).contains("25/11/2026");
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
        files(receiver, no);
        receiver.press("#receive .button").press("#take-fee button");
        assertThat(receiver.reads()).contains("Đã thu đủ");
        assertThat(PdfText.of(receiver.bytes(receiver.path() + "/print/acknowledgement")))
                .contains("Giàng A Sử");
    }

    /** The book of that birth lies elsewhere: they go away with the reason in writing, and pay nothing. */
    private static void turnsAway(Person receiver, int no) {
        var reason = "Sổ hộ tịch của việc này lưu tại phường Sa Pa; hãy nộp tại đó.";
        files(receiver, no);
        receiver.unfold("#turn-away button").type("turn-away-reason", reason).press("#turn-away button");
        assertThat(receiver.reads()).contains("Đã từ chối tiếp nhận", reason);
        assertThat(PdfText.of(receiver.bytes(receiver.path() + "/print/turn-away")))
                .contains("Giàng A Sử", "lưu tại phường Sa Pa");
        assertThat(receiver.page().locator("#take-fee").count())
                .as("nothing to pay")
                .isZero();
    }

    /** What to bring, on paper, for somebody who does not file yet. */
    private static void guides(Person receiver, int no) {
        begins(receiver, no);
        assertThat(PdfText.of(receiver.bytes(receiver.path() + "/guidance"))).contains("Giàng A Sử", "tờ khai");
    }

    /** The applicant's own card, and the original that was asked for; with it the dossier is complete. */
    private static void takesWhatWasMissing(Person receiver, TaVan.Life life) {
        receiver.open("/desk/dossiers/" + life.ref.id()).unfold("#take-supplement .button.wide");
        receiver.type("take-supplement-originals.0", "1").type("take-supplement-card", MOTHERS_NUMBER);
        receiver.press("#take-supplement .button.wide");
        assertThat(receiver.reads())
                .contains("Đã nhận bổ sung tại quầy", "người đến: " + MOTHER + " (số trên thẻ khớp)");
        receiver.press("#receive .button");
        assertThat(PdfText.of(receiver.bytes(receiver.path() + "/print/acknowledgement")))
                .contains(MOTHER);
    }

    /** How far it is, by the number on the acknowledgement. */
    private static void says(Person receiver, TaVan.Life life) {
        var number = life.seen().number().orElseThrow().value();
        receiver.open("/desk/find?q=" + number).press("main tbody a");
        assertThat(receiver.path()).isEqualTo("/desk/dossiers/" + life.ref.id());
        assertThat(receiver.reads()).contains(number, "Đang xử lý");
    }

    /** Whom the card names begins a request for a copy. */
    private static Page begins(Person receiver, int no) {
        var number = number(no);
        var page = receiver.open("/desk/counter").page();
        receiver.type("card", number + "||Giàng A Sử|02111995|Nam|Tả Van, Lào Cai|15032022")
                .press("button[name=scan]");
        assertThat(page.inputValue("#name")).isEqualTo("Giàng A Sử");
        assertThat(page.inputValue("#number")).isEqualTo(number);
        receiver.type("phone", "0990000009");
        page.selectOption("#procedure", CopyRequest.CODE);
        receiver.press("#procedure-begin");
        return page;
    }

    private static void files(Person receiver, int no) {
        var page = begins(receiver, no);
        receiver.type("requester.fullName", "Giàng A Sử")
                .type("requester.birthDate", "2")
                .type("requester.birthDate.month", "11")
                .type("requester.birthDate.year", "1995")
                .type("requester.citizenId", number(no))
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
    }

    private static String number(int no) {
        return "0100950001%02d".formatted(no);
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
            assertThat(receiver.reads()).contains("Người đến không phải là người nộp");
            receiver.type("hand-over-paper", "giấy ủy quyền ngày 24/11/2026").press("#hand-over .button");
            assertThat(receiver.reads()).contains("người nhận Giàng A Sình, giấy ủy quyền ngày 24/11/2026");
        } else {
            receiver.type("hand-over-card", FATHERS_NUMBER).press("#hand-over .button");
            assertThat(receiver.reads()).contains("người nhận " + FATHER + " (số trên thẻ khớp)");
        }
    }

    /** Eleven copies at 8.000 ₫ and five times two at 8.000 ₫ lie in the drawer. */
    private static void settles(Person receiver) {
        receiver.open("/desk/queue/shift");
        assertThat(receiver.reads())
                .contains("Số đã phục vụ 20", "Hồ sơ đã tiếp nhận 12", "Kết quả đã trả 5", "Tiền mặt đã thu 168.000 ₫");
        receiver.type("counted", "170.000").press("main form .button");
        assertThat(receiver.status()).isEqualTo(422);
        assertThat(receiver.reads()).contains("Sổ ghi 168.000 ₫, bạn đếm được 170.000 ₫");
        receiver.type("counted", "168.000").press("main form .button");
        assertThat(receiver.reads()).contains("Đã chốt ca lúc", "Tiền đếm được 168.000 ₫");
        receiver.open("/desk/queue/shift");
        assertThat(receiver.page().locator("#counted").count()).as("once").isZero();
    }
}
