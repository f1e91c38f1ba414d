package vn.motcua.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.shared.Scope;

/** What is to be carried for the current tenant, and what did not arrive. */
@Service
public class Deliveries {

    private static final int MOST = 100;

    private final DeliveryStore store;
    private final Carriers carriers;
    private final MessagingSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    Deliveries(DeliveryStore store, Carriers carriers, MessagingSettings settings, JdbcClient db, Clock clock) {
        this.store = store;
        this.carriers = carriers;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    /**
     * A message that did not go through.
     *
     * @param address masked
     * @param why what went wrong last, in the words of the machine
     * @param next when it is tried again; empty when it was given up
     */
    public record Failing(
            UUID id, Channel channel, String address, Instant at, int attempts, String why, Optional<Instant> next) {}

    /** Whether messages can be sent on that channel at all. */
    public boolean possible(Channel channel) {
        return !carriers.of(channel).isEmpty();
    }

    /**
     * Has it carried as soon as may be. Nothing happens where nobody carries on that channel, where the address is none,
     * and where it was queued before.
     */
    @Transactional
    public boolean queue(Letter letter) {
        if (!possible(letter.channel()) || !Addresses.possible(letter.channel(), letter.address())) {
            return false;
        }
        var now = clock.instant();
        return store.add(letter, now, now.plus(settings.giveUpAfter()));
    }

    /** The same for what is of no use any more after that moment: it is given up then, if not earlier. */
    @Transactional
    public boolean queue(Letter letter, Instant until) {
        var now = clock.instant();
        var giveUp = now.plus(settings.giveUpAfter());
        return possible(letter.channel())
                && Addresses.possible(letter.channel(), letter.address())
                && store.add(letter, now, until.isBefore(giveUp) ? until : giveUp);
    }

    /**
     * Takes back what did not go out yet; how much.
     *
     * @param occasion how what it is about begins
     */
    @Transactional
    public int takeBack(String occasion) {
        return db.sql("""
                        delete from delivery
                        where tenant_id = :tenant and state = 'QUEUED' and starts_with(occasion, :occasion)
                        """).param("tenant", tenant()).param("occasion", occasion).update();
    }

    /** What was given up or is failing, the oldest first, at most 100. */
    @Transactional(readOnly = true)
    public List<Failing> failing() {
        return db.sql("""
                        select id, channel, address, created_at, attempts, last_error, next_try_at, state from delivery
                        where tenant_id = :tenant
                            and (state = 'FAILED' or (state = 'QUEUED' and last_error is not null))
                        order by created_at, id limit :most
                        """)
                .param("tenant", tenant())
                .param("most", MOST)
                .query((row, _) -> {
                    var channel = Channel.valueOf(row.getString("channel"));
                    return new Failing(
                            row.getObject("id", UUID.class),
                            channel,
                            Addresses.masked(channel, row.getString("address")),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            row.getInt("attempts"),
                            Optional.ofNullable(row.getString("last_error")).orElse(""),
                            row.getString("state").equals("FAILED")
                                    ? Optional.empty()
                                    : Optional.of(row.getObject("next_try_at", OffsetDateTime.class)
                                            .toInstant()));
                })
                .list();
    }

    /** What did not arrive because there is no such address, ended at or after that moment, the latest first, at most 100. */
    @Transactional(readOnly = true)
    public List<Posted> bounced(Instant since) {
        return posted(db.sql("""
                        select channel, address, created_at, state, coalesce(ended_at, sent_at) as at, last_error from delivery
                        where tenant_id = :tenant and state = 'BOUNCED' and ended_at >= :since
                        order by ended_at desc limit :most
                        """).param("since", since.atOffset(ZoneOffset.UTC)));
    }

    /** What was written about it, the latest first, at most 100. What it is about is the first word of the occasion. */
    @Transactional(readOnly = true)
    public List<Posted> about(String about) {
        return posted(db.sql("""
                        select channel, address, created_at, state, coalesce(ended_at, sent_at) as at, last_error from delivery
                        where tenant_id = :tenant and about = :about
                        order by created_at desc, channel, address limit :most
                        """).param("about", about));
    }

    private static List<Posted> posted(JdbcClient.StatementSpec asked) {
        return asked.param("tenant", tenant())
                .param("most", MOST)
                .query((row, _) -> {
                    var channel = Channel.valueOf(row.getString("channel"));
                    return new Posted(
                            channel,
                            Addresses.masked(channel, row.getString("address")),
                            DeliveryState.valueOf(row.getString("state")),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant),
                            Optional.ofNullable(row.getString("last_error")).orElse(""));
                })
                .list();
    }

    /** Tries it again now, also what was given up; what arrived meanwhile is left alone. */
    @Transactional
    public void retry(UUID id) {
        var now = clock.instant();
        db.sql("""
                        update delivery set state = 'QUEUED', next_try_at = :now, give_up_at = :giveUpAt, ended_at = null
                        where tenant_id = :tenant and id = :id
                            and (state = 'FAILED' or (state = 'QUEUED' and last_error is not null))
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("giveUpAt", now.plus(settings.giveUpAfter()).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
