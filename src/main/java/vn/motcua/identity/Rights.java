package vn.motcua.identity;

import static vn.motcua.identity.Decision.Reason.APPRAISED_IT_YOURSELF;
import static vn.motcua.identity.Decision.Reason.NOT_IN_THIS_STAGE;
import static vn.motcua.identity.Decision.Reason.NOT_IN_YOUR_MANDATE;
import static vn.motcua.identity.Decision.Reason.NOT_YOUR_ROLE;
import static vn.motcua.identity.Decision.Reason.TAKEN_BY_ANOTHER;
import static vn.motcua.identity.Subject.StageGroup.AWAITING_SUPPLEMENT;
import static vn.motcua.identity.Subject.StageGroup.CLOSED;
import static vn.motcua.identity.Subject.StageGroup.FILED;
import static vn.motcua.identity.Subject.StageGroup.IN_PROCESS;
import static vn.motcua.identity.Subject.StageGroup.RESOLVED;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.identity.Decision.Denied;
import vn.motcua.identity.Decision.Hidden;
import vn.motcua.identity.Decision.Missing;
import vn.motcua.identity.Decision.Permitted;
import vn.motcua.identity.Decision.Unknown;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.SignedIn.Applicant;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.Subject.OpenStep;
import vn.motcua.identity.Subject.StageGroup;
import vn.motcua.organization.Areas;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.UnitTree;
import vn.motcua.shared.VietnamTime;

/**
 * The rules of who may do what to a dossier. An officer's authority comes from the positions they hold today; what
 * nothing gives them is not there for them.
 *
 * @param now this moment; positions are held by the day in Vietnam
 * @param units the directory of units
 * @param leads which roles see the work of the units below theirs
 */
record Rights(Instant now, UnitTree units, Predicate<String> leads) {

    /** Looks after who looks at people's data. */
    private static final String INSPECTOR = "inspector";

    /** Keeps the archive of a unit and those below. */
    static final String ARCHIVIST = "archivist";

    /** Looks after what a ministry's line does in the provinces. */
    private static final String SECTOR_SUPERVISOR = "sector-supervisor";
    /** Writes the procedures that the agency publishes. */
    private static final String PROCEDURE_AUTHOR = "procedure-author";

    /** Approves them. */
    private static final String PROCEDURE_REVIEWER = "procedure-reviewer";

    /** Receives at a one-stop. */
    private static final String RECEIVER = "receiver";

    /** Whether an applicant may. Officers and administrators have no dossiers of their own under these accounts. */
    Decision of(SignedIn who, ApplicantAct act, Subject subject) {
        return switch (who) {
            case OfficerAt _, Administrator _ -> new Hidden();
            case Applicant it ->
                !owns(it, subject) || !reaches(it, ApplicantAct.READ_OWN, subject.matter())
                        ? new Hidden()
                        : !reaches(it, act, subject.matter())
                                ? new Denied(NOT_IN_YOUR_MANDATE)
                                : in(act.stages(), subject) ? yes() : new Denied(NOT_IN_THIS_STAGE);
        };
    }

    /**
     * Whether an applicant may file in that matter: their own, or what was begun by the mandate they hold.
     *
     * @param begunBy the mandate by which it was begun; empty when its owner began it
     */
    Decision filing(Applicant who, Matter matter, Optional<MandateId> begunBy) {
        return switch (who.standing()) {
            case Standing.Own _, Standing.OfOrganisation _ -> yes();
            case Standing.ByMandate it ->
                !it.term().lasts(now) || begunBy.filter(it.mandate()::equals).isEmpty()
                        ? new Hidden()
                        : it.reach().covers(Reach.Errand.FILE, matter) ? yes() : new Denied(NOT_IN_YOUR_MANDATE);
        };
    }

    /**
     * Whether an applicant may see and fill in that draft. A mandate for one draft reaches that one, whoever began it, and no
     * other; every other mandate reaches those that were begun by it.
     *
     * @param begunBy the mandate by which it was begun; empty when its owner began it
     * @param draft which; empty for one that is about to be begun
     */
    Decision filling(Applicant who, Matter matter, Optional<MandateId> begunBy, Optional<UUID> draft) {
        return switch (who.standing()) {
            case Standing.Own _, Standing.OfOrganisation _ -> yes();
            case Standing.ByMandate it -> {
                var its = it.reach().draft();
                var there = its.isPresent()
                        ? draft.isEmpty() || its.equals(draft)
                        : begunBy.filter(it.mandate()::equals).isPresent();
                if (!it.term().lasts(now) || !there) {
                    yield new Hidden();
                }
                var begins = draft.isEmpty() && its.isPresent();
                yield !begins && it.reach().covers(Reach.Errand.FILL, matter) ? yes() : new Denied(NOT_IN_YOUR_MANDATE);
            }
        };
    }

