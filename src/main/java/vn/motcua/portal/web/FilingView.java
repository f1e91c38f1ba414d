package vn.motcua.portal.web;

import java.util.List;
import java.util.Optional;
import vn.motcua.portal.WholeFees;

/**
 * A filing that made several dossiers.
 *
 * @param code its tracking code in groups of four
 * @param dossiers each of them
 * @param linked the whole of linked procedures; empty for dossiers that only came together
 */
public record FilingView(String code, List<MyView.Line> dossiers, Optional<Linked> linked) {

    /**
     * A linked filing as a whole.
     *
     * @param title the group's shorter name
     * @param promise until when the whole is promised
     * @param explained why
     * @param late that it will be later, and by what; empty when it will not
     * @param fees what all of it costs; empty when nothing is due
     */
    public record Linked(
            String title,
            String promise,
            List<String> explained,
            String late,
            List<Part> parts,
            Optional<WholeFees> fees) {}

    /**
     * One of its parts.
     *
     * @param state how it stands, in a word
     * @param tone of the state's badge
     * @param detail until when, and what to do
     * @param address its page; empty while there is none
     * @param leave where it can be taken back before it opens; empty where it cannot
     * @param toDo whether the applicant has something to do
     */
    public record Part(
            int place,
            String name,
            String agency,
            String state,
            String tone,
            String icon,
            String detail,
            String address,
            String leave,
            boolean toDo) {}
}
