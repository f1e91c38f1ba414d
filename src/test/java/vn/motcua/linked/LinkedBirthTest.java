package vn.motcua.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.DossierRefusal;
import vn.motcua.dossier.OneStopDesk;
import vn.motcua.dossier.SpecialistDesk;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.StageKind;
import vn.motcua.dossier.Supplement;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.dossier.Tracking;
import vn.motcua.linked.Branch.State;
import vn.motcua.outbox.Backlog;
import vn.motcua.outbox.Happening;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.LinkedBirth;
import vn.motcua.support.LinkedBirth.Life;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** One filing, three agencies in three systems: what opens when, and what a refusal, a delay or a failure does to the rest. */
@WholeProgram
class LinkedBirthTest {

    private static final TenantId POLICE = new TenantId(1001);
    private static final TenantId INSURANCE = new TenantId(1002);

    private final LinkedBirth births;
    private final LinkedFilings linked;
    private final Following following;
    private final ApplicantDesk applicants;
    private final OneStopDesk oneStop;
    private final SpecialistDesk specialist;
    private final Tracking tracking;
    private final Backlog backlog;
    private final JdbcClient db;
    private final TestClock clock;

    @Autowired
    LinkedBirthTest(
            LinkedBirth births,
            LinkedFilings linked,
            Following following,
            ApplicantDesk applicants,
            OneStopDesk oneStop,
            SpecialistDesk specialist,
            Tracking tracking,
            Backlog backlog,
            JdbcClient db,
            TestClock clock) {
        this.births = births;
        this.linked = linked;
        this.following = following;
        this.applicants = applicants;
        this.oneStop = oneStop;
        this.specialist = specialist;
        this.tracking = tracking;
        this.backlog = backlog;
        this.db = db;
        this.clock = clock;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-16T08:00");
    }

    @Test
    void onlyTheBirthBeginsAndTheWholeIsPromisedOnceItIsReceived() {
        var birth = births.filed();

        assertThat(birth.whole().branches())
                .extracting(it -> it.part().id(), it -> it.state().getClass().getSimpleName())
                .containsExactly(tuple("birth", "Open"), tuple("residence", "Waiting"), tuple("insurance", "Waiting"));
        assertThat(birth.whole().promise()).isEmpty();
        assertThat(birth.seen("birth").answers()).doesNotContainKeys("ct01.headName", "m.hospital");

        birth.birthReceived();

        assertThat(VietnamTime.moment(
                        birth.whole().promise().orElseThrow().due().at()))
                .contains("19/11/2026");
        assertThat(VietnamTime.moment(birth.seen("birth").due().orElseThrow().at()))
                .contains("16/11/2026");
        assertThat(birth.whole().late()).isFalse();
    }

    @Test
    void theNumberAndTheCertificateReachPoliceAndInsuranceOnceTheyAreIssued() {
        var birth = births.filed().birthReceived().birthApproved().told();
        assertThat(birth.branch("residence").state()).isInstanceOf(State.Waiting.class);

        birth.birthIssued().told().told();

        assertThat(birth.ref("residence").tenant()).isEqualTo(POLICE);
        assertThat(birth.ref("insurance").tenant()).isEqualTo(INSURANCE);
        assertThat(birth.seen("residence").answers())
                .containsEntry("ct01.citizenId", "010326000123")
                .containsEntry("ct01.fullName", "Giàng Thị Mỵ")
                .containsEntry("ct01.headName", "Giàng A Sình")
                .containsEntry("ct01.request", "Đăng ký thường trú cho trẻ mới đăng ký khai sinh");
        assertThat(birth.seen("residence").papers())
                .anyMatch(it -> it.document().equals("quan-he-nhan-than"));
        assertThat(birth.seen("insurance").answers())
                .containsEntry("m.citizenId", "010326000123")
                .containsEntry("m.group", "TE")
                .containsEntry("m.guardian", "Lý Thị Mẩy");
        assertThat(birth.seen("insurance").papers())
                .anyMatch(it -> it.document().equals("khai-sinh"));
        assertThat(tracking.dossiers(birth.code)).hasSize(3);
        assertThat(kept(birth)).isEqualTo("{}");

        clock.set("2026-11-17T08:00");
        birth.insuranceReceived();
        assertThat(VietnamTime.moment(
                        birth.seen("insurance").due().orElseThrow().at()))
                .contains("19/11/2026");
        assertThat(birth.whole().late()).isFalse();
    }

