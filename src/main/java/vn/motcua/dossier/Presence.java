package vn.motcua.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.motcua.identity.Access;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.SignedIn;

/**
 * Which colleagues have a dossier open, so that two do not work on it at once without knowing. It forbids nothing: whoever
 * comes second is told by the version of the dossier. A page says again and again that it is open; after {@link #EXPIRES} of
 * silence it is not.
 */
@Service
public class Presence {

    /** How long after its last word a page counts as open. */
    public static final Duration EXPIRES = Duration.ofMinutes(2);

    private final JdbcClient db;
    private final Commands commands;
    private final Access access;
    private final Clock clock;

    Presence(JdbcClient db, Commands commands, Access access, Clock clock) {
        this.db = db;
        this.commands = commands;
        this.access = access;
        this.clock = clock;
    }

    /** Says that this officer has it open, and who else has, by name; refuses what is not theirs to see as not there. */
    public List<String> here(SignedIn.OfficerAt who, DossierId dossier) {
        var now = clock.instant();
        return commands.inTenant(who.tenant(), who, () -> {
            commands.seen(
                    new DossierRef(who.tenant(), dossier), who, it -> access.may(who, DeskAct.SEE, it.subject()), now);
            db.sql(
                            "delete from dossier_presence where tenant_id = motcua_tenant() and dossier = :dossier and seen_at < :old")
                    .param("dossier", dossier.value())
                    .param("old", now.minus(EXPIRES).atOffset(ZoneOffset.UTC))
                    .update();
            db.sql("""
                            insert into dossier_presence (tenant_id, dossier, account, name, seen_at)
                            values (motcua_tenant(), :dossier, :account, :name, :now)
                            on conflict (tenant_id, dossier, account) do update set seen_at = excluded.seen_at
                            """)
                    .param("dossier", dossier.value())
                    .param("account", who.account().value())
                    .param("name", who.name())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
            return db.sql("""
                            select p.name from dossier_presence p
                            where p.tenant_id = motcua_tenant() and p.dossier = :dossier and p.account <> :account
                                and p.seen_at between :old and :now
                            order by p.name
                            """)
                    .param("dossier", dossier.value())
                    .param("account", who.account().value())
                    .param("old", now.minus(EXPIRES).atOffset(ZoneOffset.UTC))
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .query(String.class)
                    .list();
        });
    }
}
