package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.HandOver;
import vn.motcua.organization.UnitId;
import vn.motcua.payment.MoneyBook.Sum;
import vn.motcua.payment.Standings.Standing;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** The ledger is held against the papers account by account; a wrong row is seen, though the sum of all accounts stays zero. */
@WholeProgram
class StandingsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final TaVan taVan;
    private final PaymentDesk desk;
    private final OrderStore orderStore;
    private final PaymentOrders orders;
    private final LedgerBook ledger;
    private final Standings standings;
    private final MoneyBook book;
    private final JdbcClient db;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final String address;

    @Autowired
    StandingsTest(
            TaVan taVan,
            PaymentDesk desk,
            OrderStore orderStore,
            PaymentOrders orders,
            LedgerBook ledger,
            Standings standings,
            MoneyBook book,
            JdbcClient db,
            TestClock clock,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.desk = desk;
        this.orderStore = orderStore;
        this.orders = orders;
        this.ledger = ledger;
        this.standings = standings;
        this.book = book;
        this.db = db;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void whatIsToBePaidBackStandsOnTheReport() {
        long before = tried(() -> standing(LedgerAccount.TO_PAY_BACK).ledger().amount());
        arrives(5_000);

        var after = tried(() -> standing(LedgerAccount.TO_PAY_BACK));

        assertThat(after.ledger()).isEqualTo(new Balance(before - 5_000)).isEqualTo(after.papers());
        assertThat(new Visit(address)
                        .as("Vũ Đức Thành")
                        .get("/desk/money/report")
                        .body())
                .contains(
                        "Số dư các tài khoản cuối kỳ",
                        "Phải trả lại",
                        after.ledger().toString());
    }

    @Test
    void aWrongRowOfTheLedgerIsSeenThoughTheSumStaysZero() {
        arrives(16_000);
        assertThat(tried(this::wrong)).as("as it is booked").isEmpty();

        for (var entry : List.of(
                new LedgerEntry(LedgerAccount.BANK, LedgerAccount.FEES, new Dong(1)),
                new LedgerEntry(LedgerAccount.TO_PAY_BACK, LedgerAccount.CASH, new Dong(7_000)))) {
            var seen = tried(() -> {
                ledger.add(
                        LedgerBook.Occasion.COLLECTED,
                        new DossierId(UUID.randomUUID()),
                        taVan.oneStop(),
                        PaymentChannel.VIETQR,
                        List.of(entry),
                        clock.instant());
                assertThat(Sums.of(db).total()).as("sees nothing").isZero();
                return wrong();
            });
            assertThat(seen).containsExactlyInAnyOrder(entry.debit(), entry.credit());
        }
    }

    @Test
    void twoCashiersOfOneNameAreTwoAndOneWhoseNameWasChangedIsOne() {
        var unit = new UnitId(UUID.randomUUID());
        var first = UUID.randomUUID();
        var sums = tried(() -> {
            taken(unit, 1, first, "Trần Thị Lan", 8_000, clock.instant());
            taken(unit, 2, UUID.randomUUID(), "Trần Thị Lan", 16_000, clock.instant());
            taken(unit, 3, first, "Trần Thị Ngọc Lan", 3_000, clock.instant().plusSeconds(60));
            return book.byCashier(unit, TODAY, TODAY);
        });

        assertThat(sums)
                .containsExactlyInAnyOrder(
                        new Sum("Trần Thị Ngọc Lan", 2, new Balance(11_000)),
                        new Sum("Trần Thị Lan", 1, new Balance(16_000)));
    }

    private Standing standing(LedgerAccount account) {
        return standings.of(List.of(taVan.oneStop()), TODAY).stream()
                .filter(it -> it.account() == account)
                .findFirst()
                .orElse(new Standing(account, Balance.ZERO, Balance.ZERO));
    }

    private List<LedgerAccount> wrong() {
        return standings.of(List.of(taVan.oneStop()), TODAY).stream()
                .filter(it -> !it.ledger().equals(it.papers()))
                .map(Standing::account)
                .toList();
    }

    /** A transfer of that amount for a new order over 16 000 đồng. */
    private void arrives(long amount) {
        var life = taVan.birth("Nguyễn Văn Quân", HandOver.How.COUNTER, 2).received();
        in(() -> {
            desk.ask(life.ref.id());
            return true;
        });
        in(() -> {
            var reference = desk.overview(life.ref.id()).open().orElseThrow().reference();
            var order = PaymentReference.in(reference).flatMap(orderStore::find).orElseThrow();
            return orders.arrived(
                    order,
                    new Arrival(PaymentChannel.VIETQR, "S." + life.code.value(), new Dong(amount), clock.instant()),
                    OrderStore.Source.STATEMENT,
                    clock.instant());
        });
    }

    private void taken(UnitId unit, int no, UUID by, String name, long amount, Instant at) {
        var dossier = UUID.randomUUID();
        var moment = OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
        db.sql("""
                        insert into fee_payment (tenant_id, dossier, no, command, amount, lines, means, taken_at, taken_by, taker_name,
                            position, unit)
                        values (:tenant, :dossier, 1, :command, :amount, '[]', 'CASH', :at, :by, :name, :command, :unit)
                        """)
                .param("tenant", TaVan.LAO_CAI.value())
                .param("dossier", dossier)
                .param("command", UUID.randomUUID())
                .param("amount", amount)
                .param("at", moment)
                .param("by", by)
                .param("name", name)
                .param("unit", unit.value())
                .update();
        db.sql("""
                        insert into receipt (tenant_id, symbol, year, no, dossier, payment_no, unit, lines, amount, channel, issued_at)
                        values (:tenant, 'TEST-LAN', 2026, :no, :dossier, 1, :unit, '[]', :amount, 'CASH', :at)
                        """)
                .param("tenant", TaVan.LAO_CAI.value())
                .param("no", no)
                .param("dossier", dossier)
                .param("unit", unit.value())
                .param("amount", amount)
                .param("at", moment)
                .update();
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    /** Does it and leaves nothing behind. */
    private <T> T tried(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> Objects.requireNonNull(transaction.execute(all -> {
                    all.setRollbackOnly();
                    return work.get();
                })));
    }
}
