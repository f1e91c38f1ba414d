package vn.motcua.dossier;

import java.util.List;
import java.util.Optional;
import vn.motcua.organization.UnitId;

/**
 * That a dossier came to its one-stop from another one.
 *
 * @param from the last of them
 * @param number the dossier number that it was given by a one-stop that was not competent, and keeps; empty where it had
 *     come to the wrong door, or had been received already
 * @param had every unit that had it before: these still see it
 */
record Came(UnitId from, Optional<DossierNumber> number, List<UnitId> had) {

    Came {
        had = List.copyOf(had);
    }
}
