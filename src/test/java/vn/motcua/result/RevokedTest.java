package vn.motcua.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.document.FileStore;
import vn.motcua.document.FileSweep;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.dossier.ListedApplicants;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Messages;
import vn.motcua.signature.Signings;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What becomes of a result that came out: revoked by a decision, or corrected where nothing is signed digitally. */
@WholeProgram
class RevokedTest {

    private static final String OWNER = "Lý Thị Mẩy";

    @Autowired
    private TaVan taVan;

    @Autowired
    private TestClock clock;

    @Autowired
    private Signings signings;

    @Autowired
    private Results results;

    @Autowired
    private ResultStore store;

    @Autowired
    private NumberStore numbers;

    @Autowired
    private StoredFiles files;

    @Autowired
    private FileStore contents;

    @Autowired
    private FileSweep sweep;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private LeaderDesk leader;

    @Autowired
    private ReadingDesk reading;

    @Autowired
    private ListedApplicants applicants;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Units units;

    @Autowired
    private Messages messages;

    @Autowired
    private PlatformTransactionManager transactions;

    @LocalServerPort
    private int port;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aRevokedResultIsSaidSoToEverybodyAndToItsOwnerWithTheReason() {
        var life = taVan.birth(OWNER).received().appraised().approved().resultIssued(TaVan.unused());
        var file = life.signedFile();
        var code = life.code();
        life.handedOver();
        var page = "/desk/dossiers/" + life.ref.id();
        does(
                "Phạm Quốc Việt",
                page,
                "propose-revocation",
                life,
                Map.of(
                        "ground",
                        "FALSE_PAPERS",
                        "decision",
                        "15/QĐ-UBND ngày 23/11/2026",
                        "reason",
                        "Giấy chứng sinh của trẻ là giả"));
        assertThat(anybody().get("/verify/" + code).body()).contains("Đang có hiệu lực");
        does("Vũ Đức Thành", page, "confirm", life, Map.of());

        assertThat(anybody().get("/verify/" + code).body())
                .contains("Đã bị thu hồi từ", "giấy tờ giả hoặc khai không đúng sự thật", "không còn hiệu lực")
                .doesNotContain("Giấy chứng sinh của trẻ", OWNER);
        var said = JsonMapper.shared()
                .readTree(anybody().get("/api/v1/results/" + code).body());
        assertThat(said.get("state").asString()).isEqualTo("revoked");
        assertThat(said.get("ground").asString()).isEqualTo("FALSE_PAPERS");
        var checked = anybody().upload("/api/v1/results/check", Map.of(), "file", "ket-qua.pdf", file);
        assertThat(JsonMapper.shared()
                        .readTree(checked.body())
                        .at("/registered/state")
                        .asString())
                .as("the owner's file is known as revoked")
                .isEqualTo("revoked");
        var owner = new Visit("http://localhost:" + port).as(OWNER);
        assertThat(owner.get(life.path()).body())
                .contains("Kết quả đã bị thu hồi lúc", "15/QĐ-UBND", "Giấy chứng sinh của trẻ là giả", "khiếu nại")
                .doesNotContain("Tải kết quả");
        taVan.told();
        assertThat(owner.get("/my").body()).contains("đã bị thu hồi theo quyết định 15/QĐ-UBND");
        assertThat(new Visit("http://localhost:" + port)
                        .as("Phạm Quốc Việt")
                        .get(page)
                        .body())
                .contains("Thu hồi kết quả số", "đã thu hồi theo quyết định 15/QĐ-UBND")
                .doesNotContain("propose-amendment", "propose-revocation");
    }

    /** Where nobody signs digitally a correction is a paper to be signed by hand, and the register has both. */
    @Test
    void aCorrectionWithoutAnySigner() {
        var life = taVan.birth(OWNER).received().appraised().approved().resultIssued(TaVan.unused());
        var wrong = life.registered();
        var page = "/desk/dossiers/" + life.ref.id();
        does(
                "Phạm Quốc Việt",
                page,
                "propose-amendment",
                life,
                Map.of(
                        "field.0",
                        "mother.fullName",
                        "value.0",
                        "Lý Thị Mỵ",
                        "number",
                        TaVan.unused(),
                        "reason",
                        "Gõ nhầm"));
        var thanh = (OfficerAt) taVan.named("Vũ Đức Thành");
        var act = new Act(Ids.next(), thanh, life.seen().version(), clock.instant());
        var without = new Results(
                store,
                numbers,
                new SigningRounds(
                        store,
                        signings.none(),
                        files,
                        contents,
                        sweep,
                        specialist,
                        accounts,
                        units,
                        messages,
                        clock,
                        transactions),
                specialist,
                leader,
                reading,
                applicants,
                clock,
                transactions);
        assertThat(without.digital()).isFalse();
        var before = wrong.draft();
        var right = new Draft(
                act.command(),
                without.newCode(),
                before.dossier(),
                "",
                TaVan.unused(),
                before.procedure(),
                before.revision(),
                before.issuer(),
                before.leader(),
                thanh.account(),
                before.cautions(),
                before.file(),
                false,
                List.of(),
                Optional.empty());

        without.replace(thanh, act, right);

        var after = thanh.scope().call(() -> results.byCommand(act.command())).orElseThrow();
        assertThat(after.state()).isEqualTo(ResultState.ISSUED);
        assertThat(after.signedAt()).isEmpty();
        assertThat(anybody().get("/verify/" + wrong.draft().code().value()).body())
                .contains("/verify/" + right.code().value());
        assertThat(anybody().get("/verify/" + right.code().value()).body())
                .contains("Đang có hiệu lực", "Ký trên giấy");
        assertThat(List.of(life.seen().result().orElseThrow().file())).containsExactly(right.file());
    }

    private Visit anybody() {
        return new Visit("http://localhost:" + port);
    }

    private void does(String officer, String page, String act, Life life, Map<String, String> typed) {
        var fields = new HashMap<>(typed);
        fields.put("command", UUID.randomUUID().toString());
        fields.put("version", Integer.toString(life.seen().version()));
        var answer = new Visit("http://localhost:" + port).as(officer).fill(page, page + "/" + act, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }
}
