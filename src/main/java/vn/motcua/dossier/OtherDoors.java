package vn.motcua.dossier;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.Text;

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
        var kind = kind(work);
        return units.today(work.tenant()).stream()
                .filter(it -> it.kind().equals(kind) && !it.id().equals(here))
                .sorted(Comparator.comparing(Unit::name))
                .map(it -> new Elsewhere(it.id(), it.name()))
                .toList();
    }

    /** The other agencies that have a one-stop of that kind, by name. */
    List<Tenant> agencies(Work work) {
        var kind = kind(work);
        return units.tenants().stream()
                .filter(it -> !it.id().equals(work.tenant()) && !it.id().equals(TenantId.NATIONAL))
                .filter(it -> units.today(it.id()).stream()
                        .anyMatch(unit -> unit.kind().equals(kind)))
                .sorted(Comparator.comparing(Tenant::name))
                .toList();
    }

    /**
     * The one-stop of another agency that goes by that name, or by a part of it that no other has; refuses where there is
     * none, or several, and where nobody there is competent for a step.
     */
    Elsewhere across(Work work, TenantId agency, String name) {
        var kind = kind(work);
        var typed = Text.fold(Text.clean(name));
        var all = units.today(agency).stream()
                .filter(it -> it.kind().equals(kind) && !agency.equals(work.tenant()))
                .filter(it -> !typed.isEmpty() && Text.fold(it.name()).contains(typed))
                .sorted(Comparator.comparing(Unit::name))
                .toList();
        var exact =
                all.stream().filter(it -> Text.fold(it.name()).equals(typed)).toList();
        var found = exact.size() == 1 ? exact : all;
        if (found.isEmpty()) {
            throw new Refused(DossierRefusal.PASSING_UNKNOWN);
        }
        if (found.size() > 1) {
            throw new Refused(
                    DossierRefusal.PASSING_SEVERAL,
                    found.stream().limit(5).map(Unit::name).collect(Collectors.joining("; ")));
        }
        var there = new Elsewhere(found.getFirst().id(), found.getFirst().name());
        path(work, there);
        return there;
    }

    private String kind(Work work) {
        return units.unit(work.dossier().filed().unit()).map(Unit::kind).orElse("");
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
