package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.database.DatabaseRoles;
import vn.motcua.database.StartRefused;
import vn.motcua.database.StartRefused.Reason;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.Postgres;

class NewerDatabaseTest {

    @TempDir
    Path data = Path.of("");

    @Test
    void tablesOfANewerProgramStopTheStart() throws SQLException {
        var database = Postgres.fresh();
        start(database);
        try (var owner = database.owner();
                var sql = owner.createStatement()) {
            sql.execute("""
                    insert into flyway_schema_history
                      (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    values (99, '99', 'of tomorrow', 'SQL', 'V99__of_tomorrow.sql', 'motcua_owner', 1, true)
                    """);
        }

        var failure = catchThrowable(() -> start(database));

        assertThat(StartReport.reason(failure)).map(StartRefused::reason).contains(Reason.DATABASE_NEWER);
    }

    private void start(FreshDatabase database) {
        var server = database.server();
        try (var context = new SpringApplicationBuilder(Motcua.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(
                        "--motcua.data=" + data,
                        "--motcua.database.url=" + database.url(),
                        "--motcua.database.owner-password=" + server.password(DatabaseRoles.OWNER),
                        "--motcua.database.app-password=" + server.password(DatabaseRoles.APP))) {
            context.getBean(JdbcClient.class);
        }
    }
}
