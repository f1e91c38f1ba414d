package vn.motcua.form;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names that expressions of one procedure may use, each with its type: its fields and questions, {@code channel},
 * {@code today}, {@code now} and its parameters. A name that is not here is refused when the package is read.
 */
public final class Vocabulary {

    static final CelType DATE = OpaqueType.create("date");
    static final List<String> CHANNELS = List.of("ONLINE", "DIRECT", "POSTAL");
    private static final List<String> ADDRESS_PARTS = List.of("province", "ward", "detail");

    private final List<Field> fields;
    private final Map<String, FormDefinition.Parameter> parameters;
    private final Map<String, CelType> names = new LinkedHashMap<>();
    private final Map<String, StructType> structs = new LinkedHashMap<>();

    private Vocabulary(List<Field> fields, Map<String, FormDefinition.Parameter> parameters) {
        this.fields = List.copyOf(fields);
        this.parameters = parameters;
        names.put("channel", SimpleType.STRING);
        names.put("today", DATE);
        names.put("now", DATE);
        parameters.forEach((name, it) -> names.put(name, type(it.kind().sort(), name, List.of())));
        for (var field : fields) {
            names.put(given(field.id()), SimpleType.BOOL);
            if (field.kind().sort() == Kind.Sort.ADDRESS) {
                ADDRESS_PARTS.forEach(part -> names.put(field.id() + "." + part, SimpleType.STRING));
            } else {
                names.put(
                        field.id(),
                        type(field.kind().sort(), field.id(), field.table().columns()));
            }
        }
    }

    /** The vocabulary of that form: its fields, questions and parameters. */
    public static Vocabulary of(FormDefinition definition) {
        return new Vocabulary(
                Stream.concat(definition.questions().stream(), definition.fields())
                        .filter(it -> it.kind().answered())
                        .toList(),
                definition.parameters());
    }

    /** The same with one more name, e.g. a decision of a route's step; its value is read from the answers. */
    public Vocabulary with(String name, Kind kind) {
        var more = new ArrayList<>(fields);
        more.add(new Field(
                name,
                new Words(name, name),
                Optional.empty(),
                Optional.empty(),
                kind,
                "false",
                Optional.empty(),
                Field.Limits.NONE,
                Field.Choice.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Field.Table.NONE));
        return new Vocabulary(more, parameters);
    }

    /** The same inside the rows of that table: {@code row.pages} is the cell of the column {@code pages}. */
    Vocabulary inRowOf(Field table) {
        var more = new ArrayList<>(fields);
        table.table().columns().forEach(it -> more.add(it.named(RowRules.cell(it))));
        return new Vocabulary(more, parameters);
    }

    /** Every name an author may write, in alphabetical order. */
    public Set<String> names() {
        var written = new TreeSet<>(names.keySet());
        written.removeIf(it -> it.startsWith("given("));
        return written;
    }

    /** What a province may set, by name. */
    Map<String, FormDefinition.Parameter> parameters() {
        return parameters;
    }

    /** The question that is meant by what an expression writes: {@code p.home.ward} and {@code given(p.home)} mean the address. */
    Optional<Field> field(String written) {
        var name = written.startsWith("given(") ? written.substring("given(".length(), written.length() - 1) : written;
        return fields.stream()
                .filter(it -> name.equals(it.id()) || name.startsWith(it.id() + "."))
                .findFirst();
    }

    Map<String, CelType> types() {
        return names;
    }

    /** The values that a name may take, where they are few and known; empty otherwise. */
    Set<String> valuesOf(String name) {
        if (name.equals("channel")) {
            return new LinkedHashSet<>(CHANNELS);
        }
        return fields.stream()
                .filter(it -> it.id().equals(name) && (it.kind() == Kind.SELECT || it.kind() == Kind.CHOICES))
                .findFirst()
                .map(it -> it.choice()
                        .codelist()
                        .map(list -> CodeLists.standard().codes(list))
                        .orElse(it.choice().options().keySet()))
                .orElse(Set.of());
    }

    /** The name by which an expression asks whether an answer was given. */
    static String given(String fieldId) {
        return "given(" + fieldId + ")";
    }

