/** What people are told without asking: the applicant's own list in their account, mail and short messages. */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "shared",
            "organization",
            "deadline",
            "identity",
            "brand",
            "audit",
            "catalogue",
            "dossier",
            "form",
            "payment",
            "outbox",
            "messaging"
        })
@NullMarked
package vn.motcua.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
