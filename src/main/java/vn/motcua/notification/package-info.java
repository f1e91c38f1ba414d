/** What people are told without asking: for now the applicant's own list in their account. Mail and messages follow. */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"shared", "deadline", "identity", "audit", "dossier", "outbox"})
@NullMarked
package vn.motcua.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
