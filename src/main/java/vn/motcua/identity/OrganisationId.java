package vn.motcua.identity;

import java.util.UUID;

/** A business or other organisation known to the state, by an id that says nothing about it. */
public record OrganisationId(UUID value) {

    /** Reads the id as it stands in an address; {@link IllegalArgumentException} when it is none. */
    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
