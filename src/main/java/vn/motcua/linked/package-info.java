/**
 * Filings of linked procedures (hồ sơ liên thông): one declaration, one tracking code, a part in each of several agencies.
 * Opens a part where and when what it waits for has come, follows what became of each, and counts one clock for the whole.
 * Opens too what an agency gave to another one after reception.
 */
@ApplicationModule(
        displayName = "Linked filings",
        allowedDependencies = {
            "shared",
            "organization",
            "deadline",
            "document",
            "form",
            "catalogue",
            "dossier",
            "outbox"
        })
@NullMarked
package vn.motcua.linked;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
