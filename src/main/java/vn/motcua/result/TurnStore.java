package vn.motcua.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.document.FileId;
import vn.motcua.identity.Officer;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.Officers;
import vn.motcua.shared.Scope;

/** The turns of results with several signatures, in the register of the current tenant. */
final class TurnStore {

    private final JdbcClient db;
    private final Officers officers;

    TurnStore(JdbcClient db, Officers officers) {
        this.db = db;
        this.officers = officers;
    }

    /** Enters the turns of a result that has more signatures than the leader's and the seal. */
    void add(UUID result, Draft draft) {
        if (draft.signers().isEmpty()) {
            return;
        }
        int no = 1;
        for (var one : draft.signers()) {
            add(result, no++, one.where(), one.officer(), one.position());
        }
        add(
                result,
                no++,
                Turn.What.LEADER,
                draft.leader().officer(),
                draft.leader().position());
        add(result, no, Turn.What.SEAL, draft.leader().officer(), "");
    }

    private void add(UUID result, int no, Turn.What what, OfficerId officer, String position) {
        db.sql("""
                        insert into result_turn (tenant_id, result, no, what, officer, position)
                        values (:tenant, :result, :no, :what, :officer, :position)
                        """)
                .param("tenant", tenant())
                .param("result", result)
                .param("no", no)
                .param("what", what.name())
                .param("officer", officer.value())
                .param("position", position)
                .update();
    }

    /** Whether that officer signs one of these later than now. */
    boolean tooEarly(OfficerId officer, List<UUID> results) {
        return db.sql("""
                        select exists (select 1 from result_turn t
                            join result r on r.tenant_id = t.tenant_id and r.id = t.result
                            join result_turn c on c.tenant_id = r.tenant_id and c.result = r.id and c.no = r.turn
                            where t.tenant_id = :tenant and t.result = any(:results) and t.officer = :officer
                                and t.signed_at is null and t.no > r.turn and c.officer <> :officer
                                and r.state in ('DRAFTED', 'APPRAISED'))
                        """)
                .param("tenant", tenant())
                .param("results", results.toArray(UUID[]::new))
                .param("officer", officer.value())
                .query(Boolean.class)
                .single();
    }

    /** That officer's word for those of these whose turn is theirs; how many had none yet. */
    int order(OfficerId officer, List<UUID> results, UUID order, Instant now) {
        return db.sql("""
                        with mine as (
                            update result_turn t set ordered_at = :now, ordered_by = :order from result r
                            where t.tenant_id = :tenant and t.result = any(:results) and t.officer = :officer
                                and t.what <> 'SEAL' and t.ordered_at is null
                                and r.tenant_id = t.tenant_id and r.id = t.result and r.turn = t.no
                                and r.state in ('DRAFTED', 'APPRAISED')
                                and (r.appraiser_role = '' or r.state = 'APPRAISED')
                            returning t.result, t.what)
                        update result r set word_at = :now, next_try_at = '-infinity', attempts = 0,
                            ordered_at = case when m.what = 'LEADER' then :now else r.ordered_at end,
                            ordered_by = case when m.what = 'LEADER' then cast(:order as uuid) else r.ordered_by end
                        from mine m where r.tenant_id = :tenant and r.id = m.result
                        """)
                .param("tenant", tenant())
                .param("results", results.toArray(UUID[]::new))
                .param("officer", officer.value())
                .param("order", order)
                .param("now", utc(now))
                .update();
    }

    /** Whether that officer gave some word with that command. */
    boolean isOf(OfficerId officer, UUID order) {
        return db.sql("""
                        select exists (select 1 from result_turn
                            where tenant_id = :tenant and ordered_by = :order and officer = :officer)
                        """)
                .param("tenant", tenant())
                .param("order", order)
                .param("officer", officer.value())
                .query(Boolean.class)
                .single();
    }

    /** Who that is, as their signature names them. */
    String name(OfficerId officer) {
        return officers.officer(officer).map(Officer::name).orElse("");
    }

    /** How many initials stand before that signature. */
    int initialsBefore(UUID result, int no) {
        return db.sql("""
                        select count(*)::int from result_turn
                        where tenant_id = :tenant and result = :result and no < :no and what = 'INITIALS'
                        """)
                .param("tenant", tenant())
                .param("result", result)
                .param("no", no)
                .query(Integer.class)
                .single();
    }

    /** What that signature says of its time: this moment, or that of the first try. */
    Instant begun(UUID result, int no, Instant now) {
        return db.sql("""
                        update result_turn set signing_at = coalesce(signing_at, :now)
                        where tenant_id = :tenant and result = :result and no = :no returning signing_at
                        """)
                .param("tenant", tenant())
                .param("result", result)
                .param("no", no)
                .param("now", utc(now))
                .query((row, _) -> moment(row, "signing_at"))
                .single()
                .orElseThrow();
    }

    /** It has its signature, and it is the next one's turn; says no when it had it already, or ended meanwhile. */
    boolean signed(UUID result, Turn turn, FileId file, Instant now) {
        var seal = turn.what() == Turn.What.SEAL;
        var passed = db.sql("""
                        update result set turn = :next, last_error = '',
                            word_at = case when :what in ('LEADER', 'SEAL') then word_at end
                        where tenant_id = :tenant and id = :result and turn = :no and state in ('DRAFTED', 'APPRAISED')
                        """)
                .param("tenant", tenant())
                .param("result", result)
                .param("no", turn.no())
                .param("next", seal ? turn.no() : turn.no() + 1)
                .param("what", turn.what().name())
                .update();
        return passed == 1 && recorded(result, turn, file, now) == 1 && (seal || told(result, turn, now) == 1);
    }

    private int recorded(UUID result, Turn turn, FileId file, Instant now) {
        return db.sql("""
                        update result_turn set signed_at = :now, file = :file
                        where tenant_id = :tenant and result = :result and no = :no and signed_at is null
                        """)
                .param("tenant", tenant())
                .param("result", result)
                .param("no", turn.no())
                .param("file", file.sha256())
                .param("now", utc(now))
                .update();
    }

    private int told(UUID result, Turn turn, Instant now) {
        return db.sql("""
                        insert into result_event (tenant_id, result, no, kind, at, officer)
                        select :tenant, :result, count(*) + 1, :kind, :now, :officer from result_event
                        where tenant_id = :tenant and result = :result
                        """)
                .param("tenant", tenant())
                .param("result", result)
                .param("kind", turn.what().name())
                .param("officer", turn.officer().value())
                .param("now", utc(now))
                .update();
    }

    /** The files between the draft and the result, which nobody needs once it is issued. */
    List<FileId> between(UUID result) {
        return db.sql("""
                        select file from result_turn
                        where tenant_id = :tenant and result = :result and file is not null and what <> 'SEAL'
                        """)
                .param("tenant", tenant())
                .param("result", result)
                .query((row, _) -> FileId.of(row.getString("file")))
                .list();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
