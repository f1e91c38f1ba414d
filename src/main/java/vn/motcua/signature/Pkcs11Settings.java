package vn.motcua.signature;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A token or hardware module with keys (PKCS #11). Nothing is looked for until {@code library} is set.
 *
 * @param library the maker's library, e.g. {@code /usr/lib/softhsm/libsofthsm2.so}
 * @param slotIndex the how-manieth slot of the library, from 0
 * @param pinFile a file with the token's PIN and nothing else
 */
@ConfigurationProperties("motcua.signature.pkcs11")
record Pkcs11Settings(
        @Nullable Path library,
        @DefaultValue("0") int slotIndex,
        @Nullable Path pinFile) {

    /** Refuses what cannot work. */
    Pkcs11Settings {
        if (library != null && !Files.isRegularFile(library)) {
            throw new IllegalArgumentException("motcua.signature.pkcs11.library is no file: " + library);
        }
        if (library != null && pinFile == null) {
            throw new IllegalArgumentException(
                    "motcua.signature.pkcs11.library needs motcua.signature.pkcs11.pin-file");
        }
        if (slotIndex < 0) {
            throw new IllegalArgumentException("motcua.signature.pkcs11.slot-index must not be negative");
        }
    }
}
