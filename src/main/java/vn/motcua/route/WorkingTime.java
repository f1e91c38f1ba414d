package vn.motcua.route;

import java.math.BigDecimal;
import java.time.Instant;

/** The question that a simulation asks of whoever knows the calendar: when are so many working hours over? */
@FunctionalInterface
public interface WorkingTime {

    /** The moment at which so many working hours after {@code from} have gone by. */
    Instant after(Instant from, BigDecimal hours);
}
