package vn.motcua.filing;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.motcua.document.FileId;
import vn.motcua.document.StoredFile;
import vn.motcua.document.StoredFiles;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.vault.VaultDesk;
import vn.motcua.vault.VaultRefusal;

/**
 * What a person who stands at the counter has in their vault and need not bring. The officer gets the one paper that answers a document and
 * no list of what else there is; that they looked stands in the audit log, that they took it in the vault for its owner to read, who is
 * written to as well.
 */
@Service
public class CounterVault {

    private final Counter counter;
    private final VaultDesk vault;
    private final VaultPapers papers;
    private final StoredFiles files;
    private final OwnerIsWritten owner;
    private final Units units;
    private final Clock clock;

    CounterVault(
            Counter counter,
            VaultDesk vault,
            VaultPapers papers,
            StoredFiles files,
            OwnerIsWritten owner,
            Units units,
            Clock clock) {
        this.counter = counter;
        this.vault = vault;
        this.papers = papers;
        this.files = files;
        this.owner = owner;
        this.units = units;
        this.clock = clock;
    }

    /** Whether a document of a filing at the counter can be answered so: its kind may lie in a vault, and who stands there has one. */
    public static boolean offered(Case of, String document) {
        return of.draft()
                .walkIn()
                .filter(it -> !it.personalNumber().isEmpty()
                        && !VaultPapers.kinds(of, document).isEmpty())
                .isPresent();
    }

    /**
     * Answers a document with the latest that the person has of it. Refuses without the officer's word that the person is there, was identified and
     * wants it, and where there is nothing.
     *
     * @param of as that officer opened it
     * @param present the officer's word
     */
    public void take(OfficerAt officer, Case of, String document, boolean present) {
        var person = of.draft().walkIn().orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        if (!present) {
            throw new Refused(VaultRefusal.VAULT_OWNER_NOT_THERE);
        }
        var unit = counter.at(officer, of.revision());
        counter.lookedIntoVault(officer, of.revision(), person);
        if (!offered(of, document)) {
            throw new Refused(VaultRefusal.VAULT_HAS_NONE);
        }
        var there =
                of.draft().papersFor(document).stream().map(Draft.Paper::file).collect(Collectors.<FileId>toSet());
        var entry = vault.latest(person.personalNumber(), VaultPapers.kinds(of, document), there)
                .orElseThrow(() -> new Refused(VaultRefusal.VAULT_HAS_NONE));
        bring(officer, entry.given());
        // Before the officer gets it: where the program stops in between, its owner reads too much rather than nothing.
        vault.taken(
                entry,
                officer.name(),
                of.revision().shortName(Language.VI),
                units.unit(unit).map(Unit::name).orElse(""));
        papers.take(officer, of.draft().id(), document, entry);
        owner.isWritten(person.personalNumber(), of.draft().id(), entry.id(), officer.name(), unit);
    }

    /** Vaults are national: the agency gets the file as if the officer had uploaded it, so that it is swept where nothing comes of the draft. */
    private void bring(OfficerAt officer, FileId given) {
        var file = Scope.of(TenantId.NATIONAL).call(() -> files.get(given));
        files.adopt(new StoredFile(
                file.id(),
                file.name(),
                file.kind(),
                file.size(),
                Optional.of(officer.account().value()),
                clock.instant(),
                file.virusChecked()));
    }
}
