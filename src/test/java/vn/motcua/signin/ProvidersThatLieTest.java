package vn.motcua.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.identity.TestSessions;
import vn.motcua.shared.Refused;
import vn.motcua.support.TestClock;

/** Whatever a provider answers, nobody gets in whom it does not rightly vouch for. */
class ProvidersThatLieTest {

    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

    private final EvilProvider evil = new EvilProvider();
    private final TestClock clock = new TestClock();
    private final Provider provider = provider(evil.issuer());
    private final OpenIdSignIn signIn = signIn(provider);
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @AfterEach
    void stop() {
        evil.close();
    }

    // what is right

    @Test
    void anHonestAnswerIsBelieved() {
        var finished = finish(it -> it);

        assertThat(finished.claims().person().personalNumber()).isEqualTo("010198999001");
        assertThat(finished.proof().level()).isEqualTo(2);
        assertThat(finished.proof().voucher().orElseThrow().session()).contains("s1");
    }

    @Test
    void whatTheIdTokenDoesNotSayIsAskedBesideIt() {
        evil.userInfo = Map.of(
                "sub",
                EvilProvider.SUBJECT,
                "SoDinhDanh",
                "010198999001",
                "name",
                "Lý Thị Mẩy",
                "birthdate",
                "14/03/1998");

        var finished = finish(it -> it.claim("SoDinhDanh", null).claim("birthdate", null));

        assertThat(finished.claims().person().bornOn()).isEqualTo("1998-03-14");
    }

    @Test
    void theBrowserIsSentWithStateNonceAndPkce() {
        var asked = asked(begin());

        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("client_id", EvilProvider.CLIENT)
                .containsEntry("redirect_uri", "https://motcua.example/sign-in/back/evil");
        assertThat(asked.get("state")).hasSize(43).isNotEqualTo(asked.get("nonce"));
        assertThat(asked.get("code_challenge")).hasSize(43);
    }

    // lies in the ID token

    @Test
    void aWrongOrMissingNonceIsRefused() {
        refused(it -> it.claim("nonce", "another"));
        refused(it -> it.claim("nonce", null));
    }

    @Test
    void aWrongIssuerIsRefused() {
        refused(it -> it.issuer("https://evil.example"));
        refused(it -> it.issuer(evil.issuer() + "/"));
        refused(it -> it.issuer(null));
    }

    @Test
    void aWrongAudienceIsRefused() {
        refused(it -> it.audience("another"));
        refused(it -> it.audience((String) null));
        refused(it -> it.audience(List.of(EvilProvider.CLIENT, "another")));
        refused(it -> it.audience(List.of(EvilProvider.CLIENT, "another")).claim("azp", "another"));
        refused(it -> it.claim("azp", "another"));
    }

    @Test
    void aTokenWithoutASubjectIsRefused() {
        refused(it -> it.subject(null));
    }

    @Test
    void timesMayDifferByAMinuteAndNotByMore() {
        var now = clock.instant();
        var before = Date.from(now.minusSeconds(300));
        finish(it -> it.issueTime(before).expirationTime(Date.from(now.minusSeconds(59))));
        refused(it -> it.issueTime(before).expirationTime(Date.from(now.minusSeconds(61))));
        finish(it -> it.issueTime(Date.from(now.plusSeconds(59))));
        refused(it -> it.issueTime(Date.from(now.plusSeconds(61))));
        refused(it -> it.expirationTime(null));
        refused(it -> it.issueTime(null));
        refused(it -> it.notBeforeTime(Date.from(now.plusSeconds(61))));
    }

