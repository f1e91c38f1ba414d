package vn.motcua.sandbox.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import vn.motcua.payment.GatewaySignature;
import vn.motcua.shared.VietnamTime;

/** The payments that the sandbox's gateway knows, in its own memory, and how it tells of each. Money is invented. */
final class GatewayPayments {

    private static final Duration SLOW = Duration.ofSeconds(4);

    private final String merchant;
    private final GatewaySignature signature;
    private final Caller caller;
    private final Clock clock;
    private final Map<String, Asked> payments = new ConcurrentHashMap<>();
    private final Map<String, Mood> moods = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final String day;

    GatewayPayments(String merchant, GatewaySignature signature, Caller caller, Clock clock) {
        this.merchant = merchant;
        this.signature = signature;
        this.caller = caller;
        this.clock = clock;
        this.day =
                Long.toString(clock.instant().getEpochSecond(), 36) + "." + Integer.toString(hashCode() & 0xffff, 36);
    }

    /**
     * A payment as the gateway knows it.
     *
     * @param order the merchant's name of it
     * @param language of the payer
     * @param result PENDING until the payer has chosen
     * @param transaction the gateway's number; empty before it is paid
     * @param told the amount that the gateway tells of
     */
    record Asked(
            String order,
            String amount,
            String info,
            String returnTo,
            String tellTo,
            String language,
            String result,
            String transaction,
            String told,
            Instant at) {}

    /** Takes in what the merchant's payer brings; empty when it is not signed as it should be. */
    Optional<Asked> begin(Map<String, String> said) {
        if (!signed(said) || !said.getOrDefault("amount", "").matches("[1-9][0-9]{0,14}")) {
            return Optional.empty();
        }
        var asked = new Asked(
                said.getOrDefault("order", ""),
                said.getOrDefault("amount", ""),
                said.getOrDefault("info", ""),
                said.getOrDefault("return", ""),
                said.getOrDefault("notify", ""),
                said.getOrDefault("language", ""),
                "PENDING",
                "",
                said.getOrDefault("amount", ""),
                clock.instant());
        return Optional.of(payments.computeIfAbsent(asked.order(), _ -> asked));
    }

    /**
     * The payer has chosen; the second choice for the same payment changes nothing.
     *
     * @return where the browser goes back to, signed; empty when there is no such payment
     */
    Optional<String> choose(String order, boolean pays, Mood mood) {
        var chosen = payments.computeIfPresent(
                order, (_, it) -> it.result().equals("PENDING") ? decided(it, pays, mood) : it);
        if (chosen == null) {
            return Optional.empty();
        }
        moods.putIfAbsent(chosen.transaction(), mood);
        if (mood != Mood.SILENT) {
            call(chosen, words(chosen), mood == Mood.TWICE ? 2 : 1, mood == Mood.SLOW ? SLOW : Duration.ZERO);
        }
        var separator = chosen.returnTo().contains("?") ? "&" : "?";
        return Optional.of(
                mood == Mood.NORMAL || mood == Mood.TWICE
                        ? chosen.returnTo() + separator + signature.query(words(chosen))
                        : chosen.returnTo());
    }

    private Asked decided(Asked it, boolean pays, Mood mood) {
        var told = mood == Mood.WRONG ? Long.toString(Long.parseLong(it.amount()) - 1_000) : it.amount();
        return new Asked(
                it.order(),
                it.amount(),
                it.info(),
                it.returnTo(),
                it.tellTo(),
                it.language(),
                pays ? "PAID" : "FAILED",
                pays ? number() : "",
                told,
                clock.instant());
    }

    /** The answer to a question about a payment; empty when it is not signed or there is none. */
    Optional<Map<String, String>> answer(Map<String, String> said) {
        return Optional.of(said)
                .filter(this::signed)
                .map(it -> payments.get(it.getOrDefault("order", "")))
                .map(it -> sign(words(it)));
    }

    /** What was paid on a day in Vietnam, as the merchant asks for it; empty when it is not the merchant who asks. */
    Optional<Map<String, String>> statement(Map<String, String> said) {
        if (!signed(said)) {
            return Optional.empty();
        }
        var asked = said.getOrDefault("day", "");
        var lines = payments.values().stream()
                .filter(it -> it.result().equals("PAID")
                        && VietnamTime.dayOf(it.at()).toString().equals(asked))
                .map(it -> String.join(",", it.at().toString(), it.transaction(), it.told(), it.order()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return Optional.of(sign(Map.of("day", asked, "statement", "at,transaction,amount,text\n" + lines)));
    }

    /** The payment of that number that somebody made here; empty for none. */
    Optional<Asked> paid(String transaction) {
        return payments.values().stream()
                .filter(it -> it.result().equals("PAID") && it.transaction().equals(transaction))
                .findFirst();
    }

    /** How this gateway behaves about that payment, as its payer chose. */
    Mood mood(String transaction) {
        return moods.getOrDefault(transaction, Mood.NORMAL);
    }

    /** How many payments it knows, by what became of them. */
    Map<String, Long> counted() {
        return payments.values().stream().collect(Collectors.groupingBy(Asked::result, Collectors.counting()));
    }

    /** Whether it is the merchant who says it. */
    boolean signed(Map<String, String> said) {
        return signature.signed(said) && merchant.equals(said.get("merchant"));
    }

    /** The same words with who the merchant is and their signature. */
    Map<String, String> sign(Map<String, String> words) {
        var signed = new HashMap<>(words);
        signed.put("merchant", merchant);
        signed.put(GatewaySignature.PARAMETER, signature.of(signed));
        return signed;
    }

    /** Calls the merchant's server about that payment. */
    void call(Asked about, Map<String, String> words, int times, Duration after) {
        var named = new HashMap<>(words);
        named.put("merchant", merchant);
        caller.call(about.tellTo(), named, times, after);
    }

    private Map<String, String> words(Asked it) {
        var words = new HashMap<String, String>();
        words.put("merchant", merchant);
        words.put("order", it.order());
        words.put("amount", it.told());
        words.put("result", it.result());
        words.put("transaction", it.transaction());
        words.put("at", it.at().toString());
        return words;
    }

    /** Different after each start, as a real gateway's are. */
    private String number() {
        return "SB" + day + "." + numbers.incrementAndGet();
    }
}
