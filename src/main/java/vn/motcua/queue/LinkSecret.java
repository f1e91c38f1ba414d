package vn.motcua.queue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.motcua.shared.Sha256;

/** Secrets that stand in links: 128 bits, kept as a digest alone. */
final class LinkSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private LinkSecret() {}

    /** A new one. */
    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    /** One that only who knows the other can make, always the same for the same command. */
    static String derived(String secret, UUID command) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var all = mac.doFinal(command.toString().getBytes(StandardCharsets.UTF_8));
            return text(java.util.Arrays.copyOf(all, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it is kept. */
    static String digest(String secret) {
        return Sha256.hex(secret);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
