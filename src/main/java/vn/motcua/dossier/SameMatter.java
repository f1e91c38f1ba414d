package vn.motcua.dossier;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** Tells whether somebody has the same matter running already, before it is taken in once more. */
@Repository
public class SameMatter {

    private static final int MOST = 5;

    private final JdbcClient db;

    SameMatter(JdbcClient db) {
        this.db = db;
    }

    /**
     * The dossiers of that procedure which are not settled yet, filed under that personal number in the current tenant: the
     * number of each, or the moment when it was filed while it has none; latest first.
     */
    @Transactional(readOnly = true)
    public List<String> open(String personalNumber, String procedure) {
        return db.sql("""
                        select d.number, d.filed_at from dossier d
                        join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
                        where d.tenant_id = :tenant and f.personal_number = :number and d.procedure = :procedure
                            and d.stage in ('SUBMITTED', 'RECEIVED', 'IN_PROCESS', 'SUPPLEMENT_AT_INTAKE', 'SUPPLEMENT_IN_PROCESS',
                                'AWAITING_PAYMENT', 'AWAITING_ANSWER')
                        order by d.filed_at desc, d.id limit :most
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("number", personalNumber)
                .param("procedure", procedure)
                .param("most", MOST)
                .query((row, _) -> {
                    var number = row.getString("number");
                    return number == null
                            ? VietnamTime.moment(row.getObject("filed_at", java.time.OffsetDateTime.class)
                                    .toInstant())
                            : number;
                })
                .list();
    }
}
