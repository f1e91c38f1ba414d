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
import vn.motcua.support.Person;

/** How to reach the pages on which a draft is edited by its parts. */
final class StudioPagesTable {

    private static final String STUDIO = "/admin/procedures/revisions/{code}/{no}/studio";

    private final JusticeProcedures justice;

    StudioPagesTable(JusticeProcedures justice) {
        this.justice = justice;
    }

    Map<String, Supplier<List<State>>> states() {
        return Map.of(
                STUDIO,
                this::outline,
                STUDIO + "/bpmn",
                this::drawings,
                STUDIO + "/{in}",
                this::lists,
                STUDIO + "/{in}/item",
                this::items,
                STUDIO + "/{in}/delete",
                this::removals);
    }

    private List<State> outline() {
        return List.of(
                at("a draft", AUTHOR, path(justice.draft()) + "/studio"),
                at("of whoever reviews", REVIEWER, 404, path(justice.draft()) + "/studio"),
                at("handed in", AUTHOR, 404, path(justice.inReview()) + "/studio"));
    }

    private List<State> drawings() {
        var drawing = path(justice.draft()) + "/studio/bpmn";
        return List.of(
                at("the route of a draft", AUTHOR, drawing),
                wrong("no BPMN file", AUTHOR, it -> sent(it.open(drawing), "steps: []")),
                wrong(
                        "a file with what no route has",
                        AUTHOR,
                        it -> sent(it.open(drawing), StudioModelWalkTest.script())),
                at("another route", AUTHOR, it -> sent(it.open(drawing), StudioModelWalkTest.small())),
                at("of whoever reviews", REVIEWER, 404, drawing));
    }

    private static void sent(Person person, String file) {
        StudioModelWalkTest.choose(person, file);
        person.press("#look");
    }

    private List<State> lists() {
        var studio = path(justice.draft()) + "/studio";
        return List.of(
                filled("the form", AUTHOR, studio + "/form"),
                filled("documents", AUTHOR, studio + "/documents"),
                filled("steps", AUTHOR, studio + "/steps"),
                filled("the record", AUTHOR, studio + "/record"),
                filled("the result", AUTHOR, studio + "/paper"),
                empty("words to applicants, none yet", AUTHOR, studio + "/messages"),
                filled("examples", AUTHOR, studio + "/examples"),
                filled("rules", AUTHOR, studio + "/rules"),
                empty("what officers enter, nothing yet", AUTHOR, studio + "/enter.appraisal"),
                at("parts of what is no group", AUTHOR, 404, studio + "/linked"),
                empty(
                        "no fee any more",
                        AUTHOR,
                        it -> it.open(path(justice.draft()) + "/studio/fees/delete?id=ban-sao")
                                .press("#delete")),
                at("of nothing", AUTHOR, 404, studio + "/parts"));
    }

    private List<State> items() {
        var studio = path(justice.draft()) + "/studio";
        return List.of(
                at("a kind is chosen", AUTHOR, studio + "/questions/item"),
                at("a new choice", AUTHOR, studio + "/page.record/item?kind=select"),
                at("a new table", AUTHOR, studio + "/page.record/item?kind=table"),
                at("a question", AUTHOR, studio + "/page.copies/item?id=copies.count"),
                at("a page", AUTHOR, studio + "/pages/item?id=record"),
                at("a document", AUTHOR, studio + "/documents/item?id=to-khai"),
                at("a fee", AUTHOR, studio + "/fees/item?id=ban-sao"),
                at("a new relief of a fee", AUTHOR, studio + "/reliefs.ban-sao/item"),
                at("a step", AUTHOR, studio + "/steps/item?id=appraisal"),
                at("a new choice of the route", AUTHOR, studio + "/steps/item?kind=choice&after=appraisal"),
                at("a new split", AUTHOR, studio + "/steps/item?kind=split"),
                at("a new join", AUTHOR, studio + "/steps/item?kind=join"),
                at("a new consultation", AUTHOR, studio + "/steps/item?kind=consultation"),
                at("a new message", AUTHOR, studio + "/steps/item?kind=message"),
                at("a new timer", AUTHOR, studio + "/steps/item?kind=timer"),
                at("a new automatic step", AUTHOR, studio + "/steps/item?kind=automatic"),
                wrong(
                        "a choice with nothing to choose",
                        AUTHOR,
                        it -> it.open(studio + "/steps/item?kind=choice").press("#save")),
                at("a new check", AUTHOR, studio + "/checks/item"),
                at("a new parameter", AUTHOR, studio + "/parameters/item?kind=boolean"),
                at("the record", AUTHOR, studio + "/record/item?id=record"),
                at("the time limit", AUTHOR, studio + "/limit/item?id=limit"),
                at("a way of filing", AUTHOR, studio + "/channels/item?id=1"),
                at("a result", AUTHOR, studio + "/results/item?id=1"),
                at("a legal text", AUTHOR, studio + "/legal/item?id=2"),
                at("the paper", AUTHOR, studio + "/paper/item?id=paper"),
                at("new words to applicants", AUTHOR, studio + "/messages/item"),
                wrong(
                        "words with nothing in them",
                        AUTHOR,
                        it -> it.open(studio + "/messages/item").press("#save")),
                at("an example", AUTHOR, studio + "/examples/item?id=3"),
                at("a new rule", AUTHOR, studio + "/fee.ban-sao/item"),
                at("what holds otherwise", AUTHOR, studio + "/fee.ban-sao/item?id=otherwise"),
                at("rules of no choice", AUTHOR, 404, studio + "/choice.appraisal/item"),
                wrong(
                        "an example of nothing",
                        AUTHOR,
                        it -> it.open(studio + "/examples/item").press("#save")),
                wrong(
                        "nothing filled in",
                        AUTHOR,
                        it -> it.open(studio + "/page.record/item?kind=select").press("#save")),
                wrong(
                        "moved nowhere",
                        AUTHOR,
                        it -> it.open(studio + "/page.record/item?id=record.no").press("#to-page")),
                at("unknown", AUTHOR, 404, studio + "/page.record/item?id=record.nothing"));
    }

    private List<State> removals() {
        var studio = path(justice.draft()) + "/studio";
        return List.of(
                filled("used", AUTHOR, studio + "/page.copies/delete?id=copies.count"),
                empty("unused", AUTHOR, studio + "/page.requester/delete?id=requester.email"));
    }
}
