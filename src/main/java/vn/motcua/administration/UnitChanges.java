package vn.motcua.administration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.administration.ChangeRequest.Kind;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.dossier.OfficeWork;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Actors;
import vn.motcua.identity.Administration;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.Officers;
import vn.motcua.identity.PositionMoves;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Reorganisation;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitChange;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.UnitTree;
import vn.motcua.organization.Units;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/**
 * How an agency's units are founded, renamed, ended, merged and split, each from a day on and by a decision. Founding and
 * renaming need one administrator; what moves positions and dossiers needs two. On its day, in one transaction, the tree
 * changes, positions go on in the unit that took over, and every open step comes there with a line in its dossier.
 */
@Service
public class UnitChanges implements Effect {

    /** For so long what came late into an ended unit is looked for. */
    private static final Duration LATE = Duration.ofDays(7);

    private final ChangeRequests changes;
    private final UnitRecords records;
    private final UnitImpacts impacts;
    private final Administration administration;
    private final Units units;
    private final Kinds kinds;
    private final PositionMoves positions;
    private final Officers officers;
    private final OfficeWork work;
    private final Successors successors;
    private final Actors actors;
    private final Trail trail;
    private final Clock clock;

    UnitChanges(
            ChangeRequests changes,
            UnitRecords records,
            UnitImpacts impacts,
            Administration administration,
            Units units,
            Kinds kinds,
            PositionMoves positions,
            Officers officers,
            OfficeWork work,
            Successors successors,
            Actors actors,
            Trail trail,
            Clock clock) {
        this.changes = changes;
        this.records = records;
        this.impacts = impacts;
        this.administration = administration;
        this.units = units;
        this.kinds = kinds;
        this.positions = positions;
        this.officers = officers;
        this.work = work;
        this.successors = successors;
        this.actors = actors;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A change in the list of all.
     *
     * @param trouble why it could not be carried out the last time; empty when it could
     */
    public record Listed(
            UUID id,
            Phrase what,
            LocalDate day,
            String decision,
            String decidedBy,
            Optional<Instant> doneAt,
            int positions,
            int dossiers,
            String trouble) {}

    /** What it would do; refuses what cannot be. */
    @Transactional(readOnly = true)
    public UnitImpact preview(Administrator who, UUID id, Map<String, String> fields) {
        return impact(who, new UnitOrder(id, fields));
    }

    /** A rename is planned at once; the rest waits for the second administrator. */
    @Transactional
    public Appointments.Step propose(Administrator who, UUID id, Map<String, String> fields) {
        var order = new UnitOrder(id, fields);
        if (changes.exists(id)) {
            return Appointments.Step.WAITS;
        }
        if (records.keeps(id)) {
            return Appointments.Step.DONE;
        }
        var impact = impact(who, order);
        if (!impact.undecided().isEmpty()) {
            throw new Refused(
                    AdministrationRefusal.WORK_UNDECIDED, impact.undecided().size());
        }
        if (order.change() instanceof UnitChange.Rename) {
            plan(who, order);
            leave(who, about(order), "unit-change-planned");
            return Appointments.Step.DONE;
        }
        changes.propose(new ChangeRequest(
                id,
                Kind.CHANGE_UNITS,
                about(order),
                order.fields(),
                who.account().value(),
                clock.instant()));
        leave(who, about(order), "unit-change-proposed");
        return Appointments.Step.WAITS;
    }

    /** Founds a unit from a day on, today when none is given. */
    @Transactional
    public void found(Administrator who, Administration.NewUnit wanted, Map<String, String> fields) {
        var order = new UnitOrder(wanted.id().value(), fields);
        if (records.keeps(order.id())) {
            return;
        }
        var day = fields.getOrDefault("day", "").isBlank() ? today() : order.day();
        if (day.isBefore(today())) {
            throw new Refused(AdministrationRefusal.DAY_OVER);
        }
        var decision = order.decided() ? order.decision() : "";
        administration.add(wanted, day);
        records.plan(
                new UnitOrder(
                        order.id(), Map.of("kind", "found", "unit", order.id().toString())),
                day,
                decision,
                who.account().value(),
                clock.instant());
        records.done(order.id(), 0, 0, clock.instant());
    }

    /** All decided changes, planned ones first. */
    @Transactional(readOnly = true)
    public List<Listed> all(Administrator who) {
        var kept = records.all();
        var names = actors.names(kept.stream().map(UnitRecords.Kept::decidedBy).toList());
        var tree = units.tree();
        return kept.stream()
                .map(it -> new Listed(
                        it.order().id(),
                        UnitImpacts.what(tree, it.order(), it.day()),
                        it.day(),
                        it.decision(),
                        names.getOrDefault(it.decidedBy(), ""),
                        it.doneAt(),
                        it.positions(),
                        it.dossiers(),
                        it.trouble()))
                .toList();
    }

    /** The roles that somebody holds or that have open work in that unit, besides those of its kind. */
    @Transactional(readOnly = true)
    public List<String> roles(Administrator who, UnitId unit) {
        var kind = units.unit(unit)
                .filter(it -> it.tenant().equals(who.tenant()))
                .map(Unit::kind)
                .map(kinds.units()::get);
        return Stream.of(
                        kind.stream().flatMap(it -> it.roles().stream()),
                        positions.in(List.of(unit), today()).stream()
                                .map(it -> it.position().role()),
                        work.open(List.of(unit)).stream().map(OfficeWork.Open::role))
                .flatMap(it -> it)
                .distinct()
                .sorted()
                .toList();
    }

    /** Who holds positions in that unit, by name: a split by area asks for each of them. */
    @Transactional(readOnly = true)
    public Map<OfficerId, String> officers(Administrator who, UnitId unit) {
        var all = new LinkedHashMap<OfficerId, String>();
        if (units.unit(unit).filter(it -> it.tenant().equals(who.tenant())).isPresent()) {
            positions.in(List.of(unit), today()).forEach(it -> all.putIfAbsent(it.officer(), it.name()));
        }
        return all;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.CHANGE_UNITS);
    }

