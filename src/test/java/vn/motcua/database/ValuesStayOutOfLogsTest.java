package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.support.Postgres;

/** What breaks a constraint is somebody's name; the log of PostgreSQL and the exceptions of the driver name the constraint alone. */
class ValuesStayOutOfLogsTest {

    @Test
    void aNameThatBreaksAConstraintStandsInNeitherLog() throws SQLException, IOException {
        var database = Postgres.fresh();
        var table = "people_" + UUID.randomUUID().toString().replace("-", "");
        var name = "Lý Thị Mẩy " + UUID.randomUUID();
        try (var administrator = database.server().superuser(database.name());
                var sql = administrator.createStatement()) {
            sql.execute("create table " + table + " (name text primary key, born int check (born > 1900))");
            try (var insert = administrator.prepareStatement("insert into " + table + " values (?, ?)")) {
                insert.setString(1, name);
                insert.setInt(2, 1998);
                insert.execute();
                assertThat(failure(insert)).contains(table + "_pkey").doesNotContain(name);
                insert.setInt(2, 1);
                assertThat(failure(insert)).contains(table + "_born_check").doesNotContain(name);
            }
        }

        assertThat(Files.readString(database.server().log()))
                .contains(table + "_pkey", table + "_born_check")
                .doesNotContain(name);
    }

    @Test
    void anAddressElsewhereGetsTheSame() {
        assertThat(DatabaseSettings.withoutValues("jdbc:postgresql://db/motcua?sslmode=verify-full"))
                .isEqualTo("jdbc:postgresql://db/motcua?sslmode=verify-full&logServerErrorDetail=false");
        assertThat(DatabaseSettings.withoutValues("jdbc:postgresql://db/motcua?logServerErrorDetail=false"))
                .isEqualTo("jdbc:postgresql://db/motcua?logServerErrorDetail=false");
    }

    private static String failure(PreparedStatement insert) {
        return String.valueOf(catchThrowableOfType(SQLException.class, insert::execute));
    }
}
