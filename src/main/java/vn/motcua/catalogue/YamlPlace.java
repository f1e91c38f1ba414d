package vn.motcua.catalogue;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.form.Words;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * A place in a file of a procedure package. It knows where it is, so that whatever is wrong is refused with file, place
 * and reason instead of a parser's stack trace.
 */
record YamlPlace(String file, String path, JsonNode node) {

    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    /** The whole file. */
    static YamlPlace read(String file, String text) {
        try {
            var root = YAML.readTree(text);
            return new YamlPlace(file, "", root);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw refused(file, at == null ? "" : "dòng " + at.getLineNr(), e.getOriginalMessage());
        }
    }

    /** A refusal that names file, place and reason. */
    static Refused refused(String file, String place, String reason) {
        return new Refused(CatalogueRefusal.PACKAGE_FAULTY, file, place.isEmpty() ? "/" : place, reason);
    }

    /** The same with a reason that is said in the language of whoever reads it. */
    static Refused refused(String file, String place, Phrase reason) {
        return new Refused(CatalogueRefusal.PACKAGE_FAULTY, file, place.isEmpty() ? "/" : place, reason);
    }

    /** A refusal at this place. */
    Refused refuse(String reason) {
        return refused(file, path, reason);
    }

    /** Refuses keys that nobody reads: most are typing errors. */
    YamlPlace knowing(String... keys) {
        if (!node.isObject()) {
            throw refuse("cần một nhóm khóa và giá trị");
        }
        var known = Set.of(keys);
        for (var key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw refuse("không có khóa \"" + key + "\"; các khóa được dùng: " + String.join(", ", keys));
            }
        }
        return this;
    }

    Optional<YamlPlace> maybe(String key) {
        var child = node.get(key);
        return child == null || child.isNull() ? Optional.empty() : Optional.of(at(key, child));
    }

    YamlPlace need(String key) {
        return maybe(key).orElseThrow(() -> refuse("thiếu khóa \"" + key + "\""));
    }

    String text() {
        if (!node.isValueNode() || node.isNull()) {
            throw refuse("cần một dòng chữ");
        }
        return node.asString().strip();
    }

    /** Whether it is that one word. */
    boolean is(String word) {
        return node.isValueNode() && node.asString().strip().equals(word);
    }

    String text(String key) {
        return need(key).text();
    }

    String textOr(String key, String otherwise) {
        return maybe(key).map(YamlPlace::text).orElse(otherwise);
    }

    int wholeOr(String key, int otherwise) {
        return maybe(key).map(YamlPlace::whole).orElse(otherwise);
    }

    int whole() {
        if (!node.isIntegralNumber()) {
            throw refuse("cần một số nguyên");
        }
        return node.intValue();
    }

    boolean flag(String key) {
        return maybe(key)
                .map(it -> {
                    if (!it.node.isBoolean()) {
                        throw it.refuse("cần true hoặc false");
                    }
                    return it.node.booleanValue();
                })
                .orElse(false);
    }

    /** The elements of a list; an absent list is an empty one. */
    List<YamlPlace> list(String key) {
        var list = maybe(key);
        if (list.isEmpty()) {
            return List.of();
        }
        var place = list.get();
        if (!place.node.isArray()) {
            throw place.refuse("cần một danh sách");
        }
        var found = new ArrayList<YamlPlace>();
        for (int i = 0; i < place.node.size(); i++) {
            found.add(new YamlPlace(file, place.path + "[" + (i + 1) + "]", place.node.get(i)));
        }
        return List.copyOf(found);
    }

    List<String> texts(String key) {
        return list(key).stream().map(YamlPlace::text).toList();
    }

    /** A moment on the wall clock in Vietnam, {@code 2026-11-20T16:45}. */
    LocalDateTime moment() {
        try {
            return LocalDateTime.parse(text());
        } catch (DateTimeParseException e) {
            throw refuse("cần một thời điểm dạng \"2026-11-20T16:45\"");
        }
    }

    /** The keys with plain values, as an answer to a form would be. */
    Map<String, Object> values() {
        return YAML.convertValue(node, new TypeReference<Map<String, Object>>() {});
    }

    Words words() {
        knowing("vi", "en");
        return new Words(text("vi"), text("en"));
    }

    <E extends Enum<E>> E oneOf(Class<E> kind) {
        var text = text();
        return Arrays.stream(kind.getEnumConstants())
                .filter(it -> it.name().equals(text))
                .findFirst()
                .orElseThrow(() -> refuse("\"" + text + "\" không phải một trong: "
                        + Arrays.stream(kind.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private YamlPlace at(String key, JsonNode child) {
        return new YamlPlace(file, path.isEmpty() ? key : path + "." + key, child);
    }
}
