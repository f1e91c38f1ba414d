package vn.motcua.desk.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.AfterSupplement;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Entries;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.consultation.Consultations;
import vn.motcua.conversation.Threads;
import vn.motcua.desk.PrintedPapers;
import vn.motcua.desk.ResultDesk;
import vn.motcua.desk.web.WorkspaceView.Fact;
import vn.motcua.desk.web.WorkspaceView.Neighbours;
import vn.motcua.desk.web.WorkspaceView.Problem;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.ExchangedStatus;
import vn.motcua.dossier.Inbox;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.StageKind;
import vn.motcua.dossier.StepDues;
import vn.motcua.form.AnswerWords;
import vn.motcua.form.AnswersView;
import vn.motcua.form.PersonalNumber;
import vn.motcua.form.Places;
import vn.motcua.identity.Access;
import vn.motcua.identity.Decision;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Kinds;
import vn.motcua.payment.Cashier;
import vn.motcua.payment.FeeAccount;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Puts an opened dossier into words. */
@Component
class WorkspaceWords {

    /** Acts that ask for the reason in the words of a transfer. */
    private static final Set<String> PASSED = Set.of("pass-on", "pass-across");

    private final Catalogue catalogue;
    private final KnownFacts known;
    private final Cashier cashier;
    private final Inbox inbox;
    private final Access access;
    private final PrintedPapers printed;
    private final PaperWords papers;
    private final Places places;
    private final Kinds kinds;
    private final DueWords dues;
    private final StepDues stepDues;
    private final Threads threads;
    private final SideWords side;
    private final Consultations waits;
    private final LinkedFacts linked;
    private final ResultDesk results;
    private final Messages messages;
    private final Clock clock;

