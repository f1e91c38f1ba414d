package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.deadline.Lawbook.MESSAGES;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;

class WorkingCalendarTest {

    /** Read anew for each test. */
    private final WorkingCalendar calendar = WorkingCalendar.national();

    private static final String HEAD = "date,name,name_en,kind,legal_basis,confidence\n";
    private static final String HOURS = "date,name,name_en,kind,legal_basis,confidence,hours\n";
    private static final String ONE = HEAD + "2026-09-02,Quốc khánh,National Day,HOLIDAY,Đ112,CHECKED\n";

    @Test
    void officesWorkFromMondayToFridayAndOnSwappedSaturdays() {
        assertThat(List.of("2026-06-05", "2026-06-08", "2025-04-26", "2024-05-04", "2026-01-10", "2026-08-22"))
                .noneMatch(it -> calendar.rests(LocalDate.parse(it)));
        assertThat(List.of("2026-06-06", "2026-06-07", "2026-04-27", "2026-01-02", "2026-08-31", "2026-11-24"))
                .allMatch(it -> calendar.rests(LocalDate.parse(it)));
    }

    @Test
    void workingDaysBetweenLeaveOutTheFirstAndKeepTheLast() {
        // After Fri 13/2/2026, Tet until Sun 22/2: Mon 23, Tue 24
        assertThat(between("2026-02-13", "2026-02-24")).isEqualTo(2);
        assertThat(between("2026-06-08", "2026-06-08")).isZero();
        assertThat(between("2026-06-09", "2026-06-08")).isZero();
    }

    @Test
    void aYearWithAnExpectedDayIsNotAnnounced() {
        assertThat(List.of(2024, 2025, 2026)).allMatch(calendar::announced);
        assertThat(List.of(2027, 2028)).noneMatch(calendar::announced);
    }

    @Test
    void afterTheDataOnlyTheHolidaysOfFixedDateAreKnown() {
        // 2028: Sat 1/1 moves a day off to Mon 3/1; Sun 30/4 with Mon 1/5 to Tue 2/5; Sat 2/9 to Mon 4/9
        assertThat(List.of("2028-01-01", "2028-01-03", "2028-05-01", "2028-05-02", "2028-09-04", "2028-11-24"))
                .allMatch(it -> calendar.rests(LocalDate.parse(it)));
        assertThat(calendar.rests(LocalDate.parse("2028-01-04"))).isFalse();
        assertThat(calendar.days()).allMatch(it -> it.date().getYear() <= 2027);
        // 24/11/2029 is a Saturday; Culture Day is not in Đ112, so there is no day in lieu
        assertThat(calendar.rests(LocalDate.parse("2029-11-26"))).isFalse();
    }

    @Test
    void aDayIsCalledWhatPeopleCallIt() {
        var day = calendar.special(LocalDate.of(2026, 9, 2)).orElseThrow();

        assertThat(day.name(Language.VI)).isEqualTo(day.name()).isNotEmpty();
        assertThat(day.name(Language.EN)).isEqualTo(day.nameEn()).isNotEmpty();
    }

    @Test
    void aDayOutsideTheCalendarIsRefused() {
        for (var day : List.of("2023-12-31", "2038-01-01")) {
            assertThatThrownBy(() -> calendar.rests(LocalDate.parse(day)))
                    .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                    .satisfies(it -> {
                        assertThat(it.code()).isEqualTo(DeadlineRefusal.CALENDAR_OUT_OF_RANGE);
                        assertThat(it.code().kind()).isEqualTo(RefusalCode.Kind.NOT_VALID);
                        assertThat(MESSAGES.say(Language.VI, it)).contains("năm " + day.substring(0, 4));
                    });
        }
        assertThat(calendar.rests(LocalDate.parse("2037-12-31"))).isFalse();
    }

    @Test
    void anotherDayIsAnotherVersion() {
        var one = WorkingCalendar.read(ONE);

        assertThat(one.version())
                .startsWith("vn-2026-2026-")
                .isEqualTo(WorkingCalendar.read(ONE).version());
        assertThat(WorkingCalendar.read(ONE + "2026-09-01,Quốc khánh,National Day,HOLIDAY,Đ112,CHECKED\n")
                        .version())
                .isNotEqualTo(one.version());
        assertThat(WorkingCalendar.read(ONE.replace("CHECKED", "PROVISIONAL")).version())
                .isNotEqualTo(one.version());
    }

    @Test
    void anAgencyShutForAStormAddsItsOwnDay() {
        var storm = new SpecialDay(
                LocalDate.of(2026, 6, 9), "Bão", "Storm", SpecialDay.Kind.SUSPENSION, "Quyết định của UBND", "CHECKED");
        var own = calendar.with(List.of(storm));

        assertThat(own.version()).isNotEqualTo(calendar.version());
        assertThat(own.days()).hasSize(calendar.days().size() + 1);
        assertThat(own.announced(2026)).isTrue();
        assertThat(own.announced(2028))
                .as("days expected by their date are not announced")
                .isFalse();
        assertThat(Deadlines.due(TimeLimit.workingDays(1), Lawbook.at("2026-06-08T09:00"), OpeningHours.usual(), own)
                        .say(Language.VI, MESSAGES))
                .contains("thứ Ba 9/6: cơ quan tạm ngừng làm việc (Bão), không tính", "thứ Tư 10/6: tính, ngày thứ 1");
    }

