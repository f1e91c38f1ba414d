package vn.motcua.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compiles form definitions; everything that is wrong in one is found here, when the package is read. */
public final class Form {

    private final FormDefinition definition;
    private final Expressions expressions;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Condition> when = new HashMap<>();
    private final Map<String, Condition> self = new HashMap<>();
    private final Map<String, Condition> required = new HashMap<>();
    private final Map<String, Condition> must = new HashMap<>();
    private final Map<String, Condition> checks = new HashMap<>();
    private final Map<String, Calculation> calculations = new LinkedHashMap<>();
    private final Map<String, RowRules> tables = new LinkedHashMap<>();
    private final Circles circles = new Circles();
    private boolean rowsSeeTables;

    private Form(FormDefinition definition) {
        this.definition = definition;
        this.expressions = new Expressions(Vocabulary.of(definition));
    }

    /** The form, ready for use; throws {@link UnsoundDefinition} with all faults of all expressions. */
    public static CompiledForm compile(FormDefinition definition) {
        return new Form(definition).compile();
    }

    private CompiledForm compile() {
        fields("questions", definition.questions());
        for (var section : definition.sections()) {
            var place = "sections." + section.id();
            section.when()
                    .flatMap(it -> condition(place + ".when", it))
                    .ifPresent(it -> when.put("section " + section.id(), it));
            section.when().ifPresent(it -> section.fields().forEach(field -> hangs(field.id(), place + ".when", it)));
            section.self().flatMap(it -> condition(place + ".self", it)).ifPresent(it -> self.put(section.id(), it));
            fields(place + ".fields", section.fields());
        }
        checks();
        faults.addAll(circles.faults());
        if (!faults.isEmpty()) {
            throw new UnsoundDefinition(faults);
        }
        return new CompiledForm(
                definition,
                expressions,
                when,
                self,
                required,
                must,
                checks,
                calculations,
                new CompiledForm.Tables(tables, rowsSeeTables));
    }

    private void fields(String parent, List<Field> fields) {
        for (var field : fields) {
            var place = parent + "." + field.id();
            field.when().flatMap(it -> condition(place + ".when", it)).ifPresent(it -> when.put(field.id(), it));
            condition(place + ".required", field.required()).ifPresent(it -> required.put(field.id(), it));
            field.must()
                    .flatMap(it -> condition(place + ".must", it.condition()))
                    .ifPresent(it -> must.put(field.id(), it));
            calculation(expressions, place, field).ifPresent(it -> calculations.put(field.id(), it));
            field.when().ifPresent(it -> hangs(field.id(), place + ".when", it));
            field.calculate().ifPresent(it -> hangs(field.id(), place + ".calculate", it));
            sound(place, field);
            if (field.kind() == Kind.TABLE) {
                tables.put(field.id(), rows(place, field));
            }
        }
    }

    private RowRules rows(String place, Field table) {
        var inRow = RowRules.needed(table)
                ? new Expressions(expressions.vocabulary().inRowOf(table))
                : expressions;
        var when = new HashMap<String, Condition>();
        var required = new HashMap<String, Condition>();
        var must = new HashMap<String, Condition>();
        var calculated = new LinkedHashMap<String, Calculation>();
        for (var column : table.table().columns()) {
            var at = place + ".columns." + column.id();
            sound(at, column);
            column.when().flatMap(it -> condition(inRow, at + ".when", it)).ifPresent(it -> when.put(column.id(), it));
            condition(inRow, at + ".required", column.required()).ifPresent(it -> required.put(column.id(), it));
            column.must()
                    .flatMap(it -> condition(inRow, at + ".must", it.condition()))
                    .ifPresent(it -> must.put(column.id(), it));
            calculation(inRow, at, column).ifPresent(it -> calculated.put(column.id(), it));
            column.when().ifPresent(it -> hangs(inRow, table, column, at + ".when", it));
            column.calculate().ifPresent(it -> hangs(inRow, table, column, at + ".calculate", it));
        }
        return new RowRules(table, inRow, when, required, must, calculated);
    }

    private void hangs(String id, String place, String source) {
        circles.add(id, place, expressions.asked(source));
    }

    /** A cell hangs on the cells of its row, on what stands outside, and on its table's being asked at all. */
    private void hangs(Expressions inRow, Field table, Field column, String place, String source) {
        var others = new LinkedHashSet<String>(Set.of(table.id()));
        for (var asked : inRow.asked(source)) {
            rowsSeeTables |= inRow.vocabulary().field(asked).stream().anyMatch(it -> it.kind() == Kind.TABLE);
            others.add(
                    asked.startsWith(RowRules.ROW) ? table.id() + asked.substring(RowRules.ROW.length() - 1) : asked);
        }
        circles.add(table.id() + "." + column.id(), place, others);
    }

    private Optional<Calculation> calculation(Expressions names, String place, Field field) {
        return field.calculate()
                .flatMap(it -> collect(
                        () -> new Calculation(field.kind(), names.answer(place + ".calculate", it, field.kind()))));
    }

    private void sound(String place, Field field) {
        field.signs()
                .filter(signed -> definition
                        .fields()
                        .noneMatch(it ->
                                it.id().equals(signed) && (it.kind() == Kind.PERSON_NAME || it.kind() == Kind.TEXT)))
                .ifPresent(it -> faults.add(Fault.at(place + ".signs", "unknownField", it)));
        field.choice()
                .codelist()
                .filter(it -> !CodeLists.standard().names().contains(it))
                .ifPresent(it -> faults.add(Fault.at(place + ".codelist", "unknownCodelist", it)));
        Stream.of(field.limits().min(), field.limits().max())
                .flatMap(Optional::stream)
                .filter(it -> !Limit.readable(field.kind(), it))
                .forEach(it -> faults.add(Fault.at(place, "badLimit", it)));
        var options = Options.of(field);
        field.initial()
                .filter(it -> field.kind() == Kind.SELECT && !options.containsKey(it.toString()))
                .ifPresent(it -> faults.add(Fault.at(
                        place + ".default", "unknownOption", it, field.id(), String.join(", ", options.keySet()))));
    }

    private void checks() {
        var seen = new HashSet<String>();
        var ids = new HashSet<String>();
        Stream.concat(definition.questions().stream(), definition.fields())
                .filter(it -> it.kind().answered())
                .forEach(it -> ids.add(it.id()));
        for (var check : definition.checks()) {
            var place = "checks." + check.id();
            if (!seen.add(check.id())) {
                faults.add(Fault.at(place, "twice", check.id()));
            }
            switch (check.outcome()) {
                case FormDefinition.Outcome.Wrong(var at) -> {
                    if (!ids.contains(at)) {
                        faults.add(Fault.at(place + ".wrong", "unknownField", at));
                    }
                }
                case FormDefinition.Outcome.Flag _, FormDefinition.Outcome.Suggestion _ -> {}
            }
            condition(place + ".if", check.condition()).ifPresent(it -> checks.put(check.id(), it));
        }
    }

    private Optional<Condition> condition(String place, String source) {
        return condition(expressions, place, source);
    }

    private Optional<Condition> condition(Expressions names, String place, String source) {
        return collect(() -> names.condition(place, source));
    }

    private <T> Optional<T> collect(Supplier<T> compile) {
        try {
            return Optional.of(compile.get());
        } catch (UnsoundDefinition e) {
            faults.addAll(e.faults());
            return Optional.empty();
        }
    }
}
