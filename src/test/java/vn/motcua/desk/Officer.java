package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.motcua.dossier.DossierId;
import vn.motcua.support.PdfA;
import vn.motcua.support.PdfText;
import vn.motcua.support.Visit;

/** An officer at a browser without JavaScript: opens dossiers and sends the forms that stand on their pages. */
final class Officer {

    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" id=\"([a-z-]+)\".*?</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Visit visit;

    Officer(String address, String name) {
        this.visit = new Visit(address).as(name);
    }

    HttpResponse<String> get(String path) {
        return visit.get(path);
    }

    String page(DossierId dossier) {
        return get(path(dossier)).body();
    }

    /** What the page offers. */
    List<String> offered(DossierId dossier) {
        return offered(page(dossier));
    }

    static List<String> offered(String page) {
        var offered = new ArrayList<String>();
        FORM.matcher(page).results().forEach(it -> offered.add(it.group(1)));
        return offered;
    }

    /** Sends the form of that act as it stands on the page now, with what is typed into it. */
    HttpResponse<String> does(String act, DossierId dossier, Map<String, String> typed) {
        return sends(form(page(dossier), act, typed), act, dossier);
    }

    HttpResponse<String> does(String act, DossierId dossier) {
        return does(act, dossier, Map.of());
    }

    HttpResponse<String> sends(String path, Map<String, String> form) {
        return visit.send(path, form);
    }

    HttpResponse<String> sends(Map<String, String> form, String act, DossierId dossier) {
        return visit.send(path(dossier) + "/" + act, form);
    }

    /** The same, where a file comes back. */
    HttpResponse<byte[]> sendsForBytes(Map<String, String> form, String act, DossierId dossier) {
        return visit.sendForBytes(path(dossier) + "/" + act, form);
    }

    /** Sends the form of that act with a file in it. */
    HttpResponse<String> brings(
            String act, DossierId dossier, Map<String, String> typed, String field, String name, byte[] file) {
        return visit.upload(path(dossier) + "/" + act, form(page(dossier), act, typed), field, name, file);
    }

    /** The fields of that form on a page; on a page without it, those of another one. */
    static Map<String, String> form(String page, String act, Map<String, String> typed) {
        var fields = new HashMap<String, String>();
        fields.put("_csrf", Visit.token(page));
        fields.put("command", java.util.UUID.randomUUID().toString());
        fields.put("version", "1");
        fields.put("step", "decision");
        FORM.matcher(page)
                .results()
                .filter(it -> it.group(1).equals(act))
                .findFirst()
                .ifPresent(it -> HIDDEN.matcher(it.group())
                        .results()
                        .forEach(field -> fields.put(field.group(1), field.group(2))));
        fields.putAll(typed);
        return fields;
    }

    /** What a printed paper says, on one line; it is as PDF/A has to be. */
    String pdf(String path) {
        var pdf = visit.bytes(path);
        assertThat(PdfA.faults(pdf)).as(path).isEmpty();
        return PdfText.of(pdf);
    }

    static String path(DossierId dossier) {
        return "/desk/dossiers/" + dossier;
    }
}
