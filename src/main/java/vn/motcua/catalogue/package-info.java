/** The procedures (thủ tục hành chính) that agencies have published, revision by revision; search and import. */
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {
            "shared",
            "organization",
            "deadline",
            "identity",
            "identity :: forms",
            "audit",
            "form",
            "route"
        })
@NullMarked
package vn.motcua.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
