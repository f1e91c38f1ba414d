package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.HUNG;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.LAO_CAI;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.MINH;
import static vn.motcua.dossier.DossierDatabase.OTHER;
import static vn.motcua.dossier.DossierDatabase.OWED;
import static vn.motcua.dossier.DossierDatabase.SCOPE;
import static vn.motcua.dossier.DossierDatabase.act;
import static vn.motcua.dossier.DossierFixture.CERTIFICATE;
import static vn.motcua.dossier.DossierFixture.ONE_LINE;
import static vn.motcua.dossier.DossierFixture.toMai;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.AfterSupplement;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Decision;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Dong;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.support.StatementCount;
import vn.motcua.support.TestClock;

/** The use cases of a birth registration, from filing to hand-over, on a real PostgreSQL. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(DossierDatabase.class)
class DesksTest {

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private LeaderDesk leader;

    @Autowired
    private ApplicantDesk applicant;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Folders folders;

    @Autowired
    private StatementCount statements;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aBirthIsFiledReceivedAppraisedApprovedIssuedAndHandedOver() {
        var id = filed();

        done(oneStop.receive(now(LAN, 1), id), 3);
        done(specialist.claim(now(HA, 3), id, "appraisal"), 4);
        done(specialist.complete(now(HA, 4), id, "appraisal", "Đủ điều kiện"), 5);
        done(leader.approve(now(MINH, 5), id, "approval", ""), 7);
        done(specialist.issue(now(HA, 7), id, "issue", CERTIFICATE), 9);
        done(oneStop.handOver(now(LAN, 9), id, toMai()), 11);

        var dossier = load(id).dossier();
        assertThat(dossier.stage()).isInstanceOfSatisfying(Stage.HandedOver.class, it -> {
            assertThat(it.reception().number().value()).matches("H15\\.02-261123-\\d{4}");
            assertThat(it.onTime()).isTrue();
            assertThat(it.result()).contains(CERTIFICATE);
        });
        assertThat(folded(id)).isEqualTo(dossier);
    }

    @Test
    void eachCommandTwiceGetsTheSameAnswerAndIsWrittenOnce() {
        var filingAct = now(MAI, 0);
        var first = filing.file(filingAct, DossierDatabase.request());
        assertThat(filing.file(filingAct, DossierDatabase.request())).isEqualTo(first);
        var id = first.dossiers().getFirst().id();

        var receive = now(LAN, 1);
        assertThat(oneStop.receive(receive, id)).isEqualTo(oneStop.receive(receive, id));
        var complete = now(HA, 3);
        assertThat(specialist.complete(complete, id, "appraisal", ""))
                .isEqualTo(specialist.complete(complete, id, "appraisal", ""));

        assertThat(load(id).dossier().version()).isEqualTo(4);
        assertThat(count("outbox", "subject", id)).isEqualTo(4);
        assertThat(count("audit_record", "subject", id)).isEqualTo(3);
        refuses(
                DossierRefusal.COMMAND_REUSED,
                () -> specialist.complete(new Act(receive.command(), HA, 4, clock.instant()), id, "appraisal", ""));
    }

    @Test
    void ofTwoOfficersAtOnceExactlyOneWinsAndTheOtherIsToldWhoDidWhat() throws Exception {
        var id = filed();
        oneStop.receive(now(LAN, 1), id);

        var answers = atOnce(
                () -> specialist.claim(now(HA, 3), id, "appraisal"),
                () -> specialist.claim(now(HUNG, 3), id, "appraisal"));

        assertThat(answers).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Refused.class::isInstance)
                .singleElement()
                .satisfies(it -> {
                    var refused = (Refused) it;
                    assertThat(refused.code()).isEqualTo(DossierRefusal.CHANGED_BY_SOMEONE_ELSE);
                    assertThat(refused.arguments().getFirst()).isIn(HA.name(), HUNG.name());
                });
        assertThat(load(id).dossier().version()).isEqualTo(4);
    }

    @Test
    void theSameCommandSentTwiceAtOnceIsCarriedOutOnce() throws Exception {
        var id = filed();
        var act = now(LAN, 1);

        var answers = atOnce(() -> oneStop.receive(act, id), () -> oneStop.receive(act, id));

        assertThat(answers).containsExactly(new Done(id, 3), new Done(id, 3));
        assertThat(load(id).dossier().version()).isEqualTo(3);
    }

    @Test
    void anOldPageIsToldWhatHasHappenedSince() {
        var id = filed();
        oneStop.receive(now(LAN, 1), id);

        refuses(DossierRefusal.CHANGED_BY_SOMEONE_ELSE, () -> oneStop.turnAway(now(LAN, 1), id, "Sai nơi"));
    }

    @Test
    void aSupplementInProcessStopsTheDossierAndStartsTheClockAnew() {
        var id = filed();
        oneStop.receive(now(LAN, 1), id);
        specialist.requestSupplement(now(HA, 3), id, "appraisal", ONE_LINE);
        clock.set("2026-11-26T09:00");
        var paper = new NewPaper("giay-chung-sinh", "ban-ro.pdf", "d".repeat(64));

        applicant.provideSupplement(
                now(MAI, 4),
                new DossierRef(LAO_CAI, id),
                new Supplement(List.of(paper), Optional.of(Map.of("child.fullName", "Nguyễn Văn Ân")), ""));

        var dossier = load(id).dossier();
        assertThat(dossier.stage().received())
                .hasValueSatisfying(it -> assertThat(it.due().at()).isEqualTo("2026-11-27T10:00:00Z"));
        assertThat(dossier.waits()).hasSize(1);
        assertThat(folded(id)).isEqualTo(dossier);
        assertThat(count("due_computation", "dossier", id)).isEqualTo(2);
        assertThat(count("dossier_paper", "dossier", id)).isEqualTo(2);
        assertThat(count("dossier_answers", "dossier", id)).isEqualTo(2);
    }

    @Test
    void theLeaderApologisesOnceADayBeforeAndTheNewDateCountsFromTheOldOne() {
        var id = filed();
        oneStop.receive(now(LAN, 1), id);
        refuses(Decision.Reason.NOT_YOUR_ROLE, () -> leader.extend(now(HA, 3), id, 2, "Chờ xác minh"));
        refuses(DossierRefusal.EXTENSION_DAYS, () -> leader.extend(now(MINH, 3), id, 0, "Chờ xác minh"));
        refuses(DossierRefusal.STILL_TO_BE_EXTENDED, () -> leader.apologise(now(MINH, 3), id, 2, "Chờ xác minh"));

        leader.extend(now(MINH, 3), id, 2, "Chờ xác minh");

        // Due Wed 25/11 17:00 (the 24th is a holiday), two working days more: Fri 27/11
        var dossier = load(id).dossier();
        assertThat(dossier.stage().received())
                .hasValueSatisfying(it -> assertThat(it.due().at()).isEqualTo("2026-11-27T10:00:00Z"));
        assertThat(folded(id)).isEqualTo(dossier);
        assertThat(count("due_computation", "dossier", id)).isEqualTo(2);
        refuses(DossierRefusal.EXTENDED_BEFORE, () -> leader.extend(now(MINH, 4), id, 2, "Vẫn chờ"));
    }

    @Test
    void onTheDueDayAnApologyNamesADateAndMovesNothing() {
        var id = filed();
        oneStop.receive(now(LAN, 1), id);
        clock.set("2026-11-25T08:00");
        refuses(DossierRefusal.EXTENSION_OVER_NOW, () -> leader.extend(now(MINH, 3), id, 2, "Chờ xác minh"));

        leader.apologise(now(MINH, 3), id, 2, "Chờ xác minh");

        var dossier = load(id).dossier();
        assertThat(dossier.stage().received()).hasValueSatisfying(it -> {
            assertThat(it.due().at()).isEqualTo("2026-11-25T10:00:00Z");
            assertThat(it.renewed()).contains(Instant.parse("2026-11-27T10:00:00Z"));
        });
        assertThat(folded(id)).isEqualTo(dossier);
        assertThat(count("due_computation", "dossier", id)).isEqualTo(1);
        refuses(DossierRefusal.EXTENDED_BEFORE, () -> leader.apologise(now(MINH, 4), id, 2, "Vẫn chờ"));
    }

    @Test
    void whatIsLateAlreadyIsPromisedFromNowOn() {
        var id = filed();
        oneStop.receive(now(LAN, 1), id);
        clock.set("2026-12-01T09:00");

        leader.apologise(now(MINH, 3), id, 2, "Chờ xác minh");

        assertThat(load(id).dossier().reception().renewed()).contains(Instant.parse("2026-12-03T10:00:00Z"));
    }

    @Test
    void whereTheProcedureSaysSoTheClockGoesOnWithoutTheWaiting() {
        DossierDatabase.AFTER_SUPPLEMENT.set(AfterSupplement.GOES_ON);
        try {
            var id = filed();
            oneStop.requestSupplement(now(LAN, 1), id, ONE_LINE);
            var brought = new NewPaper("giay-chung-sinh", "ban-ro.pdf", "d".repeat(64));
            applicant.provideSupplement(
                    now(MAI, 2), new DossierRef(LAO_CAI, id), new Supplement(List.of(brought), Optional.empty(), ""));
            oneStop.receive(now(LAN, 3), id);
            specialist.requestSupplement(now(HA, 5), id, "appraisal", ONE_LINE);
            clock.set("2026-11-26T09:00");
            applicant.provideSupplement(
                    now(MAI, 6), new DossierRef(LAO_CAI, id), new Supplement(List.of(), Optional.empty(), "Đã rõ"));

            // Received Mon 23/11, one working day; the 24th is a holiday, the 23rd to the 25th ended in waiting: Thu
            // 26/11
            assertThat(load(id).dossier().stage().received())
                    .hasValueSatisfying(it -> assertThat(it.due().at()).isEqualTo("2026-11-26T10:00:00Z"));
            assertThat(folded(id)).isEqualTo(load(id).dossier());
        } finally {
            DossierDatabase.AFTER_SUPPLEMENT.set(AfterSupplement.RESTARTS);
        }
    }

    @Test
    void aNumberOfAnotherSystemIsKeptUnchangedAndGivenToNoOtherDossier() {
        var id = filed();
        oneStop.receive(now(LAN, 1), id, Optional.of(" 000.00.19.H15-261120-0007 "), "");
        assertThat(number(id)).isEqualTo("000.00.19.H15-261120-0007");

        var second = filed();
        refuses(
                DossierRefusal.FOREIGN_NUMBER_TAKEN,
                () -> oneStop.receive(now(LAN, 1), second, Optional.of("000.00.19.H15-261120-0007"), ""));
        for (var wrong : List.of("7", "H15 7", "số-bảy", "<b>15</b>", "1".repeat(61), "----------")) {
            refuses(
                    DossierRefusal.FOREIGN_NUMBER_SHAPE,
                    () -> oneStop.receiveAndKeep(now(LAN, 1), second, Optional.of(wrong), ""));
        }
        assertThat(load(second).dossier().version()).isEqualTo(1);
    }

    @Test
    void aNumberThatAnotherSystemGaveInOurPatternIsNotGivenAgain() {
        var first = filed();
        oneStop.receive(now(LAN, 1), first);
        var ours = number(first);
        int serial = Integer.parseInt(ours.substring(ours.length() - 4));
        var next = ours.substring(0, ours.length() - 4) + String.format("%04d", serial + 1);

        var foreign = filed();
        oneStop.receive(now(LAN, 1), foreign, Optional.of(next), "");
        var third = filed();
        oneStop.receive(now(LAN, 1), third);

        assertThat(number(foreign)).isEqualTo(next);
        assertThat(number(third)).endsWith(String.format("%04d", serial + 2));
    }

    private String number(DossierId id) {
        return load(id).dossier().stage().received().orElseThrow().number().value();
    }

    @Test
    void theResultStaysAtTheCounterUntilWhatIsDueIsSettled() {
        var id = filed();
        oneStop.receive(now(LAN, 1), id);
        specialist.complete(now(HA, 3), id, "appraisal", "");
        leader.deny(now(MINH, 4), id, "approval", "Trẻ đã được đăng ký");
        specialist.issue(now(HA, 6), id, "issue", CERTIFICATE);
        OWED.put(id, new Dong(8_000));

        refuses(DossierRefusal.FEE_NOT_SETTLED, () -> oneStop.handOver(now(LAN, 8), id, toMai()));
        OWED.remove(id);
        done(oneStop.handOver(now(LAN, 8), id, toMai()), 10);
    }

    @Test
    void whatIsNotYoursIsNotThere() {
        var id = filed();
        var ref = new DossierRef(LAO_CAI, id);

        refuses(AccessRefusal.NOT_THERE, () -> applicant.withdraw(now(OTHER, 1), ref, ""));
        refuses(AccessRefusal.NOT_THERE, () -> oneStop.receive(now(LAN, 1), DossierId.next()));
        refuses(AccessRefusal.NOT_THERE, () -> oneStop.receive(now(MAI, 1), id));
        applicant.withdraw(now(MAI, 1), ref, "Nộp nhầm nơi");
        assertThat(load(id).dossier().stage()).isInstanceOf(Stage.Withdrawn.class);
    }

    @Test
    void anOfficerDoesOnlyWhatTheirPositionDoes() {
        var id = filed();
        oneStop.receive(now(LAN, 1), id);

        refuses(Decision.Reason.NOT_YOUR_ROLE, () -> specialist.complete(now(LAN, 3), id, "appraisal", ""));
        refuses(Decision.Reason.NOT_YOUR_ROLE, () -> specialist.complete(now(MINH, 3), id, "appraisal", ""));
        refuses(Decision.Reason.NOT_IN_THIS_STAGE, () -> leader.approve(now(HA, 3), id, "approval", ""));
        assertThat(load(id).dossier().version()).isEqualTo(3);
    }

    @Test
    void atMostFourStatementsATransition() {
        decided(filed()); // what the program remembers from then on is read once
        var id = filed();
        assertThat(statements.during(() -> oneStop.receive(now(LAN, 1), id))).hasSizeLessThanOrEqualTo(3);
        assertThat(statements.during(() -> specialist.complete(now(HA, 3), id, "appraisal", "")))
                .hasSizeLessThanOrEqualTo(3);
        assertThat(statements.during(() -> leader.approve(now(MINH, 4), id, "approval", "")))
                .hasSizeLessThanOrEqualTo(3);
        assertThat(statements.during(() -> filing.file(now(MAI, 0), DossierDatabase.request())))
                .hasSize(3);
    }

    private void decided(DossierId id) {
        oneStop.receive(now(LAN, 1), id);
        specialist.complete(now(HA, 3), id, "appraisal", "");
        leader.approve(now(MINH, 4), id, "approval", "");
    }

    @Test
    void theDatabaseKnowsTheStagesToo() {
        var id = filed();

        assertThatExceptionOfType(org.springframework.dao.DataIntegrityViolationException.class)
                .isThrownBy(() -> SCOPE.run(() -> transactions.executeWithoutResult(
                        _ -> db.sql("update dossier set stage = 'TURNED_AWAY' where tenant_id = 15 and id = :id")
                                .param("id", id.value())
                                .update())))
                .withMessageContaining("stage_has_its_facts");
    }

    private DossierId filed() {
        return filing.file(now(MAI, 0), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
    }

    private Act now(SignedIn by, int version) {
        return act(by, version, clock.instant());
    }

    private Loaded load(DossierId id) {
        return SCOPE.call(() ->
                transactions.execute(_ -> dossiers.find(id, UUID.randomUUID()).orElseThrow()));
    }

    private Dossier folded(DossierId id) {
        var history = SCOPE.call(() -> transactions.execute(_ -> folders.of(id).history()));
        var first = history.getFirst();
        var dossier = Dossier.begin(id, (DossierEvent.DossierFiled) first.event(), first.effectiveAt());
        for (var line : history.subList(1, history.size())) {
            dossier = dossier.apply(line.event(), line.effectiveAt());
        }
        return dossier;
    }

    private int count(String table, String column, DossierId id) {
        return SCOPE.call(() -> transactions.execute(
                _ -> db.sql("select count(*) from " + table + " where tenant_id = 15 and " + column + " = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single()));
    }

    private static void done(Done done, int version) {
        assertThat(done.version()).isEqualTo(version);
    }

    private static List<Object> atOnce(Callable<?>... works) throws Exception {
        var start = new CyclicBarrier(works.length);
        try (var threads = Executors.newFixedThreadPool(works.length)) {
            var running = Stream.of(works)
                    .map(work -> threads.submit(() -> {
                        start.await();
                        try {
                            return (Object) work.call();
                        } catch (Refused refused) {
                            return refused;
                        }
                    }))
                    .toList();
            var answers = new java.util.ArrayList<Object>();
            for (var it : running) {
                answers.add(it.get());
            }
            return answers;
        }
    }

    private static void refuses(RefusalCode code, ThrowingCallable command) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(command)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
