package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.Position;
import vn.motcua.shared.Scope;

/** Where the module that takes money says that a dossier of the current tenant is paid; it has asked who may. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PaymentWait {

    private final JdbcClient db;
    private final Dossiers dossiers;
    private final Commands commands;
    private final DueMoments dues;

    PaymentWait(JdbcClient db, Dossiers dossiers, Commands commands, DueMoments dues) {
        this.db = db;
        this.dossiers = dossiers;
        this.commands = commands;
        this.dues = dues;
    }

    /**
     * All that is owed was taken by this act: a dossier that waits for a payment goes on, whatever version the page showed.
     * Others stay as they are.
     */
    public void over(Act act, DossierId id, Position as) {
        end(act, id, Optional.of(as));
    }

    /**
     * The same for what came online, taken by nobody at a counter.
     *
     * @param command the same for the same money
     */
    public void over(UUID command, DossierId id, Instant now) {
        end(new Act(command, ByItself.in(Scope.current().tenant()), 0, now), id, Optional.empty());
    }

    private void end(Act act, DossierId id, Optional<Position> as) {
        db.sql("select d.version from dossier d where d.tenant_id = :tenant and d.id = :id for update")
                .param("tenant", Scope.current().tenant().value())
                .param("id", id.value())
                .query(Integer.class)
                .single();
        var work = commands.work(new DossierRef(Scope.current().tenant(), id), act.command(), act.by(), act.now());
        if (work.dossier().stage().kind() != StageKind.AWAITING_PAYMENT) {
            return;
        }
        var change = work.dossier().waitings().paid(dues.afterWaiting(work), work.now());
        var now = new Act(act.command(), act.by(), change.expectedVersion(), act.now());
        if (!dossiers.save(change, new Signed(now, as), Content.NONE)) {
            throw new IllegalStateException("changed while it was held: " + id);
        }
    }
}
