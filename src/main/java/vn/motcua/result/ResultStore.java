package vn.motcua.result;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.Officers;
import vn.motcua.shared.Scope;

/** The rows of the register of the current tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ResultStore {

    private final JdbcClient db;
    private final NumberStore numbers;
    private final TurnStore turns;
    private final AppraisalStore appraisals;

    ResultStore(JdbcClient db, NumberStore numbers, Officers officers) {
        this.db = db;
        this.numbers = numbers;
        this.turns = new TurnStore(db, officers);
        this.appraisals = new AppraisalStore(db, numbers);
    }

    /** The turns of results with several signatures. */
    TurnStore turns() {
        return turns;
    }

    /** What is to be appraised. */
    AppraisalStore appraisals() {
        return appraisals;
    }

    void add(UUID id, Draft draft, Instant now, Optional<Instant> orderedAt) {
        db.sql("""
                        insert into result (tenant_id, id, command, code, dossier, step, number, procedure, revision, issuer,
                            issuer_name, leader, leader_name, leader_position, clerk, cautions, draft, state, drafted_at,
                            ordered_at, reason, sensitive, appraiser_role, drafters, turn)
                        values (:tenant, :id, :command, :code, :dossier, :step, :number, :procedure, :revision, :issuer,
                            :issuerName, :leader, :leaderName, :leaderPosition, :clerk, :cautions, :draft, 'DRAFTED', :now,
                            :orderedAt, '', :sensitive, :appraiserRole, :drafters, :turn)
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("command", draft.command())
                .param("code", draft.code().value())
                .param("dossier", draft.dossier().value())
                .param("step", draft.step())
                .param("number", draft.number())
                .param("procedure", draft.procedure())
                .param("revision", draft.revision().value())
                .param("issuer", draft.issuer().unit().value())
                .param("issuerName", draft.issuer().name())
                .param("leader", draft.leader().officer().value())
                .param("leaderName", draft.leader().name())
                .param("leaderPosition", draft.leader().position())
                .param("clerk", draft.clerk().value())
                .param("cautions", draft.cautions().stream().map(Enum::name).toArray(String[]::new))
                .param("draft", draft.file().sha256())
                .param("sensitive", draft.sensitive())
                .param("turn", draft.signers().isEmpty() ? 0 : 1)
                .param(
                        "appraiserRole",
                        draft.appraisal().map(Draft.Appraisal::role).orElse(""))
                .param(
                        "drafters",
                        draft.appraisal().stream()
                                .flatMap(it -> it.drafters().stream())
                                .map(OfficerId::value)
                                .toArray(UUID[]::new))
                .param("now", utc(now))
                .param("orderedAt", orderedAt.map(ResultStore::utc).orElse(null))
                .update();
        turns.add(id, draft);
        list(draft.code().digest(), id);
    }

    /** Enters it into the national directory under that digest. */
    void list(byte[] digest, UUID id) {
        db.sql("""
                        insert into result_directory (tenant_id, digest, holder, result)
                        values (0, :digest, :tenant, :id)
                        """)
                .param("digest", digest)
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    Optional<Registered> find(UUID id) {
        return db.sql(ResultRow.SELECT + "r.id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> ResultRow.registered(row))
                .optional();
    }

    Optional<Registered> byCommand(UUID command) {
        return db.sql(ResultRow.SELECT + "r.command = :command")
                .param("tenant", tenant())
                .param("command", command)
                .query((row, _) -> ResultRow.registered(row))
                .optional();
    }

    List<Registered> byCommands(Collection<UUID> commands) {
        return db.sql(ResultRow.SELECT + "r.command = any(:commands)")
                .param("tenant", tenant())
                .param("commands", commands.toArray(UUID[]::new))
                .query((row, _) -> ResultRow.registered(row))
                .list();
    }

    /** The one of that dossier that waits to be signed and issued. */
    Optional<Registered> open(DossierId dossier) {
        return db.sql(ResultRow.SELECT + "r.dossier = :dossier and r.state in ('DRAFTED', 'APPRAISED', 'SIGNED')")
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> ResultRow.registered(row))
                .optional();
    }

    Optional<Registered> byFile(FileId file) {
        return db.sql(ResultRow.SELECT + "r.file = :file limit 1")
                .param("tenant", tenant())
                .param("file", file.sha256())
                .query((row, _) -> ResultRow.registered(row))
                .optional();
    }

    /** What waits for that officer's word or signature as its leader, or in its turn, the oldest first. */
    List<Registered> waiting(OfficerId leader, int most) {
        return db.sql(ResultRow.SELECT + """
                        r.id in (select l.id from result l where l.tenant_id = :tenant and l.leader = :leader
                                and l.state in ('DRAFTED', 'APPRAISED')
                            union select o.result from result_turn o where o.tenant_id = :tenant and o.officer = :leader
                                and o.signed_at is null)
                            and r.state in ('DRAFTED', 'APPRAISED')
                        order by r.drafted_at, r.id limit :most
                        """)
                .param("tenant", tenant())
                .param("leader", leader.value())
                .param("most", most)
                .query((row, _) -> ResultRow.registered(row))
                .list();
    }

    /** What was ordered with that confirmation. */
    List<Registered> ordered(UUID order) {
        return db.sql(ResultRow.SELECT + """
                        r.id in (select l.id from result l where l.tenant_id = :tenant and l.ordered_by = :order
                            union select o.result from result_turn o where o.tenant_id = :tenant and o.ordered_by = :order)
                        order by r.drafted_at, r.id
                        """)
                .param("tenant", tenant())
                .param("order", order)
                .query((row, _) -> ResultRow.registered(row))
                .list();
    }

    /** The leader's word for these of theirs; how many had none yet. */
    int order(OfficerId leader, List<UUID> results, UUID order, Instant now) {
        return db.sql("""
                        update result set ordered_at = :now, ordered_by = :order
                        where tenant_id = :tenant and id = any(:results) and leader = :leader and state in ('DRAFTED', 'APPRAISED')
                            and ordered_at is null and turn = 0 and (appraiser_role = '' or state = 'APPRAISED')
                        """)
                .param("tenant", tenant())
                .param("results", results.toArray(UUID[]::new))
                .param("leader", leader.value())
                .param("order", order)
                .param("now", utc(now))
                .update();
    }

    /** What of that leader's was tried and failed is tried at once. */
    void again(OfficerId leader) {
        db.sql("""
                        update result set next_try_at = '-infinity'
                        where tenant_id = :tenant and state in ('DRAFTED', 'APPRAISED', 'SIGNED') and last_error <> ''
                            and (leader = :leader or exists (select 1 from result_turn t where t.tenant_id = :tenant
                                and t.result = result.id and t.officer = :leader and t.no = result.turn))
                        """).param("tenant", tenant()).param("leader", leader.value()).update();
    }

    /** Those that can be gone on with, the longest waiting first. */
    List<UUID> due(Instant now, int most) {
        return db.sql("""
                        select id from result
                        where tenant_id = :tenant and state in ('DRAFTED', 'APPRAISED', 'SIGNED')
                            and (ordered_at is not null or word_at is not null) and next_try_at <= :now
                        order by next_try_at, id limit :most
                        """)
                .param("tenant", tenant())
                .param("now", utc(now))
                .param("most", most)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Takes it in hand until then, if nobody else has; the moment of signing stays that of the first time. */
    boolean lease(UUID id, Instant now, Instant until) {
        return db.sql("""
                                update result set next_try_at = :until, attempts = attempts + 1,
                                    signing_at = coalesce(signing_at, :now)
                                where tenant_id = :tenant and id = :id and state in ('DRAFTED', 'APPRAISED', 'SIGNED')
                                    and (ordered_at is not null or word_at is not null) and next_try_at <= :now
                                """)
                        .param("tenant", tenant())
                        .param("id", id)
                        .param("now", utc(now))
                        .param("until", utc(until))
                        .update()
                == 1;
    }

    /** It could not be done now. */
    void failed(UUID id, String why, Instant now) {
        db.sql("""
                        update result set last_error = :why,
                            next_try_at = :now + least(interval '10 minutes', interval '15 seconds' * attempts)
                        where tenant_id = :tenant and id = :id and state in ('DRAFTED', 'APPRAISED', 'SIGNED')
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("why", why)
                .param("now", utc(now))
                .update();
    }

    /** It has its signed file; says no when it had one already. */
    boolean signed(UUID id, FileId file, Instant now) {
        return db.sql("""
                                update result set state = 'SIGNED', file = :file, signed_at = :now, last_error = '',
                                    next_try_at = '-infinity'
                                where tenant_id = :tenant and id = :id and state in ('DRAFTED', 'APPRAISED')
                                """)
                        .param("tenant", tenant())
                        .param("id", id)
                        .param("file", file.sha256())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Holds it until the transaction ends, when it is signed and not issued; empty otherwise. */
    Optional<Registered> signedToIssue(UUID id) {
        return db.sql(ResultRow.SELECT + "r.id = :id and r.state = 'SIGNED' for update of r")
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> ResultRow.registered(row))
                .optional();
    }

    void issued(UUID id, FileId file, Instant now) {
        db.sql("""
                        update result set state = 'ISSUED', file = :file, issued_at = :now, last_error = ''
                        where tenant_id = :tenant and id = :id and state in ('DRAFTED', 'APPRAISED', 'SIGNED')
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("file", file.sha256())
                .param("now", utc(now))
                .update();
    }

    /** It never comes to be issued; its number is free again. */
    void revoked(UUID id, String reason, Instant now) {
        db.sql("""
                        update result set state = 'REVOKED', reason = :reason, ended_at = :now
                        where tenant_id = :tenant and id = :id and state in ('DRAFTED', 'APPRAISED', 'SIGNED')
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("reason", reason)
                .param("now", utc(now))
                .update();
        numbers.giveBack(id);
    }

    /** That of the dossier which was in force holds no more; its number stays taken. */
    void withdrawn(DossierId dossier, String ground, String decision, Instant now) {
        db.sql("""
                        update result set state = 'REVOKED', ground = :ground, reason = :decision, ended_at = :now
                        where tenant_id = :tenant and dossier = :dossier and state = 'ISSUED'
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("ground", ground)
                .param("decision", decision)
                .param("now", utc(now))
                .update();
    }

    /** Those of the dossier that were in force are replaced by that one. */
    void replaced(DossierId dossier, UUID by, Instant now) {
        db.sql("""
                        update result set state = 'REPLACED', replaced_by = :by, ended_at = :now
                        where tenant_id = :tenant and dossier = :dossier and state = 'ISSUED' and id <> :by
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    /** Whether that leader gives the word for each paper. */
    boolean confirms(OfficerId leader) {
        return db.sql("select confirms from signing_habit where tenant_id = :tenant and leader = :leader")
                .param("tenant", tenant())
                .param("leader", leader.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void confirms(OfficerId leader, boolean confirms, Instant now) {
        db.sql("""
                        insert into signing_habit (tenant_id, leader, confirms, changed_at)
                        values (:tenant, :leader, :confirms, :now)
                        on conflict (tenant_id, leader) do update set confirms = excluded.confirms,
                            changed_at = excluded.changed_at
                        """)
                .param("tenant", tenant())
                .param("leader", leader.value())
                .param("confirms", confirms)
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
