package vn.motcua.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
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

    private static final int MOST_ROWS = 200;
    private static final String YES = "yes";
    static final String WHEN = "when";

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
        return new StudioFaults(this, own(typed)).found();
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
