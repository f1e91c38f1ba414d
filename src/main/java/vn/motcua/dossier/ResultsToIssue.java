package vn.motcua.dossier;

import java.time.Instant;

/**
 * Where results wait to be signed and issued; answered by the module that keeps their register. Called in the transaction in
 * which a decision is reopened or taken back.
 */
public interface ResultsToIssue {

    /** What waits for that dossier in the current tenant is withdrawn: it is neither signed nor issued any more. */
    void withdraw(DossierId dossier, String reason, Instant now);
}