    @Test
    void oneRefusedAndOneSupplementedDoNotSinkTheOthers() {
        var birth = births.filed().birthReceived().birthApproved().birthIssued().told();

        birth.residenceReceived().residenceDenied("Chủ hộ không thường trú ở địa chỉ này");
        oneStop.requestSupplement(
                birth.act("Phạm Mạnh Khánh", "insurance"),
                birth.ref("insurance").id(),
                List.of(new SupplementRequest.Line("Nơi khám chữa bệnh", "Cơ sở này đã ngừng nhận")));
        birth.told();

        assertThat(news(birth, "residence").failed()).isTrue();
        assertThat(news(birth, "insurance").stage()).isEqualTo(StageKind.SUPPLEMENT_AT_INTAKE);
        assertThat(birth.seen("insurance").asked()).hasSize(1);

        applicants.provideSupplement(
                birth.mine("insurance"),
                birth.ref("insurance"),
                new Supplement(List.of(), Optional.empty(), "Chọn nơi gần nhà"));
        birth.told().insuranceReceived().insuranceSettled();

        assertThat(news(birth, "insurance").came()).isEqualTo(Branch.Came.RESULT);
        assertThat(birth.seen("insurance").result()).isPresent();
        assertThat(birth.seen("birth").result()).isPresent();
        assertThat(birth.whole().over()).isTrue();
    }

    @Test
    void theTimeThatTheApplicantTakesToAnswerMakesNothingLate() {
        var birth = births.filed().birthReceived().birthApproved().birthIssued().told();
        birth.residenceReceived().residenceDenied("Chủ hộ không thường trú ở địa chỉ này");
        oneStop.requestSupplement(
                birth.act("Phạm Mạnh Khánh", "insurance"),
                birth.ref("insurance").id(),
                List.of(new SupplementRequest.Line("Nơi khám chữa bệnh", "Cơ sở này đã ngừng nhận")));
        birth.told();

        clock.set("2026-11-25T08:00");
        assertThat(birth.whole().late()).as("still waiting for them").isFalse();
        applicants.provideSupplement(
                birth.mine("insurance"),
                birth.ref("insurance"),
                new Supplement(List.of(), Optional.empty(), "Chọn nơi gần nhà"));
        birth.told().insuranceReceived();

        var whole = birth.whole();
        assertThat(VietnamTime.moment(whole.promise().orElseThrow().due().at())).contains("19/11/2026");
        assertThat(VietnamTime.moment(whole.expected().orElseThrow())).contains("27/11/2026");
        assertThat(VietnamTime.moment(whole.moved().orElseThrow())).contains("30/11/2026");
        assertThat(whole.late()).isFalse();
        clock.set("2026-12-01T08:00");
        assertThat(birth.whole().late()).as("the agency's own days still count").isTrue();
    }

    @Test
    void theIdentityCardIsAPartOnlyForWhoAsksForIt() {
        assertThat(births.filed().whole().branches())
                .extracting(it -> it.part().id())
                .doesNotContain("identity");

        var birth = births.filedWithCard().birthReceived();
        assertThat(birth.branch("identity").state()).isInstanceOf(State.Waiting.class);
        birth.birthApproved().birthIssued().told();

        assertThat(birth.ref("identity").tenant()).isEqualTo(POLICE);
        assertThat(birth.seen("identity").answers())
                .containsEntry("p.citizenId", "010326000123")
                .containsEntry("p.fullName", "Giàng Thị Mỵ")
                .containsEntry("r.fullName", "Lý Thị Mẩy");
        assertThat(birth.seen("identity").papers()).anyMatch(it -> it.document().equals("khai-sinh"));
    }

