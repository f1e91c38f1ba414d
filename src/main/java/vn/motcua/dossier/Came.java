package vn.motcua.dossier;

import java.util.Optional;
import vn.motcua.organization.UnitId;

/**
 * That a dossier came to its one-stop from another one.
 *
 * @param from the last of them
 * @param number the dossier number that it was given by a one-stop that was not competent, and keeps; empty where it had
 *     come to the wrong door, or had been received already
 */
record Came(UnitId from, Optional<DossierNumber> number) {}
