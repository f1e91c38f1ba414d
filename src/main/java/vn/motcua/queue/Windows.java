package vn.motcua.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;

/** Who sits at which window of the current tenant's one-stops. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Windows {

    private final JdbcClient db;

    Windows(JdbcClient db) {
        this.db = db;
    }

    List<Window> of(UnitId unit, LocalDate day) {
        return db.sql("""
                        select w.no, w.officer, w.officer_name, w.errands from queue_window w
                        where w.tenant_id = :tenant and w.unit = :unit and w.day = :day order by w.no
                        """)
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("day", day)
                .query((row, _) -> window(row))
                .list();
    }

    /** The officer sits there from now on, and nowhere else. */
    void take(UnitId unit, LocalDate day, Window window) {
        leave(unit, day, window.officer());
        db.sql("""
                        insert into queue_window (tenant_id, unit, day, officer, officer_name, no, errands)
                        values (:tenant, :unit, :day, :officer, :name, :no, :errands)
                        """)
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("day", day)
                .param("officer", window.officer().value())
                .param("name", window.name())
                .param("no", window.no())
                .param(
                        "errands",
                        window.errands().stream().map(Errand::name).sorted().toArray(String[]::new))
                .update();
    }

    void leave(UnitId unit, LocalDate day, OfficerId officer) {
        db.sql("""
                        delete from queue_window
                        where tenant_id = :tenant and unit = :unit and day = :day and officer = :officer
                        """)
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("day", day)
                .param("officer", officer.value())
                .update();
    }

    private static Window window(ResultSet row) throws SQLException {
        return new Window(
                row.getInt("no"),
                new OfficerId(row.getObject("officer", UUID.class)),
                row.getString("officer_name"),
                Arrays.stream((String[]) row.getArray("errands").getArray())
                        .map(Errand::valueOf)
                        .collect(Collectors.toSet()));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
