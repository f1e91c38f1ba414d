package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierDatabase.HA;
import static vn.motcua.dossier.DossierDatabase.LAN;
import static vn.motcua.dossier.DossierDatabase.LAO_CAI;
import static vn.motcua.dossier.DossierDatabase.MAI;
import static vn.motcua.dossier.DossierDatabase.MINH;
import static vn.motcua.dossier.DossierDatabase.SAPA_ONE_STOP;
import static vn.motcua.dossier.DossierDatabase.SCOPE;
import static vn.motcua.dossier.DossierDatabase.act;
import static vn.motcua.dossier.DossierFixture.ONE_LINE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.support.TestClock;

/** The books of a unit: from 01 without a gap and without a double, each year anew. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(DossierDatabase.class)
class BooksTest {

    private static final int OFFICERS = 8;

    @Autowired
    private FilingDesk filing;

    @Autowired
    private OneStopDesk oneStop;

    @Autowired
    private SpecialistDesk specialist;

    @Autowired
    private LeaderDesk leader;

    @Autowired
    private PassingDesk passing;

    @Autowired
    private ReadingDesk reading;

    @Autowired
    private ApplicantDesk applicant;

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
    void officersWhoNumberAtOnceAndActsThatFailLeaveNoGapAndNoDouble() throws Exception {
        var seed = System.nanoTime();
        var chance = new Random(seed);
        var works =
                IntStream.range(0, 90).mapToObj(_ -> work(chance.nextInt(9))).toList();
        var start = new CyclicBarrier(OFFICERS);
        try (var threads = Executors.newFixedThreadPool(OFFICERS)) {
            var running = IntStream.range(0, OFFICERS)
                    .mapToObj(officer -> threads.submit(() -> {
                        start.await();
                        for (var i = officer; i < works.size(); i += OFFICERS) {
                            works.get(i).call();
                        }
                        return officer;
                    }))
                    .toList();
            for (var it : running) {
                it.get();
            }
        }

        for (var kind : BookKind.values()) {
            withoutGap(DossierFixture.ONE_STOP, kind, seed);
        }
        withoutGap(SAPA_ONE_STOP, BookKind.RECEPTION, seed);
        assertThat(unnumbered()).as("seed %d", seed).isZero();
    }

    private void withoutGap(UnitId unit, BookKind kind, long seed) {
        var numbers = numbers(unit, kind, 2026);
        assertThat(numbers).as("%s, seed %d", kind, seed).isNotEmpty();
        assertThat(numbers)
                .as("%s, seed %d", kind, seed)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void aBookBeginsAnewEachYear() {
        clock.set("2031-12-31T23:59");
        var last = received();
        clock.advance(Duration.ofMinutes(2));
        var first = received();

        assertThat(booked(last)).isEqualTo(new Booked(DossierFixture.ONE_STOP, 2031, 1));
        assertThat(booked(first)).isEqualTo(new Booked(DossierFixture.ONE_STOP, 2032, 1));
        assertThat(booked(received())).isEqualTo(new Booked(DossierFixture.ONE_STOP, 2032, 2));
        assertThat(new Booked(DossierFixture.ONE_STOP, 2032, 2).line()).isEqualTo("02");
        assertThat(new Booked(DossierFixture.ONE_STOP, 2032, 2).volume()).isEqualTo("01/2032");
    }

    @Test
    void theSameActTwiceAndEveryReadingHaveTheSameNumber() {
        var id = filed();
        var receive = act(LAN, 1, clock.instant());
        oneStop.receive(receive, id);
        var number = booked(id);
        oneStop.receive(receive, id);

        assertThat(booked(id)).isEqualTo(number);
        assertThat(applicant
                        .open(MAI, new DossierRef(LAO_CAI, id), Language.VI)
                        .receipt()
                        .orElseThrow()
                        .booked())
                .contains(number);
    }

    /** What an officer does with one dossier: writes, fails, or writes and loses it all. */
    private Callable<Object> work(int kind) {
        return kind > 5 ? late(received(), kind) : first(filed(), kind);
    }

    /** What is done with one that is in process. */
    private Callable<Object> late(DossierId id, int kind) {
        if (kind == 7) {
            specialist.proposeHalt(act(HA, 3, clock.instant()), id, "appraisal", "Không còn nhu cầu", "");
        }
        return () -> switch (kind) {
            case 6 -> leader.extend(act(MINH, 3, clock.instant()), id, 2, "Phải xác minh thêm");
            case 7 -> leader.confirm(act(MINH, 4, clock.instant()), id);
            default ->
                passing.within(
                        act(HA, 3, clock.instant()), id, "appraisal", Optional.of(SAPA_ONE_STOP), "Cư trú ở Sa Pa");
        };
    }

    private Callable<Object> first(DossierId id, int kind) {
        var act = act(LAN, 1, clock.instant());
        return () -> switch (kind) {
            case 0 -> oneStop.turnAway(act, id, "Không thuộc thẩm quyền");
            case 1 -> oneStop.requestSupplement(act, id, ONE_LINE);
            case 2 -> refused(() -> oneStop.receive(act(LAN, 7, clock.instant()), id));
            case 3 -> lost(() -> oneStop.receive(act, id));
            default -> oneStop.receive(act, id);
        };
    }

    private static String refused(Runnable work) {
        try {
            work.run();
            throw new AssertionError("was not refused");
        } catch (Refused expected) {
            return expected.code().name();
        }
    }

    private String lost(Runnable work) {
        SCOPE.run(() -> transactions.executeWithoutResult(it -> {
            work.run();
            it.setRollbackOnly();
        }));
        return "lost";
    }

    private DossierId received() {
        var id = filed();
        oneStop.receive(act(LAN, 1, clock.instant()), id);
        return id;
    }

    private DossierId filed() {
        return filing.file(act(MAI, 0, clock.instant()), DossierDatabase.request())
                .dossiers()
                .getFirst()
                .id();
    }

    private Booked booked(DossierId id) {
        return reading.open(LAN, id, clock.instant())
                .last(DossierEvent.DossierReceived.class)
                .orElseThrow()
                .booked()
                .orElseThrow();
    }

    private List<Integer> numbers(UnitId unit, BookKind kind, int year) {
        return new ArrayList<>(SCOPE.call(() -> transactions.execute(_ -> db.sql("""
                        select number from book_entry
                        where tenant_id = 15 and unit = :unit and kind = :kind and year = :year order by number
                        """)
                .param("unit", unit.value())
                .param("kind", kind.name())
                .param("year", year)
                .query(Integer.class)
                .list())));
    }

    /** Receptions that stand in no book. */
    private int unnumbered() {
        return SCOPE.call(
                () -> transactions.execute(_ -> db.sql("""
                        select count(*) from dossier_event e
                        where e.tenant_id = 15
                            and e.kind in ('received', 'passed-on', 'due-extended', 'halted') and not exists (
                            select from book_entry b
                            where b.tenant_id = e.tenant_id and b.dossier = e.dossier and b.version = e.version)
                        """).query(Integer.class).single()));
    }
}
