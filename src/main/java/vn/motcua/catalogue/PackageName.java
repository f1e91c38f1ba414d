package vn.motcua.catalogue;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.shared.Refused;

/** What a package says it is, also one that cannot be read to its end. */
final class PackageName {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final int LONGEST = 500;

    private PackageName() {}

    /** The code of its procedure, if it is one. */
    static Optional<String> code(Map<String, String> files) {
        return text(files, "/code").filter(it -> it.matches("\\d\\.\\d{6}(\\.H\\d\\d)?"));
    }

    /** Refuses a package that says it is of another procedure; one that says nothing may be a draft without its first file. */
    static void belongs(String code, Map<String, String> files) {
        code(files).filter(it -> !it.equals(code)).ifPresent(it -> {
            throw new Refused(CatalogueRefusal.PACKAGE_OF_OTHER_PROCEDURE, it, code);
        });
    }

    /** The code of the agency that publishes it. */
    static Optional<String> issuer(Map<String, String> files) {
        return text(files, "/issuer/code");
    }

    /** The official name; empty when it says none. */
    static String name(Map<String, String> files) {
        var name = text(files, "/name/vi").orElse("");
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    private static Optional<String> text(Map<String, String> files, String pointer) {
        try {
            return Optional.ofNullable(YAML.readTree(files.getOrDefault(PackageReader.RECORD, "")))
                    .map(it -> it.at(pointer))
                    .filter(JsonNode::isString)
                    .map(it -> it.asString().strip());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
