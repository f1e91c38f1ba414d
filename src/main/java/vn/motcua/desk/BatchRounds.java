package vn.motcua.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.desk.Batch.Item;
import vn.motcua.desk.Batch.State;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.dossier.ManyDossiers;
import vn.motcua.dossier.ManyDossiers.Pick;
import vn.motcua.dossier.OfficeWork;
import vn.motcua.dossier.OneStopDesk;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.identity.Access;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.SessionAccount;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.Messages;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Carries out batches, dossier by dossier: each is an ordinary act with the ordinary rights, and is done in the same
 * transaction that says so in the batch. Whatever a stop broke off waits still, and on two nodes each takes what the other
 * has not. One at which the program fails is reported and holds up no other.
 */
@Component
class BatchRounds {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRounds.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private final BatchStore store;
    private final ManyDossiers many;
    private final OneStopDesk oneStop;
    private final SpecialistDesk specialist;
    private final LeaderDesk leader;
    private final ResultDesk results;
    private final OfficeWork work;
    private final Team team;
    private final Access access;
    private final Accounts accounts;
    private final Units units;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    BatchRounds(
            BatchStore store,
            ManyDossiers many,
            OneStopDesk oneStop,
            SpecialistDesk specialist,
            LeaderDesk leader,
            ResultDesk results,
            OfficeWork work,
            Team team,
            Access access,
            Accounts accounts,
            Units units,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.many = many;
        this.oneStop = oneStop;
        this.specialist = specialist;
        this.leader = leader;
        this.results = results;
        this.work = work;
        this.team = team;
        this.access = access;
        this.accounts = accounts;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One round over all tenants. */
    @Scheduled(initialDelayString = "${motcua.batches.after:10s}", fixedDelayString = "${motcua.batches.every:2s}")
    public void go() {
        OneByOne.each(
                "batches",
                tenants(),
                tenant -> Scope.of(tenant).run(() -> {
                    var waiting = transaction.execute(_ -> store.unfinished());
                    if (waiting != null) {
                        OneByOne.each("batches of tenant " + tenant, waiting, it -> carryOut(tenant, it));
                    }
                }));
    }

    /** Forgets old reports. */
    @Scheduled(initialDelayString = "${motcua.batches.after:10s}", fixedDelay = 6 * 60 * 60 * 1000)
    public void forget() {
        OneByOne.each(
                "old reports of batches",
                tenants(),
                tenant -> Scope.of(tenant)
                        .run(() -> transaction.executeWithoutResult(
                                _ -> store.forget(clock.instant().minus(KEPT)))));
    }

    private List<TenantId> tenants() {
        return units.tenants().stream().map(Tenant::id).toList();
    }

    private void carryOut(TenantId tenant, Batch batch) {
        new Scope(tenant, Optional.of(batch.account().value())).run(() -> {
            try {
                while (next(tenant, batch)) {
                    LOG.debug("batch {} goes on", batch.id());
                }
                transaction.executeWithoutResult(_ -> store.finish(batch.id(), clock.instant()));
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("batch {} is broken off; the next round goes on", batch.id(), e);
            }
        });
    }

    /** One dossier; says whether there was one. */
    private boolean next(TenantId tenant, Batch batch) {
        var tried = new Item[1];
        try {
            transaction.executeWithoutResult(_ -> store.take(batch.id()).ifPresent(item -> {
                tried[0] = item;
                perform(tenant, batch, item);
                store.settle(batch.id(), item.no(), State.DONE, "", clock.instant());
            }));
        } catch (Refused refused) {
            refused(batch, tried[0], refused);
        } catch (RuntimeException fault) {
            if (tried[0] == null || passes(fault)) {
                throw fault;
            }
            LOG.error("batch {}: {} failed", batch.id(), tried[0], fault);
            refused(batch, tried[0], new Refused(BatchRefusal.BATCH_FAULT));
        }
        return tried[0] != null;
    }

    /** Whether it is the database's trouble of the moment and not the dossier's: then it waits on. */
    private static boolean passes(RuntimeException fault) {
        return fault instanceof TransactionException
                || (fault instanceof DataAccessException && !(fault instanceof DataIntegrityViolationException));
    }

    private void refused(Batch batch, Item item, Refused why) {
        var sentence = messages.say(batch.language(), why);
        transaction.executeWithoutResult(
                _ -> store.settle(batch.id(), item.no(), State.REFUSED, sentence, clock.instant()));
    }

    private void perform(TenantId tenant, Batch batch, Item item) {
        if (!(accounts.signedIn(new SessionAccount(tenant, batch.account())).orElse(null) instanceof OfficerAt who)) {
            throw new Refused(BatchRefusal.BATCH_OFFICER_GONE);
        }
        var now = clock.instant();
        var act = new Act(batch.command(item), who, item.version(), now);
        batch.what().action().ifPresent(it -> many.demand(who, it, new Pick(item.dossier(), item.step()), now));
        switch (batch.what()) {
            case CLAIM -> specialist.claim(act, item.dossier(), item.step());
            case RELEASE -> specialist.release(act, item.dossier(), item.step());
            case FORWARD -> oneStop.forward(act, item.dossier());
            case COMPLETE -> specialist.complete(act, item.dossier(), item.step(), batch.note());
            case APPROVE -> leader.approve(act, item.dossier(), item.step(), batch.note());
            case ISSUE -> results.issueNext(act, item.dossier(), item.step(), batch.site());
            case REASSIGN -> reassign(act, who, batch, item);
        }
    }

    private void reassign(Act act, OfficerAt who, Batch batch, Item item) {
        var claim = team.claim(batch.from().orElseThrow(), item)
                .orElseThrow(() -> new Refused(BatchRefusal.BATCH_WORK_GONE));
        var as = access.mayArrange(who, Optional.of(claim.unit())).orRefuse();
        if (batch.to().filter(it -> !team.does(who, it, claim)).isPresent()) {
            throw new Refused(BatchRefusal.BATCH_NOT_THEIR_STEP);
        }
        work.assign(
                act.command(),
                who,
                as,
                claim,
                batch.fromName(),
                batch.to(),
                batch.toName(),
                Optional.of(batch.note()),
                act.now());
    }
}
