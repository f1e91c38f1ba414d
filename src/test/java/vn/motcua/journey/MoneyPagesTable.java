package vn.motcua.journey;

import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.PageTable.RECEIVER;
import static vn.motcua.journey.PageTable.UNKNOWN;
import static vn.motcua.journey.State.at;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.dossier.HandOver;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;

/** How to reach the pages of what was collected. */
final class MoneyPagesTable {

    private static final String LEADER = "Vũ Đức Thành";
    private static final String HERE = "/desk/money/statements";

    private final TaVan taVan;
    private final String address;

    MoneyPagesTable(TaVan taVan, String address) {
        this.taVan = taVan;
        this.address = address;
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of(
                "/desk/money",
                this::book,
                "/desk/money/report",
                () -> List.of(
                        State.empty("nothing", LEADER, "/desk/money/report?from=2020-01-01&to=2020-01-01"),
                        State.filled("something", LEADER, it -> {
                            paid();
                            it.open("/desk/money/report");
                        }),
                        at("no period", LEADER, "/desk/money/report?from=2026-12-01&to=2026-01-01")),
                HERE,
                () -> List.of(
                        State.empty("nothing taken in", "Nguyễn Thị Phương Yến", HERE),
                        State.wrong("no file", LEADER, it -> it.open(HERE).press("#take")),
                        State.filled("taken in", LEADER, it -> {
                            takes(it);
                            it.open(HERE);
                        }),
                        at("not a leader", RECEIVER, HERE)),
                HERE + "/{id}",
                () -> List.of(
                        State.filled("differences", LEADER, this::takes),
                        at("not there", LEADER, 404, HERE + "/" + UNKNOWN)));
    }

    private List<State> book() {
        return List.of(
                State.empty("nothing", RECEIVER, "/desk/money?from=2020-01-01&to=2020-01-01"),
                State.filled("something", LEADER, it -> {
                    paid();
                    it.open("/desk/money?unit=" + taVan.oneStop());
                }),
                at("no period", RECEIVER, "/desk/money?from=2026-12-01&to=2026-01-01"),
                at("no book of theirs", "Phạm Quốc Việt", "/desk/money"));
    }

    private void paid() {
        try (var payer = new Person(address, 360, false).as(QUAN)) {
            PayPagesTable.paysAtTheBank(
                    payer, taVan.birth(QUAN, HandOver.How.COUNTER, 2).received().path());
        }
    }

    private void takes(Person leader) {
        leader.open(HERE);
        leader.page()
                .setInputFiles(
                        "#file",
                        new FilePayload(
                                "sao-ke.csv",
                                "text/csv",
                                "at,transaction,amount,text\n23/11/2026 07:30,X1,5000,khong ro\n"
                                        .getBytes(StandardCharsets.UTF_8)));
        leader.press("#take");
    }
}
