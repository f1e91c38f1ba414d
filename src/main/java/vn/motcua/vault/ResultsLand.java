package vn.motcua.vault;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.ResultOwner;
import vn.motcua.document.StoredFile;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Announced;
import vn.motcua.dossier.DossierEvent.ResultAmended;
import vn.motcua.dossier.DossierEvent.ResultIssued;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.ResultPaper;
import vn.motcua.form.AnswerWords;
import vn.motcua.form.Places;
import vn.motcua.form.Words;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.result.Registered;
import vn.motcua.result.Results;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Every issued result lands in the vault of each of its owners, and a corrected one takes its place in all vaults where the one
 * before lies. A denial is the applicant's alone.
 */
@Component
class ResultsLand implements Listener {

    private static final Set<String> HEARD = Set.of("result-issued", "result-amended");

    private final Announced announced;
    private final ReadingDesk reading;
    private final Results register;
    private final StoredFiles files;
    private final Catalogue catalogue;
    private final Units units;
    private final Places places;
    private final Vaults vaults;
    private final Messages messages;
    private final TransactionTemplate transaction;

    ResultsLand(
            Announced announced,
            ReadingDesk reading,
            Results register,
            StoredFiles files,
            Catalogue catalogue,
            Units units,
            Places places,
            Vaults vaults,
            Messages messages,
            PlatformTransactionManager transactions) {
        this.announced = announced;
        this.reading = reading;
        this.register = register;
        this.files = files;
        this.catalogue = catalogue;
        this.units = units;
        this.places = places;
        this.vaults = vaults;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What the agency that settled it knows. */
    private record Known(
            Announced.Fact fact,
            Announced.Matter matter,
            ReadingDesk.Contents contents,
            Optional<Registered> registered,
            StoredFile file) {}

    @Override
    public void hear(Happening happening) {
        if (!HEARD.contains(happening.kind())) {
            return;
        }
        var fact = announced.of(happening.dossier().id(), happening.version());
        if (fact.event() instanceof ResultIssued it) {
            land(happening.dossier(), fact, it.result(), Optional.empty());
        } else if (fact.event() instanceof ResultAmended it) {
            land(happening.dossier(), fact, it.paper(), Optional.of(it.before()));
        }
    }

    private void land(DossierRef dossier, Announced.Fact fact, ResultPaper paper, Optional<ResultPaper> before) {
        var known = in(
                dossier.tenant(),
                () -> new Known(
                        fact,
                        announced.matter(dossier.id()),
                        reading.contents(dossier.id()),
                        register.of(paper.file()),
                        files.get(paper.file())));
        var entries = owners(known).stream()
                .map(it -> entry(dossier, it, known, paper))
                .toList();
        in(TenantId.NATIONAL, () -> {
            before.ifPresent(it -> vaults.end(
                    dossier, it.file(), new VaultEntry.Ending(VaultEntry.How.REPLACED, fact.at(), paper.number())));
            if (!entries.isEmpty()) {
                files.adopt(known.file());
                entries.forEach(vaults::land);
            }
            return true;
        });
    }

    private Set<VaultOwner> owners(Known known) {
        var applicant = owner(known.matter());
        if (!known.contents().living()) {
            return applicant.map(Set::of).orElse(Set.of());
        }
        var owners = new LinkedHashSet<VaultOwner>();
        var procedure = catalogue.revision(known.contents().revision()).runnableContent();
        for (var it : procedure.resultOwners(known.contents().answers())) {
            switch (it) {
                case ResultOwner.Applicant() -> applicant.ifPresent(owners::add);
                case ResultOwner.Person(var number) -> owners.add(new VaultOwner(VaultOwner.Kind.PERSON, number));
                case ResultOwner.Organisation(var taxCode) ->
                    owners.add(new VaultOwner(VaultOwner.Kind.ORGANISATION, taxCode));
            }
        }
        return owners;
    }

    /** Of somebody whose number nobody knows there is no vault. */
    static Optional<VaultOwner> owner(Announced.Matter matter) {
        return matter.number()
                .map(it -> new VaultOwner(
                        matter.organisation() ? VaultOwner.Kind.ORGANISATION : VaultOwner.Kind.PERSON, it));
    }

    private VaultEntry entry(DossierRef dossier, VaultOwner owner, Known known, ResultPaper paper) {
        var revision = catalogue.revision(known.contents().revision());
        var procedure = revision.runnableContent();
        var given = known.contents().living();
        var day = VietnamTime.dayOf(known.fact().at());
        return new VaultEntry(
                Ids.next(),
                owner,
                VaultEntry.Origin.RESULT,
                given ? List.of(procedure.resultKind()) : List.of(),
                given ? procedure.resultName() : refusal(),
                known.registered()
                        .map(it -> it.draft().issuer().name())
                        .filter(it -> !it.isBlank())
                        .orElseGet(() -> agency(known.contents())),
                paper.number(),
                day,
                given ? procedure.resultMonths().map(day::plusMonths) : Optional.empty(),
                paper.file(),
                known.registered().flatMap(Registered::signedAt).isPresent(),
                known.registered().map(it -> it.draft().code().value()).orElse(""),
                procedure.identityLevel(),
                Optional.of(dossier),
                owner(known.matter()).filter(owner::equals).isPresent()
                        ? known.matter().code().value()
                        : "",
                given ? data(procedure, known.contents()) : List.of(),
                known.fact().at(),
                Optional.empty(),
                Optional.empty());
    }

    private Words refusal() {
        return new Words(messages.say(Language.VI, "vault.refusal"), messages.say(Language.EN, "vault.refusal"));
    }

    private String agency(ReadingDesk.Contents contents) {
        return contents.filed().receiving().flatMap(units::unit).map(Unit::name).orElse("—");
    }

    /** What its template takes from the answers. */
    private List<VaultEntry.Datum> data(ProcedurePackage procedure, ReadingDesk.Contents contents) {
        var words = new AnswerWords(messages, Language.VI, places);
        var definition = procedure.entries().form().definition();
        var wanted = procedure.result().places();
        return Stream.concat(definition.questions().stream(), definition.fields())
                .filter(it -> wanted.contains(it.id()))
                .flatMap(it -> Optional.ofNullable(contents.answers().get(it.id()))
                        .map(value -> new VaultEntry.Datum(
                                it.id(), it.label().vi(), value, words.say(it, Optional.of(value))))
                        .stream())
                .toList();
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
