package vn.motcua.consultation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.consultation.Consultation.Party;
import vn.motcua.consultation.Consultation.Silence;
import vn.motcua.consultation.Consultation.Stance;
import vn.motcua.consultation.Consultation.State;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.document.FileId;
import vn.motcua.dossier.AgencyCalendars;
import vn.motcua.dossier.Desk;
import vn.motcua.dossier.DeskAction;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.dossier.StepHold;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/** Questions to other units: asked by whoever has a step, answered by whoever works in the asked unit. */
@Service
public class Consultations implements StepHold {

    /** Working days that a unit can be given. */
    public static final int MOST_DAYS = 60;

    private final ConsultationStore store;
    private final ReadingDesk reading;
    private final AgencyCalendars calendars;
    private final ConsultationMail mail;
    private final RouteConsultations routes;
    private final Units units;
    private final Access access;
    private final Trail trail;
    private final Clock clock;

    Consultations(
            ConsultationStore store,
            ReadingDesk reading,
            AgencyCalendars calendars,
            ConsultationMail mail,
            RouteConsultations routes,
            Units units,
            Access access,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.calendars = calendars;
        this.mail = mail;
        this.routes = routes;
        this.units = units;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A unit to be asked.
     *
     * @param days working days by the unit's own calendar
     */
    public record Asked(UnitId unit, int days, Silence silence) {}

    /** The answer of a unit; a file may carry it. */
    public record Answer(Optional<Stance> stance, String text, Optional<FileId> file, String fileName) {}

    /** The steps of that dossier at which this officer may ask. */
    public List<String> steps(Opened dossier) {
        return dossier.actions().stream()
                .filter(it -> it.action() == DeskAction.COMPLETE || it.action() == DeskAction.APPROVE)
                .map(it -> it.step())
                .distinct()
                .toList();
    }

    /** All questions of a dossier that this officer has open. */
    @Transactional(readOnly = true)
    public List<Consultation> of(Opened dossier) {
        return store.of(dossier.id());
    }

    /** Asks; the step waits from now on. The same command again asks nothing more. */
    @Transactional
    public void ask(
            OfficerAt who,
            UUID command,
            Opened dossier,
            String procedure,
            String typed,
            List<UUID> papers,
            List<Asked> asked) {
        var step = steps(dossier).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(ConsultationRefusal.CONSULT_NOT_YOUR_STEP));
        var seat = dossier.desk().seat(step).orElseThrow();
        var question = Text.clean(typed);
        if (question.isEmpty()) {
            throw new Refused(ConsultationRefusal.CONSULT_QUESTION);
        }
        if (asked.isEmpty()) {
            throw new Refused(ConsultationRefusal.CONSULT_NOBODY);
        }
        var now = clock.instant();
        var seen = new HashSet<UnitId>();
        var parties = asked.stream()
                .map(it -> {
                    var living = others(seat.unit()).stream()
                            .anyMatch(one -> one.id().equals(it.unit()));
                    if (!living || !seen.add(it.unit())) {
                        throw new Refused(ConsultationRefusal.CONSULT_UNIT);
                    }
                    return party(it, now);
                })
                .toList();
        var known = dossier.papers().stream().map(Opened.Paper::id).collect(Collectors.toSet());
        var consultation = new Consultation(
                command,
                dossier.id(),
                step,
                procedure,
                dossier.stage().received().map(it -> it.number().value()).orElse(""),
                seat.unit(),
                who.account(),
                who.name(),
                now,
                question,
                papers.stream().filter(it -> known.contains(it.toString())).toList(),
                parties);
        store.add(consultation);
        mail.asked(consultation);
        leave(who, dossier.id(), "consultation-asked", Fields.of(Fields.HISTORY));
    }

