package vn.motcua.signin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.identity.Proof;
import vn.motcua.shared.Language;
import vn.motcua.shared.TenantId;

/**
 * An OpenID provider that we trust to say who somebody is.
 *
 * @param id in our own addresses, e.g. {@code vneid}
 * @param agency whose officers it vouches for; empty for the provider of citizens and organisations
 * @param issuer its own name, compared letter by letter
 * @param secret that it gave us
 * @param scopes that we ask for, {@code openid} among them
 * @param claims its own names for what we read, by ours; see {@link Claims}
 * @param levelClaim where it says the level, {@code acr} unless it is peculiar
 * @param levels what its words for levels mean; any other word is level 1
 * @param algorithms with which it may sign: never {@code none}, never a shared secret
 * @param listed its addresses when they are written down, else it is asked for them
 * @param home our own address as it knows us, empty to take the one the visitor used (sandbox alone)
 * @param sandbox whether everybody in it is invented
 */
public record Provider(
        String id,
        Optional<TenantId> agency,
        String name,
        String nameEn,
        String issuer,
        String clientId,
        String secret,
        List<String> scopes,
        Map<String, String> claims,
        String levelClaim,
        Map<String, Integer> levels,
        Set<String> algorithms,
        Optional<Endpoints> listed,
        Optional<URI> home,
        boolean sandbox) {

    /** Keeps its own copies. */
    public Provider {
        scopes = List.copyOf(scopes);
        claims = Map.copyOf(claims);
        levels = Map.copyOf(levels);
        algorithms = Set.copyOf(algorithms);
    }

    /** As people know it. */
    public String name(Language language) {
        return language == Language.EN && !nameEn.isBlank() ? nameEn : name;
    }

    /** What its word for a level means. */
    int level(Optional<String> word) {
        return word.map(levels::get).orElse(Proof.LOWEST);
    }

    /** Its words for that level and those above, for {@code acr_values}. */
    List<String> words(int level) {
        return levels.entrySet().stream()
                .filter(it -> it.getValue() >= level)
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public String toString() {
        return id;
    }

    /**
     * Where it is asked for what.
     *
     * @param authorization where the visitor's browser is sent; for the sandbox a path of our own
     * @param userInfo where more claims are, empty when they all stand in the ID token
     * @param endSession where one signs out, empty when that is not possible
     */
    public record Endpoints(URI authorization, URI token, URI keys, Optional<URI> userInfo, Optional<URI> endSession) {}

    /** Who knows providers besides the configuration: the sandbox. */
    public interface Source {

        /** Its providers; called when somebody signs in, not before the program is up. */
        List<Provider> providers();
    }
}
