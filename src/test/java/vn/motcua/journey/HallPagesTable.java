package vn.motcua.journey;

import static vn.motcua.journey.PageTable.NOBODY;
import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.PageTable.RECEIVER;
import static vn.motcua.journey.State.at;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;

/** How to reach the pages of the hall and of the counter. */
final class HallPagesTable {

    private static final String LEADER = "Vũ Đức Thành";
    private static final String OTHER = "Nguyễn Thị Mai Thủy";
    private static final String IDLE = "Nguyễn Tiến Lâm";

    private final TaVan taVan;
    private final String address;
    private String kiosk = "";
    private String slip = "";

    HallPagesTable(TaVan taVan, String address) {
        this.taVan = taVan;
        this.address = address;
    }

    Map<String, Supplier<List<State>>> states() {
        var states = new HashMap<String, Supplier<List<State>>>();
        states.put("/desk/queue", this::desk);
        states.put("/desk/queue/shift", this::shift);
        states.put("/desk/queue/slots", this::slots);
        states.put("/desk/queue/appointments", this::expected);
        states.put("/my/appointments/new", this::book);
        states.put("/my/appointments", this::mine);
        states.put("/desk/queue/shifts", this::shifts);
        states.put("/queue/{unit}", this::screen);
        states.put("/queue/{unit}/kiosk/{secret}", this::kiosk);
        states.put("/queue/{unit}/kiosk/{secret}/{code}", this::slip);
        states.put("/queue/{unit}/tickets/{code}", this::ticket);
        return states;
    }

    private List<State> desk() {
        return List.of(
                at("works at no counter", IDLE, "/desk/queue"),
                State.empty("sits nowhere", RECEIVER, it -> {
                    it.open("/desk/queue");
                    if (it.page().locator("button[value=leave]").count() > 0) {
                        it.press("button[value=leave]");
                    }
                }),
                State.wrong(
                        "no such window",
                        RECEIVER,
                        it -> it.open("/desk/queue").type("window", "100").press("button[value=sit]")),
                new State("at a window, with a device", RECEIVER, 200, it -> {
                    it.open("/desk/queue").type("window", "3").press("button[value=sit]");
                    it.type("name", "Máy ở cửa chính").press("form[action$='/kiosks'] button");
                }),
                State.wrong(
                        "a device without a name",
                        RECEIVER,
                        it -> it.open("/desk/queue").press("form[action$='/kiosks'] button")),
                State.filled("serving, one was absent", RECEIVER, it -> {
                    takes();
                    takes();
                    takes();
                    it.open("/desk/queue").type("window", "3").press("button[value=sit]");
                    it.press("button[value=next]").press("button[value=absent]").press("button[value=next]");
                }));
    }

    private List<State> slots() {
        return List.of(
                at("led", LEADER, "/desk/queue/slots"),
                State.wrong(
                        "too long",
                        LEADER,
                        it -> it.open("/desk/queue/slots")
                                .type("minutes-" + taVan.oneStop(), "999")
                                .press("main form button")),
                at("leads nothing", RECEIVER, 404, "/desk/queue/slots"));
    }

    private List<State> book() {
        return List.of(
                State.empty("empty", QUAN, "/my/appointments/new"),
                State.filled("free times", QUAN, this::looksForATime),
                State.wrong("for nothing", QUAN, it -> {
                    looksForATime(it);
                    it.press(".hall-slots button:not([disabled])");
                }));
    }

    private List<State> mine() {
        return List.of(
                State.empty("none", "Đặng Thị Hương", "/my/appointments"), State.filled("booked", QUAN, this::books));
    }

    private List<State> expected() {
        return List.of(
                State.empty("nobody is expected", IDLE, "/desk/queue/appointments"),
                State.filled("somebody is expected", RECEIVER, it -> {
                    try (var quan = new Person(address, 360, false).as(QUAN)) {
                        books(quan);
                    }
                    it.open("/desk/queue/appointments");
                }),
                new State("somebody is here", RECEIVER, 200, it -> {
                    it.open("/desk/queue/appointments");
                    if (it.page().locator("button[name=id]").count() > 0) {
                        it.press("button[name=id]");
                    }
                }));
    }

