package vn.motcua.linked;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.catalogue.Group;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.dossier.FilingId;
import vn.motcua.form.Words;
import vn.motcua.linked.WholeClock.Promise;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.TenantId;

/**
 * A linked filing as a whole.
 *
 * @param home in whose system it came in
 * @param revision of the group
 * @param title the group's shorter name
 * @param unit the one-stop where it came in
 * @param promise until when all of it is promised; empty before the first part is received
 * @param moved the same, with the time added in which its parts waited for the applicant; never earlier
 * @param expected when all of it is to be expected as things stand; empty when nothing is
 * @param branches its parts, in their order
 */
public record Whole(
        TenantId home,
        FilingId filing,
        RevisionId revision,
        Group group,
        Words title,
        UnitId unit,
        Optional<Promise> promise,
        Optional<Instant> moved,
        Optional<Instant> expected,
        List<Branch> branches) {

    /** Keeps its own copy. */
    public Whole {
        branches = List.copyOf(branches);
    }

    /** Whether it will come later than promised, or did; the applicant's own time makes nothing late. */
    public boolean late() {
        return moved.isPresent()
                && expected.filter(it -> it.isAfter(moved.get())).isPresent();
    }

    /** Whether nothing is waited for or worked on any more. */
    public boolean over() {
        return branches.stream().allMatch(it -> switch (it.state()) {
            case Branch.State.Waiting _ -> false;
            case Branch.State.NotOpened _, Branch.State.Left _ -> true;
            case Branch.State.Open(var _, var news) -> news.ended();
        });
    }
}
