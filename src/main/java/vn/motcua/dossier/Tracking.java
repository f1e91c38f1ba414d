package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.dossier.TrackingView.Tracked;
import vn.motcua.route.RoutePicture;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** Looking up a filing by its tracking code, without signing in. The dossier number alone opens nothing. */
@Service
public class Tracking {

    private final JdbcClient db;
    private final Filings filings;
    private final Procedures procedures;
    private final Messages messages;
    private final TransactionTemplate reading;

    Tracking(
            JdbcClient db,
            Filings filings,
            Procedures procedures,
            Messages messages,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.filings = filings;
        this.procedures = procedures;
        this.messages = messages;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** Where the filing of that code stands; empty when no filing has it. */
    public Optional<TrackingView> find(TrackingCode code, Language language) {
        var entry = Scope.of(TenantId.NATIONAL).call(() -> reading.execute(_ -> filings.tracked(code)));
        return entry.map(it -> Scope.of(it.holder()).call(() -> reading.execute(_ -> view(it, language))));
    }

    /** Which dossiers the filing of that code has; who may see them is asked where one is opened. */
    public List<DossierRef> dossiers(TrackingCode code) {
        var entry = Objects.requireNonNull(
                Scope.of(TenantId.NATIONAL).call(() -> reading.execute(_ -> filings.tracked(code))));
        return entry.map(it -> Scope.of(it.holder()).call(() -> reading.execute(_ -> refs(it))))
                .orElse(List.of());
    }

    private List<DossierRef> refs(Filings.Entry entry) {
        return db.sql("select d.id from dossier d where d.tenant_id = :tenant and d.filing = :filing order by d.id")
                .param("tenant", entry.holder().value())
                .param("filing", entry.filing().value())
                .query((row, _) -> new DossierRef(entry.holder(), new DossierId(row.getObject("id", UUID.class))))
                .list();
    }

    private TrackingView view(Filings.Entry entry, Language language) {
        return new TrackingView(db.sql("""
                        select d.number, d.revision, d.stage, d.stage_since, d.due_at,
                            (select jsonb_agg(to_jsonb(t) - 'tenant_id' - 'dossier')
                                from route_token t where t.tenant_id = d.tenant_id and t.dossier = d.id) as tokens
                        from dossier d where d.tenant_id = :tenant and d.filing = :filing order by d.id
                        """)
                .param("tenant", entry.holder().value())
                .param("filing", entry.filing().value())
                .query((row, _) -> tracked(row, language))
                .list());
    }

    private Tracked tracked(ResultSet row, Language language) throws SQLException {
        var stage = StageKind.valueOf(row.getString("stage"));
        var route = procedures
                .of(new RevisionId(row.getObject("revision", UUID.class)))
                .route();
        return new Tracked(
                DossierRow.text(row, "number").map(DossierNumber::new),
                stage,
                messages.say(language, "dossier.public." + stage),
                new RoutePicture(route).doors(Dossiers.desk(row).tokens()),
                DossierRow.moment(row, "stage_since").orElseThrow(),
                DossierRow.moment(row, "due_at").filter(_ -> Lane.of(stage) == Lane.RUNNING));
    }
}
