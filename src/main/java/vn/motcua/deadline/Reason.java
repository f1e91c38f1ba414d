package vn.motcua.deadline;

import static vn.motcua.deadline.Reason.Argument.DATE;
import static vn.motcua.deadline.Reason.Argument.MINUTES;
import static vn.motcua.deadline.Reason.Argument.MOMENT;
import static vn.motcua.deadline.Reason.Argument.NUMBER;
import static vn.motcua.deadline.Reason.Argument.TEXT;
import static vn.motcua.deadline.Reason.Argument.TIME;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/**
 * One line of the explanation of a due moment, as data: it is stored as it is and said in any language later.
 *
 * @param kind what happened to the count
 * @param date on which day, for a span its first
 * @param arguments what else the sentence needs: ISO dates and times, numbers, names; as many as the kind has
 */
public record Reason(Kind kind, LocalDate date, List<String> arguments) {

    /** Refuses another number of arguments than the kind's. */
    public Reason {
        arguments = List.copyOf(arguments);
        if (arguments.size() != kind.arguments.size()) {
            throw new IllegalArgumentException(kind + " with " + arguments);
        }
    }

    static Reason of(Kind kind, LocalDate date, Object... arguments) {
        return new Reason(kind, date, Stream.of(arguments).map(Object::toString).toList());
    }

    /** How many days of the limit this line counts; zero for all but the counting ones. */
    public int countedDays() {
        return switch (kind) {
            case COUNTED, COUNTED_SWAP -> 1;
            case COUNTED_SPAN, CALENDAR_SPAN -> number(2) - number(1) + 1;
            case RECEIVED,
                    SUPPLEMENTED,
                    EXTENDED,
                    PROMISED,
                    OWN_HOURS,
                    OPENS_LATER,
                    AFTER_15,
                    FIRST_DAY,
                    SAME_DAY,
                    WEEKEND,
                    HOLIDAY,
                    SWAPPED_OFF,
                    COMPENSATION,
                    SUSPENSION,
                    REST_SPAN,
                    WAITING,
                    WAITED_TIME,
                    HOURS,
                    WORKED,
                    MONTHS,
                    YEARS,
                    NO_SUCH_DAY,
                    ROLLED,
                    ROLLED_HOLIDAY,
                    ENDS_CLOSED,
                    WAIT_ENDS_CLOSED,
                    NOT_ANNOUNCED,
                    ENDS -> 0;
        };
    }

    /** How many minutes of a limit in working hours this line counts. */
    public int countedMinutes() {
        return kind == Kind.WORKED ? number(0) : 0;
    }

