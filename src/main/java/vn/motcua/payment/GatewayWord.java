package vn.motcua.payment;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.shared.Dong;
import vn.motcua.shared.TenantId;

/**
 * What a gateway says about a payment: in its call to the server, in the payer's way back, in the answer to a question.
 *
 * @param tenant whose order it is
 * @param reference of the order
 * @param attempt which attempt of the payer it is about
 * @param transaction the gateway's number; empty while there is none
 * @param at when it was paid
 */
record GatewayWord(
        TenantId tenant,
        PaymentReference reference,
        int attempt,
        Result result,
        String transaction,
        Dong amount,
        Instant at) {

    private static final Pattern ORDER = Pattern.compile("([0-9]{1,6})-(MC[0-9A-Z]{12})-([0-9]{1,4})");
    private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,14}");
    private static final Pattern TRANSACTION = Pattern.compile("[0-9A-Za-z._-]{1,64}");

    /** How it ended. */
    enum Result {
        PAID,
        FAILED,
        PENDING
    }

    /** The order as the gateway knows it: another name for each attempt, as gateways want it. */
    static String order(TenantId tenant, PaymentReference reference, int attempt) {
        return tenant.value() + "-" + reference + "-" + attempt;
    }

    /** Of which tenant an order is that the gateway knows by that name; empty where it is none of ours. */
    static Optional<TenantId> tenant(String order) {
        var named = ORDER.matcher(order);
        return named.matches() ? Optional.of(new TenantId(Integer.parseInt(named.group(1)))) : Optional.empty();
    }

    /** Reads parameters whose signature was checked; empty when they say nothing known. */
    static Optional<GatewayWord> of(Map<String, String> said) {
        var order = ORDER.matcher(said.getOrDefault("order", ""));
        var amount = said.getOrDefault("amount", "");
        var transaction = said.getOrDefault("transaction", "");
        if (!order.matches() || !AMOUNT.matcher(amount).matches()) {
            return Optional.empty();
        }
        var reference = PaymentReference.in(order.group(2));
        var result = result(said.getOrDefault("result", ""));
        var at = moment(said.getOrDefault("at", ""));
        return reference.isEmpty()
                        || result.isEmpty()
                        || at.isEmpty()
                        || (result.get() == Result.PAID
                                && !TRANSACTION.matcher(transaction).matches())
                ? Optional.empty()
                : Optional.of(new GatewayWord(
                        new TenantId(Integer.parseInt(order.group(1))),
                        reference.get(),
                        Integer.parseInt(order.group(3)),
                        result.get(),
                        transaction,
                        new Dong(Long.parseLong(amount)),
                        at.get()));
    }

    /** The money of which it tells. */
    Arrival money() {
        return new Arrival(PaymentChannel.GATEWAY, transaction, amount, at);
    }

    private static Optional<Result> result(String text) {
        for (var result : Result.values()) {
            if (result.name().equals(text)) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
