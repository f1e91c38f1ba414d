package vn.motcua.vault;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.catalogue.RequiredDocument;
import vn.motcua.document.StoredFile;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Announced;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.SessionAccount;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * When a dossier is received, the papers that an officer compared with their originals land in the applicant's vault, and a
 * certified e-copy of each is asked for ({@link CopyRounds}).
 */
@Component
class PapersLand implements Listener {

    private final ObjectProvider<FiledPapers> filed;
    private final Announced announced;
    private final ReadingDesk reading;
    private final StoredFiles files;
    private final Catalogue catalogue;
    private final Units units;
    private final Vaults vaults;
    private final Copies copies;
    private final TransactionTemplate transaction;

    PapersLand(
            ObjectProvider<FiledPapers> filed,
            Announced announced,
            ReadingDesk reading,
            StoredFiles files,
            Catalogue catalogue,
            Units units,
            Vaults vaults,
            Copies copies,
            PlatformTransactionManager transactions) {
        this.filed = filed;
        this.announced = announced;
        this.reading = reading;
        this.files = files;
        this.catalogue = catalogue;
        this.units = units;
        this.vaults = vaults;
        this.copies = copies;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What the one-stop that received it knows. */
    private record Known(
            VaultOwner owner,
            Announced.Matter matter,
            ReadingDesk.Contents contents,
            ProcedureRevision revision,
            Unit unit) {}

    @Override
    public void hear(Happening happening) {
        if (happening.kind().equals("received")) {
            Optional.ofNullable(filed.getIfAvailable()).ifPresent(it -> hear(happening, it));
        }
    }

    private void hear(Happening happening, FiledPapers papers) {
        var dossier = happening.dossier();
        var confirmed = in(dossier.tenant(), () -> papers.confirmed(dossier.id()));
        if (!confirmed.isEmpty()) {
            known(dossier).ifPresent(it -> confirmed.forEach(paper -> land(dossier, it, paper)));
        }
    }

    private Optional<Known> known(DossierRef dossier) {
        var matter = announced.matter(dossier.id());
        var contents = in(dossier.tenant(), () -> reading.contents(dossier.id()));
        var unit = contents.filed().receiving().flatMap(units::unit);
        return ResultsLand.owner(matter)
                .flatMap(owner -> unit.map(
                        it -> new Known(owner, matter, contents, catalogue.revision(contents.revision()), it)));
    }

    private void land(DossierRef dossier, Known known, FiledPapers.Confirmed paper) {
        var document = known.revision().runnableContent().documents().stream()
                .filter(it -> it.id().equals(paper.document()))
                .findFirst();
        if (document.isEmpty()) {
            return; // a file that answers a question of the form is no paper of its own
        }
        var scan = in(dossier.tenant(), () -> files.get(paper.file()));
        var entry = entry(dossier, known, document.get(), paper);
        in(
                TenantId.NATIONAL,
                () -> land(
                        entry,
                        scan,
                        new Copies.Due(
                                entry.id(),
                                new SessionAccount(dossier.tenant(), paper.by()),
                                known.unit().id(),
                                paper.at())));
    }

    private boolean land(VaultEntry entry, StoredFile scan, Copies.Due copy) {
        files.adopt(scan);
        var landed = vaults.land(entry);
        if (landed) {
            copies.ask(copy);
        }
        return landed;
    }

    private static VaultEntry entry(
            DossierRef dossier, Known known, RequiredDocument document, FiledPapers.Confirmed paper) {
        return new VaultEntry(
                Ids.next(),
                known.owner(),
                VaultEntry.Origin.COPY,
                document.kinds(known.revision().code()),
                document.name(),
                known.unit().name(),
                "",
                VietnamTime.dayOf(paper.at()),
                Optional.empty(),
                paper.file(),
                false,
                "",
                known.revision().runnableContent().identityLevel(),
                Optional.of(dossier),
                known.matter().code().value(),
                List.of(),
                paper.at(),
                Optional.empty(),
                Optional.empty());
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
