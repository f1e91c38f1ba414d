package vn.motcua.signin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.motcua.shared.Outgoing;
import vn.motcua.shared.TenantId;

/**
 * How people sign in ({@code motcua.sign-in.*}); see {@code docs/operating/signing-in.md}.
 *
 * @param address our own address as visitors and providers know it, e.g. {@code https://motcua.example.gov.vn}
 * @param secondFactor whether a local password needs a second factor beside it
 * @param insideHosts hosts of providers that may lie in a private network, as the agency's own often does
 * @param providers by the name they have in our addresses
 */
@ConfigurationProperties("motcua.sign-in")
record SignInSettings(
        @Nullable URI address,
        @DefaultValue("REQUIRED") SecondFactorRule secondFactor,
        @DefaultValue Set<String> insideHosts,
        @DefaultValue Map<String, Listed> providers) {

    private static final Set<String> SAFE =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    /** Refuses what can only be a mistake, when the program starts. */
    SignInSettings {
        providers = Map.copyOf(providers);
        if (!providers.isEmpty() && address == null) {
            throw new IllegalArgumentException("motcua.sign-in.address is missing: providers must know where we are");
        }
        if (address != null) {
            Outgoing.place(address);
        }
        providers.forEach(SignInSettings::check);
    }

    /** Whether a local password needs a second factor beside it. */
    enum SecondFactorRule {
        /** Who has none sets one up before anything else. */
        REQUIRED,
        /** Who has one is asked for it. */
        OFFERED
    }

    /**
     * One provider.
     *
     * @param tenant the number of the agency's tenant; absent for the provider of citizens
     * @param secret given by the provider; better in a file
     * @param secretFile a file with nothing else in it
     */
    record Listed(
            @Nullable Integer tenant,
            @DefaultValue("") String name,
            @DefaultValue("") String nameEn,
            String issuer,
            String clientId,
            @DefaultValue("") String secret,
            @Nullable Path secretFile,
            @DefaultValue({"openid", "profile"}) List<String> scopes,
            @DefaultValue Map<String, String> claims,
            @DefaultValue("acr") String levelClaim,
            @DefaultValue Map<String, Integer> levels,
            @DefaultValue({"RS256", "PS256", "ES256"}) Set<String> algorithms,
            @Nullable Addresses endpoints) {}

    /** The addresses of a provider that does not publish its description. */
    record Addresses(
            URI authorization,
            URI token,
            URI keys,
            @Nullable URI userInfo,
            @Nullable URI endSession) {}

    /** The configured providers. */
    List<Provider> list() {
        return providers.entrySet().stream()
                .map(it -> provider(it.getKey(), it.getValue()))
                .toList();
    }

    private Provider provider(String id, Listed it) {
        return new Provider(
                id,
                Optional.ofNullable(it.tenant()).map(TenantId::new),
                it.name().isBlank() ? id : it.name(),
                it.nameEn(),
                it.issuer(),
                it.clientId(),
                secret(it),
                it.scopes(),
                it.claims(),
                it.levelClaim(),
                it.levels().isEmpty() ? Map.of("1", 1, "2", 2) : it.levels(),
                it.algorithms(),
                Optional.ofNullable(it.endpoints())
                        .map(at -> new Provider.Endpoints(
                                at.authorization(),
                                at.token(),
                                at.keys(),
                                Optional.ofNullable(at.userInfo()),
                                Optional.ofNullable(at.endSession()))),
                Optional.ofNullable(address),
                false);
    }

    private static String secret(Listed it) {
        if (it.secretFile() == null) {
            return it.secret();
        }
        try {
            return Files.readString(it.secretFile()).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + it.secretFile(), e);
        }
    }

    private static void check(String id, Listed it) {
        if (!id.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("motcua.sign-in.providers: small letters, digits, hyphens: " + id);
        }
        if (!SAFE.containsAll(it.algorithms())) {
            throw new IllegalArgumentException("motcua.sign-in.providers." + id + ".algorithms: only " + SAFE);
        }
        if (secret(it).isBlank()) {
            throw new IllegalArgumentException("motcua.sign-in.providers." + id + ": no secret and no secret-file");
        }
        Outgoing.place(URI.create(it.issuer()));
    }
}
