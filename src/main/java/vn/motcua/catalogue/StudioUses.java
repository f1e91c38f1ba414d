package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.shared.Refused;

/** Where in a package a question, a column or a document is asked for by its name. */
public final class StudioUses {

    private static final Set<String> EXPRESSIONS =
            Set.of("when", "required", "must", "calculate", "self", "if", "wrong", "amount", "place", "signs");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

    private final List<Use> found = new ArrayList<>();

    private StudioUses() {}

    /** Where. */
    public enum Where {
        /** Another question of the form. */
        QUESTION,
        /** A page of the form. */
        PAGE,
        /** A check across fields. */
        CHECK,
        /** A required document. */
        DOCUMENT,
        /** A fee. */
        FEE,
        /** The rest of the record: time limit, place of the matter. */
        RECORD,
        /** A step of the route. */
        STEP,
        /** The template of the result. */
        RESULT,
        /** An example. */
        EXAMPLE,
        /** A part of a group of linked procedures. */
        PART
    }

    /**
     * A place that asks for it.
     *
     * @param name of what asks, in Vietnamese; may be empty
     * @param text how it asks
     */
    public record Use(Where where, String name, String text) {}

    /** Who asks for that element, besides itself; nothing ever asks for a page, a fee, a check or a legal text. */
    static List<Use> of(Map<String, String> files, StudioPart part, String id) {
        var uses = new StudioUses();
        switch (part.sort()) {
            case QUESTIONS, PAGE, PARAMETERS, ENTER -> uses.question(files, id);
            case TABLE -> uses.column(files, part.of(), id);
            case DOCUMENTS -> uses.document(files, id);
            case LINKED -> uses.part(files, id);
            case STEPS -> uses.step(files, id);
            default -> {}
        }
        return uses.found.stream().distinct().toList();
    }

    private void question(Map<String, String> files, String id) {
        var name = name("(?<![\\w.])", id);
        form(files, id, name);
        for (var file : List.of(PackageReader.RECORD, PackageReader.ROUTE)) {
            walk(read(files, file), file, Where.RECORD, "", name);
        }
        for (var it : parts(files)) {
            texts(it.path("answers"), name, Where.PART, words(it));
            texts(it.path("when"), name, Where.PART, words(it));
            texts(it.path("place"), id::equals, Where.PART, words(it));
        }
        var place = Pattern.compile("\\{\\{\\s*" + Pattern.quote(id) + "(?![\\w])[^}]*}}");
        texts(read(files, PackageReader.RESULT), it -> place.matcher(it).find(), Where.RESULT, "");
        StudioPart.elements(read(files, PackageReader.EXAMPLES).path("examples"))
                .filter(it -> Stream.of("answers", "parameters")
                        .flatMap(key -> it.path("given").path(key).propertyNames().stream())
                        .anyMatch(key -> key.equals(id) || key.startsWith(id + ".")))
                .forEach(it -> found.add(new Use(Where.EXAMPLE, it.path("name").asString(""), id)));
    }

    private void column(Map<String, String> files, String table, String id) {
        var name = name("(?<=\\w\\.)", id);
        var root = read(files, PackageReader.FORM);
        StudioPart.table(table)
                .holder(root)
                .ifPresent(it -> StudioPart.elements(it.path("columns"))
                        .filter(one -> !one.path("id").asString("").equals(id))
                        .forEach(one -> walk(one, PackageReader.FORM, Where.QUESTION, words(one), name)));
        var asks = new StudioUses();
        asks.question(files, table);
        asks.found.stream()
                .filter(it -> it.where() != Where.EXAMPLE && name.test(it.text()))
                .forEach(found::add);
    }

    private void document(Map<String, String> files, String id) {
        for (var step : StudioPart.elements(read(files, PackageReader.ROUTE).path("steps"))
                .toList()) {
            texts(step.path("papers"), id::equals, Where.STEP, words(step));
        }
        for (var it : StudioPart.elements(read(files, PackageReader.EXAMPLES).path("examples"))
                .toList()) {
            texts(it.path("then").path("documents"), id::equals, Where.EXAMPLE, words(it));
        }
    }

