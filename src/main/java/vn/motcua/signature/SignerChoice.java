package vn.motcua.signature;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.motcua.database.DataFolder;

/**
 * Where this installation's keys are: at a signing service or on a token that are configured, or at the service that a
 * demonstration brings. Both configured is a mistake that is not guessed about.
 */
@Configuration(proxyBeanMethods = false)
class SignerChoice {

    @Bean
    @Nullable
    Signer signer(
            CscSettings csc,
            Pkcs11Settings token,
            ObjectProvider<SigningService> brought,
            DataFolder data,
            Clock clock) {
        var keys = new SigningKeys(data.folder("signature-credentials"));
        var library = token.library();
        var pinFile = token.pinFile();
        var place = csc.place();
        if (library != null && pinFile != null) {
            if (place.isPresent()) {
                throw new IllegalArgumentException(
                        "motcua.signature.csc.service and motcua.signature.pkcs11.library are both set: choose one");
            }
            return new TokenSigner(library, token.slotIndex(), pinFile, keys::of);
        }
        return place.<SigningService>map(it -> new Configured(it, keys))
                .or(() -> Optional.ofNullable(brought.getIfAvailable()))
                .map(it -> new CscSigner(it, clock))
                .orElse(null);
    }

    private record Configured(Place place, SigningKeys keys) implements SigningService {

        @Override
        public Optional<SigningKey> credential(Signatory who) {
            return keys.of(who);
        }
    }
}
