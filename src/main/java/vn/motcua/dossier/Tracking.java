package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
        var found = entries(code).stream()
                .flatMap(it -> in(it, () -> tracked(it, language)).stream())
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::what)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new TrackingView(found));
    }

    /** Which dossiers the filing of that code has; who may see them is asked where one is opened. */
    public List<DossierRef> dossiers(TrackingCode code) {
        return places(code).stream().map(Placed::what).toList();
    }

    /** The dossier that has that place in the filing of that code, from 1. */
    public Optional<DossierRef> dossier(TrackingCode code, int place) {
        return places(code).stream()
                .filter(it -> it.place() == place)
                .map(Placed::what)
                .findFirst();
    }

    /** In whose system a filing came in that has several parts; empty for one of a single procedure. */
    public Optional<Linked> linked(TrackingCode code) {
        return entries(code).stream()
                .flatMap(it -> in(it, () -> homes(it)).stream())
                .findFirst();
    }

    /** A linked filing and in whose system the whole of it is kept. */
    public record Linked(TenantId home, FilingId filing) {}

    /** Something with the place of its dossier in the filing. */
    private record Placed<T>(int place, T what) {}

    private List<Placed<DossierRef>> places(TrackingCode code) {
        return entries(code).stream()
                .flatMap(it -> in(it, () -> refs(it)).stream())
                .sorted(Comparator.comparingInt(Placed::place))
                .toList();
    }

    private List<Filings.Entry> entries(TrackingCode code) {
        return Objects.requireNonNull(
                Scope.of(TenantId.NATIONAL).call(() -> reading.execute(_ -> filings.tracked(code))));
    }

    private <T> T in(Filings.Entry entry, Supplier<T> work) {
        return Scope.of(entry.holder()).call(() -> Objects.requireNonNull(reading.execute(_ -> work.get())));
    }

    private List<Linked> homes(Filings.Entry entry) {
        return db.sql("""
                        select distinct l.home from dossier d
                        join dossier_link l on l.tenant_id = d.tenant_id and l.dossier = d.id
                        where d.tenant_id = :tenant and d.filing = :filing
                        """)
                .param("tenant", entry.holder().value())
                .param("filing", entry.filing().value())
                .query((row, _) -> new Linked(new TenantId(row.getInt("home")), entry.filing()))
                .list();
    }

    private List<Placed<DossierRef>> refs(Filings.Entry entry) {
        return db.sql("""
                        select d.id, coalesce(l.place, o.place, row_number() over (order by d.id)) as place from dossier d
                        left join dossier_link l on l.tenant_id = d.tenant_id and l.dossier = d.id
                        left join dossier_origin o on o.tenant_id = d.tenant_id and o.dossier = d.id
                        where d.tenant_id = :tenant and d.filing = :filing
                        """)
                .param("tenant", entry.holder().value())
                .param("filing", entry.filing().value())
                .query((row, _) -> new Placed<>(
                        row.getInt("place"),
                        new DossierRef(entry.holder(), new DossierId(row.getObject("id", UUID.class)))))
                .list();
    }

    private List<Placed<Tracked>> tracked(Filings.Entry entry, Language language) {
        return db.sql("""
                        select coalesce(l.place, o.place, row_number() over (order by d.id)) as place,
                            coalesce(d.number, d.given_number) as number, d.revision, d.stage, d.stage_since, d.due_at,
                            (select jsonb_agg(to_jsonb(t) - 'tenant_id' - 'dossier')
                                from route_token t where t.tenant_id = d.tenant_id and t.dossier = d.id) as tokens
                        from dossier d
                        left join dossier_link l on l.tenant_id = d.tenant_id and l.dossier = d.id
                        left join dossier_origin o on o.tenant_id = d.tenant_id and o.dossier = d.id
                        where d.tenant_id = :tenant and d.filing = :filing
                        """)
                .param("tenant", entry.holder().value())
                .param("filing", entry.filing().value())
                .query((row, _) -> new Placed<>(row.getInt("place"), tracked(row, language)))
                .list();
    }

    private Tracked tracked(ResultSet row, Language language) throws SQLException {
        var stage = StageKind.valueOf(row.getString("stage"));
        var route = procedures
                .of(new RevisionId(row.getObject("revision", UUID.class)))
                .route();
        return new Tracked(
                row.getInt("place"),
                DossierRow.text(row, "number").map(DossierNumber::new),
                stage,
                messages.say(language, "dossier.public." + stage),
                new RoutePicture(route).doors(Dossiers.desk(row).tokens()),
                DossierRow.moment(row, "stage_since").orElseThrow(),
                DossierRow.moment(row, "due_at").filter(_ -> Lane.of(stage) == Lane.RUNNING));
    }
}
