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
import vn.motcua.conversation.Threads;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.InternalNotes;
import vn.motcua.dossier.Opening;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.Tags;
import vn.motcua.identity.SignedIn;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.ContactProofs;
import vn.motcua.messaging.Contacts;
import vn.motcua.privacy.CorrectionDesk;
import vn.motcua.shared.Language;
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
    private static final String LEADER = "Vũ Đức Thành";
    private static final String ADMINISTRATOR = "Vũ Thị Thu Trang";

    @Autowired
    Threads threads;

    @Autowired
    ReadingDesk reading;

    @Autowired
    InternalNotes notes;

    @Autowired
    Tags tags;

    @Autowired
    WhoLooked looked;

    @Autowired
    CorrectionDesk corrections;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactProofs proofs;

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

    @Test
    void whatOfficersAndOwnersWriteBesideADossierAreLines() {
        var life = taVan.birth(OWNER).received();
        var receiver = (SignedIn.OfficerAt) taVan.named(RECEIVER);
        var owner = (SignedIn.Applicant) taVan.named(OWNER);
        threads.write(owner, life.seen(), UUID.randomUUID(), "Khi nào có kết quả?", List.of());
        threads.write(
                receiver,
                reading.open(receiver, life.ref.id(), Opening.DOSSIER, clock.instant()),
                taVan.oneStop(),
                UUID.randomUUID(),
                "Ngày mai.",
                List.of());
        notes.write(receiver, UUID.randomUUID(), life.ref.id(), "Đã gọi điện.");
        tags.set(receiver, life.ref.id(), List.of(), "Cần gọi lại");

        var dossier = life.ref.id().value();
        assertThat(actsOf(owner, dossier)).contains("message-written");
        assertThat(actsOf(receiver, dossier)).contains("message-written", "note-written", "tags-changed");
        tags.set(receiver, life.ref.id(), List.of(), "");
        assertThat(actsOf(receiver, dossier).stream().filter("tags-changed"::equals))
                .hasSize(2);
    }

    @Test
    void questionsAndTheirAnswersAreLines() {
        var life = taVan.birth(OWNER).received();
        var owner = (SignedIn.Applicant) taVan.named(OWNER);
        var leader = (SignedIn.OfficerAt) taVan.named(LEADER);
        new Visit(address).as(RECEIVER).get("/desk/dossiers/" + life.ref.id());
        var dossier = life.ref.id().value();
        var line = UUID.fromString(ask("select id from audit_record where act = 'read' and subject = '" + dossier + "'")
                .getFirst());

        looked.ask(owner, life.ref.tenant(), line, "Vì sao xem?", Language.VI);
        looked.ask(owner, life.ref.tenant(), line, "Vì sao xem?", Language.VI);
        var question = looked.waiting(leader).stream()
                .filter(it -> it.line().equals(line))
                .findFirst()
                .orElseThrow();
        looked.waiting(leader);
        looked.answer(leader, question.id(), "Để tiếp nhận.");

        assertThat(actsOf(owner, dossier).stream().filter("question-asked"::equals))
                .hasSize(1);
        assertThat(actsOf(leader, dossier)).containsOnlyOnce("question-read").contains("question-answered");
    }

    @Test
    void readingRequestsForCorrectionIsALine() {
        var life = taVan.birth(OWNER).received();
        var owner = (SignedIn.Applicant) taVan.named(OWNER);
        var leader = (SignedIn.OfficerAt) taVan.named(LEADER);
        corrections.ask(owner, life.code.value(), "Sai tên đệm", "Thị", Language.VI);

        var request = corrections.waiting(leader).stream()
                .filter(it -> it.dossier().equals(life.ref.id()))
                .findFirst()
                .orElseThrow();
        corrections.waiting(leader);
        corrections.answer(leader, request.id(), "CORRECTED", "Đã sửa.");

        assertThat(actsOf(leader, life.ref.id().value())).containsOnlyOnce("correction-read");
    }

    @Test
    void changingOnesAddressesIsALine() {
        var administrator = taVan.named(ADMINISTRATOR);
        contacts.choose(administrator, Language.VI, true, false);
        contacts.forget(administrator, Channel.SMS);
        proofs.send(administrator, Channel.EMAIL, "trang@example.org", Language.VI);

        assertThat(actsOf(administrator, administrator.account().value()))
                .contains("contact-chosen", "contact-forgotten", "contact-proof-asked");
    }

    private List<String> actsOf(SignedIn who, UUID subject) {
        return ask("select act from audit_record where subject = '" + subject + "' and actor = '" + who.account()
                + "' order by transaction, id");
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
