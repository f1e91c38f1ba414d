package vn.motcua.dossier;

import java.util.Optional;
import java.util.UUID;

/** Where the dossiers are that commands are carried out on: the tables, or for a trial a place that is thrown away. */
interface Kept {

    /** The dossier, and what that command made of it when it came before. */
    Optional<Loaded> find(DossierId id, UUID command);

    /** Keeps the change with who made it; false when somebody else was faster. */
    boolean save(Change change, Signed signed, Content content);
}
