package vn.motcua.filing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.RequiredDocument;
import vn.motcua.document.StoredFile;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.FilingDesk;
import vn.motcua.dossier.FilingRequest;
import vn.motcua.dossier.FilingRequest.Requested;
import vn.motcua.dossier.NewPaper;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.form.Kind;
import vn.motcua.form.Problem;
import vn.motcua.identity.People;
import vn.motcua.identity.Person;
import vn.motcua.identity.SignedIn;
import vn.motcua.linked.LinkedFilings;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;

/**
 * Where a draft becomes a dossier. In one transaction of the tenant that settles it: the dossier with answers and papers,
 * the confirmation, and the draft gone. Sending twice, at once or later, gives the same confirmation.
 */
@Service
public class Sending {

    private final Drafts drafts;
    private final DraftDesk desk;
    private final FilingDesk filings;
    private final StoredFiles files;
    private final People people;
    private final Units units;
    private final Addresses addresses;
    private final Statements statements;
    private final DraftRights rights;
    private final LinkedFilings linked;
    private final PaperOrigins origins;
    private final VaultPapers vault;
    private final SignedDeclarations signatures;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sending(
            Drafts drafts,
            DraftDesk desk,
            FilingDesk filings,
            StoredFiles files,
            People people,
            Units units,
            Addresses addresses,
            Statements statements,
            DraftRights rights,
            LinkedFilings linked,
            PaperOrigins origins,
            VaultPapers vault,
            SignedDeclarations signatures,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.desk = desk;
        this.filings = filings;
        this.files = files;
        this.people = people;
        this.units = units;
        this.addresses = addresses;
        this.statements = statements;
        this.rights = rights;
        this.linked = linked;
        this.origins = origins;
        this.vault = vault;
        this.signatures = signatures;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What happened when somebody wanted to file. */
    public sealed interface Outcome {

        /** It is filed. */
        record Done(Filed filed) implements Outcome {}

        /**
         * Not yet: something is missing or wrong.
         *
         * @param of the draft, with what was declared
         * @param declaration what is wrong with the declaration
         */
        record NotYet(Case of, List<Missing> missing, List<Problem> declaration) implements Outcome {}
    }

    /**
     * Files the draft.
     *
     * @param command the key under which a repetition is known
     * @param declared what was posted with the declaration
     */
    public Outcome file(SignedIn who, DraftId id, UUID command, Map<String, List<String>> declared) {
        var before = in(who.scope(), () -> desk.filed(who, id));
        return before.<Outcome>map(Outcome.Done::new).orElseGet(() -> {
            try {
                return attempt(who, id, command, declared);
            } catch (Refused refused) {
                return in(who.scope(), () -> desk.filed(who, id))
                        .<Outcome>map(Outcome.Done::new)
                        .orElseThrow(() -> refused);
            }
        });
    }

    /** What this account filed under that code. */
    public Optional<Filed> filed(SignedIn who, TrackingCode code) {
        return in(who.scope(), () -> drafts.filed(code).filter(it -> rights.reaches(who, it)));
    }

    /** The draft with what was declared, for who may file it. */
    Case declare(SignedIn who, DraftId id, Map<String, List<String>> declared) {
        in(who.scope(), () -> rights.files(who, desk.open(who, id).draft()).orRefuse());
        return in(who.scope(), () -> declared(who, id, declared));
    }

    private Outcome attempt(SignedIn who, DraftId id, UUID command, Map<String, List<String>> declared) {
        var ready = declare(who, id, declared);
        var declaration = ready.declarations().stream()
                .flatMap(it -> ready.problems(it.id()).stream())
                .toList();
        if (!ready.missing().isEmpty() || !declaration.isEmpty()) {
            return new Outcome.NotYet(ready, ready.missing(), declaration);
        }
        vault.stillHold(ready);
        var unit = ready.draft()
                .unit()
                .flatMap(units::unit)
                .orElseThrow(() -> new Refused(FilingRefusal.NOBODY_COMPETENT));
        var stored = in(who.scope(), () -> stored(ready));
        return new Outcome.Done(in(who.scope().in(unit.tenant()), () -> file(who, id, command, unit, stored)));
    }

    private Filed file(SignedIn who, DraftId id, UUID command, Unit unit, List<StoredFile> stored) {
        var locked = drafts.lock(id);
        if (locked.isEmpty()) {
            return drafts.filed(id).orElseThrow(() -> new Refused(FilingRefusal.NO_SUCH_DRAFT));
        }
        var now = desk.situation(who, locked.get());
        if (!now.draft().unit().equals(Optional.of(unit.id())) || !now.missing().isEmpty()) {
            throw new Refused(FilingRefusal.NOT_YET_COMPLETE);
        }
        now.mustKnowFees();
        stored.forEach(files::adopt);
        var delivery = now.draft().delivery().orElseThrow();
        var parts = now.procedure().group().map(_ -> linked.parts(declared(now, unit)));
        var request = new FilingRequest(
                unit.tenant(),
                now.draft().channel(),
                applicant(who, now),
                delivery.how(),
                delivery.at(),
                desk.available(who, now.draft()),
                List.of(parts.map(LinkedFilings.Parts::first).orElseGet(() -> alone(now, unit))));
        var confirmation = filings.file(new Act(command, who, 0, clock.instant()), request);
        parts.ifPresent(it -> linked.begin(confirmation, it));
        var filed = new Filed(
                id,
                unit.tenant(),
                confirmation.code(),
                confirmation.dossiers().getFirst().id(),
                now.draft().procedure(),
                now.revision().id(),
                unit.id(),
                delivery.how(),
                confirmation.at());
        if (who instanceof SignedIn.OfficerAt officer) {
            statements.keep(officer, now.draft(), filed.dossier());
        }
        signed(now, stored).ifPresent(it -> signatures.keep(filed.dossier(), it, now.kept()));
        origins.keep(now, filed.dossier(), filed.at());
        drafts.filed(filed);
        rights.filed(who, filed);
        drafts.forget(id);
        return filed;
    }

    private static Requested alone(Case now, Unit unit) {
        return new Requested(
                now.revision().id(),
                unit.id(),
                Optional.of(now.draft().place().code()).filter(it -> !it.isEmpty()),
                now.kept(),
                papers(now));
    }

    private static LinkedFilings.Declared declared(Case now, Unit unit) {
        return new LinkedFilings.Declared(
                now.revision(), unit, now.draft().place().code(), now.kept(), now.facts(), papers(now));
    }

    private Case declared(SignedIn who, DraftId id, Map<String, List<String>> declared) {
        var of = desk.open(who, id);
        for (var section : of.declarations()) {
            of = desk.answer(who, id, section.id(), declared);
        }
        return of;
    }

    /** Every file that goes with it. Answers that are files are among the papers of the draft; beside them is what was signed. */
    private List<StoredFile> stored(Case of) {
        return Stream.concat(
                        of.draft().papers().stream().map(Draft.Paper::file),
                        signed(of).stream().map(SignedDeclarations.Signed::file))
                .map(files::get)
                .toList();
    }

    /** The signed declaration, as long as nothing was changed since. */
    private Optional<SignedDeclarations.Signed> signed(Case of) {
        return signatures
                .of(of.draft().id())
                .filter(it -> it.content().equals(SignedContent.of(of)))
                .map(SignedDeclarations.OfDraft::signed);
    }

    private Optional<SignedDeclarations.Signed> signed(Case of, List<StoredFile> stored) {
        return signed(of).filter(it -> stored.stream().anyMatch(one -> one.id().equals(it.file())));
    }

    /** Files of questions and documents that these answers no longer ask for stay behind. */
    private static List<NewPaper> papers(Case of) {
        var kept = of.kept();
        var answers = of.form()
                .definition()
                .fields()
                .filter(it -> it.kind() == Kind.FILE && kept.containsKey(it.id()))
                .flatMap(it -> of.draft().papersFor(it.id()).stream())
                .map(it -> new NewPaper(it.document(), it.name(), it.file().sha256()));
        return Stream.concat(answers, of.documents().stream().flatMap(it -> papers(of.draft(), it).stream()))
                .toList();
    }

    /** The files of a document; what of it was seen at the counter stands at the first, or alone when there is none. */
    private static List<NewPaper> papers(Draft draft, RequiredDocument document) {
        var papers = new ArrayList<NewPaper>();
        draft.papersFor(document.id())
                .forEach(it -> papers.add(
                        new NewPaper(it.document(), it.name(), it.file().sha256())));
        draft.shown(document.id()).ifPresent(it -> {
            if (papers.isEmpty()) {
                papers.add(NewPaper.shown(document.id(), document.name().vi(), it.originals(), it.copies()));
            } else {
                papers.set(0, papers.getFirst().seen(it.originals(), it.copies()));
            }
        });
        return papers;
    }

    private Applicant applicant(SignedIn who, Case of) {
        return switch (who) {
            case SignedIn.Citizen it -> person(it, of);
            case SignedIn.ForAnother it -> person(it, of);
            case SignedIn.Business it -> {
                var organisation = people.organisation(it.organisation()).orElseThrow();
                yield new Applicant(
                        Optional.of(it.person()),
                        Optional.of(organisation.id()),
                        organisation.name(),
                        Optional.of(organisation.taxCode()),
                        organisation.phone(),
                        organisation.email(),
                        addresses.seat(organisation));
            }
            case SignedIn.OfficerAt _ -> {
                var walkIn = of.draft().walkIn().orElseThrow();
                var known = walkIn.person().flatMap(people::person);
                yield new Applicant(
                        walkIn.person(),
                        Optional.empty(),
                        walkIn.name(),
                        Optional.of(walkIn.number()),
                        walkIn.phone(),
                        walkIn.email(),
                        addresses.of(
                                of,
                                known.map(it -> new Place(it.province(), it.ward()))
                                        .orElse(Place.NONE),
                                known.map(Person::address).orElse("")),
                        !walkIn.quiet());
            }
            case SignedIn.Administrator _ -> throw new Refused(FilingRefusal.NO_SUCH_DRAFT);
        };
    }

    /** The person whose matter it is, whoever sends it. */
    private Applicant person(SignedIn.Applicant who, Case of) {
        var person = people.person(who.person()).orElseThrow();
        return new Applicant(
                Optional.of(person.id()),
                Optional.empty(),
                person.name(),
                Optional.of(person.personalNumber()),
                person.phone(),
                person.email(),
                addresses.of(of, new Place(person.province(), person.ward()), person.address()));
    }

    private <T> T in(Scope scope, java.util.function.Supplier<T> work) {
        return scope.call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
