package vn.motcua.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.shared.Scope;

/** What the relay has not handed on yet, for those who run the program. Of the current tenant. */
@Service
public class Backlog {

    private static final int MOST = 100;

    private final JdbcClient db;

    Backlog(JdbcClient db) {
        this.db = db;
    }

    /**
     * What waits.
     *
     * @param waiting how many entries
     * @param oldest when the oldest of them was recorded
     * @param failing those that failed, the oldest first, at most 100
     */
    public record State(int waiting, Optional<Instant> oldest, List<Failing> failing) {}

    /**
     * An entry that could not be handed on.
     *
     * @param dossier to which it happened
     * @param kind the word of the event
     * @param why what went wrong last, in the words of the machine
     * @param next when it is tried again
     */
    public record Failing(UUID id, UUID dossier, String kind, Instant at, int attempts, String why, Instant next) {}

    /** How it stands. */
    @Transactional(readOnly = true)
    public State state() {
        var failing = db.sql("""
                        select id, subject, kind, recorded_at, attempts, last_error, next_try_at from outbox
                        where tenant_id = :tenant and last_error is not null order by recorded_at, id limit :most
                        """)
                .param("tenant", tenant())
                .param("most", MOST)
                .query((row, _) -> new Failing(
                        row.getObject("id", UUID.class),
                        row.getObject("subject", UUID.class),
                        row.getString("kind"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts"),
                        row.getString("last_error"),
                        row.getObject("next_try_at", OffsetDateTime.class).toInstant()))
                .list();
        return db.sql("select count(*) as waiting, min(recorded_at) as oldest from outbox where tenant_id = :tenant")
                .param("tenant", tenant())
                .query((row, _) -> new State(
                        row.getInt("waiting"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        failing))
                .single();
    }

    /** Has a failed entry tried in the relay's next round; one that is gone meanwhile is nothing to do. */
    @Transactional
    public void retry(UUID id, Instant now) {
        db.sql("""
                        update outbox set next_try_at = :now
                        where tenant_id = :tenant and id = :id and last_error is not null and next_try_at > :now
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("now", now.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
