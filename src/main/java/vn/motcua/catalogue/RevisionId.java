package vn.motcua.catalogue;

import java.util.UUID;

/** One published revision of a procedure. A dossier keeps the revision it was filed under for life. */
public record RevisionId(UUID value) {

    /** Reads the id as it stands in an address; {@link IllegalArgumentException} when it is none. */
    public static RevisionId of(String text) {
        return new RevisionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
