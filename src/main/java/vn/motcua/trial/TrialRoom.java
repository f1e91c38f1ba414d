package vn.motcua.trial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.Edition;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.TrialDesk;
import vn.motcua.dossier.DossierTrials;
import vn.motcua.dossier.TrialAct;
import vn.motcua.dossier.TrialCase;
import vn.motcua.dossier.TrialState;
import vn.motcua.form.Facts;
import vn.motcua.form.Field;
import vn.motcua.form.Kind;
import vn.motcua.form.Problem;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * Where authors and reviewers walk a whole dossier through an edition before anybody files it. A trial is whoever began it alone, for a
 * day; what was done is kept as a list and done again, by the rules of every dossier, each time it is looked at.
 */
@Service
public class TrialRoom {

    /** How long a trial is kept. */
    public static final Duration KEPT = Duration.ofDays(1);
    /** Trials of an officer at once. */
    public static final int MOST = 10;
    /** Acts of a trial. */
    public static final int MOST_ACTS = 150;

    private static final Set<String> ROLES = Set.of("procedure-author", "procedure-reviewer");

    private final TrialDesk desk;
    private final DossierTrials trials;
    private final TrialStore store;
    private final KnownFacts known;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TrialRoom(
            TrialDesk desk,
            DossierTrials trials,
            TrialStore store,
            KnownFacts known,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.trials = trials;
        this.store = store;
        this.known = known;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A trial as it stands.
     *
     * @param state empty when the edition was changed since, so that what was done may mean something else
     */
    public record Open(Trial trial, Edition edition, ProcedurePackage content, Optional<TrialState> state) {}

    /**
     * Files what was typed, as if the edition were in force; files that the form asks for are taken as given.
     *
     * @param posted what the pages of the preview carried
     */
    public UUID begin(OfficerAt who, UUID command, String code, String no, Map<String, List<String>> posted) {
        var edition = desk.edition(who, code, no);
        var content = content(who, edition).orElseThrow(() -> new Refused(TrialRefusal.TRIAL_WITHOUT_PACKAGE));
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var unit = unit(who);
        var answers = content.form().parseAll(posted);
        var facts = facts(content, unit, now);
        var wrong = wrong(content, answers, facts);
        if (!wrong.isEmpty()) {
            throw new Refused(TrialRefusal.TRIAL_NOT_FILED, wrong.size());
        }
        var trial = new Trial(
                command,
                edition.code(),
                edition.no(),
                edition.version(),
                unit,
                content.form().kept(answers, facts),
                List.of(),
                now,
                now.plus(KEPT));
        trials.after(filed(who, trial, content), List.of(), Language.VI);
        in(who, () -> {
            if (store.find(who, command, now).isEmpty() && store.count(who, now) >= MOST) {
                throw new Refused(TrialRefusal.TRIALS_TOO_MANY, MOST);
            }
            store.add(who, trial);
            leave(who, command, "procedure-trial-begun");
            return command;
        });
        return command;
    }

    /** Theirs of that edition, the last begun first. */
    public List<Trial> of(OfficerAt who, Edition edition) {
        return in(who, () -> store.of(who, edition.code(), edition.no(), clock.instant()));
    }

    /** The edition of that number; anything else is not there. */
    public Edition edition(OfficerAt who, String code, String no) {
        return desk.edition(who, code, no);
    }

    /** What can be tried: a package that can be read, of a single procedure. */
    public Optional<ProcedurePackage> content(OfficerAt who, Edition edition) {
        return desk.content(who, edition).filter(it -> it.group().isEmpty());
    }

    /** One of theirs; any other, and one whose day is over, is not there. */
    public Open open(OfficerAt who, String id, Language language) {
        var trial = in(who, () -> found(who, id));
        return opened(who, trial, language);
    }

    /**
     * Does something. Refuses what the rules refuse, and of an older page what would come after something that it did not show.
     *
     * @param seen how much had been done when the page was shown
     * @param act decides by how the trial stands
     */
    public void act(OfficerAt who, String id, UUID command, int seen, Language language, Function<Open, TrialAct> act) {
        var trial = in(who, () -> found(who, id));
        if (trial.done().stream().anyMatch(it -> it.command().equals(command))) {
            return;
        }
        if (trial.done().size() != seen) {
            throw new Refused(TrialRefusal.TRIAL_WENT_ON);
        }
        if (seen >= MOST_ACTS) {
            throw new Refused(TrialRefusal.TRIAL_TOO_LONG, MOST_ACTS);
        }
        var open = opened(who, trial, language);
        if (open.state().isEmpty()) {
            throw new Refused(TrialRefusal.TRIAL_OF_AN_OLDER_TEXT);
        }
        var done = new ArrayList<>(trial.done());
        done.add(new Trial.Done(command, act.apply(open)));
        trials.after(
                filed(who, trial, open.content()),
                done.stream().map(Trial.Done::act).toList(),
                language);
        if (!in(who, () -> store.save(who, trial.id(), seen, done))) {
            throw new Refused(TrialRefusal.TRIAL_WENT_ON);
        }
    }

    /** Throws it away. */
    public Trial end(OfficerAt who, String id) {
        return in(who, () -> {
            var trial = found(who, id);
            store.end(who, trial.id());
            return trial;
        });
    }

    /** What is missing or wrong of what the officer of that step entered. */
    public List<Problem> entryProblems(Open open, String step, Map<String, Object> entered) {
        var entries = open.content().entries();
        var answers = entries.with(step, entered, answers(open));
        return entries.problems(
                step,
                answers,
                facts(open.content(), open.trial().unit(), open.trial().filedAt()));
    }

    /** What conditions may ask in that trial. */
    public Facts facts(Open open) {
        return facts(open.content(), open.trial().unit(), open.trial().filedAt());
    }

    /** The answers as they stand, with what officers entered. */
    public static Map<String, Object> answers(Open open) {
        return open.state()
                .map(it -> it.opened().answers())
                .orElseGet(() -> new HashMap<>(open.trial().answers()));
    }

    private Open opened(OfficerAt who, Trial trial, Language language) {
        var edition = desk.edition(who, trial.procedure(), Integer.toString(trial.edition()));
        var content = content(who, edition).orElseThrow(() -> new Refused(TrialRefusal.TRIAL_WITHOUT_PACKAGE));
        return new Open(
                trial,
                edition,
                content,
                edition.version() == trial.version()
                        ? Optional.of(trials.after(filed(who, trial, content), trial.acts(), language))
                        : Optional.empty());
    }

    private Trial found(OfficerAt who, String id) {
        return id(id).flatMap(it -> store.find(who, it, clock.instant()))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private static Optional<UUID> id(String typed) {
        return typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(typed))
                : Optional.empty();
    }

    private static TrialCase filed(OfficerAt who, Trial it, ProcedurePackage content) {
        return new TrialCase(it.id(), who.tenant(), it.unit(), content, it.answers(), Channel.ONLINE, it.filedAt());
    }

    /** The agency of the author: its calendar, hours and province hold. */
    private UnitId unit(OfficerAt who) {
        return who.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                .filter(it -> ROLES.contains(it.role()))
                .map(Position::unit)
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private Facts facts(ProcedurePackage content, UnitId unit, Instant at) {
        return known.of(Circumstances.of(content.record().code(), Channel.ONLINE, at, unit, Set.of()));
    }

    private static List<Problem> wrong(ProcedurePackage content, Map<String, Object> answers, Facts facts) {
        var files = content.form()
                .definition()
                .fields()
                .filter(it -> it.kind() == Kind.FILE)
                .map(Field::id)
                .toList();
        return content.form().validate(answers, facts).stream()
                .filter(it -> it.severity() == Problem.Severity.WRONG && !files.contains(it.fieldId()))
                .toList();
    }

    private void leave(OfficerAt who, UUID command, String act) {
        trail.leave(new Look(
                who.account().value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.ADMINISTER,
                command,
                act,
                Fields.of(Fields.RIGHTS)));
    }

    private <T> T in(OfficerAt who, Supplier<T> work) {
        return who.scope().call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
