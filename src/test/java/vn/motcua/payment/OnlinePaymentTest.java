package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.StageKind;
import vn.motcua.identity.SignedIn;
import vn.motcua.payment.GatewayDesk.Answer;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;
import vn.motcua.support.AtTheGateway;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What gateways and banks tell, in any order, twice, late, wrong: in the end order, receipt and ledger say the same. */
@WholeProgram
class OnlinePaymentTest {

    private static final String QUAN = "Nguyễn Văn Quân";
    private static final long PRICE = 16_000;

    private final TaVan taVan;
    private final PaymentDesk desk;
    private final GatewayDesk gateways;
    private final Collectors collectors;
    private final Cashier cashier;
    private final vn.motcua.dossier.ReadingDesk reading;
    private final JdbcClient db;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final String address;

    @Autowired
    OnlinePaymentTest(
            TaVan taVan,
            PaymentDesk desk,
            GatewayDesk gateways,
            Collectors collectors,
            Cashier cashier,
            vn.motcua.dossier.ReadingDesk reading,
            JdbcClient db,
            TestClock clock,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.desk = desk;
        this.gateways = gateways;
        this.collectors = collectors;
        this.cashier = cashier;
        this.reading = reading;
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
    void askingAgainGetsTheSameOrder() {
        var life = owing();
        ask(life);
        var first = open(life);
        ask(life);

        assertThat(open(life)).isEqualTo(first);
        assertThat(first.amount()).isEqualTo(new Dong(PRICE));
        assertThat(VietQr.read(in(() -> desk.transfer(life.ref.id()))
                                .orElseThrow()
                                .payload())
                        .purpose())
                .contains(first.reference());
    }

    @Test
    void whatTheGatewaySaysOftenIsPaidOnce() {
        var life = setOut();
        var word = word(life, 1, "PAID", PRICE, "A" + life.code.value());

        var failed = word(life, 1, "FAILED", PRICE, "");

        assertThat(gateways.called(word)).isEqualTo(Answer.TAKEN);
        assertThat(gateways.called(word)).isEqualTo(Answer.TAKEN);
        assertThat(gateways.returned(word, life.ref)).isEqualTo(Answer.TAKEN);
        assertThat(gateways.called(failed)).isEqualTo(Answer.TAKEN);

        paidOnce(life, PaymentChannel.GATEWAY);
        sumIsZero();
    }

    @Test
    void manyTellingsAtOnceArePaidOnce() throws Exception {
        var life = setOut();
        var word = word(life, 1, "PAID", PRICE, "B" + life.code.value());
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Answer> telling = () -> gateways.called(word);
            var all = threads.invokeAll(
                    IntStream.range(0, 16).mapToObj(_ -> telling).toList());
            for (var one : all) {
                assertThat(one.get()).isEqualTo(Answer.TAKEN);
            }
        }
        paidOnce(life, PaymentChannel.GATEWAY);
    }

    @Test
    void aDossierThatWaitsForThePaymentGoesOn() {
        var life = taVan.birth(QUAN).received().paymentAwaited("Thông báo thuế số 12/TB", 1_500_000);
        assertThat(life.seen().stage().kind()).isEqualTo(StageKind.AWAITING_PAYMENT);
        in(() -> {
            desk.setOut(life.ref.id());
            return true;
        });

        assertThat(gateways.called(word(life, 1, "PAID", 1_500_000, "C" + life.code.value())))
                .isEqualTo(Answer.TAKEN);

        assertThat(life.seen().stage().kind()).isEqualTo(StageKind.IN_PROCESS);
    }

    @Test
    void aWrongAmountIsToBePaidBackAndTheRightOneStillPays() {
        var life = setOut();

        gateways.called(word(life, 1, "PAID", PRICE - 1, "D" + life.code.value()));
        assertThat(overview(life).strayed()).containsExactly(new Dong(PRICE - 1));
        assertThat(overview(life).account().owed()).isEqualTo(new Dong(PRICE));

        gateways.called(word(life, 1, "PAID", PRICE, "E" + life.code.value()));
        assertThat(overview(life).account().owed()).isEqualTo(Dong.ZERO);
        assertThat(overview(life).receipts()).hasSize(1);
        sumIsZero();
    }

    @Test
    void whatComesAfterCashWasTakenIsToBePaidBack() {
        var life = setOut();
        var word = word(life, 1, "PAID", PRICE, "F" + life.code.value());
        takeCash(life);

        assertThat(gateways.called(word)).isEqualTo(Answer.TAKEN);

        assertThat(overview(life).strayed()).containsExactly(new Dong(PRICE));
        assertThat(overview(life).account().payments()).hasSize(1);
        assertThat(overview(life).receipts())
                .singleElement()
                .satisfies(it -> assertThat(it.channel()).isEqualTo(PaymentChannel.CASH));
        assertThat(state(life)).containsExactly("TO_PAY_BACK");
        sumIsZero();
    }

