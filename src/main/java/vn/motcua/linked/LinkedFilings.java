package vn.motcua.linked;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Group;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.deadline.Interval;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.dossier.AgencyCalendars;
import vn.motcua.dossier.Confirmation;
import vn.motcua.dossier.FilingId;
import vn.motcua.dossier.FilingRequest.Requested;
import vn.motcua.dossier.Link;
import vn.motcua.dossier.LinkedDossiers;
import vn.motcua.dossier.NewPaper;
import vn.motcua.dossier.StageKind;
import vn.motcua.dossier.Tracking;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.form.Facts;
import vn.motcua.linked.Branch.State;
import vn.motcua.linked.WholeClock.Course;
import vn.motcua.linked.WholeClock.Leg;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** Linked filings: how one is made out of a declaration, how the whole of it stands, and taking a part back. */
@Service
public class LinkedFilings {

    private final Plans plans;
    private final Catalogue catalogue;
    private final Tracking tracking;
    private final LinkedDossiers dossiers;
    private final Units units;
    private final AgencyCalendars calendars;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LinkedFilings(
            Plans plans,
            Catalogue catalogue,
            Tracking tracking,
            LinkedDossiers dossiers,
            Units units,
            AgencyCalendars calendars,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.plans = plans;
        this.catalogue = catalogue;
        this.tracking = tracking;
        this.dossiers = dossiers;
        this.units = units;
        this.calendars = calendars;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A declaration that is going to be filed.
     *
     * @param place the code of the place that was chosen for it; may be empty
     * @param answers the answers to the group's form
     * @param papers what comes with it, for whichever part
     */
    public record Declared(
            ProcedureRevision group,
            Unit receiving,
            String place,
            Map<String, Object> answers,
            Facts facts,
            List<NewPaper> papers) {}

    /** What is asked for, part by part; the first is filed at once. */
    public record Parts(Declared declared, Requested first, List<Waiting> waiting) {}

    /** A part that waits, with the unit that would receive it and what lies ready for it. */
    public record Waiting(Group.Part part, int place, UnitId unit, List<NewPaper> papers) {}

    /**
     * Takes a declaration apart. Refuses with {@code NO_AGENCY_FOR_PART} one of which a part could never be opened because
     * no agency there uses this system.
     */
    public Parts parts(Declared declared) {
        var group = group(declared);
        var first = group.first();
        var waiting = new ArrayList<Waiting>();
        for (var part : group.chosen(declared.answers(), declared.facts())) {
            if (!part.id().equals(first.id())) {
                var unit = competent(group, part, declared.answers(), declared.place())
                        .orElseThrow(() -> new Refused(
                                LinkedRefusal.NO_AGENCY_FOR_PART,
                                Phrase.of(
                                        "linked.words",
                                        part.procedure().shortName().vi(),
                                        part.procedure().shortName().en())));
                waiting.add(new Waiting(part, waiting.size() + 2, unit.id(), papers(group, part, declared.papers())));
            }
        }
        var requested = new Requested(
                first.revision(),
                declared.receiving().id(),
                Optional.of(declared.place()).filter(it -> !it.isEmpty()),
                group.answers(first.id(), declared.answers(), declared.facts()),
                papers(group, first, declared.papers()),
                Optional.of(
                        new Link(declared.receiving().tenant(), declared.group().id(), first.id(), 1, first.limit())));
        return new Parts(declared, requested, waiting);
    }

    /** Keeps the plan of what was filed, in the transaction that filed its first part. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Confirmation confirmation, Parts parts) {
        var group = group(parts.declared());
        var all = new ArrayList<Plan.Kept>();
        var news = new Branch.News(
                1,
                StageKind.SUBMITTED,
                confirmation.at(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Branch.Came.NOTHING,
                List.of());
        all.add(new Plan.Kept(
                new Branch(
                        group.first(),
                        1,
                        parts.declared().receiving().id(),
                        new State.Open(confirmation.dossiers().getFirst(), news)),
                List.of(),
                false));
        parts.waiting()
                .forEach(it -> all.add(new Plan.Kept(
                        new Branch(it.part(), it.place(), it.unit(), new State.Waiting()), it.papers(), false)));
        plans.add(new Plan(
                confirmation.filing(),
                parts.declared().group().id(),
                group,
                parts.declared().receiving().id(),
                parts.declared().place(),
                parts.waiting().isEmpty() ? Map.of() : parts.declared().answers(),
                confirmation.at(),
                Optional.empty(),
                all));
    }

    /** How the whole stands; empty for a code of no linked filing. Who may ask is not asked here. */
    public Optional<Whole> of(TrackingCode code) {
        return tracking.linked(code).flatMap(it -> Scope.of(it.home()).call(() -> whole(it.home(), it.filing())));
    }

    /** The same for a dossier of the current tenant, where the whole was filed here. */
    public Optional<Whole> of(FilingId filing) {
        return whole(Scope.current().tenant(), filing);
    }

    /** The applicant takes a part back that was not opened yet; refuses one that does not wait any more. */
    public void leave(TrackingCode code, String part) {
        var linked = tracking.linked(code).orElseThrow(() -> new Refused(LinkedRefusal.NO_SUCH_PART));
        Scope.of(linked.home())
                .run(() -> transaction.executeWithoutResult(_ -> {
                    if (plans.find(linked.filing()).flatMap(it -> it.kept(part)).isEmpty()) {
                        throw new Refused(LinkedRefusal.NO_SUCH_PART);
                    }
                    if (!plans.leave(linked.filing(), part)) {
                        throw new Refused(LinkedRefusal.PART_NOT_WAITING);
                    }
                    var plan = plans.find(linked.filing()).orElseThrow();
                    Following.close(plans, plan);
                }));
    }

    private Optional<Whole> whole(TenantId home, FilingId filing) {
        return in(() -> plans.find(filing)).map(plan -> {
            var now = clock.instant();
            var legs = legs(plan, now);
            var counting = counting(plan);
            var expected = WholeClock.expected(legs, now, counting);
            var promise = plan.promise().or(() -> justReceived(plan, now));
            return new Whole(
                    home,
                    filing,
                    plan.revision(),
                    plan.group(),
                    catalogue.revision(plan.revision()).runnableContent().shortName(),
                    plan.unit(),
                    promise,
                    promise.map(it -> WholeClock.moved(it, legs, limit(plan), received(plan), counting)),
                    WholeClock.whole(legs, expected),
                    plan.all());
        });
    }

    /** The first part may have been received a moment ago, before the home heard of it. */
    private Optional<WholeClock.Promise> justReceived(Plan plan, Instant now) {
        return plan.branches().getFirst().branch().state() instanceof State.Open(var dossier, var _)
                ? in(() -> dossiers.part(dossier.id()))
                        .flatMap(LinkedDossiers.Part::reception)
                        .map(it -> WholeClock.promise(legs(plan, now), limit(plan), it.at(), counting(plan)))
                : Optional.empty();
    }

    /** What is promised when the first part was received at that moment. */
    WholeClock.Promise promise(Plan plan, Instant received) {
        return WholeClock.promise(legs(plan, received), limit(plan), received, counting(plan));
    }

    private static Optional<TimeLimit> limit(Plan plan) {
        return plan.group().limited() ? Optional.of(plan.group().limit()) : Optional.empty();
    }

    /** When the first part was received, so far as its home heard of it; the filing before. */
    private static Instant received(Plan plan) {
        return plan.branches().getFirst().branch().state() instanceof State.Open(var _, var news)
                ? news.receivedAt().orElse(plan.filedAt())
                : plan.filedAt();
    }

    private WholeClock.Counting counting(Plan plan) {
        return WholeClock.over(calendars.hours(plan.unit()), calendars.of(plan.unit()));
    }

    private static List<Leg> legs(Plan plan, Instant now) {
        return plan.all().stream()
                .map(it -> new Leg(
                        it.part().id(),
                        it.part().after(),
                        it.part().limit(),
                        it.part().outside(),
                        course(it),
                        lost(it, now)))
                .toList();
    }

    private static Course course(Branch branch) {
        return switch (branch.state()) {
            case State.Waiting _ -> new Course.Waiting();
            case State.NotOpened _, State.Left _ -> new Course.Never();
            case State.Open(var _, var news) when news.ended() -> new Course.Ended(news.since());
            case State.Open(var _, var news) ->
                news.dueAt().<Course>map(Course.Running::new).orElseGet(Course.Filed::new);
        };
    }

    private static List<Interval> lost(Branch branch, Instant now) {
        return branch.state() instanceof State.Open(var _, var news)
                ? news.lost().stream()
                        .filter(it -> it.to().isPresent() || it.from().isBefore(now))
                        .map(it -> new Interval(it.from(), it.to().orElse(now)))
                        .toList()
                : List.of();
    }

    /** Who receives a part: by the answer that says where it belongs, else by the place of the whole. */
    Optional<Unit> competent(Group group, Group.Part part, Map<String, Object> answers, String place) {
        return group.place(part.id(), answers)
                .or(() -> Optional.of(place).filter(it -> !it.isEmpty()))
                .flatMap(it -> units.competent(part.procedure().receivedBy(), it));
    }

    private static List<NewPaper> papers(Group group, Group.Part part, List<NewPaper> all) {
        var ids = group.documents(part.id());
        return all.stream().filter(it -> ids.contains(it.document())).toList();
    }

    private static Group group(Declared declared) {
        return declared.group().runnableContent().group().orElseThrow();
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
