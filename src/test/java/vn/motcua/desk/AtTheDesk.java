package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.desk.Commune.CLERK;
import static vn.motcua.desk.Commune.LEADER;
import static vn.motcua.desk.Commune.RECEIVER;
import static vn.motcua.desk.Commune.SPECIALIST;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import vn.motcua.dossier.DossierId;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TestClock;

/** What tests of the desk have in common: the people of Tả Van, over HTTP without JavaScript. */
abstract class AtTheDesk {

    static final Map<String, String> TO_THE_MOTHER =
            Map.of("how", "COUNTER", "toWhom", "Giàng Thị Mỷ", "checked", "yes");

    final Commune commune;
    final TestClock clock;
    private final FreshDatabase database;
    final String address;

    AtTheDesk(Commune commune, TestClock clock, FreshDatabase database, int port) {
        this.commune = commune;
        this.clock = clock;
        this.database = database;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    Officer officer(String name) {
        return new Officer(address, name);
    }

    void goes(String officer, String act, DossierId dossier, Map<String, String> typed) {
        var answer = officer(officer).does(act, dossier, typed);
        assertThat(answer.statusCode()).as(() -> problem(answer)).isEqualTo(302);
    }

    /** What the specialist enters of a birth, with a note. */
    static Map<String, String> entered(String number, String note) {
        return Map.of("decision.personalNumber", number, "register.book", "01/2026", "note", note);
    }

    static String withoutSpaces(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]", "");
    }

    void offers(DossierId dossier, Map<String, List<String>> offered) {
        for (var name : List.of(RECEIVER, SPECIALIST, LEADER, CLERK)) {
            var page = officer(name).get(Officer.path(dossier));
            var expected = offered.getOrDefault(name, List.of());
            if (page.statusCode() == 404) {
                assertThat(expected).as(name).isEmpty();
            } else {
                assertThat(Officer.offered(page.body())).as(name).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    private static String problem(HttpResponse<String> answer) {
        var body = answer.body();
        int at = body.indexOf("error-summary");
        return at < 0 ? body : body.substring(at, Math.min(body.length(), at + 600));
    }

    String text(Officer officer, DossierId dossier, String path) {
        return officer.pdf(Officer.path(dossier) + path);
    }

    /** Changes a row of that dossier behind the program's back. */
    void write(String statement, DossierId dossier) {
        try (var connection = database.app();
                var scope = connection.prepareStatement("select set_config('motcua.tenant', '15', false)");
                var sql = connection.prepareStatement(statement)) {
            scope.execute();
            sql.setObject(1, dossier.value());
            sql.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int count(String table, String column, DossierId dossier) {
        try (var connection = database.app();
                var scope = connection.prepareStatement("select set_config('motcua.tenant', '15', false)");
                var sql = connection.prepareStatement("select count(*) from " + table + " where " + column + " = ?")) {
            scope.execute();
            sql.setObject(1, dossier.value());
            try (var found = sql.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
