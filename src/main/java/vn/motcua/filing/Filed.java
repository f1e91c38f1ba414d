package vn.motcua.filing;

import java.time.Instant;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.TenantId;

/**
 * What became of a draft.
 *
 * @param tenant in whose system it will be settled
 * @param procedure the national code
 * @param unit the one-stop that has it now
 */
public record Filed(
        DraftId draft,
        TenantId tenant,
        TrackingCode code,
        DossierId dossier,
        String procedure,
        RevisionId revision,
        UnitId unit,
        HandOver.How receiveBy,
        Instant at) {}
