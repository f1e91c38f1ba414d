package vn.motcua.portal.web;

import java.util.List;

/**
 * What the page of somebody's filings shows.
 *
 * @param tasks what they have to do, most urgent first
 * @param drafts what they have begun and not filed, latest first
 * @param news what they were told
 * @param filings what they filed, newest first
 */
public record MyView(List<Task> tasks, List<Draft> drafts, News news, List<Line> filings) {

    /** Whether nothing is to be done. */
    public boolean nothingToDo() {
        return tasks.isEmpty() && drafts.isEmpty();
    }

    /** Whether nothing was ever begun. */
    public boolean empty() {
        return nothingToDo() && filings.isEmpty();
    }

    /**
     * Something to do for a dossier.
     *
     * @param what in the imperative
     * @param why in a sentence
     * @param address where it is done
     * @param action the words of the link there
     */
    public record Task(String what, String why, String address, String action) {}

    /**
     * What they were told.
     *
     * @param lines latest first
     * @param unread how many of them they have not read
     * @param until the moment of the latest, to say that all of them are read
     */
    public record News(List<Told> lines, int unread, String until) {}

    /** A sentence about a dossier, with its address. */
    public record Told(String sentence, String address, String at, boolean unread) {}

    /**
     * A draft.
     *
     * @param begunBy the name of who began it for its owner; empty when the owner did
     */
    public record Draft(String id, String procedure, String savedAt, String keptUntil, String begunBy) {}

    /**
     * A filing.
     *
     * @param number the dossier number, or that there is none yet
     * @param stage where it stands
     * @param tone of the stage's badge: good, warn, bad, info or empty
     * @param icon of the badge
     * @param due when the result is due; empty where that says nothing
     */
    public record Line(
            String address,
            String procedure,
            String applicant,
            String number,
            String stage,
            String tone,
            String icon,
            String filedAt,
            String due) {}
}
