package vn.motcua.portal.web;

import java.util.List;
import java.util.Optional;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.TrackingView.Tracked;
import vn.motcua.route.RoutePicture.Door;
import vn.motcua.route.RoutePicture.Progress;

/**
 * How far a dossier is, for everybody who has its code. How it ended is no part of it.
 *
 * @param number the dossier number; empty before reception
 * @param door at which door it is, from 1; the number of doors once finished
 * @param finished whether it has come to its end
 */
record PublicState(Optional<DossierNumber> number, int door, boolean finished) {

    /** How many doors there are. */
    static final int DOORS = Door.values().length;

    /** The doors in their order. */
    static final List<Door> ORDER = List.of(Door.values());

    static PublicState of(Tracked dossier) {
        var at = dossier.doors().stream()
                .filter(it -> it.progress() == Progress.NOW)
                .map(it -> ORDER.indexOf(it.door()) + 1)
                .findFirst();
        return new PublicState(dossier.number(), at.orElse(DOORS), at.isEmpty());
    }
}
