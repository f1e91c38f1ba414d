package vn.motcua.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;

/** The numbers of the current tenant's one-stops. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Tickets {

    private static final String COLUMNS = """
            select t.no, t.errand, t.priority, t.state, t.at_window, t.only_window, t.calls, t.taken_at, t.called_at,
                t.ended_at, t.day
            from queue_ticket t where t.tenant_id = :tenant and t.unit = :unit
            """;

    private final JdbcClient db;

    Tickets(JdbcClient db) {
        this.db = db;
    }

    /** A number with its day. */
    record Of(LocalDate day, Ticket ticket) {}

    /** The next number of the day. It is taken for good only with this transaction, so none is ever left out. */
    int number(UnitId unit, LocalDate day) {
        return db.sql("""
                        insert into queue_day (tenant_id, unit, day, last_no) values (:tenant, :unit, :day, 1)
                        on conflict (tenant_id, unit, day) do update set last_no = queue_day.last_no + 1
                        returning last_no
                        """)
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** Nobody else calls or moves a number of that day until this transaction is over. */
    void lock(UnitId unit, LocalDate day) {
        db.sql("""
                        insert into queue_day (tenant_id, unit, day, last_no) values (:tenant, :unit, :day, 0)
                        on conflict (tenant_id, unit, day) do update set last_no = queue_day.last_no
                        """)
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("day", day)
                .update();
    }

    /** What is still open of earlier days ends. */
    void endBefore(UnitId unit, LocalDate day, Instant now) {
        db.sql("""
                        update queue_ticket set state = 'ENDED', ended_at = :now
                        where tenant_id = :tenant and unit = :unit and day < :day and state in ('WAITING', 'CALLED')
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("day", day)
                .update();
    }

    boolean taken(UUID command) {
        return db.sql("select 1 from queue_ticket where tenant_id = :tenant and command = :command")
                .param("tenant", tenant())
                .param("command", command)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void add(UnitId unit, LocalDate day, Ticket ticket, String code, UUID command) {
        db.sql("""
                        insert into queue_ticket (tenant_id, unit, day, no, errand, priority, state, at_window, only_window,
                            calls, code_hash, command, taken_at)
                        values (:tenant, :unit, :day, :no, :errand, :priority, :state, :window, :only, :calls, :hash,
                            :command, :takenAt)
                        """)
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("day", day)
                .param("no", ticket.no())
                .param("errand", ticket.errand().name())
                .param("priority", ticket.priority())
                .param("state", ticket.state().name())
                .param("window", ticket.window())
                .param("only", ticket.only())
                .param("calls", ticket.calls())
                .param("hash", LinkSecret.digest(code))
                .param("command", command)
                .param("takenAt", ticket.takenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes where a number stands now, by whose hand. */
    void save(UnitId unit, LocalDate day, Ticket ticket, OfficerId by) {
        db.sql("""
                        update queue_ticket set state = :state, at_window = :window, only_window = :only, calls = :calls,
                            called_at = :calledAt, ended_at = :endedAt, officer = :by
                        where tenant_id = :tenant and unit = :unit and day = :day and no = :no
                        """)
                .param("state", ticket.state().name())
                .param("window", ticket.window())
                .param("only", ticket.only())
                .param("calls", ticket.calls())
                .param("calledAt", moment(ticket.calledAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("endedAt", moment(ticket.endedAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", by.value())
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("day", day)
                .param("no", ticket.no())
                .update();
    }

    List<Ticket> of(UnitId unit, LocalDate day) {
        return db.sql(COLUMNS + " and t.day = :day order by t.no")
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("day", day)
                .query((row, _) -> ticket(row))
                .list();
    }

    Optional<Of> withCode(UnitId unit, String code) {
        return db.sql(COLUMNS + " and t.code_hash = :hash")
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("hash", LinkSecret.digest(code))
                .query((row, _) -> new Of(row.getObject("day", LocalDate.class), ticket(row)))
                .optional();
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                row.getInt("no"),
                Errand.valueOf(row.getString("errand")),
                row.getBoolean("priority"),
                Ticket.State.valueOf(row.getString("state")),
                row.getInt("at_window"),
                row.getInt("only_window"),
                row.getInt("calls"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                moment(row.getObject("called_at", OffsetDateTime.class)),
                moment(row.getObject("ended_at", OffsetDateTime.class)));
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime stored) {
        return Optional.ofNullable(stored).map(OffsetDateTime::toInstant);
    }

    private static @Nullable OffsetDateTime moment(Optional<Instant> at) {
        return at.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
