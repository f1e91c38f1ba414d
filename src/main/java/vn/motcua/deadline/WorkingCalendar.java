package vn.motcua.deadline;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Sha256;

/**
 * On which days offices work: Monday to Friday, except for the special days of its data. It is a value with a version,
 * so that a due date can name the calendar it was counted on.
 *
 * <p>A year with a day marked PROVISIONAL is not announced yet; due dates that touch it are flagged. For ten years
 * after the data only the holidays of fixed date are known ({@link FixedHolidays}); those years are flagged the same
 * way, so that a dossier can be received in December before the next year's notice is loaded. Earlier and later days
 * are refused.
 */
public final class WorkingCalendar {

    private static final int YEARS_AHEAD = 10;
    private static final AtomicReference<@Nullable WorkingCalendar> REPLACED = new AtomicReference<>();
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private final String version;
    private final Map<LocalDate, SpecialDay> days;
    private final Set<Integer> provisionalYears;
    private final int firstYear;
    private final int lastYear;

    private WorkingCalendar(Collection<SpecialDay> given) {
        if (given.isEmpty()) {
            throw new Refused(DeadlineRefusal.CALENDAR_UNREADABLE, 1);
        }
        days = new TreeMap<>();
        given.forEach(it -> days.put(it.date(), it));
        firstYear = given.stream().mapToInt(it -> it.date().getYear()).min().orElseThrow();
        lastYear = given.stream().mapToInt(it -> it.date().getYear()).max().orElseThrow();
        provisionalYears = given.stream()
                .filter(SpecialDay::provisional)
                .map(it -> it.date().getYear())
                .collect(Collectors.toUnmodifiableSet());
        version = "vn-" + firstYear + "-" + lastYear + "-" + digest(days.values());
        IntStream.rangeClosed(lastYear + 1, lastYear + YEARS_AHEAD)
                .boxed()
                .flatMap(it -> FixedHolidays.of(it).stream())
                .forEach(it -> days.put(it.date(), it));
    }

    /** The calendar of the whole country: the operator's, where there is one, otherwise the one delivered with the program. */
    public static WorkingCalendar national() {
        var replaced = REPLACED.get();
        return replaced == null ? delivered() : replaced;
    }

    /**
     * From now on the national calendar is this one. For the start of the program alone, before anything is counted; refuses
     * one that knows fewer years than the delivered one, since dossiers of those years would have no due moment.
     */
    public static void replaceNational(WorkingCalendar other) {
        var delivered = delivered();
        if (other.firstYear > delivered.firstYear || other.lastYear < delivered.lastYear) {
            throw new Refused(
                    DeadlineRefusal.CALENDAR_OUT_OF_RANGE,
                    Integer.toString(other.firstYear > delivered.firstYear ? delivered.firstYear : delivered.lastYear));
        }
        REPLACED.set(other);
    }

