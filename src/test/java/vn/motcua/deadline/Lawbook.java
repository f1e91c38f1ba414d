package vn.motcua.deadline;

import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** What the examples count with: the national calendar, usual hours, Vietnam's clock, the program's own texts. */
final class Lawbook {

    static final WorkingCalendar CALENDAR = WorkingCalendar.national();
    static final OpeningHours HOURS = OpeningHours.usual();
    static final Messages MESSAGES = messages();

    private Lawbook() {}

    /** The moment at that local time in Vietnam. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(VietnamTime.ZONE).toInstant();
    }

    static Due due(String limit, String received) {
        return Deadlines.due(TimeLimit.parse(limit), at(received), HOURS, CALENDAR);
    }

    private static Messages messages() {
        try (var texts = new AnnotationConfigApplicationContext(Messages.class)) {
            return texts.getBean(Messages.class);
        }
    }
}
