/**
 * The day at the counter of a one-stop: numbers and windows, appointments, and what an officer settles when the shift ends.
 * Who waits for what is known by a number alone; nobody's name stands in a queue.
 */
@ApplicationModule(
        displayName = "Queue",
        allowedDependencies = {
            "shared",
            "organization",
            "deadline",
            "identity",
            "audit",
            "document",
            "catalogue",
            "dossier",
            "messaging",
            "payment",
            "filing"
        })
@NullMarked
package vn.motcua.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