    @Test
    void whatComesAfterItsTimeStillPays() {
        var life = setOut();
        var word = word(life, 1, "PAID", PRICE, "G" + life.code.value());
        clock.advance(Duration.ofHours(25));
        gateways.round(TaVan.LAO_CAI);
        assertThat(state(life)).containsExactly("EXPIRED");

        gateways.called(word);

        paidOnce(life, PaymentChannel.GATEWAY);
    }

    @Test
    void twoOrdersForOneDemandArePaidOnce() {
        var life = setOut();
        var first = word(life, 1, "PAID", PRICE, "H" + life.code.value());
        clock.advance(Duration.ofHours(25));
        in(() -> {
            desk.setOut(life.ref.id());
            return true;
        });
        var second = word(life, 1, "PAID", PRICE, "I" + life.code.value());

        gateways.called(second);
        gateways.called(first);

        assertThat(overview(life).account().payments()).hasSize(1);
        assertThat(overview(life).receipts()).hasSize(1);
        assertThat(overview(life).strayed()).containsExactly(new Dong(PRICE));
        assertThat(state(life)).containsExactlyInAnyOrder("TO_PAY_BACK", "PAID");
        sumIsZero();
    }

    /** Withdrawn, turned away, denied: nobody is to pay for it any more, and what comes all the same is kept. */
    @Test
    void aDossierThatEndedTakesNoMoneyAnyMore() {
        var life = taVan.birth(QUAN, HandOver.How.COUNTER, 2);
        in(() -> {
            desk.setOut(life.ref.id());
            return true;
        });
        var word = word(life, 1, "PAID", PRICE, "N" + life.code.value());

        life.turnedAway("Không thuộc xã Tả Van");
        taVan.told();

        assertThat(overview(life).open()).isEmpty();
        assertThat(overview(life).account().owed()).isEqualTo(Dong.ZERO);
        assertThat(state(life)).containsExactly("CANCELLED");
        assertThat(in(() -> db.sql("""
                        select e.why from payment_event e join payment_order o on o.tenant_id = e.tenant_id and o.id = e.payment_order
                        where o.dossier = :dossier and e.kind = 'CANCELLED'
                        """)
                        .param("dossier", life.ref.id().value())
                        .query(String.class)
                        .list()))
                .containsExactly("DOSSIER_ENDED");
        assertThat(new Visit(address).as(QUAN).get(life.path() + "/pay").body())
                .contains("đã kết thúc")
                .doesNotContain("Chọn cách nộp", "Đã nộp đủ");
        assertThat(new Visit(address).as(QUAN).get(life.path()).body())
                .contains("Không phải nộp nữa")
                .doesNotContain("Đã nộp", "Còn phải nộp");

        assertThat(gateways.called(word)).isEqualTo(Answer.TAKEN);
        assertThat(overview(life).strayed()).containsExactly(new Dong(PRICE));
        assertThat(overview(life).receipts()).isEmpty();
        assertThat(state(life)).containsExactly("TO_PAY_BACK");
        sumIsZero();
    }

    /** Also before anybody was told that it ended. */
    @Test
    void moneyForWhatWasJustDeniedIsKeptToBePaidBack() {
        var life = setOut();
        var word = word(life, 1, "PAID", PRICE, "O" + life.code.value());
        life.appraised().denied("Không đủ điều kiện");

        assertThat(gateways.called(word)).isEqualTo(Answer.TAKEN);

        assertThat(overview(life).strayed()).containsExactly(new Dong(PRICE));
        assertThat(overview(life).account().payments()).isEmpty();
        sumIsZero();
    }

    @Test
    void whileAnAnswerIsAwaitedNoOtherWayIsOffered() {
        var life = setOut();
        var payer = new Visit(address).as(QUAN);
        var page = life.path() + "/pay";

        var waits = payer.get(page).body();
        assertThat(waits)
                .contains("Đang chờ cổng thanh toán trả lời", "bắt đầu lại")
                .doesNotContain("Chọn cách nộp");
        payer.send(page, Map.of("_csrf", Visit.token(waits), "way", "gateway"));
        assertThat(open(life).attempts()).as("not by a page that is older").isEqualTo(1);

        assertThat(payer.get(page + "?again=1").body()).contains("Chọn cách nộp");
        payer.send(page, Map.of("_csrf", Visit.token(waits), "way", "gateway", "again", "1"));
        assertThat(open(life).attempts()).isEqualTo(2);
    }

    @Test
    void whoCannotSignIsNotBelieved() {
        var life = setOut();
        var word = new HashMap<>(word(life, 1, "PAID", PRICE, "J" + life.code.value()));
        word.put("amount", "1");
        var visit = new Visit(address);

        assertThat(gateways.called(word)).isEqualTo(Answer.NOT_BELIEVED);
        assertThat(visit.send("/payments/gateway", word).statusCode()).isEqualTo(403);
        assertThat(visit.send("/payments/bank", word).statusCode()).isEqualTo(403);
        assertThat(gateways.called(signed(Map.of("merchant", merchant(), "order", "x"))))
                .isEqualTo(Answer.NOT_UNDERSTOOD);
        assertThat(visit.send("/payments/gateway", signed(Map.of("merchant", merchant())))
                        .statusCode())
                .isEqualTo(400);
        assertThat(visit.send("/payments/gateway", word(life, 1, "PAID", PRICE, "J" + life.code.value()))
                        .statusCode())
                .isEqualTo(204);
        paidOnce(life, PaymentChannel.GATEWAY);
    }

