package vn.motcua.identity;

import java.util.Set;

/**
 * How far a mandate reaches (phạm vi): what may be done, in which matters.
 *
 * @param errands what may be done; at least one
 * @param sectors the fields of administration; none together with no procedures means all matters
 * @param procedures the procedures, by national code
 */
public record Reach(Set<Errand> errands, Set<String> sectors, Set<String> procedures) {

    private static final Set<Errand> SEEING = Set.of(Errand.SUPPLEMENT, Errand.PAY, Errand.RECEIVE_RESULT);

    /** Keeps its own copies. */
    public Reach {
        errands = Set.copyOf(errands);
        sectors = Set.copyOf(sectors);
        procedures = Set.copyOf(procedures);
    }

    /** Whether it reaches every matter. */
    public boolean everything() {
        return sectors.isEmpty() && procedures.isEmpty();
    }

    /** Whether that may be done in that matter. Who may do something with a dossier that was filed sees it. */
    public boolean covers(Errand errand, Matter matter) {
        return (errands.contains(errand)
                        || (errand == Errand.FOLLOW && errands.stream().anyMatch(SEEING::contains)))
                && (everything() || sectors.contains(matter.sector()) || procedures.contains(matter.procedure()));
    }

    /** What somebody may do for another person. */
    public enum Errand {
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
