package vn.motcua.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import vn.motcua.dossier.Act;
import vn.motcua.dossier.LeaderDesk;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A construction permit is read by the head of the division that drafted it before the leader may sign it. */
@WholeProgram
class AppraisalTest {

    private static final String DRAFTER = "Đỗ Thị Kim Thảo";
    private static final String HEAD = "Hoàng Thanh Dũng";
    private static final String LEADER = "Vũ Đức Thành";

    @Autowired
    private TaVan taVan;

    @Autowired
    private Appraisals appraisals;

    @Autowired
    private Results results;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private LeaderDesk leader;

    @Autowired
    private TestClock clock;

    @Autowired
    private Units units;

    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    @LocalServerPort
    private int port;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void theLeaderSignsOnlyWhatTheHeadOfTheDivisionHasPutUpAndSeesWhoAndWhen() {
        var life = numbered();
        var waiting = life.registered();
        assertThat(waiting.state()).isEqualTo(ResultState.DRAFTED);
        assertThat(waiting.orderedAt())
                .as("the leader's word comes after the appraisal, also from who gives it with the decision")
                .isEmpty();
        refused(ResultRefusal.RESULT_NOT_APPRAISED, () -> taVan.ordered(life));
        assertThat(as(LEADER).get("/desk/sign").body())
                .contains("Chưa đến lượt bạn (", "Chờ thẩm định")
                .doesNotContain("value=\"" + waiting.id() + "\"");
        clock.set("2026-11-23T09:20");
        var page = as(HEAD).get("/desk/appraise").body();
        assertThat(page).contains("Kết quả số " + waiting.draft().number(), "/desk/appraise/papers/" + waiting.id());

        var command = Ids.next();
        appraisals.confirm(officer(HEAD), command, waiting.id());
        appraisals.confirm(officer(HEAD), command, waiting.id());

        assertThat(life.registered().state()).isEqualTo(ResultState.APPRAISED);
        assertThat(as(LEADER).get("/desk/sign").body())
                .contains("Đã thẩm định, trình ký: " + HEAD + ", ", "09:20", "value=\"" + waiting.id() + "\"");
        taVan.ordered(life);
        taVan.signed();
        assertThat(life.registered().state()).isEqualTo(ResultState.ISSUED);
        assertThat(edges(waiting.id())).containsExactly("DRAFTED", "APPRAISED", "SIGNED", "ISSUED");
    }

    @Test
    void whatIsSentBackIsNeverSignedAndItsNumberIsUsedAgain() {
        var life = numbered();
        var first = life.registered();
        refused(
                ResultRefusal.APPRAISAL_WORDS_MISSING,
                () -> appraisals.sendBack(officer(HEAD), Ids.next(), first.id(), "  "));

        refused(
                ResultRefusal.APPRAISAL_WORDS_TOO_LONG,
                () -> appraisals.sendBack(officer(HEAD), Ids.next(), first.id(), "a".repeat(2001)));
        assertThat(filesKept(first)).isEqualTo(1);

        var command = Ids.next();
        appraisals.sendBack(officer(HEAD), command, first.id(), "Thiếu chiều cao công trình");
        appraisals.sendBack(officer(HEAD), command, first.id(), "Thiếu chiều cao công trình");

        refused(ResultRefusal.NOTHING_TO_APPRAISE, () -> appraisals.confirm(officer(HEAD), command, first.id()));
        assertThat(filesKept(first)).as("nobody needs the draft any more").isZero();
        assertThat(edges(first.id())).containsExactly("DRAFTED", "SENT_BACK");
        refused(ResultRefusal.NOTHING_TO_SIGN, () -> order(first.id()));
        refused(ResultRefusal.NOTHING_TO_APPRAISE, () -> appraisals.confirm(officer(HEAD), Ids.next(), first.id()));
        assertThat(as("Lù Thị Hiền").get("/desk/dossiers/" + life.ref.id()).body())
                .contains("bị trả lại khi thẩm định: Thiếu chiều cao công trình");

        life.resultIssued(first.draft().number());

        assertThat(life.registered().id()).isNotEqualTo(first.id());
        assertThat(life.registered().draft().number()).isEqualTo(first.draft().number());
    }