    /** The card has a time of its own: seven working days beside the three of the others. */
    @Test
    void theCardTurnedAwayOrLateSinksNothing() {
        var late = births.filedWithCard()
                .birthReceived()
                .birthApproved()
                .birthIssued()
                .told();
        late.identityReceived();
        clock.set("2026-11-17T08:00");
        late.residenceReceived().insuranceReceived().insuranceSettled();
        assertThat(VietnamTime.moment(late.seen("identity").due().orElseThrow().at()))
                .contains("26/11/2026");
        assertThat(late.whole().late()).isFalse();
        assertThat(late.seen("insurance").result()).isPresent();

        clock.set("2026-11-16T08:00");
        var refused = births.filedWithCard()
                .birthReceived()
                .birthApproved()
                .birthIssued()
                .told();
        refused.identityTurnedAway("Ảnh giấy khai sinh không đọc được");
        refused.residenceReceived().insuranceReceived().insuranceSettled();
        assertThat(news(refused, "identity").failed()).isTrue();
        assertThat(refused.seen("insurance").result()).isPresent();
        assertThat(refused.whole().late()).isFalse();
    }

    @Test
    void aPartThatIsLateMakesTheWholeLateAndNothingElse() {
        var birth = births.filed().birthReceived().birthApproved().birthIssued().told();
        birth.insuranceReceived().insuranceSettled();
        clock.set("2026-11-18T16:00");
        birth.residenceReceived();

        assertThat(birth.whole().late()).isTrue();
        assertThat(VietnamTime.moment(birth.whole().expected().orElseThrow())).contains("20/11/2026");
        assertThat(birth.seen("insurance").result()).isPresent();
    }

    @Test
    void aBirthThatIsDeniedOpensNothingAndSaysWhy() {
        var birth = births.filed()
                .birthReceived()
                .birthDenied("Không có giấy chứng sinh hợp lệ")
                .told();

        assertThat(birth.branch("residence").state()).isEqualTo(new State.NotOpened("birth"));
        assertThat(birth.branch("insurance").state()).isEqualTo(new State.NotOpened("birth"));
        assertThat(tracking.dossiers(birth.code)).hasSize(1);
        assertThat(kept(birth)).isEqualTo("{}");
    }

    @Test
    void aDenialThatClosedOtherPartsIsNotDecidedAnewButAGrantIs() {
        var denied = births.filed().birthReceived().birthDenied("Không có giấy chứng sinh hợp lệ");
        assertThatThrownBy(() -> reopens(denied))
                .as("also before the others were told")
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(DossierRefusal.DENIED_PART));
        denied.told();
        assertThatThrownBy(() -> reopens(denied)).isInstanceOf(Refused.class);
        assertThat(denied.seen("birth").stage()).isInstanceOf(Stage.Resolved.class);

