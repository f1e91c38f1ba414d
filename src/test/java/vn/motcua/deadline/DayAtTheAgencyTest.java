package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.deadline.Lawbook.CALENDAR;
import static vn.motcua.deadline.Lawbook.HOURS;
import static vn.motcua.deadline.Lawbook.MESSAGES;
import static vn.motcua.deadline.Lawbook.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;
import vn.motcua.shared.VietnamTime;

/** Opening hours, forwarding, apology, and the time that is left. */
class DayAtTheAgencyTest {

    @Test
    void hoursAreWrittenAsTheyAreRead() {
        var text = "07:30-11:30 13:30-17:00; FRIDAY 07:30-11:30";

        assertThat(OpeningHours.parse(text)).hasToString(text);
        assertThat(OpeningHours.parse(text).usualDay()).hasHours(7).hasMinutes(450);
    }

    @Test
    void sessionsOutOfOrderAndDaysWithoutOneAreRefused() {
        assertThatThrownBy(() -> OpeningHours.parse("13:30-17:00 07:30-11:30"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OpeningHours.parse("11:30-07:30")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OpeningHours.parse("morning")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OpeningHours(List.of(), java.util.Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onAHalfDayTheLimitEndsWhenTheAgencyCloses() {
        var mornings = OpeningHours.parse("07:30-11:30 13:30-17:00; FRIDAY 07:30-11:30");

        // Thu 4/6 received, Fri 5/6 is day 1 and closes at 11:30; received Fri 14:00 it is closed: Mon, so Tue 9/6
        assertThat(local(TimeLimit.workingDays(1), "2026-06-04T09:00", mornings))
                .isEqualTo("2026-06-05T11:30");
        assertThat(local(TimeLimit.workingDays(1), "2026-06-05T14:00", mornings))
                .isEqualTo("2026-06-09T17:00");
        assertThat(local(TimeLimit.sameDay(), "2026-06-05T10:00", mornings)).isEqualTo("2026-06-05T11:30");
    }

    @Test
    void papersAreForwardedTheSameDayOrAfter15OnTheNextMorning() {
        assertThat(forwardBy("2026-06-08T15:00")).isEqualTo("2026-06-08T17:00");
        assertThat(forwardBy("2026-06-08T15:01")).isEqualTo("2026-06-09T07:30");
        assertThat(forwardBy("2026-06-05T16:00")).isEqualTo("2026-06-08T07:30");
        assertThat(forwardBy("2026-06-06T09:00")).isEqualTo("2026-06-08T17:00");
    }

    @Test
    void anApologyComesAtLatestOnTheWorkingDayBefore() {
        assertThat(VietnamTime.local(Deadlines.apologyBy(at("2026-06-10T17:00"), HOURS, CALENDAR)))
                .hasToString("2026-06-09T17:00");
        assertThat(VietnamTime.local(Deadlines.apologyBy(at("2026-02-23T17:00"), HOURS, CALENDAR)))
                .hasToString("2026-02-13T17:00");
    }

    @Test
    void moreTimeIsCountedFromWhatWasPromised() {
        // Promised for Fri 13/2/2026 17:00, two working days more: Tết from the 14th to the 22nd
        var due = Deadlines.extended(TimeLimit.workingDays(2), at("2026-02-13T17:00"), HOURS, CALENDAR);

        assertThat(VietnamTime.local(due.at())).hasToString("2026-02-24T17:00");
        assertThat(due.explanation().getFirst().kind()).isEqualTo(Reason.Kind.EXTENDED);
    }

    @Test
    void timeGoesByOnlyWhileTheAgencyIsOpen() {
        // Fri 16:00: one hour until it closes, the weekend, then Monday morning
        assertThat(after(Duration.ofMinutes(60), "2026-06-05T16:00")).isEqualTo("2026-06-05T17:00");
        assertThat(after(Duration.ofMinutes(61), "2026-06-05T16:00")).isEqualTo("2026-06-08T07:31");
        assertThat(after(Duration.ofHours(5), "2026-06-08T07:30"))
                .as("over noon")
                .isEqualTo("2026-06-08T14:30");
        assertThat(after(Duration.ofHours(1), "2026-06-06T09:00")).isEqualTo("2026-06-08T08:30");
        assertThat(after(Duration.ZERO, "2026-06-06T09:00")).isEqualTo("2026-06-06T09:00");
    }

    @Test
    void aWaitBeforeTheSupplementIsNoWaitOfTheNewClock() {
        var before = new Interval(at("2026-06-09T07:30"), at("2026-06-10T17:00"));
        var afterwards = new Interval(at("2026-06-16T07:30"), at("2026-06-17T07:30"));
        var start = at("2026-06-15T09:00");

        assertThat(restarted(start, List.of(before)))
                .isEqualTo(restarted(start, List.of()))
                .isEqualTo("2026-06-17T17:00");
        assertThat(restarted(start, List.of(before, afterwards))).isEqualTo("2026-06-18T17:00");
    }

    private static String restarted(Instant from, List<Interval> waits) {
        return VietnamTime.local(Deadlines.restarted(TimeLimit.workingDays(2), from, waits, HOURS, CALENDAR)
                        .at())
                .toString();
    }

    private static String after(Duration working, String from) {
        return VietnamTime.local(Deadlines.after(working, at(from), HOURS, CALENDAR))
                .toString();
    }

    @Test
    void whatIsLeftIsSaidInWorkingTime() {
        // Mon 10:00 to Wed 17:00: Mon 1.5 + 3.5 hours, Tue and Wed a whole day each
        var left = Deadlines.remaining(at("2026-06-10T17:00"), at("2026-06-08T10:00"), HOURS, CALENDAR);

        assertThat(left).isEqualTo(new Remaining(false, 2, 5, 0));
        assertThat(left.say(Language.VI, MESSAGES)).isEqualTo("Còn 2\u00a0ngày 5\u00a0giờ làm việc");
        assertThat(left.brief(Language.EN, MESSAGES)).isEqualTo("2\u00a0days of working time left");
    }

    @Test
    void howLateItIsLeavesOutTheWeekend() {
        // Fri 17:00 to Mon 08:45: only Monday's 75 minutes
        var late = Deadlines.remaining(at("2026-06-05T17:00"), at("2026-06-08T08:45"), HOURS, CALENDAR);

        assertThat(late).isEqualTo(new Remaining(true, 0, 1, 15));
        assertThat(late.say(Language.VI, MESSAGES)).isEqualTo("Quá hạn 1\u00a0giờ 15\u00a0phút làm việc");
        assertThat(late.brief(Language.VI, MESSAGES)).isEqualTo("Quá hạn 1\u00a0giờ làm việc");
    }

    @Test
    void onTheWeekendAfterTheDueMomentItIsJustPastDue() {
        var due = at("2026-06-05T17:00");

        assertThat(Deadlines.remaining(due, at("2026-06-06T10:00"), HOURS, CALENDAR)
                        .say(Language.VI, MESSAGES))
                .isEqualTo("Vừa quá hạn");
        assertThat(Deadlines.remaining(due, due, HOURS, CALENDAR).say(Language.VI, MESSAGES))
                .isEqualTo("Sắp hết hạn");
        assertThat(Deadlines.remaining(due, at("2026-06-05T16:59"), HOURS, CALENDAR)
                        .say(Language.EN, MESSAGES))
                .isEqualTo("1\u00a0minute of working time left");
    }

    @Test
    void theBarShowsTheShareOfWorkingTimeUsed() {
        // Mon 17:00 to Wed 17:00 is two working days; Tue 17:00 is half of it
        assertThat(share("2026-06-09T17:00").fraction()).isEqualTo(0.5);
        assertThat(share("2026-06-09T17:00").percent()).isEqualTo(50);
        assertThat(share("2026-06-10T16:59").percent()).isEqualTo(99);
        assertThat(share("2026-06-12T17:00").fraction()).isEqualTo(2);
        assertThat(share("2026-06-12T17:00").percent()).isEqualTo(100);
        assertThat(share("2026-06-08T08:00").percent()).isZero();
    }

    @Test
    void waitingIsNoUseOfTheLimit() {
        var tuesday = new Interval(at("2026-06-09T07:30"), at("2026-06-09T17:00"));

        // Of Tue and Wed, Tuesday was waiting: by Wed 11:30 four of seven and a half hours are used
        var share = Deadlines.share(
                at("2026-06-08T17:00"),
                List.of(tuesday),
                at("2026-06-10T17:00"),
                at("2026-06-10T11:30"),
                HOURS,
                CALENDAR);

        assertThat(share.used()).hasHours(4);
        assertThat(share.total()).hasMinutes(450);
    }

    @Test
    void aLimitIsSaidInWords() {
        assertThat(TimeLimit.workingDays(5).say(Language.VI, MESSAGES)).isEqualTo("5\u00a0ngày làm việc");
        assertThat(TimeLimit.sameDay().say(Language.VI, MESSAGES)).isEqualTo("trong ngày làm việc");
        assertThat(TimeLimit.parse("1 MONTH").say(Language.EN, MESSAGES)).isEqualTo("1\u00a0month");
        for (var unit : TimeLimit.Unit.values()) {
            assertThat(new TimeLimit(2, unit).say(Language.EN, MESSAGES)).startsWith("2\u00a0");
        }
    }

    @Test
    void aLimitThatMakesNoSenseIsRefused() {
        for (var text : List.of("0 HOUR", "2001 HOUR", "2 WORKING_DAY SAME_DAY", "1 HOUR SAME_DAY", "5")) {
            assertThatThrownBy(() -> TimeLimit.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(TimeLimit.parse("5 HOUR AFTER_15_NEXT_DAY")).hasToString("5 HOUR AFTER_15_NEXT_DAY");
        assertThat(TimeLimit.workingDays(5).from(Start.AFTER_15_NEXT_DAY))
                .isEqualTo(TimeLimit.parse("5 WORKING_DAY AFTER_15_NEXT_DAY"));
    }

    private static String local(TimeLimit limit, String received, OpeningHours hours) {
        return VietnamTime.local(
                        Deadlines.due(limit, at(received), hours, CALENDAR).at())
                .toString();
    }

    private static String forwardBy(String received) {
        return VietnamTime.local(Deadlines.forwardBy(at(received), HOURS, CALENDAR))
                .toString();
    }

    private static ProcessingShare share(String now) {
        return Deadlines.share(at("2026-06-08T17:00"), List.of(), at("2026-06-10T17:00"), at(now), HOURS, CALENDAR);
    }
}
