package vn.motcua.journey;

import static vn.motcua.journey.PageTable.NOBODY;
import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.State.at;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.dossier.HandOver;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;

/** How to reach the pages of paying. */
final class PayPagesTable {

    private final TaVan taVan;

    PayPagesTable(TaVan taVan) {
        this.taVan = taVan;
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of(
                "/my/{code}/pay", this::pay,
                "/my/due", this::due,
                "/my/{code}/pay/transfer", () -> List.of(at("a code to scan", QUAN, it -> transfers(it, owing()))),
                "/my/{code}/pay/gateway", () -> List.of(at("about to leave", QUAN, it -> leaves(it, owing()))),
                "/my/{code}/pay/return", () -> List.of(at("come back", QUAN, owing() + "/pay/return")),
                "/sandbox/bank",
                        () -> List.of(
                                State.empty("no code", NOBODY, "/sandbox/bank"),
                                at("a wrong code", NOBODY, "/sandbox/bank?qr=hello"),
                                State.filled("a code", QUAN, it -> atTheBank(it, owing())),
                                at("transferred", QUAN, it -> paysAtTheBank(it, owing())),
                                State.wrong("nothing to pay", QUAN, it -> {
                                    atTheBank(it, owing());
                                    it.type("amount", "").press("main form .button");
                                })));
    }

    private List<State> pay() {
        return List.of(
                State.empty("nothing is due", QUAN, taVan.birth(QUAN).path() + "/pay"),
                State.filled("to be paid", QUAN, owing() + "/pay"),
                at("failed", QUAN, it -> {
                    atTheGateway(it, owing());
                    it.press("button[value=fail]");
                }),
                at("waits", QUAN, it -> {
                    var page = owing();
                    leaves(it, page);
                    it.open(page + "/pay?back=1");
                }),
                at("paid", QUAN, it -> {
                    var page = owing();
                    paysAtTheBank(it, page);
                    it.open(page + "/pay");
                }),
                at("a wrong amount", QUAN, it -> {
                    var page = owing();
                    atTheBank(it, page);
                    it.type("amount", "15000").press("main form .button");
                    it.open(page + "/pay");
                }));
    }

    private List<State> due() {
        return List.of(
                State.empty("nothing to pay", "Đặng Thị Hương", "/my/due"),
                State.filled("two agencies, one of them waits", QUAN, it -> {
                    leaves(it, owing());
                    owing();
                    taVan.birthAt("03006", QUAN, 2);
                    it.open("/my/due");
                }),
                at("two at once", QUAN, it -> {
                    owing();
                    owing();
                    it.open("/my/due").press("main form button[value=transfer]");
                }),
                State.wrong("none chosen", QUAN, it -> {
                    owing();
                    it.open("/my/due");
                    it.page().querySelectorAll("main form input[type=checkbox]").forEach(box -> box.uncheck());
                    it.press("main form button[value=transfer]");
                }));
    }

    private String owing() {
        return taVan.birth(QUAN, HandOver.How.COUNTER, 2).path();
    }

    static void transfers(Person payer, String dossier) {
        payer.open(dossier + "/pay").press("button[value=transfer]");
    }

    static void leaves(Person payer, String dossier) {
        payer.open(dossier + "/pay").press("button[value=gateway]");
    }

    static void atTheGateway(Person payer, String dossier) {
        leaves(payer, dossier);
        payer.press("main a.button");
    }

    static void atTheBank(Person payer, String dossier) {
        transfers(payer, dossier);
        payer.press("main a.button");
    }

    static void paysAtTheBank(Person payer, String dossier) {
        atTheBank(payer, dossier);
        payer.press("main form .button");
    }
}
