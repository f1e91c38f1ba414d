package vn.motcua.vault;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccountId;

/** The question what became of papers when a dossier was filed; answered by the module where people file. */
public interface FiledPapers {

    /** The papers of a dossier of the current tenant that were taken from a vault: their entries. */
    List<UUID> reused(DossierId dossier);

    /** The papers of a dossier of the current tenant that an officer compared with their originals. */
    List<Confirmed> confirmed(DossierId dossier);

    /**
     * A paper that matches its original.
     *
     * @param document the required document that it answers
     * @param by the account of the officer who said so
     * @param name the officer's name
     */
    record Confirmed(String document, FileId file, AccountId by, String name, Instant at) {}
}
