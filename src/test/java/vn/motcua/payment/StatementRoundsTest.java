package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.HandOver;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.payment.StatementStore.Origin;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;
import vn.motcua.support.AtTheGateway;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** At night statements are taken in by themselves, each once by however many copies of the program, and put right what nobody told of. */
@WholeProgram
class StatementRoundsTest {

    private static final String QUAN = "Nguyễn Văn Quân";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String HERE = "/desk/money/statements";

    private final TaVan taVan;
    private final PaymentDesk desk;
    private final GatewayStatements gateway;
    private final StatementReading reading;
    private final StatementStore store;
    private final OrderStore orderStore;
    private final PaymentOrders orders;
    private final Collectors collectors;
    private final UnidentifiedTransfers transfers;
    private final Differences differences;
    private final JsonMapper json;
    private final Units units;
    private final JdbcClient db;
    private final TestClock clock;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate transaction;
    private final String address;

    @Autowired
    StatementRoundsTest(
            TaVan taVan,
            PaymentDesk desk,
            GatewayStatements gateway,
            StatementReading reading,
            StatementStore store,
            OrderStore orderStore,
            PaymentOrders orders,
            Collectors collectors,
            UnidentifiedTransfers transfers,
            Differences differences,
            JsonMapper json,
            Units units,
            JdbcClient db,
            TestClock clock,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.desk = desk;
        this.gateway = gateway;
        this.reading = reading;
        this.store = store;
        this.orderStore = orderStore;
        this.orders = orders;
        this.collectors = collectors;
        this.transfers = transfers;
        this.differences = differences;
        this.json = json;
        this.units = units;
        this.db = db;
        this.clock = clock;
        this.transactions = transactions;
        this.transaction = new TransactionTemplate(transactions);
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void whatTheGatewayNeverToldOfIsOnItsStatementAndPaysOnceForTwoCopies() throws Exception {
        var life = owing();
        paidInSilence(life);
        gateway.take();
        assertThat(overview(life).account().owed()).as("today is not over").isEqualTo(new Dong(16_000));

        clock.set("2026-11-24T01:30");
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<List<String>> night = gateway::take;
            for (var one : threads.invokeAll(List.of(night, night))) {
                assertThat(one.get()).isEmpty();
            }
        }
        assertThat(overview(life).account().owed()).isEqualTo(Dong.ZERO);
        assertThat(overview(life).receipts()).hasSize(1);
        var listed = listed(life);
        assertThat(listed).hasSize(1);

        gateway.take();
        assertThat(listed(life)).as("the same statement of the next night").isEqualTo(listed);
        var leader = new Visit(address).as(LEADER);
        assertThat(leader.get(HERE).body()).contains("tự động hằng đêm");
        assertThat(leader.get(HERE + "/" + listed.getFirst().replaceAll(" .*", ""))
                        .body())
                .contains("Chưa ai báo, nay đã ghi nhận");
    }

    @Test
    void whatLiesInTheFolderIsTakenOnceAndWhatCannotBeReadIsSetAside(@TempDir Path dropped) throws IOException {
        var life = asked();
        var code = agency().agencyCode().orElseThrow();
        var good = "at,transaction,amount,text\n23/11/2026 07:30,F%s,16000,MBVCB %s\n"
                .formatted(
                        life.code.value(), overview(life).open().orElseThrow().reference());
        Files.writeString(dropped.resolve(code + "_bank_1.csv"), "at,transaction,amount,text\nhom qua,A,B,C\n");
        Files.writeString(dropped.resolve(code + "_bank_2.csv"), good);
        Files.writeString(dropped.resolve(code + "_bank_3.csv"), "ngày,số", StandardCharsets.UTF_16);
        Files.writeString(dropped.resolve("sao-ke.csv"), good);
        Files.writeString(dropped.resolve("readme.txt"), "no statement");
        var folder = folder(dropped);
        var rounds = new StatementRounds(folder, gateway);

        assertThatExceptionOfType(IllegalStateException.class)
                .as("whoever runs the program reads it among the jobs")
                .isThrownBy(rounds::go)
                .withMessageContaining(code + "_bank_1.csv: STATEMENT_LINE [2]")
                .withMessageContaining(code + "_bank_3.csv: STATEMENT_LETTERS")
                .withMessageContaining("sao-ke.csv names no agency of ours");

        assertThat(overview(life).account().owed()).isEqualTo(Dong.ZERO);
        assertThat(overview(life).receipts()).hasSize(1);
        assertThat(names(dropped)).containsExactlyInAnyOrder("readme.txt", "taken", "refused");
        assertThat(names(dropped.resolve("taken"))).singleElement().asString().endsWith(code + "_bank_2.csv");
        assertThat(names(dropped.resolve("refused"))).hasSize(3);
        var page = new Visit(address).as(LEADER).get(HERE).body();
        assertThat(page).contains(code + "_bank_1.csv", "Không đọc được dòng 2 của tệp", "không ở dạng UTF-8");
        assertThat(new Visit(address).as("Nguyễn Thị Mai Thủy").get(HERE).body())
                .as("another agency's leader")
                .doesNotContain(code + "_bank_1.csv");

        var listed = listed(life);
        Files.writeString(dropped.resolve(code + "_bank_2.csv"), good);
        assertThat(folder.take()).isEmpty();
        assertThat(listed(life)).as("the same again").isEqualTo(listed).hasSize(1);
        assertThat(overview(life).receipts()).hasSize(1);
    }

