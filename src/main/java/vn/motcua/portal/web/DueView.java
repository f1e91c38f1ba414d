package vn.motcua.portal.web;

import java.util.List;

/**
 * All that somebody has to pay, agency by agency.
 *
 * @param wrong why nothing was begun; empty for nothing
 */
public record DueView(List<Group> groups, String wrong) {

    /** Keeps its own copy. */
    public DueView {
        groups = List.copyOf(groups);
    }

    /** Whether several agencies collect, each into its own account. */
    public boolean apart() {
        return groups.size() > 1;
    }

    /**
     * What one agency collects and can be paid at once.
     *
     * @param id names it on the page
     * @param gateway the gateway's name; empty where none is offered
     */
    public record Group(String id, String agency, List<Line> lines, String total, boolean byTransfer, String gateway) {

        /** Keeps its own copy. */
        public Group {
            lines = List.copyOf(lines);
        }

        /** Whether there is anything to choose. */
        public boolean payable() {
            return (byTransfer || !gateway.isEmpty()) && lines.stream().anyMatch(it -> !it.awaited());
        }
    }

    /**
     * A dossier for which something is owed.
     *
     * @param word its name in an address
     * @param awaited that the gateway has not answered yet, so that it cannot be chosen
     * @param together over how many dossiers its open payment is; empty where it is alone or none is open
     */
    public record Line(
            String word,
            String address,
            String procedure,
            String number,
            String amount,
            boolean awaited,
            String together) {}
}
