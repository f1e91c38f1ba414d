package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.PageTable.RECEIVER;
import static vn.motcua.journey.State.at;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;

/** How to reach the pages of the officers. */
final class DeskPagesTable {

    private static final String SPECIALIST = "Phạm Quốc Việt";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String CLERK = "Lù Thị Hiền";
    private static final String IDLE = "Nguyễn Tiến Lâm";

    private final TaVan taVan;
    private final String address;
    private String intake = "";
    private String allowance = "";

    DeskPagesTable(TaVan taVan, String address) {
        this.taVan = taVan;
        this.address = address;
    }

    void prepare() {
        try {
            java.nio.file.Files.write(
                    java.nio.file.Path.of("target", "anh.png"), vn.motcua.support.SamplePaper.bytes());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        try (var person = new Person(address, 1280, true).as(RECEIVER)) {
            startsCounter(person).type("number", "010095999002").press("button[name=find]");
            person.page().selectOption("#procedure", BirthForm.CODE);
            person.press(".form-actions .button");
            intake = person.path();
            allowance = beginAllowance(person);
        }
    }

    private static Person startsCounter(Person person) {
        return person.open("/desk/counter");
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of(
                "/desk/many", this::many,
                "/desk/many/{id}", this::run,
                "/desk/team", this::team,
                "/desk/team/{officer}", this::teamWork,
                "/desk", this::inbox,
                "/desk/find", this::find,
                "/desk/book", this::book,
                "/desk/counter", this::counter,
                "/desk/counter/{id}", this::counterForm);
    }

    private List<State> inbox() {
        taVan.birth(QUAN);
        taVan.birth(QUAN).received();
        return List.of(
                State.empty("empty", IDLE, "/desk"),
                State.filled("new ones", RECEIVER, "/desk"),
                at("running ones", SPECIALIST, "/desk"),
                at("all chosen", RECEIVER, "/desk?chosen=all"),
                at("two columns", RECEIVER, "/desk?columns=due.step"),
                State.wrong(
                        "a list without a name",
                        RECEIVER,
                        it -> it.open("/desk").unfold("#keep-list .button").press("#keep-list .button")),
                new State(
                        "a list that is kept",
                        IDLE,
                        200,
                        it -> it.open("/desk?show=overdue&columns=due.step")
                                .unfold("#keep-list .button")
                                .type("list-name", "Quá hạn")
                                .press("#keep-list .button")),
                at("nothing matches", IDLE, "/desk?show=overdue"));
    }

    private List<State> many() {
        var first = taVan.birth(QUAN);
        var second = taVan.birth(QUAN).received();
        var picks = first.ref.id() + ":reception," + second.ref.id() + ":reception";
        var running = taVan.birth(QUAN).received();
        var toApprove =
                taVan.birth(QUAN).received().appraised().ref.id() + ":decision," + running.ref.id() + ":decision";
        var toIssue =
                taVan.birth(QUAN).received().appraised().approved().ref.id() + ":issue," + running.ref.id() + ":issue";
        return List.of(
                at("results that get their numbers", CLERK, "/desk/many?do=issue&pick=" + toIssue),
                State.filled("one can, one cannot", RECEIVER, "/desk/many?do=claim&pick=" + picks),
                at("with a note", LEADER, "/desk/many?do=approve&pick=" + toApprove),
                State.empty("nothing chosen", RECEIVER, "/desk/many?do=release"),
                State.wrong("all were taken out of the hands meanwhile", RECEIVER, it -> {
                    it.open("/desk/many?do=claim&pick=" + taVan.birth(QUAN).ref.id() + ":reception");
                    it.page().evaluate("document.querySelectorAll('#begin [name=pick]').forEach(one => one.remove())");
                    it.press("#begin .button");
                }),
                at("no such act", RECEIVER, 404, "/desk/many?do=burn"));
    }

    private List<State> run() {
        return List.of(
                new State(
                        "begun",
                        RECEIVER,
                        200,
                        it -> it.open("/desk/many?do=claim&pick="
                                        + taVan.birth(QUAN).ref.id() + ":reception")
                                .press("#begin .button")),
                at("another's", LEADER, 404, "/desk/many/" + PageTable.UNKNOWN));
    }

    private List<State> team() {
        taVan.birth(QUAN).received().claimed();
        return List.of(
                State.empty("nothing was given lately", LEADER, "/desk/team"),
                State.filled("something was given lately", LEADER, it -> {
                    it.open("/desk/team").press("tbody a").page().check("input[name=pick] >> nth=0");
                    it.type("reason", "Nghỉ phép đến hết tuần").press("#give").open("/desk/team");
                }),
                at("not theirs", RECEIVER, 404, "/desk/team"));
    }

    private List<State> teamWork() {
        taVan.birth(QUAN).received().claimed();
        return List.of(
                State.filled("something", LEADER, it -> it.open("/desk/team").press("tbody a")),
                State.empty("nothing", LEADER, "/desk/team/" + ((OfficerAt) taVan.named(CLERK)).officer()),
                State.wrong(
                        "without a reason",
                        LEADER,
                        it -> it.open("/desk/team").press("tbody a").press("#give")),
                at("nobody", LEADER, 404, "/desk/team/" + PageTable.UNKNOWN));
    }

    private List<State> find() {
        taVan.birth(QUAN);
        return List.of(
                State.empty("empty", RECEIVER, "/desk/find"),
                State.filled("found", RECEIVER, "/desk/find?q=nguyen+quan"),
                at("nothing found", RECEIVER, "/desk/find?q=khongcoai"));
    }

    private List<State> book() {
        taVan.birth(QUAN).received();
        return List.of(
                State.filled("kept", RECEIVER, "/desk/book"),
                State.empty("nothing in that period", RECEIVER, "/desk/book?from=2020-01-01&to=2020-01-31"),
                at("no period", RECEIVER, "/desk/book?from=2026-12-01&to=2026-01-31"),
                at("not theirs", SPECIALIST, "/desk/book"));
    }

    private List<State> counter() {
        return List.of(
                at("empty", RECEIVER, "/desk/counter"),
                State.wrong(
                        "nothing filled in", RECEIVER, it -> startsCounter(it).press(".form-actions .button")),
                new State(
                        "card scanned",
                        RECEIVER,
                        200,
                        it -> startsCounter(it)
                                .type("card", "010095000123||Giàng A Sử|02111995|Nam|Tả Van|15032022")
                                .press("button[name=scan]")),
                State.wrong(
                        "card unreadable",
                        RECEIVER,
                        it -> startsCounter(it).type("card", "a|b").press("button[name=scan]")),
                new State(
                        "person found",
                        RECEIVER,
                        200,
                        it -> startsCounter(it).type("number", "010095999002").press("button[name=find]")));
    }

    private List<State> counterForm() {
        return List.of(
                at("begun", RECEIVER, intake),
                new State("an answer made a question appear", RECEIVER, 200, it -> {
                    it.open(intake).type("mother.fullName", "Lý Thị Mẩy").type("father.fullName", "Giàng A Sình");
                    it.page().keyboard().press("Tab");
                    it.page().waitForSelector("[id='marriage.registered']");
                }),
                new State("a scan to compare", RECEIVER, 200, it -> {
                    it.open(intake);
                    it.page().setInputFiles("#file-giay-chung-sinh", java.nio.file.Path.of("target", "anh.png"));
                    it.page().waitForSelector(".files a");
                    it.open(intake);
                }),
                new State("compared", RECEIVER, 200, it -> {
                    it.open(intake);
                    var tick = it.page().locator("input[name=compared]").first();
                    if (!tick.isChecked()) {
                        it.page().waitForResponse(answer -> answer.url().endsWith("/field"), () -> tick.press("Space"));
                        it.open(intake);
                    }
                    assertThat(tick.isChecked()).as("by the space bar").isTrue();
                }),
                State.filled("a paper may lie in the person's vault", RECEIVER, allowance),
                State.wrong("not said that the person is there", RECEIVER, it -> {
                    it.open(allowance);
                    it.press("#paper-khai-sinh form[action$='/papers/vault'] .button");
                }),
                State.wrong("sent unfinished", RECEIVER, it -> it.open(intake).press("button[name=file]")));
    }

    /** Begins a matter of a walk-in for which a birth certificate is asked that lies in vaults. */
    private static String beginAllowance(Person who) {
        startsCounter(who).type("number", "010095999002").press("button[name=find]");
        who.page().selectOption("#procedure", "1.001776");
        who.press(".form-actions .button");
        var list = who.page().locator("select[id='s.group']");
        who.page().waitForResponse(answer -> answer.url().endsWith("/field"), () -> {
            if (list.count() > 0) {
                list.selectOption("SINGLE_PARENT");
            } else {
                who.page().check("input[name='s.group'][value='SINGLE_PARENT']");
            }
        });
        return who.path();
    }
}
