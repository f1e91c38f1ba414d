package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.identity.AccountId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;

/**
 * What a notice about a dossier of the current tenant must say besides what happened: which agency, who received it and when,
 * who handled it and when (NĐ 224/2026/NĐ-CP Điều 15), and whom it reaches.
 */
@Service
public class Progress {

    private final JdbcClient db;

    Progress(JdbcClient db) {
        this.db = db;
    }

    /**
     * How far a dossier has come.
     *
     * @param unit where it was filed
     * @param code of its filing
     * @param place which dossier of its filing it is, from 1; empty when it is the only one
     * @param email to write to, as it was given for the filing; may be empty
     * @param phone for short messages, likewise; empty when they want none
     * @param submitter the account that filed it; empty for a walk-in
     * @param handler who did what the notice is about
     * @param at when
     * @param receiver who received it, once somebody has
     * @param with the units where it lies now
     */
    public record View(
            RevisionId revision,
            UnitId unit,
            TrackingCode code,
            Optional<Integer> place,
            Optional<DossierNumber> number,
            String email,
            String phone,
            Optional<AccountId> submitter,
            String handler,
            Instant at,
            Instant filedAt,
            Optional<String> receiver,
            Optional<Instant> receivedAt,
            Optional<Instant> due,
            List<UnitId> with) {

        /** Keeps its own copy. */
        public View {
            with = List.copyOf(with);
        }

        /** Its name in an address of the applicant's pages. */
        public String word() {
            return code.word(place);
        }
    }

    /** As it is now, with who made that version. */
    @Transactional(readOnly = true)
    public View of(DossierId dossier, int version) {
        return db.sql("""
                        select d.revision, d.unit, d.number, d.filed_at, d.received_at, d.due_at, f.tracking_code, f.email,
                            case when f.wants_sms then f.phone else '' end as phone, f.submitter,
                            e.actor_name, e.recorded_at,
                            (select case when count(*) > 1 then count(*) filter (where s.id <= d.id) end
                                from dossier s where s.tenant_id = d.tenant_id and s.filing = d.filing) as place,
                            (select r.actor_name from dossier_event r where r.tenant_id = d.tenant_id and r.dossier = d.id
                                and r.kind = 'received' order by r.version desc limit 1) as receiver,
                            array(select distinct t.unit from route_token t where t.tenant_id = d.tenant_id
                                and t.dossier = d.id and t.state = 'OPEN' and t.unit is not null) as units
                        from dossier d
                        join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
                        join dossier_event e on e.tenant_id = d.tenant_id and e.dossier = d.id and e.version = :version
                        where d.tenant_id = :tenant and d.id = :dossier
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("dossier", dossier.value())
                .param("version", version)
                .query((row, _) -> view(row))
                .single();
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                new RevisionId(row.getObject("revision", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                new TrackingCode(row.getString("tracking_code")),
                Optional.ofNullable(row.getObject("place", Long.class)).map(Long::intValue),
                DossierRow.text(row, "number").map(DossierNumber::new),
                row.getString("email"),
                row.getString("phone"),
                Optional.ofNullable(row.getObject("submitter", UUID.class)).map(AccountId::new),
                row.getString("actor_name"),
                DossierRow.moment(row, "recorded_at").orElseThrow(),
                DossierRow.moment(row, "filed_at").orElseThrow(),
                Optional.ofNullable(row.getString("receiver")),
                DossierRow.moment(row, "received_at"),
                DossierRow.moment(row, "due_at"),
                Arrays.stream((UUID[]) row.getArray("units").getArray())
                        .map(UnitId::new)
                        .toList());
    }
}
