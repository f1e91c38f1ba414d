package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.route.Routes.load;
import static vn.motcua.route.Routes.walk;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;

class RouteTest {

    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> TALL = Map.of("floors", 5);

    private final Route birth = load("birth-registration");
    private final Route house = load("construction-permit");
    private final Route land = load("land-change");

    @Test
    void aListOfStepsIsWalkedInItsOrder() {
        var end =
                walk(birth, birth.begin(NOTHING), NOTHING, "reception", "appraisal", "decision", "issue", "hand-over");

        assertThat(end.finished()).isTrue();
        assertThat(end.openSteps()).isEmpty();
    }

    @Test
    void theReceptionHasItFirst() {
        var begun = birth.begin(NOTHING);

        assertThat(begun.all()).containsExactly(new Token(1, "reception", "start", List.of(), Token.State.OPEN));
        assertThat(begun.isAt("reception")).isTrue();
        assertThat(begun.finished()).isFalse();
    }

    @Test
    void aStepSaysWhoDoesWhatWhereAndHowLong() {
        var decision = birth.step("decision");

        assertThat(decision.name().in(Language.VI)).isEqualTo("Duyệt, ký số kết quả");
        assertThat(decision.name().in(Language.EN)).isEqualTo("Approve and sign the result");
        assertThat(decision.role()).isEqualTo("commune-leader");
        assertThat(decision.unitKind()).isEqualTo("commune-committee");
        assertThat(decision.hours()).contains(new BigDecimal("2"));
        assertThat(decision.actions()).containsExactlyInAnyOrder(DeskAct.APPROVE, DeskAct.RETURN);
    }

    @Test
    void aTallHouseIsVisitedAndALowOneIsNot() {
        var tall = walk(house, house.begin(TALL), TALL, "reception", "appraisal");
        var low = walk(house, house.begin(NOTHING), Map.of("floors", 2), "reception", "appraisal");

        assertThat(tall.openSteps()).containsExactly("site-visit");
        assertThat(low.openSteps()).containsExactly("review");
    }

    @Test
    void theFirstConditionThatHoldsDecides() throws ConditionCompiler.NotUnderstood {
        var choice = new Node.Choice(
                "c",
                List.of(
                        new Node.Branch("a", Routes.condition("a"), "one"),
                        new Node.Branch("b", Routes.condition("b"), "two")),
                "three");

        assertThat(choice.decide(Map.of("a", true, "b", true)).then()).isEqualTo("one");
        assertThat(choice.decide(Map.of("b", true)).then()).isEqualTo("two");
        assertThat(choice.decide(NOTHING).then()).isEqualTo("three");
    }

    @Test
    void theHeadSignsTheLandCertificateWhenTaxAndCadastreAreBothDone() {
        var taxDone = walk(land, land.begin(NOTHING), NOTHING, "reception", "check", "tax-notice", "tax-paid");

        assertThat(taxDone.openSteps()).containsExactly("cadastre");
        assertThat(walk(land, taxDone, NOTHING, "cadastre").openSteps()).containsExactly("decision");
    }

    @Test
    void aStepThatIsNotOpenCannotBeCompleted() {
        var begun = birth.begin(NOTHING);

        assertThatThrownBy(() -> birth.complete(begun, "decision", NOTHING))
                .isInstanceOfSatisfying(Refused.class, it -> {
                    assertThat(it.code()).isEqualTo(RouteRefusal.STEP_NOT_OPEN);
                    assertThat(Routes.MESSAGES.say(Language.VI, it))
                            .isEqualTo("Hồ sơ không còn ở bước “Duyệt, ký số kết quả”."
                                    + " Hãy mở lại hồ sơ để xem hồ sơ đang ở đâu.");
                });
        assertThatThrownBy(() -> birth.complete(begun, "no-such-step", NOTHING)).isInstanceOf(Refused.class);
    }

