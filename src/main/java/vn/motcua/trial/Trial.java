package vn.motcua.trial;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.TrialAct;
import vn.motcua.organization.UnitId;

/**
 * A trial as it is kept.
 *
 * @param procedure code of the edition
 * @param edition its number
 * @param version of the edition when the trial began
 * @param unit whose calendar and hours hold
 * @param answers those of the form
 * @param done everything that was done, first to last
 * @param filedAt on the trial's clock
 * @param endsAt when it is thrown away
 */
public record Trial(
        UUID id,
        String procedure,
        int edition,
        int version,
        UnitId unit,
        Map<String, Object> answers,
        List<Done> done,
        Instant filedAt,
        Instant endsAt) {

    /** Keeps its own copies. */
    public Trial {
        answers = Map.copyOf(answers);
        done = List.copyOf(done);
    }

    /** One thing that was done, with the command by which it is known when it comes again. */
    public record Done(UUID command, TrialAct act) {}

    /** What was done, without the commands. */
    public List<TrialAct> acts() {
        return done.stream().map(Done::act).toList();
    }

    /** The trial's clock: the last act's moment. */
    public Instant now() {
        return done.isEmpty() ? filedAt : done.getLast().act().at();
    }
}
