package vn.motcua.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.motcua.shared.Text;

/**
 * From what a program sends, in the shape of the form's JSON Schema, to answers. A text is read as if somebody had typed
 * it on the page, and a number has as many decimals as can be typed there; what cannot be read stays as it was sent, so that
 * it is refused in the words of the page.
 */
final class JsonAnswers {

    /** A day, or as much of one as was sent. */
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T(\\d{2}:\\d{2}))?)?)?");

    private static final int KEPT_ROWS = 500;

    /** As many digits as can be typed on the page. */
    private static final double MOST = 1e15;

    /** The parts of an address. */
    static final List<String> ADDRESS = List.of("province", "ward", "detail");

    private JsonAnswers() {}

    /** The answers to those fields; what they do not ask is left out, and so is what is calculated. */
    static Map<String, Object> read(List<Field> fields, JsonNode given) {
        var answers = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = given.path(field.id());
            if (field.calculate().isEmpty() && field.kind().answered() && !value.isMissingNode() && !value.isNull()) {
                answer(field, value).ifPresent(it -> answers.put(field.id(), it));
            }
        }
        return answers;
    }

    /** The same as it was sent: texts, numbers, yes and no, lists and maps of them. */
    static Object plain(JsonNode given) {
        if (given.isArray()) {
            return given.valueStream().map(JsonAnswers::plain).toList();
        }
        if (given.isObject()) {
            var parts = new LinkedHashMap<String, Object>();
            given.propertyStream().forEach(it -> parts.put(it.getKey(), plain(it.getValue())));
            return parts;
        }
        if (given.isBoolean()) {
            return given.booleanValue();
        }
        return given.isNumber() ? number(given) : given.asString();
    }

    private static Object number(JsonNode given) {
        var number = given.doubleValue();
        if (Math.abs(number) >= MOST || !Double.isFinite(number)) {
            return given.toString();
        }
        return number == Math.rint(number) ? (Object) Math.round(number) : (Object) number;
    }

    private static Optional<Object> answer(Field field, JsonNode given) {
        if (given.isString()) {
            return field.kind().sort() == Kind.Sort.DATE ? date(field, given.asString()) : text(field, given);
        }
        if (field.kind() == Kind.CONSENT && given.isBoolean()) {
            // A box that nobody ticked is no answer
            return Optional.of(given.booleanValue()).filter(it -> it).map(it -> it);
        }
        if (given.isArray() && field.kind() == Kind.TABLE) {
            return rows(field, given);
        }
        if (given.isArray() && field.kind() == Kind.CHOICES) {
            return given.valueStream().allMatch(JsonNode::isString)
                    ? new Parsing(Map.of(
                                    field.id(),
                                    given.valueStream().map(JsonNode::asString).toList()))
                            .answer(field, field.id())
                    : Optional.of(given.toString());
        }
        if (given.isObject() && field.kind() == Kind.ADDRESS) {
            return address(field, given);
        }
        if (given.isNumber() && field.kind() == Kind.DECIMAL) {
            return decimal(field, number(given));
        }
        // The three parts of a day are how a page keeps what was typed there; nobody sends them
        return Optional.of(given.isObject() && field.kind().sort() == Kind.Sort.DATE ? given.toString() : plain(given));
    }

    private static Optional<Object> text(Field field, JsonNode given) {
        return switch (field.kind().sort()) {
            case TEXT, NUMBER, YES_NO ->
                new Parsing(Map.of(field.id(), List.of(given.asString()))).answer(field, field.id());
            case TEXTS, DATE, ADDRESS, ROWS ->
                Optional.of(Text.clean(given.asString()))
                        .filter(it -> !it.isEmpty())
                        .map(it -> it);
        };
    }

    private static Optional<Object> date(Field field, String sent) {
        var clean = Text.clean(sent);
        var day = DAY.matcher(clean);
        if (!day.matches()
                || (day.group(4) != null && field.kind() != Kind.DATETIME)
                || (day.group(3) != null && field.kind() == Kind.MONTH)) {
            return Optional.of(clean).filter(it -> !it.isEmpty()).map(it -> it);
        }
        var posted = new LinkedHashMap<String, List<String>>();
        var parts = List.of("year", "month", "day", "time");
        for (int i = 0; i < parts.size(); i++) {
            posted.put(
                    field.id() + "." + parts.get(i),
                    Optional.ofNullable(day.group(i + 1)).stream().toList());
        }
        return new Parsing(posted).answer(field, field.id());
    }

    private static Optional<Object> decimal(Field field, Object number) {
        if (!(number instanceof Double broken)) {
            return Optional.of(number);
        }
        var written = BigDecimal.valueOf(broken).toPlainString().replace('.', ',');
        return new Parsing(Map.of(field.id(), List.of(written))).answer(field, field.id());
    }

    /** What is no part of an address is left out, as on the page. */
    private static Optional<Object> address(Field field, JsonNode given) {
        var posted = new LinkedHashMap<String, List<String>>();
        for (var part : ADDRESS) {
            var value = given.path(part);
            if (value.isString()) {
                posted.put(field.id() + "." + part, List.of(value.asString()));
            } else if (!value.isMissingNode() && !value.isNull()) {
                return Optional.of(plain(given));
            }
        }
        return new Parsing(posted).answer(field, field.id());
    }

    /** A row in which nothing was answered is none, as on the page. */
    private static Optional<Object> rows(Field field, JsonNode given) {
        if (!given.valueStream().allMatch(JsonNode::isObject)) {
            return Optional.of(given.toString());
        }
        var rows = new ArrayList<Map<String, Object>>();
        given.valueStream()
                .limit(KEPT_ROWS)
                .map(it -> read(field.table().columns(), it))
                .filter(it -> !it.isEmpty())
                .forEach(rows::add);
        return Optional.of(rows).filter(it -> !it.isEmpty()).map(it -> it);
    }
}
