package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.HandOver;
import vn.motcua.payment.OrderStore.Source;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Money on a statement that belongs to no order is put to one, goes back or is kept as another income; once, and the ledger knows. */
@WholeProgram
class TransferDeskTest {

    private static final String LEADER = "Vũ Đức Thành";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String HERE = "/desk/money/unidentified";

    private final TaVan taVan;
    private final PaymentDesk desk;
    private final OrderStore orderStore;
    private final PaymentOrders orders;
    private final Standings standings;
    private final JdbcClient db;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final String address;

    @Autowired
    TransferDeskTest(
            TaVan taVan,
            PaymentDesk desk,
            OrderStore orderStore,
            PaymentOrders orders,
            Standings standings,
            JdbcClient db,
            TestClock clock,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.desk = desk;
        this.orderStore = orderStore;
        this.orders = orders;
        this.standings = standings;
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
    void putToAnOrderItPaysItOnceHoweverOftenItIsSaid() {
        var life = asked();
        var reference = reference(life);
        var number = onStatement(16_000);
        var receiver = new Visit(address).as(RECEIVER);
        assertThat(receiver.get(HERE + "?q=" + number).body()).contains("khong ro", "16.000", number);
        var there = path(receiver, number);
        assertThat(receiver.get(there).body()).contains("chưa biết của ai", "Thấy trên sao kê");

        for (int times = 0; times < 2; times++) {
            assertThat(post(receiver, there + "/assign", Map.of("reference", reference)))
                    .isEqualTo(302);
        }

        assertThat(overview(life).account().owed()).isEqualTo(Dong.ZERO);
        assertThat(overview(life).receipts())
                .singleElement()
                .satisfies(it -> assertThat(it.channel()).isEqualTo(PaymentChannel.VIETQR));
        assertThat(receiver.get(there).body())
                .contains("đã ghép với yêu cầu thanh toán", RECEIVER, reference)
                .doesNotContain("khong ro");
        assertThat(receiver.get(HERE + "?q=" + number).body()).contains("Không có khoản nào");
        assertThat(receiver.get(HERE + "?state=settled&q=" + number).body()).contains(number);
        assertThat(takes("23/11/2026 07:30,%s,16000,khong ro".formatted(number)))
                .contains("Khớp");
        agree();
    }

    @Test
    void twoWhoPutItToTwoOrdersAtOncePayOne() throws Exception {
        var lives = List.of(asked(), asked());
        var number = onStatement(16_000);
        var there = path(new Visit(address).as(RECEIVER), number);
        try (var hands = Executors.newFixedThreadPool(2)) {
            var statuses = hands
                    .invokeAll(lives.stream()
                            .<Callable<Integer>>map(life -> () -> post(
                                    new Visit(address).as(RECEIVER),
                                    there + "/assign",
                                    Map.of("reference", reference(life))))
                            .toList())
                    .stream()
                    .map(it -> it.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(302).doesNotContain(500);
        }
        assertThat(lives.stream().mapToInt(it -> overview(it).receipts().size()).sum())
                .isEqualTo(1);
        agree();
    }

    @Test
    void anotherAmountAndAPaidOrderAreRefused() {
        var life = asked();
        var reference = reference(life);
        var receiver = new Visit(address).as(RECEIVER);
        var less = path(receiver, onStatement(15_000));
        assertThat(post(receiver, less + "/assign", Map.of("reference", reference)))
                .isEqualTo(422);
        assertThat(post(receiver, less + "/assign", Map.of("reference", "MC"))).isEqualTo(422);

        takes("23/11/2026 07:31,P%s,16000,%s".formatted(UUID.randomUUID(), reference));
        var right = path(receiver, onStatement(16_000));
        assertThat(post(receiver, right + "/assign", Map.of("reference", reference)))
                .isEqualTo(422);
        assertThat(overview(life).receipts()).hasSize(1);
        assertThat(receiver.get(right).body()).contains("chưa biết của ai");
        agree();
    }

    @Test
    void goesBackWhenTheLeaderAgreesAndIsNotCountedWhenTheBankTellsOfItLater() {
        var life = asked();
        var number = onStatement(16_000);
        var receiver = new Visit(address).as(RECEIVER);
        var leader = new Visit(address).as(LEADER);
        var there = path(receiver, number);
        assertThat(post(receiver, there + "/propose", Map.of("ending", "GIVE_BACK", "reason", " ")))
                .isEqualTo(422);
        for (int times = 0; times < 2; times++) {
            assertThat(post(receiver, there + "/propose", Map.of("ending", "GIVE_BACK", "reason", "Chuyển nhầm")))
                    .isEqualTo(302);
        }
        assertThat(post(receiver, there + "/decide", Map.of("decision", "agree")))
                .isEqualTo(404);
        for (int times = 0; times < 2; times++) {
            assertThat(post(leader, there + "/decide", Map.of("decision", "agree")))
                    .isEqualTo(302);
        }
        agree();
        for (int times = 0; times < 2; times++) {
            assertThat(post(receiver, there + "/paid", Map.of("voucher", "UNC 12")))
                    .isEqualTo(302);
        }
        assertThat(receiver.get(there).body()).contains("đã trả lại", "Chuyển nhầm", "UNC 12", RECEIVER, LEADER);
        agree();

        var money = in(() -> db.sql("select transaction from unidentified_transfer where id = :id")
                .param("id", UUID.fromString(there.substring(there.lastIndexOf('/') + 1)))
                .query(String.class)
                .single());
        var happened = in(() -> orders.arrived(
                orderStore.open(life.ref.id()).orElseThrow(),
                new Arrival(PaymentChannel.VIETQR, money, new Dong(16_000), Instant.parse("2026-11-23T00:30:00Z")),
                Source.CALLBACK,
                clock.instant()));
        assertThat(happened).as("what went back does not pay").isEmpty();
        assertThat(overview(life).receipts()).isEmpty();
        assertThat(post(receiver, there + "/assign", Map.of("reference", reference(life))))
                .isEqualTo(409);
    }

    @Test
    void whatTheBankTellsOfLaterWaitsNoMore() {
        var life = asked();
        var number = onStatement(16_000);
        var there = path(new Visit(address).as(RECEIVER), number);
        var account = in(() -> db.sql("select account from unidentified_transfer where id = :id")
                .param("id", UUID.fromString(there.substring(there.lastIndexOf('/') + 1)))
                .query(String.class)
                .single());
        in(() -> orders.arrived(
                orderStore.open(life.ref.id()).orElseThrow(),
                new Arrival(
                        PaymentChannel.VIETQR,
                        account + "." + number,
                        new Dong(16_000),
                        Instant.parse("2026-11-23T00:30:00Z")),
                Source.CALLBACK,
                clock.instant()));
        assertThat(overview(life).receipts()).hasSize(1);
        assertThat(new Visit(address).as(RECEIVER).get(there).body()).contains("đã ghép với yêu cầu thanh toán");
        agree();
    }

    @Test
    void nobodyAgreesToTheirOwnAndARefusalNeedsAWord() {
        var number = onStatement(7_000);
        var leader = new Visit(address).as(LEADER);
        var there = path(leader, number);
        var income = Map.of("ending", "OTHER_INCOME", "reason", "Không ai nhận");
        assertThat(post(leader, there + "/propose", income)).isEqualTo(302);
        assertThat(post(leader, there + "/decide", Map.of("decision", "agree"))).isEqualTo(403);
        assertThat(leader.get(there).body()).doesNotContain("value=\"agree\"");
        agree();
    }

    @Test
    void oneOfAnotherAgencyAnAbsentOneAndNoIdAnswerAlike() {
        var there = path(new Visit(address).as(LEADER), onStatement(9_000));
        var elsewhere = new Visit(address).as("Nguyễn Thị Mai Thủy");
        var anothers = elsewhere.get(there);
        assertThat(anothers.statusCode()).isEqualTo(404);
        for (var none : List.of("/" + UUID.randomUUID(), "/khong-co")) {
            var answer = elsewhere.get(HERE + none);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(body(answer.body())).isEqualTo(body(anothers.body()));
        }
        assertThat(post(elsewhere, there + "/assign", Map.of())).isEqualTo(404);
        assertThat(elsewhere.get(HERE).body()).doesNotContain("9.000");
    }

    /** The ledger is balanced and says account by account what receipts, transfers and refunds say. */
    private void agree() {
        in(() -> {
            Sums.agree(Sums.of(db));
            assertThat(standings.of(List.of(taVan.oneStop()), LocalDate.of(2026, 11, 23)))
                    .allSatisfy(it ->
                            assertThat(it.ledger()).as(it.account().name()).isEqualTo(it.papers()));
            return true;
        });
    }

    private String onStatement(long amount) {
        var number = "N" + UUID.randomUUID();
        takes("23/11/2026 07:30,%s,%d,khong ro".formatted(number, amount));
        return number;
    }

    private String takes(String line) {
        var leader = new Visit(address).as(LEADER);
        var fields = Map.of(
                "_csrf",
                Visit.token(leader.get("/desk/money/statements").body()),
                "command",
                UUID.randomUUID().toString(),
                "unit",
                taVan.oneStop().toString(),
                "way",
                "bank");
        var file = ("at,transaction,amount,text\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
        var answer = leader.upload("/desk/money/statements", fields, "file", "sao-ke.csv", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return leader.get(leader.local(answer)).body();
    }

    private static String path(Visit who, String number) {
        return Visit.first(who.get(HERE + "?q=" + number).body(), "href=\"(" + HERE + "/[0-9a-f-]{36})\"");
    }

    private static int post(Visit who, String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", Visit.token(who.get("/desk").body()));
        return who.send(path, all).statusCode();
    }

    /** The page without what every answer has of its own. */
    private static String body(String page) {
        return page.replaceAll("[0-9a-f-]{36}|khong-co", "*").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private Life asked() {
        var life = taVan.birth("Nguyễn Văn Quân", HandOver.How.COUNTER, 2).received();
        in(() -> {
            desk.ask(life.ref.id());
            return true;
        });
        return life;
    }

    private String reference(Life life) {
        return overview(life).open().orElseThrow().reference();
    }

    private PaymentDesk.Overview overview(Life life) {
        return in(() -> desk.overview(life.ref.id()));
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
