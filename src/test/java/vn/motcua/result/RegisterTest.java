package vn.motcua.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.document.AttachedJson;
import vn.motcua.document.FileStore;
import vn.motcua.document.FileSweep;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.dossier.Stage;
import vn.motcua.identity.Accounts;
import vn.motcua.organization.Units;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.signature.PdfSigning;
import vn.motcua.signature.SignerAway;
import vn.motcua.signature.Signings;
import vn.motcua.signature.Validation;
import vn.motcua.signature.Verdict;
import vn.motcua.support.PdfA;
import vn.motcua.support.PdfText;
import vn.motcua.support.Pdfsig;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A result from the clerk's number to the owner's file: signed, once, whatever happens to the signing service. */
@WholeProgram
class RegisterTest {

    private static final String OWNER = "Lý Thị Mẩy";

    @Autowired
    private TaVan taVan;

    @Autowired
    private TestClock clock;

    @Autowired
    private Signings signings;

    @Autowired
    private Validation validation;

    @Autowired
    private ResultStore store;

    @Autowired
    private StoredFiles files;

    @Autowired
    private FileStore contents;

    @Autowired
    private FileSweep sweep;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Units units;

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Clock anyClock;

    @Autowired
    private PlatformTransactionManager transactions;

    @LocalServerPort
    private int port;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aResultIsSignedAndIssuedInOneStep() {
        var life = approved().resultIssued("101/2026");

        var registered = life.registered();
        assertThat(registered.state()).isEqualTo(ResultState.ISSUED);
        assertThat(registered.signedAt()).contains(clock.instant());
        var file = life.signedFile();
        assertThat(validation.judge(file, clock.instant()).verdict())
                .as("%s", validation.judge(file, clock.instant()))
                .isEqualTo(Verdict.VALID);
        assertThat(PdfA.faults(file)).isEmpty();
        assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .as("proofs for the archive")
                .contains("/ETSI.RFC3161");
        var data = JsonMapper.shared().readTree(AttachedJson.of(file).orElseThrow());
        assertThat(data.get("number").asString()).isEqualTo("101/2026");
        assertThat(data.get("code").asString().replace("-", "")).isEqualTo(life.code());
        assertThat(data.at("/procedure/code").asString())
                .isEqualTo(registered.draft().procedure());
        assertThat(data.get("facts").get("child.fullName").asString()).isEqualTo("Giàng Thị Mỵ");
        assertThat(PdfText.of(file))
                .contains("101/2026", "Vũ Đức Thành", "Mã kiểm tra")
                .containsIgnoringCase("TM. Ủy ban nhân dân")
                .doesNotContainIgnoringCase("Chủ tịch/Phó Chủ tịch")
                .doesNotContain("CHƯA KÝ SỐ");
        assertThat(registered.draft().leader().position()).isEqualTo("Chủ tịch");
        var page =
                new Visit("http://localhost:" + port).as(OWNER).get(life.path()).body();
        assertThat(page).contains("Bản đã ký số", "/verify/" + life.code()).doesNotContain("Bản chưa ký số");
    }

    /** A second opinion of what came out of the program whole, with the proofs for the archive, where the machine has one. */
    @Test
    void popplerFindsWhatTheProgramIssuedWhole() throws Exception {
        var file = approved().resultIssued(TaVan.unused()).signedFile();
        var said = Pdfsig.of(file);
        assumeTrue(said.isPresent(), "pdfsig is not installed");

        assertThat(said.orElseThrow())
                .contains("Signature #1", "Signature #2", "Signature is Valid")
                .doesNotContain("Signature is Invalid", "Digest Mismatch");
    }

    /** What somebody should look at first is never signed in passing, also where the leader's word goes with the decision. */
    @Test
    void aDenialWaitsForTheWordOfWhoSignsItAndIsSignedThen() {
        var life = taVan.birth(OWNER)
                .received()
                .appraised()
                .denied("Đã đăng ký tại nơi khác")
                .resultIssued("102/2026");

        assertThat(life.registered().draft().cautions()).contains(Caution.DENIED);
        assertThat(life.registered().orderedAt()).isEmpty();
        taVan.signed();
        assertThat(life.registered().state()).isEqualTo(ResultState.DRAFTED);

        taVan.ordered(life);
        taVan.signed();

        assertThat(life.registered().state()).isEqualTo(ResultState.ISSUED);
        assertThat(validation.judge(life.signedFile(), clock.instant()).verdict())
                .isEqualTo(Verdict.VALID);
        assertThat(PdfText.of(life.signedFile())).contains("Đã đăng ký tại nơi khác", "Mã kiểm tra");
    }

