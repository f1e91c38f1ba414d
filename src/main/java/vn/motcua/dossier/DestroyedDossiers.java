package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;

/** Knows which dossiers were destroyed because their time of retention was over. */
public interface DestroyedDossiers {

    /** When and by which rule a dossier of the current tenant was destroyed; empty for one that was not. */
    Optional<Destroyed> of(DossierId dossier);

    /**
     * That it was.
     *
     * @param rule in words, with its source
     */
    record Destroyed(Instant at, String rule) {}
}
