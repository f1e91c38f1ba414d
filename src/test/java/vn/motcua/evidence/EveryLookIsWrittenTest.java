package vn.motcua.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.HandOver;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Who opens a paper, sees a list, takes money, signs in or changes rights leaves a line; the owner reads it in words. */
@WholeProgram
class EveryLookIsWrittenTest {

    /** So that these lines are the newest, whatever others did at eight. */
    private static final String AFTER_ALL_OTHERS = "2026-11-23T16:58";

    private static final String OWNER = "Nguyễn Văn Quân";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String ADMINISTRATOR = "Vũ Thị Thu Trang";

    private final TaVan taVan;
    private final FreshDatabase database;
    private final String address;
    private final TestClock clock;

    @Autowired
    EveryLookIsWrittenTest(TaVan taVan, FreshDatabase database, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.database = database;
        this.address = "http://localhost:" + port;
        this.clock = clock;
        clock.set("2026-11-23T08:00");
    }

    @Test
    void anOfficersViewOfAPaperIsToldToTheOwner() {
        var life = taVan.birth(OWNER).received();
        clock.set(AFTER_ALL_OTHERS);
        var desk = "/desk/dossiers/" + life.ref.id();
        var receiver = new Visit(address).as(RECEIVER);
        assertThat(receiver.bytes(desk + "/papers/" + paper(life))).isNotEmpty();
        receiver.bytes(desk + "/print/acknowledgement");
        receiver.bytes(desk + "/evidence.zip");

        assertThat(acts(life.ref.id().value())).containsSubsequence("viewed-paper", "printed", "exported");
        assertThat(new Visit(address).as(OWNER).get("/my/looked").body())
                .contains("Mở một giấy tờ trong hồ sơ", "In giấy từ hồ sơ", "Tải gói bằng chứng của hồ sơ", RECEIVER);
    }

    @Test
    void whatTheOwnerTakesIsWrittenAndNotTold() {
        var life = taVan.birth(OWNER).received();
        var owner = new Visit(address).as(OWNER);
        assertThat(owner.bytes(life.path() + "/papers/" + paper(life))).isNotEmpty();
        owner.bytes(life.path() + "/evidence.zip");

        assertThat(ask("select act from audit_record where subject = '" + life.ref.id()
                        + "' and purpose = 'own' order by transaction"))
                .containsExactly("viewed-paper", "exported");
    }

    @Test
    void whoStandsInAnInboxIsWrittenOnceADay() {
        var life = taVan.birth(OWNER);
        var receiver = new Visit(address).as(RECEIVER);
        var pages = 0;
        for (var page = "/desk"; !page.isEmpty() && pages < 40; pages++) {
            var body = receiver.get(page).body();
            receiver.get(page);
            var next = java.util.regex.Pattern.compile("href=\"(/desk\\?[^\"]*after=[^\"]+)\"")
                    .matcher(body);
            page = next.find() ? next.group(1).replace("&amp;", "&") : "";
        }

        assertThat(acts(life.ref.id().value())).containsOnlyOnce("listed");
    }

    @Test
    void moneyTakenIsALine() {
        var life = taVan.birth(OWNER, HandOver.How.COUNTER, 2).received();
        var receiver = new Visit(address).as(RECEIVER);
        var page = "/desk/dossiers/" + life.ref.id();
        var taken = receiver.fill(
                page,
                page + "/take-fee",
                Map.of(
                        "command",
                        UUID.randomUUID().toString(),
                        "version",
                        life.seen().version() + "",
                        "seen",
                        "0"));

        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(acts(life.ref.id().value())).contains("fee-taken");
    }

    @Test
    void signingInAndChangingRightsAreLines() {
        var administrator = new Visit(address).as(ADMINISTRATOR);
        var officer = UUID.randomUUID();
        var unit = Visit.first(administrator.get("/admin/officers/new").body(), "<option value=\"([0-9a-f-]{36})\"");
        administrator.fill(
                "/admin/officers/new",
                "/admin/officers",
                Map.of(
                        "command",
                        officer.toString(),
                        "name",
                        "Lù A Tếnh",
                        "userName",
                        "a" + officer.toString().replace("-", ""),
                        "password",
                        "mot-cau-that-dai-de-nho",
                        "unit",
                        unit,
                        "kind",
                        "receiver"));

        assertThat(acts(officer)).containsExactly("officer-added");
        assertThat(ask("""
                select distinct r.act from audit_record r join account a on a.id = r.subject
                where a.name = 'Vũ Thị Thu Trang' and r.purpose = 'sign-in' and r.tenant_id = 15
                """)).anyMatch(it -> it.startsWith("signed-in "));
        new Visit(address).as(OWNER);
        assertThat(ask("""
                select distinct r.act from audit_record r join account a on a.id = r.subject
                where a.name = 'Nguyễn Văn Quân' and r.purpose = 'sign-in' and r.tenant_id = 0
                """)).anyMatch(it -> it.startsWith("signed-in "));
    }

    private String paper(TaVan.Life life) {
        return ask("select id from dossier_paper where dossier = '" + life.ref.id() + "'")
                .getFirst();
    }

    private List<String> acts(UUID subject) {
        return ask("select act from audit_record where subject = '" + subject + "' order by transaction, id");
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
