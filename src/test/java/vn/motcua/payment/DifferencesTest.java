package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.HandOver;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Dong;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/** What a statement says otherwise than is recorded stands with its unit until a later one agrees, or two people settle it. */
@WholeProgram
class DifferencesTest {

    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER = "Vũ Đức Thành";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final TaVan taVan;
    private final PaymentDesk desk;
    private final Reconciliation statements;
    private final DifferenceDesk differences;
    private final TransferDesk transfers;
    private final MoneyDesk money;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final String address;

    @Autowired
    DifferencesTest(
            TaVan taVan,
            PaymentDesk desk,
            Reconciliation statements,
            DifferenceDesk differences,
            TransferDesk transfers,
            MoneyDesk money,
            TestClock clock,
            PlatformTransactionManager transactions,
            @LocalServerPort int port) {
        this.taVan = taVan;
        this.desk = desk;
        this.statements = statements;
        this.differences = differences;
        this.transfers = transfers;
        this.money = money;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    /** A payment of 16,000 that a statement has told of, at a moment of its own. */
    private record Told(Life life, String number, Instant at, String words) {

        String line(long amount) {
            return "%s,%s,%d,%s\n".formatted(at, number, amount, words);
        }

        /** Lines before and behind it. */
        String around(String line) {
            return "at,transaction,amount,text\n%s,%sa,1000,khac\n%s%s,%sb,1000,khac\n"
                    .formatted(at.minus(Duration.ofSeconds(1)), number, line, at.plus(Duration.ofSeconds(1)), number);
        }
    }

    @Test
    void whatIsNotThereIsBookedAsAShortageAndMadeUpWhenItComes() {
        var paid = paid();
        takes(paid.around(""));
        var id = only(paid);
        assertThat(shown(LEADER, id).endings()).containsExactly(DifferenceEnding.EXPLAINED, DifferenceEnding.SHORT);
        takes(paid.around(""));
        assertThat(all(paid, false))
                .as("listed once, however many statements show it")
                .hasSize(1);

        run(() -> differences.propose(officer(RECEIVER), id, "SHORT", "Ngân hàng trả lời là không có"));
        assertThat(shown(RECEIVER, id).decides()).as("their own").isFalse();
        assertThat(shown(LEADER, id).decides()).isTrue();
        var before = standing(LedgerAccount.SHORTAGE);
        run(() -> differences.decide(officer(LEADER), id, true, ""));
        assertThat(state(id)).isEqualTo(DifferenceState.SHORT);
        assertThat(standing(LedgerAccount.SHORTAGE) - before).isEqualTo(16_000);
        agrees();

        takes(paid.around(paid.line(16_000)));
        assertThat(state(id)).isEqualTo(DifferenceState.CAME);
        assertThat(standing(LedgerAccount.SHORTAGE)).isEqualTo(before);
        assertThat(shown(LEADER, id).history())
                .extracting(DifferenceDesk.Happened::event)
                .containsExactly("FOUND", "PROPOSED", "AGREED", "CAME");
        agrees();
    }

    @Test
    void whatCameMoreIsMoneyOfNobodyKnown() {
        var paid = paid();
        takes(paid.around(paid.line(20_000)));
        var id = only(paid);
        assertThat(shown(LEADER, id).line().told()).contains(new Dong(20_000));
        assertThat(code(() -> differences.propose(officer(RECEIVER), id, "SHORT", "Thiếu")))
                .isEqualTo(PaymentRefusal.DIFFERENCE_ENDING);
        run(() -> differences.propose(officer(RECEIVER), id, "SURPLUS", "Chuyển hai lần trong một giao dịch"));
        run(() -> differences.decide(officer(LEADER), id, true, ""));

        var surplus = in(() -> transfers.all(officer(LEADER), false, paid.number())).stream()
                .filter(it -> it.transaction().equals(paid.number() + "+"))
                .toList();
        assertThat(surplus)
                .singleElement()
                .satisfies(it -> assertThat(it.amount()).isEqualTo(new Dong(4_000)));
        agrees();
        assertThat(all(paid, true))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(DifferenceState.SURPLUS));
    }

    @Test
    void aLaterStatementWithAnotherAmountIsWhatIsSettled() {
        var paid = paid();
        takes(paid.around(""));
        var id = only(paid);
        run(() -> differences.propose(officer(RECEIVER), id, "SHORT", "Ngân hàng trả lời là không có"));
        takes(paid.around(paid.line(15_000)));
        assertThat(only(paid)).as("the same one").isEqualTo(id);
        assertThat(shown(LEADER, id).line().told()).contains(new Dong(15_000));
        assertThat(code(() -> differences.decide(officer(LEADER), id, true, "")))
                .as("what was proposed was about all of it")
                .isEqualTo(PaymentRefusal.DIFFERENCE_STATE);

        takes(paid.around(""));
        var before = standing(LedgerAccount.SHORTAGE);
        run(() -> differences.propose(officer(RECEIVER), id, "SHORT", "Chuyển thiếu"));
        run(() -> differences.decide(officer(LEADER), id, true, ""));
        assertThat(standing(LedgerAccount.SHORTAGE) - before).isEqualTo(1_000);
        assertThat(shown(LEADER, id).history())
                .extracting(DifferenceDesk.Happened::event)
                .containsExactly("FOUND", "PROPOSED", "FOUND", "PROPOSED", "AGREED");
        agrees();
    }

