package vn.motcua.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;

/** The settled shifts of the current tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Shifts {

    private static final String COLUMNS = """
            select s.officer_name, s.tickets, s.received, s.handed_over, s.taken, s.counted, s.reason, s.closed_at
            from shift_closing s where s.tenant_id = :tenant and s.unit = :unit and s.day = :day
            """;

    private final JdbcClient db;

    Shifts(JdbcClient db) {
        this.db = db;
    }

    /** Numbers served by that officer on that day. */
    int served(UnitId unit, LocalDate day, OfficerId officer) {
        return db.sql("""
                        select count(*) from queue_ticket
                        where tenant_id = :tenant and unit = :unit and day = :day and officer = :officer and state = 'DONE'
                        """)
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("day", day)
                .param("officer", officer.value())
                .query(Integer.class)
                .single();
    }

    /** Keeps it; false when there is such a closing of that day already. */
    boolean add(UnitId unit, LocalDate day, OfficerId officer, int turn, Shift.Closed closed) {
        return db.sql("""
                        insert into shift_closing (tenant_id, unit, day, officer, turn, officer_name, tickets, received,
                            handed_over, taken, counted, reason, closed_at)
                        values (:tenant, :unit, :day, :officer, :turn, :name, :tickets, :received, :handedOver, :taken, :counted,
                            :reason, :at)
                        on conflict do nothing
                        """)
                        .param("tenant", tenant())
                        .param("unit", unit.value())
                        .param("day", day)
                        .param("officer", officer.value())
                        .param("turn", turn)
                        .param("name", closed.shift().officer())
                        .param("tickets", closed.shift().tickets())
                        .param("received", closed.shift().received())
                        .param("handedOver", closed.shift().handedOver())
                        .param("taken", closed.shift().taken().amount())
                        .param("counted", closed.counted().amount())
                        .param("reason", closed.reason())
                        .param("at", closed.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those of one officer, first to last. */
    List<Shift.Closed> of(UnitId unit, LocalDate day, OfficerId officer) {
        return db.sql(COLUMNS + " and s.officer = :officer order by s.turn")
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("day", day)
                .param("officer", officer.value())
                .query((row, _) -> closed(row))
                .list();
    }

    /** How much recorded cash that officer has settled that day, at whichever one-stop. */
    long settled(LocalDate day, OfficerId officer) {
        return db.sql("""
                        select coalesce(sum(s.taken), 0) from shift_closing s
                        where s.tenant_id = :tenant and s.day = :day and s.officer = :officer
                        """)
                .param("tenant", tenant())
                .param("day", day)
                .param("officer", officer.value())
                .query(Long.class)
                .single();
    }

    List<Shift.Closed> of(UnitId unit, LocalDate day) {
        return db.sql(COLUMNS + " order by s.officer_name, s.officer, s.turn")
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("day", day)
                .query((row, _) -> closed(row))
                .list();
    }

    /** Who served numbers or sat at a window on that day and has not settled it, by name. */
    List<String> open(UnitId unit, LocalDate day) {
        return db.sql("""
                        select w.officer_name from queue_window w
                        where w.tenant_id = :tenant and w.unit = :unit and w.day = :day and not exists (
                            select 1 from shift_closing s where s.tenant_id = w.tenant_id and s.unit = w.unit
                                and s.day = w.day and s.officer = w.officer)
                        order by w.officer_name
                        """)
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("day", day)
                .query((row, _) -> row.getString("officer_name"))
                .list();
    }

    private static Shift.Closed closed(ResultSet row) throws SQLException {
        return new Shift.Closed(
                new Shift(
                        row.getString("officer_name"),
                        row.getInt("tickets"),
                        row.getInt("received"),
                        row.getInt("handed_over"),
                        new Dong(row.getLong("taken"))),
                new Dong(row.getLong("counted")),
                row.getString("reason"),
                row.getObject("closed_at", OffsetDateTime.class).toInstant());
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
