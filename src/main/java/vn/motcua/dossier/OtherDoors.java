package vn.motcua.dossier;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;

/** Where else a dossier can be received: the units of its tenant of the same kind as the one where it was filed. */
@Component
class OtherDoors {

    private final Units units;
    private final Places places;

    OtherDoors(Units units, Places places) {
        this.units = units;
        this.places = places;
    }

    /** The other one-stops, by name. */
    List<Elsewhere> of(Work work) {
        var here = work.dossier().filed().unit();
        var kind = units.unit(here).map(Unit::kind).orElse("");
        return units.today(work.tenant()).stream()
                .filter(it -> it.kind().equals(kind) && !it.id().equals(here))
                .sorted(Comparator.comparing(Unit::name))
                .map(it -> new Elsewhere(it.id(), it.name()))
                .toList();
    }

    /** Where it lies now. */
    Elsewhere here(Work work) {
        var here = work.dossier().filed().unit();
        return new Elsewhere(here, units.unit(here).map(Unit::name).orElse(""));
    }

    /** Its route with the units there; refuses where nobody is competent for a step. */
    Path path(Work work, Elsewhere there) {
        var route = work.procedure().route();
        return new Path(route, work.path().facts(), places.demand(route, there.unit(), Optional.empty()));
    }
}
