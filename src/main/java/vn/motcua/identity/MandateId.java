package vn.motcua.identity;

import java.util.UUID;

/** A mandate, as it stands in an address; knowing it gives nobody a right. */
public record MandateId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
