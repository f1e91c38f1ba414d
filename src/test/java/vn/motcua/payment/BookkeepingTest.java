package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.FeeDue;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.catalogue.FeeRule;
import vn.motcua.form.Words;
import vn.motcua.shared.Dong;

/** The ledger: whatever is written, the sum of everything is zero. */
class BookkeepingTest {

    @Test
    void whatIsCollectedLiesWhereItCameAndStandsUnderItsKind() {
        var balances = Bookkeeping.balances(Bookkeeping.collected(
                PaymentChannel.VIETQR, List.of(line(FeeRule.Kind.FEE, 8_000), line(FeeRule.Kind.CHARGE, 50_000))));

        assertThat(balances)
                .containsEntry(LedgerAccount.BANK, 58_000L)
                .containsEntry(LedgerAccount.FEES, -8_000L)
                .containsEntry(LedgerAccount.CHARGES, -50_000L);
    }

    @Test
    void whatIsPaidBackLeavesNothingBehind() {
        var lines = List.of(line(FeeRule.Kind.FEE, 8_000));
        var entries = new ArrayList<>(Bookkeeping.collected(PaymentChannel.GATEWAY, lines));
        entries.addAll(Bookkeeping.givenUp(kept(lines)));
        entries.addAll(Bookkeeping.paidBack(PaymentChannel.GATEWAY, new Dong(8_000)));

        assertThat(Bookkeeping.balances(entries).values()).containsOnly(0L);
    }

    @Test
    void anEntryMovesSomethingToSomewhereElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LedgerEntry(LedgerAccount.CASH, LedgerAccount.CASH, new Dong(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LedgerEntry(LedgerAccount.CASH, LedgerAccount.FEES, Dong.ZERO));
    }

    @Property(tries = 300)
    void theSumOfEverythingIsZeroAtAnyMoment(@ForAll("entries") List<List<LedgerEntry>> booked) {
        var soFar = new ArrayList<LedgerEntry>();
        for (var entries : booked) {
            soFar.addAll(entries);
            assertThat(Bookkeeping.balances(soFar).values().stream()
                            .mapToLong(it -> it)
                            .sum())
                    .isZero();
        }
    }

    @Property(tries = 300)
    void whatIsOpenIsTheRestAndNoLineGrows(@ForAll("lines") List<FeeLine> lines, @ForAll("amounts") long paid) {
        long due = lines.stream().mapToLong(it -> it.amount().amount()).sum();
        var open = Bookkeeping.open(lines, new Dong(paid));

        assertThat(open.stream().mapToLong(it -> it.amount().amount()).sum()).isEqualTo(Math.max(0, due - paid));
        assertThat(open).hasSizeLessThanOrEqualTo(lines.size());
        assertThat(Bookkeeping.open(lines, Dong.ZERO))
                .isEqualTo(lines.stream().filter(it -> it.amount().amount() > 0).toList());
    }

    @Provide
    Arbitrary<Long> amounts() {
        return Arbitraries.longs().between(0, 1_000_000);
    }

    @Provide
    Arbitrary<List<FeeLine>> lines() {
        return Combinators.combine(Arbitraries.of(FeeRule.Kind.class), amounts())
                .as(BookkeepingTest::line)
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<List<LedgerEntry>>> entries() {
        var money = Combinators.combine(Arbitraries.of(PaymentChannel.class), amounts())
                .as((channel, amount) -> new Arrival(channel, "x", new Dong(amount + 1), Instant.EPOCH));
        return Arbitraries.oneOf(
                        Combinators.combine(Arbitraries.of(PaymentChannel.class), lines())
                                .as(Bookkeeping::collected),
                        lines().map(it -> Bookkeeping.givenUp(kept(it))),
                        money.map(it -> Bookkeeping.misplaced(it.channel(), it.amount())),
                        money.map(it -> Bookkeeping.paidBack(it.channel(), it.amount())))
                .list()
                .ofMaxSize(30);
    }

    private static List<ReceiptLine> kept(List<FeeLine> lines) {
        return lines.stream().map(ReceiptLine::of).toList();
    }

    private static FeeLine line(FeeRule.Kind kind, long amount) {
        return new FeeLine("rule", new Words("Phí", "Fee"), kind, new Dong(amount), "", FeeDue.RESULT);
    }
}
