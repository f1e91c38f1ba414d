package vn.motcua.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.deadline.Deadlines;
import vn.motcua.dossier.AgencyCalendars;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.MyDossier;
import vn.motcua.dossier.MyDossiers;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Leaders;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.TenantAct;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * Takes requests for correction to the unit that received the dossier, with the legal clock, and its answer back. Who leads
 * the unit or one above it answers, and where nobody does an administrator; that it was asked, read and answered stands in the log.
 */
@Service
public class CorrectionDesk {

    /** How long each text may be, in characters. */
    public static final int LONGEST = 2_000;

    private final MyDossiers dossiers;
    private final ApplicantDesk desk;
    private final Corrections corrections;
    private final Trail trail;
    private final Units units;
    private final Access access;
    private final Leaders leaders;
    private final PrivacySettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final AgencyCalendars calendars;

    CorrectionDesk(
            MyDossiers dossiers,
            ApplicantDesk desk,
            Corrections corrections,
            Trail trail,
            Units units,
            AgencyCalendars calendars,
            Access access,
            Leaders leaders,
            PrivacySettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.corrections = corrections;
        this.trail = trail;
        this.units = units;
        this.calendars = calendars;
        this.access = access;
        this.leaders = leaders;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All that they asked, in whosever system, latest first. */
    public List<Correction> of(SignedIn.Applicant who, Language language) {
        var all = new ArrayList<Correction>();
        dossiers.of(who, language).stream()
                .map(it -> it.ref().tenant())
                .distinct()
                .forEach(it -> all.addAll(in(it, who, () -> corrections.of(who.account()))));
        all.sort(Comparator.comparing(Correction::askedAt).reversed());
        return all;
    }

    /**
     * Asks. Asking the same twice while it waits is asking once.
     *
     * @param dossier its word in an address
     */
    public void ask(SignedIn.Applicant who, String dossier, String wrong, String right, Language language) {
        var mine = dossiers.of(who, language).stream()
                .filter(it -> it.word().equals(dossier))
                .findFirst()
                .orElseThrow(() -> new Refused(PrivacyRefusal.CORRECTION_WITHOUT_DOSSIER));
        var said = text(wrong, PrivacyRefusal.CORRECTION_TEXT_MISSING);
        var should = text(right, PrivacyRefusal.CORRECTION_TEXT_MISSING);
        var unit = desk.open(who, mine.ref(), language).receiving();
        var now = clock.instant();
        var request = new Correction(
                Ids.next(),
                mine.ref().id(),
                about(mine),
                unit,
                who.name(),
                said,
                should,
                now,
                due(now, unit),
                Optional.empty());
        in(mine.ref().tenant(), who, () -> {
            corrections.ask(request, who.account());
            trail.leave(new Look(
                    who.account().value(),
                    Optional.empty(),
                    Optional.empty(),
                    Purpose.OWNER,
                    mine.ref().id().value(),
                    "correction-asked",
                    Fields.of(Fields.ANSWERS)));
            return unit;
        });
    }

    /**
     * The requests that wait for an answer of the units that this officer leads, or of those that nobody leads when it is an
     * administrator; those whose time is over first, then the soonest due.
     */
    public List<Correction> waiting(SignedIn who) {
        mayAnswer(who);
        return in(who.tenant(), who, () -> {
            var waiting = corrections.open(answeredBy(who));
            trail.once(
                    waiting.stream()
                            .map(it -> look(who, it, "correction-read"))
                            .distinct()
                            .toList(),
                    VietnamTime.dayOf(clock.instant())
                            .atStartOfDay(VietnamTime.ZONE)
                            .toInstant());
            return waiting;
        });
    }

    /** How many of them have waited longer than the law allows; none for who answers for no unit. */
    public int late(SignedIn.OfficerAt who) {
        return positions(who).isEmpty()
                ? 0
                : in(who.tenant(), who, () -> corrections.late(answeredBy(who), clock.instant()));
    }

    /** Answers one of them with a reason; who leads another unit does not find it. */
    public void answer(SignedIn who, UUID id, String outcome, String reason) {
        mayAnswer(who);
        in(who.tenant(), who, () -> {
            var request = corrections
                    .find(id)
                    .filter(it -> answeredBy(who).contains(it.unit()))
                    .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
            var answer = new Correction.Answer(
                    outcome(outcome),
                    text(reason, PrivacyRefusal.CORRECTION_ANSWER_MISSING),
                    clock.instant(),
                    who.name());
            if (!corrections.answer(id, answer)) {
                throw new Refused(PrivacyRefusal.CORRECTION_ANSWERED_ALREADY, request.asker());
            }
            trail.leave(
                    look(who, request, "correction-" + answer.outcome().name().toLowerCase(Locale.ROOT)));
            return request;
        });
    }

    private Look look(SignedIn who, Correction request, String act) {
        var as = positions(who).stream()
                .filter(it -> units.subtree(it.unit()).stream()
                        .anyMatch(unit -> unit.id().equals(request.unit())))
                .findFirst();
        return new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.OWNER,
                request.dossier().value(),
                act,
                Fields.of(Fields.ANSWERS));
    }

    private Instant due(Instant asked, UnitId unit) {
        return Deadlines.due(settings.limit(), asked, calendars.hours(unit), calendars.of(unit))
                .at();
    }

    private static String about(MyDossier mine) {
        return mine.number().map(it -> mine.procedureName() + ", " + it.value()).orElseGet(mine::procedureName);
    }

    private static Correction.Outcome outcome(String typed) {
        for (var outcome : Correction.Outcome.values()) {
            if (outcome.name().equals(typed)) {
                return outcome;
            }
        }
        throw new Refused(PrivacyRefusal.CORRECTION_ANSWER_MISSING, LONGEST);
    }

    private static String text(String typed, PrivacyRefusal otherwise) {
        var text = Text.clean(typed);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Refused(otherwise, LONGEST);
        }
        return text;
    }

    private void mayAnswer(SignedIn who) {
        if (!(who instanceof SignedIn.Administrator)) {
            access.may(who, TenantAct.ANSWER_QUESTIONS).orRefuse();
        }
    }

    /** For which units they answer. */
    private Collection<UnitId> answeredBy(SignedIn who) {
        return who instanceof SignedIn.Administrator
                ? leaders.missing(corrections.units())
                : positions(who).stream()
                        .flatMap(it -> units.subtree(it.unit()).stream())
                        .map(Unit::id)
                        .distinct()
                        .toList();
    }

    /** Those in which they lead, today. */
    private List<Position> positions(SignedIn who) {
        return who instanceof SignedIn.OfficerAt officer
                ? officer.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                        .filter(access::leads)
                        .toList()
                : List.of();
    }

    private <T> T in(TenantId tenant, SignedIn who, Supplier<T> work) {
        return new Scope(tenant, Optional.of(who.account().value()))
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
