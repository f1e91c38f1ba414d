package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.motcua.support.HtmlForm;
import vn.motcua.support.Visit;

/** What an author does on the studio's pages, without JavaScript: opens a form, fills in what it asks, saves. */
final class StudioByHand {

    private static final Pattern ROW = Pattern.compile("(options|columns)\\.\\d+\\.(code|vi|en)");
    private static final Pattern WRONG =
            Pattern.compile("class=\"(?:error|error-summary|notice bad)\\b[^>]*>(.*?)</(?:p|div)>", Pattern.DOTALL);

    private final Visit visit;
    private final String edition;
    private int saved;

    StudioByHand(Visit visit, String edition) {
        this.visit = visit;
        this.edition = edition;
    }

    /** How many forms were saved. */
    int saved() {
        return saved;
    }

    /** The elements of a part as its list shows them. */
    List<String> ids(StudioPart part) {
        var page = opened("/" + sheet(part));
        return Pattern.compile("/studio/" + Pattern.quote(part.word()) + "/item\\?id=([^\"&#]+)\"")
                .matcher(page)
                .results()
                .map(it -> URLDecoder.decode(it.group(1), StandardCharsets.UTF_8))
                .distinct()
                .toList();
    }

    /** Whether there is such a page, table or step. */
    boolean there(StudioPart part) {
        return switch (part.sort()) {
            case PAGE -> opened("/form").contains("/studio/" + part.word() + "/item\"");
            case TABLE -> opened("/form").contains("/studio/" + part.word() + "\"");
            case ENTER -> opened("/steps").contains("/studio/" + part.word() + "\"");
            default -> true;
        };
    }

    private static String sheet(StudioPart part) {
        if (part.ofForm()) {
            return "form";
        }
        return switch (part.sort()) {
            case EXCEPTIONS, AMOUNT, CHOICE, UNIT -> "rules";
            case RECORD, LIMIT, CHANNELS, AGENCIES, RESULTS, LEGAL -> "record";
            default -> part.word();
        };
    }

    /**
     * Adds an element, or changes one: everything that it shall say has a place in the form, and what the form offers more stays
     * empty. What is wrong, as the page says it; empty when it was saved.
     */
    Optional<String> put(StudioPart part, String id, String kind, Map<String, String> wanted) {
        var query = (id.isEmpty() ? "" : "&id=" + encoded(id)) + (kind.isEmpty() ? "" : "&kind=" + encoded(kind));
        var way = "/" + part.word() + "/item";
        var form = HtmlForm.of(opened(way + query.replaceFirst("&", "?")), way);
        var later = false;
        for (var it : wanted.entrySet()) {
            if (form.has(it.getKey()) || !(it.getValue().isEmpty() || row(it.getKey()))) {
                form.fill(it.getKey(), it.getValue());
            } else {
                later |= row(it.getKey()) && !it.getValue().isEmpty();
            }
        }
        var answer = visit.send(form);
        if (answer.statusCode() != 302) {
            return Optional.of(said(answer));
        }
        saved++;
        return later ? put(part, wanted.getOrDefault("id", id), kind, wanted) : Optional.empty();
    }

    private static boolean row(String name) {
        return ROW.matcher(name).matches();
    }

    /** Takes an element out, whoever asks for it. */
    void delete(StudioPart part, String id) {
        var way = "/" + part.word() + "/delete";
        var answer = visit.send(HtmlForm.of(opened(way + "?id=" + encoded(id)), way));
        assertThat(answer.statusCode()).as(said(answer)).isEqualTo(302);
        saved++;
    }

    /** One place up. */
    Optional<String> up(StudioPart part, String id) {
        var form = HtmlForm.all(opened("/" + sheet(part)), "/" + part.word() + "/move").stream()
                .filter(it -> it.value("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no way to move " + id));
        var answer = visit.send(form.pressing("to", "up"));
        saved++;
        return answer.statusCode() == 302 ? Optional.empty() : Optional.of(said(answer));
    }

    /** The files of the draft, as its author downloads them. */
    Map<String, String> files() {
        return PackageArchive.read("goi.zip", visit.bytes(edition + "/package.zip"));
    }

    /** Hands the draft in; the page of it then. */
    String handIn() {
        var answer = visit.send(HtmlForm.of(visit.get(edition).body(), "/submit"));
        assertThat(answer.statusCode()).as(said(answer)).isEqualTo(302);
        return visit.get(edition).body();
    }

    private String opened(String way) {
        var answer = visit.get(edition + "/studio" + way);
        assertThat(answer.statusCode()).as(way).isEqualTo(200);
        return answer.body();
    }

    private static String said(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + WRONG.matcher(answer.body())
                        .results()
                        .map(it -> it.group(1).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                        .collect(Collectors.joining("; "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
