package vn.motcua.administration;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.administration.DueReviews.Became;
import vn.motcua.administration.DueReviews.Review;
import vn.motcua.administration.DueReviews.State;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DueReview;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Goes through the open dossiers of a review and moves what was confirmed, some at a time: each part is one transaction
 * that also says how far it is, so a stop loses nothing, and on two nodes one of them has it in hand.
 */
@Component
class DueRounds {

    private static final Logger LOG = LoggerFactory.getLogger(DueRounds.class);
    private static final int LOOKED_AT_ONCE = 500;
    private static final int MOVED_AT_ONCE = 50;

    private final DueReviewStore store;
    private final DueReview dues;
    private final Accounts accounts;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate inside;

    DueRounds(
            DueReviewStore store,
            DueReview dues,
            Accounts accounts,
            Units units,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.dues = dues;
        this.accounts = accounts;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.inside = new TransactionTemplate(transactions);
        inside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** One round over all tenants, until nothing is to be looked at or moved. */
    @Scheduled(initialDelayString = "${motcua.reviews.after:10s}", fixedDelayString = "${motcua.reviews.every:2s}")
    public void go() {
        OneByOne.each(
                "reviews of due moments",
                units.tenants().stream().map(Tenant::id).toList(),
                this::go);
    }

    private void go(TenantId tenant) {
        var parts = 0;
        while (part(tenant)) {
            parts++;
        }
        if (parts > 0) {
            LOG.info("tenant {}: due moments were looked at or moved in {} parts", tenant, parts);
        }
    }

    /** One part; says whether there was one. Where a dossier fails, the part is done again with each by itself. */
    private boolean part(TenantId tenant) {
        try {
            return part(tenant, false);
        } catch (RuntimeException failure) {
            LOG.warn("tenant {}: a part of the review failed; now dossier by dossier", tenant, failure);
            return part(tenant, true);
        }
    }

    private boolean part(TenantId tenant, boolean apart) {
        var next = Scope.of(tenant).call(() -> transaction.execute(_ -> store.take()));
        if (next == null || next.isEmpty()) {
            return false;
        }
        var by = Optional.of(next.get().account().value());
        new Scope(tenant, by)
                .run(() -> transaction.executeWithoutResult(_ -> store.take().ifPresent(it -> {
                    if (it.state() == State.LOOKING) {
                        look(it, apart);
                    } else {
                        move(tenant, it, apart);
                    }
                })));
        return true;
    }

    private void look(Review it, boolean apart) {
        var next = dues.next(it.last().map(DossierId::new), LOOKED_AT_ONCE);
        var found = next.stream()
                .flatMap(one -> apart(apart, one, () -> dues.difference(one, it.language(), clock.instant()))
                        .flatMap(differs -> differs)
                        .stream())
                .toList();
        Optional<UUID> last =
                next.isEmpty() ? Optional.empty() : Optional.of(next.getLast().value());
        store.looked(it.id(), next.size(), last, next.size() < LOOKED_AT_ONCE, found);
    }

    /** Whoever confirmed it and is no administrator any more moves nothing. */
    private void move(TenantId tenant, Review it, boolean apart) {
        var by =
                accounts.signedIn(new SessionAccount(tenant, it.account())).filter(one -> one instanceof Administrator);
        var waiting = store.items(it.id(), Became.WAITING, Optional.empty(), MOVED_AT_ONCE);
        int moved = 0;
        for (var shown : waiting) {
            var done = by.isPresent()
                    && apart(
                                    apart,
                                    shown.dossier(),
                                    () -> dues.move(it.id(), by.get(), shown, it.reason(), clock.instant()))
                            .orElse(false);
            store.settle(it.id(), shown.dossier(), done ? Became.MOVED : Became.KEPT_OUT);
            moved += done ? 1 : 0;
        }
        store.settled(it.id(), moved, waiting.size() - moved, waiting.size() < MOVED_AT_ONCE);
    }

    /** What fails by itself undoes only what was done for that dossier: it is looked at as without a difference, and not moved. */
    private <T> Optional<T> apart(boolean apart, DossierId dossier, Supplier<T> work) {
        return apart
                ? OneByOne.tried(
                        "review of due moments", dossier, () -> Objects.requireNonNull(inside.execute(_ -> work.get())))
                : Optional.of(work.get());
    }
}