    WorkspaceWords(
            Catalogue catalogue,
            KnownFacts known,
            Cashier cashier,
            Inbox inbox,
            Access access,
            PrintedPapers printed,
            PaperWords papers,
            Places places,
            Kinds kinds,
            DueWords dues,
            StepDues stepDues,
            Threads threads,
            SideWords side,
            Consultations waits,
            LinkedFacts linked,
            ResultDesk results,
            Messages messages,
            Clock clock) {
        this.catalogue = catalogue;
        this.known = known;
        this.cashier = cashier;
        this.inbox = inbox;
        this.access = access;
        this.printed = printed;
        this.papers = papers;
        this.places = places;
        this.kinds = kinds;
        this.dues = dues;
        this.stepDues = stepDues;
        this.threads = threads;
        this.side = side;
        this.waits = waits;
        this.linked = linked;
        this.results = results;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The workspace.
     *
     * @param told what has just been done; null when nothing was
     * @param paper the id of the paper to show; empty for the first
     * @param numbers whether personal numbers and telephones are shown in full
     * @param attempt what was tried and refused
     * @param place the list from which it was opened; empty when it was opened alone
     */
    WorkspaceView view(
            OfficerAt who,
            Opened dossier,
            Language language,
            WorkspaceView.@Nullable Told told,
            String paper,
            boolean numbers,
            Optional<Attempt> attempt,
            Optional<ListPlace> place) {
        var speech = new Speech(messages, language);
        var now = clock.instant();
        var base = "/desk/dossiers/" + dossier.id();
        var procedure = catalogue.revision(dossier.filed().revision());
        var fees = cashier.account(dossier.id());
        var facts = known.of(dossier.filed().circumstances());
        var full = new AnswerWords(messages, language, places);
        var answers = numbers ? full : full.masked();
        var entries = procedure.runnableContent().entries();
        var steps = new StepWords(dossier, stepDues, now, speech);
        var words = new ActWords(
                dossier,
                procedure.runnableContent(),
                fees,
                attempt,
                facts,
                steps,
                () -> results.nextNumber(dossier),
                () -> papers.chosen(who, dossier),
                speech);
        var acts = words.all(mayTakeFee(who, dossier, fees), base);
        var all = papers.views(dossier, procedure.runnableContent(), base, speech);
        return new WorkspaceView(
                base,
                dossier.version(),
                head(who, dossier, procedure.shortName(language), numbers, speech),
                numbers
                        ? ""
                        : base + "?numbers=shown"
                                + place.map(it -> "&in=" + ListPlace.encoded(it.word()))
                                        .orElse(""),
                told,
                attempt.map(it -> problem(it, acts, speech)).orElse(null),
                acts,
                notes(who, dossier, steps, speech),
                clock(dossier, procedure.runnableContent().limitRule().afterSupplement(), now, speech),
                all,
                papers.shown(all, paper),
                answered(AnswersView.of(entries.form(), dossier.answers(), facts, answers)),
                new HistoryWords(dossier, kinds, entries.form(), full, speech).lines(),
                new RouteWords(dossier, kinds, steps, speech).lines(),
                FeesView.of(
                        fees,
                        cashier.receipts(dossier.id()),
                        base,
                        access.may(who, DeskAct.REFUND, dossier.subject()).permitted(),
                        speech),
                PrintWords.of(printed.of(dossier), base, speech),
                neighbours(who, dossier.id(), place),
                threads.unread(who, dossier),
                side.view(who, dossier, attempt),
                procedure.runnableContent().limitRule().immediate().orElse(""),
                false);
    }

    /** What officers have not entered yet is no gap in the form. */
    private static AnswersView answered(AnswersView all) {
        return new AnswersView(all.sections().stream()
                .filter(it -> !Entries.asksOfficers(it.id())
                        || it.lines().stream().anyMatch(line -> !line.texts().isEmpty()))
                .toList());
    }

    private WorkspaceView.Head head(OfficerAt who, Opened dossier, String procedure, boolean numbers, Speech speech) {
        return new WorkspaceView.Head(
                number(dossier, speech),
                procedure,
                speech.t("desk.stage." + dossier.stage().kind().name()),
                tone(dossier.stage().kind()),
                facts(who, dossier, numbers, speech));
    }

    /** The dossier number, or that there is none yet. */
    static String number(Opened dossier, Speech speech) {
        return dossier.number().map(DossierNumber::value).orElseGet(() -> speech.t("desk.noNumber"));
    }

    private static String tone(StageKind stage) {
        return switch (stage) {
            case SUBMITTED, RECEIVED, IN_PROCESS, AWAITING_ANSWER -> "info";
            case SUPPLEMENT_AT_INTAKE, SUPPLEMENT_IN_PROCESS, AWAITING_PAYMENT -> "warn";
            case RESOLVED, HANDED_OVER -> "good";
            case TURNED_AWAY, WITHDRAWN, HALTED, PASSED_ACROSS -> "";
        };
    }

    private List<Fact> facts(OfficerAt who, Opened dossier, boolean numbers, Speech speech) {
        var filed = dossier.filed();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(speech.t("desk.fact.applicant"), filed.applicant().name()));
        var kind = speech.t("desk.fact." + filed.applicant().numberKind());
        filed.applicant()
                .personalNumber()
                .ifPresent(it -> facts.add(new Fact(kind, numbers ? it : PersonalNumber.masked(it))));
        if (!filed.applicant().phone().isEmpty()) {
            var phone = filed.applicant().phone();
            facts.add(new Fact(speech.t("desk.fact.phone"), numbers ? phone : PersonalNumber.maskedPhone(phone)));
        }
        var channel = speech.t("desk.channel." + filed.channel().name());
        facts.add(new Fact(speech.t("desk.fact.filed"), VietnamTime.moment(filed.at()) + " · " + channel));
        filed.place().flatMap(places::name).ifPresent(it -> facts.add(new Fact(speech.t("desk.fact.place"), it)));
        facts.add(new Fact(
                speech.t("desk.fact.receiveBy"),
                speech.t("desk.way." + filed.receiveBy().name())));
        var status = ExchangedStatus.of(dossier.stage().kind());
        facts.add(new Fact(
                speech.t("desk.fact.status"),
                speech.t("desk.status", status.number(), speech.t("desk.status." + status.name()))));
        facts.addAll(linked.facts(who, dossier, speech.language()));
        if (!dossier.asked().isEmpty()) {
            facts.add(new Fact(
                    speech.t("desk.fact.asked"),
                    speech.t("desk.fact.asked.times", dossier.asked().size())));
        }
        reason(dossier.stage()).ifPresent(it -> facts.add(new Fact(speech.t("desk.fact.reason"), it)));
        denial(dossier.stage()).ifPresent(it -> facts.add(new Fact(speech.t("desk.fact.denial"), it)));
        return facts;
    }

