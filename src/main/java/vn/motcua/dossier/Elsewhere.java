package vn.motcua.dossier;

import vn.motcua.organization.UnitId;

/**
 * A one-stop where a dossier can be received.
 *
 * @param unit which
 * @param name what it is called
 */
public record Elsewhere(UnitId unit, String name) {}