    private Party party(Asked it, Instant now) {
        if (it.days() < 1 || it.days() > MOST_DAYS) {
            throw new Refused(ConsultationRefusal.CONSULT_DAYS, MOST_DAYS);
        }
        var due = Deadlines.due(
                TimeLimit.workingDays(it.days()), now, calendars.hours(it.unit()), calendars.of(it.unit()));
        return Party.asked(it.unit(), due.at(), it.silence());
    }

    /** The units that can be asked by one. */
    public List<Unit> others(UnitId asking) {
        var tenant = units.unit(asking).orElseThrow().tenant();
        return units.today(tenant).stream()
                .filter(it -> !it.id().equals(asking))
                .toList();
    }

    /** What the officer's units are asked, open questions first. */
    @Transactional(readOnly = true)
    public List<Consultation> asked(OfficerAt who) {
        return store.asking(mine(who));
    }

    /** One question to a unit of theirs, which is entered into the log of whose dossier it is; others are not there. */
    @Transactional
    public Consultation open(OfficerAt who, UUID id) {
        var found = asked(who, id);
        leave(who, found.dossier(), "consultation-read", Fields.of(Fields.HISTORY));
        return found;
    }

    /** The unit of theirs that is asked. */
    public UnitId unit(OfficerAt who, Consultation consultation) {
        return mine(who).stream()
                .filter(it -> consultation.party(it).isPresent())
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** A paper that was chosen for them; any other is not there. */
    @Transactional
    public Opened.Paper paper(OfficerAt who, UUID id, String paper) {
        var found = asked(who, id);
        if (found.papers().stream().noneMatch(it -> it.toString().equals(paper))
                || !found.party(unit(who, found)).orElseThrow().holds()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        leave(who, found.dossier(), "consultation-paper", Fields.of(Fields.PAPERS));
        return reading.paper(found.dossier(), paper).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** The names of the papers chosen for them. */
    @Transactional(readOnly = true)
    public List<Opened.Paper> papers(Consultation it) {
        return it.papers().stream()
                .flatMap(id -> reading.paper(it.dossier(), id.toString()).stream())
                .toList();
    }

    /**
     * Answers in the name of the unit, also after the deadline while nothing was made of the silence. The same answer of the same
     * officer again, e.g. sent twice, changes nothing.
     */
    @Transactional
    public void answer(OfficerAt who, UUID id, Answer answer) {
        var found = asked(who, id);
        var unit = unit(who, found);
        var text = Text.clean(answer.text());
        if (answer.stance().isEmpty() || (text.isEmpty() && answer.stance().get() != Stance.AGREE)) {
            throw new Refused(ConsultationRefusal.CONSULT_ANSWER);
        }
        if (found.party(unit)
                .filter(it -> it.told(State.ANSWERED, who.name(), answer.stance(), text))
                .isPresent()) {
            return;
        }
        settle(id, unit, State.ANSWERED, Optional.of(who), answer.stance(), text, answer.file(), answer.fileName());
        leave(who, found.dossier(), "consultation-answered", Fields.of(Fields.HISTORY));
    }

    /** Lets dossiers go on whose route waited for nothing but what has been answered or withdrawn now. */
    public void goOn() {
        routes.goOn();
    }

    /** What a unit answered with a paper, before anybody is asked whether they may see the dossier; else not there. */
    @Transactional(readOnly = true)
    public Party answered(DossierId dossier, UUID id, UnitId unit) {
        return store.find(id)
                .filter(it -> it.dossier().equals(dossier))
                .flatMap(it -> it.party(unit))
                .filter(it -> it.file().isPresent())
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /**
     * Goes on without the answer of a unit, with the reason; where silence stops the dossier only a leader does. The same again
     * of the same officer changes nothing.
     */
    @Transactional
    public void withdraw(OfficerAt who, Opened dossier, UUID id, UnitId unit, String typed) {
        var found = store.find(id)
                .filter(it -> it.dossier().equals(dossier.id()))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        var party = found.party(unit).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        var leads = access.mayArrange(who, Optional.of(found.askingUnit())).permitted();
        if (!leads && party.silence() == Silence.STOPS) {
            throw new Refused(ConsultationRefusal.CONSULT_LEADER_ONLY);
        }
        if (!leads && !steps(dossier).contains(found.step())) {
            throw new Refused(ConsultationRefusal.CONSULT_NOT_YOUR_STEP);
        }
        var reason = Text.clean(typed);
        if (reason.isEmpty()) {
            throw new Refused(ConsultationRefusal.CONSULT_REASON);
        }
        if (party.told(State.WITHDRAWN, who.name(), Optional.empty(), reason)) {
            return;
        }
        settle(id, unit, State.WITHDRAWN, Optional.of(who), Optional.empty(), reason, Optional.empty(), "");
        leave(who, dossier.id(), "consultation-withdrawn", Fields.of(Fields.HISTORY));
    }

    /** The questions whose deadline is over, in the current tenant. */
    @Transactional(readOnly = true)
    public List<Consultation> overdue() {
        return store.overdue(clock.instant());
    }

    /** What silence makes of one of them; how many units it touched. */
    @Transactional
    public int silence(Consultation it) {
        var now = clock.instant();
        int touched = 0;
        for (var party : it.parties()) {
            if (party.turn(now) != Consultation.Turn.NONE && party.remindedAt().isEmpty()) {
                mail.silent(it, party, reading.receivingUnit(it.dossier()));
            }
            touched += switch (party.turn(now)) {
                case NONE -> 0;
                case AGREES -> {
                    settle(
                            it.id(),
                            party.unit(),
                            State.SILENT,
                            Optional.empty(),
                            Optional.empty(),
                            "",
                            Optional.empty(),
                            "");
                    yield 1;
                }
                case REMIND -> {
                    store.reminded(it.id(), party.unit(), now);
                    mail.reminded(it, party);
                    yield 1;
                }
            };
        }
        return touched;
    }

    @Override
    @Transactional
    public Optional<Refused> at(DossierId dossier, Desk.Seat seat, OfficerStep step) {
        var now = clock.instant();
        var all = store.of(dossier);
        if (step.asking().isPresent()
                && all.stream().noneMatch(it -> it.id().equals(RouteConsultations.id(dossier, seat.visit())))) {
            return Optional.of(new Refused(ConsultationRefusal.CONSULT_BEGINS));
        }
        var waiting = all.stream()
                .filter(it -> it.step().equals(step.id()))
                .flatMap(it -> it.parties().stream())
                .filter(it -> it.holds() && it.turn(now) != Consultation.Turn.AGREES)
                .map(it -> units.unit(it.unit()).map(Unit::name).orElse(""))
                .distinct()
                .collect(Collectors.joining(", "));
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refused(ConsultationRefusal.CONSULT_WAITS, waiting));
    }

    private void settle(
            UUID id,
            UnitId unit,
            State state,
            Optional<OfficerAt> who,
            Optional<Stance> stance,
            String text,
            Optional<FileId> file,
            String fileName) {
        var settled = store.settle(
                id,
                unit,
                state,
                who.map(OfficerAt::account),
                who.map(OfficerAt::name).orElse(""),
                stance,
                text,
                file,
                fileName,
                clock.instant());
        if (!settled) {
            throw new Refused(ConsultationRefusal.CONSULT_SETTLED);
        }
    }

    private Consultation asked(OfficerAt who, UUID id) {
        var found = store.find(id).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        unit(who, found);
        return found;
    }

    private List<UnitId> mine(OfficerAt who) {
        return who.positionsOn(VietnamTime.dayOf(clock.instant())).stream()
                .filter(access::worksOnDossiers)
                .map(Position::unit)
                .distinct()
                .toList();
    }

    private void leave(OfficerAt who, DossierId dossier, String act, String fields) {
        var as = who.positionsOn(VietnamTime.dayOf(clock.instant())).stream().findFirst();
        trail.leave(new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.SETTLE,
                dossier.value(),
                act,
                fields));
    }
}
