package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.CourseCheck;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.identity.Access;
import vn.motcua.identity.Position;
import vn.motcua.identity.PositionId;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.UnitId;
import vn.motcua.route.OfficerStep;
import vn.motcua.route.Route;
import vn.motcua.shared.Phrase;

/**
 * Whether every dossier of a package comes to its end: each step has somebody who can be appointed to it, and the rules of dossiers,
 * tried at each open step with every answer of the route's conditions, always lead to a result that is handed over.
 */
@Component
class RouteEnds implements CourseCheck {

    /** So many conditions have sixty-four combinations. */
    private static final int FEW = 6;

    private final Kinds kinds;
    private final Access access;

    RouteEnds(Kinds kinds, Access access) {
        this.kinds = kinds;
        this.access = access;
    }

    @Override
    public List<Stuck> of(ProcedurePackage procedure) {
        var found = new ArrayList<Stuck>();
        var steps = procedure.route().steps();
        steps.forEach(it -> nobody(it).ifPresent(found::add));
        steps.forEach(it -> nowhere(it).ifPresent(found::add));
        return found.isEmpty() ? dead(procedure) : found;
    }

    /** A role to which nobody can be appointed, or whoever is does not work on dossiers. */
    private Optional<Stuck> nobody(OfficerStep step) {
        if (step.program().isPresent()) {
            return Optional.empty();
        }
        var role = step.role();
        var position = new Position(
                new PositionId(new UUID(0, 0)), new UnitId(new UUID(0, 0)), role, LocalDate.EPOCH, Optional.empty());
        if (!kinds.positions().containsKey(role)) {
            return Optional.of(new Stuck(step.id(), Phrase.of("catalogue.problem.course.noSuchRole", role)));
        }
        return access.worksOnDossiers(position)
                ? Optional.empty()
                : Optional.of(new Stuck(step.id(), Phrase.of("catalogue.problem.course.roleApart", role)));
    }

    private Optional<Stuck> nowhere(OfficerStep step) {
        return step.unitKinds().stream()
                .filter(it -> !kinds.units().containsKey(it))
                .findFirst()
                .map(it -> new Stuck(step.id(), Phrase.of("catalogue.problem.course.noSuchUnit", it)));
    }

    /** Under each set of answers of the conditions the whole route is gone through. */
    private static List<Stuck> dead(ProcedurePackage procedure) {
        var conditions = new LinkedHashSet<String>();
        var checked = Route.check(procedure.routeDefinition().orElseThrow(), text -> {
            conditions.add(text);
            return facts -> Boolean.TRUE.equals(facts.get(text));
        });
        var first = new LinkedHashMap<String, Stuck>();
        if (checked instanceof Route.Sound(var route)) {
            for (var facts : assumed(List.copyOf(conditions))) {
                new CourseSearch(route, facts).stuck().forEach(it -> first.putIfAbsent(it.step(), it));
            }
        }
        return List.copyOf(first.values());
    }

    /** Every combination while they are few; then none, and each by itself, by which every branch is still taken. */
    private static List<Map<String, Object>> assumed(List<String> conditions) {
        var all = new ArrayList<Map<String, Object>>();
        if (conditions.size() <= FEW) {
            for (int bits = 0; bits < 1 << conditions.size(); bits++) {
                var facts = new HashMap<String, Object>();
                for (int i = 0; i < conditions.size(); i++) {
                    facts.put(conditions.get(i), (bits >> i & 1) == 1);
                }
                all.add(facts);
            }
            return all;
        }
        all.add(Map.of());
        conditions.forEach(it -> all.add(Map.of(it, true)));
        return all;
    }
}
