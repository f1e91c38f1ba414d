package vn.motcua.sandbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.motcua.sandbox.SandboxGateway.Asked;
import vn.motcua.sandbox.SandboxGateway.Mood;

/**
 * What the sandbox's gateway pays back, never more than was paid, each refund once by its name. It behaves as the payer of the payment chose:
 * slow, with a wrong amount, without an answer, twice; asked afterwards it says what is true.
 */
@Component
@Profile("demo")
public class SandboxRefunds {

    private static final String REFUND = "refund";
    private static final String AMOUNT = "amount";
    private static final String RESULT = "result";
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final SandboxGateway gateway;
    private final Map<String, Kept> refunds = new ConcurrentHashMap<>();

    SandboxRefunds(SandboxGateway gateway) {
        this.gateway = gateway;
    }

    private record Kept(String name, String transaction, long amount, String result) {}

    /**
     * What the gateway answers.
     *
     * @param words empty: it does not answer
     */
    public record Answer(Optional<Map<String, String>> words) {}

    /** Pays back; told again it does nothing more. Empty when it is not the merchant who says it, or says no amount. */
    public Optional<Answer> refund(Map<String, String> said) {
        if (!gateway.signed(said) || !said.getOrDefault(AMOUNT, "").matches("[1-9][0-9]{0,14}")) {
            return Optional.empty();
        }
        var transaction = said.getOrDefault("transaction", "");
        var mood = gateway.mood(transaction);
        var answer = answer(kept(said, mood), mood);
        return Optional.of(new Answer(answer.words().map(gateway::sign)));
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
        var paid = gateway.paid(transaction);
        var possible =
                paid.filter(it -> back + amount <= Long.parseLong(it.told())).isPresent();
        var made = new Kept(name, transaction, amount, !possible ? "REFUSED" : mood == Mood.SLOW ? "PENDING" : "DONE");
        refunds.put(name, made);
        paid.filter(_ -> possible).ifPresent(it -> tell(it, made, mood));
        return made;
    }

    private static Answer answer(Kept it, Mood mood) {
        return switch (mood) {
            case SILENT -> new Answer(Optional.empty());
            case WRONG -> new Answer(Optional.of(words(it, it.amount() + 1_000)));
            case NORMAL, SLOW, TWICE -> new Answer(Optional.of(words(it, it.amount())));
        };
    }

    private void tell(Asked payment, Kept it, Mood mood) {
        if (mood != Mood.SLOW && mood != Mood.TWICE) {
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                if (mood == Mood.SLOW) {
                    Thread.sleep(SLOW);
                }
                var done = new Kept(it.name(), it.transaction(), it.amount(), "DONE");
                refunds.put(it.name(), done);
                for (var times = mood == Mood.TWICE ? 2 : 1; times > 0; times--) {
                    gateway.call(payment, words(done, done.amount()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** What became of a refund, signed; of one that it never heard of, that. Empty when it is not the merchant who asks. */
    public Optional<Map<String, String>> answer(Map<String, String> said) {
        if (!gateway.signed(said)) {
            return Optional.empty();
        }
        var known = refunds.get(said.getOrDefault(REFUND, ""));
        if (known == null) {
            var words = new HashMap<>(said);
            words.remove("signature");
            words.put(RESULT, "UNKNOWN");
            return Optional.of(gateway.sign(words));
        }
        return Optional.of(gateway.sign(words(known, known.amount())));
    }

    private static Map<String, String> words(Kept it, long amount) {
        return Map.of(
                REFUND, it.name(), "transaction", it.transaction(), AMOUNT, Long.toString(amount), RESULT, it.result());
    }
}
