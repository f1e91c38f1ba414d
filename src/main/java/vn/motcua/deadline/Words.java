package vn.motcua.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Days and lengths of time as one language says them. */
record Words(Language language, Messages messages) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M", Locale.ROOT);

    /** {@code thứ Bảy 25/4}. */
    String day(LocalDate day) {
        return weekday(day) + " " + DAY.format(day);
    }

    /** {@code thứ Bảy 25/04/2026}. */
    String fullDay(LocalDate day) {
        return weekday(day) + " " + VietnamTime.day(day);
    }

    /** {@code 07:30 thứ Hai 27/4}. */
    String moment(LocalDateTime moment) {
        return moment.toLocalTime() + " " + day(moment.toLocalDate());
    }

    /** {@code 5 giờ 30 phút}. */
    String minutes(int minutes) {
        return length(0, minutes / 60, minutes % 60);
    }

    /** {@code 2 ngày 5 giờ 10 phút}, without what is zero. */
    String length(int days, int hours, int minutes) {
        var parts = new ArrayList<String>();
        if (days > 0) {
            parts.add(messages.say(language, "deadline.length.days", days));
        }
        if (hours > 0) {
            parts.add(messages.say(language, "deadline.length.hours", hours));
        }
        if (minutes > 0 || parts.isEmpty()) {
            parts.add(messages.say(language, "deadline.length.minutes", minutes));
        }
        return String.join(" ", parts);
    }

    private String weekday(LocalDate day) {
        return messages.say(language, "deadline.weekday." + day.getDayOfWeek().getValue());
    }
}
