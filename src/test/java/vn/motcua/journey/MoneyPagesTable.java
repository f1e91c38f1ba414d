package vn.motcua.journey;

import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.PageTable.RECEIVER;
import static vn.motcua.journey.PageTable.UNKNOWN;
import static vn.motcua.journey.State.at;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import vn.motcua.dossier.HandOver;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.Visit;

/** How to reach the pages of what was collected. */
final class MoneyPagesTable {

    private static final String LEADER = "Vũ Đức Thành";
    private static final String HERE = "/desk/money/statements";
    private static final String TRANSFERS = "/desk/money/unidentified";
    private static final String DIFFERENCES = "/desk/money/differences";
    private static final String CORRECTIONS = "/desk/money/corrections";
    private static final String REFUNDS = "/desk/money/refunds";

    private final TaVan taVan;
    private final String address;

    MoneyPagesTable(TaVan taVan, String address) {
        this.taVan = taVan;
        this.address = address;
    }

    Map<String, Supplier<List<State>>> states() {
        var states = new HashMap<String, Supplier<List<State>>>(transfers());
        states.putAll(money());
        states.putAll(corrections());
        states.putAll(differences());
        return states;
    }

    private Map<String, Supplier<List<State>>> corrections() {
        return Map.of(
                "/desk/dossiers/{id}/receipts/{no}/correct",
                () -> List.of(
                        State.filled("a receipt", RECEIVER, it -> it.open(toCorrect(it))),
                        State.wrong(
                                "nothing changed",
                                RECEIVER,
                                it -> it.open(toCorrect(it))
                                        .type("reason", "Ghi nhầm")
                                        .press("#propose")),
                        at(
                                "asked for already",
                                RECEIVER,
                                it -> it.open(corrected())
                                        .press("main p.row a[href*='/desk/dossiers/']")
                                        .press("a[href$='/correct']")),
                        at(
                                "not there",
                                RECEIVER,
                                404,
                                "/desk/dossiers/" + UNKNOWN + "/receipts/BL-2026-00000001/correct")),
                CORRECTIONS,
                () -> List.of(
                        State.empty("none", "Nguyễn Thị Phương Yến", CORRECTIONS), State.filled("some", LEADER, it -> {
                            corrected();
                            it.open(CORRECTIONS);
                        })),
                CORRECTIONS + "/{id}",
                () -> List.of(
                        State.filled("to be decided", LEADER, it -> it.open(corrected())),
                        at("their own", RECEIVER, it -> it.open(corrected())),
                        State.wrong(
                                "refused without a word",
                                LEADER,
                                it -> it.open(corrected()).press("button[value=refuse]")),
                        at("replaced", LEADER, it -> it.open(corrected()).press("button[value=approve]")),
                        at("not there", LEADER, 404, CORRECTIONS + "/" + UNKNOWN)));
    }

    private Map<String, Supplier<List<State>>> differences() {
        return Map.of(
                DIFFERENCES,
                () -> List.of(
                        State.empty("none", "Nguyễn Thị Phương Yến", DIFFERENCES),
                        State.filled("some", LEADER, it -> {
                            different();
                            it.open(DIFFERENCES);
                        }),
                        State.filled("settled", LEADER, it -> {
                            it.open(explained()).press("button[value=agree]");
                            it.open(DIFFERENCES + "?state=settled");
                        })),
                DIFFERENCES + "/{id}",
                () -> List.of(
                        State.filled("to be settled", RECEIVER, it -> it.open(different())),
                        State.wrong(
                                "no ending chosen",
                                RECEIVER,
                                it -> it.open(different())
                                        .type("reason", "Ngân hàng trừ phí")
                                        .press("#propose")),
                        State.filled("to be decided", LEADER, it -> it.open(explained())),
                        State.wrong(
                                "refused without a word",
                                LEADER,
                                it -> it.open(explained()).press("button[value=refuse]")),
                        at("their own", RECEIVER, it -> it.open(explained())),
                        at("not there", LEADER, 404, DIFFERENCES + "/" + UNKNOWN)));
    }

