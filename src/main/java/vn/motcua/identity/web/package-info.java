/** The pages on which people sign in, set up an installation and keep units and officers. */
@NullMarked
package vn.motcua.identity.web;

import org.jspecify.annotations.NullMarked;
