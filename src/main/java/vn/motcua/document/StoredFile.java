package vn.motcua.document;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file as one tenant knows it. The name is what its first uploader here called it; a module that keeps a paper keeps
 * its own name for it.
 *
 * @param id the content
 * @param name cleaned, with the ending of its true kind
 * @param kind decided by the content
 * @param size in bytes
 * @param uploadedBy the account, empty when the program made the file
 * @param uploadedAt the moment, UTC
 * @param virusChecked whether a virus check found it clean; false when none was running
 */
public record StoredFile(
        FileId id,
        String name,
        FileKind kind,
        long size,
        Optional<UUID> uploadedBy,
        Instant uploadedAt,
        boolean virusChecked) {}
