package vn.motcua.filing;

import java.util.UUID;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;

/** A draft (bản nháp). */
public record DraftId(UUID value) {

    /** A new one. */
    public static DraftId next() {
        return new DraftId(Ids.next());
    }

    /** Reads the id as it stands in an address; what is none refuses like one that does not exist. */
    public static DraftId of(String text) {
        try {
            return new DraftId(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            throw new Refused(FilingRefusal.NO_SUCH_DRAFT);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
