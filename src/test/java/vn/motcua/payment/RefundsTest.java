package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Decision;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.notification.Notice;
import vn.motcua.notification.Notices;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.support.AtTheGateway;
import vn.motcua.support.PdfText;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** One asks for a refund, another agrees, it goes back once: through a gateway that is slow, wrong, silent or says it twice, or by hand. */
@WholeProgram
class RefundsTest {

    private static final String QUAN = "Nguyễn Văn Quân";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER = "Vũ Đức Thành";
    private static final long PRICE = 16_000;

    private final TaVan taVan;
    private final PaymentDesk desk;
    private final RefundDesk refunds;
    private final RefundRounds rounds;
    private final GatewayDesk gateways;
    private final Collectors collectors;
    private final Cashier cashier;
    private final ReadingDesk reading;
    private final MoneyDesk books;
    private final Notices notices;
    private final JdbcClient db;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final String address;

    @Autowired
    RefundsTest(
            TaVan taVan,
            PaymentDesk desk,
            RefundDesk refunds,
            RefundRounds rounds,
            GatewayDesk gateways,
            Collectors collectors,
            Cashier cashier,
            ReadingDesk reading,
            MoneyDesk books,
            Notices notices,
            JdbcClient db,
            TestClock clock,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.desk = desk;
        this.refunds = refunds;
        this.rounds = rounds;
        this.gateways = gateways;
        this.collectors = collectors;
        this.cashier = cashier;
        this.reading = reading;
        this.books = books;
        this.notices = notices;
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
    void theWholeGoesBackThroughTheGatewayAndTheReceiptIsCancelled() throws InterruptedException {
        var life = paid("NORMAL");
        var id = propose(life, source(life, "p1"), PRICE, "GATEWAY");
        assertThat(state(id)).isEqualTo(RefundState.PROPOSED);
        decide(id, LEADER, true);
        assertThat(state(id)).isEqualTo(RefundState.APPROVED);

        rounds.go();

        assertThat(state(id)).isEqualTo(RefundState.PAID_BACK);
        assertThat(overview(life).receipts())
                .singleElement()
                .satisfies(it -> assertThat(it.cancelledAt()).isPresent());
        assertThat(overview(life).account().owed())
                .as("what was given back is not asked for again")
                .isEqualTo(Dong.ZERO);
        assertThat(events(life))
                .containsExactly("OPENED", "ATTEMPTED", "MONEY_CAME", "REFUND_ASKED", "REFUND_APPROVED", "PAID_BACK");
        assertThat(orders(life)).containsExactly("PAID_BACK");
        balanced();
    }

    @Test
    void aSlowASilentAWrongAndARepeatingGatewayPayBackOnce() throws Exception {
        for (var mood : List.of("SLOW", "SILENT", "TWICE")) {
            var life = paid(mood);
            var id = propose(life, source(life, "p1"), 5_000, "GATEWAY");
            decide(id, LEADER, true);
            rounds.go();
            assertThat(state(id)).as(mood).isIn(RefundState.SENT, RefundState.PAID_BACK);
            becomes(id, RefundState.PAID_BACK);
            assertThat(paidBackEvents(id)).as(mood).isEqualTo(1);
        }
        var life = paid("WRONG");
        var stray = refunds(RECEIVER, life).stream()
                .filter(it -> !it.collected())
                .findFirst()
                .orElseThrow();
        assertThat(stray.amount()).isEqualTo(new Dong(PRICE - 1_000));
        var id = propose(life, stray.key(), PRICE - 1_000, "GATEWAY");
        decide(id, LEADER, true);
        rounds.go();
        assertThat(state(id)).as("another amount than was told is not believed").isEqualTo(RefundState.SENT);
        becomes(id, RefundState.PAID_BACK);
        assertThat(overview(life).strayed()).isEmpty();
        assertThat(orders(life)).as("the right amount is still awaited").containsExactly("WAITING");
        assertThat(overview(life).receipts()).isEmpty();
        balanced();
    }

    /** A payment of which this gateway does not know any more. */
    @Test
    void whatTheGatewayDoesNotPayBackIsPaidByHand() {
        var life = owing();
        run(() -> desk.setOut(life.ref.id()));
        var reference = overview(life).open().orElseThrow().reference();
        assertThat(gateways.called(signed(Map.of(
                        "merchant",
                        merchant(),
                        "order",
                        GatewayWord.order(TaVan.LAO_CAI, new PaymentReference(reference), 1),
                        "result",
                        "PAID",
                        "amount",
                        Long.toString(PRICE),
                        "transaction",
                        "OLD" + life.code.value(),
                        "at",
                        clock.instant().toString()))))
                .isEqualTo(GatewayDesk.Answer.TAKEN);
        var id = propose(life, source(life, "p1"), PRICE, "GATEWAY");
        decide(id, LEADER, true);
        assertThat(code(() -> refunds.paidOut(officer(RECEIVER), id, PaymentChannel.CASH, "")))
                .as("not by hand while the gateway may pay it")
                .isEqualTo(PaymentRefusal.REFUND_STATE);

        rounds.go();
        assertThat(state(id)).isEqualTo(RefundState.FAILED);
        run(() -> refunds.paidOut(officer(RECEIVER), id, PaymentChannel.VIETQR, "CK 123"));

        assertThat(state(id)).isEqualTo(RefundState.PAID_BACK);
        assertThat(stored(id).refund().way()).isEqualTo(PaymentChannel.VIETQR);
        assertThat(orders(life)).containsExactly("PAID_BACK");
        balanced();
    }

    @Test
    void whoCannotSignDoesNotSayThatItWentBack() throws InterruptedException {
        var life = paid("NORMAL");
        var id = propose(life, source(life, "p1"), PRICE, "GATEWAY");
        decide(id, LEADER, true);
        var said = Map.of(
                "merchant",
                merchant(),
                "refund",
                RefundWord.name(TaVan.LAO_CAI, id),
                "amount",
                "16000",
                "result",
                "DONE");

        assertThat(new Visit(address).send("/payments/gateway", said).statusCode())
                .isEqualTo(403);
        assertThat(state(id)).isEqualTo(RefundState.APPROVED);
        assertThat(new Visit(address).send("/payments/gateway", signed(said)).statusCode())
                .as("without the payment that it is about")
                .isEqualTo(400);
    }

    @Test
    void nobodyAgreesToTheirOwnAndNobodyButTheLeaderAgrees() {
        var life = cash();
        var id = propose(life, source(life, "p1"), PRICE, "CASH");

        assertThat(code(() -> refunds.decide(officer(RECEIVER), id, true, "")))
                .isEqualTo(Decision.Reason.NOT_YOUR_ROLE);
        assertThat(code(() -> refunds.decide(officer("Nguyễn Thị Mai Thủy"), id, true, "")))
                .isEqualTo(AccessRefusal.NOT_THERE);
        assertThat(code(() -> refunds.decide(officer(LEADER), id, false, " "))).isEqualTo(PaymentRefusal.REFUND_REASON);
        db(() -> db.sql("update refund set proposer = :leader where id = :id")
                .param("leader", officer(LEADER).account().value())
                .param("id", id)
                .update());
        assertThat(code(() -> refunds.decide(officer(LEADER), id, true, "")))
                .isEqualTo(PaymentRefusal.REFUND_SECOND_PERSON);
    }

    @Test
    void whatWasRefusedGoesNowhereAndIsAskedForAgain() {
        var life = cash();
        var id = propose(life, source(life, "p1"), PRICE, "CASH");
        decide(id, LEADER, false);
        rounds.go();

        assertThat(state(id)).isEqualTo(RefundState.REFUSED);
        assertThat(overview(life).receipts().getFirst().cancelledAt()).isEmpty();
        assertThat(told(life)).contains("refund-refused");
        assertThat(source(life, "p1")).isEqualTo("p1");
    }

    @Test
    void partsAreNeverMoreThanWasPaidAlsoWithManyAtOnce() throws Exception {
        var life = cash();
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<Boolean> asking = () -> code(() -> refunds.propose(
                            officer(RECEIVER),
                            Ids.next(),
                            life.ref.id(),
                            new RefundDesk.Proposal("p1", "6000", "CASH", "", "Thu thừa")))
                    == null;
            long made = 0;
            for (var one : threads.invokeAll(
                    IntStream.range(0, 6).mapToObj(_ -> asking).toList())) {
                made += one.get() ? 1 : 0;
            }
            assertThat(made).as("6.000 twice of 16.000").isEqualTo(2);
        }
        assertThat(code(() -> propose(life, "p1", 4_001, "CASH"))).isEqualTo(PaymentRefusal.REFUND_TOO_MUCH);
        propose(life, "p1", 4_000, "CASH");
        assertThat(code(() -> propose(life, "p1", 1, "CASH"))).isEqualTo(PaymentRefusal.REFUND_OF_WHAT);
    }

