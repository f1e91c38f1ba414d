package vn.motcua.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.shared.Sha256;

/**
 * What holders of credentials allow on the sandbox's own page: OAuth 2 authorization codes of scope {@code credential} (CSC API
 * 1.0.4.0, 8.3.2), each good for the hashes it was asked for, once, for half an hour, and for who began (PKCE).
 */
final class SigningPermits {

    private static final Duration LASTS = Duration.ofMinutes(30);
    private static final int HASH = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private final Map<String, Permit> codes = new ConcurrentHashMap<>();

    SigningPermits(Clock clock) {
        this.clock = clock;
    }

    /** What somebody is asked on the page. */
    record Asked(
            String credential,
            List<String> hashes,
            String what,
            String back,
            String state,
            String challenge,
            Instant until) {

        Asked {
            hashes = List.copyOf(hashes);
        }
    }

    /** What they allowed; silent for a service that then never signs. */
    record Permit(Asked asked, boolean silent) {}

    /** Remembers a request; empty for one that the standard does not allow. */
    Optional<String> ask(Map<String, String> query) {
        var hash = standard(query.getOrDefault("hash", ""));
        var challenge = query.getOrDefault("code_challenge", "");
        if (!"code".equals(query.get("response_type"))
                || !"credential".equals(query.get("scope"))
                || !"1".equals(query.get("numSignatures"))
                || hash.isEmpty()
                || challenge.isEmpty()
                || !"S256".equals(query.get("code_challenge_method"))) {
            return Optional.empty();
        }
        var now = clock.instant();
        asked.values().removeIf(it -> !now.isBefore(it.until()));
        var number = random();
        asked.put(
                number,
                new Asked(
                        query.getOrDefault("credentialID", ""),
                        List.of(hash.get()),
                        query.getOrDefault("description", ""),
                        query.getOrDefault("redirect_uri", ""),
                        query.getOrDefault("state", ""),
                        challenge,
                        now.plus(LASTS)));
        return Optional.of(number);
    }

    Optional<Asked> find(String number) {
        return Optional.ofNullable(asked.get(number))
                .filter(it -> clock.instant().isBefore(it.until()));
    }

    /** They do not sign. */
    Optional<Asked> refuse(String number) {
        return Optional.ofNullable(asked.remove(number));
    }

    /** They sign; the code that goes back with them. */
    Optional<String> allow(String number, boolean silent) {
        var now = clock.instant();
        codes.values().removeIf(it -> !now.isBefore(it.asked().until()));
        return refuse(number).map(it -> {
            var code = random();
            codes.put(code, new Permit(it, silent));
            return code;
        });
    }

    /** What was allowed under that code, which is used up; empty for another address or another verifier. */
    Optional<Permit> exchange(String code, String back, String verifier) {
        return Optional.ofNullable(codes.remove(code))
                .filter(it -> clock.instant().isBefore(it.asked().until()))
                .filter(it -> it.asked().back().equals(back))
                .filter(it -> MessageDigest.isEqual(
                        it.asked().challenge().getBytes(StandardCharsets.US_ASCII),
                        Base64.getUrlEncoder().withoutPadding().encode(Sha256.of(verifier))));
    }

    /** A hash as it stands in an address, in the Base64 of JSON. */
    private static Optional<String> standard(String url) {
        try {
            var hash = Base64.getUrlDecoder().decode(url);
            return hash.length == HASH ? Optional.of(Base64.getEncoder().encodeToString(hash)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private String random() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
