/** The pages on which people sign in and out, and what providers call. */
@NullMarked
package vn.motcua.signin.web;

import org.jspecify.annotations.NullMarked;