    /** Whether an officer may. */
    Decision of(SignedIn who, DeskAct act, Subject subject) {
        return switch (who) {
            case Applicant _, Administrator _ -> new Hidden();
            case OfficerAt it -> !it.tenant().equals(subject.tenant()) ? new Hidden() : desk(it, act, subject);
        };
    }

    /** Whether an officer may do this for the tenant: inspectors inspect, whoever leads a unit answers for it. */
    Decision of(SignedIn who, TenantAct act) {
        return inPosition(who, position -> fits(position, act));
    }

    /**
     * Whoever is a sector supervisor of a ministry itself, which is the unit by whose national code its procedures were
     * published. Which sector that is, the database asks again.
     */
    Decision superviseSector(SignedIn who) {
        return inPosition(who, position -> position.role().equals(SECTOR_SUPERVISOR) && agencyItself(position));
    }

    /** By the first of an officer's positions of today that gives it. */
    private Decision inPosition(SignedIn who, Predicate<Position> gives) {
        return switch (who) {
            case Applicant _, Administrator _ -> new Hidden();
            case OfficerAt it ->
                it.positionsOn(VietnamTime.dayOf(now)).stream()
                        .filter(gives)
                        .findFirst()
                        .<Decision>map(position -> new Permitted(Optional.of(position)))
                        .orElseGet(Hidden::new);
        };
    }

    /** Administrators arrange stand-ins, and whoever leads the unit or one above it; a stand-in hands nothing on. */
    Decision arrange(SignedIn who, Optional<UnitId> unit) {
        return switch (who) {
            case Applicant _ -> new Hidden();
            case Administrator _ -> yes();
            case OfficerAt it ->
                it.positionsOn(VietnamTime.dayOf(now)).stream()
                        .filter(position -> position.standsInFor().isEmpty() && leads.test(position.role()))
                        .filter(position -> unit.map(of -> of.equals(position.unit())
                                        || units.above(of).contains(position.unit()))
                                .orElse(true))
                        .findFirst()
                        .<Decision>map(position -> new Permitted(Optional.of(position)))
                        .orElseGet(Hidden::new);
        };
    }

    /** Whoever receives at the one-stop where it was asked holds the document beside what was written down. */
    Decision checks(SignedIn who, Optional<UnitId> unit) {
        return inPosition(
                who,
                position -> position.role().equals(RECEIVER)
                        && unit.map(position.unit()::equals).orElse(true));
    }

    private boolean fits(Position position, TenantAct act) {
        return switch (act) {
            case INSPECT_ACCESS -> position.role().equals(INSPECTOR);
            case ANSWER_QUESTIONS -> leads.test(position.role());
            case KEEP_ARCHIVE -> position.role().equals(ARCHIVIST);
            case WRITE_PROCEDURES -> position.role().equals(PROCEDURE_AUTHOR) && agencyItself(position);
            case REVIEW_PROCEDURES -> position.role().equals(PROCEDURE_REVIEWER) && agencyItself(position);
        };
    }

    /** Whether it is in the agency that publishes under its national code, and in none of its divisions. */
    private boolean agencyItself(Position position) {
        return units.unit(position.unit())
                .filter(unit -> unit.agencyCode().isPresent() && unit.parent().isEmpty())
                .isPresent();
    }

    /** Whether dossiers in that matter, and theirs, are in their list. */
    boolean follows(Applicant who, Matter matter) {
        return reaches(who, ApplicantAct.READ_OWN, matter);
    }

    /** One's own matters without limit, another person's as far as the mandate reaches and as long as it lasts. */
    private boolean reaches(Applicant who, ApplicantAct act, Matter matter) {
        return switch (who.standing()) {
            case Standing.Own _, Standing.OfOrganisation _ -> true;
            case Standing.ByMandate it -> it.term().lasts(now) && it.reach().covers(act.errand(), matter);
        };
    }

    /** Whose it is: of the person or organisation for whom they stand, or filed by that one's account. */
    private static boolean owns(Applicant who, Subject subject) {
        var filed = subject.submitter().filter(who.account()::equals).isPresent();
        var isAbout = who.representing().isPresent()
                ? who.representing().equals(subject.organisation())
                : subject.organisation().isEmpty()
                        && subject.applicant().filter(who.person()::equals).isPresent();
        return filed || isAbout;
    }

