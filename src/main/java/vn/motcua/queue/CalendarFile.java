package vn.motcua.queue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * An appointment as a file for calendars (RFC 5545): one event in Vietnam's time zone with a reminder a day before. Vietnam has
 * had one offset and no summer time since 1975, so the time zone is written with that alone.
 */
final class CalendarFile {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final int LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private CalendarFile() {}

    /**
     * What stands in it.
     *
     * @param summary what it is
     * @param location where
     * @param description what to bring or to say
     */
    record Words(String summary, String location, String description) {}

    /** The file of that appointment; a cancelled one takes the event out of the calendar. */
    static String of(Appointment appointment, Words words, Instant now) {
        var file = new CalendarFile();
        var cancelled = appointment.state() == Appointment.State.CANCELLED;
        var begins = VietnamTime.local(appointment.at());
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//Motcua//Appointments//VI");
        file.line("CALSCALE:GREGORIAN");
        file.line("METHOD:" + (cancelled ? "CANCEL" : "PUBLISH"));
        file.line("BEGIN:VTIMEZONE");
        file.line("TZID:Asia/Ho_Chi_Minh");
        file.line("BEGIN:STANDARD");
        file.line("DTSTART:19750613T000000");
        file.line("TZOFFSETFROM:+0700");
        file.line("TZOFFSETTO:+0700");
        file.line("TZNAME:+07");
        file.line("END:STANDARD");
        file.line("END:VTIMEZONE");
        file.line("BEGIN:VEVENT");
        file.line("UID:" + appointment.id() + "@motcua");
        file.line("SEQUENCE:" + (cancelled ? appointment.sequence() + 1 : appointment.sequence()));
        file.line("DTSTAMP:" + LOCAL.format(now.atOffset(ZoneOffset.UTC)) + "Z");
        file.line("DTSTART;TZID=Asia/Ho_Chi_Minh:" + time(begins));
        file.line("DTEND;TZID=Asia/Ho_Chi_Minh:" + time(begins.plusMinutes(appointment.minutes())));
        file.line("STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"));
        file.line("SUMMARY:" + escaped(words.summary()));
        file.line("LOCATION:" + escaped(words.location()));
        file.line("DESCRIPTION:" + escaped(words.description()));
        if (!cancelled) {
            file.line("BEGIN:VALARM");
            file.line("ACTION:DISPLAY");
            file.line("TRIGGER:-P1D");
            file.line("DESCRIPTION:" + escaped(words.summary()));
            file.line("END:VALARM");
        }
        file.line("END:VEVENT");
        file.line("END:VCALENDAR");
        return file.text.toString();
    }

    private static String time(LocalDateTime at) {
        return LOCAL.format(at);
    }

    /** Text as RFC 5545, 3.3.11 has it. */
    private static String escaped(String text) {
        return Text.clean(text)
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\r", "\n")
                .replace("\n", "\\n");
    }

    /** A line of at most 75 octets; what is longer goes on behind a space (RFC 5545, 3.1), never inside a letter. */
    private void line(String line) {
        var octets = 0;
        for (var it = line.codePoints().iterator(); it.hasNext(); ) {
            var letter = Character.toString(it.nextInt());
            var length = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letter);
            octets += length;
        }
        text.append("\r\n");
    }
}
