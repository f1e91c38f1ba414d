package vn.motcua.dossier;

import java.util.UUID;
import vn.motcua.shared.Ids;

/** What a person sent at once (lần nộp): one confirmation and one tracking code over one or several dossiers. */
public record FilingId(UUID value) {

    /** A new one. */
    public static FilingId next() {
        return new FilingId(Ids.next());
    }

    /** Reads the id as it stands in an address; {@link IllegalArgumentException} when it is none. */
    public static FilingId of(String text) {
        return new FilingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
