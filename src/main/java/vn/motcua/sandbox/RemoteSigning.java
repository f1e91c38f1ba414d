package vn.motcua.sandbox;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.Ids;
import vn.motcua.signature.CertificateAuthority;
import vn.motcua.signature.KeyFile;
import vn.motcua.signature.Signatory;
import vn.motcua.signature.SigningKey;

/**
 * A remote signing service as the Cloud Signature Consortium describes it (API 1.0.4.0), with keys in files: what it answers
 * to each question, with the errors that the standard has for it. A credential of its kind asks for a PIN; a word to sign (SAD)
 * is good for the hashes it was given for, once, for a few minutes.
 */
public final class RemoteSigning {

    private static final Duration TOKEN_LASTS = Duration.ofHours(1);
    private static final Duration WORD_LASTS = Duration.ofMinutes(5);
    private static final int MOST_HASHES = 50;
    private static final String EC = "1.2.840.10045.2.1";
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    private static final String P256 = "1.2.840.10045.3.1.7";

    private final Path keys;
    private final CertificateAuthority authority;
    private final Instant from;
    private final Instant until;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, KeyFile> credentials = new ConcurrentHashMap<>();
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final Map<String, Word> words = new ConcurrentHashMap<>();
    private final Map<String, String> holders = new ConcurrentHashMap<>();
    private final SigningPermits permits;
    private final String client = "motcua";
    private final String secret = random(16);
    private final String pin = "%08d".formatted(random.nextInt(100_000_000));

    /** With keys in that folder, certified by that authority for that time. */
    public RemoteSigning(Path keys, CertificateAuthority authority, Instant from, Instant until, Clock clock) {
        this.keys = keys;
        this.authority = authority;
        this.from = from;
        this.until = until;
        this.clock = clock;
        this.permits = new SigningPermits(clock);
    }

    private record Word(String credential, List<String> hashes, Instant until, boolean silent) {}

    /** What it answers: a status and what is sent as JSON. */
    public record Answer(int status, Map<String, Object> body) {

        /** Keeps its own copy. */
        public Answer {
            body = Map.copyOf(body);
        }
    }

    /** The one client it knows. */
    public String client() {
        return client;
    }

    /** That client's secret. */
    public String secret() {
        return secret;
    }

    /** Gives somebody a key, as its own counter would; whoever has one keeps it. Another position is another certificate. */
    public SigningKey enrol(Signatory who) {
        var name = Ids.once(who.toString()).toString();
        credentials.computeIfAbsent(name, it -> KeyFile.readOrMake(keys, it, () -> authority.issue(who, from, until)));
        return new SigningKey(name, pin);
    }

    /**
     * Gives a person a key that they allow to be used on the service's own page; whoever has one gets another.
     *
     * @param user by what the service knows them
     * @param serialNumber in the certificate; empty for none
     */
    public void enrol(String user, String name, String serialNumber) {
        var credential =
                Ids.once("person " + user + " " + name + " " + serialNumber).toString();
        credentials.computeIfAbsent(
                credential, it -> KeyFile.readOrMake(keys, it, () -> authority.issue(name, serialNumber, from, until)));
        holders.put(user, credential);
    }

    /** Whether that person has a key. */
    public boolean knows(String user) {
        return holders.containsKey(user);
    }

    /** What people are asked and have allowed. */
    SigningPermits permits() {
        return permits;
    }

    /** Whose certificate it is; empty for a credential that its holder does not use on the service's page. */
    Optional<String> holder(String credential) {
        return Optional.ofNullable(credentials.get(credential))
                .filter(_ -> holders.containsValue(credential))
                .map(it -> it.certificate().getSubjectX500Principal().toString());
    }

    /** Forgets all tokens and words, as after a restart. */
    public void forget() {
        tokens.clear();
        words.clear();
    }

