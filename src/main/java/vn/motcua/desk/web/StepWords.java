package vn.motcua.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.deadline.LegalBasis;
import vn.motcua.dossier.Desk;
import vn.motcua.dossier.DeskAction;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.StepDues;
import vn.motcua.shared.VietnamTime;

/** By when the open steps of a dossier should be done, in words. */
record StepWords(Opened dossier, StepDues dues, Instant now, Speech speech) {

    /** A sentence, and whether its moment has passed. */
    record Until(String words, boolean late) {}

    /**
     * Of one open step: received papers have to be forwarded, others have the step's hours, and a timer goes on by itself; empty
     * while the clock stands still.
     */
    Optional<Until> until(Desk.Seat seat) {
        if (dossier.stage() instanceof Stage.AwaitingSupplement
                || (dossier.stage() instanceof Stage.Waiting it
                        && it.waitingFor().stops())) {
            return Optional.empty();
        }
        var step = dues.of(dossier, seat.step(), seat.unit(), seat.since(), now);
        if (dossier.route().step(seat.step()).program().isPresent()) {
            return step.map(it -> new Until(speech.t("desk.step.goesOn", VietnamTime.moment(it)), false));
        }
        return dues.forwardBy(dossier)
                .map(it -> until("desk.forward", it, LegalBasis.FORWARDED))
                .or(() -> step.map(it -> until("desk.step", it, "")));
    }

    /** What whoever has to forward it reads before they do. */
    List<String> notes() {
        var notes = new ArrayList<String>();
        dues.forwardBy(dossier)
                .filter(_ -> dossier.may(DeskAction.FORWARD))
                .ifPresent(it -> notes.add(
                        until("desk.forward", it, LegalBasis.FORWARDED).words()));
        return notes;
    }

    /** Until when it goes back with what has to be supplemented; empty before the reception. */
    Optional<Until> returnBy() {
        return dues.returnBy(dossier).map(it -> until("desk.act.supplement.return", it, LegalBasis.RETURNED));
    }

    private Until until(String key, Instant moment, LegalBasis basis) {
        return until(key, moment, basis.say(speech.language(), speech.messages()));
    }

    private Until until(String key, Instant moment, String basis) {
        var late = now.isAfter(moment);
        return new Until(speech.t(key + (late ? ".late" : ".until"), VietnamTime.moment(moment), basis), late);
    }
}
