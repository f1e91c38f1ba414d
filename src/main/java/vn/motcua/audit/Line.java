package vn.motcua.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a line is written before it is hashed: a JSON array of texts and nulls on one line, without blanks, everything but
 * quotation marks, backslashes and control characters as it is, in UTF-8. Any language can do that the same way.
 */
record Line(List<Optional<String>> parts) {

    private static final JsonMapper JSON = new JsonMapper();

    static String write(@Nullable String... parts) {
        return JSON.writeValueAsString(parts);
    }

    static Line read(String line, int length) {
        try {
            var parts = Arrays.stream(JSON.readValue(line, String[].class))
                    .map(Optional::ofNullable)
                    .toList();
            if (parts.size() == length) {
                return new Line(parts);
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a line of the log: " + line, e);
        }
        throw new IllegalArgumentException("not a line of the log: " + line);
    }

    String text(int index) {
        return parts.get(index).orElseThrow(() -> new IllegalArgumentException("part " + index + " is missing"));
    }

    Optional<String> optional(int index) {
        return parts.get(index);
    }
}
