package vn.motcua.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.organization.Territory;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.UnitTree;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** Who is reminded of what, when. */
class EscalationTest {

    private static final Escalation RULE = new Escalation(0.25, 1, Duration.ofDays(2));
    private static final OpeningHours HOURS = OpeningHours.usual();
    private static final WorkingCalendar CALENDAR = WorkingCalendar.national();
    private static final Instant BEGUN = at("2026-11-02T08:00");
    private static final Instant DUE = at("2026-11-23T17:00");

    private final List<UnitId> ids =
            List.of(new UnitId(new UUID(0, 1)), new UnitId(new UUID(0, 2)), new UnitId(new UUID(0, 3)));
    private final UnitTree tree = new UnitTree(
            List.of(unit(0, Optional.empty()), unit(1, Optional.of(ids.get(0))), unit(2, Optional.of(ids.get(1)))));

    @Test
    void aDossierHurriesMoreAndMore() {
        assertThat(RULE.urgency(BEGUN, DUE, at("2026-11-10T08:00"))).isEmpty();
        assertThat(RULE.urgency(BEGUN, DUE, at("2026-11-19T08:00"))).contains(Urgency.SOON);
        assertThat(RULE.urgency(BEGUN, DUE, at("2026-11-23T07:30"))).contains(Urgency.TODAY);
        assertThat(RULE.urgency(BEGUN, DUE, DUE)).contains(Urgency.TODAY);
        assertThat(RULE.urgency(BEGUN, DUE, DUE.plusSeconds(1))).contains(Urgency.LATE);
    }

    @Test
    void aLongProcedureIsDueSoonTheDayBeforeAtTheLatest() {
        var noShare = new Escalation(0, 1, Duration.ofDays(2));
        assertThat(noShare.urgency(BEGUN, DUE, at("2026-11-21T23:59"))).isEmpty();
        assertThat(noShare.urgency(BEGUN, DUE, at("2026-11-22T00:01"))).contains(Urgency.SOON);
    }

    @Test
    void theLeaderHearsOfItAtOnceAndTheNextOneAboveEveryTwoWorkingDays() {
        assertThat(superiors(DUE, DUE)).isZero();
        assertThat(superiors(DUE, DUE.plusSeconds(1))).isEqualTo(1);
        // due on Monday; the 24th is a holiday, so that Wednesday and Thursday are the two days
        assertThat(superiors(DUE, at("2026-11-26T16:59"))).isEqualTo(1);
        assertThat(superiors(DUE, at("2026-11-26T17:00"))).isEqualTo(2);
        assertThat(superiors(DUE, at("2026-11-30T16:59"))).isEqualTo(2);
        assertThat(superiors(DUE, at("2026-11-30T17:00"))).isEqualTo(3);
        assertThat(RULE.superiors(DUE, at("2027-11-30T17:00"), 2, HOURS, CALENDAR))
                .isEqualTo(2);
    }

    @Test
    void nobodyIsPassedOverDuringAWeekendOrTet() {
        var friday = at("2026-11-27T17:00");
        assertThat(superiors(friday, at("2026-11-29T23:59"))).isEqualTo(1);
        var beforeTet = at("2026-02-13T17:00");
        assertThat(superiors(beforeTet, at("2026-02-23T07:29"))).isEqualTo(1);
        assertThat(superiors(beforeTet, at("2026-02-24T17:00"))).isEqualTo(2);
    }

    @Test
    void lessThanADayIsWorkingTime() {
        var often = new Escalation(0.25, 1, Duration.ofHours(4));
        assertThat(often.superiors(DUE, at("2026-11-25T11:29"), 9, HOURS, CALENDAR))
                .isEqualTo(1);
        assertThat(often.superiors(DUE, at("2026-11-25T11:30"), 9, HOURS, CALENDAR))
                .isEqualTo(2);
    }

    private static int superiors(Instant due, Instant now) {
        return RULE.superiors(due, now, 9, HOURS, CALENDAR);
    }

    @Test
    void aUnitWithoutALeaderIsPassedOver() {
        var led = Set.of(ids.get(0), ids.get(2));
        assertThat(Escalation.chain(tree, ids.get(2), led::contains, 0)).isEmpty();
        assertThat(Escalation.chain(tree, ids.get(2), led::contains, 1)).containsExactly(ids.get(2));
        assertThat(Escalation.chain(tree, ids.get(2), led::contains, 9)).containsExactly(ids.get(2), ids.get(0));
        assertThat(Escalation.chain(tree, ids.get(1), led::contains, 1)).containsExactly(ids.get(0));
    }

    @Property(tries = 20_000)
    void timeOnlyEverMakesItMoreUrgentAndTellsMoreSuperiors(
            @ForAll @LongRange(max = 100L * 24 * 3600) long first,
            @ForAll @LongRange(max = 30L * 24 * 3600) long then,
            @ForAll @IntRange(max = 100) int share,
            @ForAll @IntRange(max = 5) int days) {
        var rule = new Escalation(share / 100.0, days, Duration.ofDays(2));
        var now = BEGUN.plusSeconds(first);
        var later = now.plusSeconds(then);

        assertThat(hurry(rule, later)).isGreaterThanOrEqualTo(hurry(rule, now));
        assertThat(rule.superiors(DUE, later, 9, HOURS, CALENDAR))
                .isGreaterThanOrEqualTo(rule.superiors(DUE, now, 9, HOURS, CALENDAR));
        assertThat(rule.superiors(DUE, now, 9, HOURS, CALENDAR) > 0)
                .isEqualTo(rule.urgency(BEGUN, DUE, now).equals(Optional.of(Urgency.LATE)));
    }

    @Property(tries = 2_000)
    void whoHeardOfItGoesOnHearingOfIt(
            @ForAll @IntRange(max = 2) int unit,
            @ForAll @IntRange(max = 7) int led,
            @ForAll @IntRange(max = 5) int many) {
        var leaders = new ArrayList<UnitId>();
        for (int i = 0; i < 3; i++) {
            if ((led >> i & 1) == 1) {
                leaders.add(ids.get(i));
            }
        }
        var fewer = Escalation.chain(tree, ids.get(unit), leaders::contains, many);
        var more = Escalation.chain(tree, ids.get(unit), leaders::contains, many + 1);
        assertThat(more.subList(0, fewer.size())).isEqualTo(fewer);
        assertThat(more).doesNotHaveDuplicates();
        assertThat(leaders).containsAll(more);
    }

    private static int hurry(Escalation rule, Instant now) {
        return rule.urgency(BEGUN, DUE, now)
                .map(it -> List.of(Urgency.values()).reversed().indexOf(it) + 1)
                .orElse(0);
    }

    private Unit unit(int number, Optional<UnitId> parent) {
        return new Unit(
                new TenantId(15),
                ids.get(number),
                parent,
                "commune-committee",
                "Đơn vị " + number,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Territory.of(List.of()),
                LocalDate.of(2025, 7, 1),
                Optional.empty());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(VietnamTime.ZONE).toInstant();
    }
}
