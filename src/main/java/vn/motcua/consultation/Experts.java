package vn.motcua.consultation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.consultation.ExpertQuestion.State;
import vn.motcua.document.StoredFile;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.messaging.Addresses;
import vn.motcua.messaging.Channel;
import vn.motcua.organization.Units;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * Questions to experts outside, answered once by whoever has the link. A link that is wrong, used, withdrawn or over is
 * not there, all alike; it is too long to be guessed within the limits of requests. The step does not wait: the opinion is
 * advice.
 */
@Service
public class Experts {

    /** How many days a link can be good. */
    public static final int MOST_DAYS = 60;

    private final ExpertStore store;
    private final Consultations consultations;
    private final ConsultationMail mail;
    private final ReadingDesk reading;
    private final Units units;
    private final Access access;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Experts(
            ExpertStore store,
            Consultations consultations,
            ConsultationMail mail,
            ReadingDesk reading,
            Units units,
            Access access,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.consultations = consultations;
        this.mail = mail;
        this.reading = reading;
        this.units = units;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What is asked of whom.
     *
     * @param until the last day of the link; empty for what is no day
     */
    public record Ask(String expert, String email, String question, List<UUID> papers, Optional<LocalDate> until) {}

    /** All questions to experts about a dossier that this officer has open. */
    @Transactional(readOnly = true)
    public List<ExpertQuestion> of(Opened dossier) {
        return store.of(dossier.id());
    }

    /**
     * Asks. The link is mailed; where nobody carries mail it is given back, to be handed over by other means. It is shown this
     * once. The same command again asks nothing more.
     */
    @Transactional
    public Optional<String> ask(OfficerAt who, UUID command, Opened dossier, Ask ask) {
        var step = consultations.steps(dossier).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(ConsultationRefusal.CONSULT_NOT_YOUR_STEP));
        var now = clock.instant();
        var known = dossier.papers().stream().map(Opened.Paper::id).collect(Collectors.toSet());
        var question = new ExpertQuestion(
                command,
                dossier.id(),
                step,
                dossier.desk().seat(step).orElseThrow().unit(),
                who.account(),
                who.name(),
                now,
                filled(ask.expert(), ConsultationRefusal.EXPERT_NAME),
                Addresses.normal(Channel.EMAIL, ask.email())
                        .orElseThrow(() -> new Refused(ConsultationRefusal.EXPERT_MAIL)),
                filled(ask.question(), ConsultationRefusal.CONSULT_QUESTION),
                ask.papers().stream()
                        .filter(it -> known.contains(it.toString()))
                        .toList(),
                ask.until()
                        .filter(it -> !it.isBefore(VietnamTime.dayOf(now))
                                && !it.isAfter(VietnamTime.dayOf(now).plusDays(MOST_DAYS)))
                        .orElseThrow(() -> new Refused(ConsultationRefusal.EXPERT_UNTIL, MOST_DAYS)),
                State.OPEN,
                Optional.empty(),
                "",
                Optional.empty(),
                "");
        var link = ExpertLink.random(who.tenant(), random);
        if (!store.add(question, link)) {
            return Optional.empty();
        }
        leave(who, dossier.id(), "expert-asked");
        return mail.toExpert(question, link) ? Optional.empty() : Optional.of(link.path());
    }

    /** Lets the link die, with the reason; by whoever has the step, or a leader of the asking unit. */
    @Transactional
    public void withdraw(OfficerAt who, Opened dossier, UUID id, String reason) {
        var found = store.find(id)
                .filter(it -> it.dossier().equals(dossier.id()))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        if (!consultations.steps(dossier).contains(found.step())
                && !access.mayArrange(who, Optional.of(found.askingUnit())).permitted()) {
            throw new Refused(ConsultationRefusal.CONSULT_NOT_YOUR_STEP);
        }
        settle(
                found,
                State.WITHDRAWN,
                filled(reason, ConsultationRefusal.CONSULT_REASON),
                Optional.empty(),
                ConsultationRefusal.CONSULT_SETTLED);
        leave(who, dossier.id(), "expert-withdrawn");
    }

