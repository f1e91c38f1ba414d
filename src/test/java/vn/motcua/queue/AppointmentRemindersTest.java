package vn.motcua.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contacts;
import vn.motcua.organization.Unit;
import vn.motcua.sandbox.Caught;
import vn.motcua.shared.Language;
import vn.motcua.shared.TenantId;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** People are reminded of their appointments once, as they chose, and never of one that they cancelled. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=queue")
class AppointmentRemindersTest {

    private final AppointmentReminders reminders;
    private final AppointmentDesk desk;
    private final Contacts contacts;
    private final Caught caught;
    private final Hall hall;
    private final TaVan taVan;
    private final TestClock clock;

    @Autowired
    AppointmentRemindersTest(
            AppointmentReminders reminders,
            AppointmentDesk desk,
            Contacts contacts,
            Caught caught,
            Hall hall,
            TaVan taVan,
            TestClock clock) {
        this.reminders = reminders;
        this.desk = desk;
        this.contacts = contacts;
        this.caught = caught;
        this.hall = hall;
        this.taVan = taVan;
        this.clock = clock;
    }

    @BeforeEach
    void places() {
        clock.set("2027-03-08T08:00");
        var leader = (OfficerAt) taVan.named("Vũ Đức Thành");
        leader.scope().run(() -> desk.allow(leader, unit().id(), 30, 3));
    }

    @Test
    void aDayAndTwoHoursBeforeOnceEach() {
        var who = who("Giàng A Sình");
        var mailbox = mailbox(who);
        book(who, UUID.randomUUID(), Optional.empty(), "2027-03-10T09:00");
        assertThat(letters("2027-03-09T08:59", mailbox)).isEmpty();
        assertThat(letters("2027-03-09T09:00", mailbox))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains("Ngày mai", "09:00, 10/03/2027", "/my/appointments"));
        assertThat(letters("2027-03-09T20:00", mailbox)).as("not again").hasSize(1);
        assertThat(letters("2027-03-10T07:00", mailbox)).hasSize(2);
        assertThat(letters("2027-03-10T07:05", mailbox)).hasSize(2);
        assertThat(letters("2027-03-10T09:00", mailbox)).hasSize(2);
    }

    @Test
    void whatWasCancelledIsSilentAndWhatWasMovedIsToldAnew() {
        var who = who("Giàng A Sình");
        var mailbox = mailbox(who);
        var cancelled = UUID.randomUUID();
        var moved = UUID.randomUUID();
        book(who, cancelled, Optional.empty(), "2027-03-10T10:00");
        book(who, moved, Optional.empty(), "2027-03-10T10:30");
        desk.cancel(who, unit(), cancelled);
        assertThat(letters("2027-03-09T11:00", mailbox)).hasSize(1);

        book(who, UUID.randomUUID(), Optional.of(moved), "2027-03-11T10:30");
        assertThat(letters("2027-03-10T09:00", mailbox)).as("the old time").hasSize(1);
        assertThat(letters("2027-03-10T10:30", mailbox))
                .hasSize(2)
                .last()
                .satisfies(it -> assertThat(it.text()).contains("11/03/2027"));
    }

    /** The telephone is left alone at night; cancelled before morning, the message never goes out. */
    @Test
    void aShortMessageWaitsForTheMorningAndCanStillBeTakenBack() {
        var who = who("Giàng A Sình");
        var phone = "09" + (10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 89_999_999));
        contacts.choose(who, Language.VI, false, true);
        contacts.confirmed(TenantId.NATIONAL, who.account(), Channel.SMS, phone);
        var kept = UUID.randomUUID();
        var cancelled = UUID.randomUUID();
        book(who, kept, Optional.empty(), "2027-03-10T07:30");
        book(who, cancelled, Optional.empty(), "2027-03-10T08:00");
        assertThat(texts("2027-03-09T09:00", phone)).hasSize(2);

        assertThat(texts("2027-03-10T06:05", phone)).as("at night").hasSize(2);
        desk.cancel(who, unit(), cancelled);
        assertThat(texts("2027-03-10T07:00", phone))
                .hasSize(3)
                .last()
                .satisfies(it -> assertThat(it).contains("07:30, 10/03/2027").doesNotContain("khai sinh"));
        desk.cancel(who, unit(), kept);
    }

    private List<Caught.Message> letters(String now, String to) {
        clock.set(now);
        reminders.go();
        reminders.go();
        taVan.told();
        return caught.all().stream()
                .filter(it -> it.to().equals(to))
                .sorted(Comparator.comparing(Caught.Message::received))
                .toList();
    }

    private List<String> texts(String now, String phone) {
        var digits = phone.substring(1);
        clock.set(now);
        reminders.go();
        taVan.told();
        return caught.all().stream()
                .filter(it -> it.to().endsWith(digits))
                .sorted(Comparator.comparing(Caught.Message::received))
                .map(Caught.Message::text)
                .toList();
    }

    private String mailbox(SignedIn.Applicant who) {
        var mailbox = "hen-" + UUID.randomUUID() + "@example.org";
        contacts.choose(who, Language.VI, true, false);
        contacts.confirmed(TenantId.NATIONAL, who.account(), Channel.EMAIL, mailbox);
        return mailbox;
    }

    private void book(SignedIn.Applicant who, UUID id, Optional<UUID> moved, String at) {
        desk.of(who).stream()
                .filter(it -> it.state() == Appointment.State.BOOKED && moved.isEmpty())
                .filter(it -> it.bookedAt().isBefore(clock.instant()))
                .forEach(it -> desk.cancel(who, unit(), it.id()));
        desk.book(who, unit(), id, moved, "1.001193", LocalDateTime.parse(at));
    }

    private SignedIn.Applicant who(String name) {
        return (SignedIn.Applicant) taVan.named(name);
    }

    private Unit unit() {
        return hall.oneStop(taVan.oneStop().toString());
    }
}
