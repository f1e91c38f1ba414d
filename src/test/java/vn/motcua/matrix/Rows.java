package vn.motcua.matrix;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import vn.motcua.support.FreshDatabase;

/**
 * Which rows the database holds, of all tenants, and who wrote them last, as digests: to tell whether anything changed at all. The catalogue and the
 * administrative units are left out; nothing that has an address writes them.
 */
@TestComponent
final class Rows implements AutoCloseable {

    private static final String TABLES = """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r' and relname !~ '^(procedure|administrative_)'
            """;

    private final FreshDatabase database;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement digests;

    Rows(FreshDatabase database) {
        this.database = database;
    }

    /** A digest of each table. */
    Map<String, String> now() {
        try (var found = digests().executeQuery()) {
            var now = new TreeMap<String, String>();
            while (found.next()) {
                now.put(found.getString(1), found.getString(2));
            }
            return now;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One for all questions: they are asked before and after each call. */
    private Connection connection() throws SQLException {
        var open = connection;
        if (open == null) {
            open = database.server().superuser(database.name());
            connection = open;
        }
        return open;
    }

    private PreparedStatement digests() throws SQLException {
        var prepared = digests;
        if (prepared == null) {
            prepared = connection()
                    .prepareStatement(ask(TABLES).stream()
                            .map(it -> "select '" + it
                                    + "', count(*) || '/' || coalesce(sum(hashtext(t.xmin::text || t.ctid::text)), 0) from "
                                    + it + " t")
                            .collect(Collectors.joining(" union all ")));
            digests = prepared;
        }
        return prepared;
    }

    /** The tables that differ. */
    static List<String> changed(Map<String, String> before, Map<String, String> after) {
        var names = new TreeSet<>(after.keySet());
        names.removeIf(it -> Objects.equals(before.get(it), after.get(it)));
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
        try (var sql = connection().createStatement();
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

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
