/**
 * The internal route of a procedure (quy trình nội bộ): which desk has the dossier and which one gets it next. A pure
 * library below the dossier; it keeps no rows and knows no clock (docs/decisions/0005).
 */
@ApplicationModule(
        displayName = "Route",
        allowedDependencies = {"shared"})
@NullMarked
package vn.motcua.route;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