    @Override
    public void confirm(Administrator who, ChangeRequest change) {
        var order = new UnitOrder(change.id(), change.proposal());
        var day = order.day().isBefore(today()) ? today() : order.day();
        var after = units.fresh().after(checked(who, order, day));
        successors.refuseUndecided(
                after, order, UnitImpacts.ended(after, order.change().of(), day));
        plan(who, order);
        leave(who, change.about(), "unit-change-confirmed");
    }

    @Override
    public List<Phrase> said(ChangeRequest change) {
        var order = new UnitOrder(change.id(), change.proposal());
        var tree = units.fresh();
        var said = new ArrayList<Phrase>();
        said.add(UnitImpacts.what(tree, order, order.day()));
        said.add(Phrase.of("administration.units.fromDay", VietnamTime.day(order.day()), order.decision()));
        said.add(does(tree, order));
        return said;
    }

    /** How much it moves; or that it cannot be any more, which its confirmation would say, too. */
    private Phrase does(UnitTree tree, UnitOrder order) {
        try {
            var outcome = Reorganisation.of(tree, Scope.current().tenant(), order.day(), order.change());
            return impacts.impact(tree, outcome, order).sum();
        } catch (Refused refused) {
            return Phrase.of("administration.units.notNow");
        }
    }

    /** What is planned up to today, in its order. */
    @Transactional
    public List<UUID> due() {
        return records.planned().stream()
                .filter(it -> !it.day().isAfter(today()))
                .map(it -> it.order().id())
                .toList();
    }

    /** Carries out one of them, if nobody has meanwhile. */
    @Transactional
    public void carryOut(UUID id) {
        records.hold();
        records.planned().stream()
                .filter(it -> it.order().id().equals(id))
                .forEach(it -> apply(it.order(), it.day(), it.decision(), actor(it.decidedBy())));
    }

