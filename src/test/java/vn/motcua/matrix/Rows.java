package vn.motcua.matrix;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.test.context.TestComponent;
import vn.motcua.support.FreshDatabase;

/**
 * Which rows the database holds, of all tenants, and who wrote them last, as digests: to tell whether anything changed at all. The catalogue and the
 * administrative units are left out; nothing that has an address writes them.
 */
@TestComponent
final class Rows {

    private static final String TABLES = """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r' and relname !~ '^(procedure|administrative_)'
            """;

    private final FreshDatabase database;

    Rows(FreshDatabase database) {
        this.database = database;
    }

    /** A digest of each table. */
    Map<String, String> now() {
        var tables = ask(TABLES);
        var question = tables.stream()
                .map(it -> "select '" + it
                        + " ' || count(*) || '/' || coalesce(sum(hashtext(t.xmin::text || t.ctid::text)), 0)" + " from "
                        + it + " t")
                .collect(java.util.stream.Collectors.joining(" union all "));
        var digests = new TreeMap<String, String>();
        ask(question).forEach(it -> digests.put(it.split(" ", -1)[0], it.split(" ", -1)[1]));
        return digests;
    }

    /** The tables that differ. */
    static List<String> changed(Map<String, String> before, Map<String, String> after) {
        var names = new TreeSet<>(after.keySet());
        names.removeIf(it -> java.util.Objects.equals(before.get(it), after.get(it)));
        return List.copyOf(names);
    }

    /** The dossiers whose row does not say what their events say. */
    List<String> torn() {
        return ask("""
                select d.id::text from dossier d
                where d.version <> (select count(*) from dossier_event e where e.dossier = d.id)
                    or d.version <> (select max(e.version) from dossier_event e where e.dossier = d.id)
                    or not exists (select 1 from audit_record r where r.subject = d.id and r.after = d.digest)
                """);
    }

    /** The first column of what the database answers to a superuser, whom row-level security does not bind. */
    List<String> ask(String question) {
        try (var connection = database.server().superuser(database.name());
                var sql = connection.createStatement();
                var found = sql.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (found.next()) {
                answers.add(found.getString(1));
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
