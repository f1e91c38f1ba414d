package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.SignedIn;
import vn.motcua.payment.GatewayDesk.Answer;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** Several dossiers are paid at once: each has its own payment, receipt and lines in the ledger, whatever happens on the way. */
@WholeProgram
class SeveralDossiersTest {

    private static final String QUAN = "Nguyễn Văn Quân";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER = "Vũ Đức Thành";
    private static final long PRICE = 16_000;

    private final TaVan taVan;
    private final PaymentDesk desk;
    private final GatewayDesk gateways;
    private final RefundDesk refunds;
    private final Collectors collectors;
    private final Cashier cashier;
    private final ReadingDesk reading;
    private final JdbcClient db;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final String address;

    @Autowired
    SeveralDossiersTest(
            TaVan taVan,
            PaymentDesk desk,
            GatewayDesk gateways,
            RefundDesk refunds,
            Collectors collectors,
            Cashier cashier,
            ReadingDesk reading,
            JdbcClient db,
            TestClock clock,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.desk = desk;
        this.gateways = gateways;
        this.refunds = refunds;
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
    void whoeverChoosesTwoPaysOnceAndEachHasItsReceipt() {
        var one = owing();
        var two = owing();
        var payer = new Visit(address).as(QUAN);
        var page = payer.get("/my/due").body();
        assertThat(page).contains("Các khoản phải nộp", "value=\"" + word(one) + "\"", "value=\"" + word(two) + "\"");

        var chosen = payer.send(
                "/my/due",
                Map.of("_csrf", Visit.token(page), "dossier", word(one) + "," + word(two), "way", "transfer"));
        assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(302);
        var transfer = payer.get(payer.local(chosen)).body();
        assertThat(transfer).contains("Một lần chuyển này nộp cho 2 hồ sơ", "32.000");
        assertThat(payer.get(two.path() + "/pay").body()).contains("một lần thanh toán chung cho 2 hồ sơ");
        var bank = Visit.first(transfer, "href=\"(/sandbox/bank[^\"]+)\"").replace("&amp;", "&");
        var form = payer.get(bank).body();
        payer.send(
                "/sandbox/bank",
                Map.of(
                        "_csrf",
                        Visit.token(form),
                        "qr",
                        Visit.first(form, "name=\"qr\" value=\"([^\"]+)\"").replace("&#34;", "\""),
                        "amount",
                        "32000",
                        "text",
                        open(one).reference()));

        paid(one, two);
        assertThat(payer.get("/my/due").body()).doesNotContain(word(one), word(two));
        sumIsZero();
    }

    @Test
    void toldOftenAndAtOnceItIsPaidOnce() throws Exception {
        var one = owing();
        var two = owing();
        setOut(one, two);
        var word = word(one, "PAID", 2 * PRICE, "TA" + one.code.value());
        var failed = word(one, "FAILED", 2 * PRICE, "");
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Answer> telling = () -> gateways.called(word);
            for (var it : threads.invokeAll(
                    IntStream.range(0, 16).mapToObj(_ -> telling).toList())) {
                assertThat(it.get()).isEqualTo(Answer.TAKEN);
            }
        }
        assertThat(gateways.returned(word, two.ref)).isEqualTo(Answer.TAKEN);
        assertThat(gateways.called(failed)).isEqualTo(Answer.TAKEN);
        paid(one, two);
        sumIsZero();
    }

    @Test
    void aWrongAmountPaysNoneAndTheRightOneStillPaysAllAlsoAfterItsTime() {
        var one = owing();
        var two = owing();
        setOut(one, two);
        var wrong = word(one, "PAID", PRICE, "TB" + one.code.value());
        var right = word(one, "PAID", 2 * PRICE, "TC" + one.code.value());

        gateways.called(wrong);
        assertThat(owed(one)).isEqualTo(PRICE);
        assertThat(owed(two)).isEqualTo(PRICE);
        assertThat(strayed(one, two)).as("known once").containsExactly(PRICE);
        clock.advance(Duration.ofHours(25));
        gateways.round(TaVan.LAO_CAI);
        assertThat(states(one)).containsExactly("EXPIRED");
        gateways.called(right);

        assertThat(owed(one)).isZero();
        assertThat(owed(two)).isZero();
        assertThat(overview(one).receipts()).hasSize(1);
        assertThat(overview(two).receipts()).hasSize(1);
        assertThat(strayed(one, two)).containsExactly(PRICE);
        sumIsZero();
    }