    private static WorkingCalendar delivered() {
        try (var file = WorkingCalendar.class.getResourceAsStream("/calendar/holidays.csv")) {
            if (file == null) {
                throw new IllegalStateException("calendar/holidays.csv is not on the class path");
            }
            return read(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a calendar from CSV with the columns {@code date,name,name_en,kind,legal_basis,confidence} and, where some day has
     * hours of its own, {@code hours}; refuses with the line number what it does not understand.
     */
    public static WorkingCalendar read(Reader csv) {
        try (var lines = FORMAT.parse(csv)) {
            var read = new TreeMap<LocalDate, SpecialDay>();
            for (var line : lines) {
                var day = day(line);
                if (read.put(day.date(), day) != null) {
                    throw new Refused(DeadlineRefusal.CALENDAR_UNREADABLE, line.getRecordNumber() + 1);
                }
            }
            return new WorkingCalendar(read.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a calendar from CSV text. */
    public static WorkingCalendar read(String csv) {
        return read(new StringReader(csv));
    }

    /** This calendar with days of an agency's own, e.g. a suspension; they win over the days here. Another version. */
    public WorkingCalendar with(Collection<SpecialDay> own) {
        var given = own.stream().map(SpecialDay::date).collect(Collectors.toSet());
        return new WorkingCalendar(Stream.concat(
                        days.values().stream()
                                .filter(it -> it.date().getYear() <= lastYear)
                                .filter(it -> !given.contains(it.date())),
                        own.stream())
                .toList());
    }

    /** Which data this is: the years it spans and the beginning of the SHA-256 of its days. */
    public String version() {
        return version;
    }

    /** Whether offices rest on this day. */
    public boolean rests(LocalDate day) {
        return special(day).map(it -> it.kind().rests()).orElseGet(() -> weekend(day));
    }

    /** What is special about this day. */
    public Optional<SpecialDay> special(LocalDate day) {
        if (day.getYear() < firstYear || day.getYear() > lastYear + YEARS_AHEAD) {
            throw new Refused(DeadlineRefusal.CALENDAR_OUT_OF_RANGE, Integer.toString(day.getYear()));
        }
        return Optional.ofNullable(days.get(day));
    }

    /** Whether the days off of this year have been announced; until then a due date in it is provisional. */
    public boolean announced(int year) {
        return year <= lastYear && !provisionalYears.contains(year);
    }

    /** The first working day after this one. */
    public LocalDate nextWorkingDay(LocalDate day) {
        return firstWorkingDay(day.plusDays(1));
    }

    /** This day if offices work on it, otherwise the next on which they do. */
    public LocalDate firstWorkingDay(LocalDate day) {
        var first = day;
        while (rests(first)) {
            first = first.plusDays(1);
        }
        return first;
    }

    /** The last working day before this one. */
    public LocalDate previousWorkingDay(LocalDate day) {
        var before = day.minusDays(1);
        while (rests(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    /** How many working days lie after {@code from}, up to and with {@code to}; zero when there are none. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(it -> !rests(it))
                .count();
    }

    /** The days of the data, in order, without those only expected by their fixed date. */
    public List<SpecialDay> days() {
        return days.values().stream()
                .filter(it -> it.date().getYear() <= lastYear)
                .toList();
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static SpecialDay day(CSVRecord line) {
        try {
            var hours = line.isMapped("hours") ? line.get("hours") : "";
            var day = new SpecialDay(
                    LocalDate.parse(line.get("date")),
                    line.get("name"),
                    line.get("name_en"),
                    SpecialDay.Kind.valueOf(line.get("kind")),
                    line.get("legal_basis"),
                    line.get("confidence"),
                    hours.isEmpty() ? List.of() : OpeningHours.sessionsOf(hours));
            if (day.kind() == SpecialDay.Kind.SWAP_WORK && !weekend(day.date())) {
                throw new IllegalArgumentException("worked in exchange, but a weekday: " + day.date());
            }
            if (day.kind() == SpecialDay.Kind.OWN_HOURS && weekend(day.date())) {
                throw new IllegalArgumentException("hours of a weekly rest day: " + day.date());
            }
            if (!hours.isEmpty() && day.legalBasis().isEmpty()) {
                throw new IllegalArgumentException("hours that no text gives: " + day.date());
            }
            return day;
        } catch (DateTimeException | IllegalArgumentException e) {
            var refused = new Refused(DeadlineRefusal.CALENDAR_UNREADABLE, line.getRecordNumber() + 1);
            refused.initCause(e);
            throw refused;
        }
    }

    private static String digest(Collection<SpecialDay> days) {
        var sha = Sha256.begin();
        days.forEach(it -> {
            var hours = it.sessions().isEmpty() ? "" : " " + OpeningHours.written(it.sessions());
            sha.update((it.date() + " " + it.kind() + " " + it.provisional() + hours + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        });
        return HexFormat.of().formatHex(sha.digest(), 0, 4);
    }
}
