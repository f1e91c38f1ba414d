package vn.motcua.catalogue;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.form.TypedNumber;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Text;

/**
 * One thing that an author fills in about an element of a package, and how it stands in the text. What was not changed is
 * not written again, so that a text in a shape of its own stays as its author wrote it.
 *
 * @param key under which it stands; empty for the words of the element itself
 * @param needed whether it may not be left out
 * @param choices among what to choose, where it is a choice
 * @param among what of this package these are
 */
public record StudioSlot(String key, Type type, boolean needed, List<String> choices, Among among) {

    /** Looks like thousands and would be read as decimals. */
    static final Pattern THOUSANDS = Pattern.compile("(?<![\\w.])[1-9]\\d{0,2}(?:\\.\\d{3})*\\.\\d{2}0(?![\\w.])");

    private static final int MOST_ROWS = 200;
    private static final String YES = "yes";
    private static final String WHEN = "when";
    private static final String NUMBER = "-?\\d{1,12}([.,]\\d{1,6})?";

    /** The choice that says: none of them. */
    static final String NONE = "-";

    /** Among what to choose. */
    public enum Among {
        /** Words that every package knows, or none at all. */
        WRITTEN,
        /** The questions of the form. */
        QUESTIONS,
        /** Its questions for an address. */
        ADDRESSES,
        /** The required documents. */
        DOCUMENTS,
        /** Those of them that hang on nothing but the case. */
        CASED,
        /** The nodes of the route, and its end. */
        STEPS,
        /** The parts of a group. */
        PARTS,
        /** Their procedures. */
        PROCEDURES
    }

    /** How it is filled in. */
    public enum Type {
        /** One line. */
        LINE,
        /** Several lines. */
        TEXT,
        /** A moment on the wall clock. */
        MOMENT,
        /** Names and values, one a line. */
        PAIRS,
        /** Names and texts, one a line. */
        TEXT_PAIRS,
        /** Any of several words, or expressly none; what is left out is not said. */
        SEVERAL_OR_NONE,
        /** An expression. */
        EXPRESSION,
        /** Something in Vietnamese and in English. */
        WORDS,
        /** The same, longer. */
        LONG_WORDS,
        /** A whole number. */
        WHOLE,
        /** A number. */
        DECIMAL,
        /** A number, or a word in its place such as {@code today}. */
        FIGURE,
        /** Yes, or left out. */
        TICK,
        /** Yes, no, or left out. */
        YES_OR_NO,
        /** One of several words. */
        ONE_OF,
        /** Any of several words. */
        SEVERAL,
        /** Texts, one a line. */
        LINES,
        /** No, yes, or under a condition. */
        REQUIRED,
        /** Yes, or under a condition. */
        DEMANDED,
        /** Codes, each with words. */
        OPTIONS,
        /** The first columns of a table that is new. */
        COLUMNS,
        /** A kind of unit, which may be what rules leave over. */
        UNIT,
        /** Conditions, each with where it leads. */
        WAYS,
        /** Kinds of unit that are asked, each with hours and silence of its own where it has them. */
        ASKED;

        /** In how many lines it is shown; 0 where it is one. */
        public int lines() {
            return switch (this) {
                case EXPRESSION -> 2;
                case LINES, PAIRS, TEXT_PAIRS, TEXT -> 4;
                default -> 0;
            };
        }

        /** What each row of it has; empty where it has none. */
        public List<String> cells() {
            return switch (this) {
                case OPTIONS, COLUMNS -> List.of("code", "vi", "en");
                case WAYS -> List.of(WHEN, "next");
                case ASKED -> List.of("unit", "hours", "silence");
                default -> List.of();
            };
        }

        boolean rows() {
            return !cells().isEmpty();
        }
    }

    static StudioSlot of(String key, Type type) {
        return new StudioSlot(key, type, false, List.of(), Among.WRITTEN);
    }

    static StudioSlot needed(String key, Type type) {
        return new StudioSlot(key, type, true, List.of(), Among.WRITTEN);
    }

    static StudioSlot among(String key, Type type, List<String> choices) {
        return new StudioSlot(key, type, false, choices, Among.WRITTEN);
    }

    static StudioSlot among(String key, Type type, Among among) {
        return new StudioSlot(key, type, false, List.of(), among);
    }

    /** The same, which may not be left out. */
    StudioSlot must() {
        return new StudioSlot(key, type, true, choices, among);
    }

    /** The same with what there is to choose from. */
    StudioSlot choosing(List<String> from) {
        return new StudioSlot(key, type, needed, from, among);
    }

    /** The key of the element under which it stands, itself or in a group. */
    String first() {
        return key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    }

    /** The name of an input of it: of the words in a language, of a cell of a row. */
    public String input(String part) {
        return key.isEmpty() ? part : key + "." + part;
    }

