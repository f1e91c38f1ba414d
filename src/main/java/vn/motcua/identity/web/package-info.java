/** The pages on which people set up an installation and keep units and officers. */
@NamedInterface("forms")
@NullMarked
package vn.motcua.identity.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
