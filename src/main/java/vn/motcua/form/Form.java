package vn.motcua.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
            section.self().flatMap(it -> condition(place + ".self", it)).ifPresent(it -> self.put(section.id(), it));
            fields(place + ".fields", section.fields());
        }
        checks();
        if (!faults.isEmpty()) {
            throw new UnsoundDefinition(faults);
        }
        return new CompiledForm(definition, expressions, when, self, required, must, checks);
    }

    private void fields(String parent, List<Field> fields) {
        for (var field : fields) {
            var place = parent + "." + field.id();
            field.when().flatMap(it -> condition(place + ".when", it)).ifPresent(it -> when.put(field.id(), it));
            condition(place + ".required", field.required()).ifPresent(it -> required.put(field.id(), it));
            field.must()
                    .flatMap(it -> condition(place + ".must", it.condition()))
                    .ifPresent(it -> must.put(field.id(), it));
            sound(place, field);
            for (var column : field.table().columns()) {
                sound(place + ".columns." + column.id(), column);
                if (!List.of("true", "false").contains(column.required())) {
                    faults.add(Fault.at(place + ".columns." + column.id(), "columnRequired"));
                }
            }
        }
    }

    private void sound(String place, Field field) {
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
        Stream.concat(definition.questions().stream(), definition.fields()).forEach(it -> ids.add(it.id()));
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
        return Optional.ofNullable(collect(() -> expressions.condition(place, source)));
    }

    private @Nullable Condition collect(Supplier<Condition> compile) {
        try {
            return compile.get();
        } catch (UnsoundDefinition e) {
            faults.addAll(e.faults());
            return null;
        }
    }
}
