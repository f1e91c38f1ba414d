/**
 * Who did and who read what, so that it can be proven with the program out of the room. Lines are written with the change
 * or the reading they tell of; afterwards they are sealed into a chain of segments, a day's root is signed, stamped and
 * published. Checking needs nothing but the lines, the published roots and this package.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "database", "organization"})
@NullMarked
package vn.motcua.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
