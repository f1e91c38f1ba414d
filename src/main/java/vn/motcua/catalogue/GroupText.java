package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The text of a group of linked procedures. Its folder holds what is its own; what it takes over from its parts
 * ({@code from:}) is put in here, so that a question is written once. When the catalogue is read, the files of the parts
 * are laid beside those of the group under {@code <code>/}: a revision of a group is whole in itself, and keeps the parts
 * with which it was published.
 */
final class GroupText {

    static final String GROUP = "group.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final String FROM = "from";

    private final Map<String, String> files;

    private GroupText(Map<String, String> files) {
        this.files = files;
    }

    static boolean isGroup(Map<String, String> files) {
        return files.containsKey(GROUP);
    }

    /** The files of the parts as they lie beside those of the group. */
    static Map<String, String> parts(Map<String, String> group, Map<String, Map<String, String>> packages) {
        var beside = new TreeMap<String, String>();
        for (var part : root(group).list("parts")) {
            var code = part.text("procedure");
            packages.getOrDefault(code, Map.of()).forEach((name, text) -> beside.put(code + "/" + name, text));
        }
        return beside;
    }

    static YamlPlace root(Map<String, String> files) {
        return YamlPlace.read(GROUP, files.getOrDefault(GROUP, ""));
    }

    /** The files of that part alone. */
    static Map<String, String> of(String code, Map<String, String> files) {
        var own = new TreeMap<String, String>();
        files.forEach((name, text) -> {
            if (name.startsWith(code + "/")) {
                own.put(name.substring(code.length() + 1), text);
            }
        });
        return own;
    }

    /** The files from which a package can be read: the declaration put together; route and result those of the first part. */
    static Map<String, String> composed(Map<String, String> files) {
        var parts = root(files).list("parts");
        if (parts.isEmpty()) {
            throw YamlPlace.refused(GROUP, "parts", "nhóm không có phần nào");
        }
        var first = of(parts.getFirst().text("procedure"), files);
        var text = new GroupText(files);
        var all = new HashMap<>(files);
        all.put(PackageReader.FORM, text.form());
        all.put(PackageReader.RECORD, text.record());
        for (var name : List.of(PackageReader.ROUTE, PackageReader.RESULT)) {
            if (first.containsKey(name)) {
                all.put(name, first.getOrDefault(name, ""));
            }
        }
        return all;
    }

    private String form() {
        var form = own(PackageReader.FORM);
        form.set("questions", taken(form, PackageReader.FORM, "questions", "question"));
        form.set("checks", taken(form, PackageReader.FORM, "checks", "check"));
        form.set("sections", sections(form));
        return YAML.writeValueAsString(form);
    }

    private String record() {
        var record = own(PackageReader.RECORD);
        record.set("documents", taken(record, PackageReader.RECORD, "documents", "document"));
        record.set("fees", taken(record, PackageReader.RECORD, "fees", "fee"));
        return YAML.writeValueAsString(record);
    }

    /** A list in which an entry {@code {from: code}} stands for all of that part's, and with a name for the one. */
    private ArrayNode taken(ObjectNode root, String file, String list, String one) {
        var all = YAML.createArrayNode();
        for (var entry : root.path(list)) {
            if (entry.has(FROM)) {
                var theirs = part(file, list, entry).path(list);
                if (entry.has(one)) {
                    all.add(named(theirs, entry.path(one).asString(), file, list));
                } else {
                    theirs.forEach(all::add);
                }
            } else {
                all.add(entry);
            }
        }
        return all;
    }

    private ArrayNode sections(ObjectNode form) {
        var all = YAML.createArrayNode();
        for (var section : form.path("sections")) {
            if (section.has(FROM)) {
                var theirs = part(PackageReader.FORM, "sections", section).path("sections");
                section.path("sections")
                        .forEach(it -> all.add(named(theirs, it.asString(), PackageReader.FORM, "sections")));
            } else if (section instanceof ObjectNode own) {
                var copy = own.deepCopy();
                copy.set("fields", fields(own));
                all.add(copy);
            }
        }
        return all;
    }

    /** Questions of a section of the group's own; one taken over may be worded anew, and a key set to null falls away. */
    private ArrayNode fields(ObjectNode section) {
        var all = YAML.createArrayNode();
        var place = "sections." + section.path("id").asString("");
        for (var field : section.path("fields")) {
            if (!field.has(FROM)) {
                all.add(field);
                continue;
            }
            var id = field.path("field").asString("");
            var theirs = fieldsOf(part(PackageReader.FORM, place, field));
            var copy = (ObjectNode) named(theirs, id, PackageReader.FORM, place).deepCopy();
            field.propertyStream()
                    .filter(it -> !it.getKey().equals(FROM) && !it.getKey().equals("field"))
                    .forEach(it -> {
                        if (it.getValue().isNull()) {
                            copy.remove(it.getKey());
                        } else {
                            copy.set(it.getKey(), it.getValue());
                        }
                    });
            all.add(copy);
        }
        return all;
    }

    private static List<JsonNode> fieldsOf(JsonNode form) {
        var all = new ArrayList<JsonNode>();
        form.path("sections").forEach(section -> section.path("fields").forEach(all::add));
        return all;
    }

    private static JsonNode named(Iterable<JsonNode> all, String id, String file, String place) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(it -> it.path("id").asString("").equals(id))
                .findFirst()
                .orElseThrow(() -> YamlPlace.refused(file, place, "phần được lấy không có \"" + id + "\""));
    }

    private JsonNode part(String file, String place, JsonNode entry) {
        var code = entry.path(FROM).asString("");
        var text = files.get(code + "/" + file);
        if (text == null) {
            throw YamlPlace.refused(file, place, "\"" + code + "\" không phải một phần của nhóm, hoặc không có gói");
        }
        return YamlPlace.read(code + "/" + file, text).node();
    }

    private ObjectNode own(String file) {
        var text = files.get(file);
        if (text != null && YamlPlace.read(file, text).node() instanceof ObjectNode node) {
            return node;
        }
        throw YamlPlace.refused(file, "", "thiếu tệp này trong gói");
    }
}
