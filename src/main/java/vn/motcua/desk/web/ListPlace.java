package vn.motcua.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.dossier.InboxQuery;
import vn.motcua.dossier.InboxQuery.Filter;

/**
 * The list from which an officer opened a dossier; it stays in the addresses, so that they go through that list and no
 * other.
 *
 * @param filter which part of the inbox
 * @param procedure its code; empty for all
 * @param step its id; empty for all
 */
record ListPlace(Filter filter, String procedure, String step) {

    /** Everything. */
    static final ListPlace ALL = new ListPlace(Filter.ALL, "", "");

    /** Reads what {@link #word} writes; empty when they did not come from a list. */
    static Optional<ListPlace> of(String word) {
        var parts = word.split("~", -1);
        return parts.length != 3 ? Optional.empty() : Optional.of(new ListPlace(filter(parts[0]), parts[1], parts[2]));
    }

    /** As it stands in the address of a dossier. */
    String word() {
        return word(filter) + "~" + procedure + "~" + step;
    }

    /** The address of the list. */
    String href() {
        return "/desk?show=" + word(filter) + "&procedure=" + encoded(procedure) + "&step=" + encoded(step);
    }

    /** The address of a dossier in it. */
    String href(Object dossier) {
        return "/desk/dossiers/" + dossier + "?in=" + encoded(word());
    }

    InboxQuery query() {
        return new InboxQuery(filter, procedure, step, Optional.empty(), InboxQuery.MOST);
    }

    static Filter filter(String word) {
        return Stream.of(Filter.values())
                .filter(it -> word(it).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(Filter.ALL);
    }

    static String word(Filter filter) {
        return filter.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
