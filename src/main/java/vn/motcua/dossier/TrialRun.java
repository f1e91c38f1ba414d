package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.document.FileId;
import vn.motcua.dossier.TrialState.Said;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.PersonId;
import vn.motcua.identity.Position;
import vn.motcua.identity.PositionId;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** One dossier of a trial: the desks of all dossiers over a place in memory, and a cast of officers, one for each role. */
final class TrialRun implements Kept {

    /** The number of a result that was never registered. */
    static final String RESULT_NUMBER = "CHẠY THỬ";

    private static final String AGENCY = "CHAY-THU";
    private static final FileId NO_FILE = FileId.of("0".repeat(64));
    private static final TrackingCode CODE = new TrackingCode("2".repeat(16));

    private final TrialCase filed;
    private final DossierTrials.Tools tools;
    private final Procedures.Procedure procedure;
    private final Commands commands;
    private final OneStopDesk oneStop;
    private final SpecialistDesk specialist;
    private final LeaderDesk leader;
    private final ApplicantDesk applicant;
    private final RouteQuestions questions;
    private final List<Folder.Line> lines = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private Dossier dossier;
    private Map<String, Object> answers;
    private boolean paid;

    TrialRun(TrialCase filed, DossierTrials.Tools tools) {
        this.filed = filed;
        this.tools = tools;
        this.answers = filed.answers();
        this.procedure = CatalogueProcedures.of(filed.content(), tools.known());
        var route = procedure.route();
        Map<String, UnitId> places = route.steps().stream()
                .flatMap(it -> Path.Spot.of(it).stream())
                .collect(Collectors.toMap(Path.Spot::word, _ -> filed.unit()));
        var fees = new StaticListableBeanFactory(Map.of("fees", (FeeClearance) _ -> clearance()));
        this.commands = new Commands(
                this,
                _ -> procedure,
                (_, _, _, _) -> places,
                tools.access(),
                _ -> Optional.empty(),
                fees.getBeanProvider(StepHold.class),
                new NothingToKeep());
        this.oneStop = new OneStopDesk(
                commands,
                new TrialNumber(),
                tools.dues(),
                tools.answered(),
                tools.doors(),
                fees.getBeanProvider(FeeClearance.class));
        this.specialist = new SpecialistDesk(commands, tools.dues(), (_, _, _) -> {});
        this.leader = new LeaderDesk(commands, tools.dues());
        this.applicant = new ApplicantDesk(
                commands, tools.answered(), tools.folders(), tools.access(), tools.trail(), tools.messages());
        this.questions = new RouteQuestions(commands, tools.folders());
        var begun = begin(new Path(route, procedure.routeFacts(answers, circumstances()), places));
        this.dossier = begun.after();
        remember(begun, new Signed(act(0, person(), filed.filedAt()), Optional.empty()));
    }

    private Change begin(Path path) {
        return Dossier.file(
                new DossierId(filed.id()),
                new Dossier.Filed(
                        new FilingId(filed.id()),
                        new RevisionId(filed.id()),
                        procedure.code(),
                        filed.unit(),
                        procedure.place(answers),
                        filed.channel(),
                        filed.filedAt()),
                path);
    }

    @Override
    public Optional<Loaded> find(DossierId id, UUID command) {
        var last = lines.getLast();
        var person = person();
        return Optional.of(new Loaded(
                dossier,
                new Loaded.Owner(Optional.of(person.account()), Optional.of(person.person()), Optional.empty()),
                new Loaded.Last(last.actorName(), last.kind(), last.recordedAt(), last.effectiveAt()),
                Optional.empty(),
                EventJson.MAPPER.writeValueAsString(answers),
                Set.of(),
                Optional.empty()));
    }

    @Override
    public boolean save(Change change, Signed signed, Content content) {
        content.answers().ifPresent(it -> answers = new HashMap<>(it));
        dossier = change.after();
        remember(change, signed);
        return true;
    }

