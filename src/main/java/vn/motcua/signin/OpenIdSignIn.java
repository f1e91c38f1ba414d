package vn.motcua.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Proof;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.Sessions;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Outgoing.Unreachable;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Sha256;

/** Signing in through a provider: OpenID Connect's authorization code flow with PKCE (S256), state and nonce. */
@Component
public class OpenIdSignIn {

    /** Where providers send browsers back; the provider's id stands behind it. */
    public static final String BACK = "/sign-in/back/";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdSignIn.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Providers providers;
    private final Sessions sessions;
    private final Clock clock;

    OpenIdSignIn(Providers providers, Sessions sessions, Clock clock) {
        this.providers = providers;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Begins a sign-in in this browser.
     *
     * @param level what is asked for
     * @param raising the account that is signed in and is to prove more, with what its provider said before
     * @return where to send the browser
     */
    public String begin(
            Provider provider,
            int level,
            Optional<SessionAccount> raising,
            Optional<Proof> before,
            String to,
            HttpServletRequest request) {
        try {
            var endpoints = providers.connection(provider).endpoints();
            var attempt = new Attempt(
                    random(),
                    random(),
                    random(),
                    provider.id(),
                    home(provider, request) + BACK + provider.id(),
                    level,
                    raising,
                    to,
                    Languages.of(request),
                    sessions.signOuts(),
                    clock.instant());
            Attempts.of(request).add(attempt);
            return authorization(provider, endpoints, attempt, before);
        } catch (Unreachable away) {
            throw away(away);
        }
    }

    /** What came of a sign-in: who, by which proof, begun how. */
    public record Finished(
            Provider provider,
            Claims claims,
            Proof proof,
            Optional<SessionAccount> raising,
            int level,
            long signOuts) {}

    /** The sign-in begun in this browser with that state, which is used up by asking. */
    public Optional<Attempt> attempt(Provider provider, Map<String, String> answer, HttpServletRequest request) {
        if (request.getSession(false) == null) {
            return Optional.empty();
        }
        return Attempts.of(request)
                .take(answer.getOrDefault("state", ""), clock.instant())
                .filter(it -> it.provider().equals(provider.id()));
    }

    /** Goes on with what the provider's answer said: fetches the tokens for its code and believes or refuses them. */
    public Finished finish(Provider provider, Attempt attempt, Map<String, String> answer) {
        if (answer.containsKey("error")) {
            LOG.info("{} answered {}", provider, answer.get("error"));
            throw new Refused(
                    switch (answer.getOrDefault("error", "")) {
                        case "access_denied" -> SignInRefusal.SIGN_IN_STOPPED;
                        case "server_error", "temporarily_unavailable" -> SignInRefusal.PROVIDER_UNREACHABLE;
                        case "unmet_authentication_requirements" -> SignInRefusal.LEVEL_NOT_REACHED;
                        default -> SignInRefusal.PROVIDER_NOT_BELIEVED;
                    });
        }
        // RFC 9207: an answer that names its sender names the one we asked
        if (answer.containsKey("iss") && !provider.issuer().equals(answer.get("iss"))) {
            LOG.warn("{}: an answer of another issuer", provider);
            throw new Refused(SignInRefusal.PROVIDER_NOT_BELIEVED);
        }
        try {
            var connection = providers.connection(provider);
            var tokens = fetch(connection, attempt, answer.getOrDefault("code", ""));
            var idToken = connection.tokens().idToken(tokens.idToken(), attempt.nonce());
            var claims = new Claims(provider, claims(connection, idToken, tokens.accessToken()));
            return new Finished(
                    provider,
                    claims,
                    proof(provider, idToken, claims),
                    attempt.raising(),
                    attempt.level(),
                    attempt.signOuts());
        } catch (Unreachable away) {
            throw away(away);
        }
    }

    /** Our own address as that provider knows it. */
    static String home(Provider provider, HttpServletRequest request) {
        return provider.home()
                .map(it -> it.toString().replaceFirst("/$", ""))
                .orElseGet(() -> request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort());
    }

    /** Where to send the browser so that they are signed out at the provider too; empty when it offers nothing. */
    public Optional<String> signOut(Proof.Voucher voucher, HttpServletRequest request) {
        return providers.find(voucher.provider()).flatMap(provider -> {
            try {
                return providers.connection(provider).endpoints().endSession().map(it -> {
                    var asked = new LinkedHashMap<String, String>();
                    asked.put("id_token_hint", voucher.idToken());
                    asked.put("client_id", provider.clientId());
                    asked.put("post_logout_redirect_uri", home(provider, request) + "/");
                    return it + "?" + form(asked);
                });
            } catch (Unreachable away) {
                LOG.warn("signed out here, not at {}: {}", provider, away.getMessage());
                return Optional.empty();
            }
        });
    }

    /** A provider's own word that somebody signed out; refuses what does not come from it. */
    public void signedOut(Provider provider, String logoutToken) {
        try {
            var who = providers.connection(provider).tokens().logoutToken(logoutToken);
            var ended = sessions.endBy(provider.id(), who.subject(), who.session());
            LOG.info("{} ended {} sessions", provider, ended);
        } catch (Unreachable away) {
            throw away(away);
        }
    }

    private record Fetched(String idToken, String accessToken) {}

    private static Fetched fetch(Connection connection, Attempt attempt, String code) throws Unreachable {
        var provider = connection.provider();
        var body = new LinkedHashMap<String, String>();
        body.put("grant_type", "authorization_code");
        body.put("code", code);
        body.put("redirect_uri", attempt.back());
        body.put("code_verifier", attempt.verifier());
        var basic = Base64.getEncoder()
                .encodeToString((encoded(provider.clientId()) + ":" + encoded(provider.secret()))
                        .getBytes(StandardCharsets.UTF_8));
        var answer =
                connection.calls().post(connection.endpoints().token(), form(body), "Authorization", "Basic " + basic);
        if (answer.status() >= 500) {
            throw connection.unreachable("answered " + answer.status() + " for a code");
        }
        var tokens = connection.object(answer.body());
        var idToken = tokens.path("id_token").asString("");
        if (!answer.ok() || idToken.isEmpty()) {
            LOG.warn(
                    "{} gave no token for a code: {} {}",
                    provider,
                    answer.status(),
                    tokens.path("error").asString(""));
            throw new Refused(SignInRefusal.PROVIDER_NOT_BELIEVED);
        }
        return new Fetched(idToken, tokens.path("access_token").asString(""));
    }

    /** What the ID token says and, when it does not say enough, what the provider says beside it of the same subject. */
    private static Map<String, Object> claims(Connection connection, Jwt idToken, String accessToken)
            throws Unreachable {
        var all = new LinkedHashMap<String, Object>();
        var userInfo = connection.endpoints().userInfo();
        if (userInfo.isPresent() && !new Claims(connection.provider(), idToken.getClaims()).enough()) {
            var answer = connection.calls().get(userInfo.get(), "Authorization", "Bearer " + accessToken);
            if (!answer.ok()) {
                throw connection.unreachable("answered " + answer.status() + " for claims");
            }
            var said = connection.object(answer.body());
            if (!said.path("sub").asString("").equals(idToken.getSubject())) {
                LOG.warn("{}: claims of another subject", connection.provider());
                throw new Refused(SignInRefusal.PROVIDER_NOT_BELIEVED);
            }
            all.putAll(Claims.plain(said));
        }
        all.putAll(idToken.getClaims());
        return all;
    }

    private Proof proof(Provider provider, Jwt idToken, Claims claims) {
        var at = Optional.ofNullable(idToken.getClaimAsInstant("auth_time")).orElseGet(clock::instant);
        var now = clock.instant();
        return new Proof(
                provider.level(claims.level()),
                at.isAfter(now) ? now : at,
                Optional.of(new Proof.Voucher(
                        provider.id(),
                        Objects.requireNonNull(idToken.getSubject(), "Tokens refuses one without"),
                        Optional.ofNullable(idToken.getClaimAsString("sid")),
                        idToken.getTokenValue())));
    }

    private static String authorization(
            Provider provider, Provider.Endpoints endpoints, Attempt attempt, Optional<Proof> before) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", provider.clientId());
        asked.put("redirect_uri", attempt.back());
        asked.put("scope", String.join(" ", provider.scopes()));
        asked.put("state", attempt.state());
        asked.put("nonce", attempt.nonce());
        asked.put("code_challenge", challenge(attempt.verifier()));
        asked.put("code_challenge_method", "S256");
        asked.put("ui_locales", attempt.language().tag());
        if (attempt.level() > Proof.LOWEST) {
            asked.put("acr_values", String.join(" ", provider.words(attempt.level())));
        }
        before.flatMap(Proof::voucher).ifPresent(it -> asked.put("id_token_hint", it.idToken()));
        var address = endpoints.authorization().toString();
        return address + (address.contains("?") ? "&" : "?") + form(asked);
    }

    private static Refused away(Unreachable why) {
        LOG.warn("{}", why.getMessage());
        return new Refused(SignInRefusal.PROVIDER_UNREACHABLE);
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
