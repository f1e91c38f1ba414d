package vn.motcua.filing;

import java.util.UUID;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;

/** An uploaded file of a draft. */
public record PaperId(UUID value) {

    /** A new one. */
    public static PaperId next() {
        return new PaperId(Ids.next());
    }

    /** Reads the id as it stands in an address; what is none refuses like one that does not exist. */
    public static PaperId of(String text) {
        try {
            return new PaperId(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            throw new Refused(FilingRefusal.NO_SUCH_DRAFT);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
