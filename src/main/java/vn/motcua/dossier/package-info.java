/**
 * A dossier's legal life (hồ sơ): its stages, its events, its number, its papers and its history; the desks where it is
 * worked on. The one writer of this module saves state, event, outbox and audit together or not at all.
 */
@ApplicationModule(
        displayName = "Dossier",
        allowedDependencies = {
            "shared",
            "organization",
            "deadline",
            "identity",
            "audit",
            "document",
            "form",
            "route",
            "catalogue"
        })
@NullMarked
package vn.motcua.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
