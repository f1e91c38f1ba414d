package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;
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

/** How to reach the page on which officers work on a dossier. */
final class WorkspacePagesTable {

    private static final String SPECIALIST = "Phạm Quốc Việt";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String CLERK = "Lù Thị Hiền";
    private static final String IDLE = "Nguyễn Tiến Lâm";

    private final TaVan taVan;
    private final String address;

    WorkspacePagesTable(TaVan taVan, String address) {
        this.taVan = taVan;
        this.address = address;
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of("/desk/dossiers/{id}", this::dossiers);
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
                State.wrong(
                        "a supplement brought by nobody",
                        RECEIVER,
                        it -> it.open(path(taVan.birth(QUAN).askedAtIntake(SCAN, NAME)))
                                .unfold("#take-supplement .button.wide")
                                .press("#take-supplement .button.wide")),
                State.wrong(
                        "given back to nobody",
                        RECEIVER,
                        it -> it.open(path(taVan.birth(QUAN).received()))
                                .unfold("#take-withdrawal .button.wide")
                                .press("#take-withdrawal .button.wide")),
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
                State.wrong(
                        "revoked without a decision",
                        SPECIALIST,
                        it -> it.open(path(appraised().approved().issued().handedOver()))
                                .unfold("#propose-revocation button")
                                .press("#propose-revocation button")),
                new State("too late to move the due moment", LEADER, 200, this::apologisesTooLate),
                State.wrong("a date named without days", LEADER, it -> {
                    apologisesTooLate(it);
                    it.press("#extend .button");
                }),
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

    /** Due today: what is left is to apologise and name a date, while the due moment stays. */
    private void apologisesTooLate(Person leader) {
        leader.open(path(taVan.birth(QUAN).received())).unfold("#extend .button");
        assertThat(leader.reads())
                .containsAnyOf("đã qua lúc phải báo chậm", "the last moment to say that it will be late");
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

    private static String path(Life life) {
        return "/desk/dossiers/" + life.ref.id();
    }
}
