package vn.motcua.filing;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.document.FileKind;
import vn.motcua.document.Printing;
import vn.motcua.document.StoredFiles;
import vn.motcua.filing.SignedDeclarations.OfDraft;
import vn.motcua.filing.SignedDeclarations.Signed;
import vn.motcua.form.Problem;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.People;
import vn.motcua.identity.Person;
import vn.motcua.identity.SignedIn;
import vn.motcua.papers.Acknowledgements;
import vn.motcua.papers.Declarations;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.signature.CertificateUnfit;
import vn.motcua.signature.PersonalSigning;
import vn.motcua.signature.Signatory;
import vn.motcua.signature.SignerAway;
import vn.motcua.signature.SigningBegun;
import vn.motcua.signature.SigningProvider;

/**
 * An applicant signs the declaration with their own certificate at a remote signing service, before it is filed, if they want to.
 * Nothing of a draft waits for that: no transaction is open while the service is asked, and whatever goes wrong leaves the draft
 * as it is. What is signed is bound to the exact answers: another answer, and the signature is of something else.
 */
@Service
public class DeclarationSigning {

    private static final Logger LOG = LoggerFactory.getLogger(DeclarationSigning.class);

    private final Sending sending;
    private final DraftDesk desk;
    private final People people;
    private final Declarations declarations;
    private final Acknowledgements agencies;
    private final Printing printing;
    private final PersonalSigning signing;
    private final SignedDeclarations signatures;
    private final StoredFiles files;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DeclarationSigning(
            Sending sending,
            DraftDesk desk,
            People people,
            Declarations declarations,
            Acknowledgements agencies,
            Printing printing,
            PersonalSigning signing,
            SignedDeclarations signatures,
            StoredFiles files,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sending = sending;
        this.desk = desk;
        this.people = people;
        this.declarations = declarations;
        this.agencies = agencies;
        this.printing = printing;
        this.signing = signing;
        this.signatures = signatures;
        this.files = files;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A signing for which somebody was sent to their provider. Lives in their session.
     *
     * @param owner who began it
     * @param content the digest of what is signed
     */
    public record Attempt(
            AccountId owner,
            DraftId draft,
            String content,
            String signer,
            SigningBegun begun,
            Language language,
            Instant at) {}

    /** What came of wanting to sign. */
    public sealed interface Outcome {

        /** On to the provider. */
        record Onward(Attempt attempt) implements Outcome {}

        /** Not yet: something is missing or wrong. */
        record NotYet(Case of, List<Missing> missing, List<Problem> declaration) implements Outcome {}
    }

    /**
     * What is known about the signature of a draft.
     *
     * @param current whether the draft is still what was signed
     */
    public record Known(Signed signed, boolean current) {}

    /** Where they may sign that draft: its owner, in their own name, online. */
    public List<SigningProvider> providers(SignedIn who, Case of) {
        return who instanceof SignedIn.Citizen && of.toBeFiled() ? signing.providers() : List.of();
    }

    /** The signature of a draft. */
    public Optional<Known> known(SignedIn who, Case of) {
        return who instanceof SignedIn.Citizen it
                ? in(it, () -> signatures.of(of.draft().id()))
                        .map(one -> new Known(one.signed(), one.content().equals(SignedContent.of(of))))
                : Optional.empty();
    }

    /**
     * Prints the declaration and reckons what is signed of it.
     *
     * @param declared what was posted with the declaration
     * @param home our own address as the visitor used it
     */
    public Outcome begin(
            SignedIn.Citizen who,
            DraftId id,
            Map<String, List<String>> declared,
            String provider,
            String home,
            Language language) {
        var at = provider(provider);
        var ready = sending.declare(who, id, declared);
        var wrong = ready.declarations().stream()
                .flatMap(it -> ready.problems(it.id()).stream())
                .toList();
        if (!ready.missing().isEmpty() || !wrong.isEmpty()) {
            return new Outcome.NotYet(ready, ready.missing(), wrong);
        }
        var person = people.person(who.person()).orElseThrow(() -> new Refused(FilingRefusal.NO_SUCH_DRAFT));
        var back = at.home().map(it -> it.toString().replaceFirst("/$", "")).orElse(home) + "/signing/back/" + at.id();
        try {
            var begun = signing.begin(
                    at,
                    Signatory.person(who.account().value(), person.name(), "", ""),
                    person.personalNumber(),
                    pdf(who, ready, person),
                    ready.revision().shortName(language),
                    back,
                    language);
            return new Outcome.Onward(new Attempt(
                    who.account(), id, SignedContent.of(ready), person.name(), begun, language, clock.instant()));
        } catch (CertificateUnfit unfit) {
            throw new Refused(
                    switch (unfit.why()) {
                        case NONE -> SigningRefusal.NO_CERTIFICATE_OF_YOURS;
                        case NOT_USABLE -> SigningRefusal.CERTIFICATE_NOT_USABLE;
                        case WITHOUT_NUMBER -> SigningRefusal.CERTIFICATE_WITHOUT_NUMBER;
                        case ANOTHER_PERSON -> SigningRefusal.CERTIFICATE_OF_ANOTHER;
                    });
        } catch (SignerAway away) {
            throw refused(at, away);
        }
    }

    /**
     * They are back from their provider: gets the signature and keeps the signed declaration with the draft, if that is still what
     * was signed.
     */
    public void finish(SignedIn.Citizen who, Attempt attempt, String code) {
        var at = provider(attempt.begun().provider());
        byte[] signed;
        try {
            signed = signing.finish(at, attempt.begun(), code);
        } catch (SignerAway away) {
            throw refused(at, away);
        }
        in(who, () -> {
            var now = desk.situation(who, desk.locked(attempt.draft()));
            if (!SignedContent.of(now).equals(attempt.content())) {
                throw new Refused(SigningRefusal.DECLARATION_CHANGED);
            }
            var file = files.keepSigned(
                    new ByteArrayInputStream(signed),
                    SignedDeclarations.NAME,
                    FileKind.PDF,
                    who.account().value());
            signatures.keep(
                    attempt.draft(),
                    who.account(),
                    new OfDraft(
                            new Signed(file.id(), attempt.signer(), at.name(), clock.instant()), attempt.content()));
            return file;
        });
    }

    private SigningProvider provider(String id) {
        return signing.find(id).orElseThrow(() -> new Refused(SigningRefusal.NO_SUCH_SIGNING_PROVIDER));
    }

    private static Refused refused(SigningProvider at, SignerAway away) {
        LOG.warn("{}: {}", at.id(), away.getMessage());
        return new Refused(
                away.why() == SignerAway.Why.NO_KEY
                        ? SigningRefusal.NO_CERTIFICATE_OF_YOURS
                        : SigningRefusal.SIGNING_PROVIDER_AWAY);
    }

    private byte[] pdf(SignedIn who, Case of, Person person) {
        var draft = of.draft();
        var unit = draft.unit().orElseThrow();
        return printing.print(declarations.toBeSigned(
                of.revision().id(),
                new Circumstances(
                        draft.procedure(),
                        draft.channel(),
                        clock.instant(),
                        draft.unit(),
                        draft.place().code(),
                        desk.available(who, draft)),
                of.kept(),
                agencies.agency(unit),
                person.name()));
    }

    private <T> T in(SignedIn who, Supplier<T> work) {
        return who.scope().call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