    @Test
    void itIsExplainedByTwoAndNeverByOne() {
        var paid = paid();
        takes(paid.around(paid.line(15_000)));
        var id = only(paid);
        assertThat(code(() -> differences.propose(officer(LEADER), id, "EXPLAINED", " ")))
                .isEqualTo(PaymentRefusal.DIFFERENCE_REASON);
        run(() -> differences.propose(officer(LEADER), id, "EXPLAINED", "Ngân hàng trừ phí"));
        assertThat(code(() -> differences.decide(officer(LEADER), id, true, "")))
                .isEqualTo(PaymentRefusal.DIFFERENCE_SECOND_PERSON);
        assertThat(catchThrowableOfType(
                        Refused.class, () -> run(() -> differences.decide(officer(RECEIVER), id, true, ""))))
                .as("who takes cash does not decide")
                .isNotNull();
        assertThat(state(id)).isEqualTo(DifferenceState.PROPOSED);
        takes(paid.around(paid.line(16_000)));
        assertThat(state(id)).as("it ends by itself").isEqualTo(DifferenceState.CAME);
        assertThat(code(() -> differences.propose(officer(RECEIVER), id, "EXPLAINED", "a")))
                .isEqualTo(PaymentRefusal.DIFFERENCE_STATE);
        agrees();
    }

    @Test
    void theReportSaysWhatIsToBePaidBackAndThatSomethingIsLeftToSettle() {
        var paid = paid();
        takes(paid.around(""));
        var leader = new Visit(address).as(LEADER);
        assertThat(leader.get("/desk/money/report").body())
                .contains("Phải trả lại gồm những gì", "chênh lệch đối soát chưa xử lý", "/desk/money/differences");
        var parts = in(() -> money.toPayBack(officer(LEADER), TODAY)).orElseThrow();
        assertThat(parts.misplaced().amount()
                        + parts.refunds().amount()
                        + parts.transfers().amount())
                .as("its parts are what stands on the account")
                .isEqualTo(-standing(LedgerAccount.TO_PAY_BACK));
    }

    private Told paid() {
        var life = taVan.birth("Nguyễn Văn Quân", HandOver.How.COUNTER, 2).received();
        run(() -> transaction.executeWithoutResult(_ -> desk.ask(life.ref.id())));
        var reference =
                in(() -> desk.overview(life.ref.id())).open().orElseThrow().reference();
        var at = Instant.parse("2026-11-01T00:00:00Z")
                .plusSeconds(60L * ThreadLocalRandom.current().nextInt(20_000));
        var told = new Told(life, "D" + life.code.value(), at, reference);
        takes(told.around(told.line(16_000)));
        assertThat(in(() -> desk.overview(life.ref.id())).account().owed()).isEqualTo(Dong.ZERO);
        return told;
    }

    private void takes(String file) {
        Scope.of(TaVan.LAO_CAI)
                .run(() -> statements.take(
                        officer(LEADER), UUID.randomUUID(), taVan.oneStop(), PaymentChannel.VIETQR, file));
    }

    private UUID only(Told paid) {
        var all = all(paid, false);
        assertThat(all).hasSize(1);
        return all.getFirst().id();
    }

    private List<DifferenceDesk.Line> all(Told paid, boolean settled) {
        return in(() -> differences.all(officer(LEADER), settled)).stream()
                .filter(it -> it.transaction().endsWith("." + paid.number()))
                .toList();
    }

    private DifferenceDesk.Shown shown(String who, UUID id) {
        return in(() -> differences.one(officer(who), id));
    }

    private DifferenceState state(UUID id) {
        return shown(LEADER, id).line().state();
    }

    private long standing(LedgerAccount account) {
        return in(() -> money.standings(officer(LEADER), TODAY)).stream()
                .filter(it -> it.account() == account)
                .mapToLong(it -> it.ledger().amount())
                .sum();
    }

    private void agrees() {
        assertThat(in(() -> money.standings(officer(LEADER), TODAY)))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.agrees()).as("%s", it).isTrue());
    }

    private OfficerAt officer(String name) {
        return (OfficerAt) taVan.named(name);
    }

    private RefusalCode code(Runnable work) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, () -> run(work)))
                .code();
    }

    private void run(Runnable work) {
        Scope.of(TaVan.LAO_CAI).run(work);
    }

    private <T> T in(Supplier<T> work) {
        return Scope.of(TaVan.LAO_CAI).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
