package vn.motcua.administration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.OfficeWork;
import vn.motcua.identity.PositionMoves;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Areas;
import vn.motcua.organization.Territory;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.UnitTree;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;

/**
 * Where positions and open steps of units that ended go on. Of a unit that was split by area the place of the dossier
 * says it; where the place does not, an administrator says it before the change is confirmed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Successors {

    private final OfficeWork work;
    private final AdministrativeUnits places;

    Successors(OfficeWork work, AdministrativeUnits places) {
        this.work = work;
        this.places = places;
    }

    /** Where a position goes on: where somebody said for its holder, else with its role. */
    Optional<UnitId> of(UnitTree after, UnitOrder order, PositionMoves.Held held, LocalDate day) {
        var ended = held.position().unit();
        return order.partOfOfficer(held.officer())
                .filter(it -> after.heirsOf(ended).stream()
                        .anyMatch(heir -> heir.next().equals(it)))
                .or(() -> after.living(ended, Optional.of(held.position().role()), day)
                        .map(Unit::id));
    }

    /** Where open steps go on; what came after the confirmation and cannot be decided goes to the first part. */
    OfficeWork.TakesOver of(UnitTree after, UnitOrder order, LocalDate day) {
        return (dossier, place, receiving, ended, role) -> Areas.split(after, ended)
                ? decided(after, order, dossier, place, receiving, ended)
                        .flatMap(after::unit)
                        .or(() -> after.living(ended, Optional.empty(), day))
                : after.living(ended, Optional.of(role), place, day);
    }

    /** The dossiers of which neither their place nor anybody said to which part they go. */
    List<OfficeWork.OpenDossier> undecided(UnitTree after, UnitOrder order, List<UnitId> ended, Language language) {
        if (ended.stream().noneMatch(it -> Areas.split(after, it))) {
            return List.of();
        }
        return work.openDossiers(ended, language).stream()
                .filter(it -> it.steps().stream()
                        .anyMatch(step -> decided(after, order, it.dossier(), it.place(), it.receiving(), step.unit())
                                .isEmpty()))
                .toList();
    }

    /** Refuses while there are such. */
    void refuseUndecided(UnitTree after, UnitOrder order, List<UnitId> ended) {
        var open = undecided(after, order, ended, Language.VI).size();
        if (open > 0) {
            throw new Refused(AdministrationRefusal.WORK_UNDECIDED, open);
        }
    }

    private Optional<UnitId> decided(
            UnitTree after,
            UnitOrder order,
            DossierId dossier,
            Optional<String> place,
            UnitId receiving,
            UnitId ended) {
        return order.partOfDossier(dossier.value())
                .or(() -> Areas.partOf(after, places, ended, place.or(() -> soleWard(after, receiving))));
    }

    /** A unit for one ward alone stands for the place of what was filed with it. */
    private static Optional<String> soleWard(UnitTree tree, UnitId unit) {
        return tree.unit(unit)
                .map(Unit::territory)
                .filter(it -> it instanceof Territory.Wards(var codes) && codes.size() == 1)
                .map(it -> it.places().getFirst());
    }
}