    @Test
    void whatOneNoLongerOwesGoesBackAndTheOtherIsPaid() {
        var stays = owing();
        var leaves = taVan.birth(QUAN, HandOver.How.COUNTER, 2);
        setOut(stays, leaves);
        var word = word(stays, "PAID", 2 * PRICE, "TD" + stays.code.value());
        leaves.withdrawn("Nộp nhầm");
        taVan.told();
        assertThat(states(stays)).as("the other one still owes").containsExactly("WAITING");
        assertThat(in(() -> desk.leaving(stays.ref.id(), "/back", "/notify", "vi")))
                .as("but it is not offered any more")
                .isEmpty();

        assertThat(gateways.called(word)).isEqualTo(Answer.TAKEN);
        assertThat(gateways.called(word)).isEqualTo(Answer.TAKEN);

        assertThat(owed(stays)).isZero();
        assertThat(overview(stays).receipts()).hasSize(1);
        assertThat(overview(stays).strayed()).isEmpty();
        assertThat(overview(leaves).receipts()).isEmpty();
        assertThat(overview(leaves).strayed()).containsExactly(new Dong(PRICE));
        assertThat(states(stays)).containsExactly("PAID");
        sumIsZero();
    }

    @Test
    void whereNoneOwesAnyMoreAllGoesBack() {
        var one = owing();
        var two = owing();
        setOut(one, two);
        var word = word(one, "PAID", 2 * PRICE, "TE" + one.code.value());
        takeCash(one);
        assertThat(states(one)).containsExactly("WAITING");
        takeCash(two);
        assertThat(states(one)).containsExactly("CANCELLED");

        gateways.called(word);

        assertThat(states(one)).containsExactly("TO_PAY_BACK");
        assertThat(strayed(one, two)).containsExactly(2 * PRICE);
        assertThat(overview(one).receipts()).hasSize(1);
        sumIsZero();
    }

    /** Each part goes back by itself; the order is paid back when all of its money is. */
    @Test
    void eachDossierIsPaidBackByItself() {
        var stays = owing();
        var cash = owing();
        setOut(stays, cash);
        var word = word(stays, "PAID", 2 * PRICE, "TF" + stays.code.value());
        takeCash(cash);
        gateways.called(word);
        assertThat(overview(cash).strayed()).containsExactly(new Dong(PRICE));

        payBack(cash, false);
        assertThat(overview(cash).strayed()).isEmpty();
        assertThat(states(stays)).containsExactly("PAID");
        payBack(stays, true);

        assertThat(states(stays)).containsExactly("PAID_BACK");
        assertThat(overview(stays).receipts())
                .singleElement()
                .satisfies(it -> assertThat(it.cancelledAt()).isPresent());
        assertThat(overview(cash).receipts())
                .as("the cash is another payment")
                .singleElement()
                .satisfies(it -> assertThat(it.cancelledAt()).isEmpty());
        sumIsZero();
    }

    @Test
    void askingAgainGetsTheSameAndAskingForLessAnother() {
        var one = owing();
        var two = owing();
        ask(one, two);
        var first = open(one);
        ask(two, one);
        assertThat(open(two)).isEqualTo(first);

        ask(one);
        assertThat(open(one).reference()).isNotEqualTo(first.reference());
        assertThat(open(one).amount()).isEqualTo(new Dong(PRICE));
        assertThat(overview(two).open()).isEmpty();
        assertThat(states(two)).contains("CANCELLED");
    }

    @Test
    void severalAgenciesAreNotPaidAtOnce() {
        var here = owing();
        var there = taVan.birthAt("03006", QUAN, 2);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ask(here, there))
                .satisfies(it -> assertThat(it.code()).isEqualTo(PaymentRefusal.NOT_TOGETHER));
        assertThat(overview(here).open()).isEmpty();

