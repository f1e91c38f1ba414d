package vn.motcua.dossier;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.route.Route;

/** Where the steps of a route are done for a dossier that a given one-stop receives, and when that is open. */
@Component
class Places {

    private final Units units;

    Places(Units units) {
        this.units = units;
    }

    /**
     * The unit for each kind of unit on the route. A kind without a unit is left out, and found out when a step needs it.
     */
    Map<String, UnitId> of(Route route, UnitId receiving) {
        var places = new HashMap<String, UnitId>();
        var here = units.unit(receiving).orElseThrow(() -> new IllegalStateException("no unit " + receiving));
        for (var step : route.steps()) {
            unit(step.unitKind(), here).ifPresent(it -> places.put(step.unitKind(), it.id()));
        }
        return places;
    }

    /** When the unit's counter is open; the usual hours where it has not said. */
    OpeningHours hours(UnitId id) {
        return units.unit(id)
                .flatMap(Unit::openingHours)
                .map(OpeningHours::parse)
                .orElseGet(OpeningHours::usual);
    }

    /** Near things first: the way up from the receiving unit, then its own agency, then whoever serves the place. */
    private Optional<Unit> unit(String kind, Unit here) {
        return Stream.concat(Stream.of(here.id()), units.tree().above(here.id()).stream())
                .flatMap(it -> units.unit(it).stream())
                .filter(it -> it.kind().equals(kind))
                .findFirst()
                .or(() -> units.agencyOf(here.id()).stream()
                        .flatMap(it -> units.subtree(it.id()).stream())
                        .filter(it -> it.kind().equals(kind))
                        .findFirst())
                .or(() -> here.territory().places().stream()
                        .findFirst()
                        .flatMap(it -> units.competent(kind, it))
                        .filter(it -> it.tenant().equals(here.tenant())))
                .or(() -> only(kind, here));
    }

    private Optional<Unit> only(String kind, Unit here) {
        var all = units.of(here.tenant()).stream()
                .filter(it -> it.kind().equals(kind))
                .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
}
