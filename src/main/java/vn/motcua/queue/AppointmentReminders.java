package vn.motcua.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.People;
import vn.motcua.identity.Person;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.SignedIn;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contact;
import vn.motcua.messaging.Contacts;
import vn.motcua.messaging.Deliveries;
import vn.motcua.messaging.Letter;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Reminds people of their appointments a day and two hours before, by mail and short message as they chose. Each reminder is
 * noted in the transaction that queues it, so it comes once. Telephones are left alone in the quiet hours by the post; what
 * did not go out by the time the appointment begins is given up, and what was changed or cancelled is taken back.
 */
@Component
class AppointmentReminders {

    private static final Logger LOG = LoggerFactory.getLogger(AppointmentReminders.class);

    private final Bookings bookings;
    private final AppointmentWords words;
    private final Accounts accounts;
    private final People people;
    private final Contacts contacts;
    private final Deliveries deliveries;
    private final Units units;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AppointmentReminders(
            Bookings bookings,
            AppointmentWords words,
            Accounts accounts,
            People people,
            Contacts contacts,
            Deliveries deliveries,
            Units units,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.bookings = bookings;
        this.words = words;
        this.accounts = accounts;
        this.people = people;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Queues what is due now in all tenants; of how many appointments. */
    @Scheduled(
            initialDelayString = "${motcua.appointments.remind-after:PT2M}",
            fixedDelayString = "${motcua.appointments.remind-every:PT5M}")
    public int go() {
        if (Arrays.stream(Channel.values()).noneMatch(deliveries::possible)) {
            return 0;
        }
        var now = clock.instant();
        int reminded = OneByOne.sum(
                "reminders of appointments",
                units.tenants().stream().map(Tenant::id).toList(),
                it -> Scope.of(it).call(() -> remind(now)));
        if (reminded > 0) {
            LOG.info("{} appointments are reminded of", reminded);
        }
        return reminded;
    }

    private int remind(Instant now) {
        return OneByOne.sum(
                "reminders of appointments",
                in(() -> bookings.ahead(now, now.plus(Ahead.longest()))),
                it -> Ahead.due(it.appointment(), now).isPresent() && remind(it, now) ? 1 : 0);
    }

    /** The row is held: whoever cancels meanwhile waits, and takes the letters back. */
    private boolean remind(Bookings.Booked booked, Instant now) {
        var unit = units.unit(booked.appointment().unit());
        if (unit.isEmpty()) {
            return false;
        }
        var contact = contacts.of(TenantId.NATIONAL, booked.account());
        var person = person(booked.account());
        return in(() -> {
            var held = bookings.lock(booked.appointment().id());
            var due = held.flatMap(it -> Ahead.due(it, now));
            if (due.isEmpty() || !bookings.remindedOf(held.get(), due.get(), now)) {
                return false;
            }
            for (var channel : Channel.values()) {
                var given = person.map(it -> given(channel, it)).orElse("");
                contact.reach(channel, given)
                        .map(it -> letter(channel, it, contact, held.get(), unit.get(), due.get()))
                        .ifPresent(it -> deliveries.queue(it, held.get().at()));
            }
            return true;
        });
    }

    private static String given(Channel channel, Person person) {
        return switch (channel) {
            case EMAIL -> person.email();
            case SMS -> person.phone();
        };
    }

    private Optional<Person> person(AccountId account) {
        return accounts.signedIn(new SessionAccount(TenantId.NATIONAL, account))
                .filter(SignedIn.Applicant.class::isInstance)
                .flatMap(it -> people.person(((SignedIn.Applicant) it).person()));
    }

    /** A short message says nothing of what somebody comes for: others see the screen of a telephone. */
    private Letter letter(Channel channel, String address, Contact contact, Appointment it, Unit unit, Ahead ahead) {
        var language = contact.language();
        var said = List.of(
                VietnamTime.moment(it.at()),
                unit.name(language),
                words.code(it),
                channel == Channel.EMAIL ? words.procedure(it.procedure(), language) : "",
                unit.address());
        var key = "queue.reminder." + ahead + (channel == Channel.EMAIL ? "" : ".sms");
        return new Letter(
                occasion(it) + it.sequence() + " " + ahead,
                channel,
                address,
                language,
                unit.name(language),
                channel == Channel.EMAIL ? say(language, "queue.reminder.title", said) : "",
                say(language, key, said),
                "/my/appointments",
                false);
    }

    /** How letters about an appointment begin what they are about. */
    static String occasion(Appointment it) {
        return "appointment " + it.id() + " ";
    }

    private String say(Language language, String key, List<String> said) {
        return messages.say(language, key, said.toArray());
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