    /** Brings away what came into an ended unit while its change was being carried out. */
    @Transactional
    public int bringLate() {
        int moved = 0;
        for (var it : records.doneSince(clock.instant().minus(LATE))) {
            if (it.order().fields().getOrDefault("kind", "").equals("found")) {
                continue;
            }
            var tree = units.fresh();
            var ended = UnitImpacts.ended(tree, it.order().change().of(), today());
            var more = ended.isEmpty()
                    ? 0
                    : moveWork(it.order(), actor(it.decidedBy()), it.decision(), tree, ended, today());
            if (more > 0) {
                records.more(it.order().id(), more);
            }
            moved += more;
        }
        return moved;
    }

    /** Writes down why it could not be carried out. */
    @Transactional
    public void failed(UUID id, String why) {
        records.failed(id, why);
    }

    private void plan(Administrator who, UnitOrder order) {
        records.hold();
        var day = order.day().isBefore(today()) ? today() : order.day();
        records.plan(order, day, order.decision(), who.account().value(), clock.instant());
        if (!day.isAfter(today())) {
            apply(order, day, order.decision(), who);
        }
    }

    private void apply(UnitOrder order, LocalDate day, String decision, Administrator by) {
        var tree = units.fresh();
        var outcome = Reorganisation.of(tree, by.tenant(), day, order.change());
        var after = tree.after(outcome);
        var ended = UnitImpacts.ended(after, order.change().of(), day);
        impacts.refuseLostWork(after, ended, day);
        units.save(outcome);
        var moved = positions.move(order.id(), ended, day, held -> successors.of(after, order, held, day));
        var dossiers = moveWork(order, by, decision, after, ended, day);
        records.done(order.id(), moved, dossiers, clock.instant());
        leave(by, about(order), "unit-change-done");
    }

    private int moveWork(
            UnitOrder order, Administrator by, String decision, UnitTree tree, List<UnitId> ended, LocalDate day) {
        var held = new HashMap<String, Boolean>();
        officers.all()
                .forEach(it -> it.positions().stream()
                        .filter(position -> position.heldOn(day))
                        .forEach(position -> held.put(it.id() + " " + position.unit() + " " + position.role(), true)));
        return work.move(
                order.id(),
                by,
                decision,
                tree,
                ended,
                day,
                successors.of(tree, order, day),
                (officer, unit, role) -> held.containsKey(officer + " " + unit + " " + role),
                clock.instant());
    }

    private Reorganisation.Outcome checked(Administrator who, UnitOrder order, LocalDate day) {
        var tree = units.fresh();
        var change = order.change();
        impacts.refuseUnknownKinds(change);
        var outcome = Reorganisation.of(tree, who.tenant(), day, change);
        var planned = records.planned().stream()
                .filter(it -> !it.order().id().equals(order.id()))
                .flatMap(it -> it.order().change().of().stream())
                .toList();
        change.of().stream().filter(planned::contains).findFirst().ifPresent(it -> {
            throw new Refused(
                    AdministrationRefusal.UNIT_PLANNED_ALREADY,
                    tree.unit(it).map(Unit::name).orElse(""));
        });
        var after = tree.after(outcome);
        impacts.refuseLostWork(after, UnitImpacts.ended(after, change.of(), day), day);
        return outcome;
    }

    private UnitImpact impact(Administrator who, UnitOrder order) {
        var day = order.day();
        if (day.isBefore(today())) {
            throw new Refused(AdministrationRefusal.DAY_OVER);
        }
        order.decision();
        if (order.decisionDay().filter(it -> it.isAfter(today())).isPresent()) {
            throw new Refused(AdministrationRefusal.DECISION_DAY_TO_COME);
        }
        return impacts.impact(units.fresh(), checked(who, order, day), order);
    }

    private Administrator actor(UUID account) {
        return new Administrator(
                new AccountId(account),
                Scope.current().tenant(),
                actors.names(List.of(account)).getOrDefault(account, ""));
    }

    private static UUID about(UnitOrder order) {
        return order.change().of().stream().findFirst().map(UnitId::value).orElse(order.id());
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    private void leave(Administrator who, UUID about, String act) {
        trail.leave(new Look(
                who.account().value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.ADMINISTER,
                about,
                act,
                Fields.of(Fields.RIGHTS)));
    }
}