    /** The paper of an answer, before anybody is asked whether they may see the dossier; else not there. */
    @Transactional(readOnly = true)
    public ExpertQuestion answered(DossierId dossier, UUID id) {
        return store.find(id)
                .filter(it -> it.dossier().equals(dossier) && it.file().isPresent())
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** What the link asks, entered into the log of the dossier; a link that is not good is not there. */
    public ExpertQuestion open(String word) {
        return by(word, it -> {
            leave(it, "expert-read", Fields.of(Fields.HISTORY));
            return it;
        });
    }

    /** The papers that were chosen. */
    public List<Opened.Paper> papers(ExpertQuestion it, String word) {
        return in(
                ExpertLink.of(word).orElseThrow(),
                () -> it.papers().stream()
                        .flatMap(id -> reading.paper(it.dossier(), id.toString()).stream())
                        .filter(paper -> paper.file().isPresent())
                        .toList());
    }

    /** A paper that was chosen, entered into the log; any other is not there. */
    public Opened.Paper paper(String word, String paper) {
        return by(word, it -> {
            var found = it.papers().stream()
                    .filter(id -> id.toString().equals(paper))
                    .flatMap(_ -> reading.paper(it.dossier(), paper).stream())
                    .filter(one -> one.file().isPresent())
                    .findFirst()
                    .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
            leave(it, "expert-paper", Fields.of(Fields.PAPERS));
            return found;
        });
    }

    /** In whose scope a file of that link is taken in. */
    public Scope scope(String word) {
        return Scope.of(ExpertLink.of(word)
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE))
                .tenant());
    }

    /** Whoever has the link, as who uploads there: apart from every account and every other link. */
    public Scope sender(String word) {
        return new Scope(scope(word).tenant(), Optional.of(open(word).id()));
    }

    /** Answers, once: the link is not good afterwards. Whoever asked is told by mail. */
    public void answer(String word, String typed, Optional<StoredFile> file) {
        by(word, it -> {
            var text = filled(typed, ConsultationRefusal.EXPERT_ANSWER);
            settle(it, State.ANSWERED, text, file, AccessRefusal.NOT_THERE);
            leave(it, "expert-answered", Fields.of(Fields.HISTORY));
            mail.answered(it);
            return it;
        });
    }

    private <T> T by(String word, Function<ExpertQuestion, T> work) {
        var now = clock.instant();
        var link = ExpertLink.of(word).filter(it -> units.tenant(it.tenant()).isPresent());
        var found = link.flatMap(it -> in(it, () -> store.find(it)).filter(one -> one.open(now)));
        if (found.isEmpty()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return in(link.orElseThrow(), () -> work.apply(found.get()));
    }

    private <T> T in(ExpertLink link, Supplier<T> work) {
        return Scope.of(link.tenant()).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private void settle(ExpertQuestion it, State state, String text, Optional<StoredFile> file, RefusalCode otherwise) {
        var now = clock.instant();
        var settled = store.settle(
                it.id(),
                state,
                text,
                file.map(StoredFile::id),
                file.map(StoredFile::name).orElse(""),
                VietnamTime.dayOf(now),
                now);
        if (!settled) {
            throw new Refused(otherwise);
        }
    }

    private static String filled(String typed, ConsultationRefusal otherwise) {
        var text = Text.clean(typed);
        if (text.isEmpty()) {
            throw new Refused(otherwise);
        }
        return text;
    }

    /** Whoever has a link has no account: the question stands in its place. */
    private void leave(ExpertQuestion it, String act, String fields) {
        trail.leave(new Look(
                it.id(),
                Optional.empty(),
                Optional.empty(),
                Purpose.SETTLE,
                it.dossier().value(),
                act,
                fields));
    }

    private void leave(OfficerAt who, DossierId dossier, String act) {
        var as = who.positionsOn(VietnamTime.dayOf(clock.instant())).stream().findFirst();
        trail.leave(new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.SETTLE,
                dossier.value(),
                act,
                Fields.of(Fields.HISTORY)));
    }
}
