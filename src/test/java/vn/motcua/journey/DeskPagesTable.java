package vn.motcua.journey;

import static vn.motcua.journey.PageTable.NAME;
import static vn.motcua.journey.PageTable.QUAN;
import static vn.motcua.journey.PageTable.RECEIVER;
import static vn.motcua.journey.PageTable.SCAN;
import static vn.motcua.journey.State.at;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;

/** How to reach the pages of the officers. */
final class DeskPagesTable {

    private static final String SPECIALIST = "Phạm Quốc Việt";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String CLERK = "Lù Thị Hiền";
    private static final String IDLE = "Nguyễn Tiến Lâm";

    private final TaVan taVan;
    private final String address;
    private String intake = "";

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
                "/desk/dossiers/{id}", this::dossiers,
                "/desk/counter", this::counter,
                "/desk/counter/{id}", this::counterForm);
    }

    private List<State> inbox() {
        taVan.birth(QUAN);
        taVan.birth(QUAN).received();
        return List.of(
                at("empty", IDLE, "/desk"),
                at("new ones", RECEIVER, "/desk"),
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
        var toApprove = appraised().ref.id() + ":decision," + answered().ref.id() + ":decision";
        return List.of(
                at("one can, one cannot", RECEIVER, "/desk/many?do=claim&pick=" + picks),
                at("with a note", LEADER, "/desk/many?do=approve&pick=" + toApprove),
                at("nothing chosen", RECEIVER, "/desk/many?do=release"),
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
        return List.of(at("a leader's", LEADER, "/desk/team"), at("not theirs", RECEIVER, 404, "/desk/team"));
    }

    private List<State> teamWork() {
        taVan.birth(QUAN).received().claimed();
        return List.of(
                new State("something", LEADER, 200, it -> it.open("/desk/team").press("tbody a")),
                State.wrong(
                        "without a reason",
                        LEADER,
                        it -> it.open("/desk/team").press("tbody a").press("#give")),
                at("nobody", LEADER, 404, "/desk/team/" + PageTable.UNKNOWN));
    }

    private List<State> find() {
        taVan.birth(QUAN);
        return List.of(
                at("empty", RECEIVER, "/desk/find"),
                at("found", RECEIVER, "/desk/find?q=nguyen+quan"),
                at("nothing found", RECEIVER, "/desk/find?q=khongcoai"));
    }

    private List<State> book() {
        taVan.birth(QUAN).received();
        return List.of(
                at("kept", RECEIVER, "/desk/book"),
                at("nothing in that period", RECEIVER, "/desk/book?from=2020-01-01&to=2020-01-31"),
                at("no period", RECEIVER, "/desk/book?from=2026-12-01&to=2026-01-31"),
                at("not theirs", SPECIALIST, "/desk/book"));
    }

    private List<State> dossiers() {
        return List.of(
                at("new", RECEIVER, path(taVan.birth(QUAN))),
                State.wrong(
                        "an empty note",
                        RECEIVER,
                        it -> it.open(path(taVan.birth(QUAN))).press("form[action$='/notes'] .button")),
                new State("with a note, a tag and a colleague", RECEIVER, 200, this::notedAndTagged),
                State.wrong(
                        "turned away without a reason",
                        RECEIVER,
                        it -> it.open(path(taVan.birth(QUAN)))
                                .unfold("#turn-away button")
                                .press("#turn-away button")),
                new State(
                        "supplement of two lines",
                        RECEIVER,
                        200,
                        it -> it.open(path(taVan.birth(QUAN)))
                                .unfold("#supplement button[name=more]")
                                .press("#supplement button[name=more]")),
                at("waiting for a supplement", RECEIVER, path(taVan.birth(QUAN).askedAtIntake(SCAN, NAME))),
                new State(
                        "just received",
                        RECEIVER,
                        200,
                        it -> it.open(path(taVan.birth(QUAN))).press("#receive .button")),
                new State("stale", RECEIVER, 409, this::isTooLate),
                State.wrong(
                        "to send on to nowhere",
                        RECEIVER,
                        it -> it.open(path(taVan.birth(QUAN)))
                                .unfold("#transfer button")
                                .type("transfer-reason", "Bạn cư trú ở Sa Pa")
                                .press("#transfer button")),
                at("turned away", RECEIVER, path(taVan.birth(QUAN).turnedAway("Không thuộc xã Tả Van"))),
                at("withdrawn", RECEIVER, path(taVan.birth(QUAN).withdrawn("Nộp nhầm nơi"))),
                at("to ask a second time", SPECIALIST, path(answered())),
                State.wrong(
                        "a second time without a reason",
                        SPECIALIST,
                        it -> it.open(path(answered()))
                                .unfold("#second-supplement .button.wide")
                                .type("second-supplement-what.0", "Giấy chứng sinh")
                                .type("second-supplement-why.0", "Vẫn mờ")
                                .press("#second-supplement .button.wide")),
                at("a second request to confirm", LEADER, path(answered().proposedAgain(NAME))),
                at("wanted back", SPECIALIST, path(taVan.birth(QUAN).received().withdrawn("Không cần nữa"))),
                State.wrong(
                        "to halt without a reason",
                        SPECIALIST,
                        it -> it.open(path(taVan.birth(QUAN).received()))
                                .unfold("#propose-halt button")
                                .press("#propose-halt button")),
                State.wrong(
                        "to wait for a payment of no amount",
                        SPECIALIST,
                        it -> it.open(path(taVan.birth(QUAN).received()))
                                .unfold("#await-payment button")
                                .type("await-payment-what", "Thông báo thuế số 12/TB")
                                .type("await-payment-amount", "nhiều")
                                .press("#await-payment button")),
                at(
                        "waiting for a payment",
                        RECEIVER,
                        path(taVan.birth(QUAN).received().paymentAwaited("Thông báo thuế số 12/TB", 1_500_000))),
                at(
                        "waiting for an answer",
                        SPECIALIST,
                        path(taVan.birth(QUAN).received().answerAwaited("UBND phường Sa Pa xác nhận"))),
                at("to halt", LEADER, path(taVan.birth(QUAN).received().haltProposed("Không bổ sung"))),
                at(
                        "halted",
                        SPECIALIST,
                        path(taVan.birth(QUAN)
                                .received()
                                .haltProposed("Không bổ sung")
                                .confirmed())),
                State.wrong(
                        "to give on to nowhere",
                        SPECIALIST,
                        it -> it.open(path(taVan.birth(QUAN).received()))
                                .unfold("#pass-on button")
                                .type("pass-on-reason", "Cha mẹ cư trú ở Sa Pa")
                                .press("#pass-on button")),
                State.wrong(
                        "to give to an agency without a name",
                        SPECIALIST,
                        it -> it.open(path(taVan.birth(QUAN).received()))
                                .unfold("#pass-across button")
                                .type("pass-across-reason", "Cha mẹ cư trú ở Đà Nẵng")
                                .press("#pass-across button")),
                at(
                        "given to another unit",
                        SPECIALIST,
                        path(taVan.birth(QUAN).received().passedOn())),
                at(
                        "given to another agency",
                        SPECIALIST,
                        path(taVan.birth(QUAN).received().passedAcross())),
                State.wrong(
                        "to send up to nobody",
                        SPECIALIST,
                        it -> it.open(path(taVan.birth(QUAN).received()))
                                .unfold("#send-up button")
                                .type("send-up-what", "Xin ý kiến về quốc tịch")
                                .press("#send-up button")),
                at(
                        "with a unit above",
                        SPECIALIST,
                        path(taVan.birth(QUAN).received().sentUp())),
                at(
                        "asked from below",
                        "Lý Mẩy Pham",
                        path(taVan.birth(QUAN).received().sentUp())),
                at("to appraise", SPECIALIST, path(taVan.birth(QUAN).received().claimed())),
                new State("no act of this step", SPECIALIST, 409, this::approvesWhereNothingIsApproved),
                new State("not theirs to do", RECEIVER, 403, this::completesAStepOfOthers),
                at(
                        "said to be wrong",
                        SPECIALIST,
                        path(appraised().approved().issued().mistakeReported("Tên đúng là Mỵ"))),
                State.wrong(
                        "to correct nothing",
                        SPECIALIST,
                        it -> it.open(path(appraised().approved().issued()))
                                .unfold("#propose-amendment button")
                                .press("#propose-amendment button")),
                at("to decide", LEADER, path(appraised())),
                State.wrong(
                        "denied without a reason",
                        LEADER,
                        it -> it.open(path(appraised())).unfold("#deny button").press("#deny button")),
                at("to issue", CLERK, path(appraised().approved())),
                State.wrong(
                        "issued without a number",
                        CLERK,
                        it -> it.open(path(appraised().approved())).press("#issue button")),
                at("to hand over", RECEIVER, path(issued())),
                State.wrong(
                        "handed over to nobody",
                        RECEIVER,
                        it -> it.open(path(issued())).press("#hand-over .button")),
                at("denied", CLERK, path(appraised().denied("Trẻ đã được đăng ký tại phường Sa Pa"))),
                at("handed over", RECEIVER, path(appraised().approved().issued().handedOver())),
                at("in one sitting", RECEIVER, path(taVan.copies(QUAN)) + "?sitting=yes"),
                at("of another unit", IDLE, 404, path(taVan.birth(QUAN))));
    }

    private void notedAndTagged(Person receiver) {
        var path = path(taVan.birth(QUAN));
        try (var colleague = new Person(address, 1280, true).as("Giàng A Páo")) {
            colleague.open(path);
        }
        receiver.open(path)
                .type("note", "Gọi lại cho người nộp sau 14 giờ")
                .press("form[action$='/notes'] .button")
                .type("tag-fresh", "Cần gấp")
                .press("form[action$='/tags'] .button");
    }

    private Life answered() {
        return taVan.birth(QUAN).received().askedInProcess(NAME).answered("Tên đúng là Mỵ");
    }

    private Life appraised() {
        return taVan.birth(QUAN).received().appraised();
    }

    private Life issued() {
        return taVan.birth(QUAN, vn.motcua.dossier.HandOver.How.COUNTER, 2)
                .received()
                .appraised()
                .approved()
                .issued();
    }

    private void isTooLate(Person receiver) {
        var life = taVan.birth(QUAN);
        receiver.open(path(life)).unfold("#turn-away button").type("turn-away-reason", "Không thuộc xã Tả Van");
        life.received();
        receiver.press("#turn-away button");
    }

    private void approvesWhereNothingIsApproved(Person specialist) {
        specialist.open(path(taVan.birth(QUAN).received()));
        specialist
                .page()
                .evalOnSelector("#complete", "it => { it.action = it.action.replace(/complete$/, 'approve') }");
        specialist.press("#complete .button");
    }

    private void completesAStepOfOthers(Person receiver) {
        var other = taVan.birth(QUAN).received();
        receiver.open(path(taVan.birth(QUAN)));
        receiver.page().evalOnSelector("#receive", """
                        (form, path) => {
                            form.action = form.action.replace(/\\/desk\\/.*/, path + '/complete')
                            form.elements.version.value = '3'
                            form.elements.step.value = 'appraisal'
                        }""", path(other));
        receiver.press("#receive .button");
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
                new State(
                        "card unreadable",
                        RECEIVER,
                        200,
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
                    if (it.page().locator("form[action$='/compared']").count() > 0) {
                        it.press("form[action$='/compared'] button");
                    }
                }),
                State.wrong("sent unfinished", RECEIVER, it -> it.open(intake).press("button[name=file]")));
    }

    private static String path(Life life) {
        return "/desk/dossiers/" + life.ref.id();
    }
}
