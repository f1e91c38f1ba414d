package vn.motcua.identity;

import java.util.UUID;

/** A position that an officer holds or held. */
public record PositionId(UUID value) {

    /** Reads the id as it stands in an address; {@link IllegalArgumentException} when it is none. */
    public static PositionId of(String text) {
        return new PositionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
