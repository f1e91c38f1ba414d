package vn.motcua.identity;

import java.util.UUID;

/** Somebody who can sign in: a person, a representative of an organisation, an officer. */
public record AccountId(UUID value) {

    /** Reads the id as it stands in an address; {@link IllegalArgumentException} when it is none. */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
