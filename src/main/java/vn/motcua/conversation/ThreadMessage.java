package vn.motcua.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.document.FileId;
import vn.motcua.organization.UnitId;

/**
 * One message of a thread.
 *
 * @param from which side wrote it
 * @param unit in whose name, for the agency's
 * @param unread whether the other side has not opened the thread since
 */
public record ThreadMessage(
        UUID id, Side from, Optional<UnitId> unit, String text, Instant at, List<Attached> files, boolean unread) {

    /** Keeps its own copy. */
    public ThreadMessage {
        files = List.copyOf(files);
    }

    /** A file that came with it. */
    public record Attached(UUID id, String name, FileId file) {}
}