    @Test
    void theOwnerReadsOneTrueThingWhileItWaits() {
        var life = digital().resultWaiting("103/2026");
        var owner = new Visit("http://localhost:" + port).as(OWNER);

        assertThat(owner.get(life.path()).body())
                .contains("kết quả đang chờ ký số", "chưa phải làm gì")
                .doesNotContain("Tải kết quả", "ngay dưới đây", "Bản chưa ký số");
        assertThat(owner.get(life.path() + "/result").statusCode()).isEqualTo(404);

        taVan.ordered(life);
        taVan.signed();

        assertThat(owner.get(life.path()).body())
                .contains("Tải kết quả", "Bản đã ký số")
                .doesNotContain("chờ ký số");
    }

    @Test
    void anOutageOfTheSignerLosesNothing() {
        var life = digital().resultWaiting("104/2026");
        taVan.ordered(life);
        var id = life.registered().id();

        rounds(signings.away()).goOn(TaVan.LAO_CAI, id);

        assertThat(life.registered().state()).isEqualTo(ResultState.DRAFTED);
        assertThat(life.registered().lastError()).contains("chưa trả lời");
        taVan.signed();
        assertThat(life.registered().state()).as("not at once again").isEqualTo(ResultState.DRAFTED);
        clock.advance(Duration.ofMinutes(1));
        taVan.signed();
        assertThat(life.registered().state()).isEqualTo(ResultState.ISSUED);
        assertThat(life.registered().lastError()).isEmpty();
    }

    /** In a way that nobody thought of. */
    @Test
    void oneAtWhichTheProgramFailsHoldsUpNoOther() {
        taVan.signed();
        var poisoned = digital().resultWaiting(TaVan.unused());
        var other = digital().resultWaiting(TaVan.unused());
        taVan.ordered(List.of(poisoned, other));
        var failed = new AtomicBoolean();

        rounds(signings.watched(_ -> {
                    if (failed.compareAndSet(false, true)) {
                        throw new IllegalArgumentException("poisoned");
                    }
                }))
                .go();

        var states = Stream.of(poisoned, other).map(it -> it.registered().state());
        assertThat(states).containsExactlyInAnyOrder(ResultState.DRAFTED, ResultState.ISSUED);
        assertThat(Stream.of(poisoned, other)
                        .map(Life::registered)
                        .filter(Registered::open)
                        .map(Registered::lastError))
                .singleElement()
                .asString()
                .contains("Có lỗi trong lúc ký");
        clock.advance(Duration.ofMinutes(1));
        taVan.signed();
        assertThat(Stream.of(poisoned, other).map(it -> it.registered().state()))
                .containsOnly(ResultState.ISSUED);
    }

    @Test
    void whyItCannotBeSignedIsSaidOfWhoseKeyItIs() {
        var life = digital().resultWaiting("124/2026");
        taVan.ordered(life);
        var id = life.registered().id();

        for (var why : SignerAway.Why.values()) {
            rounds(signings.refusing(why)).goOn(TaVan.LAO_CAI, id);
            assertThat(life.registered().lastError())
                    .as("%s", why)
                    .contains(
                            switch (why) {
                                case NO_ANSWER -> "chưa trả lời";
                                case NO_KEY -> "Chưa có khóa ký số nào được khai báo cho Vũ Đức Thành";
                                case KEY_NOT_USABLE -> "chứng thư ký số của Vũ Đức Thành đã bị khóa";
                                case PIN_REFUSED -> "Mã PIN của khóa ký số của Vũ Đức Thành";
                                case NOT_LET_IN -> "không chấp nhận hệ thống này";
                                case TOKEN_GONE -> "cắm lại thiết bị";
                            });
            clock.advance(Duration.ofMinutes(10));
        }
        taVan.signed();
        assertThat(life.registered().state()).isEqualTo(ResultState.ISSUED);
    }

