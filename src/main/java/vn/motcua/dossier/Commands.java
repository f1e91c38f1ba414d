package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.CHANGED_BY_SOMEONE_ELSE;
import static vn.motcua.dossier.DossierRefusal.COMMAND_REUSED;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.Decision;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.OrganisationId;
import vn.motcua.identity.PersonId;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Subject;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * How every command on a dossier is carried out, in one transaction: find it, ask whether this person may, let the rule
 * decide, save. A command that was carried out before gets its answer again; one that comes from an old page is told
 * what has happened since.
 */
@Component
class Commands {

    /** Who only looks carries out nothing. */
    private static final UUID NO_COMMAND = new UUID(0, 0);

    private final Kept dossiers;
    private final Procedures procedures;
    private final Whereabouts places;
    private final Access access;
    private final DestroyedDossiers destroyed;
    private final ObjectProvider<StepHold> holds;
    private final TransactionTemplate transaction;

    Commands(
            Kept dossiers,
            Procedures procedures,
            Whereabouts places,
            Access access,
            DestroyedDossiers destroyed,
            ObjectProvider<StepHold> holds,
            PlatformTransactionManager transactions) {
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.places = places;
        this.access = access;
        this.destroyed = destroyed;
        this.holds = holds;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** An officer's command on a dossier of their tenant, on the step named. */
    Done atDesk(DossierId id, Act act, DeskAct right, String step, Function<Work, Change> rule) {
        var ref = new DossierRef(act.by().tenant(), id);
        return carryOut(
                ref, act, it -> may(act.by(), right, step, it.subject()), held(right, step, rule), _ -> Content.NONE);
    }

    /** The same with something that comes into the folder. */
    Done atDesk(
            DossierId id,
            Act act,
            DeskAct right,
            String step,
            Function<Work, Change> rule,
            Function<Work, Content> content) {
        var ref = new DossierRef(act.by().tenant(), id);
        return carryOut(ref, act, it -> may(act.by(), right, step, it.subject()), held(right, step, rule), content);
    }

    /** What finishes a step waits while something outside holds it. */
    private Function<Work, Change> held(DeskAct right, String step, Function<Work, Change> rule) {
        return right != DeskAct.COMPLETE_STEP && right != DeskAct.APPROVE
                ? rule
                : work -> {
                    var seat = work.dossier().desk().seat(step);
                    holds.stream()
                            .flatMap(it -> seat.stream()
                                    .flatMap(
                                            one -> it
                                                    .at(
                                                            work.dossier().id(),
                                                            one,
                                                            work.procedure()
                                                                    .route()
                                                                    .step(step))
                                                    .stream()))
                            .findFirst()
                            .ifPresent(it -> {
                                throw it;
                            });
                    return rule.apply(work);
                };
    }

    /** An officer's command on a dossier of their tenant, on whichever open step offers it. */
    Done atDesk(DossierId id, Act act, DeskAct right, Function<Work, Change> rule) {
        var ref = new DossierRef(act.by().tenant(), id);
        return carryOut(ref, act, it -> access.may(act.by(), right, it.subject()), rule, _ -> Content.NONE);
    }

    /** The same with something that comes into the folder. */
    Done atDesk(DossierId id, Act act, DeskAct right, Function<Work, Change> rule, Function<Work, Content> content) {
        var ref = new DossierRef(act.by().tenant(), id);
        return carryOut(ref, act, it -> access.may(act.by(), right, it.subject()), rule, content);
    }

    /** A command of an officer who sees the dossier, whatever lies on their desk; the rule asks for the rest. */
    Done bySight(DossierId id, Act act, Function<Work, Change> rule, Function<Work, Content> content) {
        var ref = new DossierRef(act.by().tenant(), id);
        return carryOut(ref, act, it -> access.may(act.by(), DeskAct.SEE, it.subject()), rule, content);
    }

    /** What an officer at the counter of the unit that received it does for the applicant, as whom it is written down. */
    Done atCounter(DossierId id, Act act, DeskAct right, Function<Work, Change> rule, Function<Work, Content> content) {
        var ref = new DossierRef(act.by().tenant(), id);
        return inTenant(
                ref.tenant(),
                act.by(),
                () -> decide(
                        ref, act, it -> access.may(act.by(), right, it.subject()), rule, content, Commands::applicant));
    }

    private static Optional<UUID> applicant(Work work) {
        var subject = work.subject();
        return subject.organisation()
                .map(OrganisationId::value)
                .or(() -> subject.applicant().map(PersonId::value));
    }

    /** An applicant's command on a dossier of theirs, in whosever system it is. */
    Done byApplicant(
            DossierRef ref, Act act, ApplicantAct right, Function<Work, Change> rule, Function<Work, Content> content) {
        return inTenant(
                ref.tenant(),
                act.by(),
                () -> decide(ref, act, it -> access.may(act.by(), right, it.subject()), rule, content));
    }

    /**
     * Something that the program does by itself on whatever version there is. Says whether it was done now: not when the
     * same was done before, and not when somebody moved the dossier at the same moment.
     *
     * @param command the same for every copy of the program
     */
    boolean byItself(DossierRef ref, UUID command, Instant now, Function<Work, Change> rule) {
        var program = ByItself.in(ref.tenant());
        return inTenant(ref.tenant(), program, () -> {
            var work = work(ref, command, program, now);
            if (work.found().repeated().isPresent()) {
                return false;
            }
            var act = new Act(command, program, work.dossier().version(), now);
            return dossiers.save(rule.apply(work), new Signed(act, Optional.empty()), Content.NONE);
        });
    }

    /** The dossier for reading, for who may; inside a transaction. */
    Seen seen(DossierRef ref, SignedIn by, Function<Work, Decision> right, Instant now) {
        var work = work(ref, NO_COMMAND, by, now);
        var as = right.apply(work).orRefuse();
        unlessDestroyed(work);
        return new Seen(work, as);
    }

    /** The dossier as that officer would find it, for rules that ask themselves what they may; inside a transaction. */
    Work unasked(DossierRef ref, SignedIn by, Instant now) {
        return work(ref, NO_COMMAND, by, now);
    }

    /** A dossier that somebody may see, and the position that lets them. */
    record Seen(Work work, Optional<Position> as) {}

    /** Does the work in one transaction of that tenant, in the name of that account. */
    <T> T inTenant(TenantId tenant, SignedIn by, Supplier<T> work) {
        return new Scope(tenant, Optional.of(by.account().value()))
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    /** The right at one of several open steps; who sees the dossier is not told that it does not exist. */
    private Decision may(SignedIn who, DeskAct right, String step, Subject subject) {
        if (subject.open().stream().noneMatch(it -> it.id().equals(step))) {
            return access.may(who, right, subject);
        }
        var there = access.may(who, right, subject.at(step));
        return there instanceof Decision.Hidden
                        && access.may(who, DeskAct.SEE, subject).permitted()
                ? new Decision.Denied(Decision.Reason.NOT_YOUR_ROLE)
                : there;
    }

    private Done carryOut(
            DossierRef ref,
            Act act,
            Function<Work, Decision> right,
            Function<Work, Change> rule,
            Function<Work, Content> content) {
        return inTenant(ref.tenant(), act.by(), () -> decide(ref, act, right, rule, content));
    }

    private Done decide(
            DossierRef ref,
            Act act,
            Function<Work, Decision> right,
            Function<Work, Change> rule,
            Function<Work, Content> content) {
        return decide(ref, act, right, rule, content, _ -> Optional.empty());
    }

    private Done decide(
            DossierRef ref,
            Act act,
            Function<Work, Decision> right,
            Function<Work, Change> rule,
            Function<Work, Content> content,
            Function<Work, Optional<UUID>> forWhom) {
        var work = work(ref, act.command(), act.by(), act.now());
        var before = answeredBefore(work, act);
        if (before.isPresent()) {
            return before.get();
        }
        var decision = right.apply(work);
        if (decision instanceof Decision.Hidden) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        unlessDestroyed(work);
        if (work.dossier().version() != act.version()) {
            throw changed(work);
        }
        var signed = new Signed(act, decision.orRefuse(), forWhom.apply(work));
        var change = rule.apply(work);
        return dossiers.save(change, signed, content.apply(work))
                ? new Done(ref.id(), change.after().version())
                : tooLate(ref, act);
    }

    /** Somebody committed between our reading and our writing: perhaps the same command, sent twice at once. */
    private Done tooLate(DossierRef ref, Act act) {
        var now = work(ref, act.command(), act.by(), act.now());
        return answeredBefore(now, act).orElseThrow(() -> changed(now));
    }

    /** Who may see it learns that it is gone, when and why. */
    private void unlessDestroyed(Work work) {
        if (work.subject().stage() == Subject.StageGroup.CLOSED) {
            destroyed.of(work.dossier().id()).ifPresent(it -> {
                throw new Refused(DossierRefusal.DESTROYED, VietnamTime.moment(it.at()), it.rule());
            });
        }
    }

    /**
     * The dossier with all that a rule asks, without asking for rights. Its time never runs backwards: where this machine's
     * clock is behind the last event, set back or another's that is ahead, now is the moment of that event.
     */
    Work work(DossierRef ref, UUID command, SignedIn by, Instant now) {
        var found = dossiers.find(ref.id(), command).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        var filed = found.dossier().filed();
        var procedure = procedures.of(filed.revision());
        var last = found.last().effective();
        return new Work(
                ref.tenant(),
                found,
                procedure,
                places.of(procedure.route(), filed.unit(), filed.place(), VietnamTime.dayOf(filed.at())),
                by,
                now.isBefore(last) ? last : now);
    }

    private static Optional<Done> answeredBefore(Work work, Act act) {
        var repeated = work.found().repeated();
        repeated.filter(it -> !it.by().equals(act.by().actor())
                        || !it.dossier().equals(work.dossier().id()))
                .ifPresent(_ -> {
                    throw new Refused(COMMAND_REUSED);
                });
        return repeated.map(it -> new Done(it.dossier(), it.version()));
    }

    private static Refused changed(Work work) {
        var last = work.found().last();
        return new Refused(
                CHANGED_BY_SOMEONE_ELSE,
                last.who(),
                Phrase.of("dossier.done." + last.kind()),
                VietnamTime.moment(last.at()));
    }
}
