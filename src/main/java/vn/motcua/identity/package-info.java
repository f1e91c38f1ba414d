/** Citizens, businesses, officers; who is signed in, and whether they may do this here. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"shared", "database", "organization", "audit"})
@NullMarked
package vn.motcua.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
