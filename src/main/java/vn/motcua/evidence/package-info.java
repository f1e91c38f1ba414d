/**
 * What the audit log is for: everyone sees who looked at their data and may ask why, a dossier's course can be proven,
 * an inspector sees what is unusual, and the roots of the log's days are open to all.
 */
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"shared", "organization", "identity", "audit", "document", "catalogue", "dossier"})
@NullMarked
package vn.motcua.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
