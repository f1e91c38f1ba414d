package vn.motcua.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.AgencyCalendars;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.Watch;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.SignedIn;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contact;
import vn.motcua.messaging.Contacts;
import vn.motcua.messaging.Deliveries;
import vn.motcua.messaging.Letter;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * One mail to each officer on the morning of a day on which a unit of theirs works, with all that is due and all that is late; none where nothing is.
 * However often and on however many copies of the program this runs, each mailbox gets one for the day.
 */
@Component
class MorningMail {

    private static final int MOST_LINES = 30;
    private static final Logger LOG = LoggerFactory.getLogger(MorningMail.class);

    private final Reminders reminders;
    private final Watch watch;
    private final Contacts contacts;
    private final Accounts accounts;
    private final Deliveries deliveries;
    private final Units units;
    private final AgencyCalendars calendars;
    private final ReminderSettings settings;
    private final Messages messages;
    private final Clock clock;
    private final Map<TenantId, LocalDate> done = new ConcurrentHashMap<>();

    MorningMail(
            Reminders reminders,
            Watch watch,
            Contacts contacts,
            Accounts accounts,
            Deliveries deliveries,
            Units units,
            AgencyCalendars calendars,
            ReminderSettings settings,
            Messages messages,
            Clock clock) {
        this.reminders = reminders;
        this.watch = watch;
        this.contacts = contacts;
        this.accounts = accounts;
        this.deliveries = deliveries;
        this.units = units;
        this.calendars = calendars;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /** Queues the mails of this morning, where it is one; how many. */
    @Scheduled(
            initialDelayString = "${motcua.reminders.after:PT2M}",
            fixedDelayString = "${motcua.reminders.every:PT5M}")
    public int go() {
        var now = VietnamTime.local(clock.instant());
        var today = now.toLocalDate();
        var time = now.toLocalTime();
        if (time.isBefore(settings.digestAt()) || time.isAfter(settings.digestUntil())) {
            return 0;
        }
        var left = units.tenants().stream()
                .filter(it -> !today.equals(done.get(it.id())))
                .toList();
        int queued = OneByOne.sum("mail of the morning", left, tenant -> {
            int some = Scope.of(tenant.id()).call(() -> write(tenant, today));
            done.put(tenant.id(), today);
            return some;
        });
        if (queued > 0) {
            LOG.info("{} officers are reminded by mail", queued);
        }
        return queued;
    }

    private int write(Tenant tenant, LocalDate today) {
        var reachable = contacts.reachable(tenant.id(), Channel.EMAIL);
        if (reachable.isEmpty()) {
            return 0;
        }
        var morning = reminders.morning();
        return OneByOne.sum(
                "mail of the morning of tenant " + tenant.id(),
                reachable,
                account -> accounts.signedIn(new SessionAccount(tenant.id(), account))
                                                .orElse(null)
                                        instanceof SignedIn.OfficerAt officer
                                && worksOn(today, officer)
                                && write(tenant, today, officer, morning)
                        ? 1
                        : 0);
    }

    /** Whether any unit in which they hold a position works that day. */
    private boolean worksOn(LocalDate day, SignedIn.OfficerAt officer) {
        return officer.positionsOn(day).stream()
                .anyMatch(it -> !calendars.of(it.unit()).rests(day));
    }

    private boolean write(Tenant tenant, LocalDate today, SignedIn.OfficerAt officer, Reminders.Morning morning) {
        var all = onceEach(reminders.of(officer, morning));
        var contact = contacts.of(tenant.id(), officer.account());
        var corrections = reminders.lateCorrections(officer);
        var above = reminders.above(officer, morning.above());
        return (corrections > 0 || !all.isEmpty() || !above.isEmpty())
                && deliveries.queue(letter(tenant, today, contact, all, above, corrections));
    }

    /** A dossier is one line, whose most urgent step that is, also where several of its branches lie with one officer. */
    private static List<Reminders.Reminder> onceEach(List<Reminders.Reminder> all) {
        var told = new HashSet<DossierId>();
        return all.stream().filter(it -> told.add(it.work().dossier())).toList();
    }

    private Letter letter(
            Tenant tenant,
            LocalDate today,
            Contact contact,
            List<Reminders.Reminder> all,
            List<Reminders.Above> above,
            int corrections) {
        var language = contact.language();
        var counted = Stream.concat(
                        all.stream().map(Reminders.Reminder::urgency),
                        above.stream().map(Reminders.Above::urgency))
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        var title = messages.say(
                language,
                "reminder.mail.title",
                counted.getOrDefault(Urgency.LATE, 0L),
                counted.getOrDefault(Urgency.TODAY, 0L),
                counted.getOrDefault(Urgency.SOON, 0L));
        var said = Stream.concat(
                        above.stream().map(it -> line(it, language)),
                        all.stream().map(it -> line(it, language)))
                .toList();
        var lines = String.join("\n", said.subList(0, Math.min(MOST_LINES, said.size())));
        var late = corrections == 0 ? "" : "\n\n" + messages.say(language, "reminder.corrections", corrections);
        var more = said.size() > MOST_LINES
                ? "\n\n" + messages.say(language, "reminder.mail.more", said.size() - MOST_LINES)
                : "";
        return new Letter(
                "morning " + today,
                Channel.EMAIL,
                contact.email().orElseThrow(),
                language,
                tenant.name(language),
                title,
                messages.say(language, "reminder.mail.lead") + "\n\n" + lines + more + late,
                "/desk/reminders",
                false);
    }

    /** Number, step and time; nobody's name. */
    private String line(Reminders.Reminder it, Language language) {
        return messages.say(
                language,
                (it.ofStep() ? "reminder.mail.step." : "reminder.mail.line.") + it.urgency(),
                it.work().number().value(),
                watch.stepName(it.work(), language),
                VietnamTime.moment(it.due()));
    }

    private String line(Reminders.Above it, Language language) {
        return messages.say(
                language,
                "reminder.mail.above." + it.urgency(),
                it.held().number(),
                units.unit(it.held().oneStop()).map(unit -> unit.name(language)).orElse(""),
                it.held().until().map(VietnamTime::day).orElse(""));
    }
}
