package vn.motcua.signature;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.shared.Sha256;
import vn.motcua.signature.CscClient.Described;
import vn.motcua.signature.SignerAway.Why;

/**
 * Signs through a remote signing service: one word for each hash, one signature for each word, and nothing that does not fit
 * the certificate is taken. A PIN that was refused is not sent again until an operator writes another one.
 */
final class CscSigner implements Signer {

    /** How long what a service said of a credential is believed. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final SigningService service;
    private final CscClient client;
    private final Clock clock;
    private final Map<SigningKey, Known> known = new ConcurrentHashMap<>();
    private final Set<SigningKey> wrongPins = ConcurrentHashMap.newKeySet();

    private record Known(Described described, Instant until) {}

    CscSigner(SigningService service, Clock clock) {
        this.service = service;
        this.client = new CscClient(service, clock);
        this.clock = clock;
    }

    @Override
    public List<X509Certificate> certificates(Signatory who) throws SignerAway {
        return described(who, key(who)).chain();
    }

    @Override
    public byte[] sign(Signatory who, byte[] content) throws SignerAway {
        var key = key(who);
        var described = described(who, key);
        if (wrongPins.contains(key)) {
            throw new SignerAway(Why.PIN_REFUSED, who, "its PIN was refused before and is not sent again");
        }
        var hash = Sha256.of(content);
        byte[] signature;
        try {
            signature = signed(who, key, described, hash);
        } catch (CscClient.WordGone _) {
            signature = signed(who, key, described, hash);
        } catch (SignerAway away) {
            if (away.why() == Why.PIN_REFUSED) {
                wrongPins.add(key);
            }
            known.remove(key);
            throw away;
        }
        if (!fits(signature, described.chain().getFirst(), content)) {
            known.remove(key);
            throw new SignerAway("the signing service's signature does not fit the certificate of " + key);
        }
        return signature;
    }

    private byte[] signed(Signatory who, SigningKey key, Described described, byte[] hash) throws SignerAway {
        var word = client.word(who, key, hash);
        return client.signature(who, key, word, hash, algorithm(described));
    }

    private SigningKey key(Signatory who) throws SignerAway {
        return service.credential(who)
                .orElseThrow(() -> new SignerAway(Why.NO_KEY, who, "nobody said which credential is theirs"));
    }

    private Described described(Signatory who, SigningKey key) throws SignerAway {
        var now = clock.instant();
        var before = known.get(key);
        if (before != null && now.isBefore(before.until())) {
            return before.described();
        }
        var said = client.described(who, key);
        if (!said.inUse()) {
            throw new SignerAway(Why.KEY_NOT_USABLE, who, "credential " + key + " is disabled, or its certificate is");
        }
        if (said.otp()) {
            throw new SignerAway(Why.KEY_NOT_USABLE, who, "credential " + key + " asks for a one-time password");
        }
        if (said.pin() && key.pin().isEmpty()) {
            throw new SignerAway(Why.PIN_REFUSED, who, "credential " + key + " asks for a PIN and none is written");
        }
        known.put(key, new Known(said, now.plus(FRESH)));
        return said;
    }

    /** ECDSA or RSA by PKCS #1, with SHA-256; a service that only names the key's kind is told the digest beside it. */
    static String algorithm(Described described) {
        var elliptic =
                described.chain().getFirst().getPublicKey().getAlgorithm().equals("EC");
        var whole = elliptic ? "1.2.840.10045.4.3.2" : "1.2.840.113549.1.1.11";
        var bare = elliptic ? "1.2.840.10045.2.1" : "1.2.840.113549.1.1.1";
        return described.algorithms().contains(bare) && !described.algorithms().contains(whole) ? bare : whole;
    }

    static boolean fits(byte[] signature, X509Certificate certificate, byte[] content) {
        try {
            var check = Signature.getInstance(
                    certificate.getPublicKey().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            check.initVerify(certificate.getPublicKey());
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
