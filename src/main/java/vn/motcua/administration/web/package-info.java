/** The pages on which administrators appoint, end positions and confirm each other's changes. */
@NullMarked
package vn.motcua.administration.web;

import org.jspecify.annotations.NullMarked;
