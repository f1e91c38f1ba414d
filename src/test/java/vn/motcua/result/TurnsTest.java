package vn.motcua.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.document.FileStore;
import vn.motcua.document.FileSweep;
import vn.motcua.document.StoredFiles;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Messages;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.signature.Judgement;
import vn.motcua.signature.PdfSigning;
import vn.motcua.signature.Signings;
import vn.motcua.signature.Validation;
import vn.motcua.signature.Verdict;
import vn.motcua.support.PdfA;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A decision that the head of the division initials, the leader signs and the agency seals, each in their turn. */
@WholeProgram
class TurnsTest {

    private static final String HEAD = "Vàng A Chư";
    private static final String LEADER = "Vũ Đức Thành";

    @Autowired
    private TaVan taVan;

    @Autowired
    private TestClock clock;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Results results;

    @Autowired
    private ResultStore store;

    @Autowired
    private Signings signings;

    @Autowired
    private Validation validation;

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
    void eachSignsInTheirTurnAndTheFileCarriesAllInOrder() throws Exception {
        var life = numbered();
        var id = life.registered().id();
        assertThat(as(LEADER).get("/desk/sign").body()).contains("Chờ chữ ký của " + HEAD);
        assertThat(as(HEAD).get("/desk/sign").body()).contains("value=\"" + id + "\"");
        refused(ResultRefusal.SIGNATURE_OUT_OF_ORDER, () -> order(LEADER, id));

        var command = order(HEAD, id);
        again(HEAD, command, id);
        taVan.signed();

        assertThat(life.registered().state()).isEqualTo(ResultState.DRAFTED);
        assertThat(life.registered().turn().map(Turn::what)).contains(Turn.What.LEADER);
        assertThat(as(HEAD).get("/desk/sign/" + command).body()).contains("1");
        var initialled = as(LEADER).bytes("/desk/sign/papers/" + id);
        assertThat(validation.judge(initialled, clock.instant()).signatures())
                .as("the leader reads what the head initialled")
                .extracting(Judgement.One::name)
                .containsExactly(HEAD);
        clock.advance(Duration.ofMinutes(5));
        order(LEADER, id);
        taVan.signed();

        assertThat(life.registered().state()).isEqualTo(ResultState.ISSUED);
        var file = life.signedFile();
        var judged = validation.judge(file, clock.instant());
        assertThat(judged.verdict()).as("%s", judged).isEqualTo(Verdict.VALID);
        assertThat(judged.signatures())
                .extracting(Judgement.One::name)
                .containsExactly(HEAD, LEADER, "Ủy ban nhân dân xã Tả Van");
        assertThat(PdfA.faults(file)).isEmpty();
        assertThat(edges(id)).containsExactly("DRAFTED", "INITIALS", "LEADER", "SIGNED", "ISSUED");
        var anybody = new Visit("http://localhost:" + port);
        var token = Visit.token(anybody.get("/verify").body());
        var checked = anybody.upload("/verify", Map.of("_csrf", token), "file", "ket-qua.pdf", file)
                .body();
        assertThat(checked).contains("<b>" + HEAD + "</b>", "<b>" + LEADER + "</b>", "Ủy ban nhân dân xã Tả Van");
    }

    @Test
    void aStopBetweenTwoSignaturesMakesNoneTwice() {
        var life = numbered();
        var id = life.registered().id();
        order(HEAD, id);
        taVan.signed();
        order(LEADER, id);
        var asked = new ArrayList<String>();

        assertThatThrownBy(() -> rounds(signings.watched(it -> {
                            asked.add(it);
                            if (it.startsWith("AGENCY")) {
                                throw new StackOverflowError("killed");
                            }
                        }))
                        .goOn(TaVan.LAO_CAI, id))
                .isInstanceOf(StackOverflowError.class);
        assertThat(asked).hasSize(2);
        assertThat(life.registered().turn().map(Turn::what)).contains(Turn.What.SEAL);
        clock.advance(Duration.ofMinutes(3));
        asked.clear();
        rounds(signings.watched(asked::add)).goOn(TaVan.LAO_CAI, id);

        assertThat(asked)
                .as("the leader's signature stands")
                .singleElement()
                .asString()
                .startsWith("AGENCY");
        assertThat(life.registered().state()).isEqualTo(ResultState.ISSUED);
        assertThat(validation.judge(life.signedFile(), clock.instant()).signatures())
                .hasSize(3);
    }

