package vn.motcua.signin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All providers: the configured ones and, in a demonstration, the sandbox's. */
@Component
@EnableConfigurationProperties(SignInSettings.class)
public class Providers {

    private final List<Provider> configured;
    private final Set<String> insideHosts;
    private final ObjectProvider<Provider.Source> sources;
    private final Clock clock;
    private final JsonMapper json;
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();

    Providers(SignInSettings settings, ObjectProvider<Provider.Source> sources, Clock clock, JsonMapper json) {
        this.configured = settings.list();
        this.insideHosts = settings.insideHosts();
        this.sources = sources;
        this.clock = clock;
        this.json = json;
    }

    /** All of them; the citizens' first. */
    public List<Provider> all() {
        return Stream.concat(configured.stream(), sources.stream().flatMap(it -> it.providers().stream()))
                .sorted((one, other) ->
                        Boolean.compare(one.agency().isPresent(), other.agency().isPresent()))
                .toList();
    }

    /** That one. */
    public Optional<Provider> find(String id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** What keeps its addresses and keys. */
    Connection connection(Provider provider) {
        return connections.computeIfAbsent(provider.id(), _ -> new Connection(provider, insideHosts, clock, json));
    }
}
