package vn.motcua.identity;

import java.util.UUID;

/** An officer (cán bộ, công chức, viên chức) of one tenant. */
public record OfficerId(UUID value) {

    /** Reads the id as it stands in an address; {@link IllegalArgumentException} when it is none. */
    public static OfficerId of(String text) {
        return new OfficerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
