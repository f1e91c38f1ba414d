package vn.motcua.dossier;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.route.OfficerStep;
import vn.motcua.route.Route;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * Where the steps of a route are done for a dossier that a given one-stop receives, and when that is open. A step is done
 * by the unit of its kind that is competent at the place of the matter; where nothing says that place, the receiving
 * unit's own territory stands for it.
 */
@Component
class Places {

    private final Units units;
    private final AdministrativeUnits register;
    private final Kinds kinds;
    private final Clock clock;

    Places(Units units, AdministrativeUnits register, Kinds kinds, Clock clock) {
        this.units = units;
        this.register = register;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * The unit for each kind of unit on the route. A kind for which not exactly one unit is competent is left out: that
     * can only be when units have changed since the filing, for which {@link #demand} asked.
     */
    Map<String, UnitId> of(Route route, UnitId receiving, Optional<String> place) {
        var found = new HashMap<String, UnitId>();
        kinds(route).forEach(kind -> {
            var competent = competent(kind, unit(receiving), place);
            if (competent.size() == 1) {
                found.put(kind, competent.getFirst().id());
            }
        });
        return found;
    }

    /** The same for a dossier that is filed now; refuses when nobody, or more than one unit, is competent for a step. */
    Map<String, UnitId> demand(Route route, UnitId receiving, Optional<String> place) {
        var here = unit(receiving);
        var found = new HashMap<String, UnitId>();
        kinds(route).forEach(kind -> {
            var competent = competent(kind, here, place);
            if (competent.size() != 1) {
                throw new Refused(
                        competent.isEmpty()
                                ? DossierRefusal.NOBODY_COMPETENT_FOR_STEP
                                : DossierRefusal.SEVERAL_COMPETENT_FOR_STEP,
                        kindName(kind),
                        place.flatMap(it -> register.name(it, VietnamTime.dayOf(clock.instant())))
                                .orElseGet(here::name),
                        here.name());
            }
            found.put(kind, competent.getFirst().id());
        });
        return found;
    }

    /** When the unit's counter is open; the usual hours where it has not said. */
    OpeningHours hours(UnitId id) {
        return units.unit(id)
                .flatMap(Unit::openingHours)
                .map(OpeningHours::parse)
                .orElseGet(OpeningHours::usual);
    }

    /** The receiving unit itself, else the nearest above it that is competent there, else whoever is. */
    private List<Unit> competent(String kind, Unit here, Optional<String> place) {
        if (here.kind().equals(kind)) {
            return List.of(here);
        }
        var places = place.map(List::of).orElseGet(() -> here.territory().places());
        var above = units.tree().above(here.id()).stream()
                .flatMap(it -> units.unit(it).stream())
                .filter(it -> it.kind().equals(kind))
                .filter(it -> places.stream().allMatch(one -> units.covers(it, one)))
                .findFirst();
        return above.map(List::of).orElseGet(() -> everywhere(kind, here, places));
    }

    private List<Unit> everywhere(String kind, Unit here, List<String> places) {
        return places.stream()
                .map(it -> units.covering(here.tenant(), kind, it))
                .reduce((all, next) -> all.stream().filter(next::contains).toList())
                .orElse(List.of());
    }

    private Unit unit(UnitId id) {
        return units.unit(id).orElseThrow(() -> new IllegalStateException("no unit " + id));
    }

    private String kindName(String kind) {
        var known = kinds.units().get(kind);
        return known == null ? kind : known.name(Language.VI);
    }

    private static Stream<String> kinds(Route route) {
        return route.steps().stream().map(OfficerStep::unitKind).distinct();
    }
}
