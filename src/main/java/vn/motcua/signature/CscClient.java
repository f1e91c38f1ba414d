package vn.motcua.signature;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import vn.motcua.shared.Outgoing;
import vn.motcua.signature.SignerAway.Why;

/**
 * What is said to a remote signing service, by the API of the Cloud Signature Consortium 1.0.4.0: who we are (its 8.4), what a
 * credential is (11.5), the word for one hash (11.6), and the signature over it (11.9). Whatever does not answer, answers too
 * late or answers something else is {@link SignerAway}.
 */
final class CscClient {

    static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    private static final String PREFIX = "csc ";
    private static final long LARGEST = 256 * 1024;
    private static final int MOST = 20;
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final SigningService service;
    private final Clock clock;
    private volatile @Nullable Token token;

    CscClient(SigningService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    private record Token(String value, Instant until) {}

    /**
     * A credential, as the service describes it.
     *
     * @param chain its certificate, then those above it
     * @param algorithms the OIDs of what the key can do
     * @param inUse neither disabled nor with a certificate that has ended
     * @param pin whether it asks for a PIN
     * @param otp whether it asks for a one-time password, which only its holder has
     * @param byCode whether its holder allows a signature on a page of the service
     */
    record Described(
            List<X509Certificate> chain,
            Set<String> algorithms,
            boolean inUse,
            boolean pin,
            boolean otp,
            boolean byCode) {}

    /** The word to sign has run out, or is not known any more. */
    static final class WordGone extends SignerAway {

        private static final long serialVersionUID = 1L;

        WordGone(Signatory whose, String what) {
            super(Why.NO_ANSWER, whose, what);
        }
    }

    Described described(Signatory whose, SigningKey key) throws SignerAway {
        var said = ask(
                whose,
                "credentials/info",
                Map.of("credentialID", key.name(), "certificates", "chain", "certInfo", true, "authInfo", true));
        var algorithms = new HashSet<String>();
        said.path("key").path("algo").forEach(it -> algorithms.add(it.asString("")));
        return new Described(
                chain(said.path("cert").path("certificates")),
                algorithms,
                text(said.path("key"), "status").equals("enabled")
                        && text(said.path("cert"), "status").matches("valid|"),
                text(said.path("PIN"), "presence").equals("true"),
                text(said.path("OTP"), "presence").equals("true"),
                text(said, "authMode").equals("oauth2code"));
    }

    /**
     * The credentials that somebody has there.
     *
     * @param user by what the service knows them
     */
    List<String> credentials(Signatory whose, String user) throws SignerAway {
        var names = new ArrayList<String>();
        ask(whose, "credentials/list", Map.of("userID", user))
                .path("credentialIDs")
                .forEach(it -> names.add(it.asString("")));
        return names.stream().filter(it -> !it.isEmpty()).limit(MOST).toList();
    }

    /** The word to sign what its holder allowed on a page of the service (8.3.3), for the code with which that page sent them back. */
    String allowed(Signatory whose, String code, String back, String verifier) throws SignerAway {
        var place = service.place();
        var said = fromAuthorization(
                whose,
                place,
                "grant_type=authorization_code&code=" + encoded(code) + "&redirect_uri=" + encoded(back)
                        + "&code_verifier=" + encoded(verifier));
        return text(said, "access_token");
    }

    /** The base URI of its authorization server; what the service says of itself is taken only at its own place. */
    String authorizationServer() throws SignerAway {
        var place = service.place();
        if (place.authorization().isPresent()) {
            return place.authorization().get().toString();
        }
        var said = authorization(place);
        try {
            if (Outgoing.place(URI.create(said)).equals(Outgoing.place(place.base()))) {
                return said;
            }
        } catch (IllegalArgumentException e) {
            throw new SignerAway(PREFIX + "info names no authorization server: " + e.getMessage(), e);
        }
        throw new SignerAway(PREFIX + "info names an authorization server elsewhere: " + said);
    }

    /** The word to sign that hash and no other, once (SAD, signature activation data). */
    String word(Signatory whose, SigningKey key, byte[] hash) throws SignerAway {
        var asked = new java.util.LinkedHashMap<String, Object>();
        asked.put("credentialID", key.name());
        asked.put("numSignatures", 1);
        asked.put("hash", List.of(base64(hash)));
        if (!key.pin().isEmpty()) {
            asked.put("PIN", key.pin());
        }
        var word = text(ask(whose, "credentials/authorize", asked), "SAD");
        if (word.isEmpty()) {
            throw new SignerAway(PREFIX + "credentials/authorize gave no SAD");
        }
        return word;
    }

    /** The signature over that hash. */
    byte[] signature(Signatory whose, SigningKey key, String word, byte[] hash, String algorithm) throws SignerAway {
        var said = ask(
                whose,
                "signatures/signHash",
                Map.of(
                        "credentialID", key.name(),
                        "SAD", word,
                        "hash", List.of(base64(hash)),
                        "hashAlgo", SHA256,
                        "signAlgo", algorithm));
        var all = said.path("signatures");
        if (all.size() != 1) {
            throw new SignerAway(PREFIX + "signatures/signHash gave " + all.size() + " signatures for one hash");
        }
        return bytes(all.path(0).asString(""));
    }

    private JsonNode ask(Signatory whose, String method, Map<String, ?> words) throws SignerAway {
        var place = service.place();
        var address = place.base().resolve(method);
        var body = JsonMapper.shared().writeValueAsString(words);
        var used = token(whose, place);
        var answer = call(place, address, body, used);
        if (answer.status() == 401) {
            forget(used);
            answer = call(place, address, body, token(whose, place));
        }
        if (answer.ok()) {
            return json(method, answer);
        }
        throw refused(whose, method, answer);
    }

    private static Outgoing.Answer call(SigningService.Place place, URI address, String body, String token)
            throws SignerAway {
        try {
            return outgoing(place).postJson(address, body, "Authorization", "Bearer " + token);
        } catch (Outgoing.Unreachable e) {
            throw new SignerAway(PREFIX + e.getMessage(), e);
        }
    }

    private void forget(String used) {
        var known = token;
        if (known != null && known.value().equals(used)) {
            token = null;
        }
    }

    /** Nobody waits here for what another one asks of a slow service: two who ask at once get a token each. */
    private String token(Signatory whose, SigningService.Place place) throws SignerAway {
        var now = clock.instant();
        var known = token;
        if (known == null || !now.isBefore(known.until())) {
            known = freshToken(whose, place, now);
            token = known;
        }
        return known.value();
    }

    private Token freshToken(Signatory whose, SigningService.Place place, Instant now) throws SignerAway {
        var said = fromAuthorization(whose, place, "grant_type=client_credentials");
        return new Token(
                text(said, "access_token"),
                now.plusSeconds(Math.clamp(said.path("expires_in").asLong(3600), 0, 86_400))
                        .minus(EARLY));
    }

    /** What the authorization server gives for that, with an access token in it. */
    private JsonNode fromAuthorization(Signatory whose, SigningService.Place place, String grant) throws SignerAway {
        var form = grant + "&client_id=" + encoded(place.clientId()) + "&client_secret=" + encoded(place.secret());
        var base = authorizationServer();
        Outgoing.Answer answer;
        try {
            answer = outgoing(place).post(URI.create(base.replaceFirst("/?$", "/oauth2/token")), form);
        } catch (Outgoing.Unreachable | IllegalArgumentException e) {
            throw new SignerAway(PREFIX + e.getMessage(), e);
        }
        if (!answer.ok()) {
            throw refused(whose, "oauth2/token", answer);
        }
        var said = json("oauth2/token", answer);
        if (text(said, "access_token").isEmpty()) {
            throw new SignerAway(PREFIX + "oauth2/token gave no access_token");
        }
        return said;
    }

    /** As the service says of itself, and whether it speaks this version at all. */
    private static String authorization(SigningService.Place place) throws SignerAway {
        Outgoing.Answer answer;
        try {
            answer = outgoing(place).postJson(place.base().resolve("info"), "{}");
        } catch (Outgoing.Unreachable e) {
            throw new SignerAway(PREFIX + e.getMessage(), e);
        }
        if (!answer.ok()) {
            throw new SignerAway(PREFIX + "info answered " + answer.status());
        }
        var said = json("info", answer);
        if (!text(said, "specs").startsWith("1.")) {
            throw new SignerAway(PREFIX + "the service speaks version " + text(said, "specs") + ", not 1");
        }
        return text(said, "oauth2");
    }

    private static Outgoing outgoing(SigningService.Place place) {
        var places = new HashSet<>(Set.of(Outgoing.place(place.base())));
        place.authorization().map(Outgoing::place).ifPresent(places::add);
        return Outgoing.to(places, place.patience(), LARGEST).inside(place.insideHosts());
    }

    private static SignerAway refused(Signatory whose, String method, Outgoing.Answer answer) {
        JsonNode said;
        try {
            said = JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            said = MissingNode.getInstance();
        }
        var error = text(said, "error");
        var description = text(said, "error_description");
        var what = PREFIX + method + " answered " + answer.status() + " " + error + ": " + description;
        if (error.equals("invalid_request") && description.contains("SAD")) {
            return new WordGone(whose, what);
        }
        return switch (error) {
            case "invalid_pin" -> new SignerAway(Why.PIN_REFUSED, whose, what);
            case "invalid_otp" -> new SignerAway(Why.KEY_NOT_USABLE, whose, what);
            case "invalid_client", "unauthorized_client", "access_denied", "invalid_token", "invalid_grant" ->
                new SignerAway(Why.NOT_LET_IN, whose, what);
            case "invalid_request" ->
                description.contains("credentialID") || description.contains("userID")
                        ? new SignerAway(Why.NO_KEY, whose, what)
                        : new SignerAway(what);
            default -> answer.status() == 401 ? new SignerAway(Why.NOT_LET_IN, whose, what) : new SignerAway(what);
        };
    }

    private static JsonNode json(String method, Outgoing.Answer answer) throws SignerAway {
        try {
            var said = JsonMapper.shared().readTree(answer.body());
            if (said.isObject()) {
                return said;
            }
        } catch (JacksonException e) {
            throw new SignerAway(PREFIX + method + " answered something that is no JSON", e);
        }
        throw new SignerAway(PREFIX + method + " answered something else than an object");
    }

    private static List<X509Certificate> chain(JsonNode certificates) throws SignerAway {
        var chain = new ArrayList<X509Certificate>();
        try {
            var factory = CertificateFactory.getInstance("X.509");
            for (var it : certificates) {
                chain.add((X509Certificate)
                        factory.generateCertificate(new ByteArrayInputStream(bytes(it.asString("")))));
            }
        } catch (CertificateException e) {
            throw new SignerAway(PREFIX + "credentials/info gave a certificate that cannot be read", e);
        }
        if (chain.isEmpty()) {
            throw new SignerAway(PREFIX + "credentials/info gave no certificate");
        }
        return List.copyOf(chain);
    }

    private static byte[] bytes(String base64) throws SignerAway {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new SignerAway(PREFIX + "something that is no base64", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String text(JsonNode from, String name) {
        var it = from.path(name);
        return it.isString() ? it.asString() : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
