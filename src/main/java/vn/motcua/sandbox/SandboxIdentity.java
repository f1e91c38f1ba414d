package vn.motcua.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.motcua.identity.AccountId;
import vn.motcua.shared.Sha256;

/**
 * An OpenID provider whose people are invented: authorization code with PKCE, ID tokens signed with ES256, two levels,
 * sessions that end. It keeps all in memory. Nobody types a password; a visitor chooses whom to be.
 */
@Component
@Profile("demo")
public class SandboxIdentity {

    private static final Duration REQUEST_LIVES = Duration.ofMinutes(15);
    private static final Duration CODE_LIVES = Duration.ofMinutes(1);
    private static final Duration TOKEN_LIVES = Duration.ofMinutes(5);
    private static final Duration SESSION_LIVES = Duration.ofHours(8);
    private static final int KEPT_AT_MOST = 10_000;
    private static final int KEYS_PUBLISHED = 2;

    private final SecureRandom random = new SecureRandom();
    private final SandboxProviders providers;
    private final SandboxPeople people;
    private final Clock clock;
    private final List<ECKey> keys = new CopyOnWriteArrayList<>();
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();
    private final Map<String, Granted> access = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /** With a clock of its own where somebody provides one: another machine's clock is never quite ours. */
    SandboxIdentity(
            SandboxProviders providers,
            SandboxPeople people,
            Clock clock,
            @Qualifier("sandboxClock") ObjectProvider<Clock> own) {
        this.providers = providers;
        this.people = people;
        this.clock = own.getIfAvailable(() -> clock);
        rotateKeys();
    }

    /** What a client asks when it sends a browser. */
    public record Asked(
            String client,
            String back,
            String state,
            String nonce,
            String challenge,
            int level,
            Optional<String> subject,
            Instant at) {}

    /** Somebody's session with the provider, in one browser. */
    public record Session(
            String id, String client, SandboxPeople.Known who, String name, int level, String browser, Instant since) {}

    private record Granted(Asked asked, Session session, Instant at) {}

    /** What a code is exchanged for. */
    public record Tokens(String idToken, String accessToken, long lifetime) {}

