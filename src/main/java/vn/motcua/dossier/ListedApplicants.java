package vn.motcua.dossier;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** Whose dossiers are, by name, for a list before an officer of whom another module knows that they may see them. */
@Service
public class ListedApplicants {

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    ListedApplicants(JdbcClient db, Trail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** The names of the applicants of these dossiers; that the officer looked is entered into the log, once a day for each. */
    @Transactional
    public Map<DossierId, String> names(SignedIn.OfficerAt who, Collection<DossierId> dossiers) {
        var names = new HashMap<DossierId, String>();
        db.sql("""
                        select d.id, f.applicant_name from dossier d
                        join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
                        where d.tenant_id = :tenant and d.id = any(:dossiers)
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("dossiers", dossiers.stream().map(DossierId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        names.put(new DossierId(row.getObject("id", UUID.class)), row.getString("applicant_name")))
                .list();
        var today = VietnamTime.dayOf(clock.instant());
        var as = who.positionsOn(today).stream().findFirst();
        trail.once(
                names.keySet().stream()
                        .map(it -> new Look(
                                who.account().value(),
                                as.map(one -> one.id().value()),
                                as.map(Position::role),
                                Purpose.SETTLE,
                                it.value(),
                                "listed",
                                Fields.of(Fields.IDENTITY)))
                        .toList(),
                today.atStartOfDay(VietnamTime.ZONE).toInstant());
        return Map.copyOf(names);
    }
}
