/** The pages of the module. */
@NullMarked
package vn.motcua.privacy.web;

import org.jspecify.annotations.NullMarked;
