package vn.motcua.support;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody who asks for copies from the civil status register, over HTTP, form by form. It is the shortest filing there
 * is: nothing has to be uploaded. Once prepared, it is sent with one form.
 *
 * @param draft the path of the draft
 * @param command the key of the button that sends it
 */
public record CopyRequest(String draft, UUID command) {

    /** The procedure's code. */
    public static final String CODE = "2.000635";

    private static final String HOST = "^https?://[^/]+";
    private static final Pattern CONFIRMED = Pattern.compile("/filings/([2-9A-HJ-NP-Z]{16})/done");

    /** Fills everything in, for the one-stop of that commune; what remains is to send it. */
    public static CopyRequest prepare(Visit applicant, String province, String ward) {
        var token = Visit.token(applicant.get("/procedures/" + CODE + "/start").body());
        var first = location(applicant.send("/procedures/" + CODE + "/start", Map.of("_csrf", token)));
        var draft = first.replaceFirst("^(/drafts/[^/]+).*", "$1");
        post(applicant, draft + "/where", Map.of("_csrf", token, "province", province, "ward", ward));
        post(applicant, draft + "/form/requester", Map.of("_csrf", token, "requester.relationship", "04"));
        post(
                applicant,
                draft + "/form/record",
                Map.of(
                        "_csrf", token,
                        "record.kind", "BIRTH",
                        "record.subjectName", "Giàng Thị Mỵ",
                        "record.subjectBirth.day", "7",
                        "record.subjectBirth.month", "11",
                        "record.subjectBirth.year", "2020",
                        "record.agency", "Ủy ban nhân dân xã Tả Van"));
        post(applicant, draft + "/form/copies", Map.of("_csrf", token, "copies.count", "2"));
        post(applicant, draft + "/delivery", Map.of("_csrf", token, "how", "DIGITAL"));
        return new CopyRequest(draft, UUID.randomUUID());
    }

    /** Sends it, or sends it again; the tracking code of the confirmation to which the answer leads. */
    public String send(Visit applicant, String token) {
        var answer = applicant.send(
                draft + "/review", Map.of("_csrf", token, "command", command.toString(), "commit.agree", "true"));
        return code(answer);
    }

    /** Comes back to the draft as to a page in the history of the browser; where it was sent, its confirmation. */
    public String reopen(Visit applicant) {
        return code(applicant.get(draft));
    }

    private static String code(HttpResponse<String> answer) {
        var confirmed = CONFIRMED.matcher(location(answer));
        if (!confirmed.matches()) {
            throw new NotConfirmed(answer.statusCode() + " " + location(answer));
        }
        return confirmed.group(1);
    }

    private static void post(Visit applicant, String path, Map<String, String> form) {
        var answer = applicant.send(path, form);
        if (answer.statusCode() != 302) {
            throw new NotConfirmed(path + " answered " + answer.statusCode());
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst(HOST, "");
    }

    /** The program gave another answer than the next page or the confirmation. */
    public static final class NotConfirmed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotConfirmed(String answer) {
            super(answer);
        }
    }
}
