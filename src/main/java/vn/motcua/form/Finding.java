package vn.motcua.form;

import vn.motcua.form.FormDefinition.Outcome;

/**
 * What a check across fields found that does not stand in the way: a flag for the officer or another procedure to think of.
 *
 * @param checkId which check
 * @param outcome a {@link Outcome.Flag} or a {@link Outcome.Suggestion}
 * @param words what to tell the person
 */
public record Finding(String checkId, Outcome outcome, Words words) {}
