/** Fees and charges (phí, lệ phí): what is due for a dossier, and what was taken for it at the counter. */
@ApplicationModule(
        displayName = "Payment",
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "organization",
            "deadline",
            "form",
            "route",
            "catalogue",
            "dossier"
        })
@NullMarked
package vn.motcua.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
