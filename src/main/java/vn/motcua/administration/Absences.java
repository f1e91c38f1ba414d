package vn.motcua.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.administration.Absence.Claims;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.dossier.OfficeWork;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Actors;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.Position;
import vn.motcua.identity.PositionId;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.StandIns;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/**
 * Leaves of officers: recorded by an administrator or by whoever leads their unit, with a stand-in or not, and with what
 * becomes of the work they had taken. A leave ends by itself.
 */
@Service
public class Absences {

    private final AbsenceRecords records;
    private final StandIns standIns;
    private final StandInRequests requests;
    private final OfficeWork work;
    private final Access access;
    private final Actors actors;
    private final Trail trail;
    private final Clock clock;

    Absences(
            AbsenceRecords records,
            StandIns standIns,
            StandInRequests requests,
            OfficeWork work,
            Access access,
            Actors actors,
            Trail trail,
            Clock clock) {
        this.records = records;
        this.standIns = standIns;
        this.requests = requests;
        this.work = work;
        this.access = access;
        this.actors = actors;
        this.trail = trail;
        this.clock = clock;
    }

    /** Somebody by name. */
    public record Named(OfficerId officer, String name) {}

    /**
     * What whoever arranges leaves sees.
     *
     * @param away leaves that are not over, with the name of who is away
     * @param claims what the absent have taken
     * @param officers whose leave they may record
     * @param colleagues who may stand in, or get what the absent had taken
     */
    public record Board(List<Away> away, List<Taken> claims, List<Named> officers, List<Named> colleagues) {}

    /** A leave with names. */
    public record Away(Absence absence, String name, String standIn, boolean now) {}

    /** A step that somebody absent has taken, and who else could do it. */
    public record Taken(OfficeWork.Claim claim, String name, List<Named> colleagues) {}

    /** The leaves of the officers whose units they answer for; not there for who answers for none. */
    @Transactional(readOnly = true)
    public Board board(SignedIn who, Language language) {
        var mine = standIns.arrangedBy(who);
        var all = standIns.colleagues(who);
        var names = names(all);
        var today = today();
        var away = records.current(today).stream()
                .filter(it -> holds(mine, it.officer()))
                .map(it -> new Away(
                        it,
                        names.getOrDefault(it.officer(), ""),
                        it.standIn().map(one -> names.getOrDefault(one, "")).orElse(""),
                        it.on(today)))
                .toList();
        var absent = away.stream()
                .filter(Away::now)
                .map(it -> it.absence().officer())
                .distinct()
                .toList();
        var claims = work.claims(absent, language).stream()
                .filter(it ->
                        mine.stream().anyMatch(held -> held.position().unit().equals(it.unit())))
                .map(it -> new Taken(it, names.getOrDefault(it.officer(), ""), others(who, it)))
                .toList();
        return new Board(away, claims, named(mine), named(all));
    }

    /**
     * Records a leave. It begins at once when its first day has come. Whoever an administrator wants to stand in for a leader,
     * an inspector or a supervisor waits for a second administrator.
     */
    @Transactional
    public StandIns.Step record(SignedIn who, Absence wanted) {
        var mine = standIns.arrangedBy(who);
        if (!holds(mine, wanted.officer())) {
            throw new Refused(AdministrationRefusal.OFFICER_UNKNOWN);
        }
        var today = today();
        if (wanted.until().isBefore(wanted.from())
                || wanted.until().isBefore(today)
                || wanted.until().isAfter(wanted.from().plusYears(1))) {
            throw new Refused(AdministrationRefusal.ABSENCE_DAYS);
        }
        if (wanted.claims() == Claims.STAND_IN && wanted.standIn().isEmpty()) {
            throw new Refused(AdministrationRefusal.STAND_IN_MISSING);
        }
        var others = records.current(today).stream()
                .filter(it -> it.officer().equals(wanted.officer()))
                .toList();
        if (others.stream().anyMatch(it -> it.id().equals(wanted.id()))) {
            return StandIns.Step.DONE;
        }
        if (others.stream()
                .anyMatch(
                        it -> !it.from().isAfter(wanted.until()) && !it.until().isBefore(wanted.from()))) {
            throw new Refused(AdministrationRefusal.ABSENT_ALREADY);
        }
        records.keep(wanted, who.account().value(), clock.instant());
        var waits = wanted.standIn().filter(it -> stand(who, wanted, it, mine));
        leave(who, wanted.id(), "absence-recorded");
        if (!wanted.from().isAfter(today)) {
            begin(wanted, who);
        }
        return waits.isPresent() ? StandIns.Step.WAITS : StandIns.Step.DONE;
    }

    /** Ends it now: they are back. Stand-ins arranged for it end too. */
    @Transactional
    public void end(SignedIn who, UUID id) {
        var mine = standIns.arrangedBy(who);
        var absence = records.current(today()).stream()
                .filter(it -> it.id().equals(id) && holds(mine, it.officer()))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        records.end(id, clock.instant());
        mine.stream()
                .map(StandIns.Held::position)
                .filter(it -> it.standsInFor()
                        .filter(stood -> it.id().equals(standInFor(absence, stood)))
                        .isPresent())
                .forEach(it -> standIns.end(who, it.id()));
        mine.stream()
                .filter(it -> it.officer().equals(absence.officer()))
                .forEach(it -> requests.withdraw(
                        who.account().value(), standInFor(absence, it.position().id())));
        leave(who, id, "absence-ended");
    }

