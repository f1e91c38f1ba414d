package vn.motcua.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
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
 * Where the steps of a route are done for a dossier that a given one-stop receives. A step is done
 * by the unit of its kind that is competent at the place of the matter; where nothing says that place, the receiving
 * unit's own territory stands for it.
 */
@Component
class Places implements Whereabouts {

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
     * The unit for each {@link Path.Spot} of the route, by its word. A step for which not exactly one unit is competent is left
     * out: that can only be when units have changed since the filing, for which {@link #demand} asked.
     *
     * @param filed the day of the filing: where nothing says the place, it is the territory of the receiving unit then
     */
    @Override
    public Map<String, UnitId> of(Route route, UnitId receiving, Optional<String> place, LocalDate filed) {
        var found = new HashMap<String, UnitId>();
        competent(route, receiving, place, filed).forEach((spot, units) -> {
            if (units.size() == 1) {
                found.put(spot.word(), units.getFirst().id());
            }
        });
        return found;
    }

    /** The same for a dossier that is filed now; refuses when nobody, or more than one unit, is competent for a step. */
    Map<String, UnitId> demand(Route route, UnitId receiving, Optional<String> place) {
        var here = unit(receiving);
        var found = new HashMap<String, UnitId>();
        competent(route, receiving, place, VietnamTime.dayOf(clock.instant())).forEach((spot, competent) -> {
            if (competent.size() != 1) {
                throw new Refused(
                        competent.isEmpty()
                                ? DossierRefusal.NOBODY_COMPETENT_FOR_STEP
                                : DossierRefusal.SEVERAL_COMPETENT_FOR_STEP,
                        kindName(spot.kind()),
                        place.flatMap(it -> register.name(it, VietnamTime.dayOf(clock.instant())))
                                .orElseGet(here::name),
                        here.name());
            }
            found.put(spot.word(), competent.getFirst().id());
        });
        return found;
    }

    private Map<Path.Spot, List<Unit>> competent(
            Route route, UnitId receiving, Optional<String> place, LocalDate filed) {
        var places = place.map(List::of)
                .orElseGet(() -> units.tree()
                        .unitOn(receiving, filed)
                        .map(it -> it.territory().places())
                        .orElse(List.of()));
        var known = new HashMap<List<String>, List<Unit>>();
        var found = new LinkedHashMap<Path.Spot, List<Unit>>();
        route.steps().stream()
                .flatMap(it -> Path.Spot.of(it).stream())
                .forEach(it -> found.put(
                        it,
                        known.computeIfAbsent(
                                List.of(it.kind(), it.role()),
                                _ -> competent(it.kind(), it.role(), living(receiving, it.role(), places), places))));
        return found;
    }

    /**
     * The receiving unit itself, else the nearest above it that is competent there, else whoever is, else whoever took over
     * from a unit that was.
     */
    private List<Unit> competent(String kind, String role, Unit here, List<String> places) {
        if (here.kind().equals(kind)) {
            var parts = everywhere(places, it -> units.covering(here.tenant(), kind, it)).stream()
                    .filter(it -> it.roles().contains(role))
                    .toList();
            return parts.size() == 1 ? parts : List.of(here);
        }
        var above = units.tree().above(here.id()).stream()
                .flatMap(it -> units.unit(it).stream())
                .filter(it -> it.kind().equals(kind))
                .filter(it -> places.stream().allMatch(one -> units.covers(it, one)))
                .findFirst();
        return above.map(List::of).orElseGet(() -> {
            var found = everywhere(places, it -> doing(role, units.covering(here.tenant(), kind, it)));
            return found.isEmpty()
                    ? everywhere(places, it -> units.inPlaceOfEnded(here.tenant(), kind, it, role))
                    : found;
        });
    }

    /** Of a unit that was split the part that does that role's work; what the program does it can do at any part. */
    private static List<Unit> doing(String role, List<Unit> all) {
        var named = all.stream().filter(it -> it.roles().contains(role)).toList();
        if (!named.isEmpty()) {
            return named;
        }
        var rest = all.stream().filter(it -> it.roles().isEmpty()).toList();
        return rest.isEmpty() && role.equals(OfficerStep.BY_ITSELF)
                ? all.stream().limit(1).toList()
                : rest;
    }

    private static List<Unit> everywhere(List<String> places, Function<String, List<Unit>> competent) {
        return places.stream()
                .map(competent)
                .reduce((all, next) -> all.stream().filter(next::contains).toList())
                .orElse(List.of());
    }

    /** The receiving unit, or who does that role's work in its place; itself where nobody took over. */
    private Unit living(UnitId receiving, String role, List<String> places) {
        return units.living(receiving, Optional.of(role), places.stream().findFirst())
                .orElseGet(() -> unit(receiving));
    }

    private Unit unit(UnitId id) {
        return units.unit(id).orElseThrow(() -> new IllegalStateException("no unit " + id));
    }

    private String kindName(String kind) {
        var known = kinds.units().get(kind);
        return known == null ? kind : known.name(Language.VI);
    }
}
