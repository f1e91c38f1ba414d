package vn.motcua.journey;

import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.State.at;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.Visit;

/** How to reach the pages on which people see what is kept about them, and have it corrected. */
final class PrivacyPagesTable {

    private static final String LEADER = "Vũ Đức Thành";
    private static final String ARCHIVIST = "Giàng Thị Mo";
    private static final String INSPECTOR = "Hoàng Thị Nguyệt";

    private final TaVan taVan;
    private final Offices offices;
    private final String address;

    PrivacyPagesTable(TaVan taVan, Offices offices, String address) {
        this.taVan = taVan;
        this.offices = offices;
        this.address = address;
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of(
                "/my/data",
                this::data,
                "/desk/retention",
                this::retention,
                "/desk/corrections",
                this::corrections,
                "/desk/destructions",
                this::destructions);
    }

    private List<State> data() {
        taVan.birth(QUAN).received();
        return List.of(
                State.filled("filled", QUAN, "/my/data"),
                State.empty("nothing filed", "Đặng Thị Hương", "/my/data"),
                State.wrong("nothing said", QUAN, it -> asks(it, "", "")),
                new State("asked", QUAN, 200, it -> asks(it, "Tên mẹ ghi sai dấu", "Lý Thị Mẩy")));
    }

    private List<State> corrections() {
        var filed = taVan.birth(QUAN).received();
        new Visit(address)
                .as(QUAN)
                .fill(
                        "/my/data",
                        "/my/data/corrections",
                        Map.of("dossier", filed.code.value(), "wrong", "Tên mẹ ghi sai dấu", "right", "Lý Thị Mẩy"));
        return List.of(
                State.empty("nothing", "Vũ Thị Phương Thủy", "/desk/corrections"),
                State.filled("one waits", LEADER, "/desk/corrections"),
                State.wrong(
                        "no reason", LEADER, it -> it.open("/desk/corrections").press("main form .button")),
                at("not theirs", "Trần Thu Hà", 404, "/desk/corrections"));
    }

    private List<State> retention() {
        return List.of(
                State.empty("of an archivist", ARCHIVIST, "/desk/retention"),
                State.empty("of a leader", LEADER, "/desk/retention"),
                State.filled("one is over", ARCHIVIST, it -> {
                    over();
                    it.open("/desk/retention");
                }),
                State.wrong(
                        "nothing chosen",
                        ARCHIVIST,
                        it -> it.open("/desk/retention").press("form[action$='/propose'] .button")),
                State.wrong(
                        "held without a reason",
                        ARCHIVIST,
                        it -> it.open("/desk/retention")
                                .unfold("form[action$='/hold'] button")
                                .press("form[action$='/hold'] button")),
                State.filled("one is held", ARCHIVIST, it -> {
                    var held = over().ref.id();
                    it.open("/desk/retention")
                            .unfold("#reason-" + held)
                            .type("reason-" + held, "Đang có khiếu nại")
                            .press("form[action$='" + held + "/hold'] button");
                }),
                State.filled("one to confirm", LEADER, it -> {
                    proposed(over());
                    it.open("/desk/retention");
                }),
                State.wrong(
                        "nothing chosen to confirm",
                        LEADER,
                        it -> it.open("/desk/retention").press("form[action$='/decide'] .button")),
                at("not theirs", "Trần Thu Hà", 404, "/desk/retention"));
    }

    private List<State> destructions() {
        return List.of(
                State.empty("nothing", INSPECTOR, "/desk/destructions"),
                State.filled("what was destroyed", INSPECTOR, it -> {
                    var life = proposed(over());
                    new Visit(address)
                            .as(LEADER)
                            .fill(
                                    "/desk/retention",
                                    "/desk/retention/decide",
                                    Map.of("dossier", life.ref.id().toString(), "do", "confirm"));
                    offices.swept();
                    it.open("/desk/destructions");
                }),
                at("not theirs", "Trần Thu Hà", 404, "/desk/destructions"));
    }

    private Life over() {
        return offices.over(
                taVan.birth(QUAN).received().appraised().approved().issued().handedOver());
    }

    private Life proposed(Life over) {
        new Visit(address)
                .as(ARCHIVIST)
                .fill(
                        "/desk/retention",
                        "/desk/retention/propose",
                        Map.of("dossier", over.ref.id().toString()));
        return over;
    }

    private void asks(Person person, String wrong, String right) {
        var dossier = taVan.birth(QUAN).received();
        person.open("/my/data").page().selectOption("#dossier", dossier.code.value());
        person.type("wrong", wrong).type("right", right).press("form[action$=corrections] .button");
    }
}