    @Test
    void whoHadAHandInItOrHasAnotherRoleDoesNotAppraiseIt() {
        var life = numbered();
        var id = life.registered().id();

        for (var other : List.of(DRAFTER, LEADER, "Lù Thị Hiền", "Vàng A Chư", "Tẩn Mẩy Liều")) {
            assertThat(as(other).get("/desk/appraise").body()).as(other).doesNotContain(id.toString());
            assertThat(as(other).get("/desk/appraise/papers/" + id).statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThatThrownBy(() -> appraisals.confirm(officer(other), Ids.next(), id))
                    .as(other)
                    .hasMessageContaining("NOT_THERE");
            assertThatThrownBy(() -> appraisals.sendBack(officer(other), Ids.next(), id, ""))
                    .as(other)
                    .hasMessageContaining("NOT_THERE");
        }
        drafter(id, officer(HEAD).officer().value());
        assertThat(as(HEAD).get("/desk/appraise").body()).doesNotContain(id.toString());
        refused(ResultRefusal.APPRAISER_HAD_A_HAND, () -> appraisals.confirm(officer(HEAD), Ids.next(), id));
    }

    @Test
    void whatWasPutUpForSigningIsNotSaidToBeSentBackByTheButtonOfTheSamePage() {
        var id = numbered().registered().id();
        var command = Ids.next();
        appraisals.confirm(officer(HEAD), command, id);

        refused(
                ResultRefusal.NOTHING_TO_APPRAISE,
                () -> appraisals.sendBack(officer(HEAD), command, id, "Thiếu chiều cao công trình"));
    }

    @Test
    void whoHasTheRoleBelowAnotherAgencyDoesNotAppraiseWhatThatOneGives() {
        var result = numbered().registered();
        var province =
                units.tree().above(result.draft().issuer().unit()).iterator().next();
        issuedBy(result.id(), province.value());

        assertThat(as(HEAD).get("/desk/appraise").body())
                .doesNotContain(result.id().toString());
        assertThatThrownBy(() -> appraisals.confirm(officer(HEAD), Ids.next(), result.id()))
                .hasMessageContaining("NOT_THERE");
    }

    @Test
    void theHeadReadsTheVeryFileAndThatIsWrittenDown() {
        var life = numbered();
        var id = life.registered().id();
        var read = as(HEAD).bytes("/desk/appraise/papers/" + id);

        assertThat(read).isEqualTo(as(LEADER).bytes("/desk/sign/papers/" + id));
        assertThat(looks(life)).isPositive();
    }

    private int looks(Life life) {
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> new TransactionTemplate(transactions)
                        .execute(_ -> db.sql("""
                                select count(*)::int from audit_record r
                                where r.tenant_id = 15 and r.actor = :who and r.subject = :dossier and r.act = 'printed'
                                """)
                                .param("who", officer(HEAD).account().value())
                                .param("dossier", life.ref.id().value())
                                .query(Integer.class)
                                .single()));
    }

    @Test
    void packagesThatDoNotAskGoOnAsBefore() {
        var life = taVan.birth("Lý Thị Mẩy").received().appraised().approved().resultIssued(TaVan.unused());

        assertThat(life.registered().state()).isEqualTo(ResultState.ISSUED);
        assertThat(life.registered().draft().appraisal()).isEmpty();
        assertThat(edges(life.registered().id())).containsExactly("DRAFTED", "SIGNED", "ISSUED");
    }

    private Life numbered() {
        var life = taVan.filed(
                        "Lý Thị Mẩy", "1.013225", Map.of("o.name", "Lý Thị Mẩy", "s.plotNo", "12", "s.mapSheet", "3"))
                .received();
        specialist.complete(act(DRAFTER, life), life.ref.id(), "appraisal", "Đủ điều kiện", Map.of());
        leader.approve(act(HEAD, life), life.ref.id(), "review", "");
        return life.approved().resultIssued(TaVan.unused());
    }

    private Act act(String who, Life life) {
        return new Act(Ids.next(), officer(who), life.seen().version(), clock.instant());
    }

    private void order(UUID id) {
        results.order(officer(LEADER), Ids.next(), List.of(id));
    }

    private OfficerAt officer(String name) {
        return (OfficerAt) taVan.named(name);
    }

    private Visit as(String who) {
        return new Visit("http://localhost:" + port).as(who);
    }

    private void drafter(UUID result, UUID officer) {
        Scope.of(TaVan.LAO_CAI)
                .run(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(_ -> db.sql(
                                        "update result set drafters = drafters || :officer where tenant_id = 15 and id = :id")
                                .param("officer", officer)
                                .param("id", result)
                                .update()));
    }

    private void issuedBy(UUID result, UUID unit) {
        Scope.of(TaVan.LAO_CAI)
                .run(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(
                                _ -> db.sql("update result set issuer = :unit where tenant_id = 15 and id = :id")
                                        .param("unit", unit)
                                        .param("id", result)
                                        .update()));
    }

    private int filesKept(Registered result) {
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> new TransactionTemplate(transactions)
                        .execute(_ -> db.sql(
                                        "select count(*)::int from stored_file where tenant_id = 15 and file_id = :file")
                                .param("file", result.draft().file().sha256())
                                .query(Integer.class)
                                .single()));
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

    private static void refused(RefusalCode code, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(code));
    }
}
