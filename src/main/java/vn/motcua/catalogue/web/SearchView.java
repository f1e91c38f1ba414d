package vn.motcua.catalogue.web;

import java.util.List;
import java.util.Optional;
import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.SearchResult;

/**
 * A page of what was found.
 *
 * @param asked what was typed
 * @param total how many match
 * @param hits this page of them
 * @param filters what it can be narrowed by
 * @param event the event of life looked at; empty for none
 * @param eventName its name
 * @param alsoSearched official words searched too
 * @param suggestion other words that would find something
 * @param events ways out when nothing was found
 * @param page this page
 * @param pages how many
 * @param before address of the page before
 * @param after address of the next page
 * @param filtered whether any filter is set
 */
public record SearchView(
        String asked,
        int total,
        List<Hit> hits,
        List<Filter> filters,
        String event,
        String eventName,
        List<String> alsoSearched,
        Optional<String> suggestion,
        List<LifeEvent.Counted> events,
        int page,
        int pages,
        Optional<String> before,
        Optional<String> after,
        boolean filtered) {

    /** One procedure: its name in pieces, the facts by which people choose, and why it is here where that is not plain. */
    public record Hit(
            String code,
            List<SearchResult.Piece> name,
            String officialName,
            String sector,
            String issuer,
            String place,
            String time,
            boolean online,
            String why) {}

    /** One filter by its name in the address, with what can be chosen. */
    public record Filter(String name, List<Choice> choices) {}

    /** One choice of a filter. */
    public record Choice(String value, String name, boolean chosen) {}
}
