package vn.motcua.signature;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.motcua.database.DataFolder;
import vn.motcua.shared.Ids;

/**
 * Keys in files, for demonstrations alone: an authority of its own, made at the first start in the data folder, and a key for
 * each person and agency, made when they sign first. Nobody outside this program believes these signatures.
 */
@Component
@Profile("demo")
class DemonstrationSigner implements Signer {

    /** Wide on both sides, so that a demonstration may play at any date. */
    static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");

    static final Instant UNTIL = Instant.parse("2050-01-01T00:00:00Z");

    private static final String AUTHORITY = "demonstration";
    private static final Duration LIST_LASTS = Duration.ofDays(3650);

    private final Path keys;
    private final CertificateAuthority authority;
    private final Map<String, KeyFile> known = new ConcurrentHashMap<>();

    DemonstrationSigner(DataFolder data, TrustList trust, Clock clock) {
        this.keys = data.folder("signature-keys");
        this.authority = new CertificateAuthority(KeyFile.readOrMake(
                keys,
                AUTHORITY,
                () -> CertificateAuthority.make("Motcua – CA dùng thử", FROM, UNTIL)
                        .own()));
        trust.believe(AUTHORITY, authority.own().certificate());
        trust.keep(AUTHORITY, authority.revoked(Map.of(), clock.instant(), LIST_LASTS));
    }

    @Override
    public List<X509Certificate> certificates(Signatory who) {
        return key(who).chain();
    }

    @Override
    public byte[] sign(Signatory who, byte[] content) throws SignerAway {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key(who).key());
            try (var to = signer.getOutputStream()) {
                to.write(content);
            }
            return signer.getSignature();
        } catch (IOException | OperatorCreationException e) {
            throw new SignerAway("the key file cannot sign", e);
        }
    }

    /** Another position, another certificate: what it says is true. */
    private KeyFile key(Signatory who) {
        return known.computeIfAbsent(
                Ids.once(who.toString()).toString(),
                name -> KeyFile.readOrMake(keys, name, () -> authority.issue(who, FROM, UNTIL)));
    }
}
