package vn.motcua.outbox;

import java.time.Instant;
import java.util.UUID;
import vn.motcua.dossier.DossierRef;

/**
 * That something happened to a dossier.
 *
 * @param id of the entry
 * @param dossier to which it happened
 * @param version which version of the dossier it made
 * @param kind the word of the event, e.g. {@code received}
 * @param at when it was recorded
 * @param old whether it happened before this installation handed anything on: to be taken in, no news to anybody
 * @param attempt how often it is handed on with this time, from 1
 */
public record Happening(UUID id, DossierRef dossier, int version, String kind, Instant at, boolean old, int attempt) {}
