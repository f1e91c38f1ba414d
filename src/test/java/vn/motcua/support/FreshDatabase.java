package vn.motcua.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import vn.motcua.database.DatabaseRoles;
import vn.motcua.database.LocalServer;

/**
 * An empty database of its own for one test or one Spring context, with the same roles as in life.
 *
 * @param server on which it lies
 * @param name its name there
 */
public record FreshDatabase(LocalServer server, String name) {

    /** For JDBC. */
    public String url() {
        return server.url(name);
    }

    /** A connection of the role that runs migrations; row-level security binds it too. */
    public Connection owner() {
        return as(DatabaseRoles.OWNER);
    }

    /** A connection of the role in whose name the program works. */
    public Connection app() {
        return as(DatabaseRoles.APP);
    }

    /** A connection of the role that reads. */
    public Connection auditor() {
        return as(DatabaseRoles.AUDITOR);
    }

    private Connection as(String role) {
        try {
            return DriverManager.getConnection(url(), role, server.password(role));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
