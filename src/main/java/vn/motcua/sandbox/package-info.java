/** The outside world for demonstration and tests: invented agencies' staff, citizens and businesses. Profile demo only. */
@ApplicationModule(
        displayName = "Sandbox",
        allowedDependencies = {
            "shared",
            "database",
            "organization",
            "identity",
            "audit",
            "signature",
            "mandate",
            "filing",
            "signin",
            "messaging",
            "payment"
        })
@NullMarked
package vn.motcua.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
