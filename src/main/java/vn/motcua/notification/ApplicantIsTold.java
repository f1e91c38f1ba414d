package vn.motcua.notification;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Announced;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Outcome;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.shared.VietnamTime;

/**
 * Tells the applicant what the agency did to their dossier; what they did themselves they know, and what is old stands in
 * their list as read.
 */
@Component
class ApplicantIsTold implements Listener {

    private final Announced announced;
    private final Notices notices;

    ApplicantIsTold(Announced announced, Notices notices) {
        this.announced = announced;
        this.notices = notices;
    }

    @Override
    public void hear(Happening happening) {
        var fact = announced.of(happening.dossier().id(), happening.version());
        said(fact.event())
                .ifPresent(it -> notices.tell(
                        fact.owners(),
                        new Notice(
                                happening.dossier(),
                                happening.version(),
                                it.kind(),
                                it.places(),
                                fact.at(),
                                !happening.old())));
    }

    private record Said(String kind, List<String> places) {}

    private static Optional<Said> said(DossierEvent event) {
        return switch (event) {
            case DossierEvent.DossierReceived it ->
                say("received", it.number().value(), VietnamTime.moment(it.due().at()));
            case DossierEvent.DossierTurnedAway _ -> say("turned-away");
            case DossierEvent.DueExtended it ->
                say("due-extended", VietnamTime.moment(it.due().at()));
            case DossierEvent.SupplementRequested it ->
                it.request()
                        .until()
                        .map(day -> say("supplement-requested-until", VietnamTime.day(day)))
                        .orElseGet(() -> say("supplement-requested"));
            case DossierEvent.SupplementReminded it -> say("supplement-reminded", VietnamTime.day(it.until()));
            case DossierEvent.SupplementLapsed it -> say("supplement-lapsed", VietnamTime.day(it.until()));
            case DossierEvent.DossierResolved it ->
                switch (it.outcome()) {
                    case Outcome.Granted _ -> say("granted");
                    case Outcome.Denied _ -> say("denied");
                };
            case DossierEvent.ResultIssued it ->
                say("result-issued", it.result().number());
            case DossierEvent.ResultHandedOver _ -> say("handed-over");
            case DossierEvent.WithdrawalRefused _ -> say("withdrawal-refused");
            case DossierEvent.DossierHalted _ -> say("halted");
            case DossierEvent.DossierWithdrawn it -> it.letGo().flatMap(_ -> say("withdrawn"));
            case DossierEvent.DossierFiled _,
                    DossierEvent.DossierForwarded _,
                    DossierEvent.SupplementProvided _,
                    DossierEvent.SecondSupplementProposed _,
                    DossierEvent.ProposalRefused _,
                    DossierEvent.WithdrawalAsked _,
                    DossierEvent.HaltProposed _,
                    DossierEvent.StepClaimed _,
                    DossierEvent.StepReleased _,
                    DossierEvent.StepCompleted _,
                    DossierEvent.StepSentBack _ -> Optional.empty();
        };
    }

    private static Optional<Said> say(String kind, String... places) {
        return Optional.of(new Said(kind, List.of(places)));
    }
}
