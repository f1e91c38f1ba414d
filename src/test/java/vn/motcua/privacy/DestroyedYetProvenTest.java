package vn.motcua.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.audit.SealedDays;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** After a dossier was destroyed the log is proven as before, with {@code ./motcua verify} and without the program. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=destroyed")
class DestroyedYetProvenTest {

    private static final String OWNER = "Phan Đình Phước";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String INSPECTOR = "Hoàng Thị Nguyệt";
    private static final String DAY = "2026-11-23";
    private static final String NEXT = "2026-11-24";

    @Autowired
    TaVan taVan;

    @Autowired
    RetentionLife retention;

    @Autowired
    SealedDays seals;

    @Autowired
    FreshDatabase database;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @Test
    void theChainHoldsAndWhatWasTakenBeforeStaysProof(@TempDir Path folder) throws IOException {
        clock.set(DAY + "T08:00");
        var life = taVan.birth(OWNER).received().appraised().approved().issued().handedOver();
        var id = life.ref.id().toString();
        close(NEXT);
        var taken =
                Files.write(folder.resolve("before.zip"), as(LEADER).bytes("/desk/dossiers/" + id + "/evidence.zip"));
        assertThat(SealedDays.verify(taken.toString()).code()).isZero();

        clock.set(NEXT + "T08:00");
        admin("update dossier set stage_since = '2010-01-01 10:00+07' where id = '" + id + "'");
        retention.sweep();
        admin("update dossier_retention set noticed_at = '2026-09-01 08:00+07' where dossier = '" + id + "'");
        as("Giàng Thị Mo").fill("/desk/retention", "/desk/retention/propose", Map.of("dossier", id));
        as(LEADER).fill("/desk/retention", "/desk/retention/decide", Map.of("dossier", id, "do", "confirm"));
        assertThat(retention.sweep()).isEqualTo(1);
        close("2026-11-25");

        for (var day : new String[] {DAY, NEXT}) {
            Files.writeString(
                    Files.createDirectory(folder.resolve(day)).resolve(day + ".json"),
                    new Visit(address()).get("/evidence/15/" + day + ".json").body());
            var log = Files.writeString(folder.resolve(day + ".log"), log(day));
            var verified = SealedDays.verify(
                    log.toString(), "--published", folder.resolve(day).toString());
            assertThat(verified.code()).as(verified.said()).isZero();
        }
        assertThat(log(DAY)).as("who did what with it, as it was written").contains(id);
        assertThat(log(NEXT)).contains("destruction-proposed", "destruction-confirmed", "destroyed");
        assertThat(SealedDays.verify(taken.toString()).code())
                .as("what was taken before")
                .isZero();
        assertThat(as(LEADER).get("/desk/dossiers/" + id + "/evidence.zip").statusCode())
                .isEqualTo(410);
        assertThat(as(INSPECTOR)
                        .fill("/desk/inspection", "/desk/inspection/check", Map.of())
                        .body())
                .contains("Nhật ký nguyên vẹn");
        var hidden =
                Files.writeString(folder.resolve("hidden.log"), log(NEXT).replaceFirst("(?m)^.*destroyed.*\n", ""));
        assertThat(SealedDays.verify(
                                hidden.toString(),
                                "--published",
                                folder.resolve(NEXT).toString())
                        .code())
                .as("without the line that says so")
                .isEqualTo(1);
    }

    private String log(String day) {
        return as(INSPECTOR).get("/desk/inspection/" + day + ".log").body();
    }

    private void close(String next) {
        seals.go();
        clock.set(next + "T00:05");
        seals.go();
    }

    private void admin(String statement) {
        try (var connection = database.server().superuser(database.name());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private Visit as(String name) {
        return new Visit(address()).as(name);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