    /** Which nodes of the route lead there, or want another officer than it had. */
    private void step(Map<String, String> files, String id) {
        for (var node : StudioPart.elements(read(files, PackageReader.ROUTE).path("steps"))
                .toList()) {
            if (!node.path("id").asString("").equals(id)
                    && StudioNodes.asked(node).anyMatch(id::equals)) {
                found.add(new Use(Where.STEP, words(node), id));
            }
        }
    }

    /** What waits for that part of a group, or takes something from it. */
    private void part(Map<String, String> files, String id) {
        var name = name("(?<![\\w.])", id);
        for (var it : parts(files)) {
            if (!it.path("id").asString("").equals(id)) {
                texts(it.path("after"), id::equals, Where.PART, words(it));
                texts(it.path("papers"), id::equals, Where.PART, words(it));
                texts(it.path("answers"), name, Where.PART, words(it));
                texts(it.path("when"), name, Where.PART, words(it));
            }
        }
    }

    private static List<ObjectNode> parts(Map<String, String> files) {
        return StudioPart.elements(read(files, GroupText.GROUP).path("parts")).toList();
    }

    private void form(Map<String, String> files, String id, Predicate<String> name) {
        var root = read(files, PackageReader.FORM);
        StudioPart.elements(root.path("questions"))
                .filter(it -> !it.path("id").asString("").equals(id))
                .forEach(it -> walk(it, PackageReader.FORM, Where.QUESTION, words(it), name));
        for (var page : StudioPart.elements(root.path("sections")).toList()) {
            for (var key : List.of("when", "self")) {
                expression(page.path(key), Where.PAGE, words(page), name);
            }
            StudioPart.elements(page.path("fields"))
                    .filter(it -> !it.path("id").asString("").equals(id))
                    .forEach(it -> walk(it, PackageReader.FORM, Where.QUESTION, words(it), name));
        }
        StudioPart.elements(root.path("checks"))
                .forEach(it -> walk(it, PackageReader.FORM, Where.CHECK, words(it), name));
    }

    /** All expressions below. */
    private void walk(JsonNode node, String file, Where where, String owner, Predicate<String> name) {
        if (node.isArray()) {
            node.forEach(it -> walk(it, file, where, it.has("id") ? words(it) : owner, name));
        }
        node.propertyStream().forEach(it -> {
            var below = file.equals(PackageReader.FORM) ? where : where(file, where, it.getKey());
            if (EXPRESSIONS.contains(it.getKey())) {
                expression(it.getValue(), below, owner, name);
            }
            walk(it.getValue(), file, below, owner, name);
        });
    }

    private static Where where(String file, Where now, String key) {
        if (file.equals(PackageReader.ROUTE)) {
            return Where.STEP;
        }
        return switch (key) {
            case "documents" -> Where.DOCUMENT;
            case "fees" -> Where.FEE;
            default -> now;
        };
    }

    private void expression(JsonNode node, Where where, String owner, Predicate<String> name) {
        var text = node.isString() ? node.asString() : "";
        if (name.test(text)) {
            found.add(new Use(where, owner, text));
        }
    }

    private void texts(JsonNode node, Predicate<String> wanted, Where where, String owner) {
        if (node.isString() && wanted.test(node.asString())) {
            found.add(new Use(where, owner, node.asString()));
        }
        node.valueStream().forEach(it -> texts(it, wanted, where, owner));
    }

    private static Predicate<String> name(String before, String id) {
        var pattern = Pattern.compile(before + Pattern.quote(id) + "(?!\\w)");
        return text -> pattern.matcher(QUOTED.matcher(text).replaceAll("")).find();
    }

    private static String words(JsonNode node) {
        var name = node.path("name");
        var vi = node.path("vi").asString("");
        return !vi.isEmpty()
                ? vi
                : name.isObject()
                        ? name.path("vi").asString("")
                        : name.isString() ? name.asString() : node.path("id").asString("");
    }

    private static ObjectNode read(Map<String, String> files, String file) {
        try {
            return StudioText.read(file, files.getOrDefault(file, "{}"));
        } catch (Refused _) {
            return StudioText.read(file, "{}");
        }
    }
}
