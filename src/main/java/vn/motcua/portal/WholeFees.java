package vn.motcua.portal;

import java.util.List;
import java.util.function.Function;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.linked.Branch;
import vn.motcua.shared.Dong;

/**
 * What is due for a linked filing in all: one sum, its lines by part and agency, and what each agency has had. Pure. A part that
 * was withdrawn, refused or not opened before it was paid is no part of the sum; what was paid for it stays told.
 */
public record WholeFees(List<Part> parts) {

    /** Keeps its own copy. */
    public WholeFees {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param place which it is, from 1
     * @param agency the name of who takes it
     * @param lines what is due; of one that waits, what will be
     * @param unpaid what of it was not paid yet; of one that waits, all of it
     */
    public record Part(int place, String name, String agency, List<FeeLine> lines, Dong unpaid, When when) {

        /** Keeps its own copy. */
        public Part {
            lines = List.copyOf(lines);
        }

        /** All that is due for it. */
        public Dong total() {
            return lines.stream().map(FeeLine::amount).reduce(Dong.ZERO, Dong::plus);
        }

        /** What the agency has had. */
        public Dong paid() {
            return new Dong(Math.max(0, total().amount() - unpaid.amount()));
        }
    }

    /** When a part is to be paid. */
    public enum When {
        /** It is open. */
        NOW,
        /** It waits to be opened. */
        LATER,
        /** It came to nothing; nothing more is asked for it. */
        DROPPED
    }

    /** When that part is to be paid. */
    public static When when(Branch branch) {
        return switch (branch.state()) {
            case Branch.State.Waiting _ -> When.LATER;
            case Branch.State.NotOpened _, Branch.State.Left _ -> When.DROPPED;
            case Branch.State.Open(var _, var news) -> news.failed() ? When.DROPPED : When.NOW;
        };
    }

    /** The parts that cost something and are not dropped, and those dropped for which something was paid. */
    public List<Part> shown() {
        return parts.stream()
                .filter(it -> !it.total().equals(Dong.ZERO))
                .filter(it -> it.when() != When.DROPPED || !it.paid().equals(Dong.ZERO))
                .toList();
    }

    /** What is to be paid now, in all. */
    public Dong owed() {
        return sum(When.NOW, Part::unpaid);
    }

    /** What will be to pay once the parts that wait are open. */
    public Dong later() {
        return sum(When.LATER, Part::unpaid);
    }

    /** What was paid so far, in all. */
    public Dong paid() {
        return shown().stream()
                .filter(it -> it.when() != When.LATER)
                .map(Part::paid)
                .reduce(Dong.ZERO, Dong::plus);
    }

    private Dong sum(When when, Function<Part, Dong> what) {
        return shown().stream().filter(it -> it.when() == when).map(what).reduce(Dong.ZERO, Dong::plus);
    }
}
