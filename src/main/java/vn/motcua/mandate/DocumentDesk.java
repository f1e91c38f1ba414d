package vn.motcua.mandate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.document.StoredFile;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Arrivals;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.People;
import vn.motcua.identity.Person;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Standing;
import vn.motcua.mandate.MandateState.Asked;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * Where a document proves that somebody acts for another: a birth certificate, the decision on a guardian, a written
 * mandate. Who asks uploads it and says whom it names; an officer of a one-stop holds it beside that, and grants or refuses
 * with a reason.
 */
@Service
public class DocumentDesk {

    private static final int LONGEST_REASON = 1_000;
    private static final String ONE_STOP = "commune-one-stop";

    private final Mandates mandates;
    private final MandatePapers papers;
    private final MandateSettings settings;
    private final Units units;
    private final People people;
    private final Arrivals arrivals;
    private final Access access;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DocumentDesk(
            Mandates mandates,
            MandatePapers papers,
            MandateSettings settings,
            Units units,
            People people,
            Arrivals arrivals,
            Access access,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mandates = mandates;
        this.papers = papers;
        this.settings = settings;
        this.units = units;
        this.people = people;
        this.arrivals = arrivals;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What waits to be checked.
     *
     * @param askedAt when it was asked
     */
    public record Waiting(Mandate mandate, Claim claim, List<MandatePaper> papers, Instant askedAt) {}

    /** The one-stops at which documents are checked. */
    public List<Unit> oneStops() {
        return units.tree().all().stream()
                .filter(it -> it.kind().equals(ONE_STOP))
                .toList();
    }

    /** Refuses what cannot be asked for, before any file is read. */
    public void check(MandateDesk.Wanted wanted, Claim claim) {
        var today = VietnamTime.dayOf(clock.instant());
        if (wanted.kind().byConsent()) {
            throw new Refused(MandateRefusal.KIND_WRONG);
        }
        if (wanted.reach().errands().isEmpty()) {
            throw new Refused(MandateRefusal.NO_ERRAND);
        }
        if (!claim.number().matches("\\d{12}")
                || Text.clean(claim.name()).isEmpty()
                || claim.born().isAfter(today)
                || claim.born().isBefore(today.minusYears(130))) {
            throw new Refused(MandateRefusal.PERSON_MISSING);
        }
        if (oneStops().stream().noneMatch(it -> it.id().equals(claim.unit()))) {
            throw new Refused(MandateRefusal.NO_ONE_STOP);
        }
        var last = last(wanted.kind(), claim.born(), today);
        if (wanted.until().isBefore(today) || wanted.until().isAfter(last)) {
            throw new Refused(
                    last.isBefore(today) ? MandateRefusal.CHILD_OF_AGE : MandateRefusal.LAST_DAY_WRONG,
                    today.until(last, ChronoUnit.DAYS) + 1,
                    VietnamTime.day(last));
        }
    }

    /** Asks the one-stop of the claim. The same id again changes nothing. */
    public void ask(SignedIn.Citizen who, MandateDesk.Wanted wanted, Claim claim, StoredFile file) {
        check(wanted, claim);
        var now = now();
        in(TenantId.NATIONAL, who, () -> {
            var mandate = new Mandate(
                    wanted.id(),
                    wanted.kind(),
                    new Mandate.Representative(who.account(), who.name()),
                    "",
                    Optional.empty(),
                    wanted.reach(),
                    VietnamTime.dayOf(now),
                    wanted.until(),
                    new Asked(now.plus(settings.documentWait())));
            if (mandates.add(mandate, Optional.empty(), Optional.of(claim), now)) {
                papers.add(wanted.id(), new MandatePaper(Ids.next(), file.name(), file.id(), file.size()), now);
                mandates.note(wanted.id(), who, "asked", "", now);
            }
            return mandate;
        });
    }

    /** What waits at the one-stops where this officer receives, oldest first. */
    public List<Waiting> waiting(SignedIn.OfficerAt officer) {
        access.mayCheckMandates(officer, Optional.empty()).orRefuse();
        return in(
                officer.tenant(),
                officer,
                () -> mandates.toCheck(now()).stream()
                        .filter(it -> access.mayCheckMandates(
                                        officer, Optional.of(it.claim().unit()))
                                .permitted())
                        .map(it -> new Waiting(
                                it.mandate(), it.claim(), papers.of(it.mandate().id()), it.askedAt()))
                        .toList());
    }

    /** One of its papers; not there for who does not check it. */
    public MandatePaper paper(SignedIn.OfficerAt officer, MandateId id, String paper) {
        var found = one(officer, id).papers().stream()
                .filter(it -> it.id().toString().equals(paper))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        in(officer.tenant(), officer, () -> {
            looked(officer, id, "viewed-paper", Fields.of(Fields.PAPERS));
            return found;
        });
        return found;
    }

    /**
     * Grants it. Refuses when the state knows somebody else under that number ({@link MandateRefusal#PERSON_DIFFERS}). A
     * person without an account gets one to hold what is filed for them; when they first sign in it is theirs.
     */
    public void grant(SignedIn.OfficerAt officer, MandateId id) {
        var claim = one(officer, id).claim();
        var known = people.withPersonalNumber(claim.number());
        if (known.filter(it -> !same(it, claim)).isPresent()) {
            throw new Refused(MandateRefusal.PERSON_DIFFERS);
        }
        var account = arrivals.citizen(new Arrivals.Citizen(
                claim.number(),
                known.map(Person::name).orElse(claim.name()),
                claim.born(),
                "",
                "",
                known.map(Person::synthetic).orElse(false)));
        var person = people.withPersonalNumber(claim.number()).orElseThrow();
        decide(
                officer,
                id,
                "granted",
                person.id().value(),
                (it, now) -> it.give(new Principal(account.account(), person.id(), person.name()), now));
    }

    /** Refuses it, with a reason that who asked reads. */
    public void refuse(SignedIn.OfficerAt officer, MandateId id, String reason) {
        var why = Text.clean(reason);
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Refused(MandateRefusal.CHECK_REASON_MISSING, LONGEST_REASON);
        }
        one(officer, id);
        decide(officer, id, "turned-down", id.value(), (it, now) -> it.turnDown(why, now));
    }

