package vn.motcua.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.AuditRecord;
import vn.motcua.audit.Evidence;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Mark;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.dossier.MyDossier;
import vn.motcua.dossier.MyDossiers;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Actors;
import vn.motcua.identity.Leaders;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.TenantAct;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * Tells people who worked with their data, and takes their questions to the unit. What they did themselves is left out;
 * what they see is what the log says, in whosever system it happened.
 */
@Service
public class WhoLooked {

    /** How long a question or an answer may be, in characters. */
    public static final int LONGEST = 2_000;

    /** A clock of another machine may be a little ahead. */
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final MyDossiers dossiers;
    private final Evidence evidence;
    private final Questions questions;
    private final Actors actors;
    private final Supervisors supervisors;
    private final Units units;
    private final Access access;
    private final Leaders leaders;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    WhoLooked(
            MyDossiers dossiers,
            Evidence evidence,
            Questions questions,
            Actors actors,
            Supervisors supervisors,
            Units units,
            Access access,
            Leaders leaders,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.dossiers = dossiers;
        this.evidence = evidence;
        this.questions = questions;
        this.actors = actors;
        this.supervisors = supervisors;
        this.units = units;
        this.access = access;
        this.leaders = leaders;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The latest of it before that moment, latest first. */
    public List<Seen> at(SignedIn.Applicant who, Instant before, int limit, Language language) {
        var mine = dossiers.of(who, language).stream()
                .collect(Collectors.groupingBy(
                        it -> it.ref().tenant(),
                        Collectors.toMap(it -> it.ref().id().value(), Function.identity())));
        var all = new ArrayList<Seen>();
        for (var tenant : tenants()) {
            var here = mine.getOrDefault(tenant, Map.of());
            all.addAll(in(tenant, who, () -> seen(who, tenant, here, before, limit)));
        }
        all.sort(Comparator.comparing(Seen::at).reversed());
        return named(who, all.subList(0, Math.min(limit, all.size())));
    }

    /** All of them, and the national one, where people do things for each other. */
    private List<TenantId> tenants() {
        return Stream.concat(
                        Stream.of(TenantId.NATIONAL), units.tenants().stream().map(Tenant::id))
                .distinct()
                .toList();
    }

    /** With the names of people who did something for them by a mandate: their accounts are national. */
    private List<Seen> named(SignedIn.Applicant who, List<Seen> all) {
        var nameless = all.stream()
                .filter(it -> it.name().isEmpty() && it.unit().isEmpty())
                .map(Seen::actor)
                .distinct()
                .toList();
        if (nameless.isEmpty()) {
            return all;
        }
        var names = in(TenantId.NATIONAL, who, () -> actors.names(nameless));
        return all.stream()
                .map(it -> it.name().isEmpty() ? it.by(names.getOrDefault(it.actor(), "")) : it)
                .toList();
    }

    /**
     * A page of it.
     *
     * @param days all that one officer did with one dossier on a day together, latest first
     * @param older where it goes on, empty at the end
     */
    public record Days(List<List<Seen>> days, Optional<Mark> older) {}

    /** The same before that mark, so many days' work. */
    public Days days(SignedIn.Applicant who, Mark before, int limit, Language language) {
        var mine = dossiers.of(who, language).stream()
                .collect(Collectors.groupingBy(
                        it -> it.ref().tenant(),
                        Collectors.toMap(it -> it.ref().id().value(), Function.identity())));
        var all = new ArrayList<List<Seen>>();
        for (var tenant : tenants()) {
            var here = mine.getOrDefault(tenant, Map.of());
            all.addAll(in(tenant, who, () -> days(who, tenant, here, before, limit + 1)));
        }
        all.sort(Comparator.comparing((List<Seen> it) -> mark(it).at())
                .thenComparing(it -> mark(it).id())
                .reversed());
        var shown = all.subList(0, Math.min(limit, all.size())).stream()
                .map(it -> named(who, it))
                .toList();
        return new Days(shown, all.size() <= limit ? Optional.empty() : Optional.of(mark(shown.getLast())));
    }

    private static Mark mark(List<Seen> day) {
        return new Mark(day.getFirst().at(), day.getFirst().line());
    }

    private List<List<Seen>> days(
            SignedIn.Applicant who, TenantId tenant, Map<UUID, MyDossier> mine, Mark before, int limit) {
        var found = evidence.byDay(subjects(who, mine), before, limit);
        var seen = named(who, tenant, mine, found.stream().flatMap(List::stream).toList()).stream()
                .collect(Collectors.toMap(Seen::line, Function.identity()));
        return found.stream()
                .map(day -> day.stream()
                        .map(it -> Objects.requireNonNull(seen.get(it.id())))
                        .toList())
                .toList();
    }

    /** All that they asked, in whosever system. */
    public List<Question> asked(SignedIn.Applicant who) {
        return tenants().stream()
                .flatMap(it -> in(it, who, () -> questions.of(who.account().value())).stream())
                .toList();
    }

    /** Asks the unit of whoever looked why they did. Asking twice is asking once. */
    public void ask(SignedIn.Applicant who, TenantId tenant, UUID line, String question, Language language) {
        var looked = at(who, clock.instant().plus(A_MOMENT), Integer.MAX_VALUE, language).stream()
                .filter(it -> it.line().equals(line) && it.tenant().equals(tenant))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        var unit = looked.unit().orElseThrow(() -> new Refused(EvidenceRefusal.NO_UNIT_TO_ASK));
        var text = text(question);
        in(tenant, who, () -> {
            var fresh = questions.ask(
                    new Question(
                            Ids.next(),
                            line,
                            unit,
                            who.name(),
                            looked.name(),
                            looked.at(),
                            clock.instant(),
                            text,
                            Optional.empty()),
                    who.account().value());
            if (fresh) {
                trail.leave(new Look(
                        who.actor().value(),
                        Optional.empty(),
                        Optional.empty(),
                        Purpose.OWNER,
                        questions.subject(line),
                        "question-asked",
                        Fields.of(Fields.HISTORY)));
            }
            return unit;
        });
    }

    /**
     * The questions that wait for an answer of the units that this officer leads, or of those that nobody leads when it is an
     * administrator.
     */
    public List<Question> waiting(SignedIn who) {
        mayAnswer(who);
        return in(who.tenant(), who, () -> {
            var waiting = questions.open(answeredBy(who));
            trail.once(
                    waiting.stream()
                            .map(it -> look(who, it, "question-read"))
                            .distinct()
                            .toList(),
                    VietnamTime.dayOf(clock.instant())
                            .atStartOfDay(VietnamTime.ZONE)
                            .toInstant());
            return waiting;
        });
    }

    private Look look(SignedIn who, Question about, String act) {
        var as = leading(who)
                .filter(it -> units.subtree(it.unit()).stream()
                        .anyMatch(unit -> unit.id().equals(about.unit())))
                .findFirst();
        return new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.OWNER,
                questions.subject(about.line()),
                act,
                Fields.of(Fields.IDENTITY, Fields.HISTORY));
    }

