package vn.motcua.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Destructions;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.document.FileSweep;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierRef;
import vn.motcua.notification.Notices;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * What happens by itself when dossiers have been kept long enough: they are found, their applicants are told, and what two
 * people agreed to destroy is destroyed. Each step is done in its own transaction and may be done again; several copies of the
 * program may do it at once.
 */
@Component
class RetentionLife {

    private static final int AT_ONCE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(RetentionLife.class);

    private final Retention retention;
    private final RetentionSettings settings;
    private final Notices notices;
    private final FileSweep files;
    private final Destructions destructions;
    private final Trail trail;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RetentionLife(
            Retention retention,
            RetentionSettings settings,
            Notices notices,
            FileSweep files,
            Destructions destructions,
            Trail trail,
            Units units,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.retention = retention;
        this.settings = settings;
        this.notices = notices;
        this.files = files;
        this.destructions = destructions;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Goes once through all tenants; how many dossiers were destroyed. */
    @Scheduled(initialDelayString = "${motcua.sweep.after:PT20M}", fixedDelayString = "${motcua.sweep.every:PT6H}")
    public int sweep() {
        int destroyed = OneByOne.sum(
                "retention", units.tenants().stream().map(Tenant::id).toList(), this::sweep);
        if (destroyed > 0) {
            LOG.info("destroyed: {} dossiers whose time of retention is over", destroyed);
        }
        return destroyed;
    }

    private int sweep(TenantId tenant) {
        while (in(tenant, () -> retention.find(settings, AT_ONCE)) == AT_ONCE) {
            LOG.debug("more dossiers of {} whose time is over", tenant);
        }
        tell(tenant);
        destroyReceipts(tenant);
        return destroy(tenant);
    }

    private void tell(TenantId tenant) {
        List<Retention.Kept> some;
        do {
            some = in(tenant, () -> retention.untold(AT_ONCE));
            some.forEach(it -> {
                notices.retentionEnds(
                        it.owners(),
                        new DossierRef(tenant, it.dossier()),
                        VietnamTime.day(it.endsOn()),
                        clock.instant());
                run(tenant, () -> retention.told(it.dossier()));
            });
        } while (some.size() == AT_ONCE);
    }

    /** Those of destroyed dossiers whose own time is over; nobody has to agree to it once more. */
    private void destroyReceipts(TenantId tenant) {
        int before = VietnamTime.dayOf(clock.instant()).getYear() - settings.receiptYears();
        List<DossierId> some;
        do {
            some = in(tenant, () -> {
                var over = retention.destroyReceipts(before, AT_ONCE);
                if (!over.isEmpty()) {
                    destructions.report(
                            "receipts",
                            settings.receiptYears() + " năm",
                            over.stream().map(DossierId::toString).toList());
                }
                return over;
            });
        } while (some.size() == AT_ONCE);
    }

    private int destroy(TenantId tenant) {
        int destroyed = 0;
        List<DossierId> some;
        do {
            some = in(tenant, () -> retention.confirmed(AT_ONCE));
            for (var dossier : some) {
                run(tenant, () -> destroy(dossier));
                notices.forget(new DossierRef(tenant, dossier));
                files.release(tenant, in(tenant, () -> retention.files(dossier)));
                run(tenant, () -> retention.finished(dossier));
                destroyed++;
            }
        } while (some.size() == AT_ONCE);
        return destroyed;
    }

    private void destroy(DossierId dossier) {
        retention.destroy(dossier).ifPresent(it -> {
            destructions.report("dossiers", it.rule(), List.of(dossier.toString()));
            trail.leave(new Look(
                    it.by(),
                    Optional.empty(),
                    Optional.empty(),
                    Purpose.ARCHIVE,
                    dossier.value(),
                    "destroyed",
                    Fields.of(Fields.IDENTITY, Fields.CONTACT, Fields.ANSWERS, Fields.PAPERS, Fields.HISTORY)));
        });
    }

    private void run(TenantId tenant, Runnable work) {
        Scope.of(tenant).run(() -> transaction.executeWithoutResult(_ -> work.run()));
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
