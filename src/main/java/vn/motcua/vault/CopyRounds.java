package vn.motcua.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.document.CopyPage;
import vn.motcua.document.FileId;
import vn.motcua.document.FileKind;
import vn.motcua.document.FileStore;
import vn.motcua.document.PaperWords;
import vn.motcua.document.Printing;
import vn.motcua.document.ScanBinding;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Announced;
import vn.motcua.dossier.DossierRef;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.papers.Acknowledgements;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;
import vn.motcua.signature.PdfSigning;
import vn.motcua.signature.Signatory;
import vn.motcua.signature.SignerAway;

/**
 * Makes the certified e-copies of papers that officers compared with their originals: the scan, behind it a page that says so,
 * signed by the officer and the unit. No transaction is open while the signing service works. Without a signer none is made, and
 * the scan with the officer's statement is what the vault has.
 */
@Component
public class CopyRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CopyRounds.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 20;

    private final Copies copies;
    private final Vaults vaults;
    private final Announced announced;
    private final StoredFiles files;
    private final FileStore contents;
    private final Printing printing;
    private final PdfSigning signing;
    private final Acknowledgements papers;
    private final Accounts accounts;
    private final Units units;
    private final Kinds kinds;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CopyRounds(
            Copies copies,
            Vaults vaults,
            Announced announced,
            StoredFiles files,
            FileStore contents,
            Printing printing,
            PdfSigning signing,
            Acknowledgements papers,
            Accounts accounts,
            Units units,
            Kinds kinds,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.copies = copies;
        this.vaults = vaults;
        this.announced = announced;
        this.files = files;
        this.contents = contents;
        this.printing = printing;
        this.signing = signing;
        this.papers = papers;
        this.accounts = accounts;
        this.units = units;
        this.kinds = kinds;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One round. */
    @Scheduled(initialDelayString = "${motcua.vault.after:20s}", fixedDelayString = "${motcua.vault.every:30s}")
    public void go() {
        if (!signing.possible()) {
            return;
        }
        var now = clock.instant();
        nationally(() -> copies.lease(now, now.plus(LEASE), AT_ONCE)).forEach(this::make);
    }

    private void make(Copies.Due due) {
        try {
            var entry = nationally(() -> vaults.find(due.entry())).orElseThrow();
            var officer = accounts.signedIn(due.officer())
                    .filter(OfficerAt.class::isInstance)
                    .map(OfficerAt.class::cast);
            var scan = content(entry.file());
            var kind = nationally(() -> files.get(entry.file())).kind();
            var unit = units.unit(due.unit());
            if (officer.isEmpty() || unit.isEmpty() || !ScanBinding.possible(kind, scan)) {
                LOG.info("no certified e-copy of {} can be made; the scan stays", due.entry());
                nationally(() -> {
                    copies.drop(due.entry());
                    return true;
                });
                return;
            }
            sign(due, entry, officer.get(), unit.get(), ScanBinding.bind(kind, scan, page(due, entry, officer.get())));
        } catch (SignerAway away) {
            LOG.warn("the certified e-copy of {} is not made yet: {}", due.entry(), away.getMessage());
            failed(due, away);
        } catch (RuntimeException fault) {
            LOG.error("the certified e-copy of {} could not be made; a later round tries again", due.entry(), fault);
            failed(due, fault);
        }
    }

    /** Whatever is wrong with one holds up no other. */
    private void failed(Copies.Due due, Exception fault) {
        nationally(() -> {
            copies.failed(due.entry(), fault.toString(), clock.instant());
            return true;
        });
    }

    private void sign(Copies.Due due, VaultEntry entry, OfficerAt officer, Unit unit, byte[] bound) throws SignerAway {
        var now = clock.instant();
        var signed = signing.sign(
                bound,
                Signatory.person(officer.officer().value(), officer.name(), position(due, officer), unit.name()),
                Signatory.agency(unit.id().value(), unit.name()),
                now);
        nationally(() -> {
            var kept = files.keep(new ByteArrayInputStream(signed), "ban-sao-dien-tu.pdf", FileKind.PDF);
            copies.made(entry.id(), kept.id(), officer.name(), unit.name(), now);
            return true;
        });
    }

    private byte[] page(Copies.Due due, VaultEntry entry, OfficerAt officer) {
        var matter = entry.source().map(this::matter);
        return printing.print(new CopyPage(
                papers.head(due.unit(), "", clock.instant()),
                entry.name().vi(),
                matter.map(Announced.Matter::name).orElse(""),
                matter.flatMap(Announced.Matter::dossierNumber).orElse(""),
                PaperWords.moment(due.comparedAt()),
                entry.file().sha256(),
                officer.name(),
                position(due, officer)));
    }

    private Announced.Matter matter(DossierRef dossier) {
        return Scope.of(dossier.tenant()).call(() -> announced.matter(dossier.id()));
    }

    private String position(Copies.Due due, OfficerAt officer) {
        return officer.positionsOn(VietnamTime.dayOf(due.comparedAt())).stream()
                .filter(it -> it.unit().equals(due.unit()))
                .findFirst()
                .map(it -> kinds.roleName(it.role(), Language.VI))
                .orElse("");
    }

    private byte[] content(FileId file) {
        try (var content = contents.open(file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T nationally(Supplier<T> work) {
        return Scope.of(TenantId.NATIONAL).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