    @Test
    void theDatabaseItselfRefusesMoreThanCame() {
        var life = cash();
        var id = propose(life, "p1", 10_000, "CASH");

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> db(() -> db.sql("""
                        insert into refund (tenant_id, id, dossier, unit, no, payment_no, channel, amount, lines, way, account, reason,
                            state, version, proposer, proposer_name, proposed_at)
                        select tenant_id, gen_random_uuid(), dossier, unit, 9, payment_no, channel, 6001, '[]', way, account, reason,
                            state, version, proposer, proposer_name, proposed_at from refund where id = :id
                        """).param("id", id).update()));
    }

    @Test
    void aPartAdjustsTheReceiptAndTheBookShowsBoth() {
        var life = cash();
        var before = sumOfBook();
        var id = propose(life, "p1", 6_000, "CASH");
        decide(id, LEADER, true);

        var receipts = overview(life).receipts();
        assertThat(receipts).hasSize(2);
        assertThat(receipts.getLast().kind()).isEqualTo(Receipt.Kind.ADJUSTMENT);
        assertThat(receipts.getLast().of()).contains(receipts.getFirst().number());
        assertThat(receipts.getLast().amount()).isEqualTo(new Dong(6_000));
        assertThat(receipts.getFirst().cancelledAt()).isEmpty();
        assertThat(sumOfBook()).isEqualTo(before - 6_000);

        run(() -> refunds.paidOut(officer(RECEIVER), id, PaymentChannel.CASH, "PC 7"));
        run(() -> refunds.paidOut(officer(RECEIVER), id, PaymentChannel.CASH, "PC 7"));
        rounds.go();
        assertThat(state(id)).isEqualTo(RefundState.PAID_BACK);
        assertThat(told(life)).contains("refund-paid-back");
        var payer = new Visit(address).as(QUAN);
        var page = payer.get(life.path() + "/pay").body();
        assertThat(page).contains("Điều chỉnh giảm biên lai", "đã trả lại", "6.000");
        assertThat(PdfText.of(payer.bytes(
                        life.path() + "/receipts/" + receipts.getLast().number().word())))
                .contains("Điều chỉnh giảm biên lai số "
                        + receipts.getFirst().number().digits());
        var leader = new Visit(address).as(LEADER);
        assertThat(leader.get("/desk/money?unit=" + taVan.oneStop()).body())
                .contains("Điều chỉnh giảm biên lai", "−6.000");
        assertThat(leader.get("/desk/money/report").body()).contains("Biên lai và sổ cái khớp nhau");

        var rest = propose(life, "p1", 10_000, "CASH");
        decide(rest, LEADER, true);
        assertThat(overview(life).receipts()).hasSize(3);
        assertThat(leader.get("/desk/money/report").body()).contains("Biên lai và sổ cái khớp nhau");
        noGap();
        balanced();
    }

    private UUID propose(Life life, String source, long amount, String way) {
        var id = Ids.next();
        run(() -> refunds.propose(
                officer(RECEIVER),
                id,
                life.ref.id(),
                new RefundDesk.Proposal(
                        source, Long.toString(amount), way, "Vietcombank 0011 NGUYEN VAN QUAN", "Thu thừa")));
        return id;
    }

    private OfficerAt officer(String name) {
        return (OfficerAt) taVan.named(name);
    }

    /** Two officers of one name are two: what one did is not a repetition of the other's. */
    @Test
    void whoDecidedAndWhoPaidBackIsAnAccountAndNoName() {
        var life = cash();
        var id = propose(life, source(life, "p1"), 5_000, "CASH");
        run(() -> refunds.decide(officer(LEADER), id, true, ""));
        assertThat(code(() -> refunds.decide(sameName("Lê Thị Minh Thủy", LEADER), id, true, "")))
                .isEqualTo(PaymentRefusal.REFUND_STATE);
        run(() -> refunds.paidOut(officer(RECEIVER), id, PaymentChannel.CASH, "PC 8"));
        assertThat(code(() -> refunds.paidOut(sameName("Giàng A Páo", RECEIVER), id, PaymentChannel.CASH, "PC 9")))
                .isEqualTo(PaymentRefusal.REFUND_STATE);
        run(() -> refunds.paidOut(officer(RECEIVER), id, PaymentChannel.CASH, "PC 8"));
        assertThat(state(id)).isEqualTo(RefundState.PAID_BACK);
    }

    private OfficerAt sameName(String really, String called) {
        var it = officer(really);
        return new OfficerAt(it.account(), it.tenant(), it.officer(), called, it.positions());
    }

    private void decide(UUID id, String who, boolean agreed) {
        run(() -> refunds.decide(officer(who), id, agreed, agreed ? "" : "Không đúng quy định"));
        run(() -> refunds.decide(officer(who), id, agreed, agreed ? "" : "Không đúng quy định"));
    }

    private void becomes(UUID id, RefundState state) throws InterruptedException {
        for (int i = 0; i < 40 && state(id) != state; i++) {
            Thread.sleep(250);
            clock.advance(Duration.ofMinutes(2));
            rounds.go();
        }
        assertThat(state(id)).isEqualTo(state);
    }

    private List<RefundDesk.Source> refunds(String who, Life life) {
        return in(() -> refunds.sources(officer(who), life.ref.id()).orElseThrow());
    }

    private String source(Life life, String key) {
        return refunds(RECEIVER, life).stream()
                .map(RefundDesk.Source::key)
                .filter(key::equals)
                .findFirst()
                .orElseThrow();
    }

    private long sumOfBook() {
        return in(() -> books.book(
                        officer(LEADER),
                        taVan.oneStop(),
                        java.time.LocalDate.of(2026, 11, 23),
                        java.time.LocalDate.of(2026, 11, 23))
                .total()
                .amount());
    }

    private List<String> told(Life life) {
        var who = (vn.motcua.identity.SignedIn.Applicant) taVan.named(QUAN);
        return notices.of(who, 200).stream()
                .filter(it -> it.dossier().equals(life.ref))
                .map(Notice::kind)
                .toList();
    }

    private Life cash() {
        var life = owing();
        var officer = officer(RECEIVER);
        var opened = in(() -> reading.open(officer, life.ref.id(), clock.instant()));
        run(() -> cashier.takeCash(
                new Act(Ids.next(), officer, opened.version(), clock.instant()), life.ref.id(), opened.subject(), 0));
        return life;
    }

    private Life owing() {
        return taVan.birth(QUAN, HandOver.How.COUNTER, 2).received();
    }

    /** Paid at the sandbox's gateway, whose mood the payer chose; told by it, or asked for. */
    private Life paid(String mood) throws InterruptedException {
        var life = owing();
        var payer = new Visit(address).as(QUAN);
        AtTheGateway.pays(payer, life, mood);
        clock.advance(Duration.ofMinutes(2));
        gateways.round(TaVan.LAO_CAI);
        for (int i = 0; i < 40 && refunds(RECEIVER, life).isEmpty(); i++) { // the gateway's own call may be under way
            Thread.sleep(250);
            gateways.round(TaVan.LAO_CAI);
        }
        return life;
    }

    private RefundState state(UUID id) {
        return stored(id).refund().state();
    }

    private RefundStore.Stored stored(UUID id) {
        return in(() -> refundStore().find(id).orElseThrow());
    }

    private RefundStore refundStore() {
        return new RefundStore(
                db, tools.jackson.databind.json.JsonMapper.builder().build());
    }

    private long paidBackEvents(UUID id) {
        return in(() -> db.sql("select count(*) from refund_event where refund = :id and kind = 'PAID_BACK'")
                .param("id", id)
                .query(Long.class)
                .single());
    }

    private List<String> events(Life life) {
        return in(() -> db.sql("""
                        select e.kind from payment_event e join payment_order o on o.tenant_id = e.tenant_id and o.id = e.payment_order
                        where o.dossier = :dossier order by e.version
                        """)
                .param("dossier", life.ref.id().value())
                .query((row, _) -> row.getString("kind"))
                .list());
    }

    private List<String> orders(Life life) {
        return in(() -> db.sql("select o.state from payment_order o where o.dossier = :dossier")
                .param("dossier", life.ref.id().value())
                .query((row, _) -> row.getString("state"))
                .list());
    }

    /** Over everything that any test of this database ever booked: nothing is lost, and money less what is owed back is fees. */
    private void balanced() {
        var sums = in(() -> db.sql("""
                        select coalesce(sum(v.amount), 0)::bigint as total,
                            coalesce(sum(v.amount) filter (where v.account in ('FEES', 'CHARGES', 'DUTIES')), 0)::bigint as fees,
                            (select coalesce(sum(case r.kind when 'ADJUSTMENT' then -r.amount else r.amount end), 0) from receipt r)::bigint
                            - (select coalesce(sum(r.amount), 0) from receipt_cancellation c
                                join receipt r using (tenant_id, symbol, year, no))::bigint as receipts,
                            coalesce(-sum(v.amount) filter (where v.account = 'TO_PAY_BACK'), 0)::bigint as owed
                        from ledger_entry e, lateral (values (e.debit, e.amount), (e.credit, -e.amount)) as v (account, amount)
                        """)
                .query((row, _) -> List.of(
                        row.getLong("total"), row.getLong("fees"), row.getLong("receipts"), row.getLong("owed")))
                .single());
        assertThat(sums.get(0)).isZero();
        assertThat(-sums.get(1)).as("what is kept is what the receipts say").isEqualTo(sums.get(2));
        assertThat(sums.get(3)).as("nothing went back that was not owed back").isNotNegative();
    }

    private void noGap() {
        assertThat(in(() -> db.sql("""
                        select count(*) from receipt_series s where s.last <>
                            (select count(*) from receipt r
                             where r.tenant_id = s.tenant_id and r.symbol = s.symbol and r.year = s.year)
                        """).query(Long.class).single())).isZero();
    }

    private String merchant() {
        return collectors.gateway().orElseThrow().merchant();
    }

    private Map<String, String> signed(Map<String, String> said) {
        var all = new java.util.HashMap<>(said);
        all.put(
                GatewaySignature.PARAMETER,
                collectors.gateway().orElseThrow().signature().of(said));
        return all;
    }

    private PaymentDesk.Overview overview(Life life) {
        return in(() -> desk.overview(life.ref.id()));
    }

    @org.jspecify.annotations.Nullable
    private RefusalCode code(Runnable work) {
        try {
            run(work);
            return null;
        } catch (Refused refused) {
            return refused.code();
        }
    }

    private void run(Runnable work) {
        Scope.of(TaVan.LAO_CAI).run(work);
    }

    private <T> T db(Supplier<T> work) {
        return in(work);
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI)
                .call(() -> java.util.Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