    private Decision desk(OfficerAt officer, DeskAct act, Subject subject) {
        var positions = officer.positionsOn(VietnamTime.dayOf(now));
        var concerned = concerned(subject);
        if (concerned.stream().anyMatch(it -> units.unit(it).isEmpty())) {
            return new Unknown(Missing.UNIT);
        }
        var sees = positions.stream().filter(it -> sees(it, concerned)).findFirst();
        if (sees.isEmpty()) {
            return new Hidden();
        }
        return switch (act) {
            case SEE -> new Permitted(sees);
            case INTAKE, RECEIVE, TURN_AWAY -> atCounterOrStep(officer, positions, act, subject, Set.of(FILED));
            case REQUEST_SUPPLEMENT -> atCounterOrStep(officer, positions, act, subject, Set.of(FILED));
            case TAKE_FEE ->
                atCounterOrStep(
                        officer, positions, act, subject, Set.of(FILED, IN_PROCESS, AWAITING_SUPPLEMENT, RESOLVED));
            case REFUND -> atCounterOrStep(officer, positions, act, subject, Set.of(StageGroup.values()));
            case DECIDE_REFUND -> leadsCounter(positions, subject);
            case HAND_OVER -> atCounterOrStep(officer, positions, act, subject, Set.of(RESOLVED));
            case TAKE_SUPPLEMENT -> atCounter(positions, subject, ApplicantAct.SUPPLEMENT.stages());
            case TAKE_WITHDRAWAL -> atCounter(positions, subject, ApplicantAct.WITHDRAW.stages());
            case COMPLETE_STEP, SEND_BACK, ISSUE, CLAIM, HANDLE -> atStep(officer, positions, act, subject);
            case EXTEND, CONFIRM -> leader(positions, subject);
            case ANSWER_ABOVE -> fromAbove(positions, subject);
            case AMEND -> amends(positions, subject);
            case APPROVE ->
                appraised(officer, subject)
                        ? separate(officer, positions, subject)
                        : atStep(officer, positions, act, subject);
        };
    }

    /** The receiving unit and every unit that has or had a step, with those that took over from them. */
    private Set<UnitId> concerned(Subject subject) {
        var concerned = new LinkedHashSet<UnitId>();
        concerned.addAll(units.withHeirs(subject.receivingUnit()));
        subject.open().forEach(it -> concerned.add(it.unit()));
        subject.done().forEach(it -> concerned.addAll(units.withHeirs(it.unit())));
        subject.left().forEach(it -> concerned.addAll(units.withHeirs(it)));
        return concerned;
    }

    /** Who inspects, keeps the archive, supervises a sector or writes procedures has pages of their own, with less on them. */
    static boolean worksOnDossiers(Position position) {
        return !Set.of(INSPECTOR, ARCHIVIST, SECTOR_SUPERVISOR, PROCEDURE_AUTHOR, PROCEDURE_REVIEWER)
                .contains(position.role());
    }

    /** Colleagues see what their unit has to do with, leaders what the units below theirs have. */
    private boolean sees(Position position, Set<UnitId> concerned) {
        if (!worksOnDossiers(position)) {
            return false;
        }
        if (concerned.contains(position.unit())) {
            return true;
        }
        return leads.test(position.role())
                && concerned.stream().anyMatch(it -> units.above(it).contains(position.unit()));
    }

    private Decision atCounterOrStep(
            OfficerAt officer, List<Position> positions, DeskAct act, Subject subject, Set<StageGroup> stages) {
        var step = atStep(officer, positions, act, subject);
        var counter = atCounter(positions, subject, stages);
        return step.permitted() || counter.equals(new Denied(NOT_YOUR_ROLE)) ? step : counter;
    }

    /** At the counter of the unit that received it, whoever has the steps. */
    private Decision atCounter(List<Position> positions, Subject subject, Set<StageGroup> stages) {
        var counter = positions.stream()
                .filter(it -> subject.counterRoles().contains(it.role()) && receives(it, subject.receivingUnit()))
                .findFirst();
        if (counter.isEmpty()) {
            return new Denied(NOT_YOUR_ROLE);
        }
        return in(stages, subject) ? new Permitted(counter) : new Denied(NOT_IN_THIS_STAGE);
    }

