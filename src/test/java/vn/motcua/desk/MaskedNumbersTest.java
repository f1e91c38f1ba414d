package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Personal numbers are shown in full to who asks for them, and the owner sees who asked. */
@WholeProgram
class MaskedNumbersTest {

    private static final String NUMBERS = "\\b0\\d{2}[\\s\u00a0]?\\d{3}[\\s\u00a0]?\\d{3}[\\s\u00a0]?\\d{3}\\b";

    private static final String PHONE = "0990000001";

    private final TaVan taVan;
    private final FreshDatabase database;
    private final String address;

    @Autowired
    MaskedNumbersTest(TaVan taVan, TestClock clock, FreshDatabase database, @LocalServerPort int port) {
        this.taVan = taVan;
        this.database = database;
        this.address = "http://localhost:" + port;
        clock.set("2026-11-23T08:00");
    }

    @Test
    void anOfficerSeesFourDigitsUntilTheyAskForAll() throws SQLException {
        var life = taVan.birth("Nguyễn Văn Quân").received();
        var path = "/desk/dossiers/" + life.ref.id();
        var officer = new Visit(address).as("Trần Thu Hà");

        var masked = officer.get(path).body();
        assertThat(masked)
                .containsPattern("\\*{8}\\d{4}")
                .containsPattern("\\*{7}\\d{3}\\b")
                .doesNotContainPattern(NUMBERS)
                .doesNotContain(PHONE);
        assertThat(shown(life)).isZero();

        assertThat(officer.get(path + "?numbers=shown").body())
                .containsPattern(NUMBERS)
                .contains(PHONE)
                .doesNotContain("********");
        assertThat(shown(life)).isEqualTo(1);
        assertThat(new Visit(address).as("Nguyễn Văn Quân").get("/my/looked").body())
                .contains("Xem đầy đủ số định danh, số điện thoại");
    }

    private int shown(TaVan.Life life) throws SQLException {
        try (var connection = database.server().superuser(database.name());
                var sql = connection.prepareStatement(
                        "select count(*) from audit_record where act = 'numbers-shown' and subject = ?")) {
            sql.setObject(1, life.ref.id().value());
            try (var found = sql.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }
}
