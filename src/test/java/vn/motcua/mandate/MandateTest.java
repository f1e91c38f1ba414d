package vn.motcua.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.Matter;
import vn.motcua.identity.PersonId;
import vn.motcua.identity.Reach;
import vn.motcua.identity.Reach.Errand;
import vn.motcua.identity.Standing;
import vn.motcua.mandate.MandateState.Asked;
import vn.motcua.mandate.MandateState.Word;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** The rules of a mandate, without a database. */
class MandateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant MORNING =
            DAY.atTime(8, 0).atZone(VietnamTime.ZONE).toInstant();
    private static final Principal PAO =
            new Principal(new AccountId(new UUID(1, 1)), new PersonId(new UUID(1, 2)), "Lò Văn Páo");
    private static final AccountId HELPER = new AccountId(new UUID(1, 3));
    private static final Reach BIRTHS = new Reach(Set.of(Errand.FILE), Set.of(), Set.of("1.001193"));

    @Test
    void whatIsAskedGivesNothing() {
        assertThat(asked().standing(MORNING)).isEmpty();
        assertThat(asked().word(MORNING)).isEqualTo(Word.ASKED);
    }

    @Test
    void whatIsGivenLastsToTheEndOfItsLastDay() {
        var given = asked().give(PAO, MORNING);
        var lastMinute = DAY.plusDays(2).atTime(23, 59).atZone(VietnamTime.ZONE).toInstant();

        assertThat(given.standing(lastMinute)).isPresent();
        assertThat(given.standing(lastMinute.plusSeconds(60))).isEmpty();
        assertThat(given.word(lastMinute.plusSeconds(60))).isEqualTo(Word.LAPSED);
        assertThat(given.standing(MORNING.minus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void whatIsRevokedGivesNothingFromThatMomentOn() {
        var revoked = asked().give(PAO, MORNING).revoke(MORNING.plusSeconds(60));

        assertThat(revoked.standing(MORNING.plusSeconds(60))).isEmpty();
        assertThat(revoked.standing(MORNING.plusSeconds(61))).isEmpty();
        assertThat(revoked.revoke(MORNING.plusSeconds(90))).isEqualTo(revoked);
    }

    @Test
    void nobodyConsentsToTheirOwnQuestion() {
        var myself = new Principal(HELPER, new PersonId(new UUID(1, 4)), "Vàng Thị Phượng");

        assertThatThrownBy(() -> asked().give(myself, MORNING)).hasMessageContaining("OWN_CONSENT");
    }

    @Test
    void afterAQuarterOfAnHourNobodyAnswersAnyMore() {
        var late = MORNING.plus(Duration.ofMinutes(15));

        assertThatThrownBy(() -> asked().give(PAO, late)).hasMessageContaining("QUESTION_LAPSED");
        assertThat(asked().word(late)).isEqualTo(Word.LAPSED);
    }

    @Test
    void whatIsAnsweredIsNotAnsweredAgain() {
        var refused = asked().refuse(PAO, "", MORNING);

        assertThatThrownBy(() -> refused.give(PAO, MORNING)).hasMessageContaining("MANDATE_ANSWERED");
        assertThat(refused.revoke(MORNING)).isEqualTo(refused);
    }

    @Test
    void itReachesWhatItNamesAndNothingElse() {
        var birth = new Matter("1.001193", "Hộ tịch");
        var death = new Matter("1.000656", "Hộ tịch");

        assertThat(BIRTHS.covers(Errand.FILE, birth)).isTrue();
        assertThat(BIRTHS.covers(Errand.FILE, death)).isFalse();
        assertThat(BIRTHS.covers(Errand.FOLLOW, birth)).isFalse();
        var civil = new Reach(Set.of(Errand.SUPPLEMENT), Set.of("Hộ tịch"), Set.of());
        assertThat(civil.covers(Errand.SUPPLEMENT, death)).isTrue();
        assertThat(civil.covers(Errand.FOLLOW, death))
                .as("who may supplement it sees it")
                .isTrue();
        assertThat(civil.covers(Errand.SUPPLEMENT, Matter.NONE)).isFalse();
    }

    @Test
    void codesAreReadAsTheyAreSpoken() {
        var code = ConsentCode.random(new java.security.SecureRandom());

        assertThat(ConsentCode.typed(" " + code.grouped().toLowerCase(java.util.Locale.ROOT) + " "))
                .contains(code);
        assertThat(ConsentCode.typed("0000000000")).isEmpty();
    }

    /** Whatever happens in whatever order: no right before it is given, after it is ended, or outside its days. */
    @Property
    void nobodyActsOutsideOfWhatWasGiven(@ForAll("lives") List<Step> life) {
        var mandate = asked();
        var now = MORNING;
        var given = Optional.<Instant>empty();
        var ended = Optional.<Instant>empty();
        for (var step : life) {
            now = now.plus(step.after());
            try {
                mandate = step.what().on(mandate, now);
                if (step.what() == What.GIVE) {
                    given = Optional.of(now);
                } else if (step.what() == What.REVOKE && given.isPresent() && ended.isEmpty()) {
                    ended = Optional.of(now);
                }
            } catch (Refused refused) {
                // What is not to be done changes nothing
            }
            for (var at :
                    List.of(now.minusSeconds(1), now, now.plus(Duration.ofHours(30)), now.plus(Duration.ofDays(4)))) {
                if (at.isBefore(now) && step.what() == What.REVOKE) {
                    continue;
                }
                var day = VietnamTime.dayOf(at);
                var might = given.isPresent() && ended.isEmpty() && !day.isBefore(DAY) && !day.isAfter(DAY.plusDays(2));
                assertThat(mandate.standing(at).isPresent())
                        .as("%s at %s", mandate, at)
                        .isEqualTo(might);
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        var waits = Arbitraries.of(
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                Duration.ofHours(9),
                Duration.ofDays(1),
                Duration.ofDays(3));
        return net.jqwik.api.Combinators.combine(Arbitraries.of(What.class), waits)
                .as(Step::new)
                .list()
                .ofMaxSize(8);
    }

    /** Something that somebody tries, after a while. */
    record Step(What what, Duration after) {}

    /** What people may try with a mandate. */
    enum What {
        GIVE,
        GIVE_ONESELF,
        REFUSE,
        REVOKE,
        NOTHING;

        Mandate on(Mandate mandate, Instant now) {
            return switch (this) {
                case GIVE -> mandate.give(PAO, now);
                case GIVE_ONESELF -> mandate.give(new Principal(HELPER, PAO.person(), "x"), now);
                case REFUSE -> mandate.refuse(PAO, "", now);
                case REVOKE -> mandate.revoke(now);
                case NOTHING -> mandate;
            };
        }
    }

    @Test
    void fillingInTogetherLastsItsMinutesAndReachesOneDraft() {
        var draft = new UUID(3, 1);
        var given = together(60).give(PAO, draft, 240, MORNING);
        var over = MORNING.plus(Duration.ofMinutes(60));

        assertThat(given.standing(over.minusMillis(1)).orElseThrow().reach().draft())
                .contains(draft);
        assertThat(given.standing(over)).isEmpty();
        assertThat(given.word(over)).isEqualTo(Word.LAPSED);
        assertThat(given.word(over.minusMillis(1))).isEqualTo(Word.GIVEN);
    }

    @Test
    void thePersonMayAgreeToLessAndNeverToMore() {
        var draft = new UUID(3, 1);

        assertThat(together(60).give(PAO, draft, 15, MORNING).standing(MORNING.plus(Duration.ofMinutes(15))))
                .isEmpty();
        assertThat(together(60).give(PAO, draft, 999, MORNING).standing(MORNING.plus(Duration.ofMinutes(60))))
                .isEmpty();
        assertThat(together(60).give(PAO, draft, -1, MORNING).standing(MORNING.plus(Duration.ofMinutes(4))))
                .isPresent();
    }

    @Test
    void whatIsOverStaysOverWhenItIsEndedLater() {
        var revoked = together(60).give(PAO, new UUID(3, 1), 60, MORNING).revoke(MORNING.plus(Duration.ofHours(2)));

        assertThat(revoked.standing(MORNING.plus(Duration.ofMinutes(61)))).isEmpty();
        assertThat(revoked.standing(MORNING.plus(Duration.ofMinutes(59)))).isPresent();
    }

    @Test
    void whoHelpedIsNotToldWhomOnceItIsOver() {
        var given = together(60).give(PAO, new UUID(3, 1), 60, MORNING);

        assertThat(given.forRepresentative(MORNING).principal()).contains(PAO);
        assertThat(given.forRepresentative(MORNING.plus(Duration.ofHours(1))).principal())
                .isEmpty();
        assertThat(given.revoke(MORNING).forRepresentative(MORNING).principal()).isEmpty();
        assertThat(asked().give(PAO, MORNING)
                        .revoke(MORNING)
                        .forRepresentative(MORNING)
                        .principal())
                .as("a mandate of days")
                .contains(PAO);
    }

    private static Mandate together(int minutes) {
        var asked = asked();
        return new Mandate(
                asked.id(),
                asked.kind(),
                asked.representative(),
                asked.body(),
                asked.principal(),
                new Reach(Set.of(Errand.FILL), Set.of(), Set.of("1.001193")),
                asked.from(),
                asked.until(),
                asked.state(),
                Optional.of(new Together(minutes, Optional.empty())));
    }

    private static Mandate asked() {
        return new Mandate(
                new MandateId(new UUID(2, 1)),
                Standing.Kind.HELPER,
                new Mandate.Representative(HELPER, "Vàng Thị Phượng"),
                "Tổ công nghệ số cộng đồng",
                Optional.empty(),
                BIRTHS,
                DAY,
                DAY.plusDays(2),
                new Asked(MORNING.plus(Duration.ofMinutes(15))));
    }
}
