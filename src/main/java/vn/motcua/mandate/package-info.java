/**
 * Who acts for whom: a parent, a guardian, a mandate in writing, a trusted helper, somebody chosen. A mandate says what may
 * be done in which matters from when until when, how it was proven, and all that happened with it. Whether it gives a right
 * at this moment is asked in identity, with everything else that gives one.
 */
@ApplicationModule(
        displayName = "Mandate",
        allowedDependencies = {"shared", "organization", "identity", "audit", "document", "catalogue"})
@NullMarked
package vn.motcua.mandate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
