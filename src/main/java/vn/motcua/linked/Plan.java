package vn.motcua.linked;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.catalogue.Group;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.dossier.FilingId;
import vn.motcua.dossier.NewPaper;
import vn.motcua.linked.WholeClock.Promise;
import vn.motcua.organization.UnitId;

/**
 * The plan of a linked filing as its home keeps it.
 *
 * @param revision of the group
 * @param unit the one-stop where the whole came in
 * @param place the code of the place that was chosen for the whole; may be empty
 * @param answers the declaration, as long as a part waits for it
 * @param promise until when the whole is promised; empty before its first part is received
 */
record Plan(
        FilingId filing,
        RevisionId revision,
        Group group,
        UnitId unit,
        String place,
        Map<String, Object> answers,
        Instant filedAt,
        Optional<Promise> promise,
        List<Kept> branches) {

    Plan {
        branches = List.copyOf(branches);
    }

    /**
     * A part with what lies ready for it.
     *
     * @param papers what the applicant handed in for it
     * @param opening whether it is being opened
     */
    record Kept(Branch branch, List<NewPaper> papers, boolean opening) {}

    List<Branch> all() {
        return branches.stream().map(Kept::branch).toList();
    }

    Optional<Kept> kept(String part) {
        return branches.stream()
                .filter(it -> it.branch().part().id().equals(part))
                .findFirst();
    }
}
