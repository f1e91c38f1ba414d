package vn.motcua.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.motcua.database.LocalServer;

/** Everything that a data folder holds, so that two can be compared. */
final class State {

    private State() {}

    /** A digest over all rows of each table of the database, by the table's name. */
    static Map<String, String> tables(LocalServer server) throws SQLException {
        try (var connection = server.superuser("motcua")) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var tables = new TreeMap<String, String>();
            for (var name : ask(connection, """
                    select format('%I.%I', schemaname, tablename) from pg_tables
                    where schemaname not in ('pg_catalog', 'information_schema') order by 1
                    """)) {
                tables.put(name, ask(connection, """
                        select count(*) || ' ' || coalesce(encode(sha256(convert_to(
                            string_agg(t::text, E'\\n' order by t::text collate "C"), 'UTF8')), 'hex'), '')
                        from %s t
                        """.formatted(name)).getFirst());
            }
            return tables;
        }
    }

    /** The digest of each file below, by its path; what is made anew at each start is left out. */
    static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var found = Files.walk(folder)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                var name = folder.relativize(file).toString();
                if (!name.startsWith("postgres")
                        && !name.startsWith("files/incoming")
                        && !name.matches("motcua.lock|backup-id")) {
                    files.put(name, Packed.of(file).sha256());
                }
            }
        }
        return files;
    }

    static List<String> ask(Connection connection, String question) throws SQLException {
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
