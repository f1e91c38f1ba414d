package vn.motcua.notification;

import java.util.List;
import java.util.Optional;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Outcome;
import vn.motcua.shared.VietnamTime;

/**
 * What the agency did to a dossier, as it is told; what applicants did themselves they know.
 *
 * @param kind the last part of the keys of its sentences
 * @param places what stands in the sentence besides the name of the procedure
 */
record Said(String kind, List<String> places) {

    Said {
        places = List.copyOf(places);
    }

    static Optional<Said> of(DossierEvent event) {
        return switch (event) {
            case DossierEvent.DossierReceived it ->
                say("received", it.number().value(), VietnamTime.moment(it.due().at()));
            case DossierEvent.DossierTurnedAway _ -> say("turned-away");
            case DossierEvent.DueExtended it ->
                say("due-extended", VietnamTime.moment(it.due().at()));
            case DossierEvent.SupplementRequested _ -> say("supplement-requested");
            case DossierEvent.DossierResolved it ->
                switch (it.outcome()) {
                    case Outcome.Granted _ -> say("granted");
                    case Outcome.Denied _ -> say("denied");
                };
            case DossierEvent.ResultIssued it ->
                say("result-issued", it.result().number());
            case DossierEvent.ResultHandedOver _ -> say("handed-over");
            case DossierEvent.DossierFiled _,
                    DossierEvent.DossierForwarded _,
                    DossierEvent.SupplementProvided _,
                    DossierEvent.DossierWithdrawn _,
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
