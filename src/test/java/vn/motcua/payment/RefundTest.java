package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.FeeRule;
import vn.motcua.payment.Refund.Step;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;

/** The life of a refund, and what it makes of receipts: whatever the parts, what is left is what was not given up. */
class RefundTest {

    private static final UUID HA = new UUID(0, 1);
    private static final UUID THANH = new UUID(0, 2);
    private static final Dong PART = new Dong(8_000);

    @Test
    void everyActionInEveryState() {
        var table = new ArrayList<String>();
        for (var refund : everyState()) {
            var ways = new TreeSet<String>();
            actions().forEach(action -> way(refund, action).ifPresent(ways::add));
            table.add(refund.way() + " " + refund.state() + ": "
                    + (ways.isEmpty() ? "nothing" : String.join(", ", ways)));
        }

        assertThat(String.join("\n", table)).isEqualTo("""
                GATEWAY PROPOSED: APPROVED -> APPROVED, REFUSED -> REFUSED
                GATEWAY REFUSED: nothing
                GATEWAY APPROVED: SENT -> SENT
                GATEWAY SENT: FAILED -> FAILED, PAID_BACK -> PAID_BACK, SENT -> SENT
                GATEWAY FAILED: PAID_BACK -> PAID_BACK
                GATEWAY PAID_BACK: nothing
                CASH APPROVED: PAID_BACK -> PAID_BACK""");
        assertThat(everyState().stream().map(Refund::state).toList())
                .as("no state is forgotten")
                .containsAll(EnumSet.allOf(RefundState.class));
    }

    /** All the edges of the table above, and no others, are the graph. */
    @Test
    void theGraphHasNoWayThatNobodyCanGo() {
        var gone = new TreeSet<String>();
        everyState()
                .forEach(refund -> actions()
                        .forEach(action -> way(refund, action).ifPresent(it -> gone.add(refund.state() + " " + it))));

        assertThat(RefundGraph.EDGES.stream()
                        .map(it -> it.from() + " " + it.event() + " -> " + it.to())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(gone);
    }

    @Test
    void nobodyAgreesToTheirOwnRefund() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> proposed(PaymentChannel.CASH).decided(HA, true))
                .satisfies(it -> assertThat(it.code()).isEqualTo(PaymentRefusal.REFUND_SECOND_PERSON));
    }

    @Test
    void theWholeAtOnceCancelsTheReceipt() {
        var lines = List.of(line(16_000), line(4_000));
        for (var rule : ReceiptChange.Rule.values()) {
            assertThat(ReceiptChange.of(rule, lines, Dong.ZERO, new Dong(20_000)))
                    .isEqualTo(new ReceiptChange.Cancel());
        }
    }

    @Test
    void aPartIsAdjustedOrReplacedAsTheRuleSays() {
        var lines = List.of(line(16_000), line(4_000));

        assertThat(ReceiptChange.of(ReceiptChange.Rule.ADJUST, lines, Dong.ZERO, new Dong(5_000)))
                .isEqualTo(new ReceiptChange.Adjust(List.of(line(4_000), line(1_000))));
        assertThat(ReceiptChange.of(ReceiptChange.Rule.REPLACE, lines, Dong.ZERO, new Dong(5_000)))
                .isEqualTo(new ReceiptChange.Replace(List.of(line(15_000))));
        assertThat(ReceiptChange.of(ReceiptChange.Rule.ADJUST, lines, new Dong(5_000), new Dong(15_000)))
                .as("what was adjusted before is adjusted to nothing, not cancelled")
                .isEqualTo(new ReceiptChange.Adjust(List.of(line(15_000))));
    }

    /** However much goes back in however many parts: by either rule the receipts that count are what was not given up. */
    @Property(tries = 500)
    void theReceiptsAreWhatIsLeft(@ForAll("amounts") List<Long> lines, @ForAll("amounts") List<Long> parts) {
        var receipt = lines.stream().map(RefundTest::line).toList();
        long all = lines.stream().mapToLong(it -> it).sum();
        for (var rule : ReceiptChange.Rule.values()) {
            long before = 0;
            long counts = all;
            for (long part : parts) {
                long now = Math.min(part, all - before);
                if (now == 0) {
                    continue;
                }
                counts = switch (ReceiptChange.of(rule, receipt, new Dong(before), new Dong(now))) {
                    case ReceiptChange.Cancel _ -> 0;
                    case ReceiptChange.Adjust(var less) -> counts - sum(less);
                    case ReceiptChange.Replace(var rest) -> sum(rest);
                };
                before += now;
                assertThat(counts).isEqualTo(all - before);
            }
        }
    }

    /** No line is given up twice: the parts of a whole are the lines. */
    @Property(tries = 500)
    void noLineIsGivenUpTwice(@ForAll("amounts") List<Long> lines, @ForAll("amounts") List<Long> parts) {
        var receipt = new ArrayList<ReceiptLine>();
        lines.forEach(it -> receipt.add(new ReceiptLine("rule" + receipt.size(), "Phí", FeeRule.Kind.FEE, it, "", "")));
        long all = lines.stream().mapToLong(it -> it).sum();
        var given = new java.util.HashMap<String, Long>();
        long before = 0;
        for (long part : parts) {
            long now = Math.min(part, all - before);
            ReceiptChange.given(receipt, new Dong(before), new Dong(now))
                    .forEach(it -> given.merge(it.rule(), it.amount(), Long::sum));
            before += now;
        }
        assertThat(given.values().stream().mapToLong(it -> it).sum()).isEqualTo(before);
        assertThat(receipt)
                .allSatisfy(it -> assertThat(given.getOrDefault(it.rule(), 0L)).isLessThanOrEqualTo(it.amount()));
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs().between(1, 100_000).list().ofMinSize(1).ofMaxSize(5);
    }

    private static long sum(List<ReceiptLine> lines) {
        return lines.stream().mapToLong(ReceiptLine::amount).sum();
    }

    private static ReceiptLine line(long amount) {
        return new ReceiptLine("copy", "Bản sao", FeeRule.Kind.FEE, amount, "", "");
    }

    private static Optional<String> way(Refund refund, Function<Refund, Optional<Step>> action) {
        try {
            return action.apply(refund)
                    .map(it -> it.event() + " -> " + it.after().state());
        } catch (Refused no) {
            return Optional.empty();
        }
    }

    private static List<Function<Refund, Optional<Step>>> actions() {
        return List.of(
                it -> Optional.of(it.decided(THANH, true)),
                it -> Optional.of(it.decided(THANH, false)),
                Refund::sent,
                Refund::done,
                Refund::failed,
                it -> Optional.of(it.paidBy(PaymentChannel.CASH)),
                it -> Optional.of(it.paidBy(PaymentChannel.VIETQR)));
    }

    private static List<Refund> everyState() {
        var proposed = proposed(PaymentChannel.GATEWAY);
        var approved = proposed.decided(THANH, true).after();
        var sent = approved.sent().orElseThrow().after();
        return List.of(
                proposed,
                proposed.decided(THANH, false).after(),
                approved,
                sent,
                sent.failed().orElseThrow().after(),
                sent.done().orElseThrow().after(),
                proposed(PaymentChannel.CASH).decided(THANH, true).after());
    }

    private static Refund proposed(PaymentChannel way) {
        return Refund.proposed(new UUID(1, 1), PART, way, HA);
    }
}