    @Test
    void oneCertainDayIsWorkedUntilNoon() {
        var own =
                WorkingCalendar.read(HOURS + "2026-06-04,Tổng vệ sinh,Cleaning day,OWN_HOURS,TB 1,CHECKED,07:30-11:30\n"
                        + "2026-06-06,Làm bù,Make-up day,SWAP_WORK,TB 1,CHECKED,08:00-11:00\n");
        var hours = OpeningHours.parse("07:00-11:00 13:00-16:30");

        assertThat(own.rests(LocalDate.of(2026, 6, 4))).isFalse();
        assertThat(own.rests(LocalDate.of(2026, 6, 6))).isFalse();
        assertThat(hours.on(LocalDate.of(2026, 6, 4), own)).hasToString("[07:30-11:30]");
        assertThat(hours.opens(LocalDate.of(2026, 6, 6), own)).hasToString("2026-06-06T08:00");
        assertThat(hours.closes(LocalDate.of(2026, 6, 5), own))
                .as("any other day")
                .hasToString("2026-06-05T16:30");
        assertThat(hours.open(Count.minute(Lawbook.at("2026-06-04T14:00")), own))
                .isFalse();
        var due = Deadlines.due(TimeLimit.workingDays(3), Lawbook.at("2026-06-02T09:00"), OpeningHours.usual(), own);
        assertThat(due.say(Language.VI, MESSAGES))
                .containsSubsequence(
                        "thứ Tư 3/6: tính, ngày thứ 1",
                        "thứ Năm 4/6: riêng ngày này cơ quan làm việc 07:30-11:30 (Tổng vệ sinh)",
                        "thứ Năm 4/6: tính, ngày thứ 2");
        assertThat(due.say(Language.EN, MESSAGES))
                .contains("Thursday 4/6: on this day alone the office is open 07:30-11:30 (Cleaning day)");
    }

    @Test
    void otherHoursOfOneDayAreAnotherVersion() {
        var line = HOURS + "2026-06-04,a,a,OWN_HOURS,TB 1,CHECKED,";

        assertThat(WorkingCalendar.read(line + "07:30-11:30\n").version())
                .isNotEqualTo(WorkingCalendar.read(line + "07:30-11:00\n").version());
        assertThat(WorkingCalendar.read(ONE).version())
                .as("a column without hours changes nothing")
                .isEqualTo(WorkingCalendar.read(HOURS + "2026-09-02,Quốc khánh,National Day,HOLIDAY,Đ112,CHECKED,\n")
                        .version());
    }

    @Test
    void hoursOfOneDayThatMakeNoSenseAreRefusedByTheirLine() {
        for (var line : List.of(
                "2026-06-04,a,a,OWN_HOURS,TB 1,CHECKED,",
                "2026-06-04,a,a,OWN_HOURS,TB 1,CHECKED,morning",
                "2026-06-04,a,a,OWN_HOURS,TB 1,CHECKED,11:30-07:30",
                "2026-06-04,a,a,OWN_HOURS,TB 1,CHECKED,13:30-17:00 07:30-11:30",
                "2026-06-04,a,a,OWN_HOURS,,CHECKED,07:30-11:30",
                "2026-06-06,a,a,OWN_HOURS,TB 1,CHECKED,07:30-11:30",
                "2026-06-04,a,a,HOLIDAY,TB 1,CHECKED,07:30-11:30")) {
            assertThatThrownBy(() -> WorkingCalendar.read(HOURS + line))
                    .as(line)
                    .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                    .satisfies(it -> assertThat(MESSAGES.say(Language.VI, it)).startsWith("Dòng 2 "));
        }
    }

    @Test
    void aLineThatMakesNoSenseIsRefusedByItsNumber() {
        for (var line : List.of(
                "2026-02-30,Tết,Tet,HOLIDAY,x,CHECKED",
                "2026-02-17,Tết,Tet,PARTY,x,CHECKED",
                "2026-09-02,Quốc khánh,National Day,HOLIDAY,x,CHECKED",
                "2026-06-08,Làm bù,Swap,SWAP_WORK,x,CHECKED",
                "2026-06-08,Làm bù")) {
            assertThatThrownBy(() -> WorkingCalendar.read(ONE + line))
                    .as(line)
                    .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                    .satisfies(it -> {
                        assertThat(it.code()).isEqualTo(DeadlineRefusal.CALENDAR_UNREADABLE);
                        assertThat(MESSAGES.say(Language.VI, it)).startsWith("Dòng 3 ");
                    });
        }
        assertThatThrownBy(() -> WorkingCalendar.read(HEAD)).isInstanceOf(Refused.class);
    }

    private int between(String from, String to) {
        return calendar.workingDaysBetween(LocalDate.parse(from), LocalDate.parse(to));
    }
}