    @Test
    void anUnsignedTokenIsRefused() {
        var attempt = begin();
        evil.token = _ -> EvilProvider.tokens(new PlainJWT(claims(attempt).build()).serialize());

        refused(attempt, SignInRefusal.PROVIDER_NOT_BELIEVED);
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASharedSecretIsRefused() throws JOSEException {
        var attempt = begin();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(evil.key.getKeyID())
                .build();
        var forged = new SignedJWT(header, claims(attempt).build());
        forged.sign(new MACSigner(evil.key.toPublicKey().getEncoded()));
        evil.token = _ -> EvilProvider.tokens(forged.serialize());

        refused(attempt, SignInRefusal.PROVIDER_NOT_BELIEVED);
    }

    @Test
    void anAlgorithmThatWasNotAgreedOnIsRefused() {
        var attempt = begin();
        evil.token = _ -> EvilProvider.tokens(
                evil.signed(claims(attempt).build(), evil.key, JWSAlgorithm.RS512, JOSEObjectType.JWT));

        refused(attempt, SignInRefusal.PROVIDER_NOT_BELIEVED);
    }

    @Test
    void aTokenOfAnotherKindIsRefused() {
        var attempt = begin();
        evil.token = _ -> EvilProvider.tokens(
                evil.signed(claims(attempt).build(), evil.key, JWSAlgorithm.RS256, new JOSEObjectType("logout+jwt")));

        refused(attempt, SignInRefusal.PROVIDER_NOT_BELIEVED);
    }

    @Test
    void aSignatureOfSomebodyElseUnderTheSameKeyNameIsRefused() {
        var attempt = begin();
        var stranger = new com.nimbusds.jose.jwk.RSAKey.Builder(EvilProvider.key())
                .keyID(evil.key.getKeyID())
                .build();
        evil.token = _ -> EvilProvider.tokens(
                evil.signed(claims(attempt).build(), stranger, JWSAlgorithm.RS256, JOSEObjectType.JWT));

        refused(attempt, SignInRefusal.PROVIDER_NOT_BELIEVED);
    }

    @Test
    void claimsOfAnotherSubjectAreRefused() {
        evil.userInfo =
                Map.of("sub", "somebody-else", "SoDinhDanh", "010095999002", "name", "Khác", "birthdate", "1995-11-02");

        refused(it -> it.claim("SoDinhDanh", null));
    }

    // keys

    @Test
    void aNewKeyIsAskedForOnceAndUnknownOnesDoNotFloodTheProvider() {
        finish(it -> it);
        assertThat(evil.keyRequests).hasValue(1);

        evil.key = EvilProvider.key();
        finish(it -> it);
        finish(it -> it);
        assertThat(evil.keyRequests).hasValue(2);

        var unknown = EvilProvider.key();
        for (var i = 0; i < 20; i++) {
            var attempt = begin();
            evil.token = _ -> EvilProvider.tokens(
                    evil.signed(claims(attempt).build(), unknown, JWSAlgorithm.RS256, JOSEObjectType.JWT));
            assertThatThrownBy(() -> finish(attempt)).isInstanceOf(Refused.class);
        }
        assertThat(evil.keyRequests).hasValue(2);
        finish(it -> it);
    }

    @Test
    void knownKeysAreBelievedWhileTheProviderDoesNotGiveThem() {
        finish(it -> it);
        evil.keysAway = true;

        finish(it -> it);
    }

    // what goes wrong at the provider

    @Test
    void anErrorOfTheProviderIsNobodysSignIn() {
        for (var status : List.of(500, 502, 503)) {
            evil.tokenStatus = status;
            refused(begin(), SignInRefusal.PROVIDER_UNREACHABLE);
        }
        evil.tokenStatus = 400;
        refused(begin(), SignInRefusal.PROVIDER_NOT_BELIEVED);
        evil.tokenStatus = 200;
        for (var nonsense : List.of("", "<html>", "[]", "\"x\"", "{\"id_token\":7}", "{\"id_token\":\"a.b.c\"}")) {
            evil.token = _ -> nonsense;
            var attempt = begin();
            assertThatThrownBy(() -> finish(attempt)).as(nonsense).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aProviderThatIsNotThereIsSaidSo() {
        evil.close();

        assertThatThrownBy(this::begin)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(SignInRefusal.PROVIDER_UNREACHABLE));
    }

    @Test
    void aCodeIsNeverCarriedElsewhereByARedirect() {
        try (var elsewhere = new EvilProvider()) {
            evil.tokenStatus = 307;
            evil.redirect = elsewhere.issuer() + "/token";

            refused(begin(), SignInRefusal.PROVIDER_UNREACHABLE, SignInRefusal.PROVIDER_NOT_BELIEVED);
            assertThat(elsewhere.tokenRequests).hasValue(0);
        }
    }

    @Test
    void aDescriptionThatNamesAnotherIssuerOrOtherPlacesIsNotFollowed() {
        for (var lie : List.of(
                Map.of("issuer", "https://evil.example"),
                Map.of("token_endpoint", "http://169.254.169.254/latest/meta-data"),
                Map.of("jwks_uri", "https://elsewhere.example/keys"),
                Map.of("userinfo_endpoint", "file:///etc/passwd"),
                Map.of("token_endpoint", "not an address"))) {
            evil.description = it -> {
                var changed = new HashMap<>(it);
                changed.putAll(lie);
                return changed;
            };
            assertThatThrownBy(this::begin)
                    .as(lie.toString())
                    .isInstanceOfSatisfying(
                            Refused.class, it -> assertThat(it.code()).isEqualTo(SignInRefusal.PROVIDER_UNREACHABLE));
        }
    }

    @Test
    void anAnswerInTheNameOfAnotherIssuerIsRefused() {
        var attempt = begin();
        evil.token = _ -> EvilProvider.tokens(evil.signed(claims(attempt).build()));

        assertThatThrownBy(() -> signIn.finish(provider, attempt, Map.of("code", "c", "iss", "https://evil.example")))
                .isInstanceOf(Refused.class);
        assertThat(evil.tokenRequests).hasValue(0);
    }

    @Test
    void aStateIsGoodOnceInOneBrowserAndNotForEver() {
        var answer = Map.of("state", begin().state());
        assertThat(signIn.attempt(provider, answer, request)).isPresent();
        assertThat(signIn.attempt(provider, answer, request)).isEmpty();

        var another = Map.of("state", begin().state());
        assertThat(signIn.attempt(provider, another, new MockHttpServletRequest()))
                .isEmpty();

        clock.advance(Duration.ofMinutes(16));
        assertThat(signIn.attempt(provider, another, request)).isEmpty();
    }

    // logout tokens

    @Test
    void aLogoutTokenIsTakenOnceAndOnlyWithAllItNeeds() throws Exception {
        var good = logout().build();
        var tokens = new Connection(provider, Set.of(), clock, JsonMapper.shared()).tokens();
        assertThat(tokens.logoutToken(evil.signed(good)).session()).contains("s1");
        refusedLogout(tokens, good);

        for (var wrong : List.<UnaryOperator<JWTClaimsSet.Builder>>of(
                it -> it.claim("events", null),
                it -> it.claim("events", Map.of("another", Map.of())),
                it -> it.claim("events", LOGOUT),
                it -> it.claim("nonce", "n"),
                it -> it.subject(null).claim("sid", null),
                it -> it.audience("another"),
                it -> it.audience((String) null),
                it -> it.issuer("https://evil.example"),
                it -> it.jwtID(null),
                it -> it.issueTime(null),
                it -> it.issueTime(Date.from(clock.instant().minusSeconds(3600))),
                it -> it.issueTime(Date.from(clock.instant().plusSeconds(90))),
                it -> it.expirationTime(Date.from(clock.instant().minusSeconds(90))))) {
            refusedLogout(tokens, wrong.apply(logout()).build());
        }
        var attempt = begin();
        refusedLogout(tokens, claims(attempt).build());
    }

    private void refusedLogout(Tokens tokens, JWTClaimsSet claims) {
        var text = evil.signed(claims);
        assertThatThrownBy(() -> tokens.logoutToken(text)).as(claims.toString()).isInstanceOf(Refused.class);
    }

    private JWTClaimsSet.Builder logout() {
        return new JWTClaimsSet.Builder()
                .issuer(evil.issuer())
                .audience(EvilProvider.CLIENT)
                .subject(EvilProvider.SUBJECT)
                .claim("sid", "s1")
                .claim("events", Map.of(LOGOUT, Map.of()))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
    }

    // the way there

    private Attempt begin() {
        var address = signIn.begin(provider, 1, Optional.empty(), Optional.empty(), "/help", request);
        var taken = Attempts.of(request).take(asked(address).getOrDefault("state", ""), clock.instant());
        taken.ifPresent(it -> Attempts.of(request).add(it));
        return taken.orElseThrow();
    }

    private Map<String, String> asked(Attempt attempt) {
        var again = signIn.begin(provider, attempt.level(), Optional.empty(), Optional.empty(), "/", request);
        return asked(again);
    }

    private static Map<String, String> asked(String address) {
        var all = new LinkedHashMap<String, String>();
        UriComponentsBuilder.fromUri(URI.create(address))
                .build()
                .getQueryParams()
                .forEach((name, values) -> all.put(
                        name, java.net.URLDecoder.decode(values.getFirst(), java.nio.charset.StandardCharsets.UTF_8)));
        return all;
    }

    private OpenIdSignIn.Finished finish(UnaryOperator<JWTClaimsSet.Builder> lie) {
        var attempt = begin();
        evil.token =
                _ -> EvilProvider.tokens(evil.signed(lie.apply(claims(attempt)).build()));
        return finish(attempt);
    }

    private OpenIdSignIn.Finished finish(Attempt attempt) {
        return signIn.finish(provider, attempt, Map.of("code", "c", "state", attempt.state()));
    }

    private void refused(UnaryOperator<JWTClaimsSet.Builder> lie) {
        var attempt = begin();
        evil.token =
                _ -> EvilProvider.tokens(evil.signed(lie.apply(claims(attempt)).build()));
        refused(attempt, SignInRefusal.PROVIDER_NOT_BELIEVED);
    }

    private void refused(Attempt attempt, SignInRefusal... codes) {
        assertThatThrownBy(() -> finish(attempt))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isIn((Object[]) codes));
    }

    private JWTClaimsSet.Builder claims(Attempt attempt) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(evil.issuer())
                .subject(EvilProvider.SUBJECT)
                .audience(EvilProvider.CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", attempt.nonce())
                .claim("acr", "2")
                .claim("sid", "s1")
                .claim("SoDinhDanh", "010198999001")
                .claim("name", "Lý Thị Mẩy")
                .claim("birthdate", "1998-03-14");
    }

    private OpenIdSignIn signIn(Provider one) {
        var source = new StaticListableBeanFactory(Map.of("source", (Provider.Source) () -> List.of(one)));
        var settings = new SignInSettings(null, SignInSettings.SecondFactorRule.REQUIRED, Set.of(), Map.of());
        var providers =
                new Providers(settings, source.getBeanProvider(Provider.Source.class), clock, JsonMapper.shared());
        return new OpenIdSignIn(providers, TestSessions.make(), clock);
    }

    private static Provider provider(String issuer) {
        return new Provider(
                "evil",
                Optional.empty(),
                "Evil",
                "",
                issuer,
                EvilProvider.CLIENT,
                "secret",
                List.of("openid"),
                Map.of(),
                "acr",
                Map.of("1", 1, "2", 2),
                Set.of("RS256"),
                Optional.empty(),
                Optional.of(URI.create("https://motcua.example")),
                false);
    }
}
