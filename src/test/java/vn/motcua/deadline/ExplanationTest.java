package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.deadline.Lawbook.CALENDAR;
import static vn.motcua.deadline.Lawbook.HOURS;
import static vn.motcua.deadline.Lawbook.MESSAGES;
import static vn.motcua.deadline.Lawbook.at;
import static vn.motcua.deadline.Lawbook.due;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;

class ExplanationTest {

    @Test
    void aShortLimitIsToldDayByDay() {
        assertThat(due("3 WORKING_DAY", "2025-04-24T10:00").say(Language.VI, MESSAGES))
                .containsExactly(
                        "thứ Năm 24/04/2025, 10:00: nhận hồ sơ đầy đủ, đúng quy định",
                        "thứ Năm 24/4: ngày nhận, không tính",
                        "thứ Sáu 25/4: tính, ngày thứ 1",
                        "thứ Bảy 26/4: tính, ngày thứ 2 (Làm bù thay 02/5)",
                        "Chủ nhật 27/4: ngày nghỉ hằng tuần, không tính",
                        "thứ Hai 28/4: tính, ngày thứ 3",
                        "Hạn: 17:00, thứ Hai 28/04/2025");
    }

    @Test
    void itsLinesAddUpToTheLimit() {
        assertThat(due("25 WORKING_DAY", "2026-03-30T09:00").explanation())
                .extracting(Reason::countedDays)
                .contains(0, 19, 2)
                .satisfies(
                        it -> assertThat(it.stream().mapToInt(Integer::intValue).sum())
                                .isEqualTo(25));
        assertThat(due("3 WORKING_DAY", "2025-04-24T10:00").explanation().stream()
                        .mapToInt(Reason::countedDays)
                        .sum())
                .isEqualTo(3);
        assertThat(due("9 WORKING_HOUR", "2026-06-08T10:00").explanation().stream()
                        .mapToInt(Reason::countedMinutes)
                        .sum())
                .isEqualTo(9 * 60);
    }

    @Test
    void theSameIsSaidInEnglish() {
        assertThat(due("1 WORKING_DAY", "2026-02-13T17:30").say(Language.EN, MESSAGES))
                .containsExactly(
                        "Friday 13/02/2026, 17:30: dossier received complete and correct",
                        "Received outside opening hours: counted as received when the office opens, 07:30 Monday 23/02/2026",
                        "Monday 23/2: day of reception, not counted",
                        "Tuesday 24/2: counted, day 1",
                        "Due: 17:00, Tuesday 24/02/2026");
    }

    @Test
    void aHolidayOfSeveralDaysIsOneLine() {
        assertThat(due("2 WORKING_DAY", "2026-02-12T09:00").say(Language.VI, MESSAGES))
                .contains("Từ thứ Bảy 14/2 đến Chủ nhật 22/2: nghỉ Tết Nguyên đán Bính Ngọ, không tính");
    }

    @Test
    void aLongLimitIsToldInRunsBrokenOnlyByWhatIsNotAnOrdinaryWeek() {
        // 31/3 to 24/4 is 19 working days with three weekends between; Sat 25/4 follows them and precedes the holiday
        assertThat(due("25 WORKING_DAY", "2026-03-30T09:00").say(Language.VI, MESSAGES))
                .containsExactly(
                        "thứ Hai 30/03/2026, 09:00: nhận hồ sơ đầy đủ, đúng quy định",
                        "thứ Hai 30/3: ngày nhận, không tính",
                        "Từ thứ Ba 31/3 đến thứ Sáu 24/4: tính, từ ngày thứ 1 đến ngày thứ 19; không tính 6 ngày thứ Bảy, Chủ nhật ở giữa",
                        "thứ Bảy 25/4: ngày nghỉ hằng tuần, không tính",
                        "Chủ nhật 26/4: nghỉ lễ, Giỗ Tổ Hùng Vương (Chủ nhật), không tính",
                        "thứ Hai 27/4: Nghỉ bù Giỗ Tổ, không tính",
                        "Từ thứ Ba 28/4 đến thứ Tư 29/4: tính, từ ngày thứ 20 đến ngày thứ 21",
                        "thứ Năm 30/4: nghỉ lễ, Ngày Chiến thắng, không tính",
                        "thứ Sáu 1/5: nghỉ lễ, Quốc tế Lao động, không tính",
                        "thứ Bảy 2/5: ngày nghỉ hằng tuần, không tính",
                        "Chủ nhật 3/5: ngày nghỉ hằng tuần, không tính",
                        "Từ thứ Hai 4/5 đến thứ Năm 7/5: tính, từ ngày thứ 22 đến ngày thứ 25",
                        "Hạn: 17:00, thứ Năm 07/05/2026");
    }

