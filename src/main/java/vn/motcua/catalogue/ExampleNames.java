package vn.motcua.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.motcua.form.Field;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.UnsoundDefinition;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * Whether what an example gives is asked by the form at all, in the way of its kind: an answer to a question that nobody asks
 * would prove nothing.
 */
final class ExampleNames {

    private static final String ANSWERS = "given.answers";
    private static final String PARAMETERS = "given.parameters";

    private final Map<String, String> files;

    ExampleNames(Map<String, String> files) {
        this.files = files;
    }

    /** What is wrong with what was filled in, by the name of the input; nothing while the form itself cannot be read. */
    Map<String, Phrase> faults(Map<String, String> typed) {
        var faults = new LinkedHashMap<String, Phrase>();
        form().ifPresent(form -> {
            StudioPairs.read(lines(typed, ANSWERS), false)
                    .propertyStream()
                    .forEach(it -> answer(form, it.getKey(), it.getValue())
                            .ifPresent(fault -> faults.putIfAbsent(ANSWERS, fault)));
            StudioPairs.read(lines(typed, PARAMETERS), false).propertyNames().stream()
                    .filter(it -> !form.parameters().containsKey(it))
                    .findFirst()
                    .ifPresent(it -> faults.put(PARAMETERS, Phrase.of("studio.wrong.noParameter", it)));
        });
        return faults;
    }

    private static String lines(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").replace("\r\n", "\n");
    }

    private static Optional<Phrase> answer(FormDefinition form, String name, JsonNode value) {
        var field = Stream.concat(form.questions().stream(), form.fields())
                .filter(it -> it.id().equals(name))
                .findFirst();
        return field.isEmpty()
                ? Optional.of(Phrase.of("studio.wrong.noQuestion", name))
                : field.filter(it -> !fits(it, value))
                        .map(it -> Phrase.of("studio.wrong.otherKind." + shape(it), name));
    }

    private static boolean fits(Field field, JsonNode value) {
        return switch (shape(field)) {
            case "yesNo" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "text" -> value.isString();
            case "list" -> value.isArray();
            default -> value.isObject();
        };
    }

    private static String shape(Field field) {
        return switch (field.kind()) {
            case INTEGER, DECIMAL, MONEY -> "number";
            case BOOLEAN, CONSENT -> "yesNo";
            case CHOICES, TABLE -> "list";
            case ADDRESS -> "group";
            default -> "text";
        };
    }

    private Optional<FormDefinition> form() {
        try {
            return Optional.of(StudioPackage.of(files).formWithEntries());
        } catch (Refused | UnsoundDefinition _) {
            return Optional.empty();
        }
    }
}
