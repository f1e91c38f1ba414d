/** The pages of the trial. */
@NullMarked
package vn.motcua.trial.web;

import org.jspecify.annotations.NullMarked;
