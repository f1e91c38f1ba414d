package vn.motcua.organization;

import java.util.UUID;

/** A unit of an agency, at any level. */
public record UnitId(UUID value) {

    /** Reads the id as it stands in an address; {@link IllegalArgumentException} when it is none. */
    public static UnitId of(String text) {
        return new UnitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
