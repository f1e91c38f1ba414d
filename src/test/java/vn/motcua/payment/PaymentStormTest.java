package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import vn.motcua.Motcua;
import vn.motcua.database.Superuser;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.HandOver;
import vn.motcua.payment.StormGateway.Story;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.Killable;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;

/**
 * Two thousand payments, or as many as {@code -Dstorm.orders=10000} says, one in twenty-five of them for two dossiers, through a gateway that loses, repeats, delays and reorders what it tells, with
 * wrong amounts among it, while the program, its database server or both are killed again and again, also while it takes the statement in. In the
 * end each order, payment, receipt and line of the ledger is what the gateway's own books say.
 */
@Tag("long")
class PaymentStormTest {

    private static final Path DATA = Path.of("target", "storm-data");
    private static final Path SEEN = Path.of("target", "storm.txt");
    private static final int ORDERS = Integer.getInteger("storm.orders", 2_000);
    private static final int FOR_TWO = ORDERS / 25;
    private static final int DOSSIERS = ORDERS + FOR_TWO;
    private static final int HANDS = 4;
    private static final long PRICE = 16_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Random random = new Random(2026);
    private final Instant now = Clock.systemUTC().instant();
    private final Queue<String> toTell = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private volatile @Nullable String address;
    private @Nullable Killable program;

    /** What is killed. Where the program outlives it, it has to go on by itself. */
    private enum Victim {
        PROGRAM,
        BOTH,
        SERVER,
        WORKER
    }

    private static final List<Victim> KILLED = List.of(
            Victim.PROGRAM, Victim.WORKER, Victim.BOTH, Victim.SERVER, Victim.PROGRAM, Victim.WORKER, Victim.BOTH);

    @Test
    void tenThousandPaymentsAreRightAfterTheStorm() throws Exception {
        FileSystemUtils.deleteRecursively(DATA);
        var yesterday = VietnamTime.dayOf(now).minusDays(1).atTime(12, 0).atZone(VietnamTime.ZONE);
        try (var gateway = new StormGateway(random, yesterday.toInstant())) {
            var secret = Files.writeString(
                    Files.createDirectories(Path.of("target")).resolve("storm-secret"), gateway.secret());
            var options = options(gateway, secret);
            prepare(options, gateway);
            toTell.addAll(gateway.told());
            var all = toTell.size();
            start(options);
            tellAndKill(all, options);
            gateway.over();
            reconcileAndKill(gateway, options);
            Objects.requireNonNull(program).killWithServer();
            assertThat(faults).isEmpty();
            try (var context = again(options)) {
                judged(context, gateway, all);
            }
        } finally {
            if (program != null) {
                program.close();
            }
        }
    }

    private static List<String> options(StormGateway gateway, Path secret) {
        return List.of(
                "--spring.profiles.active=demo",
                "--motcua.provinces=classpath:filing/provinces.yaml",
                "--motcua.payment.receipts.after=PT1H",
                "--motcua.payment.gateway.name=Storm",
                "--motcua.payment.gateway.page=" + gateway.address("/pay"),
                "--motcua.payment.gateway.query=" + gateway.address("/query"),
                "--motcua.payment.gateway.statement=" + gateway.address("/statement"),
                "--motcua.payment.gateway.merchant=" + StormGateway.MERCHANT,
                "--motcua.payment.gateway.secret-file=" + secret.toAbsolutePath());
    }

    /** Whoever looks on asks and takes in nothing by itself. */
    private static String[] still(List<String> options) {
        return with(
                options,
                "--server.port=0",
                "--motcua.data=" + DATA,
                "--motcua.payment.rounds.after=PT1H",
                "--motcua.payment.statements-at=-");
    }

    private static String[] with(List<String> options, String... more) {
        return Stream.concat(options.stream(), Stream.of(more)).toArray(String[]::new);
    }

    /** The dossiers are copies of one that was filed; their orders are made by the program's own desk. */
    private void prepare(List<String> options, StormGateway gateway) throws Exception {
        try (var context = new SpringApplicationBuilder(Motcua.class, TestClock.class, TaVan.class)
                .profiles("demo")
                .run(still(options))) {
            context.getBean(TestClock.class).set(now);
            var life = context.getBean(TaVan.class).birth("Nguyễn Văn Quân", HandOver.How.COUNTER, 2);
            copies(context, life.ref.id());
            var ids = ask(context, "select md5('storm d' || i)::uuid::text from generate_series(1, " + DOSSIERS + ") i")
                    .stream()
                    .map(DossierId::of)
                    .toList();
            var desk = context.getBean(PaymentDesk.class);
            try (var hands = Executors.newFixedThreadPool(HANDS)) {
                var asked = new ArrayList<Future<?>>();
                for (int no = 0; no < ORDERS; no++) {
                    var some = no < FOR_TWO ? List.of(ids.get(no), ids.get(ORDERS + no)) : List.of(ids.get(no));
                    asked.add(hands.submit(() -> Scope.of(TaVan.LAO_CAI).run(() -> desk.setOut(some))));
                }
                for (var one : asked) {
                    one.get();
                }
            }
            for (var line : ask(context, "select reference || ' ' || amount from payment_order order by reference")) {
                var words = line.split(" ", 2);
                gateway.pay(
                        GatewayWord.order(TaVan.LAO_CAI, new PaymentReference(words[0]), 1), Long.parseLong(words[1]));
            }
        }
        assertThat(gateway.stories()).hasSize(ORDERS);
    }