    @Test
    void theLeaderSendsBackToAnyStepThatTheDossierCameThrough() {
        var atLeader = walk(birth, birth.begin(NOTHING), NOTHING, "reception", "appraisal");

        assertThat(birth.earlierSteps(atLeader, "decision"))
                .extracting(OfficerStep::id)
                .containsExactly("appraisal", "reception");
        var back = birth.sendBack(atLeader, "decision", "appraisal");
        assertThat(back.openSteps()).containsExactly("appraisal");
        assertThat(walk(birth, back, NOTHING, "appraisal", "decision", "issue", "hand-over")
                        .finished())
                .isTrue();
    }

    @Test
    void aDossierIsNotSentBackToAStepThatItPassedBy() {
        var low = walk(house, house.begin(NOTHING), NOTHING, "reception", "appraisal");

        assertThat(house.earlierSteps("review")).extracting(OfficerStep::id).contains("site-visit");
        assertThat(house.earlierSteps(low, "review"))
                .extracting(OfficerStep::id)
                .doesNotContain("site-visit");
        assertThatThrownBy(() -> house.sendBack(low, "review", "site-visit"))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(RouteRefusal.NOT_AN_EARLIER_STEP));
    }

    @Test
    void nobodySendsADossierForwardOrToAGateway() {
        var atLeader =
                walk(land, land.begin(NOTHING), NOTHING, "reception", "check", "tax-notice", "tax-paid", "cadastre");

        for (var target : List.of("hand-over", "decision", "both-done", "both-begin", "start", "end", "nowhere")) {
            assertThatThrownBy(() -> land.sendBack(atLeader, "decision", target))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void whatTheTaxOfficeDidStandsWhenTheCadastreIsSentBack() {
        var atLeader =
                walk(land, land.begin(NOTHING), NOTHING, "reception", "check", "tax-notice", "tax-paid", "cadastre");

        var back = land.sendBack(atLeader, "decision", "cadastre");

        assertThat(back.openSteps()).containsExactly("cadastre");
        assertThat(walk(land, back, NOTHING, "cadastre").openSteps()).containsExactly("decision");
    }

    @Test
    void sendingBackToTheStepAfterAJoinLeavesTheJoinDone() {
        var atCounter = walk(
                land,
                land.begin(NOTHING),
                NOTHING,
                "reception",
                "check",
                "tax-notice",
                "tax-paid",
                "cadastre",
                "decision");

        var back = land.sendBack(atCounter, "hand-over", "decision");

        assertThat(back.openSteps()).containsExactly("decision");
        assertThat(back.in(Token.State.WAITING)).isEmpty();
    }

    @Test
    void sendingBackBeforeTheSplitTakesBothBranchesBack() {
        var inBranches = walk(land, land.begin(NOTHING), NOTHING, "reception", "check", "tax-notice");

        var back = land.sendBack(inBranches, "cadastre", "check");

        assertThat(back.openSteps()).containsExactly("check");
        assertThat(walk(land, back, NOTHING, "check").openSteps()).containsExactlyInAnyOrder("tax-notice", "cadastre");
    }

    @Test
    void aBranchCannotBeSentBackIntoTheOther() {
        var inBranches = walk(land, land.begin(NOTHING), NOTHING, "reception", "check", "tax-notice");

        assertThatThrownBy(() -> land.sendBack(inBranches, "cadastre", "tax-notice"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void onlyTheLastApprovalDecides() {
        var atHead = walk(house, house.begin(NOTHING), NOTHING, "reception", "appraisal");
        var atChairman = walk(house, atHead, NOTHING, "review");

        assertThat(house.decides(atHead, "review")).isFalse();
        assertThat(house.decides(atChairman, "decision")).isTrue();
        assertThat(house.decides(house.begin(NOTHING), "reception")).isFalse();
    }

    @Test
    void aStepThatIssuesAndHandsOverIsDoneWhenTheResultIsHandedOver() {
        var step = new OfficerStep(
                "card",
                new StepName("Phát hành thẻ", "Issue the card"),
                "insurance-card-officer",
                "social-insurance-office",
                java.util.Optional.empty(),
                java.util.Set.of(DeskAct.ISSUE, DeskAct.HAND_OVER, DeskAct.REQUEST_SUPPLEMENT),
                "end");

        assertThat(step.isDoneBy(DeskAct.ISSUE)).isFalse();
        assertThat(step.isDoneBy(DeskAct.HAND_OVER)).isTrue();
        assertThat(step.isDoneBy(DeskAct.REQUEST_SUPPLEMENT)).isFalse();
        assertThat(step.isDoneBy(DeskAct.COMPLETE)).isFalse();
        assertThat(birth.step("appraisal").isDoneBy(DeskAct.PROPOSE_DENIAL)).isTrue();
        assertThat(birth.step("appraisal").isDoneBy(DeskAct.COMPLETE)).isTrue();
    }

    @Test
    void aDossierTurnedAwayLeavesTheRoute() {
        var away = birth.begin(NOTHING).stop();

        assertThat(away.stopped()).isTrue();
        assertThat(away.finished()).isFalse();
        assertThat(away.openSteps()).isEmpty();
        assertThat(away.stop()).isEqualTo(away);
    }

    @Test
    void theRowsThatChangedAreEnoughToWriteAndTheirOrderDoesNotMatter() {
        var before = walk(land, land.begin(NOTHING), NOTHING, "reception");
        var after = walk(land, before, NOTHING, "check");

        assertThat(after.changedSince(before))
                .containsExactly(
                        new Token(2, "check", "reception", List.of(1), Token.State.DONE),
                        new Token(3, "tax-notice", "both-begin", List.of(2), Token.State.OPEN),
                        new Token(4, "cadastre", "both-begin", List.of(2), Token.State.OPEN));
        var shuffled = new ArrayList<>(after.all());
        Collections.reverse(shuffled);
        assertThat(new Tokens(shuffled)).isEqualTo(after);
    }

    @Test
    void parallelBranchesCountOnceInTheHours() {
        assertThat(birth.hours()).isEqualByComparingTo("8");
        assertThat(land.hours()).isEqualByComparingTo("48");
        assertThat(birth.advice(new BigDecimal("8"))).isEmpty();
    }

    @Test
    void anInvalidRouteIsRefusedWithItsFaults() {
        assertThatThrownBy(() -> Routes.compile("steps:\n" + Routes.step("a", "next: b")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> assertThat(Routes.MESSAGES.say(Language.EN, it))
                                .isEqualTo("The route has 1 faults: UNKNOWN_TARGET (a)."
                                        + " Correct them and try again."));
    }

    @Test
    void textThatIsNoYamlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> RouteDefinition.read("steps:\n  - id: [a\n"))
                .isInstanceOfSatisfying(Refused.class, it -> {
                    assertThat(it.code()).isEqualTo(RouteRefusal.ROUTE_NOT_READABLE);
                    assertThat(it.arguments().getFirst()).isEqualTo(2);
                });
    }

    @Test
    void aKeyWrittenTwiceIsRefused() {
        assertThatThrownBy(() -> RouteDefinition.read("steps:\n  - id: a\n    role: x\n    role: y\n"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatIsLeftIsTheLongestWayThatTheFactsLeaveOpen() {
        var low = Map.<String, Object>of("floors", 2);
        assertThat(left(house, house.begin(TALL), TALL)).isEqualTo(hours(88));
        assertThat(left(house, house.begin(low), low))
                .as("no visit of the site")
                .isEqualTo(hours(72));
        var atReview = walk(house, house.begin(TALL), TALL, "reception", "appraisal", "site-visit");
        assertThat(left(house, atReview, TALL)).isEqualTo(hours(28));
        assertThat(house.left(atReview, TALL, Map.of("review", hours(5)))).isEqualTo(hours(23));
        assertThat(house.left(atReview, TALL, Map.of("review", hours(12)))).isEqualTo(hours(16));
        assertThat(house.left(atReview, TALL, Map.of("review", hours(13))))
                .as("over its time: nobody knows, all of it again")
                .isEqualTo(hours(28));
    }

    @Test
    void nothingIsLeftAtTheEnd() {
        var end =
                walk(birth, birth.begin(NOTHING), NOTHING, "reception", "appraisal", "decision", "issue", "hand-over");
        assertThat(left(birth, end, NOTHING)).isZero();
    }

    private static Duration left(Route route, Tokens tokens, Map<String, Object> facts) {
        return route.left(tokens, facts, Map.of());
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
