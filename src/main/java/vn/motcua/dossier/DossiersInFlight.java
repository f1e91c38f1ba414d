package vn.motcua.dossier;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.InFlight;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Scope;

/** Counts the dossiers of a procedure that are not ended, agency by agency; figures only, and nobody's data. */
@Component
class DossiersInFlight implements InFlight {

    private final JdbcClient db;
    private final Units units;
    private final TransactionTemplate reading;

    DossiersInFlight(JdbcClient db, Units units, PlatformTransactionManager transactions) {
        this.db = db;
        this.units = units;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    @Override
    public Map<RevisionId, Map<String, Long>> of(String code) {
        var found = new HashMap<RevisionId, Map<String, Long>>();
        for (var tenant : units.tenants()) {
            Scope.of(tenant.id()).run(() -> reading.executeWithoutResult(_ -> count(code, found)));
        }
        return found;
    }

    private void count(String code, Map<RevisionId, Map<String, Long>> found) {
        db.sql("""
                        select revision, stage, count(*) as many from dossier
                        where tenant_id = motcua_tenant() and procedure = :code
                            and stage not in ('TURNED_AWAY', 'WITHDRAWN', 'HANDED_OVER', 'HALTED', 'PASSED_ACROSS')
                        group by revision, stage
                        """).param("code", code).query(row -> {
            found.computeIfAbsent(new RevisionId(row.getObject("revision", UUID.class)), _ -> new TreeMap<>())
                    .merge(row.getString("stage"), row.getLong("many"), Long::sum);
        });
    }
}
