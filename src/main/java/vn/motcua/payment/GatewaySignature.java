package vn.motcua.payment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the parameters that go to a payment gateway and come back from it: sorted by name, written as in an address, joined by
 * {@code &}, HMAC over all of it. Empty values and the signature itself stay out.
 *
 * @param algorithm which hash
 * @param secret shared with the gateway
 */
public record GatewaySignature(Algorithm algorithm, String secret) {

    /** The parameter that carries the signature. */
    public static final String PARAMETER = "signature";

    /** The hash in the HMAC. */
    public enum Algorithm {
        /** HMAC-SHA256. */
        SHA256("HmacSHA256"),
        /** HMAC-SHA512. */
        SHA512("HmacSHA512");

        private final String name;

        Algorithm(String name) {
            this.name = name;
        }
    }

    /** Refuses an empty secret: it would sign for everybody. */
    public GatewaySignature {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("no secret");
        }
    }

    /** The parameters as they are signed. */
    static String canonical(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(it ->
                                !it.getKey().equals(PARAMETER) && !it.getValue().isEmpty())
                        .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** The signature in small hexadecimal letters. */
    public String of(Map<String, String> parameters) {
        return of(canonical(parameters));
    }

    /** The same of a text. */
    String of(String text) {
        try {
            var mac = Mac.getInstance(algorithm.name);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm.name));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parameters with their signature, as a query. */
    public String query(Map<String, String> parameters) {
        return canonical(parameters) + "&" + PARAMETER + "=" + of(parameters);
    }

    /** Whether the parameters carry their right signature; takes as long for a wrong one as for a right one. */
    public boolean signed(Map<String, String> parameters) {
        var given = parameters.getOrDefault(PARAMETER, "").toLowerCase(Locale.ROOT);
        return MessageDigest.isEqual(
                of(parameters).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "GatewaySignature[" + algorithm + "]";
    }
}
