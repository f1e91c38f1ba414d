package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixture.AFTER_UNTIL;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.PATH;
import static vn.motcua.dossier.DossierFixture.TUESDAY_5PM;

import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.OfficerId;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.Refused;

/** What the desk offers in each situation, to an officer with every right. */
class AllowedActionsTest {

    private static final String IN_PROCESS =
            "PASS_ON PROPOSE_HALT AWAIT_PAYMENT AWAIT_ANSWER SEND_UP CLAIM COMPLETE PROPOSE_DENIAL EXTEND at appraisal";

    static Stream<Situation> situations() {
        return Stream.of(
                new Situation(
                        "submitted",
                        DossierFixture::submitted,
                        "RECEIVE TURN_AWAY TRANSFER REQUEST_SUPPLEMENT CLAIM at reception",
                        "TAKE_WITHDRAWAL at "),
                new Situation(
                        "received", DossierFixture::received, "FORWARD PASS_ON at reception", "TAKE_WITHDRAWAL at "),
                new Situation(
                        "in process",
                        DossierFixture::inProcess,
                        "REQUEST_SUPPLEMENT " + IN_PROCESS,
                        "TAKE_WITHDRAWAL at "),
                new Situation(
                        "supplement asked at intake",
                        DossierFixture::supplementAtIntake,
                        "TAKE_SUPPLEMENT TAKE_WITHDRAWAL at "),
                new Situation(
                        "supplemented at intake",
                        DossierFixture::answeredAtIntake,
                        "RECEIVE TURN_AWAY TRANSFER SECOND_SUPPLEMENT CLAIM at reception",
                        "TAKE_WITHDRAWAL at "),
                new Situation(
                        "supplement asked", DossierFixture::supplementInProcess, "TAKE_SUPPLEMENT TAKE_WITHDRAWAL at "),
                new Situation(
                        "supplemented",
                        DossierFixture::answered,
                        "SECOND_SUPPLEMENT " + IN_PROCESS,
                        "TAKE_WITHDRAWAL at "),
                new Situation(
                        "at approval",
                        DossierFixture::atApproval,
                        "PASS_ON PROPOSE_HALT AWAIT_PAYMENT AWAIT_ANSWER SEND_UP CLAIM SEND_BACK APPROVE DENY EXTEND"
                                + " at approval",
                        "TAKE_WITHDRAWAL at "),
                new Situation("decided", DossierFixture::resolved, "CLAIM SEND_BACK ISSUE at issue"),
                new Situation(
                        "issued", DossierFixture::issued, "CLAIM HAND_OVER at hand-over", "PROPOSE_AMENDMENT at "),
                new Situation("handed over", DossierFixture::handedOver, "PROPOSE_AMENDMENT PROPOSE_REVOCATION at "),
                new Situation(
                        "said to be wrong",
                        DossierFixture::wrong,
                        "PROPOSE_AMENDMENT REFUSE_AMENDMENT PROPOSE_REVOCATION at "),
                new Situation(
                        "wanted back",
                        DossierFixture::leavingInSupplement,
                        "LET_GO REFUSE_WITHDRAWAL at appraisal",
                        "TAKE_SUPPLEMENT at "),
                new Situation(
                        "wanted back before it was sent on",
                        DossierFixture::leavingEarly,
                        "FORWARD LET_GO REFUSE_WITHDRAWAL PASS_ON at reception"),
                new Situation(
                        "awaiting payment",
                        DossierFixture::awaitingPayment,
                        "END_WAIT at appraisal",
                        "TAKE_WITHDRAWAL at "),
                new Situation(
                        "awaiting an answer",
                        DossierFixture::awaitingAnswer,
                        "END_WAIT EXTEND at appraisal",
                        "TAKE_WITHDRAWAL at "),
                new Situation(
                        "sent to the unit above",
                        DossierFixture::sentUp,
                        "END_WAIT EXTEND at appraisal",
                        "AGREE RETURN_DOWN TAKE_WITHDRAWAL at "),
                new Situation("turned away", DossierFixture::turnedAway, ""),
                new Situation("withdrawn", DossierFixture::withdrawn, ""),
                new Situation("let go", DossierFixture::letGo, ""),
                new Situation("halted", DossierFixture::halted, ""),
                new Situation("passed to another agency's system", DossierFixture::passedAcross, ""));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void eachSituationOffersWhatTheRulesLetHappen(Situation situation) {
        assertThat(actions(situation.dossier().get(), MINH).all())
                .extracting(it -> it.action() + " at " + it.step())
                .containsExactlyElementsOf(situation.offered());
    }

    /**
     * A dossier and what can be done with it.
     *
     * @param lines the actions of a step, or of none, each "ACTION ACTION at step"
     */
    record Situation(String name, Supplier<Dossier> dossier, List<String> lines) {

        Situation(String name, Supplier<Dossier> dossier, String... lines) {
            this(name, dossier, List.of(lines));
        }

        List<String> offered() {
            return lines.stream()
                    .filter(it -> !it.isEmpty())
                    .flatMap(line -> {
                        var parts = line.split(" at ", -1);
                        return Stream.of(parts[0].split(" ")).map(it -> it + " at " + parts[1]);
                    })
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void whatCanBeSentBackGoesToAnEarlierStepButNeverBeforeReception() {
        var back = actions(DossierFixture.atApproval(), MINH).all().stream()
                .filter(it -> !it.backTo().isEmpty())
                .toList();

        assertThat(back).singleElement().satisfies(it -> {
            assertThat(it.action()).isEqualTo(DeskAction.SEND_BACK);
            assertThat(it.backTo()).extracting(OfficerStep::id).containsExactly("appraisal");
        });
    }

    @Test
    void nobodyIsOfferedWhatTheyHaveNoRightTo() {
        assertThat(actions(DossierFixture.submitted(), MINH, (right, _) -> right == DeskAct.CLAIM)
                        .all())
                .extracting(AllowedAction::action)
                .containsExactly(DeskAction.CLAIM);
        assertThat(actions(DossierFixture.wrong(), MINH, (_, step) -> !step.isEmpty())
                        .all())
                .isEmpty();
        assertThat(actions(DossierFixture.sentUp(), MINH, (_, step) -> !step.isEmpty())
                        .all())
                .extracting(AllowedAction::step)
                .containsOnly("appraisal");
    }

    @Test
    void whoeverProposedIsToldThatAnotherMustAgree() {
        assertThat(offered(DossierFixture.toHalt(), HA)).doesNotContain(DeskAction.CONFIRM);
        assertThat(told(DossierFixture.toHalt(), HA))
                .containsExactly(DossierRefusal.OWN_PROPOSAL, DossierRefusal.PROPOSED_ALREADY);
        assertThat(offered(DossierFixture.toHalt(), LAN)).contains(DeskAction.CONFIRM, DeskAction.REFUSE_PROPOSAL);
        assertThat(told(DossierFixture.toHalt(), LAN)).containsExactly(DossierRefusal.PROPOSED_ALREADY);
    }

    @Test
    void whatGoesWithoutSayingIsNotSaid() {
        assertThat(told(DossierFixture.submitted(), LAN)).isEmpty();
        assertThat(told(DossierFixture.turnedAway(), LAN)).isEmpty();
    }

    @Test
    void aCorrectionCanBeConfirmedThoughNoStepIsOpen() {
        assertThat(actions(DossierFixture.toBeCorrected(), MINH).all())
                .extracting(it -> it.action() + " at " + it.step())
                .containsExactly("CONFIRM at ", "REFUSE_PROPOSAL at ", "REFUSE_AMENDMENT at ");
    }

    @Test
    void nothingIsHandedOverWhileItsCorrectionIsUndecided() {
        assertThat(offered(DossierFixture.toBeCorrectedEarly(), LAN))
                .containsExactly(DeskAction.CONFIRM, DeskAction.REFUSE_PROPOSAL, DeskAction.CLAIM);
        assertThat(told(DossierFixture.toBeCorrectedEarly(), LAN)).contains(DossierRefusal.AMENDMENT_UNANSWERED);
    }

    @Test
    void whatConcernsTheWholeDossierIsOfferedOnceHoweverManyStepsAreOpen() {
        var dossier = inTwoHands();

        assertThat(dossier.desk().seats()).hasSize(2);
        var all = new AllowedActions(dossier, TWO, MINH, TUESDAY_5PM, (_, _) -> true, AFTER_UNTIL, false).all();
        assertThat(all)
                .filteredOn(it -> it.action() == DeskAction.EXTEND)
                .extracting(AllowedAction::step)
                .containsExactly(dossier.desk().seats().getFirst().step());
        assertThat(all)
                .filteredOn(it -> it.action() == DeskAction.COMPLETE)
                .extracting(AllowedAction::step)
                .containsExactlyInAnyOrder("land", "tax");
    }

    @Test
    void onceItIsTooLateToExtendOnlyAnApologyIsLeftWhereTheAgencyAllowsIt() {
        var late = tooLate(false);

        assertThat(tooLate(true).all()).extracting(AllowedAction::action).contains(DeskAction.EXTEND);
        assertThat(late.all()).extracting(AllowedAction::action).doesNotContain(DeskAction.EXTEND);
        assertThat(late.withheld()).extracting(Refused::code).containsExactly(DossierRefusal.EXTENSION_TOO_LATE);
    }

    private static AllowedActions tooLate(boolean lateApologies) {
        return new AllowedActions(
                DossierFixture.inProcess(), PATH, MINH, TUESDAY_5PM, (_, _) -> true, Instant.EPOCH, lateApologies);
    }

    private static final Path TWO = DossierFixture.path(DossierFixture.route("""
            steps:
              - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, hours: 1, actions: [receive]}
              - {id: both, kind: split, next: [land, tax]}
              - {id: land, name: Đo đất, role: surveyor, unit: commune-committee, hours: 4, actions: [complete], next: joined}
              - {id: tax, name: Tính thuế, role: tax, unit: commune-committee, hours: 4, actions: [complete], next: joined}
              - {id: joined, kind: join}
              - {id: approval, name: Duyệt, role: commune-leader, unit: commune-committee, hours: 2, actions: [approve]}
              - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, hours: 1, actions: [issue, hand-over]}
            """));

    private static Dossier inTwoHands() {
        return Dossier.file(DossierFixture.submitted().id(), DossierFixture.filed(), TWO)
                .after()
                .receive("reception", LAN, DossierFixture.NUMBER, DossierFixture.DUE, TWO, DossierFixture.MONDAY_8AM)
                .after()
                .forward("reception", LAN, TWO, DossierFixture.MONDAY_8AM)
                .after();
    }

    private static List<DeskAction> offered(Dossier dossier, OfficerId who) {
        return actions(dossier, who).all().stream().map(AllowedAction::action).toList();
    }

    private static List<Object> told(Dossier dossier, OfficerId who) {
        return actions(dossier, who).withheld().stream()
                .<Object>map(Refused::code)
                .toList();
    }

    private static AllowedActions actions(Dossier dossier, OfficerId who) {
        return actions(dossier, who, (_, _) -> true);
    }

    private static AllowedActions actions(Dossier dossier, OfficerId who, BiPredicate<DeskAct, String> may) {
        return new AllowedActions(dossier, PATH, who, TUESDAY_5PM, may, AFTER_UNTIL, true);
    }
}
