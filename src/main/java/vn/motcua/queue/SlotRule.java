package vn.motcua.queue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.WorkingCalendar;

/**
 * When a one-stop takes appointments (đặt lịch hẹn): in slots of equal length inside its opening hours, on working days.
 *
 * @param minutes how long a slot is
 * @param places how many people may come to each; 0 takes no appointments
 */
public record SlotRule(int minutes, int places) {

    /** No appointments. */
    public static final SlotRule NONE = new SlotRule(30, 0);

    /** How many days ahead one may book. */
    public static final int DAYS_AHEAD = 30;

    /** Whether appointments are taken at all. */
    public boolean open() {
        return places > 0;
    }

    /** When slots begin on that day, on the wall clock; none on a day off. A slot that does not fit in whole is none. */
    public List<LocalDateTime> slots(LocalDate day, OpeningHours hours, WorkingCalendar calendar) {
        var slots = new ArrayList<LocalDateTime>();
        if (!open() || calendar.rests(day)) {
            return slots;
        }
        for (var session : hours.on(day, calendar)) {
            var end = day.atTime(session.to());
            for (var at = day.atTime(session.from());
                    !at.plusMinutes(minutes).isAfter(end);
                    at = at.plusMinutes(minutes)) {
                slots.add(at);
            }
        }
        return List.copyOf(slots);
    }
}
