/** The pages and calls of the sandbox's OpenID provider. */
@NullMarked
package vn.motcua.sandbox.web;

import org.jspecify.annotations.NullMarked;
