package vn.motcua.notification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.catalogue.ToldEvent;
import vn.motcua.dossier.Announced;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Elsewhere;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.WrittenLetter;
import vn.motcua.shared.VietnamTime;

/**
 * What was done to a dossier, as it is told to its applicant; what they did themselves they know.
 *
 * @param kind the last part of the keys of its sentences
 * @param places what stands in the sentence besides the name of the procedure
 */
record Said(String kind, List<String> places) {

    /** That it was filed by somebody else than the applicant, or opened by the program. */
    private static final Set<String> BEGINNINGS = Set.of("filed", "opened");

    Said {
        places = List.copyOf(places);
    }

    /** What is told of a fact: also what is an applicant's to do, where somebody else did it for them. */
    static Optional<Said> of(Announced.Fact fact) {
        if (fact.by() == Announced.By.THEMSELVES) {
            return of(fact.event());
        }
        return switch (fact.event()) {
            case DossierEvent.DossierFiled _ -> say(fact.by() == Announced.By.PROGRAM ? "opened" : "filed");
            case DossierEvent.SupplementProvided it ->
                it.due()
                        .map(due -> say("supplement-provided-due", VietnamTime.moment(due.at())))
                        .orElseGet(() -> say("supplement-provided"));
            default -> of(fact.event());
        };
    }

    /** What is told of what the agency did. */
    static Optional<Said> of(DossierEvent event) {
        return switch (event) {
            case DossierEvent.DossierReceived it ->
                say("received", it.number().value(), VietnamTime.moment(it.due().at()));
            case DossierEvent.DossierTurnedAway _ -> say("turned-away");
            case DossierEvent.DossierTransferred it ->
                it.number()
                        .map(number -> say("received-elsewhere", number.value(), it.toName()))
                        .orElseGet(() -> say("transferred", it.toName()));
            case DossierEvent.DossierPassedOn it ->
                it.due()
                        .map(due -> say("passed-on-due", it.toName(), VietnamTime.moment(due.at())))
                        .orElseGet(() -> say("passed-on", it.toName()));
            case DossierEvent.DossierPassedAcross it -> say("passed-across", it.toName());
            case DossierEvent.DueExtended it ->
                say("due-extended", VietnamTime.moment(it.due().at()));
            case DossierEvent.LateApologised it ->
                say("late-apologised", VietnamTime.moment(it.promised()), VietnamTime.moment(it.renewed()));
            case DossierEvent.DueRecomputed it ->
                say(
                        "due-recomputed",
                        VietnamTime.moment(it.before()),
                        VietnamTime.moment(it.due().at()));
            case DossierEvent.SupplementRequested it ->
                it.request()
                        .until()
                        .map(day -> say("supplement-requested-until", VietnamTime.day(day)))
                        .orElseGet(() -> say("supplement-requested"));
            case DossierEvent.SupplementReminded it -> say("supplement-reminded", VietnamTime.day(it.until()));
            case DossierEvent.SupplementLapsed it -> say("supplement-lapsed", VietnamTime.day(it.until()));
            case DossierEvent.PaymentAwaited it ->
                it.waitingFor()
                        .until()
                        .map(day -> say("payment-awaited-until", VietnamTime.day(day)))
                        .orElseGet(() -> say("payment-awaited"));
            case DossierEvent.AnswerAwaited _ -> say("answer-awaited");
            case DossierEvent.SentUp it ->
                say("sent-up", it.waitingFor().above().map(Elsewhere::name).orElse(""));
            case DossierEvent.AnsweredAbove it -> say("answered-above", it.unit());
            case DossierEvent.WaitEnded it ->
                it.due()
                        .map(due -> say("wait-ended-due", VietnamTime.moment(due.at())))
                        .orElseGet(() -> say("wait-ended"));
            case DossierEvent.WaitLapsed it -> say("wait-lapsed", VietnamTime.day(it.until()));
            case DossierEvent.DossierResolved it ->
                switch (it.outcome()) {
                    case Outcome.Granted _ -> say("granted");
                    case Outcome.Denied _ -> say("denied");
                };
            case DossierEvent.DecisionReopened _ -> say("decision-reopened");
            case DossierEvent.ResultIssued it ->
                it.early()
                        .map(promised -> say("result-early", it.result().number(), VietnamTime.moment(promised)))
                        .orElseGet(() -> say("result-issued", it.result().number()));
            case DossierEvent.ResultHandedOver _ -> say("handed-over");
            case DossierEvent.WithdrawalRefused _ -> say("withdrawal-refused");
            case DossierEvent.AmendmentRefused _ -> say("amendment-refused");
            case DossierEvent.ResultAmended it ->
                say("result-amended", it.before().number(), it.paper().number());
            case DossierEvent.ResultRevoked it ->
                say("result-revoked", it.paper().number(), it.revocation().decision());
            case DossierEvent.StepCompleted it -> it.letter().flatMap(Said::written);
            case DossierEvent.DossierHalted _ -> say("halted");
            case DossierEvent.DossierWithdrawn it -> it.letGo().flatMap(_ -> say("withdrawn"));
            case DossierEvent.DossierFiled _,
                    DossierEvent.DossierForwarded _,
                    DossierEvent.SupplementProvided _,
                    DossierEvent.SecondSupplementProposed _,
                    DossierEvent.ProposalRefused _,
                    DossierEvent.WithdrawalAsked _,
                    DossierEvent.HaltProposed _,
                    DossierEvent.MistakeReported _,
                    DossierEvent.AmendmentProposed _,
                    DossierEvent.RevocationProposed _,
                    DossierEvent.StepClaimed _,
                    DossierEvent.StepReleased _,
                    DossierEvent.StepSentBack _,
                    DossierEvent.StepUndone _,
                    DossierEvent.StageUndone _,
                    DossierEvent.StepAssigned _,
                    DossierEvent.StepsMoved _ -> Optional.empty();
        };
    }

    /** The event to which the author of a package may add words. */
    Optional<ToldEvent> event() {
        return ToldEvent.of(kind);
    }

    /** Whether it says that a dossier is there which its applicant did not file by their own hand. */
    boolean begins() {
        return BEGINNINGS.contains(kind);
    }

    /** In both languages: whoever says it knows in which. */
    private static Optional<Said> written(WrittenLetter letter) {
        return say("letter", letter.titleVi(), letter.textVi(), letter.titleEn(), letter.textEn());
    }

    private static Optional<Said> say(String kind, String... places) {
        return Optional.of(new Said(kind, List.of(places)));
    }
}
