package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.util.Optional;
import vn.motcua.deadline.TimeLimit;

/**
 * A time for settling as a record publishes it: figure, unit, and when it holds. Records contain halves of days, ranges and
 * figures without a unit.
 *
 * @param least where the record gives a range, its lower end
 * @param amount how many at most
 * @param unit of what
 * @param condition when it holds, in the record's words; empty for always
 */
public record PublishedTime(Optional<BigDecimal> least, BigDecimal amount, Unit unit, String condition) {

    /** The units that records use. */
    public enum Unit {
        WORKING_DAY("ngày làm việc"),
        DAY("ngày"),
        HOUR("giờ"),
        WORKING_HOUR("giờ làm việc"),
        MONTH("tháng"),
        YEAR("năm"),
        /** On the working day of reception, whatever the figure. */
        SAME_DAY("trong ngày làm việc"),
        /** The record gives a figure without saying of what. */
        UNSPECIFIED("");

        private final String words;

        Unit(String words) {
            this.words = words;
        }

        private Optional<TimeLimit.Unit> counted() {
            return switch (this) {
                case WORKING_DAY, SAME_DAY -> Optional.of(TimeLimit.Unit.WORKING_DAY);
                case DAY -> Optional.of(TimeLimit.Unit.CALENDAR_DAY);
                case HOUR -> Optional.of(TimeLimit.Unit.HOUR);
                case WORKING_HOUR -> Optional.of(TimeLimit.Unit.WORKING_HOUR);
                case MONTH -> Optional.of(TimeLimit.Unit.MONTH);
                case YEAR -> Optional.of(TimeLimit.Unit.YEAR);
                case UNSPECIFIED -> Optional.empty();
            };
        }

        /** As records write it; empty for none. */
        public String words() {
            return words;
        }
    }

    /** So many, always. */
    public static PublishedTime of(BigDecimal amount, Unit unit) {
        return new PublishedTime(Optional.empty(), plain(amount), unit, "");
    }

    /** The same under that condition. */
    public PublishedTime when(String other) {
        return new PublishedTime(least, amount, unit, other);
    }

    /** As a record would write it; {@link LimitText} reads it as the same time. */
    public String words() {
        var figure = unit == Unit.SAME_DAY
                ? unit.words()
                : (least.map(it -> it.toPlainString() + " đến ").orElse("") + amount.toPlainString() + " "
                                + unit.words())
                        .strip();
        return condition.isEmpty() ? figure : figure + " (" + condition + ")";
    }

    /** The limit to count with; empty for a part of a unit, and where the record names no unit. */
    public Optional<TimeLimit> limit() {
        if (unit == Unit.SAME_DAY) {
            return Optional.of(TimeLimit.sameDay());
        }
        return unit().counted().filter(_ -> whole()).map(it -> new TimeLimit(amount.intValueExact(), it));
    }

    private boolean whole() {
        return amount.stripTrailingZeros().scale() <= 0
                && amount.signum() > 0
                && amount.compareTo(BigDecimal.valueOf(TimeLimit.MOST)) <= 0;
    }

    /** The figure without zeros that say nothing: {@code 120.0} is 120. */
    static BigDecimal plain(BigDecimal figure) {
        var stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
