package vn.motcua.filing;

import vn.motcua.form.Problem;
import vn.motcua.form.Words;

/** What still stands in the way of filing. */
public sealed interface Missing {

    /** An answer that is missing or wrong. */
    record Answer(Step step, Problem problem) implements Missing {}

    /** It is not yet said where. */
    record Somewhere() implements Missing {}

    /** A document that must be uploaded. */
    record Document(String id, Words name) implements Missing {}

    /** It is not yet said how the result is to come. */
    record Receiving() implements Missing {}
}
