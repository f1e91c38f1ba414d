package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.motcua.dossier.DossierEvent.DossierFiled;
import vn.motcua.dossier.DossierEvent.DossierForwarded;
import vn.motcua.dossier.DossierEvent.DossierReceived;
import vn.motcua.dossier.DossierEvent.DossierResolved;
import vn.motcua.dossier.DossierEvent.DossierTurnedAway;
import vn.motcua.dossier.DossierEvent.DossierWithdrawn;
import vn.motcua.dossier.DossierEvent.DueExtended;
import vn.motcua.dossier.DossierEvent.DueRecomputed;
import vn.motcua.dossier.DossierEvent.ResultHandedOver;
import vn.motcua.dossier.DossierEvent.ResultIssued;
import vn.motcua.dossier.DossierEvent.StepAssigned;
import vn.motcua.dossier.DossierEvent.StepClaimed;
import vn.motcua.dossier.DossierEvent.StepCompleted;
import vn.motcua.dossier.DossierEvent.StepReleased;
import vn.motcua.dossier.DossierEvent.StepSentBack;
import vn.motcua.dossier.DossierEvent.StepsMoved;
import vn.motcua.dossier.DossierEvent.SupplementProvided;
import vn.motcua.dossier.DossierEvent.SupplementRequested;
import vn.motcua.route.Route;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Says the history of a dossier in one language. */
final class HistoryWords {

    private final Route route;
    private final Language language;
    private final Messages messages;

    HistoryWords(Route route, Language language, Messages messages) {
        this.route = route;
        this.language = language;
        this.messages = messages;
    }

    List<HistoryLine> say(List<Folder.Line> history) {
        return history.stream().map(this::say).toList();
    }

    private HistoryLine say(Folder.Line line) {
        var event = line.event();
        return new HistoryLine(
                line.recordedAt(),
                who(line),
                line.onBehalf().isPresent() ? Optional.empty() : line.role(),
                messages.say(language, "dossier.event." + line.kind(), places(event)),
                remark(event),
                line.kind());
    }

    /** With the name of whom they stood in for, or for whom they did it and as what. */
    private String who(Folder.Line line) {
        if (line.role().isEmpty() && line.onBehalf().isPresent()) {
            return messages.say(
                    language,
                    "dossier.forOrganisation",
                    line.actorName(),
                    line.onBehalf().get());
        }
        return line.onBehalf()
                .map(it -> messages.say(
                        language,
                        "dossier.onBehalf",
                        line.actorName(),
                        it,
                        messages.say(
                                language, "identity.actingAs." + line.role().orElse(""))))
                .or(() -> line.inPlaceOf().map(it -> messages.say(language, "dossier.inPlaceOf", line.actorName(), it)))
                .orElse(line.actorName());
    }

    /** What fills the places of the sentence. */
    private Object[] places(DossierEvent event) {
        return switch (event) {
            case DossierFiled it -> list(messages.say(language, "dossier.channel." + it.channel()));
            case DossierReceived it ->
                list(it.number().value(), VietnamTime.moment(it.due().at()));
            case DossierForwarded it -> list(open(it.desk()));
            case DossierEvent.DossierTransferred it ->
                list(
                        it.fromName(),
                        it.toName(),
                        it.number().isPresent() ? 1 : 0,
                        it.number().map(DossierNumber::value).orElse(""));
            case DossierEvent.DossierPassedOn it ->
                list(
                        it.fromName(),
                        it.toName(),
                        it.due().isPresent() ? 1 : 0,
                        it.due().map(due -> VietnamTime.moment(due.at())).orElse(""));
            case DossierEvent.DossierPassedAcross it -> list(it.fromName(), it.toName());
            case DueExtended it ->
                list(
                        VietnamTime.moment(it.promised()),
                        VietnamTime.moment(it.due().at()));
            case DossierEvent.LateApologised it ->
                list(VietnamTime.moment(it.promised()), VietnamTime.moment(it.renewed()));
            case SupplementRequested it ->
                list(
                        it.request().lines().size(),
                        it.request().until().map(HistoryWords::day).orElse(""));
            case SupplementProvided it ->
                list(
                        it.papers().size(),
                        it.due().map(due -> VietnamTime.moment(due.at())).orElse(""));
            case DossierEvent.SupplementReminded it -> list(day(it.until()));
            case DossierEvent.SupplementLapsed it ->
                list(
                        day(it.until()),
                        it.due().map(due -> VietnamTime.moment(due.at())).orElse(""));
            case DossierEvent.PaymentAwaited it ->
                list(
                        it.waitingFor().amount().map(Dong::toString).orElse(""),
                        it.waitingFor().until().map(HistoryWords::day).orElse(""));
            case DossierEvent.AnswerAwaited it ->
                list(
                        messages.say(language, "dossier.wait." + it.waitingFor().kind()),
                        it.waitingFor().until().map(HistoryWords::day).orElse(""));
            case DossierEvent.SentUp it ->
                list(
                        it.waitingFor().above().map(Elsewhere::name).orElse(""),
                        it.waitingFor().until().map(HistoryWords::day).orElse(""));
            case DossierEvent.AnsweredAbove it -> list(it.unit(), it.agreed() ? 1 : 0);
            case DossierEvent.WaitEnded it ->
                list(
                        it.how() == DossierEvent.WaitEnded.How.PAID ? 0 : 1,
                        it.due().map(due -> VietnamTime.moment(due.at())).orElse(""));
            case DossierEvent.WaitLapsed it ->
                list(
                        day(it.until()),
                        it.due().map(due -> VietnamTime.moment(due.at())).orElse(""));
            case DossierEvent.SecondSupplementProposed it -> list(it.lines().size());
            case DossierEvent.ProposalRefused _ -> list();
            case StepClaimed it -> list(name(it.step()));
            case StepReleased it -> list(name(it.step()));
            case StepCompleted it -> list(name(it.step()), messages.say(language, "route.act." + it.act()));
            case StepSentBack it -> list(name(it.step()), name(it.to()));
            case DossierEvent.DecisionReopened it -> list(name(it.step()), name(it.to()));
            case StepsMoved it ->
                list(
                        it.steps().stream()
                                .map(DossierEvent.MovedStep::fromName)
                                .distinct()
                                .collect(Collectors.joining(", ")),
                        it.steps().stream()
                                .map(DossierEvent.MovedStep::toName)
                                .distinct()
                                .collect(Collectors.joining(", ")));
            case StepAssigned it ->
                list(name(it.step()), it.fromName(), it.officer().isPresent() ? 1 : 0, it.officerName());
            case DueRecomputed it ->
                list(
                        VietnamTime.moment(it.before()),
                        VietnamTime.moment(it.due().at()));
            case DossierResolved it -> list(it.outcome() instanceof Outcome.Granted ? 1 : 0);
            case ResultIssued it ->
                list(
                        it.result().number(),
                        it.early().isPresent() ? 1 : 0,
                        it.early().map(VietnamTime::moment).orElse(""));
            case DossierEvent.ResultAmended it ->
                list(it.before().number(), it.paper().number());
            case DossierEvent.AmendmentProposed it -> list(it.paper().number());
            case DossierEvent.RevocationProposed it -> list(it.revocation().decision());
            case DossierEvent.ResultRevoked it ->
                list(it.paper().number(), it.revocation().decision());
            case ResultHandedOver it ->
                list(
                        it.handOver().toWhom(),
                        messages.say(language, "dossier.how." + it.handOver().how()));
            case DossierEvent.StepUndone it -> list(open(it.desk()));
            case DossierEvent.StageUndone it -> list(open(it.desk()));
            case DossierTurnedAway _,
                    DossierWithdrawn _,
                    DossierEvent.WithdrawalAsked _,
                    DossierEvent.WithdrawalRefused _,
                    DossierEvent.HaltProposed _,
                    DossierEvent.MistakeReported _,
                    DossierEvent.AmendmentRefused _,
                    DossierEvent.DossierHalted _ -> list();
        };
    }