    private static Optional<String> reason(Stage stage) {
        return switch (stage) {
            case Stage.TurnedAway it -> Optional.of(it.reason());
            case Stage.Withdrawn it -> Optional.of(it.reason()).filter(text -> !text.isEmpty());
            case Stage.Halted it -> Optional.of(it.reason());
            case Stage.PassedAcross it -> Optional.of(it.reason());
            case Stage.Submitted _,
                    Stage.Received _,
                    Stage.InProcess _,
                    Stage.AwaitingSupplement _,
                    Stage.Waiting _,
                    Stage.Resolved _,
                    Stage.HandedOver _ -> Optional.empty();
        };
    }

    private static Optional<String> denial(Stage stage) {
        var outcome = switch (stage) {
            case Stage.Resolved it -> Optional.of(it.outcome());
            case Stage.HandedOver it -> Optional.of(it.outcome());
            case Stage.Submitted _,
                    Stage.Received _,
                    Stage.InProcess _,
                    Stage.AwaitingSupplement _,
                    Stage.Waiting _,
                    Stage.TurnedAway _,
                    Stage.Withdrawn _,
                    Stage.PassedAcross _,
                    Stage.Halted _ -> Optional.<Outcome>empty();
        };
        return outcome.flatMap(
                it -> it instanceof Outcome.Denied(var reason) ? Optional.of(reason) : Optional.<String>empty());
    }

    private boolean mayTakeFee(OfficerAt who, Opened dossier, FeeAccount fees) {
        return !fees.owed().equals(Dong.ZERO)
                && access.may(who, DeskAct.TAKE_FEE, dossier.subject()).permitted();
    }

    /** What this officer has to know before they act. */
    private List<String> notes(OfficerAt who, Opened dossier, StepWords steps, Speech speech) {
        var notes = new ArrayList<>(steps.notes());
        if (dossier.stage() instanceof Stage.AwaitingSupplement it) {
            notes.add(it.request()
                    .until()
                    .map(day -> speech.t("desk.acts.waiting.until", VietnamTime.day(day)))
                    .orElseGet(() -> speech.t("desk.acts.waiting")));
        }
        if (dossier.stage() instanceof Stage.Waiting it) {
            notes.add(new WaitWords(speech, clock.instant()).say(it.waitingFor()));
        }
        if (dossier.stage() instanceof Stage.InProcess) {
            whyNotApprove(who, dossier).ifPresent(it -> notes.add(speech.t("refusal." + it.name())));
        }
        dossier.lapsed().ifPresent(it -> notes.add(speech.t("desk.acts.lapsed", VietnamTime.day(it))));
        dossier.leaving()
                .ifPresent(it -> notes.add(speech.t("desk.acts.leaving", VietnamTime.moment(it.at()), it.reason())));
        dossier.mistake()
                .ifPresent(it -> notes.add(speech.t("desk.acts.mistake", VietnamTime.moment(it.at()), it.reason())));
        dossier.proposal().ifPresent(_ -> notes.add(speech.t("desk.acts.proposed")));
        dossier.desk().seats().stream()
                .flatMap(it -> waits.at(dossier.id(), it, dossier.route().step(it.step())).stream())
                .forEach(it -> notes.add(messages.say(speech.language(), it)));
        dossier.withheld().forEach(it -> notes.add(messages.say(speech.language(), it)));
        return notes;
    }