    /** The path of a payment that a later statement has with another amount. */
    private String different() {
        var life = owing();
        try (var receiver = new Person(address, 360, false).as(RECEIVER);
                var leader = new Person(address, 360, false).as(LEADER)) {
            receiver.open(qr(life)).press("main form .button");
            var reference = Visit.first(receiver.reads(), "(MC[0-9A-Z]{12})");
            var number = "U" + UUID.randomUUID();
            takes(leader, number, "16000", reference);
            takes(leader, number, "15000", "khong ro");
            leader.open(DIFFERENCES);
            leader.page()
                    .locator("tbody tr")
                    .filter(new Locator.FilterOptions().setHasText(number))
                    .locator("a")
                    .click();
            return leader.path();
        }
    }

    /** The same, which the receiver has explained. */
    private String explained() {
        var there = different();
        try (var receiver = new Person(address, 360, false).as(RECEIVER)) {
            receiver.open(there);
            receiver.page().selectOption("#ending", "EXPLAINED");
            receiver.type("reason", "Ngân hàng trừ phí").press("#propose");
        }
        return there;
    }

    /** Where the receipt of something that was paid is corrected. */
    private String toCorrect(Person officer) {
        officer.open("/desk/dossiers/" + paid().ref.id()).press("a[href$='/correct']");
        return officer.path().replaceFirst("^/en", "");
    }

    /** The path of a correction that the receiver asks for. */
    private String corrected() {
        try (var officer = new Person(address, 360, false).as(RECEIVER)) {
            officer.open(toCorrect(officer));
            officer.page().selectOption("#way", "REPLACE");
            officer.type("PAYER", "Nguyễn Thị Khác")
                    .type("reason", "Ghi nhầm tên")
                    .press("#propose");
            return officer.path();
        }
    }

    private Map<String, Supplier<List<State>>> transfers() {
        return Map.of(
                TRANSFERS,
                () -> List.of(
                        State.empty("none", LEADER, TRANSFERS + "?q=khong-co-khoan-nao"),
                        State.filled("some", LEADER, it -> {
                            unidentified();
                            it.open(TRANSFERS);
                        }),
                        State.filled("settled", LEADER, it -> {
                            var there = wanted();
                            it.open(there).press("button[value=agree]");
                            it.open(TRANSFERS + "?state=settled");
                        })),
                TRANSFERS + "/{id}",
                () -> List.of(
                        State.empty("of nobody known", LEADER, it -> it.open(unidentified())),
                        State.filled("perhaps of an order", LEADER, it -> {
                            try (var receiver = new Person(address, 360, false).as(RECEIVER)) {
                                receiver.open(qr(owing())).press("main form .button");
                            }
                            it.open(unidentified("16000")).page().waitForSelector("input[name=order]");
                        }),
                        State.wrong(
                                "put to no order",
                                RECEIVER,
                                it -> it.open(unidentified()).press("#assign")),
                        State.wrong(
                                "no ending chosen",
                                RECEIVER,
                                it -> it.open(unidentified())
                                        .type("reason", "Không ai nhận")
                                        .press("#propose")),
                        State.filled("to be decided", LEADER, it -> it.open(wanted())),
                        State.wrong(
                                "refused without a word",
                                LEADER,
                                it -> it.open(wanted()).press("button[value=refuse]")),
                        State.filled("their own", RECEIVER, it -> it.open(wanted())),
                        at("not there", LEADER, 404, TRANSFERS + "/" + UNKNOWN)));
    }

    /** The path of money of which nobody knows whose it is. */
    private String unidentified() {
        return unidentified("5000");
    }

    private String unidentified(String amount) {
        try (var leader = new Person(address, 360, false).as(LEADER)) {
            var number = "U" + UUID.randomUUID();
            takes(leader, number, amount);
            leader.open(TRANSFERS + "?q=" + number).press("tbody a");
            return leader.path();
        }
    }

    /** The same, which the receiver wants to keep as another income. */
    private String wanted() {
        var there = unidentified();
        try (var receiver = new Person(address, 360, false).as(RECEIVER)) {
            receiver.open(there);
            receiver.page().selectOption("#ending", "OTHER_INCOME");
            receiver.type("reason", "Không ai nhận").press("#propose");
        }
        return there;
    }

