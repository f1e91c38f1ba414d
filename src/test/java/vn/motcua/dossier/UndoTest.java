package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.MONDAY_8AM;
import static vn.motcua.dossier.DossierFixture.PATH;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.identity.AccountId;
import vn.motcua.route.Token;
import vn.motcua.shared.Refused;

/** Taking back what was just done. */
class UndoTest {

    private static final AccountId OFFICER = RecordedLife.OFFICER;
    private static final AccountId ANOTHER = new AccountId(new UUID(0, 2));
    private static final Set<Class<?>> UNDONE = new HashSet<>();

    @Test
    void aCompletedStepIsOpenAgainInTheSameHands() {
        var life = begun();
        life.add(life.now().claim("appraisal", HA, MONDAY_8AM));
        var before = life.now();
        life.add(before.complete("appraisal", HA, "Đủ", Map.of(), PATH, MONDAY_8AM));

        life.add(life.undo(OFFICER, 9));

        asBefore(life.now(), before);
        assertThat(life.now().desk().seat("appraisal").orElseThrow().officer()).contains(HA);
        assertThat(life.now().desk().tokens().all().getLast().state()).isEqualTo(Token.State.TAKEN_BACK);
    }

    @Test
    void aDenialIsTakenBackWithItsStageAndThenDecidedOtherwise() {
        var life = begun();
        life.add(life.now().proposeDenial("appraisal", HA, "Trùng", PATH, MONDAY_8AM));
        var before = life.now();
        life.add(before.deny("approval", MINH, "Trùng hồ sơ", PATH, MONDAY_8AM));

        life.add(life.undo(OFFICER, 9));
        asBefore(life.now(), before);
        life.add(life.now().approve("approval", MINH, "", PATH, MONDAY_8AM));

        assertThat(life.now().stage())
                .isInstanceOfSatisfying(
                        Stage.Resolved.class, it -> assertThat(it.outcome()).isEqualTo(new Outcome.Granted()));
    }

    @Test
    void aTurnedAwayDossierLiesAtTheOneStopAgain() {
        var life = new RecordedLife(DossierFixture.filed(), PATH);
        var before = life.now();
        life.add(before.turnAway("reception", LAN, "Sai nơi", PATH, MONDAY_8AM));
        life.add(life.undo(OFFICER, 9));
        asBefore(life.now(), before);
    }

    @Test
    void aResultHandedOverIsBackAtTheCounter() {
        var life = begun();
        life.add(life.now().complete("appraisal", HA, "", Map.of(), PATH, MONDAY_8AM));
        life.add(life.now().approve("approval", MINH, "", PATH, MONDAY_8AM));
        life.add(life.now().issue("issue", HA, DossierFixture.CERTIFICATE, PATH, MONDAY_8AM));
        var before = life.now();
        life.add(before.handOver(
                "hand-over", LAN, DossierFixture.toMai(), new FeeClearance.Answer.Settled(), PATH, MONDAY_8AM));
        assertThat(life.now().stage()).isNotEqualTo(before.stage());

        life.add(life.undo(OFFICER, 9));

        asBefore(life.now(), before);
    }

    @Test
    void whenTheSecondsAreOverOrItHasLeftNothingIsTakenBack() {
        var life = begun();
        life.add(life.now().complete("appraisal", HA, "", Map.of(), PATH, MONDAY_8AM));
        refused(DossierRefusal.UNDO_TOO_LATE, () -> life.undo(OFFICER, 10));
        refused(DossierRefusal.UNDO_TOO_LATE, () -> life.undo(OFFICER, 1, false));
        assertThat(life.undo(OFFICER, 9).events()).hasSize(1);
    }

    @Test
    void onlyWhoDidItTakesItBackAndOnlyOnce() {
        var life = begun();
        life.add(life.now().complete("appraisal", HA, "", Map.of(), PATH, MONDAY_8AM));
        refused(DossierRefusal.NOTHING_TO_UNDO, () -> life.undo(ANOTHER, 1));
        life.add(life.undo(OFFICER, 1));
        refused(DossierRefusal.NOTHING_TO_UNDO, () -> life.undo(OFFICER, 2));
    }

    @Test
    void whatGaveOutANumberIsNotTakenBack() {
        refused(DossierRefusal.NOTHING_TO_UNDO, () -> begun().undo(OFFICER, 1));
    }

