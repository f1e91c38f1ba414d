package vn.motcua.catalogue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Facts;
import vn.motcua.form.Field;
import vn.motcua.form.FormDefinition.Section;

/**
 * Questions that nobody is ever asked, as far as that is cheaply known: where all conditions on the way hang on choices, yes
 * or no and the channel alone, every combination is tried. Of all others it says nothing.
 */
final class NeverAsked {

    private static final int MOST_COMBINATIONS = 500;
    /** No answer at all. */
    private static final Object NONE = new Object();

    private static final LocalDateTime ANY_DAY = LocalDateTime.of(2026, 1, 5, 8, 0);
    private static final Pattern TEXTS = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAMES = Pattern.compile("[A-Za-z_][\\w.]*");
    private static final Set<String> WORDS = Set.of("true", "false", "in", "given", "channel");

    private final CompiledForm form;
    private final Map<String, Field> fields;
    private final Map<String, Section> sections = new HashMap<>();

    private NeverAsked(CompiledForm form) {
        this.form = form;
        var definition = form.definition();
        this.fields = Stream.concat(definition.questions().stream(), definition.fields())
                .collect(Collectors.toMap(Field::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
        definition.sections().forEach(it -> it.fields().forEach(one -> sections.put(one.id(), it)));
    }

    /** The ids of the questions that no answers bring up. */
    static Set<String> of(CompiledForm form) {
        var all = new NeverAsked(form);
        return all.fields.values().stream()
                .map(Field::id)
                .filter(all::never)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean never(String id) {
        var names = new LinkedHashSet<String>();
        if (conditions(id).isEmpty() || !collect(id, names)) {
            return false;
        }
        names.remove("channel");
        var choices = new ArrayList<Map.Entry<String, List<Object>>>();
        long combinations = 3;
        for (var name : names) {
            var values = values(name);
            if (values.isEmpty()) {
                return false;
            }
            choices.add(Map.entry(name, values.get()));
            combinations *= values.get().size();
            if (combinations > MOST_COMBINATIONS) {
                return false;
            }
        }
        return Stream.of(Channel.values())
                .noneMatch(it -> asked(id, choices, 0, new HashMap<>(), Facts.of(it.name(), ANY_DAY)));
    }

    private List<String> conditions(String id) {
        return Stream.concat(
                        Stream.ofNullable(fields.get(id)).flatMap(it -> it.when().stream()),
                        Stream.ofNullable(sections.get(id)).flatMap(it -> it.when().stream()))
                .toList();
    }

    /** What the conditions on the way to that question name; false where one names something that cannot be tried out. */
    private boolean collect(String id, Set<String> names) {
        for (var condition : conditions(id)) {
            var found = NAMES.matcher(TEXTS.matcher(condition).replaceAll("''"));
            while (found.find()) {
                var name = found.group();
                if (name.equals("channel")) {
                    names.add(name);
                } else if (!WORDS.contains(name)) {
                    if (values(name).isEmpty() || (names.add(name) && !collect(name, names))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Every answer that a question can have, none among them; empty where they cannot be counted. */
    private Optional<List<Object>> values(String id) {
        var field = fields.get(id);
        if (field == null || field.calculate().isPresent()) {
            return Optional.empty();
        }
        return switch (field.kind()) {
            case BOOLEAN, CONSENT -> Optional.of(List.of(NONE, true, false));
            case SELECT ->
                field.choice().codelist().isPresent()
                        ? Optional.empty()
                        : Optional.of(Stream.concat(Stream.of(NONE), field.choice().options().keySet().stream())
                                .toList());
            case TEXT,
                    TEXTAREA,
                    PERSON_NAME,
                    INTEGER,
                    DECIMAL,
                    MONEY,
                    CHOICES,
                    DATE,
                    PARTIAL_DATE,
                    MONTH,
                    DATETIME,
                    CITIZEN_ID,
                    TAX_CODE,
                    PHONE,
                    EMAIL,
                    URL,
                    ADDRESS,
                    AGENCY,
                    TABLE,
                    FILE,
                    SIGNATURE -> Optional.empty();
        };
    }

    private boolean asked(
            String id,
            List<Map.Entry<String, List<Object>>> choices,
            int next,
            Map<String, Object> answers,
            Facts facts) {
        if (next == choices.size()) {
            return form.visible(answers, facts).contains(id);
        }
        for (var value : choices.get(next).getValue()) {
            if (value.equals(NONE)) {
                answers.remove(choices.get(next).getKey());
            } else {
                answers.put(choices.get(next).getKey(), value);
            }
            if (asked(id, choices, next + 1, answers, facts)) {
                return true;
            }
        }
        return false;
    }
}
