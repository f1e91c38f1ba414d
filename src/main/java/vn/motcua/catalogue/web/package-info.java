/** Pages and API of the catalogue. */
@NullMarked
package vn.motcua.catalogue.web;

import org.jspecify.annotations.NullMarked;
