package vn.motcua.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;

/** The messages of the current tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DeliveryStore {

    private static final int LONGEST_ERROR = 1_000;

    private final JdbcClient db;

    DeliveryStore(JdbcClient db) {
        this.db = db;
    }

    /** A message as it lies in the queue, leased. */
    record Leased(Letter letter, UUID id, int attempt, Instant giveUpAt) {}

    /** Puts it into the queue; what was queued before for this occasion is left alone. Whether it is new. */
    boolean add(Letter letter, Instant now, Instant giveUpAt) {
        return db.sql("""
                        insert into delivery (tenant_id, id, occasion, channel, address, language, sender, title, body,
                            path, urgent, state, carrier, attempts, next_try_at, give_up_at, created_at)
                        values (:tenant, :id, :occasion, :channel, :address, :language, :sender, :title, :body,
                            :path, :urgent, 'QUEUED', '', 0, :now, :giveUpAt, :now)
                        on conflict (tenant_id, occasion, channel, address) do nothing
                        """)
                        .param("tenant", tenant())
                        .param("id", Ids.next())
                        .param("occasion", letter.occasion())
                        .param("channel", letter.channel().name())
                        .param("address", letter.address())
                        .param("language", letter.language().name())
                        .param("sender", letter.sender())
                        .param("title", letter.title())
                        .param("body", letter.body())
                        .param("path", letter.path())
                        .param("urgent", letter.urgent())
                        .param("now", utc(now))
                        .param("giveUpAt", utc(giveUpAt))
                        .update()
                == 1;
    }

    /** The next ones; they are this program's until the lease ends, copies of the program get others. */
    List<Leased> lease(Instant now, Instant until, int most) {
        return db.sql("""
                        with next as (
                            select d.tenant_id, d.id from delivery d
                            where d.tenant_id = :tenant and d.state = 'QUEUED' and d.next_try_at <= :now
                            order by d.next_try_at, d.id limit :most for update skip locked
                        )
                        update delivery d set attempts = d.attempts + 1, next_try_at = :until
                        from next n where d.tenant_id = n.tenant_id and d.id = n.id
                        returning d.id, d.occasion, d.channel, d.address, d.language, d.sender, d.title, d.body, d.path,
                            d.urgent, d.attempts, d.give_up_at
                        """)
                .param("tenant", tenant())
                .param("now", utc(now))
                .param("until", utc(until))
                .param("most", most)
                .query((row, _) -> leased(row))
                .list();
    }

    /** It waits until then, and this was no attempt. */
    void postponed(Leased it, Instant until) {
        db.sql("""
                        update delivery set attempts = attempts - 1, next_try_at = :until,
                            give_up_at = greatest(give_up_at, cast(:until as timestamptz) + interval '1 hour')
                        where tenant_id = :tenant and id = :id and state = 'QUEUED' and attempts = :attempt
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("attempt", it.attempt())
                .param("until", utc(until))
                .update();
    }

    /** A carrier has it. Its receipt may have been quicker than this word. */
    void sent(UUID id, String carrier, Instant now) {
        db.sql("""
                        update delivery set state = case state when 'QUEUED' then 'SENT' else state end,
                            carrier = :carrier, sent_at = :now,
                            last_error = case state when 'QUEUED' then null else last_error end,
                            path = case when occasion like 'secret %' then '' else path end
                        where tenant_id = :tenant and id = :id and sent_at is null
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("carrier", carrier)
                .param("now", utc(now))
                .update();
    }

    /** It did not go through, and is tried again then. */
    void again(Leased it, String why, Instant next) {
        db.sql("""
                        update delivery set next_try_at = :next, last_error = :why
                        where tenant_id = :tenant and id = :id and state = 'QUEUED' and attempts = :attempt
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("attempt", it.attempt())
                .param("why", cut(why))
                .param("next", utc(next))
                .update();
    }

    /** It is over, in that way. Only what is queued or sent can be over. */
    boolean ended(UUID id, DeliveryState state, String why, Instant now) {
        return db.sql("""
                        update delivery set state = :state, ended_at = :now, last_error = nullif(:why, ''),
                            path = case when occasion like 'secret %' then '' else path end
                        where tenant_id = :tenant and id = :id and state in ('QUEUED', 'SENT')
                        """)
                        .param("tenant", tenant())
                        .param("id", id)
                        .param("state", state.name())
                        .param("why", cut(why))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private static Leased leased(ResultSet row) throws SQLException {
        return new Leased(
                new Letter(
                        row.getString("occasion"),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("address"),
                        Language.valueOf(row.getString("language")),
                        row.getString("sender"),
                        row.getString("title"),
                        row.getString("body"),
                        row.getString("path"),
                        row.getBoolean("urgent")),
                row.getObject("id", UUID.class),
                row.getInt("attempts"),
                row.getObject("give_up_at", OffsetDateTime.class).toInstant());
    }

    private static String cut(String why) {
        return why.substring(0, Math.min(why.length(), LONGEST_ERROR));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
