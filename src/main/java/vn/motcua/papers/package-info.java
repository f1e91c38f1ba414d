/** The papers that a one-stop gives to an applicant, put together from a dossier; printed by the module document. */
@ApplicationModule(
        displayName = "Papers",
        allowedDependencies = {
            "shared",
            "organization",
            "deadline",
            "document",
            "brand",
            "form",
            "catalogue",
            "route",
            "dossier"
        })
@NullMarked
package vn.motcua.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
