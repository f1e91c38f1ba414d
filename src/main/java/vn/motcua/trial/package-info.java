/**
 * A whole dossier tried out on an edition that nobody may file under: the desks and rules of every dossier over a place that is
 * thrown away after a day. Nothing of it reaches a book, a number, a figure, a letter, a payment or another person.
 */
@ApplicationModule(
        displayName = "Trial",
        allowedDependencies = {
            "shared",
            "organization",
            "deadline",
            "identity",
            "audit",
            "form",
            "route",
            "catalogue",
            "dossier",
            "messaging",
            "notification",
            "desk"
        })
@NullMarked
package vn.motcua.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
