/**
 * Reminds officers of what is due, tells their superiors what is late, and puts the apology before whoever must make it. What
 * there is to remind of is computed when it is asked for; only the mail of the morning is sent by a plan.
 */
@ApplicationModule(
        displayName = "Reminder",
        allowedDependencies = {
            "shared",
            "organization",
            "deadline",
            "identity",
            "catalogue",
            "dossier",
            "messaging",
            "privacy"
        })
@NullMarked
package vn.motcua.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
