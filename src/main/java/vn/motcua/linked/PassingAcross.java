package vn.motcua.linked;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.document.FileId;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.PassedDossiers;
import vn.motcua.dossier.Tracking;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Opens in the competent agency's system what another agency gave it after reception. No transaction writes in two systems:
 * the dossier ended there with its news, and this is told of it at least once. What is opened is known by the dossier that
 * it came from, so a stop in between, or the same news again, opens it once.
 */
@Component
class PassingAcross implements Listener {

    private static final String LEFT = "passed-across";

    private final PassedDossiers passed;
    private final Tracking tracking;
    private final StoredFiles files;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PassingAcross(
            PassedDossiers passed,
            Tracking tracking,
            StoredFiles files,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.passed = passed;
        this.tracking = tracking;
        this.files = files;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void hear(Happening happening) {
        if (!happening.kind().equals(LEFT)) {
            return;
        }
        var from = happening.dossier();
        in(from.tenant(), () -> passed.leaving(from.id())).ifPresent(leaving -> {
            if (in(leaving.agency(), () -> passed.opened(from)).isPresent()) {
                return;
            }
            var place = tracking.dossiers(leaving.filing().code()).size() + 1;
            var stored = in(
                    from.tenant(),
                    () -> leaving.papers().stream()
                            .flatMap(it -> it.file().stream())
                            .map(it -> files.get(FileId.of(it)))
                            .toList());
            in(leaving.agency(), () -> {
                stored.forEach(files::adopt);
                return passed.open(leaving, place, clock.instant());
            });
        });
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
