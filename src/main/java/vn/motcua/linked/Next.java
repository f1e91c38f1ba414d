package vn.motcua.linked;

import java.util.List;
import java.util.Optional;
import vn.motcua.linked.Branch.State;

/** What follows for the parts that still wait, from how the others stand. Pure. */
public final class Next {

    private Next() {}

    /** What becomes of a waiting part. */
    public sealed interface Step {

        /** All that it waits for is granted. */
        record Opens(Branch branch) implements Step {}

        /** Something that it waits for will not be granted. */
        record CannotOpen(Branch branch, String because) implements Step {}
    }

    /** The next thing to do, if there is one: parts stand in their order, and one that cannot open decides for those after it. */
    public static List<Step> of(List<Branch> branches) {
        return branches.stream()
                .filter(it -> it.state() instanceof State.Waiting)
                .flatMap(it -> step(it, branches).stream())
                .toList();
    }

    private static Optional<Step> step(Branch waiting, List<Branch> all) {
        var before = all.stream()
                .filter(it -> waiting.part().after().contains(it.part().id()))
                .toList();
        var lost = before.stream().filter(Branch::lost).findFirst();
        if (lost.isPresent()) {
            return Optional.of(new Step.CannotOpen(waiting, lost.get().part().id()));
        }
        return before.stream().allMatch(Branch::granted) ? Optional.of(new Step.Opens(waiting)) : Optional.empty();
    }
}