        var payer = new Visit(address).as(QUAN);
        var page = payer.get("/my/due").body();
        assertThat(page).contains("do nhiều cơ quan thu", word(here), word(there));
        var answer = payer.send(
                "/my/due",
                Map.of("_csrf", Visit.token(page), "dossier", word(here) + "," + word(there), "way", "gateway"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Hãy chọn hồ sơ của một cơ quan");
        assertThat(payer.send("/my/due", Map.of("_csrf", Visit.token(page), "way", "gateway"))
                        .body())
                .contains("Hãy chọn ít nhất một hồ sơ");
    }

    @Test
    void whatIsAnothersIsNotPaidWithOnesOwn() {
        var mine = owing();
        var others = taVan.birth("Hoàng Thị Thanh Huyền", HandOver.How.COUNTER, 2);
        var payer = new Visit(address).as(QUAN);
        var page = payer.get("/my/due").body();
        assertThat(page).doesNotContain(word(others));
        assertThat(payer.send(
                                "/my/due",
                                Map.of(
                                        "_csrf",
                                        Visit.token(page),
                                        "dossier",
                                        word(mine) + "," + word(others),
                                        "way",
                                        "transfer"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(overview(mine).open()).isEmpty();
    }

    /** Two at the counter take cash for two dossiers of one order while its money comes: none is lost, none taken twice. */
    @Test
    void cashAndMoneyAtTheSameTimeAreBothKnown() throws Exception {
        for (int round = 0; round < 5; round++) {
            var one = owing();
            var two = owing();
            setOut(one, two);
            var word = word(one, "PAID", 2 * PRICE, "TG" + one.code.value());
            try (var threads = Executors.newFixedThreadPool(3)) {
                var all = threads.invokeAll(
                        List.<Callable<Object>>of(() -> gateways.called(word), () -> tryCash(one), () -> tryCash(two)));
                for (var it : all) {
                    it.get();
                }
            }
            assertThat(owed(one)).isZero();
            assertThat(owed(two)).isZero();
            assertThat(overview(one).account().payments()).hasSize(1);
            assertThat(overview(two).account().payments()).hasSize(1);
            sumIsZero();
        }
    }

    private boolean tryCash(Life life) {
        try {
            takeCash(life);
            return true;
        } catch (Refused paidMeanwhile) {
            assertThat(paidMeanwhile.code()).isEqualTo(PaymentRefusal.PAID_MEANWHILE);
            return false;
        }
    }

    private void payBack(Life life, boolean collected) {
        var who = (SignedIn.OfficerAt) taVan.named(RECEIVER);
        var source = in(() -> refunds.sources(who, life.ref.id())).orElseThrow().stream()
                .filter(it -> it.collected() == collected && it.channel() == PaymentChannel.GATEWAY)
                .findFirst()
                .orElseThrow();
        var id = Ids.next();
        run(() -> refunds.propose(
                who,
                id,
                life.ref.id(),
                new RefundDesk.Proposal(source.key(), Long.toString(PRICE), "CASH", "", "Trả lại")));
        run(() -> refunds.decide((SignedIn.OfficerAt) taVan.named(LEADER), id, true, ""));
        run(() -> refunds.paidOut(who, id, PaymentChannel.CASH, "PC1"));
    }

    private void paid(Life... lives) {
        for (var life : lives) {
            var overview = overview(life);
            assertThat(overview.account().owed()).isEqualTo(Dong.ZERO);
            assertThat(overview.account().payments())
                    .singleElement()
                    .satisfies(it -> assertThat(it.amount()).isEqualTo(new Dong(PRICE)));
            assertThat(overview.strayed()).isEmpty();
            assertThat(overview.receipts())
                    .singleElement()
                    .satisfies(it -> assertThat(it.amount()).isEqualTo(new Dong(PRICE)));
            assertThat(states(life)).containsExactly("PAID");
            assertThat(collected(life)).isEqualTo(PRICE);
        }
    }

    private long collected(Life life) {
        return in(() -> db.sql("""
                        select coalesce(sum(e.amount), 0)::bigint from ledger_entry e
                        where e.dossier = :dossier and e.occasion = 'COLLECTED'
                        """)
                .param("dossier", life.ref.id().value())
                .query(Long.class)
                .single());
    }

    private List<Long> strayed(Life... lives) {
        return Arrays.stream(lives)
                .flatMap(it -> overview(it).strayed().stream())
                .map(Dong::amount)
                .toList();
    }

    private void sumIsZero() {
        Sums.agree(in(() -> Sums.of(db)));
    }

    private void takeCash(Life life) {
        var officer = (SignedIn.OfficerAt) taVan.named(RECEIVER);
        var opened = reading.open(officer, life.ref.id(), clock.instant());
        run(() -> cashier.takeCash(
                new Act(Ids.next(), officer, opened.version(), clock.instant()), life.ref.id(), opened.subject(), 0));
    }

    private Life owing() {
        return taVan.birth(QUAN, HandOver.How.COUNTER, 2).received();
    }

    private static String word(Life life) {
        return life.code.value();
    }

    private void ask(Life... lives) {
        run(() -> desk.ask(Arrays.stream(lives).map(it -> it.ref.id()).toList()));
    }

    private void setOut(Life... lives) {
        run(() -> desk.setOut(Arrays.stream(lives).map(it -> it.ref.id()).toList()));
    }

    private long owed(Life life) {
        return overview(life).account().owed().amount();
    }

    private PaymentDesk.Open open(Life life) {
        return overview(life).open().orElseThrow();
    }

    private PaymentDesk.Overview overview(Life life) {
        return in(() -> desk.overview(life.ref.id()));
    }

    private List<String> states(Life life) {
        return in(() -> db.sql("""
                        select o.state from payment_order o
                        join payment_share s on s.tenant_id = o.tenant_id and s.payment_order = o.id
                        where s.dossier = :dossier
                        """)
                .param("dossier", life.ref.id().value())
                .query((row, _) -> row.getString(1))
                .list());
    }

    private Map<String, String> word(Life life, String result, long amount, String transaction) {
        var gateway = collectors.gateway().orElseThrow();
        var said = new HashMap<>(Map.of(
                "merchant",
                gateway.merchant(),
                "order",
                GatewayWord.order(TaVan.LAO_CAI, new PaymentReference(open(life).reference()), 1),
                "result",
                result,
                "amount",
                Long.toString(amount),
                "transaction",
                transaction,
                "at",
                clock.instant().toString()));
        said.put(GatewaySignature.PARAMETER, gateway.signature().of(said));
        return said;
    }

    private void run(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
