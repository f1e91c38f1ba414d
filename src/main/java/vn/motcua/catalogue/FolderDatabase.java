package vn.motcua.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.motcua.database.DataFolder;
import vn.motcua.database.DatabaseRoles;
import vn.motcua.database.LocalServer;

/** The database of a data folder for a command of the operator: the one that runs, else one started for as long as it takes. */
final class FolderDatabase {

    private FolderDatabase() {}

    /** Whether the program ever ran on that folder. */
    static boolean exists(Path folder) {
        return Files.exists(folder.resolve("postgres/cluster"));
    }

    /** Does the work over connections of the program's own role, and answers what it answers. */
    static int with(Path folder, ToIntFunction<DataSource> work) {
        var running = LocalServer.running(folder.resolve("postgres"));
        if (running.isPresent()) {
            return work.applyAsInt(connections(running.get()));
        }
        try (var claimed = DataFolder.claim(folder);
                var server = LocalServer.start(claimed.folder("postgres"))) {
            return work.applyAsInt(connections(server));
        }
    }

    private static DataSource connections(LocalServer server) {
        return new DriverManagerDataSource(server.url("motcua"), DatabaseRoles.APP, server.password(DatabaseRoles.APP));
    }
}
