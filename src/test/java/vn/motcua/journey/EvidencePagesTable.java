package vn.motcua.journey;

import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.State.at;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.Visit;

/** How to reach the pages that tell who looked, and prove what happened. */
final class EvidencePagesTable {

    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String SUPERVISOR = "Đỗ Thị Lan Chi";
    private static final String INSPECTOR = "Hoàng Thị Nguyệt";

    private final TaVan taVan;
    private final Offices offices;
    private final String address;

    EvidencePagesTable(TaVan taVan, Offices offices, String address) {
        this.taVan = taVan;
        this.offices = offices;
        this.address = address;
    }

    Map<String, Supplier<List<State>>> states() {
        var states = new HashMap<String, Supplier<List<State>>>();
        states.putAll(sector());
        states.putAll(looking());
        return states;
    }

    private Map<String, Supplier<List<State>>> sector() {
        return Map.of(
                "/desk/sector", this::figures,
                "/desk/sector/{tenant:[0-9]{1,9}}", this::sectorOfATenant,
                "/desk/sector/{tenant:[0-9]{1,9}}/{dossier}",
                        () -> List.of(at(
                                "its course",
                                SUPERVISOR,
                                "/desk/sector/15/" + received().ref.id())));
    }

    private List<State> figures() {
        received();
        return List.of(
                State.filled("figures", SUPERVISOR, "/desk/sector"), at("not theirs", RECEIVER, 404, "/desk/sector"));
    }

    private List<State> sectorOfATenant() {
        received();
        return List.of(
                State.filled("a list", SUPERVISOR, "/desk/sector/15"),
                State.empty("none there", SUPERVISOR, "/desk/sector/1002"));
    }

    private Map<String, Supplier<List<State>>> looking() {
        return Map.of(
                "/evidence",
                () -> List.of(at("to anybody", "", "/evidence")),
                "/evidence/{tenant:[0-9]{1,9}}",
                () -> List.of(at("one agency", "", "/evidence/15"), at("none", "", 404, "/evidence/999")),
                "/desk/dossiers/{id}/evidence",
                () -> List.of(at(
                        "proven", RECEIVER, "/desk/dossiers/" + received().ref.id() + "/evidence")),
                "/my/{code}/evidence",
                () -> List.of(at("proven", QUAN, received().path() + "/evidence")),
                "/my/looked",
                this::looked,
                "/sign-ins",
                this::signIns,
                "/desk/questions",
                this::questions,
                "/desk/inspection",
                this::inspection);
    }

    private List<State> looked() {
        received();
        return List.of(
                State.empty("nobody looked", "Đặng Thị Hương", "/my/looked"),
                State.filled("somebody looked", QUAN, "/my/looked"),
                State.wrong("nothing asked", QUAN, it -> asks(it, "")),
                new State("asked", QUAN, 200, it -> asks(it, "Vì sao lại xem hồ sơ của tôi?")));
    }

    private List<State> signIns() {
        return List.of(
                at("of a citizen", QUAN, "/sign-ins"),
                at("of an officer", RECEIVER, "/sign-ins"),
                new State("elsewhere ended", QUAN, 200, this::endsOthers));
    }

    private void endsOthers(Person person) {
        new Visit(address).as(QUAN);
        person.open("/sign-ins").press("main form[action$=end-others] button");
    }

    private List<State> questions() {
        return List.of(
                State.empty("nothing", "Vũ Thị Phương Thủy", "/desk/questions"),
                State.filled("one waits", LEADER, it -> {
                    var life = received();
                    new Visit(address).as(RECEIVER).get("/desk/dossiers/" + life.ref.id());
                    offices.askedWhy(QUAN, life.ref);
                    it.open("/desk/questions");
                }),
                State.wrong(
                        "nothing answered",
                        LEADER,
                        it -> it.open("/desk/questions").press("main form button")),
                at("not theirs", RECEIVER, 404, "/desk/questions"));
    }

    private List<State> inspection() {
        return List.of(
                State.filled("a day", INSPECTOR, "/desk/inspection"),
                State.empty("a day without looks", INSPECTOR, "/desk/inspection?day=2026-01-04"),
                new State(
                        "checked",
                        INSPECTOR,
                        200,
                        it -> it.open("/desk/inspection").press("main form[method=post] button")),
                at("not theirs", RECEIVER, 404, "/desk/inspection"));
    }

    private void asks(Person person, String question) {
        received();
        person.open("/my/looked");
        var fold = person.page().locator("details.fold:has(textarea)").first();
        fold.locator("summary").click();
        fold.locator("textarea").fill(question);
        fold.locator("button").click();
        person.page().waitForLoadState();
    }

    private Life received() {
        return taVan.birth(QUAN).received();
    }
}