    /** It is the receiving unit, or does that role's work in its place, or is a part of it by area. */
    private boolean receives(Position position, UnitId receiving) {
        if (Areas.split(units, receiving)) {
            return units.heirsOf(receiving).stream().anyMatch(it -> it.next().equals(position.unit()));
        }
        return units.living(receiving, Optional.of(position.role()), VietnamTime.dayOf(now))
                .filter(it -> it.id().equals(position.unit()))
                .isPresent();
    }

    private Decision atStep(OfficerAt officer, List<Position> positions, DeskAct act, Subject subject) {
        Decision answer = new Denied(NOT_YOUR_ROLE);
        for (var step : subject.open()) {
            var position = act == DeskAct.HANDLE && Unmanned.is(step)
                    ? new Unmanned(units, leads).handler(officer, positions, subject, step)
                    : holder(positions, step);
            if (position.isEmpty()) {
                continue;
            }
            if (act != DeskAct.CLAIM && act != DeskAct.HANDLE && !step.acts().contains(act)) {
                answer = new Denied(NOT_IN_THIS_STAGE);
            } else if (step.claimedBy()
                    .filter(it -> !it.equals(officer.officer()))
                    .isPresent()) {
                answer = new Denied(TAKEN_BY_ANOTHER);
            } else {
                return new Permitted(position);
            }
        }
        return answer;
    }

    /** Whoever leads the unit above that is asked answers, or whoever leads one above that. */
    private Decision fromAbove(List<Position> positions, Subject subject) {
        if (subject.above().isEmpty()) {
            return new Denied(NOT_IN_THIS_STAGE);
        }
        var asked = subject.above().get();
        var there = Stream.concat(units.withHeirs(asked).stream(), units.above(asked).stream())
                .collect(Collectors.toSet());
        return whoever(positions, it -> leads.test(it.role()) && there.contains(it.unit()));
    }

    /** A result is corrected where it was appraised, or where it was worked on when nothing was appraised. */
    private Decision amends(List<Position> positions, Subject subject) {
        if (!in(Set.of(RESOLVED, CLOSED), subject)) {
            return new Denied(NOT_IN_THIS_STAGE);
        }
        var appraisals =
                subject.done().stream().filter(Subject.DoneStep::appraisal).toList();
        var where = (appraisals.isEmpty() ? subject.done() : appraisals)
                .stream().flatMap(it -> units.withHeirs(it.unit()).stream()).collect(Collectors.toSet());
        return whoever(positions, it -> worksOnDossiers(it) && where.contains(it.unit()));
    }

    /**
     * Whoever leads a unit that has it now answers for its being late, and for what a colleague proposes; once nobody has it,
     * whoever leads a unit that had it.
     */
    private Decision leader(List<Position> positions, Subject subject) {
        var having = subject.open().isEmpty()
                ? subject.done().stream()
                        .flatMap(it -> units.withHeirs(it.unit()).stream())
                        .collect(Collectors.toSet())
                : subject.open().stream().map(OpenStep::unit).collect(Collectors.toSet());
        return whoever(positions, it -> leads.test(it.role()) && sees(it, having));
    }

    /** Whoever leads the unit that received it, or one above: that unit collects. */
    private Decision leadsCounter(List<Position> positions, Subject subject) {
        var collecting = Set.copyOf(units.withHeirs(subject.receivingUnit()));
        return whoever(positions, it -> leads.test(it.role()) && sees(it, collecting));
    }

    private static Decision whoever(List<Position> positions, Predicate<Position> fits) {
        var position = positions.stream().filter(fits).findFirst();
        return position.isPresent() ? new Permitted(position) : new Denied(NOT_YOUR_ROLE);
    }

    /** Tells who would otherwise be allowed to approve why they are not; everybody else hears the ordinary reason. */
    private Decision separate(OfficerAt officer, List<Position> positions, Subject subject) {
        var otherwise = atStep(officer, positions, DeskAct.APPROVE, subject);
        return otherwise.permitted() ? new Denied(APPRAISED_IT_YOURSELF) : otherwise;
    }

    private static boolean appraised(OfficerAt officer, Subject subject) {
        return subject.done().stream().anyMatch(it -> it.appraisal() && it.by().equals(officer.officer()));
    }

    private static Optional<Position> holder(List<Position> positions, OpenStep step) {
        return positions.stream()
                .filter(it -> it.unit().equals(step.unit()) && it.role().equals(step.role()))
                .findFirst();
    }

    private static boolean in(Set<StageGroup> stages, Subject subject) {
        return stages.contains(subject.stage());
    }

    private static Permitted yes() {
        return new Permitted(Optional.empty());
    }
}
