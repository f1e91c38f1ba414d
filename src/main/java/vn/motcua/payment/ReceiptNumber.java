package vn.motcua.payment;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a receipt (biên lai): Arabic digits, at most eight, from 1 on the first of January or the first use to the end of the year,
 * without a gap for each symbol (NĐ 254/2026/NĐ-CP Điều 23 khoản 2 điểm b, c).
 *
 * @param symbol of the series, e.g. {@code BL-TV}
 * @param year for which it counts
 * @param no 1, 2, 3 …
 */
public record ReceiptNumber(String symbol, int year, int no) {

    /** The last number that eight digits can say. */
    public static final int LAST = 99_999_999;

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9]{1,8}(-[A-Z0-9]{1,8}){0,2}");
    private static final Pattern WORD = Pattern.compile("(" + SYMBOL.pattern() + ")-([0-9]{4})-([0-9]{8})");

    /** Refuses what cannot be a number. */
    public ReceiptNumber {
        if (!SYMBOL.matcher(symbol).matches() || year < 2020 || year > 9999 || no < 1 || no > LAST) {
            throw new IllegalArgumentException("no receipt number: " + symbol + " " + year + " " + no);
        }
    }

    /** The number as it is printed: eight digits. */
    public String digits() {
        return String.format(Locale.ROOT, "%08d", no);
    }

    /** Series and year as they are printed, e.g. {@code BL-TV/26E}: E for electronic. */
    public String series() {
        return "%s/%02dE".formatted(symbol, year % 100);
    }

    /** The whole as one word in an address. */
    public String word() {
        return symbol + "-" + year + "-" + digits();
    }

    /** Reads the word in an address; empty when it is none. */
    public static Optional<ReceiptNumber> of(String word) {
        var read = WORD.matcher(word);
        return read.matches() && Integer.parseInt(read.group(4)) > 0 && Integer.parseInt(read.group(3)) >= 2020
                ? Optional.of(new ReceiptNumber(
                        read.group(1), Integer.parseInt(read.group(3)), Integer.parseInt(read.group(4))))
                : Optional.empty();
    }
}
