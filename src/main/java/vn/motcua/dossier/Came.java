package vn.motcua.dossier;

import java.util.Optional;
import vn.motcua.organization.UnitId;

/**
 * That a dossier came to its one-stop from another one.
 *
 * @param from which still sees it
 * @param number the dossier number that it was given there, and keeps; empty where it had come to the wrong door
 */
record Came(UnitId from, Optional<DossierNumber> number) {}
