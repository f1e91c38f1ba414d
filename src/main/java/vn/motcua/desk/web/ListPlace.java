package vn.motcua.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.dossier.InboxQuery;
import vn.motcua.dossier.InboxQuery.Filter;

/**
 * A list of the inbox: it stays in the addresses, so that an officer who opens a dossier goes on through that list and no
 * other, and can be kept under a name.
 *
 * @param filter which part of the inbox
 * @param procedure its code; empty for all
 * @param step its id; empty for all
 * @param tag its id; empty for all
 * @param columns what is shown of each dossier besides its number
 */
record ListPlace(Filter filter, String procedure, String step, String tag, Set<Column> columns) {

    /** Everything. */
    static final ListPlace ALL = new ListPlace(Filter.ALL, "", "", "", EnumSet.allOf(Column.class));

    /** Keeps its own copy. */
    ListPlace {
        columns = Set.copyOf(columns);
    }

    /** Reads what {@link #word} writes; empty when they did not come from a list. */
    static Optional<ListPlace> of(String word) {
        var parts = word.split("~", -1);
        return parts.length != 5
                ? Optional.empty()
                : Optional.of(new ListPlace(
                        filter(parts[0]), parts[1], parts[2], parts[3], columns(List.of(parts[4].split("\\.")))));
    }

    /** As it stands in the address of a dossier, and as it is kept. */
    String word() {
        return word(filter) + "~" + procedure + "~" + step + "~" + tag + "~" + columnWord();
    }

    /** The address of the list. */
    String href() {
        return "/desk?show=" + word(filter) + "&procedure=" + encoded(procedure) + "&step=" + encoded(step) + "&tag="
                + encoded(tag) + "&columns=" + columnWord();
    }

    /** The address of a dossier in it. */
    String href(Object dossier) {
        return "/desk/dossiers/" + dossier + "?in=" + encoded(word());
    }

    InboxQuery query() {
        return new InboxQuery(filter, procedure, step, tag, Optional.empty(), InboxQuery.MOST);
    }

    /** The same with another part of the inbox. */
    ListPlace showing(Filter other) {
        return new ListPlace(other, "", "", "", columns);
    }

    /** Whether something is left out. */
    boolean filtered() {
        return filter != Filter.ALL || !procedure.isEmpty() || !step.isEmpty() || !tag.isEmpty();
    }

    /** All columns in a word that is empty, so that addresses stay short. */
    private String columnWord() {
        return columns.size() == Column.values().length
                ? ""
                : Arrays.stream(Column.values())
                        .filter(columns::contains)
                        .map(Column::word)
                        .collect(Collectors.joining("."));
    }

    /** Those named, or all when none is. */
    static Set<Column> columns(List<String> words) {
        var named = words.stream().flatMap(it -> Arrays.stream(it.split("\\."))).toList();
        var found = EnumSet.noneOf(Column.class);
        Arrays.stream(Column.values()).filter(it -> named.contains(it.word())).forEach(found::add);
        return found.isEmpty() ? EnumSet.allOf(Column.class) : found;
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
