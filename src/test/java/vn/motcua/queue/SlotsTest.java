package vn.motcua.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.organization.UnitId;

/** When one can come, and the file for one's calendar. */
class SlotsTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.national();
    private static final SlotRule HALF_HOURS = new SlotRule(30, 2);
    private static final Instant NINE = Instant.parse("2026-11-24T02:00:00Z");

    @Test
    void slotsLieInsideTheOpeningHours() {
        var slots = HALF_HOURS.slots(LocalDate.of(2026, 11, 25), OpeningHours.usual(), CALENDAR);

        assertThat(slots).hasSize(15);
        assertThat(slots.getFirst()).hasToString("2026-11-25T07:30");
        assertThat(slots.get(7)).hasToString("2026-11-25T11:00");
        assertThat(slots.get(8)).hasToString("2026-11-25T13:30");
        assertThat(slots.getLast()).hasToString("2026-11-25T16:30");
    }

    @Test
    void aDayOffHasNone() {
        for (var day : new LocalDate[] {LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 24)}) {
            assertThat(HALF_HOURS.slots(day, OpeningHours.usual(), CALENDAR)).isEmpty();
        }
        assertThat(SlotRule.NONE.slots(LocalDate.of(2026, 11, 25), OpeningHours.usual(), CALENDAR))
                .isEmpty();
    }

    @Test
    void theFileHasTheTimeZoneAndAReminder() {
        var file = file("Nộp hồ sơ; mang theo: thẻ, giấy");

        assertThat(file)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains(
                        "DTSTART;TZID=Asia/Ho_Chi_Minh:20261124T090000\r\n",
                        "DTEND;TZID=Asia/Ho_Chi_Minh:20261124T093000\r\n",
                        "DTSTAMP:20261123T010000Z\r\n",
                        "SUMMARY:Nộp hồ sơ\\; mang theo: thẻ\\, giấy\r\n",
                        "TRIGGER:-P1D\r\n")
                .endsWith("END:VCALENDAR\r\n");
    }

    @Property(tries = 300)
    void noLineIsLongerThanAllowedAndNothingIsLost(@ForAll @StringLength(max = 300) String summary) {
        var readable = new String(summary.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var file = file(readable);

        assertThat(Arrays.stream(file.split("\r\n", -1)))
                .allMatch(it -> it.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(file.replace("\r\n ", "")).contains("LOCATION:Tả Van\r\n");
    }

    private static String file(String summary) {
        var appointment = new Appointment(
                new UUID(0, 1),
                new UnitId(new UUID(0, 2)),
                NINE,
                1,
                30,
                "1.001193",
                Appointment.State.BOOKED,
                Optional.empty(),
                NINE,
                0);
        return CalendarFile.of(
                appointment,
                new CalendarFile.Words(summary, "Tả Van", "09:00/1"),
                Instant.parse("2026-11-23T01:00:00Z"));
    }
}
