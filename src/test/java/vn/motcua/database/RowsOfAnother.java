package vn.motcua.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives every table at least one row of the tenant of Lào Cai, of values made by the types of its columns: whether
 * somebody else finds nothing in a table means something only where there is something to find. In one transaction that
 * its caller rolls back.
 */
final class RowsOfAnother {

    static final int TENANT = 15;

    private final Connection superuser;

    RowsOfAnother(Connection superuser) {
        this.superuser = superuser;
    }

    /** How many tables got a row; those that have one of their own are left alone. */
    int fill(List<String> tables) throws SQLException {
        var made = 0;
        try (var sql = superuser.createStatement()) {
            sql.execute("set local session_replication_role = replica");
            for (var table : tables) {
                try (var found = sql.executeQuery(
                        "select exists (select from " + table + " where tenant_id = " + TENANT + ")")) {
                    found.next();
                    if (found.getBoolean(1)) {
                        continue;
                    }
                }
                for (var rule : ask(
                        "select quote_ident(conname) from pg_constraint where contype = 'c' and conrelid = '%s'::regclass"
                                .formatted(table))) {
                    sql.execute("alter table " + table + " drop constraint " + rule);
                }
                sql.execute(row(table));
                made++;
            }
            sql.execute("set local session_replication_role = origin");
        }
        return made;
    }

    private String row(String table) throws SQLException {
        var columns = ask("""
                select quote_ident(attname) || ' ' || format_type(atttypid, null) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
                    and attnotnull and not atthasdef
                order by attnum
                """.formatted(table));
        var names = columns.stream().map(it -> it.substring(0, it.indexOf(' '))).toList();
        var values = columns.stream()
                .map(it -> it.startsWith("tenant_id ") ? "" + TENANT : value(it.substring(it.indexOf(' ') + 1)))
                .toList();
        return "insert into " + table + " (" + String.join(", ", names) + ") values (" + String.join(", ", values)
                + ")";
    }

    private static String value(String type) {
        return switch (type) {
            case "uuid" -> "uuidv7()";
            case "integer", "bigint", "smallint", "numeric" -> "7";
            case "boolean" -> "true";
            case "date" -> "date '2026-11-23'";
            case "timestamp with time zone" -> "timestamptz '2026-11-23 08:00+07'";
            case "time without time zone" -> "time '08:00'";
            case "interval" -> "interval '1 day'";
            case "jsonb", "json" -> "'{}'";
            case "bytea" -> "sha256('x')";
            case "xid8" -> "'7'";
            default -> type.endsWith("[]") ? "'{}'" : "'x'";
        };
    }

    private List<String> ask(String question) throws SQLException {
        try (var sql = superuser.createStatement();
                var found = sql.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (found.next()) {
                answers.add(found.getString(1));
            }
            return answers;
        }
    }
}