    private Map<String, Supplier<List<State>>> money() {
        return Map.of(
                "/desk/money",
                this::book,
                "/desk/dossiers/{id}/refund",
                this::refundForm,
                "/desk/dossiers/{id}/qr",
                this::qr,
                REFUNDS,
                () -> List.of(
                        State.empty("none", "Nguyễn Thị Phương Yến", REFUNDS), State.filled("some", LEADER, it -> {
                            asked();
                            it.open(REFUNDS);
                        })),
                REFUNDS + "/{id}",
                this::refund,
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

    private List<State> refundForm() {
        return List.of(
                State.empty(
                        "nothing was paid", RECEIVER, refund(taVan.birth(QUAN).received())),
                State.filled("something was paid", RECEIVER, it -> it.open(refund(paid()))),
                State.wrong("too much", RECEIVER, it -> {
                    it.open(refund(paid()));
                    it.type("amount", "99.000.000").type("reason", "Thu thừa").press("#propose");
                }),
                at(
                        "not at the counter",
                        "Phạm Quốc Việt",
                        refund(taVan.birth(QUAN).received())),
                at("not there", RECEIVER, 404, "/desk/dossiers/" + UNKNOWN + "/refund"));
    }

    private List<State> refund() {
        return List.of(
                State.filled("to be decided", LEADER, it -> it.open(asked())),
                at("their own", RECEIVER, it -> it.open(asked())),
                State.wrong("refused without a word", LEADER, it -> {
                    it.open(asked()).press("button[value=refuse]");
                }),
                at("to be paid out", RECEIVER, it -> it.open(approved())),
                at("paid out", RECEIVER, it -> it.open(approved()).press("#paid")),
                at("not there", LEADER, 404, REFUNDS + "/" + UNKNOWN));
    }

    private List<State> qr() {
        return List.of(
                State.empty("nothing is owed", RECEIVER, qr(taVan.birth(QUAN))),
                State.filled("to be asked for", RECEIVER, it -> it.open(qr(owing()))),
                at("a code", RECEIVER, it -> it.open(qr(owing())).press("main form .button")),
                at("not at the counter", "Phạm Quốc Việt", qr(owing().received())),
                at("not there", RECEIVER, 404, "/desk/dossiers/" + UNKNOWN + "/qr"));
    }

    private Life owing() {
        return taVan.birth(QUAN, HandOver.How.COUNTER, 2);
    }

    private static String qr(Life life) {
        return "/desk/dossiers/" + life.ref.id() + "/qr";
    }

    private static String refund(Life life) {
        return "/desk/dossiers/" + life.ref.id() + "/refund";
    }

    private String asked() {
        try (var officer = new Person(address, 360, false).as(RECEIVER)) {
            officer.open(refund(paid()));
            officer.page().selectOption("#way", "CASH");
            officer.type("amount", "6000").type("reason", "Thu thừa").press("#propose");
            return officer.path();
        }
    }

    private String approved() {
        var refund = asked();
        try (var leader = new Person(address, 360, false).as(LEADER)) {
            leader.open(refund).press("button[value=approve]");
        }
        return refund;
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

    private Life paid() {
        var life = taVan.birth(QUAN, HandOver.How.COUNTER, 2).received();
        try (var payer = new Person(address, 360, false).as(QUAN)) {
            PayPagesTable.paysAtTheBank(payer, life.path());
        }
        return life;
    }

    private void takes(Person leader) {
        takes(leader, "X1", "5000");
    }

    private void takes(Person leader, String number, String amount) {
        takes(leader, number, amount, "khong ro");
    }

    private void takes(Person leader, String number, String amount, String text) {
        leader.open(HERE);
        leader.page().selectOption("#unit", taVan.oneStop().toString());
        leader.page()
                .setInputFiles(
                        "#file",
                        new FilePayload(
                                "sao-ke.csv",
                                "text/csv",
                                "at,transaction,amount,text\n23/11/2026 07:30,%s,%s,%s\n"
                                        .formatted(number, amount, text)
                                        .getBytes(StandardCharsets.UTF_8)));
        leader.press("#take");
    }
}