    private String remark(DossierEvent event) {
        return switch (event) {
            case DossierTurnedAway it -> it.reason();
            case DossierEvent.DossierTransferred it -> it.reason();
            case DossierEvent.DossierPassedOn it -> it.reason();
            case DossierEvent.DossierPassedAcross it -> it.reason();
            case DossierWithdrawn it -> it.reason();
            case DossierEvent.WithdrawalAsked it -> it.reason();
            case DossierEvent.WithdrawalRefused it -> it.reason();
            case DossierEvent.HaltProposed it -> it.reason();
            case DossierEvent.DossierHalted it -> it.reason();
            case DossierEvent.MistakeReported it -> it.reason();
            case DossierEvent.AmendmentRefused it -> it.reason();
            case DossierEvent.AmendmentProposed it -> it.reason();
            case DossierEvent.ResultAmended it -> it.reason();
            case DossierEvent.RevocationProposed it -> it.revocation().reason();
            case DossierEvent.ResultRevoked it -> it.revocation().reason();
            case DueExtended it -> it.reason();
            case DossierEvent.LateApologised it -> it.reason();
            case SupplementRequested it ->
                it.request().lines().stream()
                        .map(line -> line.what() + ": " + line.reason())
                        .collect(Collectors.joining("\n"));
            case SupplementProvided it -> it.note();
            case DossierEvent.PaymentAwaited it -> it.waitingFor().what();
            case DossierEvent.AnswerAwaited it -> it.waitingFor().what();
            case DossierEvent.SentUp it -> it.waitingFor().what();
            case DossierEvent.AnsweredAbove it -> it.note();
            case DossierEvent.WaitEnded it -> it.note();
            case DossierEvent.SecondSupplementProposed it -> it.reason();
            case DossierEvent.ProposalRefused it -> it.reason();
            case StepCompleted it ->
                it.letter().map(letter -> letter.text(language)).orElse(it.note());
            case StepSentBack it -> it.reason();
            case DossierEvent.DecisionReopened it -> it.reason();
            case StepsMoved it -> it.decision();
            case DueRecomputed it -> it.reason();
            case StepAssigned it -> it.reason().orElse("");
            case DossierResolved it -> it.outcome() instanceof Outcome.Denied(var why) ? why : "";
            case DossierReceived it ->
                it.feeLater()
                        .map(later ->
                                messages.say(language, "dossier.event.received.later", later.amount(), later.reason()))
                        .orElse("");
            case DossierFiled _,
                    DossierForwarded _,
                    DossierEvent.SupplementReminded _,
                    DossierEvent.SupplementLapsed _,
                    DossierEvent.WaitLapsed _,
                    StepClaimed _,
                    StepReleased _,
                    DossierEvent.StepUndone _,
                    DossierEvent.StageUndone _,
                    ResultIssued _,
                    ResultHandedOver _ -> "";
        };
    }

    private static String day(LocalDate day) {
        return VietnamTime.day(day);
    }

    private String open(Desk desk) {
        return desk.seats().stream().map(it -> name(it.step())).collect(Collectors.joining(", "));
    }

    private String name(String step) {
        return route.step(step).name().in(language);
    }

    private static Object[] list(Object... places) {
        return places;
    }
}