    /** The inputs as they would be filled in for what stands there. */
    Map<String, String> read(ObjectNode node) {
        JsonNode value = node;
        for (var it : key.isEmpty() ? new String[0] : key.split("\\.")) {
            value = value.path(it);
        }
        return switch (type) {
            case LINE, TEXT, MOMENT, EXPRESSION, WHOLE, DECIMAL, FIGURE, ONE_OF, YES_OR_NO -> Map.of(key, text(value));
            case PAIRS, TEXT_PAIRS -> Map.of(key, StudioPairs.say(value, type == Type.TEXT_PAIRS));
            case SEVERAL_OR_NONE ->
                Map.of(
                        key,
                        value.isArray() && value.isEmpty() ? NONE : texts(value).collect(Collectors.joining(",")));
            case TICK -> Map.of(key, value.asBoolean(false) ? YES : "");
            case LINES -> Map.of(key, texts(value).collect(Collectors.joining("\n")));
            case SEVERAL -> Map.of(key, texts(value).collect(Collectors.joining(",")));
            case WORDS, LONG_WORDS ->
                Map.of(
                        input("vi"), value.isObject() ? text(value.path("vi")) : text(value),
                        input("en"), value.isObject() ? text(value.path("en")) : "");
            case REQUIRED, DEMANDED -> demand(value);
            case OPTIONS -> options(value);
            case COLUMNS -> Map.of();
            case UNIT -> Map.of(key, text(value.isObject() ? value.path(StudioPart.OTHERWISE) : value));
            case WAYS, ASKED -> table(value);
        };
    }

    private Map<String, String> demand(JsonNode value) {
        var written = text(value);
        var plain = written.isEmpty() || written.equals("true") || written.equals("false");
        var none = type == Type.DEMANDED && written.isEmpty();
        return Map.of(
                key, plain ? written.equals("true") || none ? YES : "no" : WHEN, input(WHEN), plain ? "" : written);
    }

    private Map<String, String> options(JsonNode value) {
        var found = new LinkedHashMap<String, String>();
        value.propertyStream().forEach(it -> {
            var row = input(Integer.toString(found.size() / 3));
            found.put(row + ".code", it.getKey());
            found.put(row + ".vi", it.getValue().isObject() ? text(it.getValue().path("vi")) : text(it.getValue()));
            found.put(row + ".en", text(it.getValue().path("en")));
        });
        return found;
    }

    /** A row for each element; one that is a word alone has it in its first cell. */
    private Map<String, String> table(JsonNode value) {
        var found = new LinkedHashMap<String, String>();
        int row = 0;
        for (var it : value.values()) {
            for (var cell : type.cells()) {
                found.put(
                        input(row + "." + cell),
                        it.isObject()
                                ? text(it.path(cell))
                                : cell.equals(type.cells().getFirst()) ? text(it) : "");
            }
            row++;
        }
        return found;
    }

    /** What of it was filled in, cleaned. */
    private Map<String, String> own(Map<String, String> typed) {
        var own = new LinkedHashMap<String, String>();
        if (type.rows()) {
            for (int i = 0; i < MOST_ROWS; i++) {
                var row = input(Integer.toString(i));
                if (type.cells().stream()
                        .anyMatch(it -> !clean(typed, row + "." + it).isEmpty())) {
                    type.cells().forEach(it -> own.put(row + "." + it, clean(typed, row + "." + it)));
                }
            }
            return own;
        }
        var names = switch (type) {
            case WORDS, LONG_WORDS -> List.of(input("vi"), input("en"));
            case REQUIRED, DEMANDED -> List.of(key, input(WHEN));
            default -> List.of(key);
        };
        names.forEach(it -> own.put(it, clean(typed, it)));
        return own;
    }

    /** What is wrong with what was filled in, by the name of the input. */
    Map<String, Phrase> faults(Map<String, String> typed) {
        var own = own(typed);
        var faults = new LinkedHashMap<String, Phrase>();
        switch (type) {
            case WORDS, LONG_WORDS -> words(own, "", faults);
            case WHOLE -> number(own, TypedNumber::whole, "studio.wrong.whole", faults);
            case DECIMAL -> number(own, TypedNumber::number, "studio.wrong.number", faults);
            case REQUIRED, DEMANDED -> {
                if (given(own, key).equals(WHEN) && given(own, input(WHEN)).isEmpty()) {
                    faults.put(input(WHEN), Phrase.of("studio.wrong.noCondition"));
                }
            }
            case OPTIONS, COLUMNS -> rows(own, faults);
            case WAYS, ASKED -> cells(own, faults);
            case PAIRS, TEXT_PAIRS ->
                StudioPairs.fault(given(own, key), type == Type.TEXT_PAIRS).ifPresent(it -> faults.put(key, it));
            case MOMENT -> moment(own, faults);
            case EXPRESSION -> expression(own, faults);
            default -> {
                if (needed && given(own, key).isEmpty()) {
                    faults.put(key, Phrase.of("studio.wrong.missing"));
                }
            }
        }
        return faults;
    }