    private void decide(
            SignedIn.OfficerAt officer,
            MandateId id,
            String what,
            java.util.UUID subject,
            java.util.function.BiFunction<Mandate, Instant, Mandate> rule) {
        var now = now();
        in(officer.tenant(), officer, () -> {
            var mandate = mandates.lock(id).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
            var after = rule.apply(mandate, now);
            mandates.save(after);
            mandates.note(id, officer, what, "", now);
            looked(officer, subject, "mandate-" + what, Fields.of(Fields.RIGHTS));
            return after;
        });
    }

    private Waiting one(SignedIn.OfficerAt officer, MandateId id) {
        return waiting(officer).stream()
                .filter(it -> it.mandate().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private void looked(SignedIn.OfficerAt officer, MandateId id, String act, String fields) {
        looked(officer, id.value(), act, fields);
    }

    private void looked(SignedIn.OfficerAt officer, java.util.UUID subject, String act, String fields) {
        var as = access.mayCheckMandates(officer, Optional.empty()).orRefuse();
        trail.leave(new Look(
                officer.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.INTAKE,
                subject,
                act,
                fields));
    }

    private LocalDate last(Standing.Kind kind, LocalDate born, LocalDate today) {
        var most = today.plusDays(settings.daysAtMost(kind) - 1L);
        var ofAge = born.plusYears(settings.ofAge()).minusDays(1);
        return kind == Standing.Kind.PARENT && ofAge.isBefore(most) ? ofAge : most;
    }

    private static boolean same(Person person, Claim claim) {
        return Text.fold(person.name()).equals(Text.fold(claim.name()))
                && person.bornOn().equals(claim.born());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T in(TenantId tenant, SignedIn who, Supplier<T> work) {
        return new Scope(tenant, Optional.of(who.account().value()))
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
