package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.route.Route;
import vn.motcua.shared.VietnamTime;

/**
 * Which agency settles a dossier (cơ quan chủ trì giải quyết): that of the unit whose step decides, which need not be the agency of
 * the one-stop that receives. A procedure that nobody approves is settled where it is received.
 */
@Component
public class LeadAgencies {

    private final Procedures procedures;
    private final Places places;
    private final Units units;

    LeadAgencies(Procedures procedures, Places places, Units units) {
        this.procedures = procedures;
        this.places = places;
        this.units = units;
    }

    /**
     * The agency as the route has it.
     *
     * @param receiving the one-stop
     * @param place the code of the place where the matter belongs; empty when the one-stop says it
     * @param filed when it was filed
     */
    public UnitId of(RevisionId revision, UnitId receiving, Optional<String> place, Instant filed) {
        var route = procedures.of(revision).route();
        return deciding(route, receiving, place, filed)
                .flatMap(units::agencyOf)
                .or(() -> units.agencyOf(receiving))
                .map(Unit::id)
                .orElse(receiving);
    }

    /** The same of a dossier that is open; where its deciding step was done or lies, that agency. */
    public UnitId of(Opened dossier) {
        var deciding = dossier.route().deciding().stream().map(it -> it.id()).toList();
        return Passage.of(dossier).reversed().stream()
                .filter(it -> deciding.contains(it.step()))
                .findFirst()
                .flatMap(it -> units.agencyOf(it.unit()))
                .map(Unit::id)
                .orElseGet(() -> of(
                        dossier.filed().revision(),
                        dossier.filed().unit(),
                        dossier.filed().place(),
                        dossier.filed().at()));
    }

    private Optional<UnitId> deciding(Route route, UnitId receiving, Optional<String> place, Instant filed) {
        if (route.deciding().isEmpty()) {
            return Optional.empty();
        }
        var found = places.of(route, receiving, place, VietnamTime.dayOf(filed));
        return Optional.ofNullable(found.get(route.deciding().getLast().id()));
    }
}