    /** The line as a sentence. */
    public String say(Language language, Messages messages) {
        var words = new Words(language, messages);
        var said = new ArrayList<Object>(List.of(words.day(date), words.fullDay(date)));
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            said.add(
                    switch (kind.arguments.get(i)) {
                        case NUMBER -> Integer.valueOf(argument);
                        case DATE -> words.day(LocalDate.parse(argument));
                        case MOMENT -> words.moment(LocalDateTime.parse(argument));
                        case MINUTES -> words.minutes(Integer.parseInt(argument));
                        case HOURS -> argument.replace(" ", ", ");
                        case TIME, TEXT -> argument;
                    });
        }
        return messages.say(language, "deadline.reason." + kind.name(), said.toArray());
    }

    private int number(int argument) {
        return Integer.parseInt(arguments.get(argument));
    }

    /** What a line says. Its sentence has {0} the day, {1} the day with its year, then the arguments. */
    public enum Kind {
        /** Received complete and correct; at what time. */
        RECEIVED(TIME),
        /** Supplemented completely; the limit starts from zero. */
        SUPPLEMENTED(TIME),
        /** Promised for this day until then; the agency asked for more time. */
        EXTENDED(TIME),
        /** Promised for this day until then; the working days on which it waited since are added. */
        PROMISED(TIME),
        /** On this day alone the agency is open at these hours; why, in both languages. */
        OWN_HOURS(Argument.HOURS, TEXT, TEXT),
        /** The agency was closed; counted from when it opened, on this day at that time. */
        OPENS_LATER(TIME),
        /** After 15:00 by the procedure's own rule; counted as received on this day. */
        AFTER_15,
        /** The first day is not counted. */
        FIRST_DAY,
        /** The result is promised for the day of reception. */
        SAME_DAY,
        /** A working day, which number. */
        COUNTED(NUMBER),
        /** A Saturday or Sunday worked in exchange, which number, its name in Vietnamese and English. */
        COUNTED_SWAP(NUMBER, TEXT, TEXT),
        /** Working days up to a day, first and last number, and how many Saturdays and Sundays between were left out. */
        COUNTED_SPAN(DATE, NUMBER, NUMBER, NUMBER),
        /** All days up to a day, first and last number. */
        CALENDAR_SPAN(DATE, NUMBER, NUMBER),
        /** A Saturday or Sunday. */
        WEEKEND,
        /** A public holiday: its name in both languages. */
        HOLIDAY(TEXT, TEXT),
        /** A day off in exchange for a Saturday. */
        SWAPPED_OFF(TEXT, TEXT),
        /** A day off in place of a holiday that fell on a weekly rest day. */
        COMPENSATION(TEXT, TEXT),
        /** The agency was shut by decision. */
        SUSPENSION(TEXT, TEXT),
        /** Days off of one name up to a day. */
        REST_SPAN(DATE, TEXT, TEXT),
        /** Days of waiting up to a day: not counted. */
        WAITING(DATE),
        /** Waiting from a time on this day to a moment, so many minutes not counted. */
        WAITED_TIME(TIME, MOMENT, MINUTES),
        /** Hours of the clock from a moment. */
        HOURS(NUMBER, MOMENT),
        /** Minutes counted within the opening hours of this day. */
        WORKED(MINUTES),
        /** So many months from this day end on a day. */
        MONTHS(NUMBER, DATE),
        /** So many years from this day end on a day. */
        YEARS(NUMBER, DATE),
        /** The month that ends on this day has no day of that number. */
        NO_SUCH_DAY(NUMBER),
        /** The last day was a Saturday or Sunday; the limit ends with this one, the next working day. */
        ROLLED(DATE),
        /** The last day was in a row of days off with these names; the limit ends with this one, the next working day. */
        ROLLED_HOLIDAY(DATE, TEXT, TEXT),
        /** The last hour ran out at a moment when the agency was closed; due when it opens, on this day. */
        ENDS_CLOSED(MOMENT),
        /** The hours had run out, and waiting ended at a moment when the agency was closed; due when it opens, on this day. */
        WAIT_ENDS_CLOSED(MOMENT),
        /** The days off of a year are not announced. */
        NOT_ANNOUNCED(TEXT),
        /** Due on this day at that time. */
        ENDS(TIME);

        /** Made with {@code List.of}: it cannot change, which its type does not say. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final List<Argument> arguments;

        Kind(Argument... arguments) {
            this.arguments = List.of(arguments);
        }

        /**
         * The article of law this line rests on; empty where it comes from the calendar, from the procedure or from a rule
         * of our own, for which no text was found ({@code docs/law/time.md}).
         */
        public Optional<LegalBasis> basis() {
            return switch (this) {
                case RECEIVED -> Optional.of(LegalBasis.RECEIVED);
                case SUPPLEMENTED -> Optional.of(LegalBasis.RETURNED);
                case EXTENDED, PROMISED -> Optional.of(LegalBasis.EXTENDED);
                case HOURS -> civil(147, 1);
                case FIRST_DAY -> civil(147, 2);
                case CALENDAR_SPAN -> civil(148, 1);
                case MONTHS, NO_SUCH_DAY -> civil(148, 3);
                case YEARS -> civil(148, 4);
                case ROLLED, ROLLED_HOLIDAY -> civil(148, 5);
                case OWN_HOURS,
                        OPENS_LATER,
                        AFTER_15,
                        SAME_DAY,
                        COUNTED,
                        COUNTED_SWAP,
                        COUNTED_SPAN,
                        WEEKEND,
                        HOLIDAY,
                        SWAPPED_OFF,
                        COMPENSATION,
                        SUSPENSION,
                        REST_SPAN,
                        WAITING,
                        WAITED_TIME,
                        WORKED,
                        ENDS_CLOSED,
                        WAIT_ENDS_CLOSED,
                        NOT_ANNOUNCED,
                        ENDS -> Optional.empty();
            };
        }

        private static Optional<LegalBasis> civil(int article, int clause) {
            return Optional.of(new LegalBasis(LegalAct.CIVIL_CODE_2015, article, clause));
        }
    }

    /** What an argument is, and so how it is said. */
    enum Argument {
        NUMBER,
        DATE,
        TIME,
        MOMENT,
        MINUTES,
        HOURS,
        TEXT
    }
}
