package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import vn.motcua.shared.VietnamTime;

/** The count of the program and the slow one of the tests agree from 2020 to 2030, whatever the days off are. */
@PropertyDefaults(tries = 2_000)
class TwoCountsAgreeTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST, LocalDate.of(2031, 1, 1));
    private static final int MINUTES = 24 * 60;
    private static final OpeningHours HOURS = OpeningHours.usual();

    @Property
    void onLimitsThatWait(
            @ForAll("calendars") Map<LocalDate, SpecialDay.Kind> days,
            @ForAll("limits") TimeLimit limit,
            @ForAll("moments") int moment,
            @ForAll("waits") List<int[]> waits) {
        var at = received(limit, moment);
        var waited = waits.stream()
                .map(it -> new Interval(
                        Deadlines.instant(at.plusMinutes(it[0])), Deadlines.instant(at.plusMinutes(it[0] + it[1]))))
                .toList();

        assertThat(VietnamTime.local(Deadlines.subtracting(limit, Deadlines.instant(at), waited, HOURS, calendar(days))
                        .at()))
                .isEqualTo(new SlowCount(days, waited).due(limit, at));
    }

    @Property
    void onLimitsThatDoNotWait(
            @ForAll("calendars") Map<LocalDate, SpecialDay.Kind> days,
            @ForAll("limits") TimeLimit limit,
            @ForAll("moments") int moment) {
        var at = received(limit, moment);

        assertThat(VietnamTime.local(Deadlines.due(limit, Deadlines.instant(at), HOURS, calendar(days))
                        .at()))
                .isEqualTo(new SlowCount(days, List.of()).due(limit, at));
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

    /** Days off and Saturdays worked, anywhere in the eleven years; two fixed ones so that each year is in the data. */
    @Provide
    Arbitrary<Map<LocalDate, SpecialDay.Kind>> calendars() {
        return Arbitraries.integers()
                .between(1, DAYS - 2)
                .list()
                .ofMinSize(100)
                .ofMaxSize(600)
                .map(TwoCountsAgreeTest::special);
    }

    private static Map<LocalDate, SpecialDay.Kind> special(List<Integer> days) {
        var special = new LinkedHashMap<LocalDate, SpecialDay.Kind>();
        special.put(FIRST, SpecialDay.Kind.HOLIDAY);
        special.put(FIRST.plusDays(DAYS - 1L), SpecialDay.Kind.HOLIDAY);
        for (var day : days) {
            var date = FIRST.plusDays(day);
            special.put(date, WorkingCalendar.weekend(date) ? SpecialDay.Kind.SWAP_WORK : SpecialDay.Kind.HOLIDAY);
        }
        return special;
    }

    private static WorkingCalendar calendar(Map<LocalDate, SpecialDay.Kind> days) {
        return WorkingCalendar.read(days.entrySet().stream()
                .map(it -> it.getKey() + ",a,a," + it.getValue() + ",b,c")
                .collect(Collectors.joining("\n", "date,name,name_en,kind,legal_basis,confidence\n", "\n")));
    }
}
