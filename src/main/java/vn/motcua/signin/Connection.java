package vn.motcua.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.Outgoing;
import vn.motcua.shared.Outgoing.Unreachable;
import vn.motcua.signin.Provider.Endpoints;

/**
 * What is known of a provider while the program runs: its addresses and its keys. Nothing is asked before the first
 * sign-in, so a provider that is down does not keep the program from starting. Keys are asked for again when a token
 * names an unknown one, at most twice in half a minute, and are believed for a while when the provider is away.
 */
final class Connection {

    /** How long one call to a provider may take. */
    static final Duration CALL = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int LARGEST = 256 * 1024;
    private static final Duration DESCRIPTION_BELIEVED = Duration.ofHours(1);
    private static final Duration KEYS_KEPT = Duration.ofMinutes(15);
    private static final Duration KEYS_BELIEVED_IN_AN_OUTAGE = Duration.ofHours(4);
    private static final Duration UNKNOWN_KEYS = Duration.ofSeconds(30);

    private final Provider provider;
    private final Set<String> insideHosts;
    private final Clock clock;
    private final JsonMapper json;
    private volatile @Nullable Known known;

    private record Known(Endpoints endpoints, Outgoing calls, Tokens tokens, Instant at) {}

    Connection(Provider provider, Set<String> insideHosts, Clock clock, JsonMapper json) {
        this.provider = provider;
        this.insideHosts = insideHosts;
        this.clock = clock;
        this.json = json;
    }

    Provider provider() {
        return provider;
    }

    Endpoints endpoints() throws Unreachable {
        return known().endpoints();
    }

    /** Verifies its tokens. */
    Tokens tokens() throws Unreachable {
        return known().tokens();
    }

    /** Calls to it alone. */
    Outgoing calls() throws Unreachable {
        return known().calls();
    }

    /** The object that it answered. */
    JsonNode object(String body) throws Unreachable {
        try {
            var node = json.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException notJson) {
            LOG.debug("{}: not JSON", provider);
        }
        throw unreachable("answered something else than an object");
    }

    Unreachable unreachable(String why) {
        return new Unreachable(provider + " " + why, null);
    }

    private Known known() throws Unreachable {
        var now = clock.instant();
        var before = known;
        if (before != null
                && (provider.listed().isPresent() || now.isBefore(before.at().plus(DESCRIPTION_BELIEVED)))) {
            return before;
        }
        try {
            var learned = learn(now);
            known = learned;
            return learned;
        } catch (Unreachable away) {
            if (before == null) {
                throw away;
            }
            LOG.warn("{} does not describe itself, its last description is used: {}", provider, away.getMessage());
            return before;
        }
    }

    private Known learn(Instant now) throws Unreachable {
        var endpoints = provider.listed().isPresent() ? provider.listed().get() : described();
        var places = new HashSet<String>();
        places.add(Outgoing.place(endpoints.token()));
        places.add(Outgoing.place(endpoints.keys()));
        endpoints.userInfo().map(Outgoing::place).ifPresent(places::add);
        var calls = Outgoing.to(places, CALL, LARGEST).inside(insideHosts);
        return new Known(endpoints, calls, new Tokens(provider, endpoints, keys(endpoints, calls), clock), now);
    }

    private Endpoints described() throws Unreachable {
        var place = Outgoing.place(URI.create(provider.issuer()));
        var address = URI.create(provider.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration");
        var answer =
                Outgoing.to(Set.of(place), CALL, LARGEST).inside(insideHosts).get(address);
        if (!answer.ok()) {
            throw unreachable("answered " + answer.status() + " for its description");
        }
        var description = object(answer.body());
        try {
            return endpoints(description, place);
        } catch (IllegalArgumentException noAddress) {
            throw unreachable("describes itself with " + noAddress.getMessage());
        }
    }

    private Endpoints endpoints(JsonNode description, String place) throws Unreachable {
        if (!provider.issuer().equals(description.path("issuer").asString(""))) {
            throw unreachable("describes another issuer");
        }
        var endpoints = new Endpoints(
                required(description, "authorization_endpoint"),
                required(description, "token_endpoint"),
                required(description, "jwks_uri"),
                optional(description, "userinfo_endpoint"),
                optional(description, "end_session_endpoint"));
        var all = new ArrayList<>(List.of(endpoints.authorization(), endpoints.token(), endpoints.keys()));
        endpoints.userInfo().ifPresent(all::add);
        endpoints.endSession().ifPresent(all::add);
        for (var one : all) {
            if (!place.equals(Outgoing.place(one))) {
                throw unreachable("names an address elsewhere, which must be configured by hand: " + one);
            }
        }
        return endpoints;
    }

    private URI required(JsonNode description, String name) throws Unreachable {
        return optional(description, name).orElseThrow(() -> unreachable("does not say its " + name));
    }

    private static Optional<URI> optional(JsonNode description, String name) {
        return Optional.of(description.path(name).asString(""))
                .filter(it -> !it.isEmpty())
                .map(URI::create);
    }

    private static JWKSource<SecurityContext> keys(Endpoints endpoints, Outgoing calls) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(endpoints.keys().toURL(), url -> {
                        var answer = calls.get(URI.create(url.toString()));
                        if (!answer.ok()) {
                            throw new java.io.IOException("keys: " + answer.status());
                        }
                        return new Resource(answer.body(), "application/json");
                    })
                    .cache(KEYS_KEPT.toMillis(), 2 * CALL.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(UNKNOWN_KEYS.toMillis())
                    .retrying(false)
                    .outageTolerant(KEYS_BELIEVED_IN_AN_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The algorithms as the library names them. */
    static Set<JWSAlgorithm> algorithms(Provider provider) {
        return provider.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
    }
}
