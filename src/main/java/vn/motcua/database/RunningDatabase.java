package vn.motcua.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.database.StartRefused.Reason;

/**
 * The database that this program works with: its own server, started here and stopped last, or one elsewhere that only
 * has to answer.
 *
 * @param server the own server, none when the database is elsewhere
 * @param url for JDBC
 * @param owner runs migrations
 * @param app reads and writes
 */
record RunningDatabase(@Nullable LocalServer server, String url, Login owner, Login app) implements AutoCloseable {

    private static final String NAME = "motcua";

    /** A role and its password. */
    record Login(String role, String password) {}

    /** @param backups where its log is handed on to, empty for nowhere */
    static RunningDatabase local(DataFolder folder, Optional<BackupFolder> backups) {
        var home = folder.folder("postgres");
        var server = backups.map(it -> LocalServer.archiving(home, it.log())).orElseGet(() -> LocalServer.start(home));
        new DatabaseRoles(server).prepare(NAME);
        server.keepAlive();
        return new RunningDatabase(
                server,
                server.url(NAME),
                new Login(DatabaseRoles.OWNER, server.password(DatabaseRoles.OWNER)),
                new Login(DatabaseRoles.APP, server.password(DatabaseRoles.APP)));
    }

    static RunningDatabase external(DatabaseSettings settings) {
        if (settings.ownerPassword().isBlank() || settings.appPassword().isBlank()) {
            throw new StartRefused(Reason.DATABASE_SETTINGS_INCOMPLETE);
        }
        var database = new RunningDatabase(
                null,
                settings.jdbcUrl(),
                new Login(settings.owner(), settings.ownerPassword()),
                new Login(settings.app(), settings.appPassword()));
        database.expectAnswer(database.owner());
        database.expectAnswer(database.app());
        return database;
    }

    private void expectAnswer(Login login) {
        try (var connection = DriverManager.getConnection(url, login.role(), login.password())) {
            connection.isValid(5);
        } catch (SQLException e) {
            throw new StartRefused(
                    Reason.DATABASE_UNREACHABLE,
                    url,
                    login.role(),
                    String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