    /** As many more of that dossier, each with its filing, answers, events and open step. */
    private static void copies(ConfigurableApplicationContext context, DossierId of) throws SQLException {
        try (var connection = Superuser.of(context);
                var sql = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
            sql.execute("set session_replication_role = replica");
            for (var copy : List.of("""
                    insert into filing select (jsonb_populate_record(null::filing, to_jsonb(f) || jsonb_build_object(
                        'id', md5('storm f' || i)::uuid, 'command', md5('storm c' || i)::uuid,
                        'tracking_code', translate(left(upper(md5('storm t' || i)), 16), '01', 'GH')))).*
                    from dossier d join filing f on f.tenant_id = d.tenant_id and f.id = d.filing, generate_series(1, %2$d) i
                    where d.id = '%1$s'
                    """, """
                    insert into dossier select (jsonb_populate_record(null::dossier, to_jsonb(d) || jsonb_build_object(
                        'id', md5('storm d' || i)::uuid, 'filing', md5('storm f' || i)::uuid))).*
                    from dossier d, generate_series(1, %2$d) i where d.id = '%1$s'
                    """, """
                    insert into dossier_answers select (jsonb_populate_record(null::dossier_answers, to_jsonb(a)
                        || jsonb_build_object('dossier', md5('storm d' || i)::uuid))).*
                    from dossier_answers a, generate_series(1, %2$d) i where a.dossier = '%1$s'
                    """, """
                    insert into dossier_event select (jsonb_populate_record(null::dossier_event, to_jsonb(e)
                        || jsonb_build_object('dossier', md5('storm d' || i)::uuid, 'command', md5('storm e' || i)::uuid))).*
                    from dossier_event e, generate_series(1, %2$d) i where e.dossier = '%1$s'
                    """, """
                    insert into route_token select (jsonb_populate_record(null::route_token, to_jsonb(t)
                        || jsonb_build_object('dossier', md5('storm d' || i)::uuid))).*
                    from route_token t, generate_series(1, %2$d) i where t.dossier = '%1$s'
                    """)) {
                sql.execute(copy.formatted(of, DOSSIERS));
            }
            sql.execute("analyze");
        }
    }

