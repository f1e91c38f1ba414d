package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.Access;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * What officers write to each other about a dossier (ghi chú nội bộ). Whoever may see the dossier at the desk reads and writes
 * them; no page, paper, message or export of the applicant has them. What was written stays written.
 */
@Service
public class InternalNotes {

    /** Characters of a note. */
    public static final int LONGEST = 2_000;

    private final JdbcClient db;
    private final Commands commands;
    private final Access access;
    private final Trail trail;
    private final Clock clock;

    InternalNotes(JdbcClient db, Commands commands, Access access, Trail trail, Clock clock) {
        this.db = db;
        this.commands = commands;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /** One of them. */
    public record Note(String author, String body, Instant at) {}

    /** All of a dossier that this officer has open, the latest first. */
    public List<Note> of(SignedIn.OfficerAt who, Opened dossier) {
        return commands.inTenant(
                who.tenant(),
                who,
                () -> db.sql("""
                        select n.author_name, n.body, n.written_at from dossier_note n
                        where n.tenant_id = motcua_tenant() and n.dossier = :dossier
                        order by n.written_at desc, n.id desc
                        """)
                        .param("dossier", dossier.id().value())
                        .query((row, _) -> new Note(
                                row.getString("author_name"),
                                row.getString("body"),
                                DossierRow.moment(row, "written_at").orElseThrow()))
                        .list());
    }

    /** Writes one; the same command again writes nothing more. */
    public void write(SignedIn.OfficerAt who, UUID command, DossierId dossier, String typed) {
        var body = Text.clean(typed);
        commands.inTenant(who.tenant(), who, () -> {
            var seen = commands.seen(
                    new DossierRef(who.tenant(), dossier),
                    who,
                    it -> access.may(who, DeskAct.SEE, it.subject()),
                    clock.instant());
            if (body.isEmpty()) {
                throw new Refused(NoteRefusal.NOTE_EMPTY);
            }
            if (body.length() > LONGEST) {
                throw new Refused(NoteRefusal.NOTE_TOO_LONG, LONGEST);
            }
            var written = db.sql("""
                            insert into dossier_note (tenant_id, dossier, id, account, author_name, body, written_at)
                            values (motcua_tenant(), :dossier, :id, :account, :name, :body, :now)
                            on conflict do nothing
                            """)
                    .param("dossier", dossier.value())
                    .param("id", command)
                    .param("account", who.account().value())
                    .param("name", who.name())
                    .param("body", body)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            if (written > 0) {
                trail.leave(new Look(
                        who.account().value(),
                        seen.as().map(it -> it.id().value()),
                        seen.as().map(Position::role),
                        Purpose.SETTLE,
                        dossier.value(),
                        "note-written",
                        Fields.of(Fields.HISTORY)));
            }
            return written;
        });
    }
}
