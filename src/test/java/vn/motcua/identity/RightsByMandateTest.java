package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.identity.Decision.Reason.NOT_IN_YOUR_MANDATE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.Decision.Denied;
import vn.motcua.identity.Decision.Hidden;
import vn.motcua.identity.Decision.Permitted;
import vn.motcua.identity.Reach.Errand;
import vn.motcua.identity.Subject.StageGroup;
import vn.motcua.shared.VietnamTime;

/** What a mandate gives at a dossier: the one question, for who acts for another. */
class RightsByMandateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Matter BIRTH = new Matter("1.001193", "Hộ tịch");
    private static final PersonId PAO = new PersonId(new UUID(1, 1));
    private static final AccountId HIS = new AccountId(new UUID(1, 2));
    private static final MandateId MANDATE = new MandateId(new UUID(1, 3));
    private static final SignedIn.Citizen HELPER =
            new SignedIn.Citizen(new AccountId(new UUID(2, 1)), new PersonId(new UUID(2, 2)), "Vàng Thị Phượng");

    @Test
    void whoMayFollowSeesAndDoesNothing() {
        var who = by(new Reach(Set.of(Errand.FOLLOW), Set.of(), Set.of("1.001193")), lasting());

        assertThat(at(8).of(who, ApplicantAct.READ_OWN, his(StageGroup.FILED))).isInstanceOf(Permitted.class);
        assertThat(at(8).of(who, ApplicantAct.WITHDRAW, his(StageGroup.FILED)))
                .isEqualTo(new Denied(NOT_IN_YOUR_MANDATE));
        assertThat(at(8).of(who, ApplicantAct.DOWNLOAD_RESULT, his(StageGroup.RESOLVED)))
                .isEqualTo(new Denied(NOT_IN_YOUR_MANDATE));
    }

    @Test
    void whatIsAnotherPersonsOrAnotherProceduresIsNotThere() {
        var who = by(new Reach(Set.of(Errand.FOLLOW), Set.of(), Set.of("1.001193")), lasting());

        assertThat(at(8).of(who, ApplicantAct.READ_OWN, of(new PersonId(new UUID(9, 9)), StageGroup.FILED, BIRTH)))
                .isInstanceOf(Hidden.class);
        assertThat(at(8).of(who, ApplicantAct.READ_OWN, of(PAO, StageGroup.FILED, new Matter("1.000656", "Hộ tịch"))))
                .isInstanceOf(Hidden.class);
        assertThat(at(8).of(who, ApplicantAct.READ_OWN, of(HELPER.person(), StageGroup.FILED, BIRTH)))
                .as("the helper's own, under the other's name")
                .isInstanceOf(Hidden.class);
    }

    @Test
    void aDraftIsThereForTheMandateThatBeganIt() {
        var who = by(new Reach(Set.of(Errand.FILE), Set.of(), Set.of()), lasting());

        assertThat(at(8).filing(who, BIRTH, Optional.of(MANDATE))).isInstanceOf(Permitted.class);
        assertThat(at(8).filing(who, BIRTH, Optional.empty())).isInstanceOf(Hidden.class);
        assertThat(at(8).filing(who, BIRTH, Optional.of(new MandateId(new UUID(7, 7)))))
                .isInstanceOf(Hidden.class);
    }

    @Test
    void officersOfTheDeskAreNoApplicantsForAnother() {
        var who = by(new Reach(Set.of(Errand.values()), Set.of(), Set.of()), lasting());

        assertThat(at(8).of(who, DeskAct.SEE, his(StageGroup.FILED))).isInstanceOf(Hidden.class);
        assertThat(at(8).checks(who, Optional.empty())).isInstanceOf(Hidden.class);
    }

    /** From the first day to the last and not after it was ended, whatever is tried. */
    @Property
    void nobodyActsOutsideTheTerm(
            @ForAll @IntRange(min = -50, max = 150) int hours,
            @ForAll @IntRange(min = 0, max = 3) int days,
            @ForAll @IntRange(min = -1, max = 120) int endedAfter,
            @ForAll ApplicantAct act) {
        var begin = DAY.atStartOfDay(VietnamTime.ZONE).toInstant();
        var now = begin.plusSeconds(hours * 3600L);
        var ended = endedAfter < 0 ? Optional.<Instant>empty() : Optional.of(begin.plusSeconds(endedAfter * 3600L));
        var term = new Term(DAY, DAY.plusDays(days), ended);
        var who = by(new Reach(Set.of(Errand.values()), Set.of(), Set.of()), term);

        var permitted = new Rights(now, RightsTest.UNITS, _ -> false)
                        .of(who, act, his(StageGroup.AWAITING_SUPPLEMENT))
                        .permitted()
                || new Rights(now, RightsTest.UNITS, _ -> false)
                        .filing(who, BIRTH, Optional.of(MANDATE))
                        .permitted();

        var inTerm = hours >= 0 && hours < (days + 1) * 24 && (endedAfter < 0 || hours < endedAfter);
        if (!inTerm) {
            assertThat(permitted).isFalse();
        } else {
            assertThat(permitted).isTrue();
        }
    }

    @Test
    void whoHelpsToFillInHasThatOneDraftAndDoesNotFile() {
        var draft = new UUID(5, 1);
        var who = by(new Reach(Set.of(Errand.FILL), Set.of(), Set.of("1.001193")).only(draft), lasting());

        assertThat(at(8).filling(who, BIRTH, Optional.empty(), Optional.of(draft))
                        .permitted())
                .as("though its owner began it")
                .isTrue();
        assertThat(at(8).filling(who, BIRTH, Optional.of(MANDATE), Optional.of(new UUID(5, 2))))
                .isInstanceOf(Hidden.class);
        assertThat(at(8).filling(who, BIRTH, Optional.of(MANDATE), Optional.empty()))
                .as("a new one")
                .isEqualTo(new Denied(NOT_IN_YOUR_MANDATE));
        assertThat(at(8).filing(who, BIRTH, Optional.of(MANDATE))).isEqualTo(new Denied(NOT_IN_YOUR_MANDATE));
        assertThat(at(8).of(who, ApplicantAct.READ_OWN, his(StageGroup.FILED))).isInstanceOf(Hidden.class);
    }

    @Test
    void whoFilesAlsoFillsInAndOnlyWhatTheyBegan() {
        var who = by(new Reach(Set.of(Errand.FILE), Set.of(), Set.of()), lasting());
        var draft = Optional.of(new UUID(5, 1));

        assertThat(at(8).filling(who, BIRTH, Optional.of(MANDATE), draft).permitted())
                .isTrue();
        assertThat(at(8).filling(who, BIRTH, Optional.empty(), draft)).isInstanceOf(Hidden.class);
    }

    private static Rights at(int hour) {
        return new Rights(
                DAY.atTime(hour, 0).atZone(VietnamTime.ZONE).toInstant(), RightsTest.UNITS, "commune-leader"::equals);
    }

    private static Term lasting() {
        return new Term(DAY, DAY, Optional.empty());
    }

    private static SignedIn.ForAnother by(Reach reach, Term term) {
        return new SignedIn.ForAnother(
                HELPER,
                HIS,
                PAO,
                "Lò Văn Páo",
                new Standing.ByMandate(MANDATE, Standing.Kind.HELPER, PAO, reach, term));
    }

    private static Subject his(StageGroup stage) {
        return of(PAO, stage, BIRTH);
    }

    private static Subject of(PersonId applicant, StageGroup stage, Matter matter) {
        return new Subject(
                RightsTest.LAO_CAI,
                RightsTest.ONE_STOP,
                Set.of("receiver"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(applicant),
                Optional.empty(),
                stage,
                matter,
                Set.of());
    }
}