    /** Who would approve by their position is told why they may not: they appraised it themselves. */
    private Optional<Decision.Reason> whyNotApprove(OfficerAt who, Opened dossier) {
        return dossier.desk().seats().stream()
                .map(it -> access.may(who, DeskAct.APPROVE, dossier.subject().at(it.step())))
                .map(it -> it instanceof Decision.Denied(var reason)
                        ? Optional.of(reason)
                        : Optional.<Decision.Reason>empty())
                .flatMap(Optional::stream)
                .filter(it -> it == Decision.Reason.APPRAISED_IT_YOURSELF)
                .findFirst();
    }

    private WorkspaceView.@Nullable Clock clock(Opened dossier, AfterSupplement after, Instant now, Speech speech) {
        return dossier.stage()
                .received()
                .map(_ -> new WorkspaceView.Clock(
                        dues.of(dossier, now, speech),
                        VietnamTime.moment(dossier.due().at()),
                        dossier.explained(speech.language(), messages),
                        dossier.due().provisional(),
                        speech.t("desk.due.after." + after.word())))
                .orElse(null);
    }

    /** Leads to the first field that is wrong, else to the form; what no form can take any more is shown. */
    private static @Nullable Problem problem(Attempt attempt, List<ActView> acts, Speech speech) {
        if (attempt.sentence().isEmpty()) {
            return null;
        }
        if (attempt.act().equals(SideWords.NOTES) || attempt.act().equals(SideWords.TAGS)) {
            return new Problem(
                    attempt.sentence(), attempt.act().equals(SideWords.NOTES) ? "note" : "tag-fresh", List.of());
        }
        var possible = acts.stream().anyMatch(it -> it.slip().act().equals(attempt.act()));
        if (possible) {
            var field = attempt.typed().errors().keySet().stream()
                    .sorted()
                    .findFirst()
                    .map(it -> entered(acts, it) ? it : attempt.act() + "-" + it)
                    .orElse(attempt.act());
            return new Problem(attempt.sentence(), field, List.of());
        }
        var kept = attempt.written().entrySet().stream()
                .map(it -> new Fact(label(attempt.act(), it.getKey(), speech), String.join("; ", it.getValue())))
                .toList();
        return new Problem(attempt.sentence(), "acts", kept);
    }

    /** Whether that is a field of the procedure; those are named as in its form. */
    private static boolean entered(List<ActView> acts, String field) {
        return acts.stream()
                .anyMatch(it -> it instanceof ActView.Complete(var _, var _, var fields)
                        && fields.stream().anyMatch(one -> one.name().equals(field)));
    }

    private static String label(String act, String field, Speech speech) {
        return switch (field.replaceFirst("\\..*", "")) {
            case "reason" -> speech.t("desk.act." + (PASSED.contains(act) ? "transfer" : act) + ".reason");
            case "note" -> speech.t("desk.kept.note");
            case "returned" -> speech.t("desk.act.propose-halt.returned");
            case "what" -> speech.t("desk.act.supplement.what");
            case "why" -> speech.t("desk.act.supplement.why");
            case "document" -> speech.t("desk.act.supplement.document");
            case "to" -> speech.t("desk.act.send-back.to");
            case "foreign" -> speech.t("desk.act.receive.foreign");
            case "feeLater" -> speech.t("desk.act.receive.later");
            case "number" -> speech.t("desk.act.issue.number");
            case "toWhom" -> speech.t("desk.act.hand-over.to");
            case "how" -> speech.t("desk.act.hand-over.how");
            default -> field;
        };
    }

    /** Beside it in the list from which it was opened, or in the whole inbox. */
    private Neighbours neighbours(OfficerAt who, DossierId id, Optional<ListPlace> place) {
        var list = place.orElse(ListPlace.ALL);
        var beside = inbox.beside(who, list.query(), id);
        return new Neighbours(
                place.map(ListPlace::word).orElse(""),
                place.map(ListPlace::href).orElse("/desk"),
                beside.before().map(list::href).orElse(null),
                beside.after().map(list::href).orElse(null));
    }
}
