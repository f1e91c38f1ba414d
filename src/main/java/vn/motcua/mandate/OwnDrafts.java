package vn.motcua.mandate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.identity.SignedIn;

/** The drafts of a person, one of which they show whoever helps them; answered by the module that keeps drafts. */
public interface OwnDrafts {

    /** One of them. */
    record OwnDraft(UUID id, Instant savedAt) {}

    /** Theirs of that procedure, latest first. */
    List<OwnDraft> of(SignedIn.Citizen who, String procedure);

    /** That one of theirs, or a new one; refuses one that is not theirs or of another procedure. */
    UUID ready(SignedIn.Citizen who, String procedure, Optional<UUID> draft);
}