    /** Stopped after signing and before anything was written of it: the same bytes are signed again, and one file comes of it. */
    @Test
    void aStopBetweenSigningAndRecordingMakesNoSecondResult() {
        var life = digital().resultWaiting("105/2026");
        taVan.ordered(life);
        var id = life.registered().id();
        var asked = new ArrayList<String>();

        assertThatThrownBy(() -> rounds(signings.watched(it -> {
                            asked.add(it);
                            if (it.startsWith("AGENCY")) {
                                throw new StackOverflowError("killed");
                            }
                        }))
                        .goOn(TaVan.LAO_CAI, id))
                .isInstanceOf(StackOverflowError.class);
        assertThat(life.registered().state()).isEqualTo(ResultState.DRAFTED);
        var first = List.copyOf(asked);

        taVan.signed();
        assertThat(life.registered().state()).as("leased").isEqualTo(ResultState.DRAFTED);
        clock.advance(Duration.ofMinutes(3));
        asked.clear();
        rounds(signings.watched(asked::add)).goOn(TaVan.LAO_CAI, id);

        assertThat(life.registered().state()).isEqualTo(ResultState.ISSUED);
        assertThat(asked.getFirst()).as("the leader signs the same bytes").isEqualTo(first.getFirst());
    }

    /** Stopped after it was recorded as signed: it is issued, and the signer is not asked again. */
    @Test
    void whatIsRecordedAsSignedIsNeverSignedAgain() {
        var life = digital().resultWaiting("106/2026");
        taVan.ordered(life);
        var id = life.registered().id();
        var gone =
                new SigningRounds(
                        store,
                        signings.watched(_ -> {}),
                        files,
                        contents,
                        sweep,
                        specialist,
                        accounts,
                        units,
                        messages,
                        anyClock,
                        transactions) {
                    @Override
                    void issue(vn.motcua.shared.TenantId tenant, UUID result) {
                        throw new StackOverflowError("killed");
                    }
                };
        assertThatThrownBy(() -> gone.goOn(TaVan.LAO_CAI, id)).isInstanceOf(StackOverflowError.class);
        assertThat(life.registered().state()).isEqualTo(ResultState.SIGNED);
        var file = life.registered().file();
        var asked = new ArrayList<String>();

        rounds(signings.watched(asked::add)).goOn(TaVan.LAO_CAI, id);

        assertThat(asked).isEmpty();
        assertThat(life.registered().state()).isEqualTo(ResultState.ISSUED);
        assertThat(life.registered().file()).isEqualTo(file);
    }

