package vn.motcua.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.TenantId;

/**
 * A dossier as far as the question who may do what to it needs it: plain facts, put together by the module that asks.
 *
 * @param tenant whose dossier it is
 * @param receivingUnit the one-stop where it was filed
 * @param counterRoles the roles that receive, take fees and hand over at the receiving unit's counter for this procedure,
 *     e.g. {@code receiver} and {@code hand-over}
 * @param open the steps that are open now
 * @param done the steps that officers have finished, in order
 * @param submitter the account that filed it, empty when taken in at the counter
 * @param applicant the person it is about
 * @param organisation the organisation it is about
 * @param stage where it stands in its legal life
 * @param matter what it is about
 * @param left the units of steps that were broken off when it ended: what they had they still see
 * @param above the unit above that is asked to decide, while it is
 */
public record Subject(
        TenantId tenant,
        UnitId receivingUnit,
        Set<String> counterRoles,
        List<OpenStep> open,
        List<DoneStep> done,
        Optional<AccountId> submitter,
        Optional<PersonId> applicant,
        Optional<OrganisationId> organisation,
        StageGroup stage,
        Matter matter,
        Set<UnitId> left,
        Optional<UnitId> above) {

    /** Keeps its own copies. */
    public Subject {
        counterRoles = Set.copyOf(counterRoles);
        open = List.copyOf(open);
        done = List.copyOf(done);
        left = Set.copyOf(left);
    }

    /** One for which nobody above is asked. */
    public Subject(
            TenantId tenant,
            UnitId receivingUnit,
            Set<String> counterRoles,
            List<OpenStep> open,
            List<DoneStep> done,
            Optional<AccountId> submitter,
            Optional<PersonId> applicant,
            Optional<OrganisationId> organisation,
            StageGroup stage,
            Matter matter,
            Set<UnitId> left) {
        this(
                tenant,
                receivingUnit,
                counterRoles,
                open,
                done,
                submitter,
                applicant,
                organisation,
                stage,
                matter,
                left,
                Optional.empty());
    }

    /** One whose matter makes no difference, and of which no step was broken off. */
    public Subject(
            TenantId tenant,
            UnitId receivingUnit,
            Set<String> counterRoles,
            List<OpenStep> open,
            List<DoneStep> done,
            Optional<AccountId> submitter,
            Optional<PersonId> applicant,
            Optional<OrganisationId> organisation,
            StageGroup stage) {
        this(
                tenant,
                receivingUnit,
                counterRoles,
                open,
                done,
                submitter,
                applicant,
                organisation,
                stage,
                Matter.NONE,
                Set.of());
    }

    /** A counter before there is a dossier: for {@link DeskAct#INTAKE}. */
    public static Subject counter(TenantId tenant, UnitId unit, Set<String> counterRoles) {
        return new Subject(
                tenant,
                unit,
                counterRoles,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                StageGroup.FILED);
    }

    /** The same with only that step open: for an act on one of several open steps. */
    public Subject at(String step) {
        return new Subject(
                tenant,
                receivingUnit,
                counterRoles,
                open.stream().filter(it -> it.id().equals(step)).toList(),
                done,
                submitter,
                applicant,
                organisation,
                stage,
                matter,
                left,
                above);
    }

    /** The stages of a dossier, as far as rights differ. */
    public enum StageGroup {
        /** Filed, not yet received. */
        FILED,
        /** Received and being worked on. */
        IN_PROCESS,
        /** Back with the applicant. */
        AWAITING_SUPPLEMENT,
        /** Decided; the result waits. */
        RESOLVED,
        /** Handed over, turned away, withdrawn or halted. */
        CLOSED
    }

    /**
     * A step that is open now.
     *
     * @param unit where it is done
     * @param role who does it there
     * @param acts what the route offers in this step
     * @param claimedBy who has taken it
     */
    public record OpenStep(String id, UnitId unit, String role, Set<DeskAct> acts, Optional<OfficerId> claimedBy) {

        /** Keeps its own copy. */
        public OpenStep {
            acts = Set.copyOf(acts);
        }
    }

    /**
     * A step that somebody has finished.
     *
     * @param appraisal whether it was an appraisal (thẩm định): who did it may not approve
     */
    public record DoneStep(String id, UnitId unit, OfficerId by, boolean appraisal) {}
}