    @Test
    void theWordAboutAnotherDossierIsNotBroughtByABrowser() {
        var life = setOut();
        var other = setOut();

        assertThat(gateways.returned(word(other, 1, "PAID", PRICE, "K" + life.code.value()), life.ref))
                .isEqualTo(Answer.NOT_UNDERSTOOD);
        assertThat(overview(other).account().owed()).isEqualTo(new Dong(PRICE));
    }

    @Test
    void oneTransactionPaysOneOrder() {
        var life = setOut();
        var other = setOut();
        gateways.called(word(life, 1, "PAID", PRICE, "L" + life.code.value()));

        assertThat(gateways.called(word(other, 1, "PAID", PRICE, "L" + life.code.value())))
                .isEqualTo(Answer.NOT_UNDERSTOOD);
        assertThat(overview(other).account().owed()).isEqualTo(new Dong(PRICE));
    }

    /** The sandbox gateway is told to be silent; the round asks it. */
    @Test
    void aSilentGatewayIsAsked() {
        var life = owing();
        var payer = new Visit(address).as(QUAN);
        AtTheGateway.pays(payer, life, "SILENT");
        assertThat(overview(life).account().owed()).isEqualTo(new Dong(PRICE));

        gateways.round(TaVan.LAO_CAI);
        assertThat(overview(life).account().owed()).as("not yet").isEqualTo(new Dong(PRICE));
        clock.advance(Duration.ofMinutes(2));
        gateways.round(TaVan.LAO_CAI);

        paidOnce(life, PaymentChannel.GATEWAY);
    }

    @Test
    void receiptsHaveNoGap() {
        for (int i = 0; i < 3; i++) {
            var life = setOut();
            gateways.called(word(life, 1, "PAID", PRICE, "M" + life.code.value()));
        }

        var gaps = in(() -> db.sql("""
                        select count(*) from receipt_series s where s.last <>
                            (select count(*) from receipt r
                             where r.tenant_id = s.tenant_id and r.symbol = s.symbol and r.year = s.year)
                        """).query(Long.class).single());
        assertThat(gaps).isZero();
    }

    private void paidOnce(Life life, PaymentChannel channel) {
        var overview = overview(life);
        assertThat(overview.account().owed()).isEqualTo(Dong.ZERO);
        assertThat(overview.account().payments())
                .singleElement()
                .satisfies(it -> assertThat(it.channel()).isEqualTo(channel));
        assertThat(overview.strayed()).isEmpty();
        assertThat(overview.receipts()).singleElement().satisfies(it -> {
            assertThat(it.amount()).isEqualTo(new Dong(PRICE));
            assertThat(it.lines().stream().mapToLong(ReceiptLine::amount).sum()).isEqualTo(PRICE);
        });
        assertThat(state(life)).containsExactly("PAID");
    }

    /** Over everything that any test of this database ever booked. */
    private void sumIsZero() {
        Sums.agree(in(() -> Sums.of(db)));
    }

    private void takeCash(Life life) {
        var officer = (SignedIn.OfficerAt) taVan.named("Trần Thu Hà");
        var opened = reading.open(officer, life.ref.id(), clock.instant());
        in(() -> {
            cashier.takeCash(
                    new Act(Ids.next(), officer, opened.version(), clock.instant()),
                    life.ref.id(),
                    opened.subject(),
                    0);
            return true;
        });
    }

    private Life owing() {
        return taVan.birth(QUAN, HandOver.How.COUNTER, 2).received();
    }

    private Life setOut() {
        var life = owing();
        in(() -> {
            desk.setOut(life.ref.id());
            return true;
        });
        return life;
    }

    private void ask(Life life) {
        in(() -> {
            desk.ask(life.ref.id());
            return true;
        });
    }

    private PaymentDesk.Open open(Life life) {
        return overview(life).open().orElseThrow();
    }

    private PaymentDesk.Overview overview(Life life) {
        return in(() -> desk.overview(life.ref.id()));
    }

    private List<String> state(Life life) {
        return in(() -> db.sql("select o.state from payment_order o where o.dossier = :dossier")
                .param("dossier", life.ref.id().value())
                .query((row, _) -> row.getString("state"))
                .list());
    }

    private Map<String, String> word(Life life, int attempt, String result, long amount, String transaction) {
        return signed(Map.of(
                "merchant",
                merchant(),
                "order",
                GatewayWord.order(TaVan.LAO_CAI, new PaymentReference(open(life).reference()), attempt),
                "result",
                result,
                "amount",
                Long.toString(amount),
                "transaction",
                transaction,
                "at",
                clock.instant().toString()));
    }

    private String merchant() {
        return collectors.gateway().orElseThrow().merchant();
    }

    private Map<String, String> signed(Map<String, String> said) {
        var all = new HashMap<>(said);
        all.put(
                GatewaySignature.PARAMETER,
                collectors.gateway().orElseThrow().signature().of(said));
        return all;
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> java.util.Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
