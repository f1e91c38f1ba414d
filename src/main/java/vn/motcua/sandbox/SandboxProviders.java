package vn.motcua.sandbox;

import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.motcua.shared.TenantId;
import vn.motcua.signin.Provider;

/**
 * The sandbox's provider as Motcua is told of it: one client for citizens and organisations, one for each agency. The
 * browser reaches it by a path of the same program, whatever host the visitor used; Motcua calls it over HTTP on the
 * machine itself, as it would any other.
 */
@Component
@Profile("demo")
public class SandboxProviders implements Provider.Source {

    /** Where the provider is. */
    public static final String PATH = "/sandbox/identity";

    static final String CITIZENS = "sandbox";

    private final Environment environment;
    private final String secret;
    private final SingletonSupplier<List<Provider>> providers = SingletonSupplier.of(this::make);

    SandboxProviders(Environment environment) {
        this.environment = environment;
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.secret = HexFormat.of().formatHex(bytes);
    }

    static String agency(int tenant) {
        return CITIZENS + "-" + tenant;
    }

    @Override
    public List<Provider> providers() {
        return providers.obtain();
    }

    /** Its own name, and where it answers calls. */
    public String issuer() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port") + PATH;
    }

    /** The client with that name. */
    public Optional<Provider> client(String id) {
        return providers().stream().filter(it -> it.clientId().equals(id)).findFirst();
    }

    private List<Provider> make() {
        var all = new ArrayList<Provider>();
        all.add(provider(CITIZENS, Optional.empty(), "Định danh thử nghiệm", "the sandbox identity"));
        all.add(provider(
                agency(0),
                Optional.of(TenantId.NATIONAL),
                "Quản trị quốc gia (thử nghiệm)",
                "National administration"));
        for (var it : Cast.read().tenants()) {
            all.add(provider(agency(it.id()), Optional.of(new TenantId(it.id())), it.name(), it.nameEn()));
        }
        return List.copyOf(all);
    }

    private Provider provider(String id, Optional<TenantId> agency, String name, String nameEn) {
        var issuer = issuer();
        return new Provider(
                id,
                agency,
                name,
                nameEn,
                issuer,
                id,
                secret,
                List.of("openid", "profile"),
                Map.of(),
                "acr",
                Map.of("1", 1, "2", 2),
                Set.of("ES256"),
                Optional.of(new Provider.Endpoints(
                        URI.create(PATH + "/authorize"),
                        URI.create(issuer + "/token"),
                        URI.create(issuer + "/keys"),
                        Optional.of(URI.create(issuer + "/user-info")),
                        Optional.of(URI.create(PATH + "/end-session")))),
                Optional.empty(),
                true);
    }
}