    @Test
    void aDossierHasOneResultWaiting() {
        var life = digital().resultWaiting("107/2026");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> life.resultIssued("108/2026"))
                .satisfies(it -> assertThat(it.code()).isEqualTo(ResultRefusal.RESULT_WAITS_FOR_SIGNATURE));
    }

    @Test
    void theSameFormTwiceIsOneResult() {
        var life = approved();
        var clerk = new Visit("http://localhost:" + port).as("Lù Thị Hiền");
        var fields = Map.of(
                "step",
                "issue",
                "number",
                "109/2026",
                "command",
                UUID.randomUUID().toString(),
                "version",
                Integer.toString(life.seen().version()));
        var page = "/desk/dossiers/" + life.ref.id();

        assertThat(clerk.fill(page, page + "/issue", fields).statusCode()).isEqualTo(302);
        var file = life.signedFile();
        assertThat(clerk.fill(page, page + "/issue", fields).statusCode()).isEqualTo(302);

        assertThat(life.signedFile()).isEqualTo(file);
        assertThat(life.registered().state()).isEqualTo(ResultState.ISSUED);
    }

    @Test
    void aCorrectedResultIsSignedAndReplacesTheWrongOne() {
        var life = approved().resultIssued("110/2026");
        var wrong = life.code();
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
                        "111/2026",
                        "reason",
                        "Gõ nhầm"));
        does("Vũ Đức Thành", page, "confirm", life, Map.of());

        assertThat(life.registered().draft().number()).isEqualTo("111/2026");
        assertThat(validation.judge(life.signedFile(), clock.instant()).verdict())
                .isEqualTo(Verdict.VALID);
        assertThat(PdfText.of(life.signedFile()))
                .contains("111/2026")
                .containsIgnoringCase("Lý Thị Mỵ")
                .doesNotContain("CHƯA KÝ SỐ");
        var anybody = new Visit("http://localhost:" + port);
        assertThat(anybody.get("/verify/" + wrong).body())
                .contains("không còn hiệu lực", "/verify/" + life.code(), "110/2026");
        assertThat(anybody.get("/verify/" + life.code()).body()).contains("đang có hiệu lực", "111/2026");
    }

    @Test
    void aResultThatWaitsIsWithdrawnWhenTheClerkFindsAnErrorAndTheNextOneIsIssued() {
        var life = digital().resultWaiting("113/2026");
        var page = "/desk/dossiers/" + life.ref.id();
        var id = life.registered().id();
        taVan.ordered(life);
        does("Lù Thị Hiền", page, "send-back", life, Map.of("step", "issue", "to", "decision", "reason", "Sai tên mẹ"));

        assertThat(life.seen().stage()).isInstanceOf(Stage.InProcess.class);
        var withdrawn = registered(id);
        assertThat(withdrawn.state()).isEqualTo(ResultState.REVOKED);
        assertThat(withdrawn.reason()).isEqualTo("Sai tên mẹ");
        rounds(signings.watched(_ -> {})).goOn(TaVan.LAO_CAI, id);
        assertThat(life.seen().result()).as("nothing old is signed and issued").isEmpty();
        assertThat(new Visit("http://localhost:" + port)
                        .as(OWNER)
                        .get(life.path())
                        .body())
                .contains("Xem lại quyết định trước khi phát hành", "Sai tên mẹ");

        life.approved().resultIssued("114/2026");

        assertThat(life.registered().state()).isEqualTo(ResultState.ISSUED);
        assertThat(life.registered().draft().number()).isEqualTo("114/2026");
    }

    private Registered registered(UUID id) {
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> new TransactionTemplate(transactions)
                        .execute(_ -> store.find(id).orElseThrow()));
    }

    @Test
    void cautionsSayWhatALeaderShouldLookAt() {
        assertThat(approved().resultIssued("112/2026").registered().draft().cautions())
                .isEqualTo(Set.of());
    }

    @Test
    void whoSignsSeesWhoseResultItIsAndTheVeryFileAndNobodyElseDoes() throws IOException {
        var life = digital().resultWaiting(TaVan.unused());
        var registered = life.registered();
        var paper = "/desk/sign/papers/" + registered.id();
        var leader = new Visit("http://localhost:" + port).as("Vũ Đức Thành");

        assertThat(leader.get("/desk/sign").body()).contains(paper, OWNER);
        byte[] draft;
        try (var content = contents.open(registered.draft().file())) {
            draft = content.readAllBytes();
        }
        assertThat(leader.bytes(paper)).isEqualTo(draft);
        assertThat(looks(life, "listed")).isPositive();
        assertThat(looks(life, "printed")).isPositive();

        for (var other : List.of("Lù Thị Hiền", "Nguyễn Thị Mai Thủy")) {
            var visit = new Visit("http://localhost:" + port).as(other);
            assertThat(visit.get(paper).statusCode()).isEqualTo(404);
            assertThat(visit.get("/desk/sign").body()).doesNotContain(paper);
        }
        taVan.ordered(life);
        taVan.signed();
        assertThat(leader.get(paper).statusCode())
                .as("there is nothing to sign")
                .isEqualTo(404);
    }

    private int looks(Life life, String act) {
        var leader = taVan.named("Vũ Đức Thành").account().value();
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> new TransactionTemplate(transactions)
                        .execute(_ -> db.sql("""
                                select count(*)::int from audit_record r
                                where r.tenant_id = :tenant and r.subject = :dossier and r.actor = :actor and r.act = :act
                                """)
                                .param("tenant", TaVan.LAO_CAI.value())
                                .param("dossier", life.ref.id().value())
                                .param("actor", leader)
                                .param("act", act)
                                .query(Integer.class)
                                .single()));
    }

    private void does(String officer, String page, String act, Life life, Map<String, String> typed) {
        var fields = new HashMap<>(typed);
        fields.put("command", UUID.randomUUID().toString());
        fields.put("version", Integer.toString(life.seen().version()));
        var answer = new Visit("http://localhost:" + port).as(officer).fill(page, page + "/" + act, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private Life approved() {
        return digital();
    }

    private Life digital() {
        return taVan.birth(OWNER, HandOver.How.DIGITAL, 0)
                .received()
                .appraised()
                .approved();
    }

    private SigningRounds rounds(PdfSigning signing) {
        return new SigningRounds(
                store, signing, files, contents, sweep, specialist, accounts, units, messages, anyClock, transactions);
    }
}
