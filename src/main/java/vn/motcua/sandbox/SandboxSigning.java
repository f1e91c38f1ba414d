package vn.motcua.sandbox;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import vn.motcua.signature.SigningService;
import vn.motcua.signature.TrustList;

/**
 * The signing service of a demonstration as Motcua is told of it, where the configuration names no other. Its authority is made
 * at the first start, everybody gets a key when they sign first; nobody outside this program believes these signatures.
 */
@Component
@Profile("demo")
public class SandboxSigning implements SigningService {

    /** Where it listens. */
    static final String PATH = "/sandbox/csc/v1";

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

    /** What it answers. */
    RemoteSigning answers() {
        return signing;
    }

    /** Its own address. */
    String home() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }
}