    /**
     * Who it is (method info).
     *
     * @param home the address before its own path
     */
    public Answer about(String home) {
        return new Answer(
                200,
                Map.of(
                        "specs", "1.0.4.0",
                        "name", "Sandbox signing service",
                        "logo", home + "/assets/logo.svg",
                        "region", "VN",
                        "lang", "vi",
                        "description", "Keys of a demonstration; nobody believes them",
                        "authType", List.of("oauth2client", "oauth2code"),
                        "oauth2", home + "/sandbox/csc/v1",
                        "methods",
                                List.of(
                                        "oauth2/authorize",
                                        "oauth2/token",
                                        "credentials/list",
                                        "credentials/info",
                                        "credentials/authorize",
                                        "signatures/signHash")));
    }

    /** A token for whoever proves to be the client: of its own, or the word (SAD) for what somebody allowed on the page. */
    public Answer token(Map<String, String> form) {
        var grant = form.getOrDefault("grant_type", "");
        if (!List.of("client_credentials", "authorization_code").contains(grant)) {
            return error(400, "unsupported_grant_type", "Only client_credentials and authorization_code");
        }
        if (!client.equals(form.get("client_id")) || !secret.equals(form.get("client_secret"))) {
            return error(401, "invalid_client", "Client authentication failed");
        }
        return grant.equals("authorization_code") ? allowed(form) : token();
    }

    private Answer allowed(Map<String, String> form) {
        var permit = permits.exchange(
                form.getOrDefault("code", ""),
                form.getOrDefault("redirect_uri", ""),
                form.getOrDefault("code_verifier", ""));
        if (permit.isEmpty()) {
            return error(400, "invalid_grant", "The code is not known, expired or somebody else's");
        }
        var asked = permit.get().asked();
        var word = word(asked.credential(), asked.hashes(), permit.get().silent());
        return new Answer(200, Map.of("access_token", word, "token_type", "SAD", "expires_in", WORD_LASTS.toSeconds()));
    }

    private Answer token() {
        var now = clock.instant();
        tokens.values().removeIf(it -> !now.isBefore(it));
        var token = random(24);
        tokens.put(token, now.plus(TOKEN_LASTS));
        return new Answer(
                200, Map.of("access_token", token, "token_type", "Bearer", "expires_in", TOKEN_LASTS.toSeconds()));
    }

    /** What a method answers to that header and that body. */
    public Answer answer(String method, String authorization, String body) {
        var until = tokens.get(authorization.replaceFirst("^Bearer ", ""));
        if (until == null || !clock.instant().isBefore(until)) {
            return error(401, "invalid_token", "The access token is missing, expired or not known");
        }
        JsonNode asked;
        try {
            asked = JsonMapper.shared().readTree(body);
        } catch (JacksonException _) {
            return error(400, "invalid_request", "The request is malformed");
        }
        if (method.equals("credentials/list")) {
            return listed(asked.path("userID").asString(""));
        }
        var name = asked.path("credentialID").asString("");
        var key = Optional.ofNullable(credentials.get(name));
        if (name.isEmpty()) {
            return wrong("Missing (or invalid type) string parameter credentialID");
        }
        if (key.isEmpty()) {
            return wrong("Invalid parameter credentialID");
        }
        return switch (method) {
            case "credentials/info" -> described(key.get(), holders.containsValue(name));
            case "credentials/authorize" -> word(name, asked);
            case "signatures/signHash" -> signed(name, key.get(), asked);
            default -> error(404, "invalid_request", "No such method");
        };
    }

    /** Of one person, or of the client itself. */
    private Answer listed(String user) {
        var own = holders.values();
        var names = user.isEmpty()
                ? credentials.keySet().stream()
                        .filter(it -> !own.contains(it))
                        .sorted()
                        .toList()
                : Optional.ofNullable(holders.get(user)).stream().toList();
        return new Answer(200, Map.of("credentialIDs", names));
    }

