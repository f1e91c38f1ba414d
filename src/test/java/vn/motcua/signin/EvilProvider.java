package vn.motcua.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A provider on the machine itself that answers whatever a test wants: real HTTP, real signatures, and every lie. What is
 * not changed is right.
 */
final class EvilProvider implements AutoCloseable {

    static final String CLIENT = "motcua";
    static final String SUBJECT = "f3a1";

    /** Making one takes a tenth of a second, and each test has its own provider. */
    private static final RSAKey FIRST = key();

    final AtomicInteger keyRequests = new AtomicInteger();
    final AtomicInteger tokenRequests = new AtomicInteger();

    /** What is answered at the token's address for a request's body; null leaves the connection open for ever. */
    Function<String, String> token = _ -> "{}";

    int tokenStatus = 200;
    String redirect = "";
    Function<Map<String, Object>, Map<String, Object>> description = it -> it;
    Map<String, Object> userInfo = Map.of("sub", SUBJECT);
    RSAKey key = FIRST;
    boolean keysAway;

    private final HttpServer server;

    EvilProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", it -> answer(it, 200, json(described())));
        server.createContext("/keys", it -> {
            keyRequests.incrementAndGet();
            answer(it, keysAway ? 503 : 200, new JWKSet(key.toPublicJWK()).toString());
        });
        server.createContext("/user-info", it -> answer(it, 200, json(userInfo)));
        server.createContext("/token", it -> {
            tokenRequests.incrementAndGet();
            if (!redirect.isEmpty()) {
                it.getResponseHeaders().add("Location", redirect);
            }
            var body = new String(it.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(it, tokenStatus, token.apply(body));
        });
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Signs with the current key. */
    String signed(JWTClaimsSet claims) {
        return signed(claims, key, JWSAlgorithm.RS256, JOSEObjectType.JWT);
    }

    String signed(JWTClaimsSet claims, RSAKey with, JWSAlgorithm algorithm, JOSEObjectType type) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .type(type)
                            .keyID(with.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String tokens(String idToken) {
        return json(Map.of("id_token", idToken, "access_token", "a", "token_type", "Bearer", "expires_in", 300));
    }

    private Map<String, Object> described() {
        return description.apply(Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "userinfo_endpoint", issuer() + "/user-info",
                "end_session_endpoint", issuer() + "/end"));
    }

    private static String json(Map<String, Object> object) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(object);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
