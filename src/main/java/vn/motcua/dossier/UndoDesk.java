package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.Undo.Happened;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Scope;

/**
 * Where an officer takes back what they have just done (hoàn tác). What it told waits in the outbox meanwhile: taking back
 * takes it away from there, handing on leases it, and the same rows cannot be both.
 */
@Service
public class UndoDesk {

    private final Commands commands;
    private final UndoWindow window;
    private final ResultsToIssue results;
    private final Messages messages;
    private final JdbcClient db;

    UndoDesk(Commands commands, UndoWindow window, ResultsToIssue results, Messages messages, JdbcClient db) {
        this.commands = commands;
        this.window = window;
        this.results = results;
        this.messages = messages;
        this.db = db;
    }

    /**
     * What can be taken back.
     *
     * @param version of the dossier, as the act must say it
     * @param left how long
     */
    public record Offer(DossierId dossier, int version, Duration left) {}

    /** What that officer did last to that dossier, while it can be taken back. */
    public Optional<Offer> offer(OfficerAt by, DossierId id, Instant now) {
        return commands.inTenant(by.tenant(), by, () -> {
            var history = history(id);
            return history.isEmpty()
                    ? Optional.<Offer>empty()
                    : Undo.last(history, by.account())
                            .filter(it -> kept(id, it) == it.size())
                            .map(it -> new Offer(
                                    id,
                                    it.getLast().version(),
                                    window.left(it.getFirst().recordedAt(), now)))
                            .filter(it -> it.left().isPositive());
        });
    }

    /**
     * Takes it back: the dossier lies where it lay, with the answers of then; a result that was numbered for a decision that is taken back is
     * withdrawn. One transaction.
     */
    public Done undo(Act act, DossierId id) {
        return commands.bySight(id, act, it -> takeBack(it, act), it -> answers(it, act));
    }

    private Change takeBack(Work work, Act act) {
        var dossier = work.dossier();
        var history = history(dossier.id());
        var last = Undo.last(history, act.by().account());
        // Whoever moved it meanwhile has moved it: saving will find that, and nothing is taken from the outbox.
        var held = last.isEmpty()
                || locked(dossier.id()) != dossier.version()
                || withdrawn(dossier.id(), last.get()) == last.get().size();
        var change = Undo.takeBack(dossier, history, act.by().account(), held, window, work.now());
        if (last.stream().flatMap(List::stream).anyMatch(it -> it.event() instanceof DossierEvent.DossierResolved)) {
            results.withdraw(dossier.id(), messages.say(Language.VI, "dossier.undone.result"), work.now());
        }
        return change;
    }

    /** What was entered with the act is not among the answers any more; nothing where somebody moved it meanwhile. */
    private Content answers(Work work, Act act) {
        return Undo.last(history(work.dossier().id()), act.by().account())
                .filter(last -> last.stream()
                        .anyMatch(it -> it.event() instanceof DossierEvent.StepCompleted done
                                && done.entered().isPresent()))
                .map(last -> Work.answers(
                        answers(work.dossier().id(), last.getFirst().version() - 1)))
                .map(it -> new Content(Optional.of(it), List.of()))
                .orElse(Content.NONE);
    }

    private String answers(DossierId id, int version) {
        return db.sql("""
                        select answers from dossier_answers
                        where tenant_id = :tenant and dossier = :id and version <= :version order by version desc limit 1
                        """)
                .param("tenant", tenant())
                .param("id", id.value())
                .param("version", version)
                .query(String.class)
                .optional()
                .orElse("{}");
    }

    /** The version that nobody else can change until this transaction ends. */
    private int locked(DossierId id) {
        return db.sql("select version from dossier where tenant_id = :tenant and id = :id for update")
                .param("tenant", tenant())
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** How many of its entries nobody has begun to hand on. */
    private int kept(DossierId id, List<Happened> act) {
        return entries("select count(*) from outbox", id, act)
                .query(Integer.class)
                .single();
    }

    /** Takes these away; says how many. */
    private int withdrawn(DossierId id, List<Happened> act) {
        return entries("delete from outbox", id, act).update();
    }

    private JdbcClient.StatementSpec entries(String what, DossierId id, List<Happened> act) {
        return db.sql(what + """
                         where tenant_id = :tenant and subject = :id and version between :first and :last and attempts = 0
                        """)
                .param("tenant", tenant())
                .param("id", id.value())
                .param("first", act.getFirst().version())
                .param("last", act.getLast().version());
    }

    private List<Happened> history(DossierId id) {
        return db.sql("""
                        select version, command, actor, kind, data, recorded_at, effective_at from dossier_event
                        where tenant_id = :tenant and dossier = :id order by version
                        """)
                .param("tenant", tenant())
                .param("id", id.value())
                .query((row, _) -> happened(row))
                .list();
    }

    private static Happened happened(ResultSet row) throws SQLException {
        return new Happened(
                row.getInt("version"),
                row.getObject("command", UUID.class),
                new AccountId(row.getObject("actor", UUID.class)),
                EventJson.read(row.getString("kind"), row.getString("data")),
                DossierRow.moment(row, "recorded_at").orElseThrow(),
                DossierRow.moment(row, "effective_at").orElseThrow());
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