    @Test
    void manyAreSignedWithOneWordOfEach() {
        var lives = List.of(numbered(), numbered(), numbered());
        var ids = lives.stream().map(it -> it.registered().id()).toArray(UUID[]::new);

        order(HEAD, ids);
        taVan.signed();
        order(LEADER, ids);
        taVan.signed();

        assertThat(lives).allSatisfy(it -> {
            assertThat(it.registered().state()).isEqualTo(ResultState.ISSUED);
            assertThat(validation.judge(it.signedFile(), clock.instant()).signatures())
                    .extracting(Judgement.One::name)
                    .containsExactly(HEAD, LEADER, "Ủy ban nhân dân xã Tả Van");
        });
    }

    @Test
    void whoIsNoSignerSignsNothingAndSeesNothing() {
        var id = numbered().registered().id();

        for (var other : List.of("Dương Đức Vinh", "Lù Thị Hiền")) {
            refused(ResultRefusal.NOTHING_TO_SIGN, () -> order(other, id));
            assertThat(as(other).get("/desk/sign/papers/" + id).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anOrderThatNobodyCouldFollowKeepsAPackageFromBeingRead() {
        for (var wrong : List.of(
                "signatures: [seal, leader]",
                "signatures: [leader]",
                "signatures: [{role: social-affairs-head, place: top}, leader, seal]",
                "signatures: [{role: nobody, place: initials}, leader, seal]",
                "signatures: [{role: social-affairs-head, place: beside}, leader, seal]",
                """
                appraisal: social-affairs-head
                signatures: [{role: social-affairs-head, place: initials}, leader, seal]""")) {
            var files =
                    new HashMap<>(catalogue.get("1.014028").runnableContent().files());
            files.computeIfPresent("result.yaml", (_, it) -> it.substring(0, it.indexOf("signatures:")) + wrong + "\n");
            assertThatThrownBy(() -> ProcedurePackage.read(files)).as(wrong).isInstanceOf(Refused.class);
        }
    }

    private Life numbered() {
        var life = taVan.filed("Lý Thị Mẩy", "1.014028", Map.of("d.fullName", "Lý Văn Páo", "o.name", "Lý Thị Mẩy"))
                .received();
        specialist.complete(
                act("Dương Đức Vinh", life),
                life.ref.id(),
                "appraisal",
                "Đủ điều kiện",
                Map.of("benefit.amount", 10000000L));
        leader.approve(act(HEAD, life), life.ref.id(), "review", "");
        return life.approved().resultIssued(TaVan.unused());
    }

    private UUID order(String who, UUID... ids) {
        return again(who, Ids.next(), ids);
    }

    private UUID again(String who, UUID command, UUID... ids) {
        results.order(officer(who), command, List.of(ids));
        return command;
    }

    private OfficerAt officer(String name) {
        return (OfficerAt) taVan.named(name);
    }

    private Act act(String who, Life life) {
        return new Act(Ids.next(), officer(who), life.seen().version(), clock.instant());
    }

    private Visit as(String who) {
        return new Visit("http://localhost:" + port).as(who);
    }

    private List<String> edges(UUID result) {
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> new TransactionTemplate(transactions)
                        .execute(_ -> db.sql(
                                        "select kind from result_event where tenant_id = 15 and result = :id order by no")
                                .param("id", result)
                                .query(String.class)
                                .list()));
    }

    private SigningRounds rounds(PdfSigning signing) {
        return new SigningRounds(
                store, signing, files, contents, sweep, specialist, accounts, units, messages, anyClock, transactions);
    }

    private static void refused(RefusalCode code, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(code));
    }
}
