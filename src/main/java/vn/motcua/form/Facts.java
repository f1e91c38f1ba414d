package vn.motcua.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What expressions may know besides the answers.
 *
 * @param channel how it is filed: {@code ONLINE}, {@code DIRECT} or {@code POSTAL}
 * @param now the wall clock in Vietnam
 * @param parameters what the province has set, by name; what is missing keeps the form's own value
 * @param dataAvailable whether a national database already gives that data for this person
 * @param registers what a register says; empty when it does not know or could not be asked
 * @param workingDays the working calendar
 * @param places the provinces and communes, to tell whether an address exists
 */
public record Facts(
        String channel,
        LocalDateTime now,
        Map<String, Object> parameters,
        Predicate<String> dataAvailable,
        Registers registers,
        WorkingDays workingDays,
        Places places) {

    /** A question to a register. */
    @FunctionalInterface
    public interface Registers {

        /** The register's word about that key, empty when there is none: {@code ask("maritalStatus", "001…")}. */
        String ask(String question, String key);
    }

    /** The working calendar, as far as expressions need it. */
    @FunctionalInterface
    public interface WorkingDays {

        /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is earlier. */
        int between(LocalDate from, LocalDate to);
    }

    /** Nothing known but channel and time: no data available, registers silent, Monday to Friday worked. */
    public static Facts of(String channel, LocalDateTime now) {
        return new Facts(channel, now, Map.of(), _ -> false, (_, _) -> "", Facts::weekdays, Places.UNCHECKED);
    }

    /** The same with what the province has set. */
    public Facts withParameters(Map<String, Object> set) {
        return new Facts(channel, now, set, dataAvailable, registers, workingDays, places);
    }

    /** The same with data that the state already holds. */
    public Facts withData(Predicate<String> available) {
        return new Facts(channel, now, parameters, available, registers, workingDays, places);
    }

    /** The same with registers that can be asked. */
    public Facts withRegisters(Registers asked) {
        return new Facts(channel, now, parameters, dataAvailable, asked, workingDays, places);
    }

    /** The same with a working calendar. */
    public Facts withWorkingDays(WorkingDays calendar) {
        return new Facts(channel, now, parameters, dataAvailable, registers, calendar, places);
    }

    /** The same with today's provinces and communes. */
    public Facts withPlaces(Places known) {
        return new Facts(channel, now, parameters, dataAvailable, registers, workingDays, known);
    }

    /** The day on which this is asked. */
    public LocalDate today() {
        return now.toLocalDate();
    }

    private static int weekdays(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -weekdays(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(it -> it.getDayOfWeek().getValue() <= 5)
                .count();
    }
}
