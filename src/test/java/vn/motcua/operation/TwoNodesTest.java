package vn.motcua.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.Motcua;
import vn.motcua.database.DatabaseRoles;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contacts;
import vn.motcua.shared.Scope;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** Two copies of the program on one database: every timer of both goes off at the same moment, and each thing is done once. */
@Tag("long")
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=two-nodes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {

    private static final int DOSSIERS = 12;
    private static final SupplementRequest.Line LINE =
            new SupplementRequest.Line("Họ, chữ đệm, tên của trẻ", "Viết khác với giấy chứng sinh");

    private final ApplicationContext first;
    private final FreshDatabase database;
    private final TaVan taVan;
    private final TestClock clock;
    private final Contacts contacts;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private ConfigurableApplicationContext second;

    @Autowired
    TwoNodesTest(
            ApplicationContext first,
            FreshDatabase database,
            TaVan taVan,
            TestClock clock,
            Contacts contacts,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.first = first;
        this.database = database;
        this.taVan = taVan;
        this.clock = clock;
        this.contacts = contacts;
        this.db = db;
        this.transaction = transaction;
    }

    @BeforeAll
    void startAnother() {
        var settings = Map.<String, Object>of(
                "server.port", "0",
                "motcua.data", "target/second-node",
                "motcua.database.url", database.url(),
                "motcua.database.owner-password", database.server().password(DatabaseRoles.OWNER),
                "motcua.database.app-password", database.server().password(DatabaseRoles.APP),
                "motcua.outbox.every", "0s",
                "motcua.messages.every", "0s");
        second = new SpringApplicationBuilder(Motcua.class)
                .profiles("demo")
                .initializers(it -> {
                    it.getEnvironment().getPropertySources().addFirst(new MapPropertySource("second node", settings));
                    ((GenericApplicationContext) it)
                            .registerBean("sameClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
                })
                .run();
    }

    @AfterAll
    void stopIt() {
        second.close();
    }

    @Test
    void whatFallsDueIsDoneOnceByOneOfThem() {
        clock.set("2026-11-23T08:00");
        var mailbox = "hai-may-" + UUID.randomUUID() + "@example.org";
        var officer = taVan.named("Phạm Quốc Việt");
        contacts.confirmed(officer.tenant(), officer.account(), Channel.EMAIL, mailbox);
        var asked = IntStream.range(0, DOSSIERS).mapToObj(_ -> asked()).toList();
        clock.set("2026-12-21T08:00");
        goOff(first, second);
        clock.set("2026-12-24T08:00");
        goOff(first, second);
        goOff(second, first);

        assertThat(asked)
                .allSatisfy(it -> assertThat(kinds(it))
                        .containsOnlyOnce("supplement-reminded")
                        .containsOnlyOnce("supplement-lapsed"));
        assertThat(count(
                        "select count(*) from delivery where address = :it and occasion = 'morning 2026-12-24'",
                        mailbox))
                .as("one mail on that morning")
                .isEqualTo(1);
    }

    @Test
    void whatFellDueWhileOneWasDownIsDoneByTheOtherWhoeverBeganIt() {
        clock.set("2027-01-11T08:00");
        var life = asked();
        clock.set("2027-02-18T08:00");
        goOff(second);

        assertThat(kinds(life)).containsOnlyOnce("supplement-lapsed");
    }

    @Test
    void aClockSetForwardOrBackByADayMovesNoDeadline() {
        clock.set("2026-11-25T08:00");
        var received = taVan.birth("Giàng A Sình").received();
        var asked = asked();
        var before = Stream.of(received, asked).map(this::deadlines).toList();
        for (var by : List.of(Duration.ofDays(1), Duration.ofDays(-2), Duration.ofDays(1))) {
            clock.advance(by);
            goOff(first, second);
        }

        assertThat(Stream.of(received, asked).map(this::deadlines)).containsExactlyElementsOf(before);
        assertThat(kinds(asked)).doesNotContain("supplement-reminded", "supplement-lapsed", "due-recomputed");
    }

    private TaVan.Life asked() {
        return taVan.birth("Lý Thị Mẩy").received().askedInProcess(LINE);
    }

    /** Every timer of these, all at the same moment. */
    private static void goOff(ApplicationContext... nodes) {
        var timers = Stream.of(nodes)
                .flatMap(it -> it.getBeansOfType(ScheduledTaskHolder.class).values().stream())
                .flatMap(it -> it.getScheduledTasks().stream())
                .map(it -> it.getTask().getRunnable())
                .toList();
        assertThat(timers).hasSizeGreaterThan(10);
        var start = new CyclicBarrier(timers.size());
        try (var threads = Executors.newFixedThreadPool(timers.size())) {
            var running = timers.stream()
                    .map(it -> threads.submit(() -> {
                        start.await();
                        it.run();
                        return true;
                    }))
                    .toList();
            assertThat(running).allSatisfy(it -> assertThat(it.get()).isTrue());
        }
    }

    private List<String> kinds(TaVan.Life life) {
        return ask("select kind from dossier_event where dossier = cast(:it as uuid) order by version", life);
    }

    private List<String> deadlines(TaVan.Life life) {
        return ask("""
                select concat_ws(' ', due_at, supplement_until, version) from dossier where id = cast(:it as uuid)
                """, life);
    }

    private List<String> ask(String question, TaVan.Life life) {
        return in(question, life.ref.id().toString());
    }

    private int count(String question, String it) {
        return Integer.parseInt(in(question, it).getFirst());
    }

    private List<String> in(String question, String it) {
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> Objects.requireNonNull(transaction.execute(_ ->
                        db.sql(question).param("it", it).query(String.class).list())));
    }
}
