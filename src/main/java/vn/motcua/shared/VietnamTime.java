package vn.motcua.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as people in Vietnam read them (UTC+07:00, no summer time). Stored moments are UTC. */
public final class VietnamTime {

    /** The country's one time zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy");

    private VietnamTime() {}

    /** {@code 21/11/2026}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code 17:00, 21/11/2026}. */
    public static String moment(Instant instant) {
        return MOMENT.format(local(instant));
    }

    /** The wall clock in Vietnam at that moment. */
    public static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }

    /** The day in Vietnam at that moment. */
    public static LocalDate dayOf(Instant instant) {
        return local(instant).toLocalDate();
    }
}
