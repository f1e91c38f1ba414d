/** Agencies and their units, administrative units, positions; all with validity dates and successors. */
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {"shared"})
@NullMarked
package vn.motcua.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
