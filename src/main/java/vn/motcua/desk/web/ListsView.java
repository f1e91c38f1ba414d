package vn.motcua.desk.web;

import java.util.List;
import java.util.Set;

/**
 * The lists that an officer keeps, and what they may keep of this one.
 *
 * @param saved by name
 * @param word this list as it stands in addresses
 * @param show the part of the inbox it shows
 * @param columns what it shows of each dossier
 * @param command the idempotency key of keeping it
 * @param typed the name that was typed and not kept
 * @param error why it was not; empty
 */
public record ListsView(
        List<Saved> saved, String word, String show, Set<Column> columns, String command, String typed, String error) {

    /** Keeps its own copies. */
    public ListsView {
        saved = List.copyOf(saved);
        columns = Set.copyOf(columns);
    }

    /** One that is kept; {@code current} when it is this one, {@code atFirst} when the inbox begins with it. */
    public record Saved(String id, String name, String href, boolean current, boolean atFirst) {}
}
