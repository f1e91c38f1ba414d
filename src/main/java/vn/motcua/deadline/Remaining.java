package vn.motcua.deadline;

import java.time.Duration;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/**
 * How far a moment is from a due moment, in the agency's working time, ready to be said. A day is as long as the
 * agency's usual working day.
 *
 * @param late whether the due moment has passed
 * @param days whole working days
 * @param hours whole working hours beyond them
 * @param minutes working minutes beyond those
 */
public record Remaining(boolean late, int days, int hours, int minutes) {

    static Remaining of(boolean late, Duration workingTime, Duration day) {
        var minutes = workingTime.toMinutes();
        var rest = minutes % day.toMinutes();
        return new Remaining(late, (int) (minutes / day.toMinutes()), (int) (rest / 60), (int) (rest % 60));
    }

    /** In words, all of it: "Còn 2 ngày 5 giờ làm việc". */
    public String say(Language language, Messages messages) {
        if (days == 0 && hours == 0 && minutes == 0) {
            return messages.say(language, late ? "deadline.remaining.justLate" : "deadline.remaining.soon");
        }
        return messages.say(
                language,
                late ? "deadline.remaining.late" : "deadline.remaining.left",
                new Words(language, messages).length(days, hours, minutes));
    }

    /** In few words, for a list: days if there are any, else hours, else minutes. */
    public String brief(Language language, Messages messages) {
        return (days > 0 ? new Remaining(late, days, 0, 0) : hours > 0 ? new Remaining(late, 0, hours, 0) : this)
                .say(language, messages);
    }
}
