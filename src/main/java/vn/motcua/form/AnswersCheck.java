package vn.motcua.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers that a program sent, looked through by the form as the pages look through theirs. Nothing is kept.
 *
 * @param problems what is wrong, in the order of the form; nothing when it could be filed like this
 * @param asked the questions and fields that are asked with these answers; a cell of a table as {@code table.0.column}
 * @param required those of them that must be answered
 * @param calculated those of them that follow from the others
 * @param answers what would be kept: answers to what is asked, as they were read, with what is calculated
 * @param changed names that would be kept otherwise than they were sent, or not at all although they are asked
 * @param notAsked names that were sent and are not asked with these answers
 * @param unknown names that were sent and that the form does not have
 */
public record AnswersCheck(
        List<Problem> problems,
        List<String> asked,
        List<String> required,
        List<String> calculated,
        Map<String, Object> answers,
        List<String> changed,
        List<String> notAsked,
        List<String> unknown) {

    /** Looks through an object of answers by their names. */
    public static AnswersCheck of(CompiledForm form, JsonNode given, Facts facts) {
        var fields = fields(form);
        var read = JsonAnswers.read(fields, given);
        var kept = form.kept(read, facts);
        var visible = form.visible(read, facts);
        var situation = form.situation(read, facts);
        var asked = new ArrayList<String>();
        var required = new ArrayList<String>();
        var calculated = new ArrayList<String>();
        for (var field : fields) {
            if (!visible.contains(field.id())) {
                continue;
            }
            asked.add(field.id());
            if (form.required(field, situation)) {
                required.add(field.id());
            }
            if (field.calculate().isPresent()) {
                calculated.add(field.id());
            }
            var rows = tooMany(field, read) ? List.<RowRules.Row>of() : form.rows(field, 0, read, facts);
            for (int i = 0; i < rows.size(); i++) {
                cells(field, field.id() + "." + i + ".", rows.get(i), asked, required, calculated);
            }
        }
        var sent = given.propertyStream()
                .filter(it -> !it.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList();
        var names = fields.stream().map(Field::id).toList();
        return new AnswersCheck(
                form.validate(read, facts),
                List.copyOf(asked),
                List.copyOf(required),
                List.copyOf(calculated),
                new LinkedHashMap<>(kept),
                sent.stream()
                        .filter(visible::contains)
                        .filter(it -> !same(JsonAnswers.plain(given.path(it)), kept.get(it)))
                        .toList(),
                sent.stream()
                        .filter(it -> names.contains(it) && !visible.contains(it))
                        .toList(),
                Stream.concat(
                                sent.stream().filter(it -> !names.contains(it)),
                                fields.stream().flatMap(it -> unknownIn(it, it.id(), given.path(it.id()))))
                        .toList());
    }

    private static List<Field> fields(CompiledForm form) {
        return Stream.concat(
                        form.definition().questions().stream(),
                        form.definition().fields())
                .filter(it -> it.kind().answered())
                .toList();
    }

    private static void cells(
            Field table,
            String start,
            RowRules.Row row,
            List<String> asked,
            List<String> required,
            List<String> calculated) {
        for (var column : table.table().columns()) {
            if (row.asked().contains(column.id())) {
                asked.add(start + column.id());
                if (row.required().contains(column.id())) {
                    required.add(start + column.id());
                }
                if (column.calculate().isPresent()) {
                    calculated.add(start + column.id());
                }
            }
        }
    }

    /** It is refused as a whole; of its cells nothing is said. */
    private static boolean tooMany(Field table, Map<String, Object> read) {
        return read.get(table.id()) instanceof List<?> rows
                && table.kind() == Kind.TABLE
                && rows.size() > table.table().maxRows();
    }

    /** Cells and parts of an address that there are not. */
    private static Stream<String> unknownIn(Field field, String name, JsonNode given) {
        if (field.kind() == Kind.ADDRESS) {
            return unknown(name, given, JsonAnswers.ADDRESS);
        }
        if (field.kind() != Kind.TABLE || !given.isArray()) {
            return Stream.empty();
        }
        var columns = field.table().columns();
        var names = columns.stream().map(Field::id).toList();
        return IntStream.range(0, given.size()).boxed().flatMap(i -> {
            var row = given.path(i);
            var start = name + "." + i;
            return Stream.concat(
                    unknown(start, row, names),
                    columns.stream().flatMap(it -> unknownIn(it, start + "." + it.id(), row.path(it.id()))));
        });
    }

    private static Stream<String> unknown(String name, JsonNode given, List<String> known) {
        return given.propertyStream()
                .map(Map.Entry::getKey)
                .filter(it -> !known.contains(it))
                .map(it -> name + "." + it);
    }

    /** Numbers are the same by their value. */
    private static boolean same(Object sent, @Nullable Object kept) {
        if (sent instanceof Number one && kept instanceof Number other) {
            return one.doubleValue() == other.doubleValue();
        }
        if (sent instanceof List<?> one && kept instanceof List<?> other) {
            return one.size() == other.size()
                    && IntStream.range(0, one.size())
                            .allMatch(it -> same(Objects.requireNonNull(one.get(it)), other.get(it)));
        }
        if (sent instanceof Map<?, ?> one && kept instanceof Map<?, ?> other) {
            return one.keySet().equals(other.keySet())
                    && one.entrySet().stream()
                            .allMatch(it -> same(Objects.requireNonNull(it.getValue()), other.get(it.getKey())));
        }
        return sent.equals(kept);
    }
}
