package vn.motcua.signature;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.motcua.shared.Outgoing;

/**
 * Where people may sign their declarations themselves ({@code motcua.signature.people.*}); nowhere until a provider is named.
 *
 * @param address our own address as providers know it, e.g. {@code https://motcua.example.gov.vn}
 * @param numbers what stands in certificates before a personal number, in the serial number or the user id of the subject:
 *     {@code PNOVN-} of ETSI EN 319 412-1, and what authorities of the country write
 * @param providers by the name they have in our addresses
 */
@ConfigurationProperties("motcua.signature.people")
record PersonalSigningSettings(
        @Nullable URI address,
        @DefaultValue("PNOVN-") List<String> numbers,
        @DefaultValue Map<String, Listed> providers) {

    /** Refuses what can only be a mistake, when the program starts. */
    PersonalSigningSettings {
        numbers = List.copyOf(numbers);
        providers = Map.copyOf(providers);
        if (numbers.isEmpty() || numbers.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("motcua.signature.people.numbers must say what stands before a number");
        }
        if (!providers.isEmpty() && address == null) {
            throw new IllegalArgumentException(
                    "motcua.signature.people.address is missing: providers must know where we are");
        }
        if (address != null) {
            Outgoing.place(address);
        }
        providers.forEach(PersonalSigningSettings::check);
    }

    /**
     * One provider.
     *
     * @param service the base URI of its API, e.g. {@code https://rssp.example.vn/csc/v1/}
     * @param authorization the base URI of its authorization server, where that is another place
     * @param secretFile a file with the client's secret and nothing else
     * @param patience how long a call may take
     * @param insideHosts hosts that may lie in a private network
     */
    record Listed(
            @DefaultValue("") String name,
            @DefaultValue("") String nameEn,
            @Nullable URI service,
            @Nullable URI authorization,
            @DefaultValue("") String clientId,
            @Nullable Path secretFile,
            @DefaultValue("10s") Duration patience,
            @DefaultValue Set<String> insideHosts) {}

    /** The configured ones, by their names. */
    List<SigningProvider> list() {
        return providers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> provider(it.getKey(), it.getValue()))
                .toList();
    }

    private static void check(String id, Listed it) {
        var key = "motcua.signature.people.providers." + id;
        if (!id.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException(key + ": a name of small letters, digits and hyphens");
        }
        if (it.service() == null || it.clientId().isBlank() || it.secretFile() == null) {
            throw new IllegalArgumentException(key + " needs service, client-id and secret-file");
        }
        Outgoing.place(it.service());
        if (it.authorization() != null) {
            Outgoing.place(it.authorization());
        }
        if (it.patience().isNegative() || it.patience().isZero()) {
            throw new IllegalArgumentException(key + ".patience must be positive");
        }
    }

    private SigningProvider provider(String id, Listed it) {
        if (it.service() == null || it.secretFile() == null) {
            throw new IllegalStateException("checked at the start: " + id);
        }
        return new SigningProvider(
                id,
                it.name().isBlank() ? id : it.name(),
                it.nameEn(),
                new SigningService.Place(
                        it.service(),
                        Optional.ofNullable(it.authorization()),
                        it.clientId(),
                        secret(it.secretFile()),
                        it.patience(),
                        it.insideHosts()),
                Optional.empty(),
                Optional.ofNullable(address));
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }
}
