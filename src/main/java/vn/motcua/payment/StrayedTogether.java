package vn.motcua.payment;

import vn.motcua.dossier.DossierId;
import vn.motcua.shared.Dong;

/**
 * Money that came for several dossiers at once and does not belong there; it goes back once.
 *
 * @param with the dossier with which it stands, and from which it is paid back
 * @param together for how many dossiers it came
 */
public record StrayedTogether(Dong amount, DossierId with, int together) {}
