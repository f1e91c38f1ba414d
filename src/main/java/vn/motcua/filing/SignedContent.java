package vn.motcua.filing;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.Sha256;

/** What a signature under a declaration is bound to: edition, agency, place and every answer. Pure. */
final class SignedContent {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SignedContent() {}

    /** Its digest (SHA-256): another one as soon as anything of it is another. */
    static String of(Case of) {
        var content = new LinkedHashMap<String, Object>();
        content.put("revision", of.revision().id().value().toString());
        content.put("unit", of.draft().unit().map(it -> it.value().toString()).orElse(""));
        content.put("place", of.draft().place().code());
        content.put("answers", of.kept());
        return digest(content);
    }

    /** The digest of the answers alone, by which a dossier is known to be still what was signed. */
    static String answers(Map<String, Object> answers) {
        return digest(answers);
    }

    /** Read once more before, so that a number is written alike whether it was just reckoned or has been kept. */
    private static String digest(Map<String, Object> content) {
        var plain = JSON.readValue(JSON.writeValueAsString(content), Object.class);
        return Sha256.hex(Sha256.of(JSON.writeValueAsString(plain)));
    }
}
