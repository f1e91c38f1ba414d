/**
 * The vault of a person or an organisation (kho dữ liệu điện tử của tổ chức, cá nhân): results and confirmed papers with their
 * data, kept for their owner and offered again instead of asking.
 */
@ApplicationModule(
        displayName = "Vault",
        allowedDependencies = {
            "shared",
            "organization",
            "identity",
            "audit",
            "document",
            "form",
            "catalogue",
            "dossier",
            "outbox",
            "papers",
            "signature",
            "result"
        })
@NullMarked
package vn.motcua.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
