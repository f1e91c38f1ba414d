package vn.motcua.desk.web;

import java.util.List;

/**
 * A dossier in a list.
 *
 * @param href its workspace
 * @param number its number, or that it has none yet
 * @param numbered whether it has one
 * @param procedure short name
 * @param applicant name
 * @param came when it was received, or filed
 * @param due how urgent
 * @param step what is to be done, or what became of it
 * @param until by when that should be done; empty where it is not known
 * @param late whether that has passed
 * @param who has taken it; empty in the common tray
 * @param pick how it is chosen together with others: the dossier and the step; empty where it cannot be
 * @param tags its tags
 */
public record RowView(
        String href,
        String number,
        boolean numbered,
        String procedure,
        String applicant,
        String came,
        DueView due,
        String step,
        String until,
        boolean late,
        String who,
        String pick,
        List<String> tags) {

    /** Keeps its own copy. */
    public RowView {
        tags = List.copyOf(tags);
    }
}
