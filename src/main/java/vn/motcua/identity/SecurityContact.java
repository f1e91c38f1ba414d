package vn.motcua.identity;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who hears of a weakness in this installation ({@code motcua.security.*}).
 *
 * @param contact where to report, the preferred one first: {@code mailto:}, {@code tel:} or {@code https:}; none unless
 *     set, and then nothing is published
 * @param policy an https page that says how reports are handled
 * @param address our own address as visitors know it
 */
@ConfigurationProperties("motcua.security")
public record SecurityContact(@DefaultValue List<URI> contact, Optional<URI> policy, Optional<URI> address) {

    private static final Set<String> WAYS = Set.of("mailto", "tel", "https");

    /** Refuses what the standard does not allow, when the program starts. */
    public SecurityContact {
        contact = List.copyOf(contact);
        for (var way : contact) {
            if (!WAYS.contains(String.valueOf(way.getScheme()))) {
                throw new IllegalArgumentException(
                        "motcua.security.contact begins with mailto:, tel: or https: " + way);
            }
        }
    }
}
