/** Fees and charges (phí, lệ phí): what is due for a dossier, how it is paid, online and at the counter, its receipts and the ledger. */
@ApplicationModule(
        displayName = "Payment",
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "organization",
            "deadline",
            "document",
            "form",
            "route",
            "catalogue",
            "dossier",
            "outbox",
            "papers",
            "signature"
        })
@NullMarked
package vn.motcua.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
