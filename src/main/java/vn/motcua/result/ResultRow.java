package vn.motcua.result;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.Revocation;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;

/** How a row of the register is read. */
final class ResultRow {

    static final String SELECT = """
            select r.id, r.command, r.code, r.dossier, r.step, r.number, r.procedure, r.revision, r.issuer, r.issuer_name,
                r.leader, r.leader_name, r.leader_position, r.clerk, r.cautions, r.draft, r.file, r.state, r.drafted_at,
                r.ordered_at, r.signing_at, r.signed_at, r.issued_at, r.ended_at, r.reason, r.last_error, r.ground, r.sensitive, r.appraiser_role,
                r.drafters, t.no as turn_no, t.what as turn_what, t.officer as turn_officer, t.position as turn_position,
                t.ordered_at as turn_ordered_at, t.signing_at as turn_signing_at, b.file as turn_before, r.appraised_by, r.appraised_at, r.sent_back,
                (select n.code from result n where n.tenant_id = r.tenant_id and n.id = r.replaced_by) as next_code
            from result r
            left join result_turn t on t.tenant_id = r.tenant_id and t.result = r.id and t.no = r.turn and t.signed_at is null
            left join result_turn b on b.tenant_id = r.tenant_id and b.result = r.id and b.no = r.turn - 1
            where r.tenant_id = :tenant and\s""";

    private ResultRow() {}

    static Registered registered(ResultSet row) throws SQLException {
        return new Registered(
                row.getObject("id", UUID.class),
                draft(row),
                ResultState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("file")).map(FileId::of),
                moment(row, "drafted_at").orElseThrow(),
                moment(row, "ordered_at"),
                moment(row, "signing_at"),
                moment(row, "signed_at"),
                appraised(row),
                row.getBoolean("sent_back"),
                turn(row),
                moment(row, "issued_at"),
                moment(row, "ended_at"),
                Optional.ofNullable(row.getString("next_code")).map(ResultCode::new),
                row.getString("reason"),
                Optional.ofNullable(row.getString("ground")).map(Revocation.Ground::valueOf),
                row.getString("last_error"));
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getObject("command", UUID.class),
                new ResultCode(row.getString("code")),
                new DossierId(row.getObject("dossier", UUID.class)),
                row.getString("step"),
                row.getString("number"),
                row.getString("procedure"),
                new RevisionId(row.getObject("revision", UUID.class)),
                new Draft.Issuer(new UnitId(row.getObject("issuer", UUID.class)), row.getString("issuer_name")),
                new Draft.Leader(
                        new OfficerId(row.getObject("leader", UUID.class)),
                        row.getString("leader_name"),
                        row.getString("leader_position")),
                new AccountId(row.getObject("clerk", UUID.class)),
                cautions(row.getArray("cautions")),
                FileId.of(row.getString("draft")),
                row.getBoolean("sensitive"),
                List.of(),
                appraisal(row));
    }

    private static Set<Caution> cautions(Array names) throws SQLException {
        var found = EnumSet.noneOf(Caution.class);
        Arrays.stream((String[]) names.getArray()).map(Caution::valueOf).forEach(found::add);
        return found;
    }

    private static Optional<Turn> turn(ResultSet row) throws SQLException {
        var what = row.getString("turn_what");
        if (what == null) {
            return Optional.empty();
        }
        var before = row.getString("turn_before");
        return Optional.of(new Turn(
                row.getInt("turn_no"),
                Turn.What.valueOf(what),
                new OfficerId(row.getObject("turn_officer", UUID.class)),
                row.getString("turn_position"),
                FileId.of(before == null ? row.getString("draft") : before),
                moment(row, "turn_ordered_at"),
                moment(row, "turn_signing_at")));
    }

    private static Optional<Draft.Appraisal> appraisal(ResultSet row) throws SQLException {
        var role = row.getString("appraiser_role");
        var drafters = (UUID[]) row.getArray("drafters").getArray();
        return role.isEmpty()
                ? Optional.empty()
                : Optional.of(new Draft.Appraisal(
                        role, Arrays.stream(drafters).map(OfficerId::new).collect(Collectors.toSet())));
    }

    private static Optional<Registered.Appraised> appraised(ResultSet row) throws SQLException {
        var by = Optional.ofNullable(row.getObject("appraised_by", UUID.class));
        var at = moment(row, "appraised_at");
        return by.flatMap(it -> at.map(then -> new Registered.Appraised(new OfficerId(it), then)));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
