package vn.motcua.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.motcua.support.Visit;

/**
 * A hundred thousand open dossiers whose due moments an older calendar counted: how long an administrator waits until all are
 * looked at, and until all are moved, each with its event, explanation, audit entry and outbox entry.
 */
final class Recount {

    private static final int DOSSIERS = 100_000;
    private static final int LOOK_EVERY_MILLIS = 1_000;
    private static final String PAGE = "/admin/calendar/due";
    private static final Pattern PROGRESS =
            Pattern.compile("<progress id=\"progress\" max=\"(\\d+)\" value=\"(\\d+)\"");

    private final PrintStream screen;
    private final Visit administrator;

    Recount(String address, PrintStream screen) {
        this.administrator = new Visit(address).as("Vũ Thị Thu Trang");
        this.screen = screen;
    }

    /** Does it, with one received dossier as the model of all, and says how long it took. */
    void run(Database database, String received) throws SQLException, IOException, InterruptedException {
        screen.printf("%nCopying a received dossier %d times…%n", DOSSIERS);
        database.copy(received, DOSSIERS);
        var looked =
                timed("looked at", PAGE, Map.of("command", UUID.randomUUID().toString()));
        var page = administrator.get(PAGE).body();
        var move = new HashMap<>(Map.of("reason", "1/TB-UBND"));
        move.put("review", Visit.first(page, "name=\"review\" value=\"([^\"]+)\""));
        var moved = timed("moved", PAGE + "/move", move);
        screen.printf(
                Locale.ROOT,
                "due moments of %d open dossiers: looked at in %.0f s (%.0f/s), moved in %.0f s (%.0f/s)%n",
                DOSSIERS,
                looked,
                DOSSIERS / looked,
                moved,
                DOSSIERS / moved);
        database.mustHaveMoved(DOSSIERS);
    }

    private double timed(String what, String path, Map<String, String> form) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        if (administrator.fill(PAGE, path, form).statusCode() != 302) {
            throw new IOException("not begun: " + path);
        }
        int told = 0;
        for (var at = progress(); at >= 0; at = progress()) {
            if (at >= told + 10) {
                told = at - at % 10;
                screen.printf("%s: %d %%%n", what, told);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** In hundredths; less than nothing when it is over. */
    private int progress() {
        var shown = PROGRESS.matcher(administrator.get(PAGE).body());
        return shown.find() ? (int) (100L * Long.parseLong(shown.group(2)) / Long.parseLong(shown.group(1))) : -1;
    }
}
