package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a dossier's history, in words.
 *
 * @param at when it was recorded
 * @param who did it
 * @param role in which position, as the route names it; empty for the applicant
 * @param what happened
 * @param remark the reason or note that was written; may be empty
 * @param kind the stable word for what happened, e.g. {@code received}
 */
public record HistoryLine(Instant at, String who, Optional<String> role, String what, String remark, String kind) {}
