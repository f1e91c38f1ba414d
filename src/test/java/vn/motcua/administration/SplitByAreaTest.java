package vn.motcua.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.organization.UnitRefusal;
import vn.motcua.shared.Ids;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** A committee for two wards becomes two: whose dossiers go where, also when somebody works on them at that moment. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=area")
class SplitByAreaTest {

    private static final String SPECIALIST = "Phạm Quốc Việt";
    private static final String TA_VAN = "03037";
    private static final Administrator ONE =
            new Administrator(new AccountId(new UUID(15, 1)), TaVan.LAO_CAI, "Quản Trị Một");
    private static final Administrator TWO =
            new Administrator(new AccountId(new UUID(15, 2)), TaVan.LAO_CAI, "Quản Trị Hai");

    /** Each of its own: the common pool of a small machine has a single one. */
    private static final ExecutorService THREADS = Executors.newThreadPerTaskExecutor(Thread::new);

    private static int day = 22;

    @Autowired
    TaVan taVan;

    @Autowired
    UnitChanges units;

    @Autowired
    UnitRounds rounds;

    @Autowired
    Appointments appointments;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private String unit = "";
    private String other = "";

    /** The unit in which the specialist works serves two wards; each test splits it, on a day of its own. */
    @BeforeEach
    void aCommitteeForTwoWards() {
        clock.set("2026-11-" + ++day + "T08:00");
        unit = ask("""
                        select p.unit::text from position p join officer o on o.tenant_id = p.tenant_id and o.id = p.officer
                        where o.name = :it and p.ended_at is null order by p.from_day desc limit 1
                        """, SPECIALIST).getFirst();
        other = ask("""
                        select code from administrative_unit a where tier = 'WARD' and province = :it and valid_to is null
                            and not exists (select 1 from unit u where a.code = any(u.territory)) order by code limit 1
                        """, "15").getFirst();
        in(() -> db.sql("update unit set territory = array[:one, :other] where id = cast(:unit as uuid)")
                .param("one", TA_VAN)
                .param("other", other)
                .param("unit", unit)
                .update());
        clock.set("2026-11-" + day + "T09:00");
        rounds.go();
    }

    @Test
    void eachDossierGoesWhereItsPlaceIsAndSomebodyDecidesWhatThePlaceDoesNotSay() {
        var here = taVan.birth("Lý Thị Mẩy").received().claimed();
        var there = placed(taVan.birth("Lý Thị Mẩy").received().claimed(), other);
        var somewhere = placed(taVan.birth("Lý Thị Mẩy").received(), "15");
        var typed = typed();

        var page = administrator()
                .fill("/admin/units/change?kind=split&unit=" + unit, "/admin/units/change", posted(typed, "preview"));
        assertThat(page.body())
                .contains(
                        "1 hồ sơ chưa rõ về phần nào",
                        somewhere.seen().number().orElseThrow().value())
                .doesNotContain(there.seen().number().orElseThrow().value());
        var early = administrator()
                .fill("/admin/units/change?kind=split&unit=" + unit, "/admin/units/change", posted(typed, "propose"));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("Còn 1 hồ sơ chưa rõ về phần nào");
        refused(AdministrationRefusal.WORK_UNDECIDED, () -> units.propose(ONE, Ids.next(), typed));

        typed.put("dossier." + somewhere.ref.id(), "2");
        var first = Ids.next();
        in(() -> units.propose(ONE, first, typed));
        var late = placed(taVan.birth("Lý Thị Mẩy").received(), "15");
        refused(AdministrationRefusal.WORK_UNDECIDED, () -> confirm(first));
        in(() -> {
            appointments.refuse(ONE, first);
            return true;
        });
        typed.put("dossier." + late.ref.id(), "1");
        var second = Ids.next();
        in(() -> units.propose(ONE, second, typed));
        in(() -> confirm(second));

        assertThat(seat(here)).isEqualTo("Phần Một " + SPECIALIST);
        assertThat(seat(there)).as("the specialist does not work there").isEqualTo("Phần Hai ");
        assertThat(seat(somewhere)).isEqualTo("Phần Hai ");
        assertThat(seat(late)).isEqualTo("Phần Một ");
        assertThat(here.seen().history().getLast().what()).endsWith("sang Phần Một");
        assertThat(there.seen().history().getLast().what()).endsWith("sang Phần Hai");
        assertThat(ask(
                        "select territory::text from unit where name = :it order by valid_from desc limit 1",
                        "Phần Một"))
                .containsExactly("{" + TA_VAN + "}");
        assertThat(ask(
                        "select territory::text from unit where name = :it order by valid_from desc limit 1",
                        "Phần Hai"))
                .containsExactly("{" + other + "}");
        here.appraised();
        assertThat(seat(here)).startsWith("Phần Một");
        placed(late, TA_VAN);
    }

    @Test
    void whatIsTakenAtTheMomentOfTheMoveIsKeptOrRefusedButNeverLost() {
        var stays = taVan.birth("Lý Thị Mẩy").received();
        var goes = placed(taVan.birth("Lý Thị Mẩy").received(), other);
        var change = proposed();

        var taken = atOnce(List.of(stays, goes), List.of(stays::claimed, goes::claimed), () -> confirm(change));

        assertThat(taken).as("who came first").containsExactly(true, true, true);
        assertThat(seat(stays)).isEqualTo("Phần Một " + SPECIALIST);
        assertThat(seat(goes)).as("taken, and let go by the move").isEqualTo("Phần Hai ");
        nothingLiesInAnEndedUnit();
    }

