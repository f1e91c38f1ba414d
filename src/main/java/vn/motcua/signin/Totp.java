package vn.motcua.signin;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change every half minute (RFC 6238 over RFC 4226: HMAC-SHA-1, six digits), as every authenticator
 * application makes them. Pure: the time is passed in.
 */
final class Totp {

    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);
    private static final int MODULUS = 1_000_000;

    private Totp() {}

    /** The step in which a moment lies. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    /** The code of a step. */
    static String code(byte[] secret, long step) {
        return "%06d".formatted(truncated(secret, step) % MODULUS);
    }

    /** The step whose code this is: the current one or a neighbour, because clocks differ; empty when it is none's. */
    static OptionalLong matching(byte[] secret, String typed, Instant now) {
        var current = step(now);
        var found = OptionalLong.empty();
        for (var step = current - 1; step <= current + 1; step++) {
            if (java.security.MessageDigest.isEqual(
                    code(secret, step).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    typed.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The 31 bits that RFC 4226 takes from the hash. */
    static int truncated(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(
                    java.nio.ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xF;
            return java.nio.ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
