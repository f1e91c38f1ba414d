package vn.motcua.portal.web;

import java.util.List;

/**
 * What the page of somebody's filings shows.
 *
 * @param tasks what they have to do, most urgent first
 * @param drafts what they have begun and not filed, latest first
 * @param filings what they filed, newest first
 */
public record MyView(List<Task> tasks, List<Draft> drafts, List<Line> filings) {

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

    /** A draft. */
    public record Draft(String id, String procedure, String savedAt, String keptUntil) {}

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
