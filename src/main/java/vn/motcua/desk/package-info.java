/** The pages of the officer: what is to be done, by when, and the dossier with exactly what this officer may do to it. */
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {
            "shared",
            "organization",
            "deadline",
            "identity",
            "document",
            "form",
            "route",
            "catalogue",
            "dossier",
            "linked",
            "filing",
            "payment",
            "conversation",
            "messaging",
            "consultation",
            "papers",
            "result",
            "vault"
        })
@NullMarked
package vn.motcua.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
