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
                this::reminders);
    }

    private List<State> reminders() {
        clock.set("2026-11-20T08:00");
        taVan.birth(QUAN).received();
        clock.set("2026-11-20T15:30");
        taVan.birth(QUAN).received();
        clock.set("2026-11-23T08:00");
        taVan.birth(QUAN).received();
        return List.of(
                at("late and due", "Phạm Quốc Việt", "/desk/reminders"),
                new State("an apology waits", "Vũ Đức Thành", 200, this::apologyWaits),
                at("nothing", "Lò Văn Phương", "/desk/reminders"),
                at("not theirs", QUAN, 404, "/desk/reminders"));
    }

    private void apologyWaits(Person person) {
        clock.set("2026-11-30T15:30");
        taVan.birth(QUAN).received();
        person.open("/desk/reminders");
        clock.set("2026-11-23T08:00");
    }

    private List<State> list() {
        sent();
        return List.of(at("caught", NOBODY, "/sandbox/messages"));
    }

    private List<State> one() {
        sent();
        return List.of(
                at("one", NOBODY, "/sandbox/messages/" + taVan.caught()),
                at("unknown", NOBODY, 404, "/sandbox/messages/" + new UUID(0, 1)));
    }

    private void sent() {
        taVan.birth(QUAN).received();
        taVan.told();
    }
}
