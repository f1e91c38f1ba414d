package vn.motcua.sandbox;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.motcua.database.DataFolder;
import vn.motcua.signature.CertificateAuthority;
import vn.motcua.signature.KeyFile;
import vn.motcua.signature.Signatory;
import vn.motcua.signature.SigningKey;
import vn.motcua.signature.SigningProvider;
import vn.motcua.signature.SigningService;
import vn.motcua.signature.TrustList;

/**
 * The signing service of a demonstration as Motcua is told of it, where the configuration names no other. Its authority is made
 * at the first start, everybody gets a key when they sign first; nobody outside this program believes these signatures.
 */
@Component
@Profile("demo")
public class SandboxSigning implements SigningService, SigningProvider.Source {

    /** Where it listens, and where people allow a signature. */
    public static final String PATH = "/sandbox/csc/v1";

    /** Its name as a provider. */
    public static final String PROVIDER = "sandbox";

    /** Wide on both sides, so that a demonstration may play at any date. */
    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");

    private static final Instant UNTIL = Instant.parse("2050-01-01T00:00:00Z");
    private static final String AUTHORITY = "demonstration";
    private static final Duration LIST_LASTS = Duration.ofDays(3650);

    private final RemoteSigning signing;
    private final Environment environment;

    SandboxSigning(DataFolder data, TrustList trust, Environment environment, Clock clock) {
        this.environment = environment;
        var keys = data.folder("signature-keys");
        var authority = new CertificateAuthority(KeyFile.readOrMake(
                keys,
                AUTHORITY,
                () -> CertificateAuthority.make("Motcua – CA dùng thử", FROM, UNTIL)
                        .own()));
        trust.believe(AUTHORITY, authority.own().certificate());
        trust.keep(AUTHORITY, authority.revoked(Map.of(), clock.instant(), LIST_LASTS));
        this.signing = new RemoteSigning(keys, authority, FROM, UNTIL, clock);
    }

    @Override
    public Place place() {
        return new Place(
                URI.create(home() + PATH + "/"),
                Optional.empty(),
                signing.client(),
                signing.secret(),
                Duration.ofSeconds(10),
                Set.of());
    }

    @Override
    public Optional<SigningKey> credential(Signatory who) {
        return Optional.of(signing.enrol(who));
    }

    /** The same service for people with keys of their own, reached by browsers at whatever host the visitor used. */
    @Override
    public List<SigningProvider> providers() {
        return List.of(new SigningProvider(
                PROVIDER,
                "Ký số thử nghiệm",
                "the sandbox signing service",
                place(),
                Optional.of(PATH + "/oauth2/authorize"),
                Optional.empty()));
    }

    /**
     * Gives a person of the demonstration another certificate than the usual one.
     *
     * @param user their personal number
     * @param serialNumber that the certificate says; empty for none
     */
    public void certify(String user, String name, String serialNumber) {
        signing.enrol(user, name, serialNumber);
    }

    /** People of the demonstration have a certificate as soon as they are asked for. */
    void enrolled(String user) {
        if (!signing.knows(user)) {
            Cast.read().citizens().stream()
                    .filter(it -> it.personalNumber().equals(user))
                    .findFirst()
                    .ifPresent(it -> certify(user, it.name(), "PNOVN-" + user));
        }
    }

    /** Begins what somebody is asked on the page; empty for a request that the standard does not allow, or of an unknown credential. */
    public Optional<String> ask(Map<String, String> query) {
        return signing.holder(query.getOrDefault("credentialID", ""))
                .flatMap(_ -> signing.permits().ask(query));
    }

    /** Whether a request comes from the one client that is known. */
    public boolean isClient(String id) {
        return signing.client().equals(id);
    }

    /**
     * What somebody is asked.
     *
     * @param holder as the certificate says
     * @param what is signed
     */
    public record Question(String holder, String what, String back, String state) {}

    /** What is asked under that number. */
    public Optional<Question> question(String number) {
        return signing.permits()
                .find(number)
                .map(it -> new Question(signing.holder(it.credential()).orElse(""), it.what(), it.back(), it.state()));
    }

    /** They do not sign. */
    public void refuse(String number) {
        signing.permits().refuse(number);
    }

    /**
     * They sign; the code that goes back with them.
     *
     * @param silent whether the service then never gives the signature
     */
    public Optional<String> allow(String number, boolean silent) {
        return signing.permits().allow(number, silent);
    }

    /** What it answers. */
    RemoteSigning answers() {
        return signing;
    }

    /** Its own address. */
    String home() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }
}
