package vn.motcua.consultation;

import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.consultation.Consultation.Party;
import vn.motcua.consultation.Consultation.Silence;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.dossier.AgencyCalendars;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.RouteQuestions;
import vn.motcua.dossier.RouteQuestions.Reached;
import vn.motcua.identity.AccountId;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.route.Asking;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;

/**
 * Asks what routes ask: when a dossier has come to a consultation, every unit that it names, and lets the dossier go on when all
 * have answered or their silence counts. Done twice it is done once.
 */
@Component
class RouteConsultations implements Listener {

    private static final Logger LOG = LoggerFactory.getLogger(RouteConsultations.class);
    private static final Set<String> MOVES = Set.of(
            "filed",
            "transferred",
            "forwarded",
            "step-completed",
            "step-sent-back",
            "decision-reopened",
            "step-undone",
            "stage-undone");

    private final RouteQuestions questions;
    private final ConsultationStore store;
    private final ConsultationMail mail;
    private final AgencyCalendars calendars;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RouteConsultations(
            RouteQuestions questions,
            ConsultationStore store,
            ConsultationMail mail,
            AgencyCalendars calendars,
            Units units,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.questions = questions;
        this.store = store;
        this.mail = mail;
        this.calendars = calendars;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What a dossier asks at one visit has one id: it is asked once. */
    static UUID id(DossierId dossier, int visit) {
        return Ids.once(dossier + " consulted " + visit);
    }

    @Override
    public void hear(Happening happening) {
        if (MOVES.contains(happening.kind())) {
            questions.of(happening.dossier(), clock.instant()).forEach(it -> in(() -> ask(it)));
        }
    }

    /** Lets dossiers go on for which nobody is waited any more, in the current tenant; how many. */
    int goOn() {
        var now = clock.instant();
        return OneByOne.sum("steps that were asked about", in(store::settled), it -> {
            var over = over(it, now);
            if (over) {
                in(() -> {
                    store.goneOn(it.id());
                    return it;
                });
            }
            return over ? 1 : 0;
        });
    }

    /** Whether it went on now, or has left that visit by another way, e.g. was sent back. */
    private boolean over(ConsultationStore.Settled it, Instant now) {
        var ref = new DossierRef(Scope.current().tenant(), it.dossier());
        try {
            if (questions.answered(ref, it.step(), it.visit(), now)) {
                return true;
            }
        } catch (Refused refused) {
            LOG.info("dossier {} does not go on now: {}", it.dossier(), refused.code());
        }
        return questions.of(ref, now).stream().noneMatch(one -> one.visit() == it.visit());
    }

    private boolean ask(Reached it) {
        var now = clock.instant();
        var asking = it.asking();
        var question = new Consultation(
                id(it.dossier(), it.visit()),
                it.dossier(),
                it.step(),
                it.procedure(),
                it.number(),
                it.unit(),
                new AccountId(it.unit().value()),
                units.unit(it.unit()).map((Unit unit) -> unit.name(Language.VI)).orElse(""),
                now,
                asking.question().vi(),
                it.papers(),
                parties(it));
        var fresh = store.add(question, Optional.of(it.visit()));
        if (fresh) {
            mail.asked(question);
        }
        return fresh;
    }

    /** Each unit once, also where it is the competent one of two kinds: as the first of them. */
    private List<Party> parties(Reached it) {
        var parties = new LinkedHashMap<UnitId, Party>();
        for (var kind : it.asking().unitKinds()) {
            var unit = Objects.requireNonNull(it.units().get(kind));
            if (!unit.equals(it.unit())) {
                parties.computeIfAbsent(unit, one -> party(one, it.asking(), kind));
            }
        }
        return List.copyOf(parties.values());
    }

    private Party party(UnitId unit, Asking asking, String kind) {
        var hours = asking.hours(kind).setScale(0, RoundingMode.CEILING).intValueExact();
        var due = Deadlines.due(
                new TimeLimit(hours, TimeLimit.Unit.WORKING_HOUR),
                clock.instant(),
                calendars.hours(unit),
                calendars.of(unit));
        return Party.asked(
                unit,
                due.at(),
                switch (asking.silence(kind)) {
                    case AGREES -> Silence.AGREES;
                    case REMINDS -> Silence.REMINDS;
                    case STOPS -> Silence.STOPS;
                });
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
