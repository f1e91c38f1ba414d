package vn.motcua.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.administration.ChangeRequest.Decision;
import vn.motcua.shared.Scope;

/** The proposed changes of the current tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ChangeRequests {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient db;

    ChangeRequests(JdbcClient db) {
        this.db = db;
    }

    /** Keeps it; proposing the same twice, as with a form sent twice, is proposing it once. */
    void propose(ChangeRequest it) {
        db.sql("""
                        insert into change_request (tenant_id, id, kind, about, proposal, proposed_by, proposed_at)
                        values (:tenant, :id, :kind, :about, cast(:proposal as jsonb), :by, :at)
                        on conflict (tenant_id, id) do nothing
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("kind", it.kind().name())
                .param("about", it.about())
                .param("proposal", JSON.writeValueAsString(it.proposal()))
                .param("by", it.proposedBy())
                .param("at", it.proposedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that wait, oldest first. */
    List<ChangeRequest> waiting() {
        return db.sql("""
                        select id, kind, about, proposal, proposed_by, proposed_at from change_request
                        where tenant_id = :tenant and decision is null order by proposed_at, id
                        """)
                .param("tenant", tenant())
                .query((row, _) -> change(row))
                .list();
    }

    /** That one, if it waits, held until the transaction ends. */
    Optional<ChangeRequest> hold(UUID id) {
        return db.sql("""
                        select id, kind, about, proposal, proposed_by, proposed_at from change_request
                        where tenant_id = :tenant and id = :id and decision is null for update
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> change(row))
                .optional();
    }

    boolean exists(UUID id) {
        return db.sql("select exists (select 1 from change_request where tenant_id = :tenant and id = :id)")
                .param("tenant", tenant())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Notes what came of it; a secret in the proposal is not kept longer. */
    void decide(UUID id, Decision decision, UUID by, Instant at) {
        db.sql("""
                        update change_request set decision = :decision, decided_by = :by, decided_at = :at,
                            proposal = proposal - 'passwordHash'
                        where tenant_id = :tenant and id = :id and decision is null
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("decision", decision.name())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static ChangeRequest change(ResultSet row) throws SQLException {
        return new ChangeRequest(
                row.getObject("id", UUID.class),
                ChangeRequest.Kind.valueOf(row.getString("kind")),
                row.getObject("about", UUID.class),
                JSON.readValue(row.getString("proposal"), new TypeReference<>() {}),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant());
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