    private static Answer described(KeyFile key, boolean byCode) {
        var own = key.certificate();
        return new Answer(
                200,
                Map.of(
                        "description", own.getSubjectX500Principal().getName(),
                        "key",
                                Map.of(
                                        "status",
                                        "enabled",
                                        "algo",
                                        List.of(EC, ECDSA_SHA256),
                                        "len",
                                        256,
                                        "curve",
                                        P256),
                        "cert", Map.of("status", "valid", "certificates", chain(key.chain())),
                        "authMode", byCode ? "oauth2code" : "explicit",
                        "SCAL", "2",
                        "PIN", Map.of("presence", byCode ? "false" : "true", "format", "N", "label", "PIN"),
                        "OTP", Map.of("presence", "false"),
                        "multisign", MOST_HASHES,
                        "lang", "vi"));
    }

    private Answer word(String credential, JsonNode asked) {
        var hashes = texts(asked.path("hash"));
        var count = asked.path("numSignatures").asInt(0);
        if (count < 1 || count != hashes.size()) {
            return wrong("Invalid value for parameter numSignatures");
        }
        if (count > MOST_HASHES) {
            return wrong("Numbers of signatures is too high");
        }
        if (holders.containsValue(credential)) {
            return error(400, "invalid_request", "This credential is authorized on the page of the service");
        }
        if (!asked.path("PIN").asString("").equals(pin)) {
            return error(400, "invalid_pin", "The PIN is invalid");
        }
        return new Answer(200, Map.of("SAD", word(credential, hashes, false), "expiresIn", WORD_LASTS.toSeconds()));
    }

    private String word(String credential, List<String> hashes, boolean silent) {
        var now = clock.instant();
        words.values().removeIf(it -> it.until().plus(WORD_LASTS).isBefore(now));
        var word = random(24);
        words.put(word, new Word(credential, hashes, now.plus(WORD_LASTS), silent));
        return word;
    }

    private Answer signed(String credential, KeyFile key, JsonNode asked) {
        var word = words.get(asked.path("SAD").asString(""));
        if (word == null || !word.credential().equals(credential)) {
            return wrong("Invalid parameter SAD");
        }
        if (word.silent()) {
            return error(503, "temporarily_unavailable", "Told to be away");
        }
        if (!clock.instant().isBefore(word.until())) {
            return wrong("SAD expired");
        }
        var hashes = texts(asked.path("hash"));
        if (hashes.isEmpty()) {
            return wrong("Empty hash array");
        }
        if (!word.hashes().containsAll(hashes)) {
            return wrong("Hash is not authorized by the SAD");
        }
        var algorithm = asked.path("signAlgo").asString("");
        if (!algorithm.equals(ECDSA_SHA256)
                && !(algorithm.equals(EC) && asked.path("hashAlgo").asString("").equals(SHA256))) {
            return wrong("Invalid parameter signAlgo");
        }
        var signatures = new ArrayList<String>();
        for (var it : hashes) {
            byte[] hash;
            try {
                hash = Base64.getDecoder().decode(it);
            } catch (IllegalArgumentException _) {
                return wrong("Invalid Base64 hash string parameter");
            }
            if (hash.length != 32) {
                return wrong("Invalid digest value length");
            }
            signatures.add(Base64.getEncoder().encodeToString(signature(key, hash)));
        }
        words.remove(asked.path("SAD").asString(""));
        return new Answer(200, Map.of("signatures", signatures));
    }

    private static byte[] signature(KeyFile key, byte[] hash) {
        try {
            var signing = Signature.getInstance("NONEwithECDSA");
            signing.initSign(key.key());
            signing.update(hash);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of the sandbox cannot sign", e);
        }
    }

    private static List<String> chain(List<X509Certificate> certificates) {
        return certificates.stream()
                .map(it -> {
                    try {
                        return Base64.getEncoder().encodeToString(it.getEncoded());
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException("a certificate that was just read", e);
                    }
                })
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        var all = new ArrayList<String>();
        array.forEach(it -> all.add(it.asString("")));
        return all;
    }

    private static Answer wrong(String description) {
        return error(400, "invalid_request", description);
    }

    private static Answer error(int status, String error, String description) {
        return new Answer(status, Map.of("error", error, "error_description", description));
    }

    private String random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
