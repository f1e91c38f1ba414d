package vn.motcua.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.desk.web.WorkspaceView.HistoryLine;
import vn.motcua.dossier.Desk;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.DossierFiled;
import vn.motcua.dossier.DossierEvent.DossierForwarded;
import vn.motcua.dossier.DossierEvent.DossierReceived;
import vn.motcua.dossier.DossierEvent.DossierResolved;
import vn.motcua.dossier.DossierEvent.DossierTurnedAway;
import vn.motcua.dossier.DossierEvent.DossierWithdrawn;
import vn.motcua.dossier.DossierEvent.DueExtended;
import vn.motcua.dossier.DossierEvent.DueRecomputed;
import vn.motcua.dossier.DossierEvent.MovedStep;
import vn.motcua.dossier.DossierEvent.ProposalRefused;
import vn.motcua.dossier.DossierEvent.ResultHandedOver;
import vn.motcua.dossier.DossierEvent.ResultIssued;
import vn.motcua.dossier.DossierEvent.SecondSupplementProposed;
import vn.motcua.dossier.DossierEvent.StepAssigned;
import vn.motcua.dossier.DossierEvent.StepClaimed;
import vn.motcua.dossier.DossierEvent.StepCompleted;
import vn.motcua.dossier.DossierEvent.StepReleased;
import vn.motcua.dossier.DossierEvent.StepSentBack;
import vn.motcua.dossier.DossierEvent.StepsMoved;
import vn.motcua.dossier.DossierEvent.SupplementLapsed;
import vn.motcua.dossier.DossierEvent.SupplementProvided;
import vn.motcua.dossier.DossierEvent.SupplementReminded;
import vn.motcua.dossier.DossierEvent.SupplementRequested;
import vn.motcua.dossier.Elsewhere;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.Revocation;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.dossier.WaitingFor;
import vn.motcua.form.AnswerWords;
import vn.motcua.form.CompiledForm;
import vn.motcua.organization.Kinds;
import vn.motcua.route.DeskAct;
import vn.motcua.shared.VietnamTime;

/** What happened to a dossier, in sentences: what, what was written to it, who, when. */
record HistoryWords(Opened dossier, Kinds kinds, CompiledForm form, AnswerWords answers, Speech speech) {

    List<HistoryLine> lines() {
        return dossier.history().stream()
                .map(it -> new HistoryLine(what(it.event()), said(it.event()), who(it), VietnamTime.moment(it.at())))
                .toList();
    }

    private String who(Opened.Entry entry) {
        if (entry.onBehalf().isPresent() && entry.role().isEmpty()) {
            return speech.t(
                    "dossier.forOrganisation", entry.who(), entry.onBehalf().get());
        }
        if (entry.onBehalf().isPresent()) {
            return speech.t(
                    "dossier.onBehalf",
                    entry.who(),
                    entry.onBehalf().get(),
                    speech.t("identity.actingAs." + entry.role().orElse("")));
        }
        return entry.role()
                .map(it -> speech.t("desk.who", entry.who(), kinds.roleName(it, speech.language())))
                .map(it -> entry.inPlaceOf()
                        .map(whom -> speech.t("desk.inPlaceOf", it, whom))
                        .orElse(it))
                .orElse(entry.who());
    }