    /** Answers one of them; who leads another unit does not find it. */
    public void answer(SignedIn who, UUID id, String answer) {
        mayAnswer(who);
        in(who.tenant(), who, () -> {
            var question = questions
                    .find(id)
                    .filter(it -> answeredBy(who).contains(it.unit()))
                    .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
            if (!questions.answer(id, new Question.Answer(text(answer), clock.instant(), who.name()))) {
                throw new Refused(EvidenceRefusal.ANSWERED_ALREADY, question.asker());
            }
            trail.leave(look(who, question, "question-answered"));
            return question;
        });
    }

    private void mayAnswer(SignedIn who) {
        if (!(who instanceof SignedIn.Administrator)) {
            access.may(who, TenantAct.ANSWER_QUESTIONS).orRefuse();
        }
    }

    /** For which units they answer. */
    private Collection<UnitId> answeredBy(SignedIn who) {
        return who instanceof SignedIn.Administrator
                ? leaders.missing(questions.units())
                : leading(who)
                        .flatMap(it -> units.subtree(it.unit()).stream())
                        .map(it -> it.id())
                        .distinct()
                        .toList();
    }

    /** The positions in which they lead today. */
    private Stream<Position> leading(SignedIn who) {
        return who instanceof SignedIn.OfficerAt officer
                ? officer.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                        .filter(access::leads)
                : Stream.empty();
    }

    private List<Seen> seen(
            SignedIn.Applicant who, TenantId tenant, Map<UUID, MyDossier> mine, Instant before, int limit) {
        return named(who, tenant, mine, evidence.latest(subjects(who, mine), before, limit));
    }

    private static List<UUID> subjects(SignedIn.Applicant who, Map<UUID, MyDossier> mine) {
        var subjects = new ArrayList<>(mine.keySet());
        subjects.add(who.person().value());
        who.representing().ifPresent(it -> subjects.add(it.value()));
        return subjects;
    }

    private List<Seen> named(
            SignedIn.Applicant who, TenantId tenant, Map<UUID, MyDossier> mine, List<AuditRecord> lines) {
        var names =
                actors.names(lines.stream().map(AuditRecord::actor).distinct().toList());
        names.putAll(supervisors.names(lines.stream()
                .filter(it -> it.purpose().equals(Purpose.SUPERVISE.code()))
                .map(AuditRecord::actor)
                .distinct()
                .toList()));
        var places = actors.units(
                lines.stream().flatMap(it -> it.position().stream()).distinct().toList());
        var asked = asked(who, lines.stream().map(AuditRecord::id).toList());
        return lines.stream()
                .map(it -> new Seen(
                        it.id(),
                        tenant,
                        it.at(),
                        it.actor(),
                        names.getOrDefault(it.actor(), ""),
                        it.role(),
                        it.position().map(places::get),
                        it.purpose(),
                        it.act(),
                        it.fields(),
                        Optional.ofNullable(mine.get(it.subject()))
                                .map(dossier -> new Seen.About(dossier.code().value(), dossier.procedureName())),
                        Optional.ofNullable(asked.get(it.id()))))
                .toList();
    }

    private Map<UUID, Question> asked(SignedIn.Applicant who, Collection<UUID> lines) {
        var asked = new HashMap<UUID, Question>();
        questions.of(who.account().value(), lines).forEach(it -> asked.put(it.line(), it));
        return asked;
    }

    private static String text(String typed) {
        var text = Text.clean(typed);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Refused(EvidenceRefusal.TEXT_MISSING, LONGEST);
        }
        return text;
    }

    private <T> T in(TenantId tenant, SignedIn who, Supplier<T> work) {
        return new Scope(tenant, Optional.of(who.account().value()))
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
