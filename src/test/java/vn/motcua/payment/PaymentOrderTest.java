package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
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
import vn.motcua.payment.PaymentOrder.Step;
import vn.motcua.payment.PaymentState.Kind;
import vn.motcua.payment.PaymentState.Misplaced;
import vn.motcua.payment.PaymentState.ToPayBack;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;

/** The life of a payment order; whatever comes in whatever order, the money is somewhere and counted once. */
class PaymentOrderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));
    private static final Dong PRICE = new Dong(50_000);

    @Test
    void everyActionInEveryState() {
        var table = new ArrayList<String>();
        for (var order : everyState()) {
            var ways = new TreeSet<String>();
            actions().forEach(action -> way(order, action).ifPresent(ways::add));
            table.add(order.state().kind() + ": " + (ways.isEmpty() ? "nothing" : String.join(", ", ways)));
        }

        assertThat(String.join("\n", table)).isEqualTo("""
                WAITING: ATTEMPTED -> WAITING, CANCELLED -> CANCELLED, EXPIRED -> EXPIRED, FAILED -> WAITING, MONEY_CAME -> PAID, MONEY_MISPLACED -> TO_PAY_BACK, MONEY_MISPLACED -> WAITING
                WAITING: ATTEMPTED -> WAITING, CANCELLED -> CANCELLED, EXPIRED -> EXPIRED, FAILED -> WAITING, MONEY_CAME -> PAID, MONEY_MISPLACED -> TO_PAY_BACK, MONEY_MISPLACED -> WAITING, PARTLY_PAID_BACK -> WAITING, REFUND_APPROVED -> WAITING, REFUND_ASKED -> WAITING, REFUND_REFUSED -> WAITING
                PAID: MONEY_CAME_AGAIN -> PAID, PAID_BACK -> PAID_BACK, PARTLY_PAID_BACK -> PAID, REFUND_APPROVED -> PAID, REFUND_ASKED -> PAID, REFUND_REFUSED -> PAID
                EXPIRED: MONEY_CAME -> PAID, MONEY_MISPLACED -> EXPIRED, MONEY_MISPLACED -> TO_PAY_BACK
                EXPIRED: MONEY_CAME -> PAID, MONEY_MISPLACED -> EXPIRED, MONEY_MISPLACED -> TO_PAY_BACK, PARTLY_PAID_BACK -> EXPIRED, REFUND_APPROVED -> EXPIRED, REFUND_ASKED -> EXPIRED, REFUND_REFUSED -> EXPIRED
                CANCELLED: MONEY_MISPLACED -> TO_PAY_BACK
                CANCELLED: MONEY_MISPLACED -> TO_PAY_BACK, PARTLY_PAID_BACK -> CANCELLED, REFUND_APPROVED -> CANCELLED, REFUND_ASKED -> CANCELLED, REFUND_REFUSED -> CANCELLED
                TO_PAY_BACK: MONEY_CAME_AGAIN -> TO_PAY_BACK, PAID_BACK -> PAID_BACK, PARTLY_PAID_BACK -> TO_PAY_BACK, REFUND_APPROVED -> TO_PAY_BACK, REFUND_ASKED -> TO_PAY_BACK, REFUND_REFUSED -> TO_PAY_BACK
                PAID_BACK: MONEY_CAME_AGAIN -> PAID_BACK, PARTLY_PAID_BACK -> PAID_BACK, REFUND_APPROVED -> PAID_BACK, REFUND_ASKED -> PAID_BACK, REFUND_REFUSED -> PAID_BACK""");
        assertThat(everyState().stream().map(it -> it.state().kind()).toList())
                .as("no state is forgotten")
                .containsAll(EnumSet.allOf(Kind.class));
    }

    /** All the edges of the table above, and no others, are the graph. */
    @Test
    void theGraphHasNoWayThatNobodyCanGo() {
        var gone = new TreeSet<String>();
        for (var order : everyState()) {
            actions()
                    .forEach(action -> way(order, action)
                            .ifPresent(it -> gone.add(order.state().kind() + " " + it)));
        }

        assertThat(PaymentGraph.EDGES.stream()
                        .map(it -> it.from() + " " + it.event() + " -> " + it.to())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(gone);
    }

    @Test
    void whatComesAfterACancellationIsToBePaidBack() {
        var cancelled = open().cancels().orElseThrow().after();

        var after = cancelled.arrives(money("1", PRICE), true).orElseThrow().after();

        assertThat(after.state()).isEqualTo(new ToPayBack(money("1", PRICE), Misplaced.CANCELLED));
    }

    @Test
    void whatComesAfterTheTimeStillCounts() {
        var expired = open().expires(LATER).orElseThrow().after();

        assertThat(open().expires(NOW)).isEmpty();
        assertThat(expired.arrives(money("1", PRICE), true)
                        .orElseThrow()
                        .after()
                        .state())
                .isEqualTo(new PaymentState.Paid(money("1", PRICE)));
        assertThat(expired.arrives(money("1", PRICE), false)
                        .orElseThrow()
                        .after()
                        .state())
                .isEqualTo(new ToPayBack(money("1", PRICE), Misplaced.NOT_OWED));
    }

    @Test
    void aWrongAmountPaysNothingAndTheRightOneStillDoes() {
        var wrong = open().arrives(money("1", new Dong(49_999)), true).orElseThrow();

        assertThat(wrong.event()).isEqualTo(PaymentEvent.MONEY_MISPLACED);
        assertThat(wrong.after().open()).isTrue();
        assertThat(wrong.after().arrives(money("2", PRICE), true).orElseThrow().event())
                .isEqualTo(PaymentEvent.MONEY_CAME);
    }

    @Test
    void aFailureAfterThePaymentSaysNothingNew() {
        var paid = open().arrives(money("1", PRICE), true).orElseThrow().after();

        assertThat(paid.failed()).isEmpty();
        assertThat(paid.cancels()).isEmpty();
        assertThat(paid.expires(LATER)).isEmpty();
    }

    @Test
    void whatNeverCameIsNotPaidBack() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> open().refund(PaymentEvent.REFUND_ASKED))
                .satisfies(it -> assertThat(it.code()).isEqualTo(PaymentRefusal.ORDER_STATE));
    }

    /** An order that waits for the right amount goes on waiting while the wrong one goes back. */
    @Test
    void aWrongAmountGoesBackAndTheRightOneStillPays() {
        var back = wrongFirst(open()).paidBack(true).after();

        assertThat(back.open()).isTrue();
        assertThat(back.arrives(money("2", PRICE), true).orElseThrow().event()).isEqualTo(PaymentEvent.MONEY_CAME);
    }

    /** Whatever is told how often and in which order: the money that counts is counted once, the rest is known. */
    @Property(tries = 1000)
    void allMoneyIsKnownAndCountedOnce(@ForAll("stories") List<Integer> story) {
        var order = open();
        int counted = 0;
        var told = new TreeSet<String>();
        for (int what : story) {
            Optional<Step> step = switch (what) {
                case 0 -> order.failed();
                case 1 -> order.expires(LATER);
                case 2 -> order.cancels();
                case 3 -> order.arrives(money("wrong", new Dong(1)), true);
                default -> order.arrives(money("" + what, PRICE), true);
            };
            if (what > 3) {
                told.add("GATEWAY " + what);
            } else if (what == 3) {
                told.add("GATEWAY wrong");
            }
            if (step.isPresent()) {
                counted += step.get().event() == PaymentEvent.MONEY_CAME ? 1 : 0;
                order = step.get().after();
            }
        }

        assertThat(counted).isLessThanOrEqualTo(1);
        assertThat(order.money()).isEqualTo(told);
        assertThat(order.state().kind() == Kind.PAID).isEqualTo(counted == 1);
    }

    @Provide
    Arbitrary<List<Integer>> stories() {
        return Arbitraries.integers().between(0, 6).list().ofMaxSize(12);
    }

    private static Optional<String> way(PaymentOrder order, Function<PaymentOrder, Optional<Step>> action) {
        try {
            return action.apply(order)
                    .map(it -> it.event() + " -> " + it.after().state().kind());
        } catch (Refused no) {
            return Optional.empty();
        }
    }

    private static List<Function<PaymentOrder, Optional<Step>>> actions() {
        return List.of(
                it -> Optional.of(it.attempt()),
                PaymentOrder::failed,
                it -> it.arrives(money("new", PRICE), true),
                it -> it.arrives(money("new", PRICE), false),
                it -> it.arrives(money("new", new Dong(1)), true),
                it -> it.expires(LATER),
                PaymentOrder::cancels,
                it -> Optional.of(it.refund(PaymentEvent.REFUND_ASKED)),
                it -> Optional.of(it.refund(PaymentEvent.REFUND_APPROVED)),
                it -> Optional.of(it.refund(PaymentEvent.REFUND_REFUSED)),
                it -> Optional.of(it.paidBack(false)),
                it -> Optional.of(it.paidBack(true)));
    }

    private static List<PaymentOrder> everyState() {
        var paid = open().arrives(money("1", PRICE), true).orElseThrow().after();
        var expired = open().expires(LATER).orElseThrow().after();
        var cancelled = open().cancels().orElseThrow().after();
        var misplaced = cancelled.arrives(money("1", PRICE), true).orElseThrow().after();
        return List.of(
                open(),
                wrongFirst(open()),
                paid,
                expired,
                wrongFirst(expired),
                cancelled,
                wrongFirst(open()).cancels().orElseThrow().after(),
                misplaced,
                paid.paidBack(true).after());
    }

    private static PaymentOrder wrongFirst(PaymentOrder order) {
        return order.arrives(money("0", new Dong(2)), true).orElseThrow().after();
    }

    private static PaymentOrder open() {
        return PaymentOrder.opened(new UUID(1, 2), PRICE, LATER);
    }

    private static Arrival money(String transaction, Dong amount) {
        return new Arrival(PaymentChannel.GATEWAY, transaction, amount, NOW);
    }
}
