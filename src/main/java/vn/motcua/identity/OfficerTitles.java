package vn.motcua.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * What officers are (chức vụ) and in what capacity they sign, from a moment on. Nothing of it gives a right, and nothing is taken
 * away: a paper written before has the title of then.
 */
@Component
public class OfficerTitles {

    private final JdbcClient db;
    private final TransactionTemplate reading;

    OfficerTitles(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * From {@code since} on that officer of the tenant of the scope is this.
     *
     * @param id made with the form, so that a form sent twice writes one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(UUID id, OfficerId officer, Capacity capacity, Instant since) {
        db.sql("""
                        insert into officer_title (tenant_id, id, officer, since, authority, title)
                        values (:tenant, :id, :officer, :since, :authority, :title)
                        on conflict (tenant_id, id) do nothing
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("id", id)
                .param("officer", officer.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("authority", capacity.written())
                .param("title", capacity.title())
                .update();
    }

    /** What that officer of the tenant of the scope was then; empty where nobody said so. */
    public Optional<Capacity> of(OfficerId officer, Instant then) {
        return read(Scope.current().tenant(), "t.officer = :who", officer.value(), then);
    }

    /** What the officer with that account was then; empty where nobody said so, and for an account of no officer. */
    public Optional<Capacity> of(TenantId tenant, AccountId account, Instant then) {
        return Scope.of(tenant).call(() -> read(tenant, """
                t.officer = (select a.officer from account a where a.tenant_id = t.tenant_id and a.id = :who)
                """, account.value(), then));
    }

    private Optional<Capacity> read(TenantId tenant, String which, UUID who, Instant then) {
        return requireNonNull(reading.execute(_ -> db.sql("""
                        select t.authority, t.title from officer_title t
                        where t.tenant_id = :tenant and t.since <= :then and\s""" + which + " order by t.since desc limit 1")
                .params(Map.of("tenant", tenant.value(), "who", who, "then", then.atOffset(ZoneOffset.UTC)))
                .query((row, _) -> Capacity.of(row.getString("authority"), row.getString("title")))
                .optional()));
    }
}
