package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.shared.Phrase;

/**
 * Which documents each case (trường hợp) needs, where a case is an option of a choice before the form. What a document hangs
 * on besides the case is left to its own page.
 */
final class StudioCases {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ID = "id";
    private static final String REQUIRED = "required";
    private static final String DOCUMENTS = "documents";
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    private final String question;
    private final Map<String, JsonNode> options;

    private StudioCases(String question, Map<String, JsonNode> options) {
        this.question = question;
        this.options = options;
    }

    /** Of that choice in that form; empty where there is none with options of its own. */
    static Optional<StudioCases> of(String question, ObjectNode form) {
        return StudioPart.elements(form.path("questions"))
                .filter(it -> it.path(ID).asString("").equals(question))
                .filter(it -> it.path("kind").asString("").equals("select") && it.has("options"))
                .findFirst()
                .map(it -> new StudioCases(
                        question,
                        it.path("options")
                                .propertyStream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new))));
    }

    /** The cases, each with what it needs. */
    List<StudioRows.Row> rows(ObjectNode record) {
        var rows = new ArrayList<StudioRows.Row>();
        options.forEach((code, words) -> {
            var node = NODES.objectNode().put(ID, code);
            node.put("vi", said(words, "vi")).put("en", said(words, "en"));
            var needed = node.putArray(DOCUMENTS);
            documents(record)
                    .filter(it -> cases(it).filter(in -> in.contains(code)).isPresent())
                    .forEach(it -> needed.add(it.path(ID).asString("")));
            rows.add(new StudioRows.Row(code, node, NODES.missingNode()));
        });
        return rows;
    }

    /** The documents that hang on nothing but the case. */
    List<String> choices(ObjectNode record) {
        return documents(record)
                .filter(it -> cases(it).isPresent())
                .map(it -> it.path(ID).asString(""))
                .toList();
    }

    private static Stream<ObjectNode> documents(ObjectNode record) {
        return StudioPart.elements(record.path(DOCUMENTS)).filter(it -> it.has(ID));
    }

    /** Writes what the cases need now; refuses a document that no case needs any more. */
    void store(ObjectNode record, List<StudioRows.Row> rows) {
        documents(record)
                .forEach(document -> cases(document).ifPresent(before -> {
                    var id = document.path(ID).asString("");
                    var now = rows.stream()
                            .filter(it -> it.node()
                                    .path(DOCUMENTS)
                                    .valueStream()
                                    .anyMatch(one -> one.asString("").equals(id)))
                            .map(StudioRows.Row::id)
                            .collect(Collectors.toCollection(LinkedHashSet::new));
                    if (now.isEmpty()) {
                        throw new StudioWrong(Map.of(DOCUMENTS, Phrase.of("studio.wrong.noCase", id)));
                    }
                    if (!now.equals(before)) {
                        write(document, now);
                    }
                }));
    }

    private void write(ObjectNode document, Set<String> cases) {
        if (cases.size() == options.size()) {
            document.put(REQUIRED, true).remove("when");
            return;
        }
        var quoted = cases.stream().map(it -> '"' + it + '"').toList();
        document.put(
                REQUIRED,
                cases.size() == 1
                        ? question + " == " + quoted.getFirst()
                        : question + " in [" + String.join(", ", quoted) + "]");
        var when = document.path("when") instanceof ObjectNode there ? there : document.putObject("when");
        when.put("vi", "trường hợp: " + named(cases, "vi")).put("en", "in the case: " + named(cases, "en"));
    }

    private String named(Set<String> cases, String language) {
        return cases.stream()
                .map(it -> said(options.getOrDefault(it, NODES.missingNode()), language))
                .collect(Collectors.joining("; "));
    }

    private static String said(JsonNode words, String language) {
        var vi = words.isObject() ? words.path("vi").asString("") : words.asString("");
        return language.equals("vi") ? vi : words.path("en").asString(vi);
    }

    /** In which cases it is demanded; empty where it hangs on something else. */
    private Optional<Set<String>> cases(ObjectNode document) {
        var required = document.path(REQUIRED).asString("").strip();
        if (required.equals("true")) {
            return Optional.of(new LinkedHashSet<>(options.keySet()));
        }
        var text = "(?:\"[^\"]*\"|'[^']*')";
        var own = Pattern.quote(question);
        if (!required.matches(own + "\\s*==\\s*" + text)
                && !required.matches(own + "\\s+in\\s*\\[\\s*" + text + "(\\s*,\\s*" + text + ")*\\s*]")) {
            return Optional.empty();
        }
        return Optional.of(TEXT.matcher(required)
                        .results()
                        .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
                        .collect(Collectors.<String, Set<String>>toCollection(LinkedHashSet::new)))
                .filter(options.keySet()::containsAll);
    }
}
