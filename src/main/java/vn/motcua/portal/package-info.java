/** Where people come in: the home page, their filings, tracking, and what there is to read. */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "shared",
            "organization",
            "deadline",
            "identity",
            "document",
            "brand",
            "form",
            "route",
            "catalogue",
            "dossier",
            "outbox",
            "notification",
            "conversation",
            "messaging",
            "linked",
            "filing",
            "papers",
            "payment",
            "result"
        })
@NullMarked
package vn.motcua.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
