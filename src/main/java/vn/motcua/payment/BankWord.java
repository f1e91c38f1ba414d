package vn.motcua.payment;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.shared.Dong;

/**
 * A bank's notice of an incoming transfer (báo có).
 *
 * @param account to which it went
 * @param text as the payer and the banks wrote it
 * @param transaction the bank's number
 */
record BankWord(String account, Dong amount, String text, String transaction, Instant at) {

    private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,14}");
    private static final Pattern TRANSACTION = Pattern.compile("[0-9A-Za-z._-]{1,64}");

    /** Reads parameters whose signature was checked; empty when they say nothing known. */
    static Optional<BankWord> of(Map<String, String> said) {
        var amount = said.getOrDefault("amount", "");
        var transaction = said.getOrDefault("transaction", "");
        if (!AMOUNT.matcher(amount).matches()
                || !TRANSACTION.matcher(transaction).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BankWord(
                    said.getOrDefault("account", ""),
                    new Dong(Long.parseLong(amount)),
                    said.getOrDefault("text", ""),
                    transaction,
                    Instant.parse(said.getOrDefault("at", ""))));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** The money of which it tells; two banks may give the same number. */
    Arrival money() {
        return new Arrival(PaymentChannel.VIETQR, account + "." + transaction, amount, at);
    }
}