    @Test
    void twoCopiesOverOneFolderTakeEachFileOnce(@TempDir Path dropped) throws Exception {
        var life = asked();
        Files.writeString(
                dropped.resolve(agency().agencyCode().orElseThrow() + "_bank_1.csv"),
                "at,transaction,amount,text\n23/11/2026 07:30,G%s,16000,%s\n"
                        .formatted(
                                life.code.value(),
                                overview(life).open().orElseThrow().reference()));
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<List<String>> night = () -> folder(dropped).take();
            for (var one : threads.invokeAll(List.of(night, night))) {
                assertThat(one.get()).isEmpty();
            }
        }
        assertThat(listed(life)).hasSize(1);
        assertThat(overview(life).receipts()).hasSize(1);
        assertThat(names(dropped)).containsExactly("taken");
    }

    /** Killed after it put the payment right and before the statement was kept: the next night lists it as what it was. */
    @Test
    void aStatementThatWasBrokenOffGoesOnWhereItStopped() {
        var life = asked();
        var order = overview(life).open().orElseThrow().reference();
        var now = clock.instant();
        var line = new StatementFile.Line(now, "H" + life.code.value(), new Dong(16_000), order);
        var given = new StatementReading.Given(
                new UUID(7, now.toEpochMilli() ^ life.ref.id().value().hashCode()),
                agency().id(),
                PaymentChannel.GATEWAY,
                List.of(line),
                "digest",
                Origin.FOLDER,
                Optional.empty(),
                List.of(taVan.oneStop()),
                List.of(taVan.oneStop()),
                now,
                now);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Scope.of(TaVan.LAO_CAI)
                        .call(() -> reading.take(given, now, () -> {
                            throw new IllegalStateException("killed");
                        })));
        assertThat(overview(life).receipts()).hasSize(1);
        assertThat(listed(life)).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(Scope.of(TaVan.LAO_CAI).call(() -> reading.take(given, clock.instant(), () -> {})))
                .isTrue();

        assertThat(listed(life)).singleElement().asString().endsWith(" PAID");
        assertThat(overview(life).receipts()).hasSize(1);
    }

    /** A day that no calendar of the database has: a fault that the reader of the file does not see. */
    @Test
    void aFileAtWhichTheProgramFailsHoldsNoOtherUp(@TempDir Path dropped) throws IOException {
        var life = asked();
        var code = agency().agencyCode().orElseThrow();
        Files.writeString(
                dropped.resolve(code + "_bank_1.csv"),
                "at,transaction,amount,text\n+300000-01-01T00:00:00,P%s,1000,khong ro\n".formatted(life.code.value()));
        Files.writeString(
                dropped.resolve(code + "_bank_2.csv"),
                "at,transaction,amount,text\n23/11/2026 07:30,N%s,16000,%s\n"
                        .formatted(
                                life.code.value(),
                                overview(life).open().orElseThrow().reference()));

        assertThat(folder(dropped).take())
                .singleElement()
                .asString()
                .contains(code + "_bank_1.csv cannot be taken in")
                .doesNotContain("nor set aside");

        assertThat(overview(life).account().owed()).isEqualTo(Dong.ZERO);
        assertThat(names(dropped)).containsExactlyInAnyOrder("taken", "failed");
        assertThat(names(dropped.resolve("failed"))).singleElement().asString().endsWith(code + "_bank_1.csv");
        assertThat(folder(dropped).take()).as("the next night").isEmpty();
    }

    @Test
    void aDayOfTheGatewayAtWhichTheProgramFailsHoldsNoOtherUp() {
        clock.set("2026-11-22T10:00");
        var sunday = owing();
        paidInSilence(sunday);
        clock.set("2026-11-23T10:00");
        var monday = owing();
        paidInSilence(monday);
        clock.set("2026-11-24T01:30");
        var failing =
                new StatementReading(store, orderStore, orders, collectors, transfers, differences, transactions) {
                    @Override
                    boolean take(Given it, Instant now, Runnable with) {
                        if (VietnamTime.dayOf(it.from()).equals(LocalDate.of(2026, 11, 22))) {
                            throw new IllegalStateException("broken");
                        }
                        return super.take(it, now, with);
                    }
                };

        var troubles = new GatewayStatements(
                        collectors, failing, store, orderStore, transfers, units, json, clock, transactions)
                .take();

        assertThat(troubles).singleElement().asString().contains("2026-11-22 cannot be taken in");
        assertThat(overview(monday).account().owed()).isEqualTo(Dong.ZERO);
        assertThat(overview(sunday).account().owed()).isEqualTo(new Dong(16_000));
        assertThat(gateway.take()).as("the next night makes up for it").isEmpty();
        assertThat(overview(sunday).account().owed()).isEqualTo(Dong.ZERO);
    }

    /** Under another agency's account the same transfer would have another number, and would come twice. */
    @Test
    void aBanksStatementMovesOnlyWhatIsPaidToItsAccount() {
        var life = asked();
        var reference = overview(life).open().orElseThrow().reference();
        var elsewhere = units.of(TaVan.LAO_CAI).stream()
                .filter(it -> it.agencyCode().isPresent() && !it.id().equals(agency().id()))
                .findFirst()
                .orElseThrow();
        var line = new StatementFile.Line(clock.instant(), "K" + life.code.value(), new Dong(16_000), reference);

        assertThat(taken(elsewhere, line)).isTrue();
        assertThat(overview(life).account().owed()).as("of another account").isEqualTo(new Dong(16_000));
        assertThat(taken(agency(), line)).isTrue();
        assertThat(overview(life).account().owed()).isEqualTo(Dong.ZERO);
        assertThat(overview(life).receipts()).hasSize(1);
        assertThat(overview(life).strayed()).isEmpty();
    }

    @Test
    void aBanksStatementForAnAgencyWithoutAnAccountIsRefused() {
        var none = new StatementReading(
                store,
                orderStore,
                orders,
                new Collectors(settings(null), List.of(), units),
                transfers,
                differences,
                transactions);
        var line = new StatementFile.Line(clock.instant(), "O1", new Dong(16_000), "khong ro");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        Scope.of(TaVan.LAO_CAI).call(() -> none.take(given(agency(), line), clock.instant(), () -> {})))
                .satisfies(it -> assertThat(it.code()).isEqualTo(PaymentRefusal.STATEMENT_ACCOUNT));
    }

    private boolean taken(Unit unit, StatementFile.Line line) {
        return Scope.of(TaVan.LAO_CAI).call(() -> reading.take(given(unit, line), clock.instant(), () -> {}));
    }

    /** A bank's statement that a leader of both takes in for that unit. */
    private StatementReading.Given given(Unit unit, StatementFile.Line line) {
        return new StatementReading.Given(
                UUID.randomUUID(),
                unit.id(),
                PaymentChannel.VIETQR,
                List.of(line),
                "digest",
                Origin.HAND,
                Optional.of(UUID.randomUUID()),
                List.of(unit.id(), taVan.oneStop()),
                List.of(unit.id()),
                line.at(),
                line.at());
    }

    private static PaymentSettings settings(@Nullable Path dropped) {
        return new PaymentSettings(
                "BL",
                List.of(),
                null,
                null,
                Duration.ofHours(24),
                ReceiptChange.Rule.ADJUST,
                ReceiptCorrection.Rule.NOTICE_OR_REPLACE,
                "",
                dropped);
    }

    private StatementFolder folder(Path dropped) {
        return new StatementFolder(settings(dropped), reading, store, units, clock, transactions);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(it -> it.getFileName().toString()).toList();
        }
    }

    private Unit agency() {
        return units.agencyOf(taVan.oneStop()).orElseThrow();
    }

    /** Statement and verdict of every line about the orders of a dossier. */
    private List<String> listed(Life life) {
        return in(() -> db.sql("""
                        select l.statement || ' ' || l.verdict from statement_line l
                        join payment_order o on o.tenant_id = l.tenant_id and o.id = l.payment_order
                        where o.dossier = :dossier
                        """)
                .param("dossier", life.ref.id().value())
                .query((row, _) -> row.getString(1))
                .list());
    }

    /** The payer pays at the sandbox gateway, which is told to say nothing of it. */
    private void paidInSilence(Life life) {
        var payer = new Visit(address).as(QUAN);
        AtTheGateway.pays(payer, life, "SILENT");
    }

    private Life owing() {
        return taVan.birth(QUAN, HandOver.How.COUNTER, 2).received();
    }

    private Life asked() {
        var life = owing();
        in(() -> {
            desk.ask(life.ref.id());
            return true;
        });
        return life;
    }

    private PaymentDesk.Overview overview(Life life) {
        return in(() -> desk.overview(life.ref.id()));
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
