package vn.motcua.catalogue;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import vn.motcua.shared.Refused;

/**
 * A file of a package as a tree and back as text. Keys keep their order, figures their digits, and what nobody here knows
 * stays. A change is written into the text as it was; only where that cannot be done is the whole written again, without its
 * comments.
 */
final class StudioText {

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StudioText() {}

    /** The tree; refuses with {@code PACKAGE_FAULTY} what is no YAML, has a key twice, or is no group of keys. */
    static ObjectNode read(String file, String text) {
        try {
            if (YAML.readTree(text) instanceof ObjectNode root) {
                return root;
            }
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw YamlPlace.refused(file, at == null ? "" : "dòng " + at.getLineNr(), e.getOriginalMessage());
        }
        throw YamlPlace.refused(file, "", "cần một nhóm khóa và giá trị");
    }

    /** The text as it was with what differs in the tree now. */
    static String change(String file, String text, ObjectNode root) {
        var before = read(file, text);
        return StudioPatch.same(before, root)
                ? text
                : StudioPatch.of(text, before, root)
                        .filter(it -> reads(file, it, root))
                        .orElseGet(() -> write(file, root));
    }

    private static boolean reads(String file, String text, ObjectNode root) {
        try {
            return StudioPatch.same(read(file, text), root);
        } catch (Refused _) {
            return false;
        }
    }

    /** The text of it, which reads as the same tree. */
    static String write(String file, ObjectNode root) {
        var text = YAML.writeValueAsString(root);
        if (!read(file, text).equals(root)) {
            throw new IllegalStateException(file + " would not read as it was written");
        }
        return text;
    }
}
