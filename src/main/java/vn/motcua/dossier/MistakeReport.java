package vn.motcua.dossier;

import java.time.Instant;

/**
 * That the applicant says the result is wrong, while nobody has answered.
 *
 * @param reason what is wrong in it
 * @param at when they said so
 */
public record MistakeReport(String reason, Instant at) {}
