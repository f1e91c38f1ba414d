package vn.motcua.payment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * A statement of an account or of the gateway as CSV: a line of headings, then one line for each payment that came. Columns are
 * found by their headings, separated by semicolons where the headings are, else by commas; quotes are doubled inside quotes (RFC 4180).
 * A line with more columns than there are headings is refused: an amount with a comma in it may have become two.
 *
 * <p>An amount is whole đồng: digits, or groups of three with one kind of separator ({@code .}, {@code ,} or a space), and behind
 * them at most two zeros after the other separator. Whatever could be read in two ways is refused.
 */
final class StatementFile {

    /** How many payments a file may have. */
    static final int MOST = 50_000;

    private static final Pattern TRANSACTION = Pattern.compile("[0-9A-Za-z._-]{1,64}");
    /** The second group of the pattern is the separator, which cannot be the one before the two zeros too. */
    private static final Pattern AMOUNT = Pattern.compile(
            "([1-9][0-9]*|[1-9][0-9]{0,2}(?:([., \u00a0\u202f])[0-9]{3})(?:\\2[0-9]{3})*)(?:(?!\\2)[.,]00)?");
    /** So many digits are more than all the money there is. */
    private static final int DIGITS = 15;

    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm[:ss]", Locale.ROOT);

    private StatementFile() {}

    /** A payment on the statement. */
    record Line(Instant at, String transaction, Dong amount, String text) {}

    /** Reads it; a line that cannot be read is refused with its number, so that none is left out silently. One without a payment is refused. */
    static List<Line> read(String file) {
        var lines = all(file);
        if (lines.isEmpty()) {
            throw new Refused(PaymentRefusal.STATEMENT_EMPTY);
        }
        return lines;
    }

    /** The same of a day on which nothing may have come. */
    static List<Line> all(String file) {
        var rows = rows(file.startsWith("\uFEFF") ? file.substring(1) : file);
        if (rows.isEmpty()) {
            throw new Refused(PaymentRefusal.STATEMENT_EMPTY);
        }
        var places = places(rows.getFirst());
        if (rows.size() - 1 > MOST) {
            throw new Refused(PaymentRefusal.STATEMENT_TOO_LONG, MOST);
        }
        var lines = new ArrayList<Line>();
        for (int at = 1; at < rows.size(); at++) {
            if (rows.get(at).size() > rows.getFirst().size()) {
                throw new Refused(PaymentRefusal.STATEMENT_LINE, at + 1);
            }
            lines.add(line(rows.get(at), places, at + 1));
        }
        return List.copyOf(lines);
    }

    private static Map<String, Integer> places(List<String> headings) {
        var places = new HashMap<String, Integer>();
        for (int at = 0; at < headings.size(); at++) {
            places.put(headings.get(at).strip().toLowerCase(Locale.ROOT), at);
        }
        for (var needed : List.of("at", "transaction", "amount", "text")) {
            if (!places.containsKey(needed)) {
                throw new Refused(PaymentRefusal.STATEMENT_HEADING, needed);
            }
        }
        return places;
    }

    private static Line line(List<String> row, Map<String, Integer> places, int number) {
        var amount = amount(cell(row, places, "amount", number));
        var transaction = cell(row, places, "transaction", number);
        if (amount.isEmpty() || !TRANSACTION.matcher(transaction).matches()) {
            throw new Refused(PaymentRefusal.STATEMENT_LINE, number);
        }
        return new Line(
                moment(cell(row, places, "at", number), number),
                transaction,
                amount.get(),
                cell(row, places, "text", number));
    }

    private static Optional<Dong> amount(String said) {
        var matched = AMOUNT.matcher(said);
        if (!matched.matches()) {
            return Optional.empty();
        }
        var digits = matched.group(1).replaceAll("[^0-9]", "");
        return digits.length() > DIGITS ? Optional.empty() : Optional.of(new Dong(Long.parseLong(digits)));
    }

    private static String cell(List<String> row, Map<String, Integer> places, String heading, int number) {
        int at = places.getOrDefault(heading, Integer.MAX_VALUE);
        if (at >= row.size()) {
            throw new Refused(PaymentRefusal.STATEMENT_LINE, number);
        }
        return row.get(at).strip();
    }

    /** As ISO 8601, or day first with the time of Vietnam. */
    private static Instant moment(String text, int number) {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text, text.contains("T") ? DateTimeFormatter.ISO_LOCAL_DATE_TIME : DAY_FIRST)
                            .atZone(VietnamTime.ZONE)
                            .toInstant();
        } catch (DateTimeParseException none) {
            throw new Refused(PaymentRefusal.STATEMENT_LINE, number);
        }
    }

    private static List<List<String>> rows(String file) {
        char separator = file.lines().findFirst().orElse("").indexOf(';') < 0 ? ',' : ';';
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < file.length(); at++) {
            char letter = file.charAt(at);
            if (quoted) {
                if (letter != '"') {
                    cell.append(letter);
                } else if (at + 1 < file.length() && file.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    quoted = false;
                }
            } else if (letter == '"') {
                quoted = true;
            } else if (letter == separator) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (letter == '\n') {
                end(rows, row, cell);
                row = new ArrayList<>();
            } else if (letter != '\r') {
                cell.append(letter);
            }
        }
        end(rows, row, cell);
        return rows;
    }

    private static void end(List<List<String>> rows, List<String> row, StringBuilder cell) {
        row.add(cell.toString());
        cell.setLength(0);
        if (row.size() > 1 || !row.getFirst().isBlank()) {
            rows.add(row);
        }
    }
}
