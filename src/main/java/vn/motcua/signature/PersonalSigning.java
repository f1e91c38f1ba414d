package vn.motcua.signature;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Language;
import vn.motcua.shared.Sha256;
import vn.motcua.signature.CertificateUnfit.Why;
import vn.motcua.signature.CscClient.Described;

/**
 * People sign with their own certificate at a remote signing service: they are sent there with the hash of what they sign, allow it
 * there, and come back with a code; for that code the service gives the word (SAD) to sign this hash and no other, once. API of
 * the Cloud Signature Consortium 1.0.4.0, OAuth 2 authorization code (its 8.3.2, scope {@code credential}), with PKCE (RFC 7636).
 */
@Component
public class PersonalSigning {

    /** How many may wait for one provider at once, to begin and to end: a silent one must not take all threads of the program. */
    static final int AT_ONCE = 16;

    /** How many times the time for one call the certificates of a person may take together. */
    private static final int LONGEST = 3;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PersonalSigningSettings settings;
    private final List<SigningProvider> configured;
    private final ObjectProvider<SigningProvider.Source> brought;
    private final PdfSigning papers;
    private final Clock clock;
    private final Map<SigningService.Place, Line> lines = new ConcurrentHashMap<>();

    PersonalSigning(
            PersonalSigningSettings settings,
            ObjectProvider<SigningProvider.Source> brought,
            PdfSigning papers,
            Clock clock) {
        this.settings = settings;
        this.configured = settings.list();
        this.brought = brought;
        this.papers = papers;
        this.clock = clock;
    }

    private record At(Place place) implements SigningService {

        @Override
        public Optional<SigningKey> credential(Signatory who) {
            return Optional.empty();
        }
    }

    private record Chosen(SigningKey key, Described described) {}

    /** The way to one provider, and the places of those who wait for it. */
    private record Line(CscClient client, Semaphore beginning, Semaphore ending) {}

    /** Where people may sign: the configured providers, else those that a demonstration brings. */
    public List<SigningProvider> providers() {
        return configured.isEmpty()
                ? brought.stream().flatMap(it -> it.providers().stream()).toList()
                : configured;
    }

    /** The one of that name. */
    public Optional<SigningProvider> find(String id) {
        return providers().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /**
     * Finds the person's certificate at the provider and reckons what is to be signed with it.
     *
     * @param number their personal number: by it the provider knows them, and the certificate must say it
     * @param pdf what they sign; the signature is drawn above their name
     * @param what a sentence about it, which the provider shows
     * @param back our address to which the provider sends them back
     */
    public SigningBegun begin(
            SigningProvider provider,
            Signatory person,
            String number,
            byte[] pdf,
            String what,
            String back,
            Language language)
            throws SignerAway, CertificateUnfit {
        var line = line(provider);
        enter(line.beginning(), provider);
        try {
            return begin(line.client(), provider, person, number, pdf, what, back, language);
        } finally {
            line.beginning().release();
        }
    }

    private SigningBegun begin(
            CscClient client,
            SigningProvider provider,
            Signatory person,
            String number,
            byte[] pdf,
            String what,
            String back,
            Language language)
            throws SignerAway, CertificateUnfit {
        var chosen = choose(client, person, number, provider.place().patience().multipliedBy(LONGEST));
        var paper = papers.byHand(pdf, person, chosen.described().chain(), clock.instant());
        var begun = new SigningBegun(provider.id(), chosen.key(), chosen.described(), paper, random(), random(), back);
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", provider.place().clientId());
        asked.put("redirect_uri", back);
        asked.put("scope", "credential");
        asked.put("lang", language.tag());
        asked.put("credentialID", chosen.key().name());
        asked.put("numSignatures", "1");
        asked.put("hash", Base64.getUrlEncoder().withoutPadding().encodeToString(paper.hash()));
        asked.put("description", what);
        asked.put("state", begun.state());
        asked.put("code_challenge", challenge(begun.verifier()));
        asked.put("code_challenge_method", "S256");
        var page = provider.authorize().isPresent()
                ? provider.authorize().get()
                : client.authorizationServer().replaceFirst("/?$", "/oauth2/authorize");
        return begun.at(page + (page.contains("?") ? "&" : "?") + form(asked));
    }

    /**
     * The signed paper.
     *
     * @param code with which the provider sent them back
     * @throws SignerAway also for a code that is not good, or not any more
     */
    public byte[] finish(SigningProvider provider, SigningBegun begun, String code) throws SignerAway {
        var line = line(provider);
        var paper = begun.paper();
        byte[] signature;
        enter(line.ending(), provider);
        try {
            var word = line.client().allowed(paper.whose(), code, begun.back(), begun.verifier());
            signature = line.client()
                    .signature(paper.whose(), begun.key(), word, paper.hash(), CscSigner.algorithm(begun.described()));
        } finally {
            line.ending().release();
        }
        if (!CscSigner.fits(signature, begun.described().chain().getFirst(), paper.content())) {
            throw new SignerAway("the signature of " + provider.id() + " does not fit the certificate");
        }
        return papers.withSignature(paper, signature);
    }

    /** The first certificate that may be used and says that number. */
    private Chosen choose(CscClient client, Signatory person, String number, Duration atMost)
            throws SignerAway, CertificateUnfit {
        var began = System.nanoTime();
        var why = Why.NONE;
        for (var name : client.credentials(person, number)) {
            if (System.nanoTime() - began > atMost.toNanos()) {
                throw new SignerAway("the certificates of " + person.id() + " take too long");
            }
            var key = new SigningKey(name, "");
            var described = client.described(person, key);
            var certificate = described.chain().getFirst();
            if (!described.inUse() || !described.byCode() || !signsPapers(certificate)) {
                why = worse(why, Why.NOT_USABLE);
                continue;
            }
            var written = PersonalNumbers.in(certificate, settings.numbers());
            if (written.filter(it -> same(it, number)).isPresent()) {
                return new Chosen(key, described);
            }
            why = worse(why, written.isPresent() ? Why.ANOTHER_PERSON : Why.WITHOUT_NUMBER);
        }
        throw new CertificateUnfit(why);
    }

    /** Of several reasons the one that says most, in the order in which they stand. */
    private static Why worse(Why one, Why other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Whether it is in force, and its key of a kind with which papers are signed. */
    private boolean signsPapers(X509Certificate certificate) {
        return List.of("EC", "RSA").contains(certificate.getPublicKey().getAlgorithm())
                && inTime(certificate, clock.instant());
    }

    private static boolean inTime(X509Certificate certificate, Instant now) {
        try {
            certificate.checkValidity(Date.from(now));
            return true;
        } catch (CertificateException _) {
            return false;
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private Line line(SigningProvider provider) {
        return lines.computeIfAbsent(
                provider.place(),
                it -> new Line(new CscClient(new At(it), clock), new Semaphore(AT_ONCE), new Semaphore(AT_ONCE)));
    }

    private static void enter(Semaphore places, SigningProvider provider) throws SignerAway {
        if (!places.tryAcquire()) {
            throw new SignerAway(AT_ONCE + " wait for " + provider.id() + " already");
        }
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
