/**
 * From "start" to the tracking code: drafts, the questions one topic a page, papers, review, filing; the same at the
 * counter for a walk-in. What was filed belongs to the module dossier; here it is forgotten in the same transaction.
 */
@ApplicationModule(
        displayName = "Filing",
        allowedDependencies = {
            "shared",
            "organization",
            "deadline",
            "identity",
            "audit",
            "document",
            "form",
            "route",
            "catalogue",
            "mandate",
            "dossier",
            "linked",
            "papers",
            "signature",
            "vault",
            "messaging"
        })
@NullMarked
package vn.motcua.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
