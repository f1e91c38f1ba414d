package vn.motcua.dossier;

import vn.motcua.shared.TenantId;

/**
 * Where a dossier is: in whose system, and which.
 *
 * @param tenant whose system
 * @param id which dossier there
 */
public record DossierRef(TenantId tenant, DossierId id) {}
