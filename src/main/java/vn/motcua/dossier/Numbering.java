package vn.motcua.dossier;

import java.time.LocalDate;
import vn.motcua.organization.UnitId;

/** Gives dossiers their numbers. */
interface Numbering {

    /** The next number of the agency to which the receiving unit belongs, on that day. */
    DossierNumber next(UnitId receiving, LocalDate day);

    /** A number that the dossier already has in another system, unchanged; refuses what has not the shape of one. */
    DossierNumber foreign(String typed);
}
