package vn.motcua.dossier;

import java.time.Instant;

/**
 * That the applicant wants a received dossier back (xin rút hồ sơ) and nobody has answered yet. The agency works on until
 * then, but does not decide.
 *
 * @param reason why, in their words
 * @param at when they asked
 */
public record LeaveRequest(String reason, Instant at) {}