    CelTypeProvider typeProvider() {
        var structs = ImmutableMap.<String, CelType>copyOf(this.structs);
        return new CelTypeProvider() {
            @Override
            public ImmutableCollection<CelType> types() {
                return structs.values();
            }

            @Override
            public Optional<CelType> findType(String name) {
                return Optional.ofNullable(structs.get(name));
            }
        };
    }

    private CelType type(Kind.Sort sort, String name, List<Field> columns) {
        return switch (sort) {
            case TEXT -> SimpleType.STRING;
            case TEXTS -> ListType.create(SimpleType.STRING);
            case NUMBER -> SimpleType.DOUBLE;
            case YES_NO -> SimpleType.BOOL;
            case DATE -> DATE;
            case ADDRESS -> {
                struct("address", ADDRESS_PARTS.stream().collect(toTypes(SimpleType.STRING)));
                yield StructTypeReference.create("address");
            }
            case ROWS -> {
                var types = new LinkedHashMap<String, CelType>();
                columns.forEach(it -> types.put(it.id(), type(it.kind().sort(), it.id(), List.of())));
                struct("row of " + name, types);
                yield ListType.create(StructTypeReference.create("row of " + name));
            }
        };
    }

    private static java.util.stream.Collector<String, ?, Map<String, CelType>> toTypes(CelType type) {
        return java.util.stream.Collectors.toMap(it -> it, _ -> type);
    }

    private void struct(String name, Map<String, CelType> columns) {
        var types = ImmutableMap.copyOf(columns);
        structs.put(
                name,
                StructType.create(name, ImmutableSet.copyOf(types.keySet()), it -> Optional.ofNullable(types.get(it))));
    }

    /** Answers and facts as values of the names. A missing answer is an empty text, 0 or no; a missing date is unknown. */
    Situation situation(Map<String, Object> answers, Facts facts) {
        var values = new HashMap<String, Object>();
        values.put("channel", facts.channel());
        values.put("today", Day.of(facts.today()));
        values.put("now", new Day(facts.now()));
        parameters.forEach((name, it) -> value(
                        it.kind().sort(), facts.parameters().getOrDefault(name, it.initial()), List.of())
                .ifPresent(value -> values.put(name, value)));
        for (var field : fields) {
            var answer = Optional.ofNullable(answers.get(field.id()));
            values.put(given(field.id()), answer.isPresent());
            if (field.kind().sort() == Kind.Sort.ADDRESS) {
                ADDRESS_PARTS.forEach(part -> values.put(field.id() + "." + part, part(answer.orElse(""), part)));
            } else {
                value(field.kind().sort(), answer.orElse(""), field.table().columns())
                        .ifPresent(it -> values.put(field.id(), it));
            }
        }
        return new Situation(values, facts);
    }

    private static Optional<Object> value(Kind.Sort sort, Object answer, List<Field> columns) {
        return switch (sort) {
            case TEXT -> Optional.of(answer instanceof String text ? text : "");
            case TEXTS -> Optional.of(answer instanceof List<?> texts ? texts : List.of());
            case NUMBER -> Optional.of(answer instanceof Number number ? number.doubleValue() : 0.0);
            case YES_NO -> Optional.of(Boolean.TRUE.equals(answer));
            case DATE -> Day.parse(answer).map(it -> it);
            case ADDRESS ->
                Optional.of(ADDRESS_PARTS.stream()
                        .collect(java.util.stream.Collectors.toMap(it -> it, it -> part(answer, it))));
            case ROWS -> Optional.of(rows(answer, columns));
        };
    }

    private static List<Map<String, Object>> rows(Object answer, List<Field> columns) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var row : answer instanceof List<?> list ? list : List.of()) {
            var values = new HashMap<String, Object>();
            for (var column : columns) {
                var cell = row instanceof Map<?, ?> map ? map.get(column.id()) : null;
                value(column.kind().sort(), cell == null ? "" : cell, List.of())
                        .ifPresent(it -> values.put(column.id(), it));
            }
            rows.add(values);
        }
        return rows;
    }

    private static String part(Object answer, String part) {
        return answer instanceof Map<?, ?> map && map.get(part) instanceof String text ? text : "";
    }
}
