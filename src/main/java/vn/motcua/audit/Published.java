package vn.motcua.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A closed day as a file that anyone may keep: no personal data, enough to find every later change.
 *
 * @param signed the signed text
 * @param signature base64, see {@link SignedDay}
 * @param certificate PEM
 * @param timeStamp the token of RFC 3161 in base64, null as long as there is none
 * @param segments the day's segments as they were hashed
 */
record Published(
        String signed,
        String signature,
        String certificate,
        @Nullable String timeStamp,
        List<String> segments) {

    private static final JsonMapper JSON = new JsonMapper();

    static Published of(SignedDay day, List<Segment> segments) {
        return new Published(
                day.signed(),
                day.signature(),
                day.certificate(),
                day.stamp().orElse(null),
                segments.stream().map(Segment::line).toList());
    }

    SignedDay day() {
        return new SignedDay(signed, signature, certificate, Optional.ofNullable(timeStamp));
    }

    String line() {
        return JSON.writeValueAsString(this);
    }

    String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }

    static Published read(String json) {
        try {
            return JSON.readValue(json, Published.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a published day", e);
        }
    }
}
