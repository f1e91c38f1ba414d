package vn.motcua.payment;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An agency as a body that collects fees (tổ chức thu phí, lệ phí).
 *
 * @param symbol of its receipts; letters, digits and hyphens
 * @param taxCode its tax code, printed on receipts; may be empty
 * @param account to which transfers go; empty where transfers are not taken
 */
public record Collector(String symbol, String taxCode, Optional<BankAccount> account) {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9]{1,8}(-[A-Z0-9]{1,8}){0,2}");

    /** Refuses a symbol that cannot stand in a receipt's number. */
    public Collector {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException("no symbol for receipts: " + symbol);
        }
    }

    /**
     * An account at a bank or the treasury.
     *
     * @param bank its number at NAPAS (BIN), six digits
     * @param bankName as people know it
     * @param number of the account
     * @param holder whose account it is, in capital letters as banks write it
     */
    public record BankAccount(String bank, String bankName, String number, String holder) {}
}
