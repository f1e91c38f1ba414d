package vn.motcua.database;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;

/** Writes rows, one a transaction, and says each number after its commit; only a kill ends it. */
final class WritesWithoutEnd {

    private WritesWithoutEnd() {}

    /** Works on the data folder that is its one argument. */
    public static void main(String... arguments) throws Exception {
        var screen = new java.io.PrintStream(System.out, true, StandardCharsets.UTF_8);
        var folder = DataFolder.claim(Path.of(arguments[0]));
        var server = LocalServer.start(folder.folder("postgres"));
        new DatabaseRoles(server).prepare("motcua");
        try (var connection = DriverManager.getConnection(
                        server.url("motcua"), DatabaseRoles.OWNER, server.password(DatabaseRoles.OWNER));
                var sql = connection.createStatement()) {
            sql.execute("create table if not exists written (number bigint generated always as identity primary key)");
            screen.println("begin");
            while (true) {
                try (var row = sql.executeQuery("insert into written default values returning number")) {
                    row.next();
                    screen.println("written " + row.getLong(1));
                }
            }
        }
    }
}