    @Test
    void whoComesAfterTheMoveIsToldThatItChanged() {
        var stays = taVan.birth("Lý Thị Mẩy").received();
        var change = proposed();

        var done = atOnce(List.of(stays), List.of(() -> confirm(change)), stays::claimed);

        assertThat(done).containsExactly(true, false);
        assertThat(seat(stays)).isEqualTo("Phần Một ");
        stays.claimed();
        assertThat(seat(stays)).isEqualTo("Phần Một " + SPECIALIST);
    }

    @Test
    void whatIsCompletedAtTheMomentOfTheMoveGoesOnInThePartOfItsPlace() {
        var stays = taVan.birth("Lý Thị Mẩy").received().claimed();
        var goes = placed(taVan.birth("Lý Thị Mẩy").received().claimed(), other);
        var change = proposed();

        var done = atOnce(List.of(stays, goes), List.of(stays::appraised, goes::appraised), () -> confirm(change));
        clock.set("2026-11-" + day + "T09:05");
        rounds.go();

        assertThat(done).containsExactly(true, true, true);
        assertThat(seat(stays)).startsWith("Phần Một");
        assertThat(seat(goes)).startsWith("Phần Hai");
        assertThat(ask(
                        "select kind from dossier_event where dossier = cast(:it as uuid) order by version",
                        stays.ref.id().toString()))
                .containsSubsequence("step-completed", "steps-moved");
        nothingLiesInAnEndedUnit();
    }

    @Test
    void wardsAreGivenOnceAndOnlyTheirOwn() {
        var both = typed();
        both.put("role.clerk", "2");
        refused(UnitRefusal.ROLES_AND_AREAS, () -> units.propose(ONE, Ids.next(), both));
        var all = typed();
        all.put("ward." + TA_VAN, "2");
        refused(UnitRefusal.NO_AREA_LEFT, () -> units.propose(ONE, Ids.next(), all));
        var strange = typed();
        strange.put("ward.00004", "2");
        refused(UnitRefusal.AREA_NOT_THEIRS, () -> units.propose(ONE, Ids.next(), strange));
    }

    /**
     * All of them while the dossiers are held: each waits for the lock, in this order, before they are let go; answers
     * whether each was done and not refused.
     */
    private List<Boolean> atOnce(List<TaVan.Life> held, List<Supplier<?>> first, Supplier<?> last) {
        var go = new CountDownLatch(1);
        var locked = new CountDownLatch(1);
        var holder = CompletableFuture.runAsync(
                () -> in(() -> {
                    held.forEach(it -> db.sql("select id from dossier where id = :id for update")
                            .param("id", it.ref.id().value())
                            .query(UUID.class)
                            .single());
                    locked.countDown();
                    return await(go);
                }),
                THREADS);
        await(locked);
        var all = new ArrayList<CompletableFuture<Boolean>>();
        for (var one : first) {
            all.add(begun(one));
        }
        all.add(begun(last));
        go.countDown();
        holder.join();
        return all.stream().map(CompletableFuture::join).toList();
    }

    /** Begun, and come as far as the lock of a dossier. */
    private CompletableFuture<Boolean> begun(Supplier<?> act) {
        var before = waiting();
        var begun = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        in(act::get);
                        return true;
                    } catch (Refused refused) {
                        return false;
                    }
                },
                THREADS);
        for (int i = 0; waiting() <= before && !begun.isDone(); i++) {
            assertThat(i).as("it never came as far").isLessThan(20_000);
        }
        return begun;
    }

    private int waiting() {
        return in(() -> db.sql(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                .query(Integer.class)
                .single());
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void nothingLiesInAnEndedUnit() {
        assertThat(ask("""
                        select t.dossier::text from route_token t join unit u on u.id = t.unit
                        where t.state = 'OPEN' and u.valid_to < cast(:it as date)
                        """, "2026-11-" + day)).isEmpty();
    }

    private UUID proposed() {
        var id = Ids.next();
        in(() -> units.propose(ONE, id, typed()));
        return id;
    }

    private Map<String, String> typed() {
        var typed = new HashMap<>(Map.of("kind", "split", "unit", unit, "day", "2026-11-" + day));
        typed.putAll(Map.of("part1", "Phần Một", "part1Kind", "commune-committee"));
        typed.putAll(Map.of("part2", "Phần Hai", "part2Kind", "commune-committee", "ward." + other, "2"));
        typed.putAll(Map.of("decision", "20/QĐ-UBND", "decisionDay", "2026-11-20"));
        ask("select id::text from officer where name = :it", "Lù Thị Hiền")
                .forEach(it -> typed.put("officer." + it, "2"));
        return typed;
    }

    private Map<String, String> posted(Map<String, String> typed, String step) {
        var all = new HashMap<>(typed);
        all.put("command", Ids.next().toString());
        all.put("step", step);
        return all;
    }

    private TaVan.Life placed(TaVan.Life life, String place) {
        in(() -> db.sql("update dossier set place = :place where id = :id")
                .param("place", place)
                .param("id", life.ref.id().value())
                .update());
        return life;
    }

    /** In which unit the open step is, and who has taken it. */
    private String seat(TaVan.Life life) {
        return ask("""
                        select u.name || ' ' || coalesce(o.name, '') from route_token t join unit u on u.id = t.unit
                        left join officer o on o.id = t.officer
                        where t.dossier = cast(:it as uuid) and t.state = 'OPEN'
                        """, life.ref.id().toString()).getFirst();
    }

    private Visit administrator() {
        return new Visit("http://localhost:" + port).as("Vũ Thị Thu Trang");
    }

    private boolean confirm(UUID change) {
        appointments.confirm(TWO, change);
        return true;
    }

    private void refused(RefusalCode code, Supplier<Object> act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> in(act))
                .matches(it -> it.code().equals(code), code.name());
    }

    private List<String> ask(String question, String it) {
        return in(() -> db.sql(question).param("it", it).query(String.class).list());
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
    }
}
