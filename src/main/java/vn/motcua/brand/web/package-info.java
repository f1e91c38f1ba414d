/** The emblem and the style sheet of a brand. */
@NullMarked
package vn.motcua.brand.web;

import org.jspecify.annotations.NullMarked;
