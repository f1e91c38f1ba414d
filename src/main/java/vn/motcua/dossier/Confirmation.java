package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;

/**
 * That a filing has arrived. It is no acknowledgement (giấy tiếp nhận): that comes when the dossier is received.
 *
 * @param filing which
 * @param code by which it can be tracked
 * @param at when it was filed
 * @param dossiers what it made
 */
public record Confirmation(FilingId filing, TrackingCode code, Instant at, List<DossierRef> dossiers) {}
