/** How an agency shows itself: name, emblem, colour, address and telephone on pages, papers and messages. */
@ApplicationModule(
        displayName = "Brand",
        allowedDependencies = {"shared", "organization", "document", "identity"})
@NullMarked
package vn.motcua.brand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
