package vn.motcua.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import vn.motcua.database.StartRefused.Reason;

/**
 * Makes a database with its three roles on the own server; {@code deploy/roles.sql} does the same elsewhere. The owner
 * runs migrations, the program works as {@code motcua_app}, the auditor reads. Doing it again changes nothing.
 */
public final class DatabaseRoles {

    /** Owns the database and its tables. */
    public static final String OWNER = "motcua_owner";

    /** In whose name the program reads and writes. */
    public static final String APP = "motcua_app";

    /** Reads. */
    public static final String AUDITOR = "motcua_auditor";

    private static final List<String> ALL = List.of(OWNER, APP, AUDITOR);

    private final LocalServer server;

    /** For the databases of this server. */
    public DatabaseRoles(LocalServer server) {
        this.server = server;
    }

    /**
     * Makes sure that the database and the roles are there.
     *
     * @param database a plain name: lower-case letters, digits, underscores
     */
    public void prepare(String database) {
        if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a plain name: " + database);
        }
        try {
            try (var connection = server.superuser("postgres");
                    var sql = connection.createStatement()) {
                roles(connection, sql);
                database(connection, sql, database);
            }
            try (var connection = server.superuser(database);
                    var sql = connection.createStatement()) {
                grants(sql, database);
            }
        } catch (SQLException e) {
            throw new StartRefused(Reason.DATABASE_WILL_NOT_START, String.valueOf(e.getMessage()));
        }
    }

    private void roles(Connection connection, Statement sql) throws SQLException {
        for (var role : ALL) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
                sql.execute("create role " + role);
            }
            sql.execute("alter role " + role + " login nosuperuser nocreatedb nocreaterole nobypassrls password '"
                    + server.password(role) + "'");
        }
    }

    private static void database(Connection connection, Statement sql, String database) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
            sql.execute("create database " + database + " owner " + OWNER);
        }
    }

    private static void grants(Statement sql, String database) throws SQLException {
        sql.execute("create extension if not exists pg_trgm");
        sql.execute("alter schema public owner to " + OWNER);
        sql.execute("revoke all on database " + database + " from public");
        sql.execute("grant connect on database " + database + " to " + APP + ", " + AUDITOR);
        sql.execute("grant usage on schema public to " + APP + ", " + AUDITOR);
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (var asked = connection.prepareStatement(question)) {
            asked.setString(1, name);
            try (var answer = asked.executeQuery()) {
                return answer.next();
            }
        }
    }
}
