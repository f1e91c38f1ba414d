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
import vn.motcua.support.Person;

/** How to reach the pages on which procedures are written, reviewed and ended. */
final class EditionPagesTable {

    private static final String CHANGES = "/admin/procedures/changes";
    private static final String REVISIONS = "/admin/procedures/revisions";
    /** A record of the ministry of justice that came without a package. */
    private static final String RECORD = REVISIONS + "/1.000080/1";

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
                this::edition,
                REVISIONS + "/{code}/{no}/check",
                this::trial,
                REVISIONS + "/{code}/{no}/route",
                this::route,
                REVISIONS + "/{code}/{no}/preview",
                this::preview,
                REVISIONS + "/{code}/{no}/archive",
                this::archive);
    }

    private List<State> changes() {
        justice.draft();
        justice.approved(LATER);
        return List.of(
                empty("nothing found", AUTHOR, CHANGES + "?code=9.999999"),
                filled("going on", AUTHOR, CHANGES),
                at("a record without a package", AUTHOR, CHANGES + "?code=1.000080"),
                filled("in force", REVIEWER, CHANGES + "?phase=PUBLISHED"),
                wrong("no file chosen", AUTHOR, it -> it.open(CHANGES).press("#send")),
                at("not theirs", PageTable.RECEIVER, 404, CHANGES));
    }

    private List<State> revisions() {
        var changed = justice.changed(justice.published());
        return List.of(
                filled("with a draft", AUTHOR, REVISIONS + "/" + changed.code()),
                at("as it came with the program", REVIEWER, REVISIONS + "/1.001193"),
                at("a mere record", AUTHOR, REVISIONS + "/1.000080"),
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
                at("handed in, as its author sees it", AUTHOR, path(justice.inReview())),
                at("given up", AUTHOR, path(justice.discarded())),
                at("waiting for its day", REVIEWER, path(justice.approved(LATER))),
                at("in force", REVIEWER, path(justice.published())),
                at("abolished", REVIEWER, path(justice.abolished())),
                at("of dossiers in process", REVIEWER, path(justice.changed(justice.published()))),
                at("as it came with the program", REVIEWER, REVISIONS + "/1.001193/1"),
                at("unknown", REVIEWER, 404, REVISIONS + "/1.001193/77"));
    }

    private List<State> trial() {
        return List.of(
                filled("a draft", AUTHOR, path(justice.draft()) + "/check"),
                filled("beside what is in force", REVIEWER, path(justice.changed(justice.published())) + "/check"),
                empty("without a package", REVIEWER, RECORD + "/check"),
                at("of another agency", REVIEWER, 404, REVISIONS + "/1.004222/1/check"));
    }

    private List<State> route() {
        return List.of(
                filled("of a draft", AUTHOR, path(justice.draft()) + "/route"),
                filled("for its reviewer", REVIEWER, path(justice.inReview()) + "/route"),
                at("that cannot be read", AUTHOR, path(justice.unreadDraft()) + "/route"),
                empty("without a package", REVIEWER, RECORD + "/route"),
                at("of another agency", REVIEWER, 404, REVISIONS + "/1.004222/1/route"));
    }

    private List<State> preview() {
        var preview = path(justice.draft()) + "/preview";
        return List.of(
                at("the first questions", AUTHOR, preview),
                wrong(
                        "nothing answered",
                        AUTHOR,
                        it -> it.open(preview).press("#next").press("#next")),
                at("the papers", REVIEWER, it -> onTo(it.open(preview), "papers")),
                at("the end", REVIEWER, it -> onTo(it.open(preview), "review")),
                wrong(
                        "nothing declared",
                        REVIEWER,
                        it -> onTo(it.open(preview), "review").press("#next")),
                at("without a package", REVIEWER, RECORD + "/preview"),
                at("of another agency", REVIEWER, 404, REVISIONS + "/1.004222/1/preview"));
    }

    /** Through the preview to that step, with nothing answered. */
    static Person onTo(Person person, String step) {
        while (person.page().locator("input[name=at][value='" + step + "']").count() == 0) {
            person.press("#next");
            if (person.page().locator("#skip").count() > 0) {
                person.press("#skip");
            }
        }
        return person;
    }

    private List<State> archive() {
        var draft = path(justice.draft()) + "/archive";
        return List.of(
                filled("a draft", AUTHOR, draft),
                filled("that is not theirs to write", REVIEWER, draft),
                wrong("no file chosen", AUTHOR, it -> it.open(draft).press("#replace")),
                empty("without a package", REVIEWER, RECORD + "/archive"),
                at("of another agency", REVIEWER, 404, REVISIONS + "/1.004222/1/archive"));
    }
}
