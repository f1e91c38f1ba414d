package vn.motcua.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
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

    /** The national calendar with days written as {@code 2026-06-04=07:30-11:30+13:30-15:00}, apart by spaces. */
    static WorkingCalendar withOwnHours(String days) {
        return CALENDAR.with(Stream.of(days.split(" ", -1))
                .map(it -> it.split("=", -1))
                .map(it -> ownHours(LocalDate.parse(it[0]), OpeningHours.sessionsOf(it[1].replace('+', ' '))))
                .toList());
    }

    private static SpecialDay ownHours(LocalDate day, List<OpeningHours.Session> hours) {
        var worked = WorkingCalendar.weekend(day);
        return new SpecialDay(
                day,
                worked ? "làm bù" : "theo thông báo",
                worked ? "make-up day" : "by notice",
                worked ? SpecialDay.Kind.SWAP_WORK : SpecialDay.Kind.OWN_HOURS,
                "Thông báo của cơ quan",
                "AGENCY",
                hours);
    }

    private static Messages messages() {
        try (var texts = new AnnotationConfigApplicationContext(Messages.class)) {
            return texts.getBean(Messages.class);
        }
    }
}