    private String what(DossierEvent event) {
        return switch (event) {
            case DossierFiled _ -> speech.t("desk.history.DossierFiled");
            case DossierReceived it ->
                speech.t(
                        "desk.history.DossierReceived",
                        VietnamTime.moment(it.due().at()));
            case DueExtended it ->
                speech.t(
                        "desk.history.DueExtended",
                        VietnamTime.moment(it.promised()),
                        VietnamTime.moment(it.due().at()));
            case DossierEvent.LateApologised it ->
                speech.t(
                        "desk.history.LateApologised",
                        VietnamTime.moment(it.promised()),
                        VietnamTime.moment(it.renewed()));
            case DossierForwarded _ -> speech.t("desk.history.DossierForwarded");
            case DossierEvent.DossierTransferred it ->
                it.number()
                        .map(number -> speech.t(
                                "desk.history.DossierTransferred.received", it.fromName(), it.toName(), number.value()))
                        .orElseGet(() -> speech.t("desk.history.DossierTransferred", it.fromName(), it.toName()));
            case DossierEvent.DossierPassedOn it ->
                it.due()
                        .map(due -> speech.t(
                                "desk.history.DossierPassedOn.due",
                                it.fromName(),
                                it.toName(),
                                VietnamTime.moment(due.at())))
                        .orElseGet(() -> speech.t("desk.history.DossierPassedOn", it.fromName(), it.toName()));
            case DossierEvent.DossierPassedAcross it ->
                speech.t("desk.history.DossierPassedAcross", it.fromName(), it.toName());
            case DossierTurnedAway _ -> speech.t("desk.history.DossierTurnedAway");
            case SupplementRequested it ->
                speech.t(
                        "desk.history.SupplementRequested", it.request().lines().size());
            case SupplementProvided it ->
                it.due()
                        .map(due -> speech.t("desk.history.SupplementProvided.due", VietnamTime.moment(due.at())))
                        .orElseGet(() -> speech.t("desk.history.SupplementProvided"));
            case SupplementReminded it -> speech.t("desk.history.SupplementReminded", VietnamTime.day(it.until()));
            case SupplementLapsed it ->
                it.due()
                        .map(due -> speech.t(
                                "desk.history.SupplementLapsed.due",
                                VietnamTime.day(it.until()),
                                VietnamTime.moment(due.at())))
                        .orElseGet(() -> speech.t("desk.history.SupplementLapsed", VietnamTime.day(it.until())));
            case DossierEvent.PaymentAwaited it -> awaited(it.waitingFor());
            case DossierEvent.AnswerAwaited it -> awaited(it.waitingFor());
            case DossierEvent.SentUp it ->
                speech.t(
                        "desk.history.SentUp",
                        it.waitingFor().above().map(Elsewhere::name).orElse(""));
            case DossierEvent.AnsweredAbove it ->
                speech.t(it.agreed() ? "desk.history.AnsweredAbove" : "desk.history.AnsweredAbove.back", it.unit());
            case DossierEvent.WaitEnded it ->
                it.due()
                        .map(due -> speech.t("desk.history.WaitEnded.due", VietnamTime.moment(due.at())))
                        .orElseGet(() -> speech.t("desk.history.WaitEnded." + it.how()));
            case DossierEvent.WaitLapsed it ->
                it.due()
                        .map(due -> speech.t(
                                "desk.history.WaitLapsed.due",
                                VietnamTime.day(it.until()),
                                VietnamTime.moment(due.at())))
                        .orElseGet(() -> speech.t("desk.history.WaitLapsed", VietnamTime.day(it.until())));
            case SecondSupplementProposed it ->
                speech.t("desk.history.SecondSupplementProposed", it.lines().size());
            case ProposalRefused _ -> speech.t("desk.history.ProposalRefused");
            case DossierEvent.WithdrawalAsked _ -> speech.t("desk.history.WithdrawalAsked");
            case DossierEvent.WithdrawalRefused _ -> speech.t("desk.history.WithdrawalRefused");
            case DossierEvent.HaltProposed _ -> speech.t("desk.history.HaltProposed");
            case DossierEvent.DossierHalted _ -> speech.t("desk.history.DossierHalted");
            case DossierWithdrawn _ -> speech.t("desk.history.DossierWithdrawn");
            case StepClaimed it -> speech.t("desk.history.StepClaimed", step(it.step()));
            case StepReleased it -> speech.t("desk.history.StepReleased", step(it.step()));
            case StepCompleted it ->
                speech.t(
                        it.act() == DeskAct.PROPOSE_DENIAL
                                ? "desk.history.StepCompleted.denial"
                                : "desk.history.StepCompleted",
                        step(it.step()));
            case DossierEvent.StepUndone it -> undone(it.desk());
            case DossierEvent.StageUndone it -> undone(it.desk());
            case StepSentBack it -> speech.t("desk.history.StepSentBack", step(it.step()), step(it.to()));
            case DossierEvent.DecisionReopened it ->
                speech.t("desk.history.DecisionReopened", step(it.step()), step(it.to()));
            case StepsMoved it ->
                speech.t("desk.history.StepsMoved", names(it, MovedStep::fromName), names(it, MovedStep::toName));
            case StepAssigned it ->
                it.officer().isPresent()
                        ? speech.t("desk.history.StepAssigned", step(it.step()), it.fromName(), it.officerName())
                        : speech.t("desk.history.StepAssigned.tray", step(it.step()), it.fromName());
            case DueRecomputed it ->
                speech.t(
                        "desk.history.DueRecomputed",
                        VietnamTime.moment(it.before()),
                        VietnamTime.moment(it.due().at()));
            case DossierResolved it ->
                speech.t(it.outcome() instanceof Outcome.Granted ? "desk.history.granted" : "desk.history.denied");
            case ResultIssued it ->
                it.early()
                        .map(promised -> speech.t(
                                "desk.history.ResultIssued.early", it.result().number(), VietnamTime.moment(promised)))
                        .orElseGet(() -> speech.t(
                                "desk.history.ResultIssued", it.result().number()));
            case DossierEvent.MistakeReported _ -> speech.t("desk.history.MistakeReported");
            case DossierEvent.AmendmentRefused _ -> speech.t("desk.history.AmendmentRefused");
            case DossierEvent.AmendmentProposed it ->
                speech.t("desk.history.AmendmentProposed", it.paper().number());
            case DossierEvent.ResultAmended it ->
                speech.t(
                        "desk.history.ResultAmended",
                        it.before().number(),
                        it.paper().number());
            case DossierEvent.RevocationProposed it ->
                speech.t("desk.history.RevocationProposed", it.revocation().decision());
            case DossierEvent.ResultRevoked it ->
                speech.t(
                        "desk.history.ResultRevoked",
                        it.paper().number(),
                        it.revocation().decision());
            case ResultHandedOver it ->
                speech.t(
                        "desk.history.ResultHandedOver",
                        speech.t("desk.way." + it.handOver().how().name()),
                        it.handOver().toWhom());
        };
    }

