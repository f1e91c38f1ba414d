package vn.motcua.backup;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** What the commands say, in both languages, one after the other. */
final class Words {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final Messages messages = new Messages();
    private final PrintStream out;

    Words(PrintStream out) {
        this.out = out;
    }

    void say(String key, Object... arguments) {
        for (var language : Language.values()) {
            out.println(messages.say(language, key, arguments));
        }
    }

    void line(String text) {
        out.println("  " + text);
    }

    /** A moment as the command takes it: {@code 2026-11-22T10:15:00+07:00}. */
    static String moment(Instant it) {
        return MOMENT.format(
                it.truncatedTo(ChronoUnit.MILLIS).atZone(VietnamTime.ZONE).toOffsetDateTime());
    }

    /** Reads such a moment; {@link IllegalArgumentException} when it is none. */
    static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
