package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.motcua.organization.UnitId;
import vn.motcua.route.Route;

/** Says at which unit each step of a route is done. */
interface Whereabouts {

    /**
     * The unit for each {@link Path.Spot} of the route, by its word.
     *
     * @param filed the day of the filing
     */
    Map<String, UnitId> of(Route route, UnitId receiving, Optional<String> place, LocalDate filed);
}