    /**
     * Gives what somebody absent has taken to a colleague of the same role and unit, or back to the tray.
     *
     * @param to empty for the tray
     */
    @Transactional
    public void assign(SignedIn who, UUID command, String dossier, String step, Optional<OfficerId> to) {
        if (work.assigned(command, who)) {
            return;
        }
        var taken = board(who, Language.VI).claims().stream()
                .filter(it -> it.claim().dossier().toString().equals(dossier)
                        && it.claim().step().equals(step))
                .findFirst()
                .orElseThrow(() -> new Refused(AdministrationRefusal.CLAIM_GONE));
        var colleague = to.map(it -> taken.colleagues().stream()
                .filter(one -> one.officer().equals(it))
                .findFirst()
                .orElseThrow(() -> new Refused(AdministrationRefusal.NOT_A_COLLEAGUE)));
        var position = access.mayArrange(who, Optional.of(taken.claim().unit())).orRefuse();
        work.assign(
                command,
                who,
                position,
                taken.claim(),
                taken.name(),
                to,
                colleague.map(Named::name).orElse(""),
                clock.instant());
    }

    /** Carries out what leaves that have begun say of the work; how many began. */
    @Transactional
    public int begin() {
        var due = records.due(today());
        due.forEach(it -> begin(
                it.absence(),
                new SignedIn.Administrator(
                        new AccountId(it.recordedBy()),
                        Scope.current().tenant(),
                        actors.names(List.of(it.recordedBy())).getOrDefault(it.recordedBy(), ""))));
        return due.size();
    }

    private void begin(Absence it, SignedIn by) {
        records.begun(it.id(), clock.instant());
        if (it.claims() == Claims.KEEP) {
            return;
        }
        var people = new HashMap<OfficerId, String>();
        standIns.everybody().forEach(one -> people.put(one.officer(), one.name()));
        for (var claim : work.claims(List.of(it.officer()), Language.VI)) {
            var to = it.claims() == Claims.STAND_IN
                    ? it.standIn()
                            .filter(one -> standIns.everybody().stream()
                                    .anyMatch(held -> held.officer().equals(one)
                                            && held.position().unit().equals(claim.unit())
                                            && held.position().role().equals(claim.role())
                                            && held.position().heldOn(today())))
                    : Optional.<OfficerId>empty();
            work.assign(
                    named(it.id(), claim.dossier() + claim.step()),
                    by,
                    Optional.empty(),
                    claim,
                    people.getOrDefault(it.officer(), ""),
                    to,
                    to.map(one -> people.getOrDefault(one, "")).orElse(""),
                    clock.instant());
        }
    }

    /**
     * For every position of their own on these days; where two cannot be filled nothing is recorded. Answers whether one waits
     * for the second administrator.
     */
    private boolean stand(SignedIn who, Absence absence, OfficerId by, List<StandIns.Held> mine) {
        var from = absence.from().isBefore(today()) ? today() : absence.from();
        return mine.stream()
                .filter(it ->
                        it.officer().equals(absence.officer()) && it.stoodFor().isEmpty())
                .map(StandIns.Held::position)
                .filter(it -> it.heldOn(from)
                        || (it.from().isAfter(from) && !it.from().isAfter(absence.until())))
                .map(it -> standIns.arrange(
                        who,
                        new StandIns.Wanted(
                                standInFor(absence, it.id()), it.id(), by, from, last(it, absence.until()))))
                .toList()
                .contains(StandIns.Step.WAITS);
    }

    private static LocalDate last(Position position, LocalDate until) {
        return position.to().filter(it -> it.isBefore(until)).orElse(until);
    }

    private static PositionId standInFor(Absence absence, PositionId position) {
        return new PositionId(named(absence.id(), position.toString()));
    }

    private static UUID named(UUID id, String what) {
        return Ids.once(id + " " + what);
    }

    private List<Named> others(SignedIn who, OfficeWork.Claim claim) {
        return standIns.working(who, claim.unit(), claim.role()).stream()
                .filter(it -> !it.officer().equals(claim.officer()))
                .map(it -> new Named(it.officer(), it.name()))
                .distinct()
                .toList();
    }

    private static boolean holds(List<StandIns.Held> held, OfficerId officer) {
        return held.stream().anyMatch(it -> it.officer().equals(officer));
    }

    private static Map<OfficerId, String> names(List<StandIns.Held> held) {
        var names = new HashMap<OfficerId, String>();
        held.forEach(it -> names.put(it.officer(), it.name()));
        return names;
    }

    private static List<Named> named(List<StandIns.Held> held) {
        return held.stream()
                .filter(it -> it.stoodFor().isEmpty())
                .map(it -> new Named(it.officer(), it.name()))
                .distinct()
                .sorted(Comparator.comparing(Named::name))
                .toList();
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    private void leave(SignedIn who, UUID about, String act) {
        var as = access.mayArrange(who, Optional.empty()).orRefuse();
        trail.leave(new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.ADMINISTER,
                about,
                act,
                Fields.of(Fields.RIGHTS)));
    }
}
