package vn.motcua.trial;

import java.time.Clock;
import java.util.Objects;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Destructions;
import vn.motcua.organization.Units;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** A trial is thrown away when its day is over, {@link TrialRoom#KEPT} after it began. */
@Component
public class TrialLife {

    private static final int AT_ONCE = 500;

    private final TrialStore store;
    private final Destructions destructions;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TrialLife(
            TrialStore store,
            Destructions destructions,
            Units units,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.destructions = destructions;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Throws away what is over in every tenant; how many. Several copies of the program may do it at once. */
    @Scheduled(initialDelayString = "${motcua.sweep.after:PT20M}", fixedDelayString = "${motcua.sweep.every:PT6H}")
    public int sweep() {
        return units.tenants().stream().mapToInt(it -> sweep(it.id())).sum();
    }

    private int sweep(TenantId tenant) {
        int swept = 0;
        int last;
        do {
            last = Scope.of(tenant).call(() -> Objects.requireNonNull(transaction.execute(_ -> sweepSome(tenant))));
            swept += last;
        } while (last == AT_ONCE);
        return swept;
    }

    private int sweepSome(TenantId tenant) {
        var gone = store.sweep(tenant.value(), clock.instant(), AT_ONCE);
        destructions.report("trials", "P1D", gone);
        return gone.size();
    }
}
