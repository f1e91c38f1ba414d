package vn.motcua.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inbox in words.
 *
 * @param greeting who, and the most urgent work
 * @param updated the time of this list, e.g. {@code 14:40}
 * @param counters how much there is of what; each leads to its list
 * @param procedures to filter by
 * @param procedure the chosen one; empty for all
 * @param steps to filter by
 * @param step the chosen one; empty for all
 * @param tags to filter by; empty while their units have none
 * @param tag the chosen one; empty for all
 * @param shows mine, the unit's tray, or all of this counter
 * @param show the chosen one of these
 * @param rows most urgent first
 * @param next where the list goes on; null at its end
 * @param filtered whether something was left out by a filter
 * @param many what can be done to many at once
 * @param all the same list with every line chosen
 * @param chosen whether every line is chosen
 * @param lists the lists that they keep
 */
public record InboxView(
        String greeting,
        String updated,
        List<Counter> counters,
        List<Choice> procedures,
        String procedure,
        List<Choice> steps,
        String step,
        List<Choice> tags,
        String tag,
        List<Choice> shows,
        String show,
        List<RowView> rows,
        @Nullable String next,
        boolean filtered,
        List<Choice> many,
        String all,
        boolean chosen,
        ListsView lists) {

    /**
     * One counter.
     *
     * @param tone its class: {@code bad}, {@code warn} or none
     * @param current whether its list is shown
     */
    public record Counter(String count, String name, String href, String tone, boolean current) {}
}