    @Test
    void theStandingHistoryIsThatOfALifeInWhichItWasNotDone() {
        var life = begun();
        var before = life.history();
        life.add(life.now().complete("appraisal", HA, "", Map.of(), PATH, MONDAY_8AM));
        life.add(life.undo(OFFICER, 1));
        assertThat(Undo.standing(life.history(), Undo.Happened::version, Undo.Happened::event))
                .isEqualTo(before);
    }

    @Test
    void theStandingHistoryOfWhatWasTurnedAwayByMistakeIsThatOfItsFiling() {
        var life = new RecordedLife(DossierFixture.filed(), PATH);
        var before = life.history();
        life.add(life.now().turnAway("reception", LAN, "Sai nơi", PATH, MONDAY_8AM));
        life.add(life.undo(OFFICER, 9));
        assertThat(Undo.standing(life.history(), Undo.Happened::version, Undo.Happened::event))
                .isEqualTo(before);
    }

    static Stream<Dossier> whereNothingCanBeTakenBack() {
        return Stream.of(
                DossierFixture.submitted(),
                DossierFixture.received(),
                DossierFixture.inProcess(),
                DossierFixture.supplementAtIntake(),
                DossierFixture.awaitingAnswer(),
                DossierFixture.withdrawn(),
                DossierFixture.passedAcross(),
                DossierFixture.halted());
    }

    @ParameterizedTest
    @MethodSource("whereNothingCanBeTakenBack")
    void aHistoryThatTakesBackAStageThatCannotBeIsNotRead(Dossier dossier) {
        var undone = new DossierEvent.StageUndone(1, MONDAY_8AM, Optional.empty(), dossier.desk());
        refused(DossierRefusal.WRONG_STAGE, () -> dossier.apply(undone, MONDAY_8AM));
    }

    /** Whatever may be undone in whatever life: it is as if it had not been, and the life goes on. */
    @Property(tries = 3_000)
    void takingBackIsAsIfItHadNotBeenDone(@ForAll("lives") AnyLife.Life any) {
        var life = new RecordedLife(DossierFixture.filed(), any.path());
        for (int i = 0; i < any.attempts().size(); i++) {
            try {
                var before = life.now();
                var change = any.attempts().get(i).on(before, any.path(), AnyLife.moment(i));
                life.add(change);
                if (Undo.possible(change.events())) {
                    change.events().forEach(it -> UNDONE.add(it.getClass()));
                    life.add(life.undo(OFFICER, 1));
                    asBefore(life.now(), before);
                    if (i % 3 > 0) {
                        life.add(any.attempts().get(i).on(life.now(), any.path(), AnyLife.moment(i)));
                    }
                }
            } catch (Refused refused) {
                assertThat(refused.code().name()).isNotEmpty();
            }
        }
        assertThat(life.folded()).isEqualTo(life.now());
    }

    /** Random lives often come to a few of them, and seldom to all. */
    @net.jqwik.api.lifecycle.AfterContainer
    static void severalKindsWereUndone() {
        if (UNDONE.size() > 1) {
            assertThat(UNDONE).contains(DossierEvent.StepCompleted.class).hasSizeGreaterThan(2);
        }
    }

    private static void asBefore(Dossier now, Dossier before) {
        assertThat(now.stage()).isEqualTo(before.stage());
        assertThat(now.desk().seats()).isEqualTo(before.desk().seats());
        assertThat(now.desk().finished()).isEqualTo(before.desk().finished());
        assertThat(now.desk().tokens().all())
                .startsWith(before.desk().tokens().all().toArray(Token[]::new));
        assertThat(now.proposal()).isEqualTo(before.proposal());
        assertThat(now.leaving()).isEqualTo(before.leaving());
        assertThat(now.mistake()).isEqualTo(before.mistake());
        assertThat(now.waits()).isEqualTo(before.waits());
        assertThat(now.asked()).isEqualTo(before.asked());
        assertThat(now.filed()).isEqualTo(before.filed());
        assertThat(now.came()).isEqualTo(before.came());
    }

    private static RecordedLife begun() {
        var life = new RecordedLife(DossierFixture.filed(), PATH);
        life.add(life.now()
                .receive("reception", LAN, DossierFixture.NUMBER, DossierFixture.DUE, PATH, MONDAY_8AM)
                .then(it -> it.forward("reception", LAN, PATH, MONDAY_8AM)));
        return life;
    }

    private static void refused(DossierRefusal code, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(what)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    @Provide
    Arbitrary<AnyLife.Life> lives() {
        return AnyLife.lives();
    }
}
