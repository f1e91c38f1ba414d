package vn.motcua.journey;

import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.State.at;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.Visit;

/** How to reach the pages on which people see what is kept about them, and have it corrected. */
final class PrivacyPagesTable {

    private static final String LEADER = "Vũ Đức Thành";

    private final TaVan taVan;
    private final String address;

    PrivacyPagesTable(TaVan taVan, String address) {
        this.taVan = taVan;
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
                at("filled", QUAN, "/my/data"),
                at("nothing filed", "Đặng Thị Hương", "/my/data"),
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
                new State("one waits", LEADER, 200, it -> it.open("/desk/corrections")),
                State.wrong(
                        "no reason", LEADER, it -> it.open("/desk/corrections").press("main form .button")),
                at("not theirs", "Trần Thu Hà", 404, "/desk/corrections"));
    }

    private List<State> retention() {
        return List.of(
                at("of an archivist", "Giàng Thị Mo", "/desk/retention"),
                at("of a leader", LEADER, "/desk/retention"),
                at("not theirs", "Trần Thu Hà", 404, "/desk/retention"));
    }

    private List<State> destructions() {
        return List.of(
                at("what was destroyed", "Hoàng Thị Nguyệt", "/desk/destructions"),
                at("not theirs", "Trần Thu Hà", 404, "/desk/destructions"));
    }

    private void asks(Person person, String wrong, String right) {
        var dossier = taVan.birth(QUAN).received();
        person.open("/my/data").page().selectOption("#dossier", dossier.code.value());
        person.type("wrong", wrong).type("right", right).press("form[action$=corrections] .button");
    }
}
