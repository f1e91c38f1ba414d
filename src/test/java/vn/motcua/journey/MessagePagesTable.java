package vn.motcua.journey;

import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.State.at;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;

/** How to reach the pages about messages. */
final class MessagePagesTable {

    private static final String NOBODY = "";

    private final TaVan taVan;
    private final TestClock clock;

    MessagePagesTable(TaVan taVan, TestClock clock) {
        this.taVan = taVan;
        this.clock = clock;
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of(
                "/sandbox/messages",
                this::list,
                "/sandbox/messages/{message}",
                this::one,
                "/desk/reminders",
                this::reminders,
                "/my/{code}/thread",
                this::applicantsThread,
                "/desk/dossiers/{id}/thread",
                this::agencysThread,
                "/messages/settings",
                this::settings,
                "/messages/settings/confirm",
                () -> List.of(at("a link", QUAN, "/messages/settings/confirm?code=ab12")));
    }

    private List<State> reminders() {
        clock.set("2026-11-20T08:00");
        taVan.birth(QUAN).received();
        clock.set("2026-11-20T15:30");
        taVan.birth(QUAN).received();
        clock.set("2026-11-23T08:00");
        taVan.birth(QUAN).received();
        return List.of(
                State.filled("late and due", "Phạm Quốc Việt", "/desk/reminders"),
                State.filled("an apology waits", "Vũ Đức Thành", this::apologyWaits),
                State.wrong("an apology without a reason", "Vũ Đức Thành", it -> {
                    apologyWaits(it);
                    it.page()
                            .locator("form[action$='/extend'] textarea")
                            .first()
                            .fill("");
                    it.press("form[action$='/extend'] .button");
                }),
                State.empty("nothing", "Nguyễn Tiến Lâm", "/desk/reminders"),
                at("not theirs", QUAN, 404, "/desk/reminders"));
    }

    private void apologyWaits(Person person) {
        clock.set("2026-11-30T15:30");
        taVan.birth(QUAN).received().answerAwaited("Xin ý kiến công an xã");
        person.open("/desk/reminders");
        clock.set("2026-11-23T08:00");
    }

    private List<State> list() {
        sent();
        return List.of(State.filled("caught", NOBODY, "/sandbox/messages"));
    }

    private List<State> one() {
        sent();
        return List.of(
                at("one", NOBODY, "/sandbox/messages/" + taVan.caught()),
                at("unknown", NOBODY, 404, "/sandbox/messages/" + new UUID(0, 1)));
    }

    private List<State> applicantsThread() {
        var empty = taVan.birth(QUAN).received();
        var written = taVan.birth(QUAN).received();
        var closed = taVan.birth(QUAN).turnedAway("Không thuộc xã Tả Van");
        return List.of(
                State.empty("empty", QUAN, empty.path() + "/thread"),
                State.filled(
                        "written",
                        QUAN,
                        it -> it.open(written.path() + "/thread")
                                .type("text", "Cháu sinh ở trạm y tế thì cần giấy gì?")
                                .press("main form .button")),
                State.wrong(
                        "nothing said",
                        QUAN,
                        it -> it.open(empty.path() + "/thread").press("main form .button")),
                at("closed, but for a while open", QUAN, closed.path() + "/thread"),
                at("not theirs", "Đặng Thị Hương", 404, empty.path() + "/thread"));
    }

    private List<State> agencysThread() {
        var asked = taVan.birth(QUAN).received();
        var page = "/desk/dossiers/" + asked.ref.id() + "/thread";
        return List.of(
                State.empty("empty", "Trần Thu Hà", page),
                State.filled(
                        "answered",
                        "Trần Thu Hà",
                        it -> it.open(page)
                                .type("text", "Giấy chứng sinh của trạm y tế là đủ.")
                                .press("main form .button")),
                State.wrong("nothing said", "Trần Thu Hà", it -> it.open(page).press("main form .button")),
                at("not theirs", QUAN, 404, page));
    }

    private List<State> settings() {
        return List.of(
                at("an applicant's", QUAN, "/messages/settings"),
                at("an officer's", "Trần Thu Hà", "/messages/settings"),
                State.wrong(
                        "no address", QUAN, it -> it.open("/messages/settings").press("form[action$=email] .button")),
                State.wrong(
                        "no number", QUAN, it -> it.open("/messages/settings").press("form[action$=phone] .button")));
    }

    private void sent() {
        taVan.birth(QUAN).received();
        taVan.told();
    }
}
