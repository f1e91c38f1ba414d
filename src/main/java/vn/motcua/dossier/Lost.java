package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stretch that the clock of a part of a linked filing leaves out: the applicant supplements or pays, or what the
 * installation counts so. Where a supplement starts the part's limit from zero (NĐ 61/2018 Đ19 k4), all the time since it began
 * is left out. Whoever promised the whole leaves it out too, or the applicant's own time would make the agency late.
 *
 * @param to empty while it goes on
 */
public record Lost(Instant from, Optional<Instant> to) {

    /**
     * What one dossier's clock left out so far, first to last. Stretches may overlap.
     *
     * @param restarts whether a supplement starts the limit from zero
     */
    static List<Lost> of(List<Wait> waits, Stage stage, boolean restarts) {
        var lost = new ArrayList<Lost>();
        var began = stage.received().map(Reception::at);
        for (var wait : waits) {
            var anew = restarts && wait.in() == StageKind.SUPPLEMENT_IN_PROCESS && !wait.unanswered();
            if (wait.stops()) {
                var from = began.filter(_ -> anew).filter(wait.from()::isAfter).orElse(wait.from());
                lost.add(new Lost(from, Optional.of(wait.until())));
            }
            if (anew) {
                began = Optional.of(wait.until());
            }
        }
        if (StepDue.standsStill(stage)) {
            lost.add(new Lost(stage.since(), Optional.empty()));
        }
        return List.copyOf(lost);
    }
}
