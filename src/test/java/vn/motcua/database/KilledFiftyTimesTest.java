package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.motcua.support.Killable;

@Tag("long")
class KilledFiftyTimesTest {

    private static final Path DATA = Path.of("target", "killed-data");
    private static final int KILLS = 50;
    private static final int WRITES_AT_MOST = 400;

    private final Random random = new Random(2026);

    @Test
    void everythingConfirmedIsThereOnceAfterFiftyKills() throws Exception {
        PostgresBinaries.delete(DATA);
        var confirmed = new ArrayList<Long>();

        for (int kill = 0; kill < KILLS; kill++) {
            confirmed.addAll(writeUntilKilled(kill));
        }

        var kept = stored();
        assertThat(confirmed).hasSizeGreaterThan(KILLS).doesNotHaveDuplicates();
        assertThat(kept).doesNotHaveDuplicates();
        assertThat(new HashSet<>(kept)).containsAll(confirmed);
    }

    /** Every third time only the program dies, and its successor takes the server over. */
    private List<Long> writeUntilKilled(int kill) {
        var confirmed = new ArrayList<Long>();
        try (var program = Killable.main(WritesWithoutEnd.class, DATA)) {
            assertThat(program.awaitLine(it -> it.equals("begin")))
                    .as("start " + kill)
                    .isPresent();
            for (int i = random.nextInt(WRITES_AT_MOST); i >= 0; i--) {
                program.awaitLine(it -> it.startsWith("written ")).ifPresent(it -> confirmed.add(number(it)));
            }
            if (kill % 3 == 0) {
                program.killAlone();
            } else {
                program.killWithServer();
            }
            program.lastWords().stream()
                    .filter(it -> it.matches("written \\d+"))
                    .forEach(it -> confirmed.add(number(it)));
        }
        return confirmed;
    }

    private static long number(String line) {
        return Long.parseLong(line.substring("written ".length()));
    }

    private static List<Long> stored() throws SQLException {
        try (var server = LocalServer.start(DATA.resolve("postgres"));
                var connection = server.superuser("motcua");
                var sql = connection.createStatement();
                var rows = sql.executeQuery("select number from written order by number")) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }
}
