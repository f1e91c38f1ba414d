package vn.motcua.signature;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import vn.motcua.shared.Language;

/**
 * A remote signing service at which people have certificates of their own (dịch vụ ký số từ xa), as an installation is told of it.
 *
 * @param id its name in our addresses
 * @param name in Vietnamese
 * @param nameEn in English; empty for the Vietnamese one
 * @param place where it is and who we are there
 * @param authorize the page to which browsers are sent; of none that of its authorization server
 * @param home our own address as it knows it; of none the one that the visitor used
 */
public record SigningProvider(
        String id,
        String name,
        String nameEn,
        SigningService.Place place,
        Optional<String> authorize,
        Optional<URI> home) {

    /** Its name in that language. */
    public String name(Language language) {
        return language == Language.EN && !nameEn.isBlank() ? nameEn : name;
    }

    /** Who brings providers beside those of the configuration. */
    public interface Source {

        /** All of them. */
        List<SigningProvider> providers();
    }
}
