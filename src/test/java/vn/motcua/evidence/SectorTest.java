package vn.motcua.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A ministry's line sees its sector in the provinces: nobody's data, nothing else, and never unseen. */
@WholeProgram
class SectorTest {

    /** So that these lines are the newest, whatever others did at eight. */
    private static final String AFTER_ALL_OTHERS = "2026-11-23T16:59";

    private static final String OWNER = "Nguyễn Văn Quân";
    private static final String SUPERVISOR = "Đỗ Thị Lan Chi";

    private final TaVan taVan;
    private final FreshDatabase database;
    private final TestClock clock;
    private final String address;

    @Autowired
    SectorTest(TaVan taVan, FreshDatabase database, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.database = database;
        this.clock = clock;
        this.address = "http://localhost:" + port;
        clock.set("2026-11-23T08:00");
    }

    @Test
    void theMinistrySeesTheCourseAndNobodysData() {
        var life = taVan.birth(OWNER).received();
        var ministry = new Visit(address).as(SUPERVISOR);

        assertThat(ministry.get("/desk/sector").body()).contains("Lào Cai", "Ngành ở địa phương");
        var list = ministry.get("/desk/sector/15").body();
        var page = ministry.get("/desk/sector/15/" + life.ref.id()).body();

        assertThat(list).contains(life.ref.id().toString(), "N. V. Q.");
        assertThat(page).contains("N. V. Q.", "Tiếp nhận", "Nộp hồ sơ");
        for (var body : List.of(list, page)) {
            assertThat(body).doesNotContain(OWNER, "Nguyễn Văn", "Trần Thu Hà", "010095", life.code.value());
        }
    }

    @Test
    void eachLookIsALineInTheLogOfTheProvinceAndToldToTheOwner() {
        var life = taVan.birth(OWNER).received();
        clock.set(AFTER_ALL_OTHERS);
        var ministry = new Visit(address).as(SUPERVISOR);
        ministry.get("/desk/sector/15");
        ministry.get("/desk/sector/15");
        ministry.get("/desk/sector/15/" + life.ref.id());
        ministry.get("/desk/sector/15/" + life.ref.id());

        assertThat(ask("select act from audit_record where tenant_id = 15 and purpose = 'supervise' and subject = '"
                        + life.ref.id() + "' order by transaction, id"))
                .containsExactly("supervised-on-list", "supervised", "supervised");
        assertThat(new Visit(address).as(OWNER).get("/my/looked").body())
                .contains("Bộ xem diễn biến hồ sơ để giám sát ngành", SUPERVISOR + " (Bộ Tư pháp)");
    }

    @Test
    void anotherSectorIsNotThere() {
        var life = taVan.birth(OWNER).received();
        var ministry = new Visit(address).as(SUPERVISOR);
        assertThat(ministry.get("/desk/sector/15/" + life.ref.id()).statusCode())
                .isEqualTo(200);
        ask("""
                update dossier set revision = (
                    select id from procedure_revision where record -> 'issuer' ->> 'code' = 'G01' limit 1)
                where id = '%s' returning id
                """.formatted(life.ref.id()));

        assertThat(ministry.get("/desk/sector/15/" + life.ref.id()).statusCode())
                .isEqualTo(404);
        assertThat(ministry.get("/desk/sector/15").body())
                .doesNotContain(life.ref.id().toString());
    }

    @Test
    void theyHaveNoDeskInTheProvince() {
        var life = taVan.birth(OWNER).received();
        var ministry = new Visit(address).as(SUPERVISOR);

        assertThat(ministry.get("/desk/dossiers/" + life.ref.id()).statusCode()).isEqualTo(404);
        assertThat(ministry.get("/desk/find?q=Quan").body()).doesNotContain(OWNER);
        assertThat(new Visit(address).as("Trần Thu Hà").get("/desk/sector").statusCode())
                .isEqualTo(404);
        assertThat(new Visit(address)
                        .as("Nguyễn Văn Khánh")
                        .get("/desk/sector/15")
                        .statusCode())
                .as("an officer of another ministry")
                .isEqualTo(404);
    }

    private List<String> ask(String question) {
        try (var connection = database.server().superuser(database.name());
                var sql = connection.createStatement();
                var found = sql.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (found.next()) {
                answers.add(found.getString(1));
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
