package vn.motcua.journey;

import static vn.motcua.journey.State.at;
import static vn.motcua.journey.State.empty;
import static vn.motcua.journey.State.filled;
import static vn.motcua.journey.State.wrong;
import static vn.motcua.support.JusticeProcedures.AUTHOR;
import static vn.motcua.support.JusticeProcedures.REVIEWER;
import static vn.motcua.support.JusticeProcedures.path;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.TrialRuns;

/** How to reach the pages on which a whole dossier is tried out on an edition. */
final class TrialPagesTable {

    private static final String OF_EDITION = "/admin/procedures/revisions/{code}/{no}/trial";
    private static final String TRIAL = "/admin/procedures/trials/{id}";

    private final JusticeProcedures justice;
    private final TrialRuns trials;

    TrialPagesTable(JusticeProcedures justice, TrialRuns trials) {
        this.justice = justice;
        this.trials = trials;
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of(OF_EDITION, this::all, TRIAL, this::one);
    }

    private List<State> all() {
        var run = trials.begun();
        return List.of(
                empty("none yet", AUTHOR, path(justice.draft()) + "/trial"),
                filled("with one", AUTHOR, path(run.which()) + "/trial"),
                empty("of a colleague", REVIEWER, path(run.which()) + "/trial"),
                at("without a package", REVIEWER, "/admin/procedures/revisions/1.000080/1/trial"),
                at("of another agency", REVIEWER, 404, "/admin/procedures/revisions/1.004222/1/trial"));
    }

    private List<State> one() {
        var begun = trials.begun();
        return List.of(
                filled("filed", AUTHOR, begun.path()),
                wrong(
                        "turned away without a reason",
                        AUTHOR,
                        it -> it.open(begun.path())
                                .unfold("#act-TURN_AWAY-reception button.button")
                                .press("#act-TURN_AWAY-reception button.button")),
                filled("appraised", AUTHOR, trials.appraised().path()),
                filled("over", AUTHOR, trials.over().path()),
                at("of an older text", AUTHOR, trials.ofAnOlderText().path()),
                at("of a colleague", REVIEWER, 404, begun.path()));
    }
}
