/** The pages of a filing. */
@NullMarked
package vn.motcua.filing.web;

import org.jspecify.annotations.NullMarked;
