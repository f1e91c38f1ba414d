package vn.motcua.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How far a mandate reaches (phạm vi): what may be done, in which matters.
 *
 * @param errands what may be done; at least one
 * @param sectors the fields of administration; none together with no procedures means all matters
 * @param procedures the procedures, by national code
 * @param draft the one draft that it reaches; empty where it is not limited to one
 */
public record Reach(Set<Errand> errands, Set<String> sectors, Set<String> procedures, Optional<UUID> draft) {

    private static final Set<Errand> SEEING = Set.of(Errand.SUPPLEMENT, Errand.PAY, Errand.RECEIVE_RESULT);

    /** Keeps its own copies. */
    public Reach {
        errands = Set.copyOf(errands);
        sectors = Set.copyOf(sectors);
        procedures = Set.copyOf(procedures);
    }

    /** One that is not limited to a draft. */
    public Reach(Set<Errand> errands, Set<String> sectors, Set<String> procedures) {
        this(errands, sectors, procedures, Optional.empty());
    }

    /** The same, and no other draft than that one. */
    public Reach only(UUID one) {
        return new Reach(errands, sectors, procedures, Optional.of(one));
    }

    /** Whether it reaches every matter. */
    public boolean everything() {
        return sectors.isEmpty() && procedures.isEmpty();
    }

    /** Whether that may be done in that matter. Who files fills in; who may do something with what was filed sees it. */
    public boolean covers(Errand errand, Matter matter) {
        return (errands.contains(errand)
                        || (errand == Errand.FILL && errands.contains(Errand.FILE))
                        || (errand == Errand.FOLLOW && errands.stream().anyMatch(SEEING::contains)))
                && (everything() || sectors.contains(matter.sector()) || procedures.contains(matter.procedure()));
    }

    /** What somebody may do for another person. */
    public enum Errand {
        /** Fill in a draft that the person then files themselves (điền giúp). */
        FILL,
        /** Begin, fill in, file, and take back what was filed (nộp, rút). */
        FILE,
        /** See how far it is, with its papers (theo dõi). */
        FOLLOW,
        /** Answer a supplement request (bổ sung). */
        SUPPLEMENT,
        /** See what is due and pay it (nộp phí, lệ phí). */
        PAY,
        /** Download the result (nhận kết quả). */
        RECEIVE_RESULT
    }
}
