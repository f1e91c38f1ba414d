/**
 * What people may ask about their own data: to have it, to have it corrected. And the list of which data is kept why and how
 * long.
 */
@ApplicationModule(
        displayName = "Personal data",
        allowedDependencies = {
            "shared",
            "organization",
            "identity",
            "audit",
            "deadline",
            "document",
            "form",
            "catalogue",
            "dossier",
            "filing",
            "mandate",
            "notification",
            "messaging",
            "conversation",
            "evidence",
            "queue",
            "vault"
        })
@NullMarked
package vn.motcua.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
