/** Pages on which people give, hold and end mandates. */
@NullMarked
package vn.motcua.mandate.web;

import org.jspecify.annotations.NullMarked;
