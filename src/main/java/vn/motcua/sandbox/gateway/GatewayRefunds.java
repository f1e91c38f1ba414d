package vn.motcua.sandbox.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.payment.GatewaySignature;

/**
 * What the sandbox's gateway pays back, never more than was paid, each refund once by its name. It behaves as the payer of the payment chose:
 * slow, with a wrong amount, without an answer, twice; asked afterwards it says what is true.
 */
final class GatewayRefunds {

    private static final String REFUND = "refund";
    private static final String AMOUNT = "amount";
    private static final String RESULT = "result";
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final GatewayPayments payments;
    private final Map<String, Kept> refunds = new ConcurrentHashMap<>();

    GatewayRefunds(GatewayPayments payments) {
        this.payments = payments;
    }

    private record Kept(String name, String transaction, long amount, String result) {}

    /**
     * What the gateway answers.
     *
     * @param words empty: it does not answer
     */
    record Answer(Optional<Map<String, String>> words) {}

    /** Pays back; told again it does nothing more. Empty when it is not the merchant who says it, or says no amount. */
    Optional<Answer> refund(Map<String, String> said) {
        if (!payments.signed(said) || !said.getOrDefault(AMOUNT, "").matches("[1-9][0-9]{0,14}")) {
            return Optional.empty();
        }
        var mood = payments.mood(said.getOrDefault("transaction", ""));
        var kept = kept(said, mood);
        return Optional.of(new Answer(
                switch (mood) {
                    case SILENT -> Optional.empty();
                    case WRONG -> Optional.of(payments.sign(words(kept, kept.amount() + 1_000)));
                    case NORMAL, SLOW, TWICE -> Optional.of(payments.sign(words(kept, kept.amount())));
                }));
    }

    private synchronized Kept kept(Map<String, String> said, Mood mood) {
        var name = said.getOrDefault(REFUND, "");
        var before = refunds.get(name);
        if (before != null) {
            return before;
        }
        var transaction = said.getOrDefault("transaction", "");
        long amount = Long.parseLong(said.getOrDefault(AMOUNT, "0"));
        long back = refunds.values().stream()
                .filter(it ->
                        it.transaction().equals(transaction) && !it.result().equals("REFUSED"))
                .mapToLong(Kept::amount)
                .sum();
        var paid = payments.paid(transaction);
        var possible =
                paid.filter(it -> back + amount <= Long.parseLong(it.told())).isPresent();
        var made = new Kept(name, transaction, amount, !possible ? "REFUSED" : mood == Mood.SLOW ? "PENDING" : "DONE");
        refunds.put(name, made);
        paid.filter(_ -> possible).ifPresent(it -> tell(it, made, mood));
        return made;
    }

    private void tell(GatewayPayments.Asked payment, Kept it, Mood mood) {
        var done = words(new Kept(it.name(), it.transaction(), it.amount(), "DONE"), it.amount());
        if (mood == Mood.TWICE) {
            payments.call(payment, done, 2, Duration.ZERO);
        }
        if (mood == Mood.SLOW) {
            Thread.startVirtualThread(() -> {
                try {
                    Thread.sleep(SLOW);
                    refunds.put(it.name(), new Kept(it.name(), it.transaction(), it.amount(), "DONE"));
                    payments.call(payment, done, 1, Duration.ZERO);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    /** What became of a refund, signed; of one that it never heard of, that. Empty when it is not the merchant who asks. */
    Optional<Map<String, String>> answer(Map<String, String> said) {
        if (!payments.signed(said)) {
            return Optional.empty();
        }
        var known = refunds.get(said.getOrDefault(REFUND, ""));
        if (known == null) {
            var words = new HashMap<>(said);
            words.remove(GatewaySignature.PARAMETER);
            words.put(RESULT, "UNKNOWN");
            return Optional.of(payments.sign(words));
        }
        return Optional.of(payments.sign(words(known, known.amount())));
    }

    private static Map<String, String> words(Kept it, long amount) {
        return Map.of(
                REFUND, it.name(), "transaction", it.transaction(), AMOUNT, Long.toString(amount), RESULT, it.result());
    }
}
