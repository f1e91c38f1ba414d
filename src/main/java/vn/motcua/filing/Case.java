package vn.motcua.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.catalogue.FeeExplanation;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.catalogue.RequiredDocument;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Facts;
import vn.motcua.form.FormDefinition.Section;
import vn.motcua.form.Problem;
import vn.motcua.identity.MandateId;
import vn.motcua.shared.Dong;

/**
 * A draft together with its procedure and what is known beside the answers: everything that follows from them. Pure.
 *
 * @param revision under which the draft was begun
 * @param facts channel, time, what the account already gives
 * @param keptUntil the last day on which it is kept when nobody touches it
 * @param helper who fills it in with its owner just now, when that is who looks
 * @param toBeFiled whether who looks may file it
 */
public record Case(
        Draft draft,
        ProcedureRevision revision,
        Facts facts,
        LocalDate keptUntil,
        Optional<Companion> helper,
        boolean toBeFiled) {

    /** Somebody who fills it in with its owner, until then. */
    public record Companion(MandateId mandate, String name, Instant until) {}

    /** What makes the procedure runnable. */
    public ProcedurePackage procedure() {
        return revision.runnableContent();
    }

    /** What is asked. */
    public CompiledForm form() {
        return procedure().form();
    }

    /** The pages, in order. */
    public List<Step> steps() {
        return Step.of(form(), draft.answers(), facts);
    }

    /** The sections that only ask to agree; they stand on the last page. */
    public List<Section> declarations() {
        return form().sections(draft.answers(), facts).stream()
                .filter(Step::declares)
                .toList();
    }

    /** The documents demanded. */
    public List<RequiredDocument> documents() {
        return procedure().required(draft.answers(), facts);
    }

    /** The documents that need not be handed in because the state already has what they prove. */
    public List<RequiredDocument> alreadyHad() {
        var demanded = documents().stream().map(RequiredDocument::id).toList();
        return procedure().required(draft.answers(), facts.withData(_ -> false)).stream()
                .filter(it -> !demanded.contains(it.id()))
                .toList();
    }

    /** What is due. */
    public List<FeeLine> fees() {
        return procedure().fees(draft.answers(), facts);
    }

    /** How the amount of each fee came about, also where a relief leaves nothing of it; what usually costs nothing is left out. */
    public List<FeeExplanation> explainedFees() {
        return procedure().explainedFees(draft.answers(), facts);
    }

    /** Refuses where what is due cannot be told. */
    void mustKnowFees() {
        fees();
    }

    /** Whether the package says amounts at all; where it does not, nobody has said that nothing is due. */
    public boolean priced() {
        return !procedure().feeRules().isEmpty();
    }

    /** All that is due. */
    public Dong total() {
        return fees().stream().map(FeeLine::amount).reduce(Dong.ZERO, Dong::plus);
    }

    /** What is wrong on a page of questions, {@link CompiledForm#QUESTIONS} or a section. */
    public List<Problem> problems(String section) {
        return form().validate(section, draft.answers(), facts);
    }

    /** The answers that are kept: those to what is asked. */
    public Map<String, Object> kept() {
        return form().kept(draft.answers(), facts);
    }

    /** Everything that stands in the way of filing but the declaration, in the order of the pages. */
    public List<Missing> missing() {
        var missing = new ArrayList<Missing>();
        for (var step : steps()) {
            missing.addAll(missing(step));
        }
        return List.copyOf(missing);
    }

    /** What is missing on that page. */
    public List<Missing> missing(Step step) {
        return switch (step) {
            case Step.Case it -> answers(it, CompiledForm.QUESTIONS);
            case Step.Topic it -> answers(it, it.section());
            case Step.Where _ -> draft.unit().isPresent() ? List.of() : List.of(new Missing.Somewhere());
            case Step.Receiving _ -> draft.delivery().isPresent() ? List.of() : List.of(new Missing.Receiving());
            case Step.Papers _ -> papers();
            case Step.Review _ -> List.of();
        };
    }

    private List<Missing> answers(Step step, String section) {
        return problems(section).stream()
                .filter(it -> it.severity() == Problem.Severity.WRONG)
                .<Missing>map(it -> new Missing.Answer(step, it))
                .toList();
    }

    /** Online what is only shown is shown later; at the counter all of it lies on the table. */
    private boolean given(RequiredDocument document) {
        return (draft.walkIn().isEmpty() && document.presentOnly())
                || !draft.papersFor(document.id()).isEmpty()
                || draft.shown(document.id()).isPresent();
    }

    private List<Missing> papers() {
        return documents().stream()
                .filter(it -> !it.eForm() && !given(it))
                .<Missing>map(it -> new Missing.Document(it.id(), it.name()))
                .toList();
    }
}
