package vn.motcua.payment;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.motcua.shared.Dong;
import vn.motcua.shared.TenantId;

/**
 * What a gateway says about a refund: in its answer, in its call to the server, in the answer to a question.
 *
 * @param tenant whose refund it is
 * @param refund which
 * @param transaction of the payment that is paid back
 */
record RefundWord(TenantId tenant, UUID refund, String transaction, Dong amount, Result result) {

    /** The parameter that names the refund; what has it is about a refund. */
    static final String NAME = "refund";

    private static final Pattern REFUND = Pattern.compile("([0-9]{1,6})-R-([0-9a-f-]{36})");
    private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,14}");

    /** How far it is there. */
    enum Result {
        /** The money went back. */
        DONE,
        /** It will not go back by this way. */
        REFUSED,
        /** It is being worked on. */
        PENDING,
        /** It was never asked for. */
        UNKNOWN
    }

    /** The refund as the gateway knows it: the same name however often it is told. */
    static String name(TenantId tenant, UUID refund) {
        return tenant.value() + "-R-" + refund;
    }

    /** Reads parameters whose signature was checked; empty when they say nothing known. */
    static Optional<RefundWord> of(Map<String, String> said) {
        var name = REFUND.matcher(said.getOrDefault(NAME, ""));
        var amount = said.getOrDefault("amount", "");
        if (!name.matches() || !AMOUNT.matcher(amount).matches()) {
            return Optional.empty();
        }
        for (var result : Result.values()) {
            if (result.name().equals(said.getOrDefault("result", ""))) {
                return Optional.of(new RefundWord(
                        new TenantId(Integer.parseInt(name.group(1))),
                        UUID.fromString(name.group(2)),
                        said.getOrDefault("transaction", ""),
                        new Dong(Long.parseLong(amount)),
                        result));
            }
        }
        return Optional.empty();
    }
}
