package vn.motcua.signin;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import vn.motcua.shared.Refused;
import vn.motcua.signin.Provider.Endpoints;

/**
 * Verifies what a provider has signed: signature by one of its keys with an allowed algorithm, issuer, audience, times
 * with one minute to spare, and what the kind of token demands besides.
 */
final class Tokens {

    /** By how much the clocks of two machines may differ. */
    static final Duration SKEW = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final String SIGNED_OUT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration LOGOUT_IS_NEWS = Duration.ofMinutes(5);
    private static final int REMEMBERED = 100_000;
    private static final MappedJwtClaimSetConverter TYPES = MappedJwtClaimSetConverter.withDefaults(Map.of());

    private final Provider provider;
    private final Clock clock;
    private final NimbusJwtDecoder idTokens;
    private final NimbusJwtDecoder logoutTokens;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    Tokens(Provider provider, Endpoints endpoints, JWKSource<SecurityContext> keys, Clock clock) {
        this.provider = provider;
        this.clock = clock;
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        var idToken = new OidcIdTokenValidator(registration(provider, endpoints));
        idToken.setClock(clock);
        idToken.setClockSkew(SKEW);
        this.idTokens = decoder(keys, types(JOSEObjectType.JWT), List.of(times, idToken));
        this.logoutTokens = decoder(
                keys,
                types(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT),
                List.of(times, new JwtIssuerValidator(provider.issuer())));
    }

    /** The ID token for the sign-in in which we sent that nonce; refuses any other. */
    Jwt idToken(String text, String nonce) {
        var token = decode(idTokens, text);
        var said = String.valueOf(token.getClaimAsString("nonce"));
        if (!MessageDigest.isEqual(bytes(said), bytes(nonce))) {
            throw notBelieved("nonce");
        }
        return token;
    }

    /** What a logout token says, once: the same one again is refused. */
    SignedOut logoutToken(String text) {
        var token = decode(logoutTokens, text);
        var now = clock.instant();
        var issued = token.getIssuedAt();
        var session = Optional.ofNullable(token.getClaimAsString("sid"));
        var subject = Optional.ofNullable(token.getSubject());
        if (token.getAudience() == null || !token.getAudience().contains(provider.clientId())) {
            throw notBelieved("audience of a logout token");
        }
        if (!(token.getClaim("events") instanceof Map<?, ?> events) || !(events.get(SIGNED_OUT) instanceof Map<?, ?>)) {
            throw notBelieved("events of a logout token");
        }
        if (token.hasClaim("nonce") || (session.isEmpty() && subject.isEmpty())) {
            throw notBelieved("claims of a logout token");
        }
        if (issued == null
                || issued.isAfter(now.plus(SKEW))
                || issued.isBefore(now.minus(LOGOUT_IS_NEWS).minus(SKEW))) {
            throw notBelieved("age of a logout token");
        }
        if (token.getId() == null || !first(token.getId(), now)) {
            throw notBelieved("a logout token without a number, or one seen before");
        }
        return new SignedOut(subject, session);
    }

    private boolean first(String number, Instant now) {
        var old = now.minus(LOGOUT_IS_NEWS).minus(SKEW).minus(SKEW);
        if (seen.size() > 1000) {
            seen.values().removeIf(it -> it.isBefore(old));
        }
        return seen.size() < REMEMBERED && seen.putIfAbsent(number, now) == null;
    }

    private Jwt decode(NimbusJwtDecoder decoder, String text) {
        try {
            return decoder.decode(text);
        } catch (BadJwtException wrong) {
            LOG.warn("a token of {} is not believed: {}", provider, wrong.getMessage());
            throw new Refused(SignInRefusal.PROVIDER_NOT_BELIEVED);
        } catch (JwtException noKeys) {
            LOG.warn("the keys of {} cannot be had: {}", provider, noKeys.getMessage());
            throw new Refused(SignInRefusal.PROVIDER_UNREACHABLE);
        }
    }

    private Refused notBelieved(String what) {
        LOG.warn("a token of {} is not believed: {}", provider, what);
        return new Refused(SignInRefusal.PROVIDER_NOT_BELIEVED);
    }

    private NimbusJwtDecoder decoder(
            JWKSource<SecurityContext> keys,
            Set<@Nullable JOSEObjectType> types,
            List<OAuth2TokenValidator<Jwt>> rules) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(Connection.algorithms(provider), keys));
        // Times and names are the rules' below: they know our clock
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setClaimSetConverter(Tokens::asSaid);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(rules));
        return decoder;
    }

    /** These kinds of tokens, and those that do not say their kind, as most do not. */
    private static Set<@Nullable JOSEObjectType> types(JOSEObjectType... named) {
        var types = new HashSet<@Nullable JOSEObjectType>(List.of(named));
        types.add(null);
        return types;
    }

    /** The library gives a token without a time of issue one of its own; we want to know that it has none. */
    private static Map<String, Object> asSaid(Map<String, Object> claims) {
        var converted = new HashMap<>(Objects.requireNonNull(TYPES.convert(claims)));
        if (!claims.containsKey("iat")) {
            converted.remove("iat");
        }
        return converted;
    }

    private static ClientRegistration registration(Provider provider, Endpoints endpoints) {
        return ClientRegistration.withRegistrationId(provider.id())
                .clientId(provider.clientId())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(endpoints.authorization().toString())
                .tokenUri(endpoints.token().toString())
                .redirectUri("{baseUrl}" + OpenIdSignIn.BACK + provider.id())
                .issuerUri(provider.issuer())
                .scope(provider.scopes())
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Who has signed out: a session, or all sessions of a subject. */
    record SignedOut(Optional<String> subject, Optional<String> session) {}
}
