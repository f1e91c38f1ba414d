/**
 * Signing and judging PDF files: PAdES (ETSI EN 319 142) with time stamps, what a signature looks like on paper, and which
 * certificates are believed. It knows no dossier; who signs what is said by who calls it.
 */
@ApplicationModule(
        displayName = "Signature",
        allowedDependencies = {"shared", "database", "audit"})
@NullMarked
package vn.motcua.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
