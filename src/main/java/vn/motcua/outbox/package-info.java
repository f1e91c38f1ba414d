/**
 * Hands on what happened to dossiers: in the order of each dossier's versions, at least once, to whoever listens in this
 * program. What cannot be handed on is tried again, is seen with its reason, and holds up no other dossier.
 */
@ApplicationModule(
        displayName = "Outbox",
        allowedDependencies = {"shared", "organization", "dossier"})
@NullMarked
package vn.motcua.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
