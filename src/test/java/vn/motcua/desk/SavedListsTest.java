package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Lists of the inbox that an officer keeps under names, with their columns. */
@WholeProgram
class SavedListsTest extends AtTheDesk {

    /** Nobody else's test looks at this officer's inbox. */
    private static final String LEADER = "Lê Thị Minh Thủy";

    SavedListsTest(
            @Autowired Commune commune,
            @Autowired TestClock clock,
            @Autowired FreshDatabase database,
            @LocalServerPort int port) {
        super(commune, clock, database, port);
    }

    @Test
    void aListIsKeptWithFiltersAndColumnsShownFirstReplacedAndForgottenByItsOwnerAlone() {
        var dossier = commune.birth("Giàng Thị Mỷ");
        goes(Commune.RECEIVER, "receive", dossier, Map.of());
        goes(Commune.SPECIALIST, "complete", dossier, entered("010326000123", ""));
        var name = "Chờ duyệt " + UUID.randomUUID().toString().substring(0, 6);
        var thuy = officer(LEADER);
        var list = "running~1.001193~decision~~due.step";

        assertThat(keep(thuy, Map.of("name", " ", "list", list)).statusCode()).isEqualTo(422);
        var kept = keep(thuy, Map.of("name", name, "list", list, "first", "yes"));
        assertThat(kept.headers().firstValue("Location").orElseThrow())
                .endsWith("/desk?show=running&procedure=1.001193&step=decision&tag=&columns=due.step");
        var first = thuy.get("/desk").body();
        assertThat(first)
                .contains(name, "(mở đầu tiên)", dossier.toString())
                .contains("<th scope=\"col\">Việc cần làm</th>")
                .doesNotContain("<th scope=\"col\">Người nộp</th>");
        assertThat(thuy.get("/desk?show=all").body()).contains("<th scope=\"col\">Người nộp</th>");
        keep(thuy, Map.of("name", name, "list", "overdue~~~~"));
        assertThat(thuy.get("/desk").body()).contains(name).doesNotContain("(mở đầu tiên)");
        var id = Visit.first(thuy.get("/desk").body(), "/desk/lists/([0-9a-f-]{36})/remove");
        assertThat(officer(Commune.RECEIVER).get("/desk").body()).doesNotContain(name);
        var ha = officer(Commune.RECEIVER);
        assertThat(ha.sends("/desk/lists/" + id + "/remove", token(ha)).statusCode())
                .isEqualTo(404);
        assertThat(thuy.sends("/desk/lists/" + id + "/remove", token(thuy)).statusCode())
                .isEqualTo(302);
        assertThat(thuy.get("/desk").body()).doesNotContain(name);
    }

    @Test
    void theFormSentAgainUnderAnotherNameIsAnotherList() {
        var name = "Sắp hạn " + UUID.randomUUID().toString().substring(0, 6);
        var command = UUID.randomUUID().toString();
        var thuy = officer(LEADER);

        for (var each : new String[] {name, name, name + " (2)"}) {
            assertThat(keep(thuy, Map.of("name", each, "list", "overdue~~~~"), command)
                            .statusCode())
                    .as(each)
                    .isEqualTo(302);
        }
        assertThat(thuy.get("/desk?show=all").body())
                .containsOnlyOnce(name + "</a>")
                .containsOnlyOnce(name + " (2)</a>");
    }

    private static java.net.http.HttpResponse<String> keep(Officer officer, Map<String, String> typed) {
        return keep(officer, typed, UUID.randomUUID().toString());
    }

    private static java.net.http.HttpResponse<String> keep(Officer officer, Map<String, String> typed, String command) {
        var form = token(officer);
        form.putAll(typed);
        form.put("command", command);
        return officer.sends("/desk/lists", form);
    }

    private static Map<String, String> token(Officer officer) {
        var form = new HashMap<String, String>();
        form.put("_csrf", Visit.token(officer.get("/desk").body()));
        return form;
    }
}
