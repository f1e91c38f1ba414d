package vn.motcua.catalogue;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import vn.motcua.form.FormDefinition;

/**
 * What a package must keep to before people see it, besides being sound. Asked when it is published and not when a stored
 * revision is read: what was published before a rule came stays readable, for its dossiers live on.
 */
final class PublicationRules {

    private static final Set<String> TEXTS = Set.of("hint", "reason", "message", "otherwise", "intro");

    private PublicationRules() {}

    /** The package out of its files; refuses with {@code PACKAGE_FAULTY}, which names file, place and reason. */
    static ProcedurePackage ready(Map<String, String> files) {
        var procedure = ProcedurePackage.read(files);
        inBothLanguages(
                YamlPlace.read(PackageReader.FORM, files.getOrDefault(PackageReader.FORM, ""))
                        .node(),
                "");
        endsWithADeclaration(procedure.form().definition());
        return procedure;
    }

    /** Refuses a text without its English: whoever reads the page in English would find Vietnamese there. */
    private static void inBothLanguages(JsonNode node, String place) {
        if (node.has("vi") && node.path("en").asString("").isBlank()) {
            throw YamlPlace.refused(
                    PackageReader.FORM,
                    place,
                    "thiếu bản tiếng Anh (en) của \"" + node.path("vi").asString() + "\"");
        }
        node.propertyStream().forEach(it -> {
            var at = place.isEmpty() ? it.getKey() : place + "." + it.getKey();
            if (TEXTS.contains(it.getKey()) && it.getValue().isString()) {
                throw YamlPlace.refused(PackageReader.FORM, at, "cần cả hai tiếng: {vi: …, en: …}");
            }
            inBothLanguages(it.getValue(), at);
        });
        if (node.isArray()) {
            node.forEach(it -> inBothLanguages(it, place + "." + it.path("id").asString("")));
        }
    }

    /** Refuses a form that nobody signs: its last section is the declaration (cam đoan), and one has to agree to it. */
    private static void endsWithADeclaration(FormDefinition form) {
        var last = form.sections().getLast();
        var declares = last.when().isEmpty()
                && last.declares()
                && last.fields().stream().anyMatch(it -> it.required().equals("true"));
        if (!declares) {
            throw YamlPlace.refused(
                    PackageReader.FORM,
                    "sections." + last.id(),
                    "phần cuối phải là lời cam đoan: chỉ gồm các ô đồng ý, có ô bắt buộc");
        }
    }
}
