package vn.motcua.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.AccountId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;

/** The trusted helpers: an agency sees those it named, and each of them sees themselves. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Helpers {

    private static final String ROWS = """
            select id, account, name, body, unit, from_day, until_day from helper where ended_at is null and\s""";

    private final JdbcClient db;

    Helpers(JdbcClient db) {
        this.db = db;
    }

    /** As whom that account may help on that day; asked in its own scope. */
    Optional<HelperAppointment> of(AccountId account, LocalDate day) {
        return db
                .sql(ROWS + "account = :account order by until_day desc")
                .param("account", account.value())
                .query((row, _) -> helper(row))
                .list()
                .stream()
                .filter(it -> it.on(day))
                .findFirst();
    }

    /** Those whom the units of the current tenant have named and whose days are not over. */
    List<HelperAppointment> named(LocalDate today) {
        return db.sql(ROWS + "tenant_id = :tenant and until_day >= :today order by name, id")
                .param("tenant", tenant())
                .param("today", today)
                .query((row, _) -> helper(row))
                .list();
    }

    /** Names one in the current tenant; the same id again changes nothing. */
    public void name(HelperAppointment helper) {
        db.sql("""
                        insert into helper (tenant_id, id, account, name, body, unit, from_day, until_day)
                        values (:tenant, :id, :account, :name, :body, :unit, :from, :until)
                        on conflict (tenant_id, id) do nothing
                        """)
                .param("tenant", tenant())
                .param("id", helper.id())
                .param("account", helper.account().value())
                .param("name", helper.name())
                .param("body", helper.body())
                .param("unit", helper.unit().value())
                .param("from", helper.from())
                .param("until", helper.until())
                .update();
    }

    /** From that moment on they are none any more. */
    void end(UUID helper, Instant now) {
        db.sql("update helper set ended_at = :now where tenant_id = :tenant and id = :id and ended_at is null")
                .param("tenant", tenant())
                .param("id", helper)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static HelperAppointment helper(ResultSet row) throws SQLException {
        return new HelperAppointment(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("name"),
                row.getString("body"),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
