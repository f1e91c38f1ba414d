package vn.motcua.journey;

import static vn.motcua.journey.State.at;
import static vn.motcua.journey.State.empty;
import static vn.motcua.journey.State.filled;
import static vn.motcua.journey.State.wrong;
import static vn.motcua.support.JusticeProcedures.AUTHOR;
import static vn.motcua.support.JusticeProcedures.REVIEWER;
import static vn.motcua.support.JusticeProcedures.path;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.support.JusticeProcedures;

/** How to reach the pages on which procedures are written, reviewed and ended. */
final class EditionPagesTable {

    private static final String CHANGES = "/admin/procedures/changes";
    private static final String REVISIONS = "/admin/procedures/revisions";
    private static final LocalDate LATER = LocalDate.of(2026, 12, 1);

    private final JusticeProcedures justice;

    EditionPagesTable(JusticeProcedures justice) {
        this.justice = justice;
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of(
                CHANGES,
                this::changes,
                REVISIONS + "/{code}",
                this::revisions,
                REVISIONS + "/{code}/difference",
                this::differences,
                REVISIONS + "/{code}/{no}",
                this::edition);
    }

    private List<State> changes() {
        justice.draft();
        justice.approved(LATER);
        return List.of(
                empty("nothing found", AUTHOR, CHANGES + "?code=9.999999"),
                filled("going on", AUTHOR, CHANGES),
                filled("in force", REVIEWER, CHANGES + "?phase=PUBLISHED"),
                wrong("no file chosen", AUTHOR, it -> it.open(CHANGES).press("#send")),
                at("not theirs", PageTable.RECEIVER, 404, CHANGES));
    }

    private List<State> revisions() {
        var changed = justice.changed(justice.published());
        return List.of(
                filled("with a draft", AUTHOR, REVISIONS + "/" + changed.code()),
                at("as it came with the program", REVIEWER, REVISIONS + "/1.001193"),
                empty("a province's layer that was not begun", "Tráng Thị Sua", REVISIONS + "/1.001193@15"),
                at("of another agency", AUTHOR, 404, REVISIONS + "/1.004222"));
    }

    private List<State> differences() {
        var changed = justice.changed(justice.published());
        var page = REVISIONS + "/" + changed.code() + "/difference";
        return List.of(
                filled("a text changed", REVIEWER, page + "?from=1&to=2"),
                empty("the same", REVIEWER, page + "?from=1&to=1"),
                at("of nothing", REVIEWER, 404, page + "?from=1&to=77"));
    }

    private List<State> edition() {
        var broken = path(justice.brokenDraft());
        return List.of(
                empty("a draft", AUTHOR, path(justice.draft())),
                filled("sent back", AUTHOR, path(justice.sentBack())),
                at("with problems", AUTHOR, broken),
                wrong("handed in with problems", AUTHOR, it -> it.open(broken).press("#submit")),
                at("to be reviewed", REVIEWER, path(justice.inReview())),
                wrong(
                        "approved without a decision",
                        REVIEWER,
                        it -> it.open(path(justice.inReview())).press("#approve")),
                wrong(
                        "sent back without a reason",
                        REVIEWER,
                        it -> it.open(path(justice.inReview())).press("#send-back")),
                at("waiting for its day", REVIEWER, path(justice.approved(LATER))),
                at("in force", REVIEWER, path(justice.published())),
                at("abolished", REVIEWER, path(justice.abolished())),
                at("of dossiers in process", REVIEWER, path(justice.changed(justice.published()))),
                at("as it came with the program", REVIEWER, REVISIONS + "/1.001193/1"),
                at("unknown", REVIEWER, 404, REVISIONS + "/1.001193/77"));
    }
}