    /** Several tell at once, and what is not taken is told again or lost; meanwhile it is killed. */
    private void tellAndKill(int all, List<String> options) throws Exception {
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var telling = new ArrayList<Future<?>>();
            for (int hand = 0; hand < HANDS; hand++) {
                var chance = new Random(hand);
                telling.add(hands.submit(() -> tell(chance)));
            }
            for (int kill = 0; kill < KILLED.size(); kill++) {
                int when = (int) ((kill + 0.3 + random.nextDouble() * 0.6) * all / KILLED.size());
                while (told.get() < when && !toTell.isEmpty()) {
                    pause(20);
                }
                kill(KILLED.get(kill), options);
            }
            for (var one : telling) {
                one.get();
            }
        }
    }

    private void tell(Random chance) {
        for (var words = toTell.poll(); words != null; words = toTell.poll()) {
            int status = send(words);
            if (status == 204) {
                told.incrementAndGet();
            } else if (status >= 400 && status < 500) {
                faults.add(status + " to " + words);
            } else {
                pause(200);
                if (chance.nextBoolean()) {
                    again.incrementAndGet();
                    toTell.add(words);
                } else {
                    lost.incrementAndGet();
                }
            }
        }
    }

    /** The answer's status; 0 for none. */
    private int send(String words) {
        var to = address;
        while (to == null) {
            pause(50);
            to = address;
        }
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(to + "payments/gateway"))
                                    .timeout(Duration.ofSeconds(40))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(words))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** It is killed twice while it takes the statement in; afterwards it has asked for it again and found that it knows it. */
    private void reconcileAndKill(StormGateway gateway, List<String> options) {
        for (var victim : List.of(Victim.PROGRAM, Victim.BOTH)) {
            awaitStatements(gateway, gateway.statements() + 1);
            pause(1_000 + random.nextInt(3_000));
            kill(victim, options);
        }
        awaitStatements(gateway, gateway.statements() + 3);
    }

    private static void awaitStatements(StormGateway gateway, int asked) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (gateway.statements() < asked) {
            assertThat(System.nanoTime()).as("the statement is asked for").isLessThan(deadline);
            pause(100);
        }
    }

    private void kill(Victim victim, List<String> options) {
        var running = Objects.requireNonNull(program);
        switch (victim) {
            case PROGRAM -> running.killAlone();
            case BOTH -> running.killWithServer();
            case SERVER -> running.killServer();
            case WORKER -> running.killWorker(random);
        }
        if (victim == Victim.PROGRAM || victim == Victim.BOTH) {
            address = null;
            start(options);
        }
    }

    private void start(List<String> options) {
        var started = Killable.program(
                DATA,
                with(
                        options,
                        "--motcua.payment.rounds.after=PT2S",
                        "--motcua.payment.rounds.every=PT3S",
                        "--motcua.payment.statements-at=*/10 * * * * *"));
        program = started;
        address = started.address();
        Thread.ofVirtual().start(started::lastWords);
    }

    private void judged(ConfigurableApplicationContext context, StormGateway gateway, int all)
            throws SQLException, IOException {
        var put = ask(context, "select count(*) from statement_line where verdict in ('PAID', 'STRAYED')")
                .getFirst();
        Files.write(
                SEEN,
                List.of(
                        "orders: " + ORDERS + ", of them for two dossiers: " + FOR_TWO,
                        "told: " + all + ", of them lost: " + lost + ", told again: " + again,
                        "killed: " + (KILLED.size() + 2),
                        "put right by the statement: " + put));
        assertThat(ask(context, """
                        select o.reference || ' ' || o.state || ' ' || (select count(*) from payment_share s where s.payment_order = o.id)
                            || ' ' || (select count(*) || ' ' || coalesce(sum(p.amount), 0) from fee_payment p where p.payment_order = o.id)
                            || ' ' || (select count(*) from fee_payment p join receipt r on r.dossier = p.dossier and r.payment_no = p.no
                                and r.amount = p.amount where p.payment_order = o.id)
                            || ' ' || (select coalesce(string_agg(a.transaction || ':' || a.amount, ',' order by a.transaction), '-')
                                from payment_arrival a where a.payment_order = o.id)
                            || ' ' || (select count(*) from payment_arrival a where a.payment_order = o.id and a.counts)
                        from payment_order o
                        """))
                .as("each order is what the gateway's books say, with a payment and a receipt for each dossier, once")
                .containsExactlyInAnyOrderElementsOf(
                        gateway.stories().stream().map(PaymentStormTest::right).toList());
        assertThat(ask(context, "select count(*) || ' ' || count(distinct dossier) from receipt"))
                .isEqualTo(ask(context, "select count(*) || ' ' || count(*) from fee_payment"));
        assertThat(ask(context, """
                        select s.symbol || ' ' || s.year from receipt_series s
                        where s.last <> (select count(*) from receipt r where r.symbol = s.symbol and r.year = s.year)
                            or s.last <> (select max(r.no) from receipt r where r.symbol = s.symbol and r.year = s.year)
                        """)).as("series with a gap").isEmpty();
        assertThat(ask(context, """
                        select e.dossier::text from ledger_entry e where e.occasion = 'COLLECTED'
                        group by e.dossier having sum(e.amount) <> %1$d
                        union all select p.dossier::text from fee_payment p
                        where %1$d <> (select coalesce(sum(e.amount), 0) from ledger_entry e
                            where e.dossier = p.dossier and e.occasion = 'COLLECTED')
                        """.formatted(PRICE)))
                .as("dossiers whose ledger is wrong")
                .isEmpty();
        assertThat(ask(context, """
                        select coalesce(sum(v.amount), 0)::text from ledger_entry e,
                            lateral (values (e.debit, e.amount), (e.credit, -e.amount)) as v (account, amount)
                        """)).containsExactly("0");
        assertThat(ask(context, "select sum(e.amount)::text from ledger_entry e where e.debit = 'GATEWAY'"))
                .as("all that the gateway took")
                .containsExactly(Long.toString(gateway.stories().stream()
                        .flatMap(it -> it.paid().stream())
                        .mapToLong(StormGateway.Money::amount)
                        .sum()));
    }

    /** Reference, state, dossiers, payments and their sum, receipts, money that came, how much of it counts. */
    private static String right(Story it) {
        long dossiers = it.price() / PRICE;
        var came = it.paid().stream()
                .map(money -> money.transaction() + ":" + money.amount())
                .sorted()
                .toList();
        return String.join(
                " ",
                it.order().split("-", 3)[1],
                it.settled() ? "PAID" : "WAITING",
                "" + dossiers,
                it.settled() ? dossiers + " " + it.price() : "0 0",
                it.settled() ? "" + dossiers : "0",
                came.isEmpty() ? "-" : String.join(",", came),
                it.settled() ? "1" : "0");
    }

    private static ConfigurableApplicationContext again(List<String> options) {
        return new SpringApplicationBuilder(Motcua.class).profiles("demo").run(still(options));
    }

    private static List<String> ask(ConfigurableApplicationContext context, String question) throws SQLException {
        try (var connection = Superuser.of(context);
                var sql = connection.createStatement();
                var rows = sql.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
