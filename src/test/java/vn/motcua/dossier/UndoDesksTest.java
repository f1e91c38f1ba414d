package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.MINH;
import static vn.motcua.dossier.DossierDatabase.SCOPE;
import static vn.motcua.dossier.DossierFixture.CERTIFICATE;
import static vn.motcua.dossier.DossierFixture.toMai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.support.TestClock;

/** Undoing on a real PostgreSQL: what waits in the outbox is taken away or handed on, never both. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "motcua.undo.window=10s")
@Import(DossierDatabase.class)
class UndoDesksTest {

    /** What the relay does with an entry before anybody hears of it, at a moment when it may. */
    private static final String LEASE = """
            update outbox set attempts = attempts + 1 where tenant_id = 15 and id in (
                select id from outbox where tenant_id = 15 and subject = :id and kind = 'step-completed'
                for update skip locked)
            """;

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private LeaderDesk leader;

    @Autowired
    private UndoDesk undos;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Folders folders;

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
    void whatIsTakenBackIsToldToNobodyAndStaysInHistoryAndAudit() {
        var id = received();
        var before = load(id);
        specialist.complete(now(HA, 3), id, "appraisal", "Đủ");
        assertThat(waiting(id)).containsExactly("step-completed after 10 s");

        clock.advance(Duration.ofSeconds(9));
        var offer = undos.offer(HA, id, clock.instant()).orElseThrow();
        assertThat(offer.left()).isEqualTo(Duration.ofSeconds(1));
        var undo = now(HA, offer.version());
        assertThat(undos.undo(undo, id).version()).isEqualTo(5);
        assertThat(undos.undo(undo, id).version()).as("the same command again").isEqualTo(5);

        var after = load(id);
        assertThat(after.stage()).isEqualTo(before.stage());
        assertThat(after.desk().seats()).isEqualTo(before.desk().seats());
        assertThat(after.desk().finished()).isEqualTo(before.desk().finished());
        assertThat(folded(id)).isEqualTo(after);
        assertThat(waiting(id)).containsExactly("step-undone at once");
        assertThat(audited(id)).endsWith("step-completed", "step-undone");
        assertThat(undos.offer(HA, id, clock.instant())).isEmpty();
    }

    @Test
    void aWholeLifeWithEachActUndoneOnceEndsAsOneWithout() {
        var id = filed();
        undone(LAN, id, oneStop.turnAway(now(LAN, 1), id, "Nhầm"));
        int version = oneStop.receive(now(LAN, 3), id).version();
        version = undone(HA, id, specialist.complete(now(HA, version), id, "appraisal", ""));
        version = specialist.complete(now(HA, version), id, "appraisal", "").version();
        version = undone(MINH, id, specialist.sendBack(now(MINH, version), id, "approval", "appraisal", "Xem lại"));
        version = undone(MINH, id, leader.deny(now(MINH, version), id, "approval", "Trùng"));
        version = undone(MINH, id, leader.approve(now(MINH, version), id, "approval", ""));
        version = leader.approve(now(MINH, version), id, "approval", "").version();
        version = specialist.issue(now(HA, version), id, "issue", CERTIFICATE).version();
        version = undone(LAN, id, oneStop.handOver(now(LAN, version), id, toMai()));
        oneStop.handOver(now(LAN, version), id, toMai());

        assertThat(load(id).stage()).isInstanceOf(Stage.HandedOver.class);
        assertThat(folded(id)).isEqualTo(load(id));
    }

    @Test
    void whatTheSecondsOrAColleagueHaveOvertakenIsRefusedAndStays() {
        var id = received();
        specialist.complete(now(HA, 3), id, "appraisal", "");
        refused(DossierRefusal.NOTHING_TO_UNDO, () -> undos.undo(now(MINH, 4), id));
        refused(AccessRefusal.NOT_THERE, () -> undos.undo(now(DossierDatabase.SEO, 4), id));
        var late = clock.instant().plusSeconds(10);
        refused(DossierRefusal.UNDO_TOO_LATE, () -> undos.undo(DossierDatabase.act(HA, 4, late), id));
        assertThat(undos.offer(HA, id, late)).isEmpty();

        leader.approve(now(MINH, 4), id, "approval", "");
        refused(DossierRefusal.CHANGED_BY_SOMEONE_ELSE, () -> undos.undo(now(HA, 4), id));
        refused(DossierRefusal.NOTHING_TO_UNDO, () -> undos.undo(now(HA, 6), id));
        assertThat(waiting(id)).hasSize(3);
        assertThat(folded(id)).isEqualTo(load(id));
    }

    @Test
    void receivingGaveOutANumberAndIsToldAtOnce() {
        var id = received();
        assertThat(undos.offer(LAN, id, clock.instant())).isEmpty();
        assertThat(waiting(id)).allMatch(it -> it.endsWith("at once"));
    }

    /** The program that hands on has the entry, and may die with it: it will be handed on, so it cannot be taken back. */
    @Test
    void whatIsBeingHandedOnIsNotTakenBackEvenIfTheProgramDies() throws Exception {
        var id = received();
        specialist.complete(now(HA, 3), id, "appraisal", "");
        var leased = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var relay = threads.submit(() -> inTenant(() -> {
                assertThat(lease(id)).isEqualTo(1);
                leased.countDown();
                return go.await(30, TimeUnit.SECONDS);
            }));
            leased.await();
            var undo = threads.submit(() -> tried(() -> undos.undo(now(HA, 4), id)));
            waitsForALock();
            go.countDown();
            relay.get();
            assertThat(undo.get()).isEqualTo(DossierRefusal.UNDO_TOO_LATE);
        }
        assertThat(waiting(id)).containsExactly("step-completed after 10 s");
        assertThat(load(id).version()).isEqualTo(4);
    }

    /** It died before the lease was written: nobody was told, nobody will be. */
    @Test
    void aLeaseThatWasNeverWrittenHoldsNothingUp() {
        var id = received();
        specialist.complete(now(HA, 3), id, "appraisal", "");
        SCOPE.run(() -> transactions.executeWithoutResult(status -> {
            assertThat(lease(id)).isEqualTo(1);
            status.setRollbackOnly();
        }));
        assertThat(undos.undo(now(HA, 4), id).version()).isEqualTo(5);
        assertThat(waiting(id)).containsExactly("step-undone at once");
    }

    @Test
    void undoingAndHandingOnAtTheSameMomentNeverBothHappen() throws Exception {
        for (int i = 0; i < 25; i++) {
            var id = received();
            specialist.complete(now(HA, 3), id, "appraisal", "");
            var results = atOnce(
                    () -> tried(() -> undos.undo(now(HA, 4), id)),
                    () -> inTenant(() -> lease(id)),
                    () -> tried(() -> undos.undo(now(HA, 4), id)));
            boolean sent = results.get(1).equals(1);
            long back = results.stream().filter("done"::equals).count();
            assertThat(back + (sent ? 1 : 0)).as("%s", results).isEqualTo(1);
            assertThat(load(id).version()).isEqualTo(sent ? 4 : 5);
            assertThat(folded(id)).isEqualTo(load(id));
        }
    }

    private int undone(SignedIn by, DossierId id, Done done) {
        var then = undos.undo(now(by, done.version()), id);
        assertThat(folded(id)).isEqualTo(load(id));
        return then.version();
    }

    private DossierId filed() {
        return filing.file(now(MAI, 0), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
    }

    private DossierId received() {
        var id = filed();
        oneStop.receive(now(LAN, 1), id);
        inTenant(() -> db.sql("delete from outbox where tenant_id = 15 and subject = :id and version = 1")
                .param("id", id.value())
                .update());
        return id;
    }

    private Act now(SignedIn by, int version) {
        return DossierDatabase.act(by, version, clock.instant());
    }

    private int lease(DossierId id) {
        return db.sql(LEASE).param("id", id.value()).update();
    }

    /** What waits in the outbox besides the reception, and how long. */
    private List<String> waiting(DossierId id) {
        return inTenant(
                () -> db.sql("""
                        select kind || case when next_try_at = '-infinity' then ' at once'
                            else ' after ' || extract(epoch from next_try_at - recorded_at)::int || ' s' end
                        from outbox where tenant_id = 15 and subject = :id
                            and kind not in ('received', 'forwarded') order by version
                        """).param("id", id.value()).query(String.class).list());
    }

    private List<String> audited(DossierId id) {
        return inTenant(
                () -> db.sql("select act from audit_record where tenant_id = 15 and subject = :id order by at, id")
                        .param("id", id.value())
                        .query(String.class)
                        .list());
    }

    private Dossier load(DossierId id) {
        return inTenant(() -> dossiers.find(id, UUID.randomUUID()).orElseThrow().dossier());
    }

    private Dossier folded(DossierId id) {
        var history = inTenant(() -> folders.of(id).history());
        var first = history.getFirst();
        var dossier = Dossier.begin(id, (DossierEvent.DossierFiled) first.event(), first.effectiveAt());
        for (var line : history.subList(1, history.size())) {
            dossier = dossier.apply(line.event(), line.effectiveAt());
        }
        return dossier;
    }

    private <T> T inTenant(Callable<T> work) {
        return SCOPE.call(() -> transactions.execute(_ -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private void waitsForALock() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            boolean waits = inTenant(() -> db.sql("select exists (select 1 from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single());
            if (waits) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waits for a lock");
    }

    private static Object tried(Callable<?> work) throws Exception {
        try {
            work.call();
            return "done";
        } catch (Refused refused) {
            return refused.code();
        }
    }

    private static List<Object> atOnce(Callable<?>... works) throws Exception {
        var start = new CyclicBarrier(works.length);
        try (var threads = Executors.newFixedThreadPool(works.length)) {
            var running = java.util.stream.Stream.of(works)
                    .map(work -> threads.submit(() -> {
                        start.await();
                        return (Object) work.call();
                    }))
                    .toList();
            var results = new ArrayList<Object>();
            for (var it : running) {
                results.add(it.get());
            }
            return results;
        }
    }

    private static void refused(RefusalCode code, ThrowingCallable what) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(what)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
