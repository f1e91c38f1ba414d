/** The pages of the module. */
@NullMarked
package vn.motcua.evidence.web;

import org.jspecify.annotations.NullMarked;
