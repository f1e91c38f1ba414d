package vn.motcua.identity;

import java.util.UUID;

/** A person known to the state, by an id that says nothing about them. */
public record PersonId(UUID value) {

    /** Reads the id as it stands in an address; {@link IllegalArgumentException} when it is none. */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
