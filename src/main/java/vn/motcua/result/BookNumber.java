package vn.motcua.result;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The number of a result, taken apart into what its book counts: "128/2026" of a book by year, "15/QĐ-UBND" or
 * "15/2026/GP-UBND" of a book by symbol (NĐ 30/2020, Phụ lục I: numbers begin anew each year).
 *
 * @param book the symbol, or the procedure's code where the number has none
 * @param number without leading zeros; the whole text where it does not begin with a number
 * @param ordinal as a number; empty where it is none
 * @param rest what follows the ordinal, as it was typed
 */
record BookNumber(String book, int year, String number, OptionalInt ordinal, String rest) {

    private static final Pattern COUNTED = Pattern.compile("0*(\\d{1,9})\\s*(/.*)?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    /**
     * Of what a clerk typed.
     *
     * @param procedure the procedure's code
     * @param now the year in which it is issued, for numbers that do not say one
     */
    static BookNumber of(String typed, String procedure, int now) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        var counted = COUNTED.matcher(text);
        if (!counted.matches()) {
            return new BookNumber(procedure, now, text.toUpperCase(Locale.ROOT), OptionalInt.empty(), "");
        }
        var rest = counted.group(2) == null ? "" : counted.group(2);
        var parts = Arrays.stream(rest.split("/", -1)).map(String::strip).toList();
        var year = parts.stream()
                .filter(it -> YEAR.matcher(it).matches())
                .findFirst()
                .map(Integer::valueOf)
                .orElse(now);
        var symbol = parts.stream()
                .filter(it -> !it.isEmpty() && !YEAR.matcher(it).matches())
                .collect(Collectors.joining("/"))
                .toUpperCase(Locale.ROOT);
        var ordinal = Integer.parseInt(counted.group(1));
        return new BookNumber(
                symbol.isEmpty() ? procedure : symbol, year, Integer.toString(ordinal), OptionalInt.of(ordinal), rest);
    }

    /** The same book's number with another ordinal, of that year. */
    static String text(int ordinal, String rest, int of, int year) {
        return ordinal + rest.replace("/" + of, "/" + year);
    }
}