    private String undone(Desk desk) {
        return speech.t(
                "desk.history.undone",
                desk.seats().stream().map(it -> step(it.step())).collect(Collectors.joining(", ")));
    }

    private List<String> said(Revocation it) {
        return List.of(speech.t(it.ground().key()), it.reason());
    }

    private List<String> said(DossierEvent event) {
        return switch (event) {
            case DossierTurnedAway it -> List.of(it.reason());
            case DossierEvent.DossierTransferred it -> written(it.reason());
            case DossierEvent.DossierPassedOn it -> List.of(it.reason());
            case DossierEvent.DossierPassedAcross it -> List.of(it.reason());
            case DueExtended it -> List.of(it.reason());
            case DossierEvent.LateApologised it -> List.of(it.reason());
            case SupplementRequested it -> asked(it.request().lines());
            case SecondSupplementProposed it ->
                Stream.concat(written(it.reason()).stream(), asked(it.lines()).stream())
                        .toList();
            case ProposalRefused it -> List.of(it.reason());
            case DossierEvent.PaymentAwaited it -> written(it.waitingFor());
            case DossierEvent.AnswerAwaited it -> written(it.waitingFor());
            case DossierEvent.SentUp it -> written(it.waitingFor());
            case DossierEvent.AnsweredAbove it -> written(it.note());
            case DossierEvent.WaitEnded it -> written(it.note());
            case DossierEvent.MistakeReported it -> List.of(it.reason());
            case DossierEvent.AmendmentRefused it -> List.of(it.reason());
            case DossierEvent.AmendmentProposed it ->
                Stream.concat(Stream.of(it.reason()), entered(it.corrected())).toList();
            case DossierEvent.ResultAmended it ->
                Stream.concat(Stream.of(it.reason()), entered(it.corrected())).toList();
            case DossierEvent.RevocationProposed it -> said(it.revocation());
            case DossierEvent.ResultRevoked it -> said(it.revocation());
            case DossierEvent.WithdrawalAsked it -> and(List.of(it.reason()), it.saidBy());
            case DossierEvent.WithdrawalRefused it -> List.of(it.reason());
            case DossierEvent.HaltProposed it -> halted(it.reason(), it.returned());
            case DossierEvent.DossierHalted it -> halted(it.reason(), it.returned());
            case SupplementProvided it -> provided(it);
            case DossierWithdrawn it -> and(written(it.reason()), it.saidBy());
            case StepCompleted it ->
                Stream.concat(
                                written(it.letter()
                                                .map(letter -> letter.text(speech.language()))
                                                .orElse(it.note()))
                                        .stream(),
                                it.entered().stream().flatMap(this::entered))
                        .toList();
            case StepSentBack it -> written(it.reason());
            case DossierEvent.DecisionReopened it -> written(it.reason());
            case StepsMoved it -> List.of(it.decision());
            case DueRecomputed it -> List.of(it.reason());
            case StepAssigned it -> it.reason().map(List::of).orElse(List.of());
            case DossierReceived it ->
                it.feeLater()
                        .map(later -> List.of(speech.t("dossier.event.received.later", later.amount(), later.reason())))
                        .orElse(List.of());
            case DossierResolved _,
                    DossierFiled _,
                    DossierForwarded _,
                    SupplementReminded _,
                    SupplementLapsed _,
                    DossierEvent.WaitLapsed _,
                    StepClaimed _,
                    StepReleased _,
                    DossierEvent.StepUndone _,
                    DossierEvent.StageUndone _,
                    ResultIssued _,
                    ResultHandedOver _ -> List.of();
        };
    }

