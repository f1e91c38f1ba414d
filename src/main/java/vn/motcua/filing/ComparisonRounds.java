package vn.motcua.filing;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.document.FileKind;
import vn.motcua.document.PaperWords;
import vn.motcua.document.Printing;
import vn.motcua.document.StatementPage;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Announced;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.papers.Acknowledgements;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;
import vn.motcua.signature.PdfSigning;
import vn.motcua.signature.Signatory;
import vn.motcua.signature.SignerAway;

/**
 * Has the statements signed that scans match the originals shown at the counter: a page for each scan with its fingerprint, signed by
 * the officer who compared it and by the one-stop. It holds for every kind of file, also for those that cannot be bound into a
 * certified e-copy. No transaction is open while the signing service works. Without a signer the statement stays as it was recorded.
 */
@Component
public class ComparisonRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ComparisonRounds.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 20;

    private final StatementsToSign statements;
    private final ReadingDesk reading;
    private final Announced announced;
    private final Catalogue catalogue;
    private final StoredFiles files;
    private final Printing printing;
    private final PdfSigning signing;
    private final Acknowledgements papers;
    private final Accounts accounts;
    private final Units units;
    private final Kinds kinds;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ComparisonRounds(
            StatementsToSign statements,
            ReadingDesk reading,
            Announced announced,
            Catalogue catalogue,
            StoredFiles files,
            Printing printing,
            PdfSigning signing,
            Acknowledgements papers,
            Accounts accounts,
            Units units,
            Kinds kinds,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.statements = statements;
        this.reading = reading;
        this.announced = announced;
        this.catalogue = catalogue;
        this.files = files;
        this.printing = printing;
        this.signing = signing;
        this.papers = papers;
        this.accounts = accounts;
        this.units = units;
        this.kinds = kinds;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One round over all tenants. */
    @Scheduled(
            initialDelayString = "${motcua.statements.after:20s}",
            fixedDelayString = "${motcua.statements.every:30s}")
    public void go() {
        if (!signing.possible()) {
            return;
        }
        for (var tenant : units.tenants()) {
            var now = clock.instant();
            in(tenant.id(), () -> statements.lease(now, now.plus(LEASE), AT_ONCE))
                    .forEach(it -> sign(tenant.id(), it));
        }
    }

    private void sign(TenantId tenant, StatementsToSign.Due due) {
        try {
            var officer = accounts.signedIn(new SessionAccount(tenant, due.by()))
                    .filter(OfficerAt.class::isInstance)
                    .map(OfficerAt.class::cast);
            var contents = in(tenant, () -> reading.contents(due.dossier()));
            var unit = contents.filed().receiving().flatMap(units::unit);
            if (officer.isEmpty() || unit.isEmpty()) {
                LOG.info("nobody can sign any more that {} of {} was compared", due.file(), due.dossier());
                done(tenant, () -> statements.drop(due));
                return;
            }
            var page = page(tenant, due, contents, officer.get(), unit.get());
            sign(tenant, due, officer.get(), unit.get(), page);
        } catch (SignerAway | DataAccessException | IllegalStateException | UncheckedIOException | Refused fault) {
            LOG.warn(
                    "the statement about {} of {} is not signed yet: {}",
                    due.file(),
                    due.dossier(),
                    fault.getMessage());
            done(tenant, () -> statements.failed(due, String.valueOf(fault.getMessage()), clock.instant()));
        }
    }

    private void sign(TenantId tenant, StatementsToSign.Due due, OfficerAt officer, Unit unit, byte[] page)
            throws SignerAway {
        var now = clock.instant();
        var signed = signing.sign(
                page,
                Signatory.person(officer.officer().value(), officer.name(), position(due, officer, unit), unit.name()),
                Signatory.agency(unit.id().value(), unit.name()),
                now);
        done(tenant, () -> {
            var kept = files.keep(new ByteArrayInputStream(signed), "xac-nhan-doi-chieu.pdf", FileKind.PDF);
            statements.signed(due, kept.id(), officer.name(), unit.name(), now);
        });
    }

    private byte[] page(
            TenantId tenant, StatementsToSign.Due due, ReadingDesk.Contents contents, OfficerAt officer, Unit unit) {
        var matter = in(tenant, () -> announced.matter(due.dossier()));
        var revision = catalogue.revision(contents.revision());
        var names = revision.runnableContent().paperNames(Language.VI);
        return printing.print(new StatementPage(
                papers.head(unit.id(), "", clock.instant()),
                Optional.ofNullable(names.get(due.document())).orElse(due.name()),
                due.name(),
                matter.name(),
                revision.name(Language.VI),
                matter.dossierNumber().orElse(""),
                PaperWords.moment(due.at()),
                due.file().sha256(),
                officer.name(),
                position(due, officer, unit)));
    }

    private String position(StatementsToSign.Due due, OfficerAt officer, Unit unit) {
        return officer.positionsOn(VietnamTime.dayOf(due.at())).stream()
                .filter(it -> it.unit().equals(unit.id()))
                .findFirst()
                .map(it -> kinds.roleName(it.role(), Language.VI))
                .orElse("");
    }

    private void done(TenantId tenant, Runnable work) {
        in(tenant, () -> {
            work.run();
            return true;
        });
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