    /** Does it; refuses what the rules refuse. */
    void does(TrialAct it) {
        var id = dossier.id();
        var ref = new DossierRef(filed.tenant(), id);
        var step = it.step();
        var act = act(dossier.version(), it.role().isEmpty() ? person() : officer(it.role(), it.who()), it.at());
        switch (it.what()) {
            case RECEIVE -> oneStop.receive(act, id);
            case TURN_AWAY -> oneStop.turnAway(act, id, it.text());
            case REQUEST_SUPPLEMENT -> {
                if (dossier.stage() instanceof Stage.Submitted) {
                    oneStop.requestSupplement(act, id, asked(it));
                } else {
                    specialist.requestSupplement(act, id, step, asked(it));
                }
            }
            case SECOND_SUPPLEMENT -> specialist.proposeSecondSupplement(act, id, step, asked(it), it.more());
            case CONFIRM -> leader.confirm(act, id);
            case REFUSE_PROPOSAL -> leader.refuseProposal(act, id, it.text());
            case LET_GO -> specialist.letGo(act, id, step);
            case REFUSE_WITHDRAWAL -> specialist.refuseWithdrawal(act, id, step, it.text());
            case PROPOSE_HALT -> specialist.proposeHalt(act, id, step, it.text(), "");
            case AWAIT_PAYMENT -> await(act, it, WaitKind.PAYMENT);
            case AWAIT_ANSWER -> await(act, it, WaitKind.AGENCY);
            case END_WAIT -> specialist.endWait(act, id, step, it.text());
            case COMPLETE -> specialist.complete(act, id, step, it.text(), it.entered());
            case PROPOSE_DENIAL -> specialist.proposeDenial(act, id, step, it.text());
            case SEND_BACK -> specialist.sendBack(act, id, step, it.more(), it.text());
            case APPROVE -> leader.approve(act, id, step, it.text());
            case DENY -> leader.deny(act, id, step, it.text());
            case EXTEND -> leader.extend(act, id, days(it.more()), it.text());
            case ISSUE -> specialist.issue(act, id, step, new ResultPaper(RESULT_NUMBER, NO_FILE));
            case HAND_OVER -> oneStop.handOver(act, id, new HandOver(HandOver.How.COUNTER, it.text()));
            case OPINIONS -> questions.answered(ref, step, dossier.seat(step).visit(), it.at());
            case PAY -> paid = true;
            case SUPPLEMENT ->
                applicant.provideSupplement(act, ref, new Supplement(List.of(), Optional.empty(), it.text()));
            case WITHDRAW -> applicant.withdraw(act, ref, it.text());
            case CLOCK -> waits(it.at());
        }
        program(it.at());
    }

    /** The program does its own steps as soon as it can, one after the other; a sound route has no circle of them alone. */
    private void program(Instant at) {
        var ready = true;
        while (ready) {
            var before = dossier.version();
            dossier.desk().seats().stream()
                    .filter(it -> procedure.route().step(it.step()).program().isPresent())
                    .filter(it -> !ProgramSteps.ready(
                                    procedure.route().step(it.step()), it, this::clearance, tools.calendars(), at)
                            .isAfter(at))
                    .findFirst()
                    .ifPresent(it -> byItself(
                            at,
                            work -> Housekeeping.byProgram(work.dossier(), it.step(), it.visit(), work.path(), at)));
            ready = dossier.version() > before;
        }
    }

    /** Each night of a wait the program looks whether its last day has passed, as it does for every dossier. */
    private void waits(Instant until) {
        var since = lines.getLast().recordedAt();
        for (var day = VietnamTime.dayOf(since).plusDays(1);
                waiting() && !day.isAfter(VietnamTime.dayOf(until));
                day = day.plusDays(1)) {
            var night = day.atStartOfDay(VietnamTime.ZONE).toInstant();
            byItself(night, it -> it.dossier().supplements().lapse(tools.dues().afterWaiting(it), night));
            byItself(night, it -> it.dossier().waitings().lapse(tools.dues().afterWaiting(it), night));
        }
    }

    private boolean waiting() {
        return dossier.stage() instanceof Stage.AwaitingSupplement || dossier.stage() instanceof Stage.Waiting;
    }

    private void byItself(Instant at, Function<Work, Change> rule) {
        try {
            commands.byItself(new DossierRef(filed.tenant(), dossier.id()), Ids.next(), at, rule);
        } catch (Refused _) {
            // Its day has not passed, or it waits for something else: the same answer as in the nightly round.
        }
    }

    private void await(Act act, TrialAct it, WaitKind kind) {
        specialist.await(act, dossier.id(), it.step(), kind, it.text(), Optional.empty(), Optional.empty());
    }

    private static List<SupplementRequest.Line> asked(TrialAct it) {
        return List.of(new SupplementRequest.Line(it.text(), it.more()));
    }