    @Test
    void aLastDayOfRestSaysWhyItRolls() {
        assertThat(due("1 MONTH", "2026-03-31T09:00").say(Language.VI, MESSAGES))
                .containsExactly(
                        "thứ Ba 31/03/2026, 09:00: nhận hồ sơ đầy đủ, đúng quy định",
                        "1 tháng kể từ thứ Ba 31/03/2026: đến thứ Năm 30/4",
                        "Tháng cuối không có ngày 31: lấy ngày cuối tháng, thứ Năm 30/04/2026",
                        "Ngày cuối (thứ Năm 30/4) rơi vào dịp nghỉ (Ngày Chiến thắng; Quốc tế Lao động): thời hạn kết thúc vào ngày làm việc tiếp theo, thứ Hai 4/5",
                        "Hạn: 17:00, thứ Hai 04/05/2026");
    }

    @Test
    void aLastDayOnAWeekendRollsToMonday() {
        assertThat(due("5 CALENDAR_DAY", "2026-06-01T09:00").say(Language.EN, MESSAGES))
                .contains(
                        "Tuesday 2/6 to Saturday 6/6: every day counted, days 1 to 5",
                        "The last day (Saturday 6/6) is a weekly day of rest: the time limit ends with the next working day, Monday 8/6");
    }

    @Test
    void aRunOverWeekendsSaysHowManyDaysItLeavesOut() {
        assertThat(due("11 WORKING_DAY", "2026-06-01T09:00").say(Language.EN, MESSAGES))
                .contains(
                        "Tuesday 2/6 to Tuesday 16/6: counted, days 1 to 11; the 4 Saturdays and Sundays between not counted");
    }

    @Test
    void aReasonNamesItsArticleOfLaw() {
        assertThat(Reason.Kind.FIRST_DAY.basis()).contains(new LegalBasis(LegalAct.CIVIL_CODE_2015, 147, 2));
        assertThat(Reason.Kind.OPENS_LATER.basis()).as("no text was found").isEmpty();
    }

    @Test
    void workingHoursAreToldByTheDay() {
        assertThat(due("8 WORKING_HOUR", "2026-06-08T09:00").say(Language.VI, MESSAGES))
                .contains("thứ Hai 8/6: tính 6\u00a0giờ làm việc", "thứ Ba 9/6: tính 2\u00a0giờ làm việc");
    }

    @Test
    void aYearNotAnnouncedIsSaidInTheExplanation() {
        assertThat(due("5 WORKING_DAY", "2026-12-29T09:00").say(Language.EN, MESSAGES))
                .contains("The days off of 2027 are not announced yet: this due date is provisional");
    }

    @Test
    void theRuleAndTheCalendarAreNamed() {
        var due = due("5 CALENDAR_DAY AFTER_15_NEXT_DAY", "2026-06-01T09:00");

        assertThat(due.rule()).isEqualTo("calendar-day+after-15/1");
        assertThat(due.calendarVersion()).isEqualTo(CALENDAR.version()).matches("vn-2024-2027-[0-9a-f]{8}");
        assertThat(due("1 WORKING_DAY SAME_DAY", "2026-06-01T09:00").rule()).isEqualTo("same-day/1");
        var waited = Deadlines.subtracting(
                TimeLimit.workingDays(3),
                at("2026-06-01T09:00"),
                List.of(new Interval(at("2026-06-02T09:00"), at("2026-06-02T10:00"))),
                HOURS,
                CALENDAR);
        assertThat(waited.rule()).isEqualTo("working-day+waiting/1");
    }

    @Test
    void everyKindOfReasonCanBeSaid() {
        for (var language : Language.values()) {
            for (var kind : Reason.Kind.values()) {
                assertThat(MESSAGES.all(language)).containsKey("deadline.reason." + kind);
            }
        }
    }

    @Test
    void aReasonWithoutItsFactsIsRefused() {
        assertThatThrownBy(() -> Reason.of(Reason.Kind.COUNTED, LocalDate.of(2026, 6, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