    private void words(Map<String, String> own, String row, Map<String, Phrase> faults) {
        var vi = given(own, input(row + "vi"));
        var en = given(own, input(row + "en"));
        if (vi.isEmpty() && (needed || !en.isEmpty() || !row.isEmpty())) {
            faults.put(input(row + "vi"), Phrase.of("studio.wrong.noVietnamese"));
        }
        if (en.isEmpty() && (needed || !vi.isEmpty() || !row.isEmpty())) {
            faults.put(input(row + "en"), Phrase.of("studio.wrong.noEnglish"));
        }
    }

    private void number(
            Map<String, String> own,
            Function<String, Optional<String>> read,
            String words,
            Map<String, Phrase> faults) {
        var written = given(own, key);
        if (!written.isEmpty() && read.apply(written).isEmpty()) {
            faults.put(key, Phrase.of(words, written));
        } else if (needed && written.isEmpty()) {
            faults.put(key, Phrase.of("studio.wrong.missing"));
        }
    }

    /** An amount is in đồng, and calculates with {@code 15000}; {@code 15.000} would be fifteen. */
    private void expression(Map<String, String> own, Map<String, Phrase> faults) {
        var written = given(own, key);
        var grouped = THOUSANDS.matcher(written);
        if (needed && written.isEmpty()) {
            faults.put(key, Phrase.of("studio.wrong.missing"));
        } else if (key.equals("amount") && grouped.find()) {
            faults.put(
                    key,
                    Phrase.of(
                            "studio.wrong.thousands",
                            grouped.group(),
                            grouped.group().replace(".", "")));
        }
    }

    private void moment(Map<String, String> own, Map<String, Phrase> faults) {
        var written = given(own, key);
        try {
            if (!written.isEmpty()) {
                LocalDateTime.parse(written);
            } else if (needed) {
                faults.put(key, Phrase.of("studio.wrong.missing"));
            }
        } catch (DateTimeParseException _) {
            faults.put(key, Phrase.of("studio.wrong.moment", written));
        }
    }

    private void rows(Map<String, String> own, Map<String, Phrase> faults) {
        var seen = new HashSet<String>();
        for (var row : rows(own)) {
            var code = given(own, row + ".code");
            if (code.isEmpty() || !seen.add(code)) {
                faults.put(
                        row + ".code", Phrase.of(code.isEmpty() ? "studio.wrong.noCode" : "studio.wrong.twice", code));
            }
            words(own, row.substring(key.length() + 1) + ".", faults);
        }
        if (needed && own.isEmpty()) {
            faults.put(input("0.code"), Phrase.of("studio.wrong.noRow"));
        }
    }

    /** A way has both its cells; who is asked is named, and hours are a number. */
    private void cells(Map<String, String> own, Map<String, Phrase> faults) {
        for (var row : rows(own)) {
            (type == Type.WAYS ? type.cells() : List.of("unit"))
                    .stream()
                            .filter(it -> given(own, row + "." + it).isEmpty())
                            .forEach(it -> faults.put(row + "." + it, Phrase.of("studio.wrong.missing")));
            var hours = given(own, row + ".hours");
            if (!hours.isEmpty() && !hours.matches(NUMBER)) {
                faults.put(row + ".hours", Phrase.of("studio.wrong.number", hours));
            }
        }
        if (needed && own.isEmpty()) {
            faults.put(input("0." + type.cells().getFirst()), Phrase.of("studio.wrong.noRow"));
        }
    }

    /** Writes what was filled in where it differs from what stands there. */
    void write(ObjectNode node, Map<String, String> typed) {
        var own = own(typed);
        var absent = type == Type.DEMANDED && !node.has(key);
        if (absent || !own.equals(cleaned(read(node)))) {
            new StudioWriting(this, own).into(node);
        }
    }

    /** The rows in which something stands, by the beginning of the names of their inputs. */
    List<String> rows(Map<String, String> own) {
        var first = "." + type.cells().getFirst();
        return own.keySet().stream()
                .filter(it -> it.endsWith(first))
                .map(it -> it.substring(0, it.length() - first.length()))
                .toList();
    }

    private static Map<String, String> cleaned(Map<String, String> values) {
        var cleaned = new LinkedHashMap<String, String>();
        values.keySet().forEach(it -> cleaned.put(it, clean(values, it)));
        return cleaned;
    }

    private static String clean(Map<String, String> typed, String name) {
        return Text.clean(given(typed, name).replace("\r\n", "\n"));
    }

    static String given(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "");
    }

    private static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asString() : "";
    }

    private static Stream<String> texts(JsonNode node) {
        return text(node).isEmpty() ? node.valueStream().map(it -> text(it)) : Stream.of(text(node));
    }
}
