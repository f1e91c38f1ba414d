/**
 * What applicant and agency write to each other about a dossier. Who may read and write is asked where the dossier is opened;
 * here it is kept, counted, and the other side is told.
 */
@ApplicationModule(
        displayName = "Conversation",
        allowedDependencies = {
            "shared",
            "organization",
            "identity",
            "audit",
            "document",
            "brand",
            "dossier",
            "messaging"
        })
@NullMarked
package vn.motcua.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