    private void books(Person somebody) {
        somebody.open("/my/appointments");
        if (somebody.page().locator("form[action$='/cancel']").count() > 0) {
            return;
        }
        looksForATime(somebody);
        somebody.page().selectOption("#procedure", BirthForm.CODE);
        somebody.press("form[method=get] button").press(".hall-slots button:not([disabled])");
    }

    private void looksForATime(Person somebody) {
        try (var leader = new Person(address, 360, false).as(LEADER)) {
            var unit = taVan.oneStop().toString();
            leader.open("/desk/queue/slots").type("minutes-" + unit, "30").type("places-" + unit, "2");
            leader.press("form:has([id='places-" + unit + "']) button");
        }
        somebody.open("/my/appointments/new?day=2026-11-23&unit=" + taVan.oneStop());
    }

    private List<State> shift() {
        return List.of(
                at("works at no counter", LEADER, "/desk/queue/shift"),
                State.empty("not settled", OTHER, "/desk/queue/shift"),
                State.wrong(
                        "no amount", OTHER, it -> it.open("/desk/queue/shift").press("main form .button")),
                State.wrong(
                        "a difference without a reason",
                        OTHER,
                        it -> it.open("/desk/queue/shift")
                                .type("counted", "5.000")
                                .press("main form .button")),
                State.filled("settled with a difference", RECEIVER, it -> {
                    it.open("/desk/queue/shift");
                    if (it.page().locator("#counted").count() > 0) {
                        it.type("counted", "12.345.000")
                                .type("reason", "Nhận thừa của người nộp")
                                .press("main form .button");
                    }
                }));
    }

    private List<State> shifts() {
        return List.of(
                at("today", LEADER, "/desk/queue/shifts"),
                at("a day without shifts", LEADER, "/desk/queue/shifts?day=2026-01-05"),
                at("leads nothing", RECEIVER, 404, "/desk/queue/shifts"));
    }

    private List<State> screen() {
        takes();
        return List.of(
                State.empty(
                        "nobody is called",
                        NOBODY,
                        "/queue/"
                                + ((OfficerAt) taVan.named(IDLE))
                                        .positions()
                                        .getFirst()
                                        .unit()),
                State.filled("somebody is called", NOBODY, it -> {
                    takes();
                    try (var receiver = new Person(address, 1280, false).as(RECEIVER)) {
                        receiver.open("/desk/queue").type("window", "3").press("button[value=sit]");
                        receiver.press("button[value=next]");
                    }
                    it.open("/queue/" + taVan.oneStop());
                }),
                at("no one-stop", NOBODY, 404, "/queue/" + PageTable.UNKNOWN));
    }

    private List<State> kiosk() {
        takes();
        return List.of(
                at("begins", NOBODY, kiosk),
                State.wrong("something that is not offered", NOBODY, it -> {
                    it.open(kiosk).page().evalOnSelector("#errand-FILE", "it => { it.value = 'NOTHING' }");
                    it.press("#errand-FILE");
                }),
                new State("wrong link", NOBODY, 404, it -> it.open(kiosk.substring(0, kiosk.length() - 1) + "-")));
    }

    private List<State> slip() {
        takes();
        return List.of(at("taken", NOBODY, slip));
    }

    private List<State> ticket() {
        takes();
        var phone = slip.replaceFirst("/kiosk/[^/]+/", "/tickets/");
        return List.of(at("waits", NOBODY, phone), new State("called", NOBODY, 200, it -> {
            try (var receiver = new Person(address, 1280, false).as(RECEIVER)) {
                receiver.open("/desk/queue").type("window", "3").press("button[value=sit]");
                for (int call = 0; call < 60; call++) {
                    it.open(phone);
                    if (it.page().locator(".notice.good").count() > 0) {
                        return;
                    }
                    receiver.open("/desk/queue").press("button[value=next]");
                }
            }
        }));
    }

    /** Somebody takes a number at the device. */
    private void takes() {
        if (kiosk.isEmpty()) {
            try (var receiver = new Person(address, 1280, false).as(RECEIVER)) {
                receiver.open("/desk/queue").type("name", "Máy").press("form[action$='/kiosks'] button");
                kiosk = receiver.page().locator(".break a").getAttribute("href");
            }
        }
        try (var somebody = new Person(address, 360, false)) {
            slip = somebody.open(kiosk).press("#errand-FILE").path();
        }
    }
}
