package vn.motcua.messaging;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.shared.Language;
import vn.motcua.shared.TenantId;

/**
 * A letter on its way.
 *
 * @param tenant whose letter it is
 * @param id which; the same for each attempt, so that a carrier can tell a repetition
 * @param link the address of the page to read more, whole
 * @param attempt how often it is tried with this time, from 1
 */
record Parcel(
        TenantId tenant,
        UUID id,
        Channel channel,
        String address,
        Language language,
        String sender,
        String title,
        String body,
        Optional<URI> link,
        boolean urgent,
        int attempt) {

    /** How carriers call it, across all tenants. */
    String reference() {
        return tenant.value() + "-" + id;
    }

    /** The body with the link under it. */
    String text() {
        return link.map(it -> body + "\n\n" + it).orElse(body);
    }
}
