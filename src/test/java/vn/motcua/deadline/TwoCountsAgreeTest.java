package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import vn.motcua.shared.VietnamTime;

/** The count of the program and the slow one of the tests agree from 2020 to 2030, whatever the days off and the hours of each day are. */
@PropertyDefaults(tries = 2_000)
class TwoCountsAgreeTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST, LocalDate.of(2031, 1, 1));
    private static final int MINUTES = 24 * 60;
    private static final List<String> OWN =
            List.of("07:30-11:30", "13:30-16:00", "08:00-10:00 10:30-19:45", "06:00-09:15", "15:15-15:20");

    @Property
    void onLimitsThatWait(
            @ForAll("calendars") Map<LocalDate, String> days,
            @ForAll("weeks") Map<DayOfWeek, String> week,
            @ForAll("limits") TimeLimit limit,
            @ForAll("moments") int moment,
            @ForAll("waits") List<int[]> waits) {
        var at = received(limit, moment);
        var waited = waits.stream()
                .map(it -> new Interval(
                        Deadlines.instant(at.plusMinutes(it[0])), Deadlines.instant(at.plusMinutes(it[0] + it[1]))))
                .toList();

        var due = Deadlines.subtracting(limit, Deadlines.instant(at), waited, hours(week), calendar(days));

        assertThat(VietnamTime.local(due.at()))
                .isEqualTo(slow(days, week, waited).due(limit, at));
        retold(limit, due, week);
    }

    @Property
    void onLimitsThatDoNotWait(
            @ForAll("calendars") Map<LocalDate, String> days,
            @ForAll("weeks") Map<DayOfWeek, String> week,
            @ForAll("limits") TimeLimit limit,
            @ForAll("moments") int moment) {
        var at = received(limit, moment);

        var due = Deadlines.due(limit, Deadlines.instant(at), hours(week), calendar(days));

        assertThat(VietnamTime.local(due.at()))
                .isEqualTo(slow(days, week, List.of()).due(limit, at));
        retold(limit, due, week);
    }

    /** By its explanation alone, which names the hours of one certain day and takes those of the week as known. */
    private static void retold(TimeLimit limit, Due due, Map<DayOfWeek, String> week) {
        if (week.isEmpty()) {
            assertThat(Retold.due(limit, due.explanation()))
                    .as("by its explanation")
                    .isEqualTo(VietnamTime.local(due.at()));
        }
    }

    /** Early enough that the limit ends in the years of the calendar. */
    private static LocalDateTime received(TimeLimit limit, int moment) {
        var days = switch (limit.unit()) {
            case YEAR -> limit.amount() * 366;
            case MONTH -> limit.amount() * 31;
            case WORKING_DAY, CALENDAR_DAY, HOUR, WORKING_HOUR -> 100;
        };
        return FIRST.atStartOfDay().plusMinutes(moment % ((DAYS - days - 100) * MINUTES));
    }

    @Provide
    Arbitrary<Integer> moments() {
        return Arbitraries.integers().between(0, DAYS * MINUTES);
    }

    @Provide
    Arbitrary<TimeLimit> limits() {
        return Combinators.combine(
                        Arbitraries.of(TimeLimit.Unit.class),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.of(Start.class))
                .as((unit, amount, start) -> switch (start) {
                    case SAME_DAY -> TimeLimit.sameDay();
                    case AT_RECEPTION, AFTER_15_NEXT_DAY -> new TimeLimit(amount(unit, amount), unit, start);
                });
    }

    private static int amount(TimeLimit.Unit unit, int amount) {
        return switch (unit) {
            case WORKING_DAY, CALENDAR_DAY, WORKING_HOUR -> amount;
            case HOUR -> 5 * amount;
            case MONTH -> 1 + amount % 6;
            case YEAR -> 1 + amount % 2;
        };
    }

    /** After how many minutes from the reception, and how long. */
    @Provide
    Arbitrary<List<int[]>> waits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30 * MINUTES),
                        Arbitraries.integers().between(0, 15 * MINUTES))
                .as((from, length) -> new int[] {from, length})
                .list()
                .ofMaxSize(3);
    }

    /**
     * Days off, days and Saturdays worked at hours of their own, anywhere in the eleven years; two fixed ones so that each
     * year is in the data. A day is its kind, and behind a comma its hours.
     */
    @Provide
    Arbitrary<Map<LocalDate, String>> calendars() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, DAYS - 2),
                        Arbitraries.integers().between(-OWN.size(), OWN.size() - 1))
                .as((day, hours) -> new int[] {day, hours})
                .list()
                .ofMinSize(100)
                .ofMaxSize(600)
                .map(TwoCountsAgreeTest::special);
    }

    private static Map<LocalDate, String> special(List<int[]> days) {
        var special = new LinkedHashMap<LocalDate, String>();
        special.put(FIRST, "HOLIDAY,");
        special.put(FIRST.plusDays(DAYS - 1L), "HOLIDAY,");
        for (var day : days) {
            var date = FIRST.plusDays(day[0]);
            var hours = day[1] < 0 ? "" : OWN.get(day[1]);
            var working = hours.isEmpty() ? "HOLIDAY," : "OWN_HOURS,";
            special.put(date, (WorkingCalendar.weekend(date) ? "SWAP_WORK," : working) + hours);
        }
        return special;
    }

    private static WorkingCalendar calendar(Map<LocalDate, String> days) {
        return WorkingCalendar.read(days.entrySet().stream()
                .map(it -> it.getKey() + ",a,a," + it.getValue() + ",b,c")
                .collect(Collectors.joining("\n", "date,name,name_en,kind,hours,legal_basis,confidence\n", "\n")));
    }

    private static SlowCount slow(Map<LocalDate, String> days, Map<DayOfWeek, String> week, List<Interval> waits) {
        var kinds = new HashMap<LocalDate, SpecialDay.Kind>();
        var hours = new HashMap<LocalDate, List<LocalTime>>();
        days.forEach((day, said) -> {
            var parts = said.split(",", -1);
            kinds.put(day, SpecialDay.Kind.valueOf(parts[0]));
            if (!parts[1].isEmpty()) {
                hours.put(day, doors(parts[1]));
            }
        });
        return new SlowCount(
                kinds,
                hours,
                week.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> doors(it.getValue()))),
                waits);
    }

    private static List<LocalTime> doors(String sessions) {
        return Stream.of(sessions.split("[ -]", -1)).map(LocalTime::parse).toList();
    }

    private static OpeningHours hours(Map<DayOfWeek, String> week) {
        return OpeningHours.parse(OpeningHours.usual()
                + week.entrySet().stream()
                        .map(it -> "; " + it.getKey() + " " + it.getValue())
                        .collect(Collectors.joining()));
    }

    /** Days of the week with other hours than the usual ones, such as mornings only on Fridays; half of the agencies have none. */
    @Provide
    Arbitrary<Map<DayOfWeek, String>> weeks() {
        return Arbitraries.oneOf(
                Arbitraries.just(Map.of()),
                Arbitraries.maps(Arbitraries.of(DayOfWeek.class), Arbitraries.of(OWN))
                        .ofMaxSize(3));
    }
}
