package vn.motcua.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.filing.DraftLife;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/**
 * What is destroyed because its time is over is reported, and the report cannot be changed. In a program of its own: what
 * it writes is dated half a year ahead of everybody else's.
 */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=DestructionsTest")
class DestructionsTest {

    private final DraftLife drafts;
    private final TestClock clock;
    private final FreshDatabase database;
    private final String address;

    @Autowired
    DestructionsTest(DraftLife drafts, TestClock clock, FreshDatabase database, @LocalServerPort int port) {
        this.drafts = drafts;
        this.clock = clock;
        this.database = database;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    @AfterEach
    void onTheTwentyThird() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aSweepSaysWhatHowManyByWhichRuleAndLeavesADigestOfTheList() throws Exception {
        var may = new Visit(address).as("Lý Thị Mẩy");
        may.fill("/procedures/1.001193/start", "/procedures/1.001193/start", Map.of());
        clock.set("2027-06-01T08:00");
        var old = ids();
        assertThat(old).isNotEmpty();

        assertThat(drafts.sweep()).isEqualTo(old.size());

        var expected = MessageDigest.getInstance("SHA-256")
                .digest(String.join(
                                "", old.stream().sorted().map(it -> it + "\n").toList())
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(texts(
                        "select encode(digest, 'hex') from destruction where kind = 'drafts' order by at desc limit 1"))
                .containsExactly(HexFormat.of().formatHex(expected));
        clock.set("2026-11-23T08:00");
        var page = new Visit(address)
                .as("Hoàng Thị Nguyệt")
                .get("/desk/destructions")
                .body();
        assertThat(page)
                .contains(
                        old.size() + " bản nháp không ai động tới",
                        "motcua.drafts.keep=90d",
                        "08:00, 01/06/2027",
                        HexFormat.of().formatHex(expected).substring(0, 16));
        assertThat(new Visit(address)
                        .as("Trần Thu Hà")
                        .get("/desk/destructions")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aReportIsNeverChanged() {
        for (var sql : List.of("update destruction set amount = 1", "delete from destruction")) {
            assertThatThrownBy(() -> {
                        try (var connection = database.app();
                                var statement = connection.createStatement()) {
                            statement.executeUpdate(sql);
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private List<String> ids() throws SQLException {
        return texts("select id::text from draft");
    }

    private List<String> texts(String sql) throws SQLException {
        try (var connection = database.server().superuser(database.name());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(Objects.requireNonNull(rows.getString(1)));
            }
            return found;
        }
    }
}
