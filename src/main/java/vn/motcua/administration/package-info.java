/** How an agency's administrators change who may do what: alone where little hangs on it, by two of them where much does. */
@ApplicationModule(
        displayName = "Administration",
        allowedDependencies = {
            "shared",
            "organization",
            "identity",
            "identity :: forms",
            "audit",
            "dossier",
            "deadline",
            "document",
            "brand",
            "signin"
        })
@NullMarked
package vn.motcua.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
