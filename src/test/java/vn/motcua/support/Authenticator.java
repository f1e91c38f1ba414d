package vn.motcua.support;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody with a password and an authenticator application: sets it up the first time, later uses a recovery code. */
public final class Authenticator {

    private static final Pattern SECRET = Pattern.compile("<strong class=\"number\">([A-Z2-7 ]+)</strong>");
    private static final Pattern RECOVERY = Pattern.compile("<li class=\"number\">([A-Z2-7-]+)</li>");

    private final Map<String, Deque<String>> recovery = new ConcurrentHashMap<>();

    /** Signs in; answers what the last step answered. */
    public HttpResponse<String> signIn(Visit visit, String userName, String password) {
        var answer = visit.fill("/sign-in", "/sign-in", Map.of("userName", userName, "password", password));
        var next = visit.local(answer);
        if (next.equals("/sign-in/second-factor")) {
            return setUp(visit, userName);
        }
        if (next.equals("/sign-in/code")) {
            return visit.fill(next, next, Map.of("code", recoveryCode(userName)));
        }
        return answer;
    }

    /** A recovery code that they have put away and not used. */
    public String recoveryCode(String userName) {
        return java.util.Objects.requireNonNull(recovery.get(userName), userName)
                .removeFirst();
    }

    private HttpResponse<String> setUp(Visit visit, String userName) {
        var page = visit.get("/sign-in/second-factor").body();
        var code = code(secret(page), Instant.now());
        var done = visit.send("/sign-in/second-factor", Map.of("_csrf", Visit.token(page), "code", code));
        var codes = new ArrayDeque<String>();
        RECOVERY.matcher(done.body()).results().forEach(it -> codes.add(it.group(1)));
        recovery.put(userName, codes);
        return done;
    }

    /** The secret that a page of setting up shows. */
    public static String secret(String page) {
        var secret = SECRET.matcher(page);
        if (!secret.find()) {
            throw new IllegalArgumentException("no secret in the page");
        }
        return secret.group(1).replace(" ", "");
    }

    /** The code that an application shows at that moment. */
    public static String code(String base32, Instant at) {
        var bits = new StringBuilder();
        for (int i = 0; i < base32.length(); i++) {
            bits.append(String.format(
                            "%5s", Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i))))
                    .replace(' ', '0'));
        }
        var secret = new byte[bits.length() / 8];
        for (var i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            var number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