    /** Signs with a new key from now on. The one before stays published, so that its tokens are good to their end. */
    public void rotateKeys() {
        try {
            keys.addFirst(new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.ES256)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        while (keys.size() > KEYS_PUBLISHED) {
            keys.removeLast();
        }
    }

    /** The public keys. */
    public Map<String, Object> published() {
        return new JWKSet(List.copyOf(keys)).toJSONObject(true);
    }

    /** Remembers what was asked while the visitor chooses; answers its number. */
    public String remember(
            String client,
            String back,
            String state,
            String nonce,
            String challenge,
            int level,
            Optional<String> subject) {
        tidy();
        var number = random();
        asked.put(number, new Asked(client, back, state, nonce, challenge, level, subject, clock.instant()));
        return number;
    }

    /** What was asked under that number, as long as it was not answered. */
    public Optional<Asked> asked(String number) {
        return Optional.ofNullable(asked.get(number)).filter(it -> fresh(it.at(), REQUEST_LIVES));
    }

    /** The visitor is that persona from now on; answers the code for the client. */
    public Optional<String> choose(String number, AccountId account, String name, int level, String browser) {
        var request = asked(number);
        var who = people.find(account);
        if (request.isEmpty()
                || who.isEmpty()
                || !who.get().client().equals(request.get().client())) {
            return Optional.empty();
        }
        asked.remove(number);
        var now = clock.instant();
        var session = new Session(random(), request.get().client(), who.get(), name, level, browser, now);
        sessions.put(session.id(), session);
        var code = random();
        codes.put(code, new Granted(request.get(), session, now));
        return Optional.of(code);
    }

    /** The visitor says no; the question is answered. */
    public Optional<Asked> refuse(String number) {
        var request = asked(number);
        asked.remove(number);
        return request;
    }

    /** The tokens for a code, once, for the client that got it, coming back to the same address with its verifier. */
    public Optional<Tokens> exchange(String client, String code, String back, String verifier) {
        var granted = Optional.ofNullable(codes.remove(code))
                .filter(it -> fresh(it.at(), CODE_LIVES))
                .filter(it -> it.asked().client().equals(client))
                .filter(it -> it.asked().back().equals(back))
                .filter(it -> it.asked().challenge().equals(challenge(verifier)));
        return granted.map(it -> {
            var token = random();
            access.put(token, new Granted(it.asked(), it.session(), clock.instant()));
            return new Tokens(idToken(it), token, TOKEN_LIVES.toSeconds());
        });
    }

    /** What is said to whoever has that access token. */
    public Optional<Map<String, Object>> userInfo(String accessToken) {
        return Optional.ofNullable(access.get(accessToken))
                .filter(it -> fresh(it.at(), TOKEN_LIVES))
                .map(it -> {
                    var all = new java.util.LinkedHashMap<>(it.session().who().claims());
                    all.put("sub", it.session().who().subject());
                    return all;
                });
    }

    /** The sessions of a browser. */
    public List<Session> sessions(String browser) {
        return sessions.values().stream()
                .filter(it -> it.browser().equals(browser))
                .sorted(java.util.Comparator.comparing(Session::since))
                .toList();
    }

    /** Ends a session of that browser. */
    public Optional<Session> end(String id, String browser) {
        return Optional.ofNullable(sessions.get(id))
                .filter(it -> it.browser().equals(browser))
                .map(it -> {
                    sessions.remove(id);
                    return it;
                });
    }

    /** Ends the session that an ID token of ours, perhaps expired, tells of. */
    public Optional<Session> end(String idToken) {
        return verified(idToken)
                .flatMap(it -> Optional.ofNullable(it.getClaim("sid")))
                .map(it -> sessions.remove(it.toString()));
    }

    /** The subject that an ID token of ours tells of. */
    public Optional<String> subject(String idToken) {
        return verified(idToken).map(JWTClaimsSet::getSubject);
    }

    /** A logout token for the client of that session (OpenID Connect Back-Channel Logout 1.0). */
    public String logoutToken(Session session) {
        var now = clock.instant();
        return signed(
                new JOSEObjectType("logout+jwt"),
                new JWTClaimsSet.Builder()
                        .issuer(providers.issuer())
                        .audience(session.client())
                        .subject(session.who().subject())
                        .claim("sid", session.id())
                        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                        .jwtID(random())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(CODE_LIVES))));
    }

    private String idToken(Granted granted) {
        var now = clock.instant();
        var session = granted.session();
        var claims = new JWTClaimsSet.Builder();
        // An agency's provider says all at once; that of citizens is asked for the rest, as the real one is
        if (!session.client().equals(SandboxProviders.CITIZENS)) {
            session.who().claims().forEach(claims::claim);
        }
        return signed(
                JOSEObjectType.JWT,
                claims.issuer(providers.issuer())
                        .subject(session.who().subject())
                        .audience(session.client())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(TOKEN_LIVES)))
                        .claim("auth_time", session.since().getEpochSecond())
                        .claim("nonce", granted.asked().nonce())
                        .claim("acr", Integer.toString(session.level()))
                        .claim("sid", session.id()));
    }

    private String signed(JOSEObjectType type, JWTClaimsSet.Builder claims) {
        try {
            var key = keys.getFirst();
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(type)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<JWTClaimsSet> verified(String idToken) {
        try {
            var token = SignedJWT.parse(idToken);
            for (var key : keys) {
                if (token.verify(new ECDSAVerifier(key))) {
                    return Optional.of(token.getJWTClaimsSet());
                }
            }
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private boolean fresh(Instant at, Duration life) {
        return !clock.instant().isAfter(at.plus(life));
    }

    private void tidy() {
        if (asked.size() + codes.size() + access.size() + sessions.size() > KEPT_AT_MOST) {
            asked.values().removeIf(it -> !fresh(it.at(), REQUEST_LIVES));
            codes.values().removeIf(it -> !fresh(it.at(), CODE_LIVES));
            access.values().removeIf(it -> !fresh(it.at(), TOKEN_LIVES));
            sessions.values().removeIf(it -> !fresh(it.since(), SESSION_LIVES));
        }
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
    }

    private String random() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