    private List<String> halted(String reason, String returned) {
        return returned.isEmpty() ? List.of(reason) : List.of(reason, speech.t("desk.halt.returned", returned));
    }

    private List<String> asked(List<SupplementRequest.Line> lines) {
        return lines.stream()
                .map(line -> speech.t("desk.supplement.line", line.what(), line.reason()))
                .toList();
    }

    private static String names(StepsMoved moved, Function<MovedStep, String> name) {
        return moved.steps().stream().map(name).distinct().collect(Collectors.joining(", "));
    }

    private Stream<String> entered(Map<String, Object> entered) {
        return form.definition()
                .fields()
                .filter(it -> entered.containsKey(it.id()))
                .map(it -> speech.t(
                        "desk.history.entered",
                        it.label().in(speech.language()),
                        answers.say(it, Optional.ofNullable(entered.get(it.id())))));
    }

    private List<String> provided(SupplementProvided event) {
        var said = new ArrayList<String>();
        if (!event.papers().isEmpty()) {
            said.add(speech.t("desk.history.papers", event.papers().size()));
        }
        if (!event.corrected().isEmpty()) {
            said.add(speech.t("desk.history.corrected", event.corrected().size()));
        }
        said.addAll(written(event.note()));
        said.addAll(came(event.broughtBy()));
        return said;
    }

    private List<String> and(List<String> said, Optional<String> who) {
        return Stream.concat(said.stream(), came(who).stream()).toList();
    }

    /** Who came to the counter with it. */
    private List<String> came(Optional<String> who) {
        return who.map(it -> speech.t("desk.history.came", it)).stream().toList();
    }

    private String awaited(WaitingFor it) {
        var key = "desk.history.awaited." + it.kind();
        return it.until()
                .map(day -> speech.t(key + ".until", VietnamTime.day(day)))
                .orElseGet(() -> speech.t(key));
    }

    private List<String> written(WaitingFor it) {
        return Stream.of(
                        Optional.of(it.what()),
                        it.amount().map(amount -> speech.t("desk.history.amount", amount)),
                        Optional.of(speech.t(it.stops() ? "desk.wait.stops" : "desk.wait.runs")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> written(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private String step(String id) {
        return dossier.route().step(id).name().in(speech.language());
    }
}