        var granted = births.filed().birthReceived().birthApproved();
        reopens(granted);
        assertThat(granted.seen("birth").stage()).isInstanceOf(Stage.InProcess.class);
    }

    /** The clerk who is to issue it finds an error. */
    private void reopens(Life birth) {
        specialist.sendBack(
                birth.act("Lù Thị Hiền", "birth"),
                birth.ref("birth").id(),
                "issue",
                "appraisal",
                "Nhầm họ tên trong quyết định");
    }

    @Test
    void aPartTakenBackBeforeItOpensStaysAwayAndTheOtherOpens() {
        var birth = births.filed();
        linked.leave(birth.code, "residence");
        assertThatThrownBy(() -> linked.leave(birth.code, "residence")).isInstanceOf(Refused.class);
        birth.birthReceived().birthApproved().birthIssued().told();

        assertThat(birth.branch("residence").state()).isEqualTo(new State.Left());
        assertThat(birth.branch("insurance").state()).isInstanceOf(State.Open.class);
        assertThatThrownBy(() -> linked.leave(birth.code, "insurance")).hasMessageContaining("PART_NOT_WAITING");
    }

    @Test
    void whatIsToldTwiceOrAfterAStopOpensNothingTwice() {
        var birth = births.filed().birthReceived().birthApproved().birthIssued().told();
        var residence = birth.ref("residence");
        var filing = birth.whole().filing();

        // As if the program had stopped after the police's system had it and before the home knew.
        births.in(
                Scope.of(TaVan.LAO_CAI),
                () -> db.sql("""
                        update linked_branch set state = 'OPENING', holder = null, dossier = null, stage = null, since = null
                        where tenant_id = 15 and filing = :filing and part = 'residence'
                        """).param("filing", filing.value()).update());
        births.in(
                Scope.of(TaVan.LAO_CAI),
                () -> db.sql(
                                "update linked_filing set answers = cast(:was as jsonb) where tenant_id = 15 and filing = :filing")
                        .param("was", "{\"ct01.newAddress\": {\"province\": \"15\", \"ward\": \"03037\"}}")
                        .param("filing", filing.value())
                        .update());
        var again = new Happening(
                Ids.next(),
                birth.ref("birth"),
                birth.seen("birth").version(),
                "result-issued",
                clock.instant(),
                false,
                1);
        following.hear(again);
        following.hear(again);

        assertThat(birth.ref("residence")).isEqualTo(residence);
        assertThat(tracking.dossiers(birth.code)).hasSize(3);
    }

    @Test
    void aPartThatFailsToOpenIsSeenAndHoldsUpNoOther() {
        var birth = births.filed();
        var filing = birth.whole().filing();
        births.in(
                Scope.of(TaVan.LAO_CAI),
                () -> db.sql("""
                        update linked_branch set papers = cast(:papers as jsonb)
                        where tenant_id = 15 and filing = :filing and part = 'residence'
                        """)
                        .param("filing", filing.value())
                        .param(
                                "papers",
                                "[{\"id\": \"" + Ids.next()
                                        + "\", \"document\": \"cho-o-so-huu\", \"name\": \"a.pdf\", " + "\"file\": \""
                                        + "0".repeat(64) + "\", \"originals\": 0, \"copies\": 0}]")
                        .update());

        birth.birthReceived().birthApproved().birthIssued().told();

        assertThat(birth.branch("insurance").state()).isInstanceOf(State.Open.class);
        assertThat(birth.branch("residence").state()).isInstanceOf(State.Waiting.class);
        assertThat(births.in(Scope.of(TaVan.LAO_CAI), () -> backlog.state()).failing())
                .anyMatch(it -> it.dossier().equals(birth.ref("birth").id().value())
                        && it.why().contains("part residence of a linked filing was not opened"));

        births.in(
                Scope.of(TaVan.LAO_CAI),
                () -> db.sql(
                                "update linked_branch set papers = '[]' where tenant_id = 15 and filing = :filing and part = 'residence'")
                        .param("filing", filing.value())
                        .update());
        clock.advance(Duration.ofMinutes(5));
        birth.told();
        assertThat(birth.branch("residence").state()).isInstanceOf(State.Open.class);
    }

    private Branch.News news(Life birth, String part) {
        if (birth.branch(part).state() instanceof State.Open(var _, var news)) {
            return news;
        }
        throw new AssertionError(part + " is not open");
    }

    /** What of the declaration is still kept for parts that wait. */
    private String kept(Life birth) {
        var filing = birth.whole().filing();
        return births.in(
                Scope.of(TaVan.LAO_CAI),
                () -> db.sql("select answers::text from linked_filing where tenant_id = 15 and filing = :filing")
                        .param("filing", filing.value())
                        .query(String.class)
                        .single());
    }
}
