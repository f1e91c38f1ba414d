package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Notes what is wrong with one record while its fields are read, so that all of it is told at once. */
final class RecordReading {

    static final int LINE = 2_000;
    static final int TEXT = 60_000;

    /** A record with more fields that nobody knows is of another shape. */
    private static final int MOST_NOTES = 20;

    private static final Pattern CODE = Pattern.compile("\\d\\.\\d{6}(?:\\.H\\d{2})?");
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    private final List<RecordProblem> problems = new ArrayList<>();
    private final List<RecordProblem> notes = new ArrayList<>();

    /** What came of a record. */
    sealed interface Outcome {

        /** It can be published; the notes name what of it nobody reads. */
        record Sound(ProcedureRecord record, List<RecordProblem> notes) implements Outcome {}

        /** It cannot, for these reasons. */
        record Wrong(String code, String name, List<RecordProblem> problems) implements Outcome {}
    }

    void wrong(String field, RecordProblem.Kind kind, String value) {
        var shown = value.length() > 200 ? value.substring(0, 200) + "…" : value;
        problems.add(new RecordProblem(field, kind, PlainText.line(shown)));
    }

    /** A field that the file has and nobody reads; it stops nothing. */
    void notRead(String field) {
        if (notes.size() < MOST_NOTES) {
            notes.add(new RecordProblem(PlainText.line(field), RecordProblem.Kind.NOT_READ, ""));
        }
    }

    String code(String given) {
        var code = PlainText.line(given);
        if (code.isEmpty()) {
            wrong("code", RecordProblem.Kind.MISSING, "");
        } else if (!CODE.matcher(code).matches()) {
            wrong("code", RecordProblem.Kind.NOT_A_CODE, code);
        }
        return code;
    }

    String needed(String field, String given) {
        var text = line(field, given);
        if (text.isEmpty()) {
            wrong(field, RecordProblem.Kind.MISSING, "");
        }
        return text;
    }

    String line(String field, String given) {
        return within(field, PlainText.line(given), LINE);
    }

    String text(String field, String given) {
        return within(field, PlainText.of(given), TEXT);
    }

    private String within(String field, String text, int most) {
        if (text.length() > most) {
            wrong(field, RecordProblem.Kind.TOO_LONG, text);
        }
        return text;
    }

    /** A figure of at least zero. */
    Optional<BigDecimal> figure(String field, String given) {
        try {
            var figure = new BigDecimal(given.strip());
            if (figure.signum() >= 0 && figure.compareTo(MOST) <= 0 && figure.scale() < 10 && figure.precision() < 20) {
                return Optional.of(PublishedTime.plain(figure));
            }
        } catch (NumberFormatException e) {
            // told below
        }
        wrong(field, RecordProblem.Kind.NOT_A_FIGURE, given);
        return Optional.empty();
    }

    /** One of these words, told apart by the map; empty, and a problem, for another. */
    <T> Optional<T> oneOf(String field, String given, Map<String, T> words) {
        var found = Optional.ofNullable(words.get(given.strip()));
        if (found.isEmpty()) {
            wrong(field, RecordProblem.Kind.NOT_A_WORD, given);
        }
        return found;
    }

    Outcome outcome(String code, String name, Supplier<ProcedureRecord> record) {
        if (!problems.isEmpty()) {
            return new Outcome.Wrong(code, name, List.copyOf(problems));
        }
        return new Outcome.Sound(record.get(), List.copyOf(notes));
    }
}
