package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureRecord;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.catalogue.SearchQuery;
import vn.motcua.catalogue.SearchResult;
import vn.motcua.identity.Door;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;

/** The catalogue for people: search, and one page for each procedure. */
@Controller
class ProcedurePages {

    private final Catalogue catalogue;
    private final ProcedureViews views;
    private final Messages messages;

    ProcedurePages(Catalogue catalogue, ProcedureViews views, Messages messages) {
        this.catalogue = catalogue;
        this.views = views;
        this.messages = messages;
    }

    /** What was found, 20 to a page; with no words the whole catalogue. */
    @GetMapping("/procedures")
    @Door(Door.Who.PUBLIC)
    ModelAndView search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String sector,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request) {
        var query = new SearchQuery(shortened(q), level(level), sector, issuer, event, number(page));
        return Pages.show("catalogue/search", view(query, catalogue.search(query), Languages.of(request)));
    }

    /** One procedure; 404 for an unknown code. */
    @GetMapping("/procedures/{code}")
    @Door(Door.Who.PUBLIC)
    ModelAndView procedure(@PathVariable String code, HttpServletRequest request) {
        return Pages.show("catalogue/procedure", views.of(catalogue.get(code), Languages.of(request)));
    }

    /** The level of that name; any other text means none. */
    static Optional<ProcedureRecord.Level> level(String name) {
        return Arrays.stream(ProcedureRecord.Level.values())
                .filter(it -> it.name().equals(name))
                .findFirst();
    }

    /** What was typed, as far as it is looked at: nobody searches with a letter. */
    static String shortened(String typed) {
        return typed.length() > 200 ? typed.substring(0, 200) : typed;
    }

    private static int number(String page) {
        return page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
    }

    private SearchView view(SearchQuery query, SearchResult found, Language language) {
        var words = new RecordWords(messages, language);
        var events = catalogue.lifeEvents();
        return new SearchView(
                query.text().strip(),
                found.total(),
                found.hits().stream().map(it -> hit(it, words)).toList(),
                Arrays.stream(ProcedureRecord.Level.values())
                        .map(it -> new SearchView.Choice(
                                it.name(), words.level(it), query.level().equals(Optional.of(it))))
                        .toList(),
                choices(ProcedureRecord::sector, ProcedureRecord::sector, query.sector()),
                choices(it -> it.issuer().code(), it -> it.issuer().name(), query.issuer()),
                query.event(),
                events.stream()
                        .filter(it -> it.event().id().equals(query.event()))
                        .map(it -> it.event().name().in(language))
                        .findFirst()
                        .orElse(""),
                found.alsoSearched(),
                found.suggestion(),
                events,
                found.page(),
                found.pages(),
                found.page() > 1 ? Optional.of(address(query, found.page() - 1)) : Optional.empty(),
                found.page() < found.pages() ? Optional.of(address(query, found.page() + 1)) : Optional.empty(),
                query.level().isPresent()
                        || !query.sector().isEmpty()
                        || !query.issuer().isEmpty());
    }

    private static SearchView.Hit hit(SearchResult.Hit hit, RecordWords words) {
        var revision = hit.revision();
        var record = revision.record();
        var english = words.language() == Language.EN && revision.runnable();
        return new SearchView.Hit(
                record.code(),
                english ? List.of(new SearchResult.Piece(revision.shortName(Language.EN), false)) : hit.name(),
                english || !record.shortName().equals(record.name()) ? record.name() : "",
                record.sector(),
                record.issuer().name(),
                words.place(record),
                time(revision, words),
                revision.online());
    }

    private static String time(ProcedureRevision revision, RecordWords words) {
        return revision.content()
                .map(it -> it.limitRule().usual().say(words.language(), words.messages()))
                .orElseGet(() -> words.time(revision.record()));
    }

    private List<SearchView.Choice> choices(
            java.util.function.Function<ProcedureRecord, String> value,
            java.util.function.Function<ProcedureRecord, String> name,
            String chosen) {
        Map<String, String> named = new LinkedHashMap<>();
        catalogue.all().forEach(it -> named.put(value.apply(it.record()), name.apply(it.record())));
        return named.entrySet().stream()
                .filter(it -> !it.getKey().isEmpty())
                .map(it -> new SearchView.Choice(
                        it.getKey(), it.getValue(), it.getKey().equals(chosen)))
                .sorted(Comparator.comparing(SearchView.Choice::name))
                .toList();
    }

    private static String address(SearchQuery query, int page) {
        var address = UriComponentsBuilder.fromPath("/procedures");
        if (!query.text().isBlank()) {
            address.queryParam("q", query.text().strip());
        }
        query.level().ifPresent(it -> address.queryParam("level", it.name()));
        Map.of("sector", query.sector(), "issuer", query.issuer(), "event", query.event()).entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> address.queryParam(it.getKey(), it.getValue()));
        return address.queryParam("page", page).encode().build().toUriString();
    }
}
