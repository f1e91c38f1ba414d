package vn.motcua.desk;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/** The lists of the inbox that officers keep under names of their own; one of them may be what the inbox shows at first. */
@Service
public class SavedLists {

    /** Characters of a name. */
    public static final int LONGEST = 60;
    /** Lists of an officer. */
    public static final int MOST = 20;

    private final JdbcClient db;
    private final Clock clock;

    SavedLists(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param place the list as it stands in addresses
     * @param atFirst whether the inbox shows it at first
     */
    public record Saved(UUID id, String name, String place, boolean atFirst) {}

    /** Those of this officer, by name. */
    @Transactional(readOnly = true)
    public List<Saved> of(OfficerAt who) {
        return db.sql("""
                        select l.id, l.name, l.place, l.at_first from saved_list l
                        where l.tenant_id = :tenant and l.account = :account order by l.name, l.id
                        """)
                .param("tenant", who.tenant().value())
                .param("account", who.account().value())
                .query((row, _) -> new Saved(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("place"),
                        row.getBoolean("at_first")))
                .list();
    }

    /**
     * Keeps a list; one of the same name is replaced. The form sent again under another name, as after the browser's Back, is
     * another list.
     */
    @Transactional
    public void save(OfficerAt who, UUID command, String typed, String place, boolean atFirst) {
        var name = Text.clean(typed);
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new Refused(SavedListRefusal.LIST_NAME, LONGEST);
        }
        var known = of(who);
        if (known.size() >= MOST && known.stream().noneMatch(it -> it.name().equals(name))) {
            throw new Refused(SavedListRefusal.LISTS_TOO_MANY, MOST);
        }
        if (atFirst) {
            db.sql(
                            "update saved_list set at_first = false where tenant_id = :tenant and account = :account and at_first and name <> :name")
                    .param("tenant", who.tenant().value())
                    .param("account", who.account().value())
                    .param("name", name)
                    .update();
        }
        db.sql("""
                        insert into saved_list (tenant_id, account, id, name, place, at_first, saved_at)
                        values (:tenant, :account, :id, :name, :place, :atFirst, :now)
                        on conflict (tenant_id, account, name)
                            do update set place = excluded.place, at_first = excluded.at_first, saved_at = excluded.saved_at
                            where (saved_list.place, saved_list.at_first) is distinct from (excluded.place, excluded.at_first)
                        """)
                .param("tenant", who.tenant().value())
                .param("account", who.account().value())
                .param("id", Ids.once(command + " " + name))
                .param("name", name)
                .param("place", place)
                .param("atFirst", atFirst)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets one of theirs; another's is not there. */
    @Transactional
    public void forget(OfficerAt who, UUID id) {
        var gone = db.sql("delete from saved_list where tenant_id = :tenant and account = :account and id = :id")
                .param("tenant", who.tenant().value())
                .param("account", who.account().value())
                .param("id", id)
                .update();
        if (gone == 0) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
    }
}
