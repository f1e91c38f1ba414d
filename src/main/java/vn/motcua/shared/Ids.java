package vn.motcua.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Time-ordered ids (UUID version 7, RFC 9562): made without asking the database, kind to its indexes. */
public final class Ids {

    private static final NoArgGenerator TIME_ORDERED = Generators.timeBasedEpochGenerator();

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** A new id, later than those made before on this machine. */
    public static UUID next() {
        return TIME_ORDERED.generate();
    }

    /**
     * The id of what is done once, e.g. a command of the program's own: whoever says the same words gets the same, also another
     * copy of the program and after a stop (version 3).
     */
    public static UUID once(String what) {
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads an id as it stands in an address; empty when it is none. */
    public static Optional<UUID> of(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
