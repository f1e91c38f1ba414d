/**
 * Asking other units about a dossier (lấy ý kiến): several at once, each with its own deadline and what its silence means. They
 * see the question and the papers chosen for them, nothing else; the step waits for them.
 */
@ApplicationModule(
        displayName = "Consultation",
        allowedDependencies = {
            "shared",
            "organization",
            "deadline",
            "identity",
            "audit",
            "document",
            "catalogue",
            "messaging",
            "route",
            "outbox",
            "dossier"
        })
@NullMarked
package vn.motcua.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
