package vn.motcua.audit;

import java.time.Instant;

/**
 * Something was destroyed because its time was over.
 *
 * @param kind what: {@code drafts}, {@code files}, {@code notices}, {@code messages}
 * @param rule the setting that says so, with its value, e.g. {@code motcua.drafts.keep=90d}
 * @param amount how many
 * @param digest over their ids, sorted, each with a line feed
 * @param by who did it; {@code program} for a rule that runs by itself
 */
public record Destruction(Instant at, String kind, String rule, int amount, Hash digest, String by) {

    /** Who does what a rule says without being asked. */
    public static final String PROGRAM = "program";
}
