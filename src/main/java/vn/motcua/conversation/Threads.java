package vn.motcua.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.brand.Brands;
import vn.motcua.document.StoredFile;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.Watch;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Officer;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.Officers;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contact;
import vn.motcua.messaging.Contacts;
import vn.motcua.messaging.Deliveries;
import vn.motcua.messaging.Letter;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * The thread of a dossier. Whoever holds the dossier as its applicant or as an officer may see it has been asked already, by
 * the dossier's own rule: only then there is an {@link ApplicantView} or an {@link Opened}.
 */
@Service
public class Threads {

    private static final Duration HOUR = Duration.ofHours(1);

    private final ThreadStore store;
    private final ThreadRule rule;
    private final Units units;
    private final Brands brands;
    private final Watch watch;
    private final Officers officers;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Deliveries deliveries;
    private final Messages messages;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Threads(
            ThreadStore store,
            @Value("${motcua.threads.open-after:30d}") Duration openFor,
            Units units,
            Brands brands,
            Watch watch,
            Officers officers,
            Accounts accounts,
            Contacts contacts,
            Deliveries deliveries,
            Messages messages,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.rule = new ThreadRule(openFor);
        this.units = units;
        this.brands = brands;
        this.watch = watch;
        this.officers = officers;
        this.accounts = accounts;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.messages = messages;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A thread as one side sees it.
     *
     * @param messages the first one first
     * @param open whether can be written now
     * @param until until when; empty while the dossier is not closed
     */
    public record View(List<ThreadMessage> messages, boolean open, Optional<Instant> until) {}

    /** Opens it for the applicant: what the agency wrote counts as read. */
    public View open(SignedIn.Applicant who, ApplicantView dossier) {
        return in(dossier.ref().tenant(), who, () -> view(dossier.ref().id(), dossier.stage(), Side.APPLICANT));
    }

    /** Opens it for an officer: what the applicant wrote counts as read by the agency. */
    public View open(SignedIn.OfficerAt who, Opened dossier) {
        return in(who.tenant(), who, () -> view(dossier.id(), dossier.stage(), Side.AGENCY));
    }

    /** All of its messages, for whoever takes their data along; nothing counts as read by it. */
    public List<ThreadMessage> kept(SignedIn.Applicant who, ApplicantView dossier) {
        return in(dossier.ref().tenant(), who, () -> store.of(dossier.ref().id()));
    }

    /** How many of the agency's messages the applicant has not read. */
    public int unread(SignedIn.Applicant who, ApplicantView dossier) {
        return in(dossier.ref().tenant(), who, () -> store.unread(dossier.ref().id(), Side.APPLICANT));
    }

    /** How many of the applicant's messages the agency has not read. */
    public int unread(SignedIn.OfficerAt who, Opened dossier) {
        return in(who.tenant(), who, () -> store.unread(dossier.id(), Side.AGENCY));
    }

    /** The same for who has been asked already whether the dossier is theirs to see. */
    public int unread(SignedIn.OfficerAt who, DossierId dossier) {
        return in(who.tenant(), who, () -> store.unread(dossier, Side.AGENCY));
    }

    /** A file of the thread. */
    public Optional<ThreadMessage.Attached> file(SignedIn who, TenantId tenant, DossierId dossier, String file) {
        return in(
                tenant,
                who,
                () -> store.of(dossier).stream()
                        .flatMap(it -> it.files().stream())
                        .filter(it -> it.id().toString().equals(file))
                        .findFirst());
    }

    /** The applicant writes; the officers who have the dossier are told. The same command again changes nothing. */
    public void write(
            SignedIn.Applicant who, ApplicantView dossier, UUID command, String typed, List<StoredFile> files) {
        in(dossier.ref().tenant(), who, () -> {
            var id = dossier.ref().id();
            written(command, id, dossier.stage(), Side.APPLICANT, who, Optional.empty(), typed, files)
                    .ifPresent(message -> tellOfficers(dossier, message));
            return id;
        });
    }

    /** An officer writes in the name of a unit; the applicant is told. The same command again changes nothing. */
    public void write(
            SignedIn.OfficerAt who, Opened dossier, UnitId unit, UUID command, String typed, List<StoredFile> files) {
        in(who.tenant(), who, () -> {
            written(command, dossier.id(), dossier.stage(), Side.AGENCY, who, Optional.of(unit), typed, files)
                    .ifPresent(message -> tellApplicant(dossier, message));
            return dossier.id();
        });
    }

    private View view(DossierId dossier, Stage stage, Side reader) {
        var now = clock.instant();
        var all = store.of(dossier);
        all.stream()
                .filter(it -> it.from() != reader)
                .reduce((_, last) -> last)
                .ifPresent(it -> store.read(dossier, reader, it.at()));
        var until = rule.openUntil(stage);
        return new View(all, until.filter(now::isAfter).isEmpty(), until);
    }

    /** Writes it; the message that the other side is to be told of, empty where an earlier one waits to be read. */
    private Optional<UUID> written(
            UUID command,
            DossierId dossier,
            Stage stage,
            Side side,
            SignedIn who,
            Optional<UnitId> unit,
            String typed,
            List<StoredFile> files) {
        if (store.has(command)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var text = Text.clean(typed);
        rule.check(stage, text, files.size(), store.writtenSince(dossier, side, now.minus(HOUR)), now);
        var unread = store.unread(dossier, side.other());
        var added = store.add(command, dossier, side, who.account().value(), unit, text, files, now);
        added.ifPresent(_ -> trail.leave(wrote(who, dossier, now)));
        return added.filter(_ -> unread == 0);
    }

    private static Look wrote(SignedIn who, DossierId dossier, Instant now) {
        var as = who instanceof SignedIn.OfficerAt officer
                ? officer.positionsOn(VietnamTime.dayOf(now)).stream().findFirst()
                : Optional.<Position>empty();
        return new Look(
                who.actor().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role).or(who::actingAs),
                as.isPresent() ? Purpose.SETTLE : who.actingAs().isPresent() ? Purpose.BEHALF : Purpose.OWN,
                dossier.value(),
                "message-written",
                Fields.of(Fields.HISTORY));
    }

    /** Whoever has taken a step of it, and where nobody has, whoever could. */
    private void tellOfficers(ApplicantView dossier, UUID message) {
        var tenant = dossier.ref().tenant();
        var number = dossier.number().map(DossierNumber::value).orElse("");
        var sender = units.agencyOf(dossier.receiving());
        var path = "/desk/dossiers/" + dossier.ref().id() + "/thread";
        watch.seats(dossier.ref().id()).stream()
                .flatMap(it -> it.officer().map(List::of).orElseGet(() -> working(it)).stream())
                .distinct()
                .flatMap(it -> accounts.of(it).stream())
                .forEach(account -> {
                    var contact = contacts.of(tenant, account);
                    contact.reach(Channel.EMAIL, "")
                            .ifPresent(it -> deliveries.queue(letter(
                                    Channel.EMAIL,
                                    it,
                                    contact.language(),
                                    "agency",
                                    "thread " + message,
                                    number,
                                    sender,
                                    path)));
                });
    }

    private List<OfficerId> working(Watch.Seat seat) {
        var today = VietnamTime.dayOf(clock.instant());
        return officers.in(seat.unit()).stream()
                .filter(officer -> officer.positions().stream()
                        .anyMatch(it -> it.heldOn(today)
                                && it.unit().equals(seat.unit())
                                && it.role().equals(seat.role())))
                .map(Officer::id)
                .toList();
    }

    private void tellApplicant(Opened dossier, UUID message) {
        var applicant = dossier.filed().applicant();
        var submitter = dossier.subject().submitter();
        var contact = submitter.map(it -> contacts.of(TenantId.NATIONAL, it)).orElse(Contact.UNSAID);
        var path = submitter.isPresent() ? "/my/" + dossier.filed().code().value() + "/thread" : "/track";
        var sender = units.agencyOf(dossier.filed().unit());
        var occasion = dossier.id() + " thread " + message;
        contact.reach(Channel.EMAIL, applicant.email())
                .ifPresent(it -> deliveries.queue(
                        letter(Channel.EMAIL, it, contact.language(), "applicant", occasion, "", sender, path)));
        contact.reach(Channel.SMS, applicant.phone())
                .ifPresent(it -> deliveries.queue(
                        letter(Channel.SMS, it, contact.language(), "applicant", occasion, "", sender, "/my")));
    }

    /** Says that there is a message, and nothing of what is in it. */
    private Letter letter(
            Channel channel,
            String address,
            Language language,
            String whom,
            String occasion,
            String number,
            Optional<Unit> sender,
            String path) {
        var name = sender.map(it -> brands.nameOf(it, language)).orElse("");
        var key = "conversation.letter." + whom + (channel == Channel.SMS ? ".sms" : "");
        return new Letter(
                occasion,
                channel,
                address,
                language,
                name,
                messages.say(language, "conversation.letter." + whom + ".title"),
                messages.say(language, key, name, number),
                path,
                false);
    }

    private <T> T in(TenantId tenant, SignedIn who, Supplier<T> work) {
        return new Scope(tenant, Optional.of(who.account().value()))
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
