package vn.motcua.matrix;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.Visit;

/** Mandates that somebody asks for, and their answers. */
final class Mandates {

    private Mandates() {}

    /** What is asked for on the form. */
    static Map<String, String> form(String id) {
        return Map.of(
                "command", id,
                "kind", "CHOSEN",
                "matters", "procedures",
                "procedure", Things.BIRTH,
                "errand.FILE", "yes",
                "until", "2026-11-23");
    }

    /** A question of theirs that waits; an earlier one is taken back, for only so many wait. */
    static String asked(Callers callers, Who who) {
        var id = UUID.randomUUID().toString();
        callers.call(who, "POST", "/my/mandates", form(id));
        return id;
    }

    /** A question of theirs with a document, which waits at the one-stop of Tả Van. */
    static String sent(Callers callers, Who who) {
        var id = UUID.randomUUID().toString();
        sends(callers.visit(who), id, Map.of());
        return id;
    }

    /** Sends a birth certificate of the boy of the demonstration to the one-stop of Tả Van. */
    static HttpResponse<String> sends(Visit parent, String id, Map<String, String> other) {
        var page = parent.get("/my/mandates/document").body();
        var fields = new LinkedHashMap<>(Map.of(
                "_csrf", Visit.token(page),
                "command", id,
                "kind", "PARENT",
                "matters", "all",
                "errand.FILE", "yes",
                "until", "2026-12-31",
                "number", "010215999013",
                "name", "Giàng A Sèo",
                "born", "2015-05-06"));
        fields.put("unit", Visit.first(page, "value=\"([0-9a-f-]{36})\">[^<]*Tả Van"));
        fields.putAll(other);
        return parent.upload("/my/mandates/document", fields, "file", "khai-sinh.png", SamplePaper.bytes());
    }

    /** Somebody whom the leader has named as a trusted helper. */
    static String helper(Callers callers) {
        var id = UUID.randomUUID().toString();
        callers.call(Who.LEADER, "POST", "/desk/helpers", naming(callers, id));
        return id;
    }

    /** The form that names one. */
    static Map<String, String> naming(Callers callers, String id) {
        var page = callers.visit(Who.LEADER).get("/desk/helpers").body();
        return Map.of(
                "command", id,
                "number", "048166999010",
                "body", "Bưu điện văn hóa xã Tả Van",
                "until", "2026-12-31",
                "unit", Visit.first(page, "<option value=\"([0-9a-f-]{36})\""));
    }

    /** The mandate by which the helper may file and follow births for who has that phone. */
    static String agreed(Visit helper, Visit phone, Map<String, String> other) {
        var id = UUID.randomUUID().toString();
        var fields = new LinkedHashMap<>(form(id));
        fields.put("kind", "HELPER");
        fields.putAll(other);
        fields.values().removeIf(String::isEmpty);
        helper.fill("/my/mandates/new", "/my/mandates", fields);
        var code = Visit.first(helper.get("/my/mandates/" + id).body(), "translate=\"no\">([0-9A-Z-]{11})<");
        phone.fill("/help", "/consent", Map.of("code", code, "mandate", id, "answer", "yes"));
        return id;
    }

    /** What asks a person to fill in a birth together. */
    static Map<String, String> togetherForm() {
        return Map.of("command", UUID.randomUUID().toString(), "procedure", "1.001193", "minutes", "60");
    }

    /** What the receiver asked so. */
    static String together(Callers callers) {
        var form = togetherForm();
        callers.call(Who.RECEIVER, "POST", "/together", form);
        return form.getOrDefault("command", "");
    }

    /** The answer to somebody else's question, as their page of consent has it. */
    static Map<String, String> answer(Callers callers, Who asker, String answer) {
        var id = asked(callers, asker);
        var code =
                Visit.first(callers.visit(asker).get("/my/mandates/" + id).body(), "translate=\"no\">([0-9A-Z-]{11})<");
        var fields = new LinkedHashMap<String, String>();
        fields.put("code", code);
        fields.put("mandate", id);
        fields.put("answer", answer);
        return fields;
    }
}
