package vn.motcua.form;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.motcua.shared.VietnamTime;

/** Answers against the form: what is missing, what the schema refuses, days that are too early or too late. */
final class Validation {

    private final FormSchema schema;
    private final Facts facts;
    private final Map<String, RowRules> tables;
    private final Map<String, Object> kept;

    /** With the answers that are kept, to which the rules of rows may look. */
    Validation(FormSchema schema, Facts facts, Map<String, RowRules> tables, Map<String, Object> kept) {
        this.schema = schema;
        this.facts = facts;
        this.tables = tables;
        this.kept = kept;
    }

    /** At most one problem for each field and each cell. */
    List<Problem> check(List<Field> fields, Map<String, Object> answers, Predicate<Field> required) {
        var problems = new ArrayList<Problem>();
        for (var field : fields) {
            var answer = answers.get(field.id());
            if (answer == null || (answer.equals(List.of()) && isList(field))) {
                if (required.test(field)) {
                    problems.add(ProblemWords.missing(field, field.id()));
                }
            } else if (field.kind() == Kind.TABLE) {
                rows(field, answer, required.test(field), problems);
            } else {
                one(field, field.id(), answer, schema.errors(field.id(), answer), problems);
            }
        }
        return problems;
    }

    private static boolean isList(Field field) {
        return field.kind() == Kind.CHOICES || field.kind() == Kind.TABLE;
    }

    private void rows(Field field, Object answer, boolean required, List<Problem> problems) {
        if (!(answer instanceof List<?> rows)) {
            problems.add(ProblemWords.missing(field, field.id()));
            return;
        }
        var table = field.table();
        if (rows.size() > table.maxRows()) {
            problems.add(Problem.of(field.id(), "tooManyRows", field.label(), table.maxRows(), rows.size()));
            return;
        }
        if (required && rows.size() < table.minRows()) {
            problems.add(Problem.of(field.id(), "tooFewRows", field.label(), table.minRows()));
        }
        var rules = java.util.Objects.requireNonNull(tables.get(field.id()));
        var errors = schema.errors(field.id(), answer);
        for (int i = 0; i < rows.size(); i++) {
            var id = field.id() + "." + i;
            var row = rules.row(rows.get(i) instanceof Map<?, ?> typed ? typed : Map.of(), kept, facts);
            var before = problems.size();
            for (var column : table.columns()) {
                if (row.asked().contains(column.id())) {
                    cell(column, id + "." + column.id(), row, inCell(errors, i, column.id()), problems);
                }
            }
            var wrong = problems.subList(before, problems.size()).stream()
                    .map(Problem::fieldId)
                    .toList();
            rules.broken(id, row, kept, facts).stream()
                    .filter(it -> !wrong.contains(it.fieldId()))
                    .forEach(problems::add);
        }
    }

    private void cell(Field column, String id, RowRules.Row row, List<Error> errors, List<Problem> problems) {
        var value = row.cells().get(column.id());
        if (value != null) {
            one(column, id, value, errors, problems);
        } else if (row.required().contains(column.id())) {
            problems.add(ProblemWords.missing(column, id));
        }
    }

    private static List<Error> inCell(List<Error> errors, int row, String column) {
        return errors.stream()
                .filter(it -> it.getInstanceLocation().getNameCount() >= 2
                        && String.valueOf(it.getInstanceLocation().getElement(0))
                                .equals(String.valueOf(row))
                        && String.valueOf(it.getInstanceLocation().getElement(1))
                                .equals(column))
                .toList();
    }

    private void one(Field field, String id, Object answer, List<Error> errors, List<Problem> problems) {
        if (field.kind().sort() == Kind.Sort.DATE) {
            date(field, id, answer, errors, problems);
        } else if (!errors.isEmpty()) {
            problems.add(ProblemWords.refused(field, id, answer, errors.getFirst()));
        } else if (field.kind() == Kind.ADDRESS
                && answer instanceof Map<?, ?> parts
                && !facts.places().belongs(String.valueOf(parts.get("ward")), String.valueOf(parts.get("province")))) {
            problems.add(Problem.of(id, "wardElsewhere"));
        }
    }

    private void date(Field field, String id, Object answer, List<Error> errors, List<Problem> problems) {
        var day = Day.parse(answer);
        if (day.isEmpty() || !errors.isEmpty()) {
            problems.add(ProblemWords.unreadableDate(field, id, answer));
            return;
        }
        var earliest = field.limits().min().flatMap(it -> Limit.day(it, facts.now()));
        var latest = field.limits().max().flatMap(it -> Limit.day(it, facts.now()));
        if (day.get().at().getYear() < FormSchema.FIRST_YEAR
                || day.get().at().getYear() > facts.now().getYear() + FormSchema.YEARS_AHEAD) {
            problems.add(Problem.of(
                    id,
                    "yearUnlikely",
                    field.label(),
                    String.valueOf(day.get().at().getYear())));
        } else if (latest.isPresent() && day.get().at().isAfter(latest.get().at())) {
            problems.add(limit(field, id, "tooLate", field.limits().max().orElse(""), latest.get()));
        } else if (earliest.isPresent()
                && day.get().at().isBefore(earliest.get().at())) {
            problems.add(limit(field, id, "tooEarly", field.limits().min().orElse(""), earliest.get()));
        }
    }

    private static Problem limit(Field field, String id, String key, String written, Day limit) {
        return written.equals("today") || written.equals("now")
                ? Problem.of(id, key + "Today", field.label())
                : Problem.of(id, key, field.label(), VietnamTime.day(limit.date()));
    }
}
