package vn.motcua.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;

/** The reports of what was destroyed, each written in the transaction that destroys. The sealed log itself stays. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Destructions {

    private final JdbcClient db;
    private final Clock clock;

    Destructions(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Reports what the program destroys in this transaction by a rule; nothing is no report.
     *
     * @param what the ids
     */
    public void report(String kind, String rule, Collection<String> what) {
        if (what.isEmpty()) {
            return;
        }
        db.sql("""
                        insert into destruction (tenant_id, id, at, kind, rule, amount, digest, by_whom)
                        values (:tenant, :id, :at, :kind, :rule, :amount, decode(:digest, 'hex'), :by)
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("id", Ids.next())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kind", kind)
                .param("rule", rule)
                .param("amount", what.size())
                .param("digest", digest(what).hex())
                .param("by", Destruction.PROGRAM)
                .update();
    }

    /** Of a list of ids, as who kept it can compute it too: sorted, each with a line feed, SHA-256. */
    static Hash digest(Collection<String> what) {
        return Hash.ofText(what.stream().sorted().map(it -> it + "\n").collect(Collectors.joining()));
    }

    /** The latest of the current tenant and of what is national. */
    public List<Destruction> latest(int most) {
        return db.sql("""
                        select d.at, d.kind, d.rule, d.amount, encode(d.digest, 'hex') as digest, d.by_whom from destruction d
                        where d.tenant_id in (0, :tenant) order by d.at desc, d.id limit :most
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("most", most)
                .query((row, _) -> new Destruction(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("kind"),
                        row.getString("rule"),
                        row.getInt("amount"),
                        new Hash(row.getString("digest")),
                        row.getString("by_whom")))
                .list();
    }
}
