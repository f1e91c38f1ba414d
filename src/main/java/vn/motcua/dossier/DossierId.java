package vn.motcua.dossier;

import java.util.UUID;
import vn.motcua.shared.Ids;

/** A dossier (hồ sơ) of one tenant. It is not the number that people see: that comes at reception. */
public record DossierId(UUID value) {

    /** A new one. */
    public static DossierId next() {
        return new DossierId(Ids.next());
    }

    /** Reads the id as it stands in an address; {@link IllegalArgumentException} when it is none. */
    public static DossierId of(String text) {
        return new DossierId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
