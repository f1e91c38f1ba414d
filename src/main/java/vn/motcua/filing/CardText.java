package vn.motcua.filing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.shared.Text;

/**
 * What stands in the square code of a citizen card (thẻ căn cước), as a scanner types it: fields apart by {@code |}, namely the
 * personal number, an older number or nothing, the name, the day of birth as {@code ddMMyyyy}, the sex, the address, the day of
 * issue. That order is an assumption from cards in use; no published specification was found, so whatever differs is refused
 * as a whole and typed by hand. Newer cards may have further fields, which are not read.
 *
 * @param number twelve digits
 */
public record CardText(String number, String name, LocalDate bornOn, String address) {

    private static final int LEAST = 7;
    private static final int MOST = 11;
    private static final int LONGEST = 600;

    private static final Pattern NUMBER = Pattern.compile("\\d{12}");
    private static final Pattern OLDER_NUMBER = Pattern.compile("|\\d{9}|\\d{12}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} '’-]{1,99}");
    private static final Pattern SEX = Pattern.compile("Nam|Nữ");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("ddMMuuuu").withResolverStyle(ResolverStyle.STRICT);

    /** Whether that was scanned and not typed. */
    public static boolean scanned(String typed) {
        return typed.indexOf('|') >= 0;
    }

    /** The card behind a scanned text; empty when any part is not as it should be. */
    public static Optional<CardText> read(String scanned) {
        if (scanned.length() > LONGEST) {
            return Optional.empty();
        }
        var fields = Text.clean(scanned).split("\\|", -1);
        if (fields.length < LEAST || fields.length > MOST) {
            return Optional.empty();
        }
        var name = fields[2].strip();
        var plausible = NUMBER.matcher(fields[0]).matches()
                && OLDER_NUMBER.matcher(fields[1]).matches()
                && NAME.matcher(name).matches()
                && SEX.matcher(fields[4]).matches()
                && day(fields[6]).isPresent();
        return plausible
                ? day(fields[3]).map(it -> new CardText(fields[0], name, it, fields[5].strip()))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String digits) {
        try {
            return Optional.of(LocalDate.parse(digits, DAY));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
