package vn.motcua.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.Motcua;
import vn.motcua.consultation.Consultation;
import vn.motcua.consultation.Consultations;
import vn.motcua.database.DatabaseRoles;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.SignedIn;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contacts;
import vn.motcua.messaging.PostOffice;
import vn.motcua.queue.AppointmentDesk;
import vn.motcua.queue.Hall;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
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
    private static final int FEW = 4;
    private static final String LEADER = "Vũ Đức Thành";
    private static final String APOLOGIES = "motcua.reminders.apology-in-name-of.15";
    private static final SupplementRequest.Line LINE =
            new SupplementRequest.Line("Họ, chữ đệm, tên của trẻ", "Viết khác với giấy chứng sinh");

    private final ApplicationContext first;
    private final FreshDatabase database;
    private final TaVan taVan;
    private final TestClock clock;
    private final Contacts contacts;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Consultations consultations;
    private final ReadingDesk reading;
    private final AppointmentDesk appointments;
    private final Hall hall;
    private ConfigurableApplicationContext second;

    @DynamicPropertySource
    static void apologiesByRule(DynamicPropertyRegistry properties) {
        properties.add(APOLOGIES, TwoNodesTest::leadersAccount);
    }

    /** The account is known before the people are there: the demonstration makes it from the name. */
    private static String leadersAccount() {
        return Ids.once("sandbox/account/ta-van/" + LEADER).toString();
    }

    @Autowired
    TwoNodesTest(
            ApplicationContext first,
            FreshDatabase database,
            TaVan taVan,
            TestClock clock,
            Contacts contacts,
            JdbcClient db,
            TransactionTemplate transaction,
            Consultations consultations,
            ReadingDesk reading,
            AppointmentDesk appointments,
            Hall hall) {
        this.first = first;
        this.database = database;
        this.taVan = taVan;
        this.clock = clock;
        this.contacts = contacts;
        this.db = db;
        this.transaction = transaction;
        this.consultations = consultations;
        this.reading = reading;
        this.appointments = appointments;
        this.hall = hall;
    }

    @BeforeAll
    void startAnother() {
        second = started();
    }

    private ConfigurableApplicationContext started() {
        var settings = Map.<String, Object>of(
                "server.port",
                "0",
                "motcua.data",
                "target/second-node",
                "motcua.database.url",
                database.url(),
                "motcua.database.owner-password",
                database.server().password(DatabaseRoles.OWNER),
                "motcua.database.app-password",
                database.server().password(DatabaseRoles.APP),
                "motcua.outbox.every",
                "0s",
                "motcua.messages.every",
                "0s",
                APOLOGIES,
                leadersAccount());
        return new SpringApplicationBuilder(Motcua.class)
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
        var officer = (SignedIn.OfficerAt) taVan.named("Phạm Quốc Việt");
        var leader = (SignedIn.OfficerAt) taVan.named(LEADER);
        var citizen = (SignedIn.Applicant) taVan.named("Giàng A Sình");
        var officers = mailbox(officer.tenant(), officer.account());
        var leaders = mailbox(leader.tenant(), leader.account());
        var citizens = mailbox(TenantId.NATIONAL, citizen.account());
        contacts.choose(citizen, Language.VI, true, false);
        var asked = IntStream.range(0, DOSSIERS).mapToObj(_ -> asked()).toList();
        var waiting = lives(it -> it.answerAwaited("UBND phường Sa Pa xác nhận", "2026-12-04"));
        var consulting = lives(it -> consulted(it, Consultation.Silence.AGREES));
        var appointment = appointment(leader, citizen, "2026-12-22T09:00");
        clock.set("2026-12-21T15:30");
        var behind = lives(it -> it.answerAwaited("Công an xã xác nhận"));
        clock.set("2026-12-21T16:30");
        goOff(first, second);
        carry(first, second);
        clock.set("2026-12-24T08:00");
        goOff(first, second);
        goOff(second, first);
        carry(first, second);

        assertThat(asked)
                .allSatisfy(it -> assertThat(kinds(it))
                        .containsOnlyOnce("supplement-reminded")
                        .containsOnlyOnce("supplement-lapsed"));
        assertThat(waiting)
                .as("other waits with a last day")
                .allSatisfy(it -> assertThat(kinds(it)).containsOnlyOnce("wait-lapsed"));
        assertThat(behind)
                .as("apologies by rule")
                .allSatisfy(it -> assertThat(kinds(it)).containsOnlyOnce("due-extended"));
        assertThat(consulting)
                .as("silence counts, and the head hears of it once")
                .allSatisfy(it -> {
                    assertThat(silences(it)).containsExactly("SILENT");
                    assertThat(mails(leaders, "consultation silent " + consultation(it)))
                            .containsExactly("1");
                });
        assertThat(mails(citizens, "appointment " + appointment))
                .as("a day before")
                .containsExactly("1");
        assertThat(mails(officers, "morning 2026-12-24")).as("that morning").containsExactly("1");
    }

    private String mailbox(TenantId tenant, AccountId account) {
        var mailbox = "hai-may-" + UUID.randomUUID() + "@example.org";
        contacts.confirmed(tenant, account, Channel.EMAIL, mailbox);
        return mailbox;
    }

    /** Some received dossiers to which that happened. */
    private List<TaVan.Life> lives(Consumer<TaVan.Life> then) {
        var lives = IntStream.range(0, FEW)
                .mapToObj(_ -> taVan.birth("Phan Đình Phước").received())
                .toList();
        lives.forEach(then);
        return lives;
    }

    private UUID appointment(SignedIn.OfficerAt leader, SignedIn.Applicant citizen, String at) {
        var id = UUID.randomUUID();
        var unit = hall.oneStop(taVan.oneStop().toString());
        leader.scope().run(() -> appointments.allow(leader, unit.id(), 30, 3));
        appointments.book(citizen, unit, id, Optional.empty(), "1.001193", LocalDateTime.parse(at));
        return id;
    }

    /** The post of these goes out, all at the same moment. */
    private static void carry(ApplicationContext... nodes) {
        together(Stream.of(nodes)
                .map(it -> it.getBean(PostOffice.class))
                .<Runnable>map(it -> it::carry)
                .toList());
    }

    @Test
    void whatFellDueWhileOneWasDownIsDoneByTheOtherWhoeverBeganIt() {
        clock.set("2027-01-11T08:00");
        var life = asked();
        clock.set("2027-02-18T08:00");
        goOff(second);

        assertThat(kinds(life)).containsOnlyOnce("supplement-lapsed");
    }

    /** No timer lives in a program: what began before it started goes off in it, once, and not again after another start. */
    @Test
    void timersSurviveARestart() {
        clock.set("2027-03-08T08:00");
        var supplement = asked();
        var waiting = taVan.birth("Giàng A Sình").received().answerAwaited("UBND phường Sa Pa xác nhận", "2027-03-19");
        restartTheSecond();
        clock.set("2027-05-10T08:00");
        goOff(second);
        restartTheSecond();
        goOff(second);

        assertThat(kinds(supplement)).containsOnlyOnce("supplement-lapsed");
        assertThat(kinds(waiting)).containsOnlyOnce("wait-lapsed");
    }

    private void restartTheSecond() {
        second.close();
        second = started();
    }

    @Test
    void aClockSetForwardOrBackByADayMovesNoDeadline() {
        clock.set("2026-11-25T08:00");
        var received = taVan.birth("Giàng A Sình").received();
        var asked = asked();
        clock.set("2026-11-25T15:30");
        var paying = taVan.birth("Giàng A Sình").received().paymentAwaited("Thông báo thuế số 12/TB", 1_500_000);
        var waiting = taVan.birth("Giàng A Sình").received().answerAwaited("UBND phường Sa Pa xác nhận", "2026-12-04");
        var extended = taVan.birth("Giàng A Sình").received().extended(3, "Chờ xác minh");
        var consulting = taVan.birth("Giàng A Sình").received();
        consulted(consulting, Consultation.Silence.REMINDS);
        var all = List.of(received, asked, paying, waiting, extended, consulting);
        var before = all.stream().map(this::deadlines).toList();
        assertThat(before.getLast()).as("a consultation's day is one of them").hasSize(2);
        // after closing, when it is too late on any of these days for an apology by rule, which is an act and may move
        // one
        clock.set("2026-11-25T17:30");
        for (var by : List.of(Duration.ofDays(1), Duration.ofDays(-2), Duration.ofDays(1))) {
            clock.advance(by);
            goOff(first, second);
        }

        assertThat(all.stream().map(this::deadlines)).containsExactlyElementsOf(before);
        assertThat(all.stream().flatMap(it -> kinds(it).stream()))
                .contains("payment-awaited", "answer-awaited", "due-extended")
                .doesNotContain(
                        "supplement-reminded", "supplement-lapsed", "wait-lapsed", "wait-ended", "due-recomputed");
    }

    /** Another unit is asked, with five working days for its answer. */
    private void consulted(TaVan.Life life, Consultation.Silence silence) {
        var officer = (SignedIn.OfficerAt) taVan.named("Phạm Quốc Việt");
        officer.scope()
                .run(() -> consultations.ask(
                        officer,
                        Ids.next(),
                        reading.open(officer, life.ref.id(), clock.instant()),
                        "Đăng ký khai sinh",
                        "Bản chính có khớp không?",
                        List.of(),
                        List.of(new Consultations.Asked(taVan.oneStop(), 5, silence))));
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
        together(timers);
    }

    private static void together(List<Runnable> timers) {
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
                select concat_ws(' ', due_at, supplement_until, wait_until, version) from dossier
                where id = cast(:it as uuid)
                union all
                select concat_ws(' ', due_at, state, reminded_at) from consulted_unit where dossier = cast(:it as uuid)
                """, life);
    }

    private List<String> ask(String question, TaVan.Life life) {
        return in(question, life.ref.id().toString());
    }

    private List<String> silences(TaVan.Life life) {
        return ask("select state from consulted_unit where dossier = cast(:it as uuid)", life);
    }

    private String consultation(TaVan.Life life) {
        return ask("select id::text from consultation where dossier = cast(:it as uuid)", life)
                .getFirst();
    }

    /** Of each mail to that mailbox about that, how often it was handed to a carrier. */
    private List<String> mails(String mailbox, String occasion) {
        return in(
                "select attempts::text from delivery where address || ' ' || occasion like :it || '%'",
                mailbox + " " + occasion);
    }

    private List<String> in(String question, String it) {
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> Objects.requireNonNull(transaction.execute(_ ->
                        db.sql(question).param("it", it).query(String.class).list())));
    }
}
