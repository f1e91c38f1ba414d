package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.deadline.Lawbook.CALENDAR;
import static vn.motcua.deadline.Lawbook.HOURS;
import static vn.motcua.deadline.Lawbook.MESSAGES;
import static vn.motcua.deadline.Lawbook.at;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;
import vn.motcua.shared.VietnamTime;

/** June 2026: Monday is 1, 8, 15, 22, 29; there is no holiday. */
class TwoClocksTest {

    @Test
    void theClockOfTheLawStartsFromZeroWhenTheSupplementIsComplete() {
        var due = Deadlines.restarted(TimeLimit.workingDays(5), at("2026-06-10T10:00"), HOURS, CALENDAR);

        // Wed 10/6 not counted; 11, 12, 15, 16, 17/6
        assertThat(VietnamTime.local(due.at())).hasToString("2026-06-17T17:00");
        assertThat(due.say(Language.VI, MESSAGES))
                .startsWith("thứ Tư 10/06/2026, 10:00: đã bổ sung đầy đủ, thời hạn tính lại từ đầu");
    }

    @Test
    void theOtherClockLeavesOutTheDaysThatEndedInWaiting() {
        // Received Mon 1/6. Day 1 is Tue 2/6. Requested Wed 3/6, supplemented Wed 10/6: 3 to 9/6 ended in waiting.
        // Wed 10/6 is day 2, Thu 11 day 3, Fri 12 day 4, Mon 15 day 5.
        var due = subtracting("5 WORKING_DAY", "2026-06-01T09:00", "2026-06-03T14:00/2026-06-10T10:00");

        assertThat(VietnamTime.local(due.at())).hasToString("2026-06-15T17:00");
        assertThat(due.say(Language.VI, MESSAGES)).contains("Từ thứ Tư 3/6 đến hết thứ Ba 9/6: chờ, không tính");
    }

    @Test
    void aWaitWithinOneDayCostsALimitByDaysNothing() {
        assertThat(VietnamTime.local(
                        subtracting("2 WORKING_DAY", "2026-06-01T09:00", "2026-06-02T08:00/2026-06-02T16:00")
                                .at()))
                .hasToString("2026-06-03T17:00");
    }

    @Test
    void aRequestOnTheLastDayLeavesTheDayOfTheSupplement() {
        // Received Mon 8/6, due Tue 9/6; requested that morning, supplemented Fri 12/6: Friday is day 1
        assertThat(VietnamTime.local(
                        subtracting("1 WORKING_DAY", "2026-06-08T09:00", "2026-06-09T09:00/2026-06-12T10:00")
                                .at()))
                .hasToString("2026-06-12T17:00");
        assertThat(VietnamTime.local(
                        subtracting("1 WORKING_DAY", "2026-06-08T09:00", "2026-06-09T09:00/2026-06-12T20:00")
                                .at()))
                .as("supplemented after closing: Monday")
                .hasToString("2026-06-15T17:00");
        assertThat(VietnamTime.local(
                        subtracting("1 WORKING_DAY SAME_DAY", "2026-06-08T09:00", "2026-06-08T10:00/2026-06-10T10:00")
                                .at()))
                .as("same day: the day of the supplement")
                .hasToString("2026-06-10T17:00");
    }

    @Test
    void aLimitDoesNotRollOntoADayOfWaiting() {
        // The 5th day is Sat 6/6, so Mon 8/6; but from Sunday to Wed 10/6 the applicant was asked
        assertThat(VietnamTime.local(
                        subtracting("5 CALENDAR_DAY", "2026-06-01T09:00", "2026-06-07T10:00/2026-06-10T10:00")
                                .at()))
                .hasToString("2026-06-10T17:00");
        // 48 hours run out on Sat 6/6 at 10:00; the office opens Mon 7:30, when the dossier waits until Tue 9:00
        assertThat(VietnamTime.local(subtracting("48 HOUR", "2026-06-04T10:00", "2026-06-07T10:00/2026-06-09T09:00")
                        .at()))
                .hasToString("2026-06-09T09:00");
    }

    @Test
    void calendarDaysOfWaitingAreLeftOut() {
        // 2/6 is day 1, 3-5/6 ended in waiting, 6/6 is day 2, 7/6 day 3, 8/6 day 4, Tue 9/6 day 5
        assertThat(VietnamTime.local(
                        subtracting("5 CALENDAR_DAY", "2026-06-01T09:00", "2026-06-03T09:00/2026-06-06T09:00")
                                .at()))
                .hasToString("2026-06-09T17:00");
    }

    @Test
    void aMonthOfWaitingDaysMovesOnByThoseDays() {
        // 1/6 to 1/7 is 30 days; 10-12/6 ended in waiting, 3 days: 4/7 is a Saturday, so Mon 6/7
        assertThat(VietnamTime.local(subtracting("1 MONTH", "2026-06-01T09:00", "2026-06-10T09:00/2026-06-13T09:00")
                        .at()))
                .hasToString("2026-07-06T17:00");
    }

    @Test
    void hoursOfTheClockStandStillWhileWaiting() {
        // 24 hours from Mon 10:00, 3 of waiting: Tue 13:00 is noon break, so when the office opens at 13:30
        assertThat(VietnamTime.local(subtracting("24 HOUR", "2026-06-08T10:00", "2026-06-08T14:00/2026-06-08T17:00")
                        .at()))
                .hasToString("2026-06-09T13:30");
    }

    @Test
    void workingHoursStandStillWhileWaiting() {
        // Mon 9:00-10:00 is 1 hour, waiting to 14:00, 14:00-17:00 is 3 hours
        var due = subtracting("4 WORKING_HOUR", "2026-06-08T09:00", "2026-06-08T10:00/2026-06-08T14:00");

        assertThat(VietnamTime.local(due.at())).hasToString("2026-06-08T17:00");
        assertThat(due.say(Language.EN, MESSAGES))
                .contains("10:00 Monday 8/6 to 14:00 Monday 8/6: waiting for 4\u00a0hours, not counted");
    }

    @Test
    void whatComesAfterTheDueMomentNoLongerMovesIt() {
        var plain = Lawbook.due("2 WORKING_DAY", "2026-06-01T09:00");

        assertThat(subtracting("2 WORKING_DAY", "2026-06-01T09:00", "2026-06-04T08:00/2026-06-20T08:00")
                        .at())
                .isEqualTo(plain.at());
    }

    @Test
    void anIntervalDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new Interval(at("2026-06-02T09:00"), at("2026-06-01T09:00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Due subtracting(String limit, String received, String... waits) {
        return Deadlines.subtracting(
                TimeLimit.parse(limit),
                at(received),
                Stream.of(waits)
                        .map(it -> it.split("/", -1))
                        .map(it -> new Interval(at(it[0]), at(it[1])))
                        .toList(),
                HOURS,
                CALENDAR);
    }

    @Test
    void overlappingWaitsCountOnce() {
        var once = subtracting("5 WORKING_DAY", "2026-06-01T09:00", "2026-06-03T14:00/2026-06-10T10:00");

        assertThat(subtracting(
                                "5 WORKING_DAY",
                                "2026-06-01T09:00",
                                "2026-06-04T14:00/2026-06-10T10:00",
                                "2026-06-03T14:00/2026-06-05T10:00")
                        .explanation())
                .isEqualTo(once.explanation());
        assertThat(List.of(once.at()))
                .containsExactly(subtracting(
                                "5 WORKING_DAY",
                                "2026-06-01T09:00",
                                "2026-06-03T14:00/2026-06-10T10:00",
                                "2026-06-05T14:00/2026-06-06T10:00")
                        .at());
    }
}