    /** As it was typed; what is no number is none that an extension may have. */
    private static int days(String typed) {
        return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
    }

    /** The officer of the cast who holds that position; each colleague is somebody else. */
    SignedIn.OfficerAt officer(String role, int who) {
        var id = Ids.once("trial officer " + role + " " + who);
        return new SignedIn.OfficerAt(
                new AccountId(id),
                filed.tenant(),
                new OfficerId(id),
                tools.kinds().roleName(role, Language.VI) + (who == 1 ? "" : " " + who),
                List.of(new Position(
                        new PositionId(id), filed.unit(), role, LocalDate.of(2000, 1, 1), Optional.empty())));
    }

    private SignedIn.Citizen person() {
        var id = Ids.once("trial applicant");
        return new SignedIn.Citizen(new AccountId(id), new PersonId(id), "Nguyễn Văn Thử");
    }

    private static Act act(int version, SignedIn by, Instant at) {
        return new Act(Ids.next(), by, version, at);
    }

    /** The dossier as that officer would open it. */
    Opened opened(SignedIn.OfficerAt by, Instant now) {
        var ref = new DossierRef(filed.tenant(), dossier.id());
        return commands.inTenant(
                filed.tenant(), by, () -> tools.reading().opened(commands.unasked(ref, by, now), folder()));
    }

    Dossier dossier() {
        return dossier;
    }

    TrialCase filed() {
        return filed;
    }

    List<Said> said() {
        return said;
    }

    /** What lies in its folder: no papers, for nobody can give one. */
    Folder folder() {
        return new Folder(
                CODE,
                new Applicant(Optional.empty(), Optional.empty(), person().name(), Optional.empty(), "", ""),
                HandOver.How.COUNTER,
                "",
                List.of(),
                lines,
                Optional.empty(),
                lines.reversed().stream()
                        .flatMap(it -> Dossiers.due(it.event()).stream())
                        .findFirst());
    }

    /** What is still to be paid. */
    Dong owed() {
        return paid ? Dong.ZERO : total();
    }

    private FeeClearance.Answer clearance() {
        var owed = owed();
        return owed.equals(Dong.ZERO) ? new FeeClearance.Answer.Settled() : new FeeClearance.Answer.Owed(owed);
    }

    private Dong total() {
        return filed.content().fees(answers, tools.known().of(circumstances())).stream()
                .map(it -> it.amount())
                .reduce(Dong.ZERO, Dong::plus);
    }

    private Circumstances circumstances() {
        return Circumstances.of(
                filed.content().record().code(), filed.channel(), filed.filedAt(), filed.unit(), Set.of());
    }

    private void remember(Change change, Signed signed) {
        int version = change.expectedVersion();
        var by = signed.act().by();
        for (var event : change.events()) {
            lines.add(new Folder.Line(
                    ++version,
                    EventJson.kind(event),
                    EventJson.write(event),
                    Optional.of(by.actor().value()),
                    by.actorName(),
                    signed.as().map(Position::role),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    signed.act().now(),
                    change.at(),
                    Optional.empty()));
            said.add(new Said(event, progress(by.actorName(), signed.act().now())));
        }
    }

    private Progress.View progress(String handler, Instant at) {
        var received = dossier.stage().received();
        return new Progress.View(
                dossier.filed().revision(),
                filed.unit(),
                CODE,
                Optional.empty(),
                received.map(Reception::number),
                "",
                "",
                Optional.empty(),
                handler,
                at,
                filed.filedAt(),
                lines.reversed().stream()
                        .filter(it -> it.event() instanceof DossierEvent.DossierReceived)
                        .map(Folder.Line::actorName)
                        .findFirst(),
                received.map(Reception::at),
                received.map(it -> it.due().at()),
                dossier.desk().seats().stream().map(Desk.Seat::unit).distinct().toList());
    }

    /** A number that no agency gives. */
    private static final class TrialNumber implements Numbering {

        @Override
        public DossierNumber next(UnitId receiving, LocalDate day) {
            return NumberPattern.USUAL.number(AGENCY, day, 1);
        }

        @Override
        public DossierNumber foreign(String typed) {
            throw new IllegalStateException("a trial comes from no other system");
        }
    }

    /** There is nothing to keep or to take back. */
    private static final class NothingToKeep implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
