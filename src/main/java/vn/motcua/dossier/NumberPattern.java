package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How an agency numbers its dossiers, e.g. {@code {agency}-{yyMMdd}-{serial:4}} (NĐ 61/2018 Điều 26, TT 01/2018/TT-VPCP
 * Điều 19) or {@code {agency}-{yyyyMMdd}-{serial:7}}. The serial begins again when the date part changes; a pattern
 * without a date never begins again. A serial longer than its width is written in full, never cut.
 */
public final class NumberPattern {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern DATE = Pattern.compile("yyMMdd|yyyyMMdd|yyMM|yyyyMM|yy|yyyy");
    private static final Pattern SERIAL = Pattern.compile("(?:serial|sequence):([1-9])");

    /** What most agencies use where they have said nothing. */
    public static final NumberPattern USUAL = parse("{agency}-{yyMMdd}-{serial:4}");

    private final String pattern;
    private final List<Part> parts;

    private NumberPattern(String pattern, List<Part> parts) {
        this.pattern = pattern;
        this.parts = List.copyOf(parts);
    }

    /** Reads a pattern; {@link IllegalArgumentException} when it has an unknown place or not exactly one serial. */
    public static NumberPattern parse(String pattern) {
        var parts = new ArrayList<Part>();
        var places = PLACE.matcher(pattern);
        int read = 0;
        while (places.find()) {
            parts.add(new Part.Fixed(pattern.substring(read, places.start())));
            parts.add(part(places.group(1), pattern));
            read = places.end();
        }
        parts.add(new Part.Fixed(pattern.substring(read)));
        if (parts.stream().filter(Part.Serial.class::isInstance).count() != 1
                || pattern.substring(read).matches(".*[{}].*")) {
            throw new IllegalArgumentException("not a number pattern: " + pattern);
        }
        return new NumberPattern(pattern, parts);
    }

    /** The number for that agency, day and serial. */
    public DossierNumber number(String agency, LocalDate day, int serial) {
        var number = new StringBuilder();
        for (var part : parts) {
            number.append(
                    switch (part) {
                        case Part.Fixed it -> it.text();
                        case Part.Agency _ -> agency;
                        case Part.Date it -> it.format().format(day);
                        case Part.Serial it -> String.format(Locale.ROOT, "%0" + it.width() + "d", serial);
                    });
        }
        return new DossierNumber(number.toString());
    }

    /** The period and serial of a number of that agency, if this pattern could have made it. */
    Optional<Given> given(String agency, DossierNumber number) {
        var places = Pattern.compile(parts.stream()
                        .map(it -> switch (it) {
                            case Part.Fixed fixed -> Pattern.quote(fixed.text());
                            case Part.Agency _ -> Pattern.quote(agency);
                            case Part.Date date -> "(" + "\\d".repeat(date.length()) + ")";
                            case Part.Serial serial -> "(?<s>\\d{" + serial.width() + ",9})";
                        })
                        .collect(Collectors.joining()))
                .matcher(number.value());
        if (!places.matches()) {
            return Optional.empty();
        }
        int serial = Objects.requireNonNull(places.namedGroups().get("s"));
        var period = IntStream.rangeClosed(1, places.groupCount())
                .filter(it -> it != serial)
                .mapToObj(places::group)
                .collect(Collectors.joining());
        return Optional.of(new Given(period, Integer.parseInt(places.group(serial))));
    }

    /** What a number of this pattern was made from, besides the agency. */
    record Given(String period, int serial) {}

    /** The period of that day: within it serials go on, with the next one they begin again. */
    public String period(LocalDate day) {
        return parts.stream()
                .filter(Part.Date.class::isInstance)
                .map(it -> ((Part.Date) it).format().format(day))
                .reduce("", (all, next) -> all + next);
    }

    @Override
    public String toString() {
        return pattern;
    }

    private static Part part(String place, String pattern) {
        var serial = SERIAL.matcher(place);
        if (serial.matches()) {
            return new Part.Serial(Integer.parseInt(serial.group(1)));
        }
        if (place.equals("agency")) {
            return new Part.Agency();
        }
        if (DATE.matcher(place).matches()) {
            return new Part.Date(DateTimeFormatter.ofPattern(place, Locale.ROOT), place.length());
        }
        throw new IllegalArgumentException("no place {" + place + "} in a number pattern: " + pattern);
    }

    private sealed interface Part {

        record Fixed(String text) implements Part {}

        record Agency() implements Part {}

        record Date(DateTimeFormatter format, int length) implements Part {}

        record Serial(int width) implements Part {}
    }
}
