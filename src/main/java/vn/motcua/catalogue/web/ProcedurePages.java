package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.FilterChoices;
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
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request) {
        var filters = new SearchQuery.Filters(level(level), sector, issuer, agency, subject, service(service), event);
        var query = new SearchQuery(shortened(q), filters, number(page));
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

    /** The online level of that name; any other text means none. */
    static Optional<ProcedureRecord.ServiceLevel> service(String name) {
        return Arrays.stream(ProcedureRecord.ServiceLevel.values())
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
        var filters = query.filters();
        return new SearchView(
                query.text().strip(),
                found.total(),
                found.hits().stream().map(it -> hit(it, words)).toList(),
                filters(filters, words),
                filters.event(),
                events.stream()
                        .filter(it -> it.event().id().equals(filters.event()))
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
                filters.any());
    }

    private List<SearchView.Filter> filters(SearchQuery.Filters chosen, RecordWords words) {
        var offered = catalogue.choices();
        return List.of(
                new SearchView.Filter(
                        "level",
                        Arrays.stream(ProcedureRecord.Level.values())
                                .map(it -> new SearchView.Choice(
                                        it.name(),
                                        words.level(it),
                                        chosen.level().equals(Optional.of(it))))
                                .toList()),
                new SearchView.Filter(
                        "service",
                        Arrays.stream(ProcedureRecord.ServiceLevel.values())
                                .map(it -> new SearchView.Choice(
                                        it.name(),
                                        words.service(it),
                                        chosen.service().equals(Optional.of(it))))
                                .toList()),
                new SearchView.Filter("subject", choices(offered.subjects(), chosen.subject())),
                new SearchView.Filter("sector", choices(offered.sectors(), chosen.sector())),
                new SearchView.Filter(
                        "agency",
                        // One that is not among those that settle most stays chosen when it came by the address.
                        Stream.concat(
                                        offered.agencies().stream().map(FilterChoices.Choice::value),
                                        Stream.of(chosen.agency()).filter(it -> !it.isEmpty()))
                                .distinct()
                                .map(it -> new SearchView.Choice(it, words.settledBy(it), it.equals(chosen.agency())))
                                .sorted(Comparator.comparing(SearchView.Choice::name))
                                .toList()),
                new SearchView.Filter("issuer", choices(offered.issuers(), chosen.issuer())));
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
                revision.online(),
                hit.why()
                        .map(it -> words.t("catalogue.why." + it.by().name(), it.asked(), it.found()))
                        .orElse(""));
    }

    private static String time(ProcedureRevision revision, RecordWords words) {
        return revision.content()
                .map(it -> it.limitRule().usual().say(words.language(), words.messages()))
                .orElseGet(() -> words.time(revision.record()));
    }

    private static List<SearchView.Choice> choices(List<FilterChoices.Choice> offered, String chosen) {
        return offered.stream()
                .map(it ->
                        new SearchView.Choice(it.value(), it.name(), it.value().equals(chosen)))
                .toList();
    }

    private static String address(SearchQuery query, int page) {
        var address = UriComponentsBuilder.fromPath("/procedures");
        if (!query.text().isBlank()) {
            address.queryParam("q", query.text().strip());
        }
        var filters = query.filters();
        filters.level().ifPresent(it -> address.queryParam("level", it.name()));
        filters.service().ifPresent(it -> address.queryParam("service", it.name()));
        put(address, "subject", filters.subject());
        put(address, "sector", filters.sector());
        put(address, "issuer", filters.issuer());
        put(address, "agency", filters.agency());
        put(address, "event", filters.event());
        return address.queryParam("page", page).encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
    }
}
