package vn.motcua.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Facts;
import vn.motcua.form.Kind;
import vn.motcua.form.Words;
import vn.motcua.route.Route;
import vn.motcua.route.RouteDefinition;
import vn.motcua.shared.Language;

/**
 * What makes a procedure runnable, read from one folder of reviewed text: the published record in full, the form, the
 * internal route, the conditions of documents and fees, the template of the result, and examples that prove it. See
 * {@code docs/procedure-package.md}.
 */
public final class ProcedurePackage {

    private final PackageContent content;
    private final CompiledForm form;
    private final Route route;
    private final Entries entries;
    private final PackageRules rules;
    private final ResultTemplate result;
    private final List<Example> examples;
    private final AddedWords added;
    private final Optional<Group> group;
    private final Map<String, String> files;

    ProcedurePackage(
            PackageContent content,
            CompiledForm form,
            Route route,
            Entries entries,
            PackageRules rules,
            ResultTemplate result,
            List<Example> examples,
            AddedWords added,
            Optional<Group> group,
            Map<String, String> files) {
        this.content = content;
        this.form = form;
        this.route = route;
        this.entries = entries;
        this.rules = rules;
        this.result = result;
        this.examples = List.copyOf(examples);
        this.added = added;
        this.group = group;
        this.files = Map.copyOf(files);
    }

    /**
     * Reads and compiles a package from the text of its files; refuses with {@code PACKAGE_FAULTY}, which names file,
     * place and reason.
     *
     * @param files the text of each file by its name, e.g. {@code procedure.yaml}
     */
    public static ProcedurePackage read(Map<String, String> files) {
        return new PackageReader(files).read();
    }

    /** The published record. */
    public ProcedureRecord record() {
        return content.record();
    }

    /** The official name in both languages. */
    public Words name() {
        return content.name();
    }

    /** A shorter name in both languages. */
    public Words shortName() {
        return content.shortName();
    }

    /** The kind of unit where one files, e.g. {@code commune-one-stop}. */
    public String receivedBy() {
        return content.receivedBy();
    }

    /** The level of electronic identity that filing online asks for (mức độ định danh điện tử), 1 or 2. */
    public int identityLevel() {
        return content.identityLevel();
    }

    /**
     * The place to which the matter belongs, by the answer that the package names for it: the code of a ward, or of a
     * province where only that is known; empty when no answer says it, and then it is where one files.
     */
    public Optional<String> place(Map<String, Object> answers) {
        return content.place().map(answers::get).flatMap(ProcedurePackage::placeCode);
    }

    /** The code of the ward of an address, or of its province where only that is known. */
    static Optional<String> placeCode(@Nullable Object address) {
        return code(address, "ward").or(() -> code(address, "province"));
    }

    /** The time limit as it is written. */
    public LimitRule limitRule() {
        return content.limit();
    }

    /** How many sets of papers make a dossier (số lượng hồ sơ, bộ). */
    public int sets() {
        return content.sets();
    }

    /**
     * Whether any one-stop may receive it for the competent one (tiếp nhận không phụ thuộc địa giới): only for procedures on
     * a published list (NĐ 118/2025 Điều 14 khoản 4, sửa đổi bởi NĐ 309/2026).
     */
    public boolean outOfBounds() {
        return content.outOfBounds().isPresent();
    }

    /** All documents that may be demanded. */
    public List<RequiredDocument> documents() {
        return content.documents();
    }

    /** All amounts that may be due. */
    public List<FeeRule> feeRules() {
        return content.fees();
    }

    /** How papers are called by what they answer: required documents, and questions of the form that take a file. */
    public Map<String, String> paperNames(Language language) {
        var names = new HashMap<String, String>();
        form.definition()
                .fields()
                .filter(it -> it.kind() == Kind.FILE)
                .forEach(it -> names.put(it.id(), it.label().in(language)));
        content.documents().forEach(it -> names.put(it.id(), it.name(language)));
        return names;
    }

    /** What one gets, in both languages. */
    public Words resultName() {
        return content.resultName();
    }

    /** For how many months the result holds; empty where it holds until further notice. */
    public Optional<Integer> resultMonths() {
        return content.resultMonths();
    }

    /** What the result is: its code in the national list, or the procedure itself where it has none. */
    public String resultKind() {
        return record().results().stream()
                .findFirst()
                .map(ProcedureRecord.Result::code)
                .filter(it -> !it.isEmpty())
                .orElse(record().code() + "/result");
    }

    /** Codes of procedures and groups that belong to the same event of life. */
    public List<String> linked() {
        return content.linked();
    }

    /** Which part has been compared with its source, in Vietnamese, by part. */
    public Map<String, String> trust() {
        return content.trust();
    }

    /** What is asked. */
    public CompiledForm form() {
        return form;
    }

    /** Who works on it, in which order. */
    public Route route() {
        return route;
    }

    /** The route as its author wrote it; empty for a group, whose parts have routes of their own. */
    public Optional<RouteDefinition> routeDefinition() {
        return Optional.ofNullable(files.get(PackageReader.ROUTE)).map(RouteDefinition::read);
    }

    /** What officers fill in on the way. */
    public Entries entries() {
        return entries;
    }

    /** What the result paper says. */
    public ResultTemplate result() {
        return result;
    }

    /** Whose the result is under these answers; at least one. */
    public List<ResultOwner> resultOwners(Map<String, Object> answers) {
        return ResultOwner.of(result.owners(), entries.form().definition(), answers);
    }

    /** What must hold for the package to be published. */
    public List<Example> examples() {
        return examples;
    }

    /** What it adds to what its applicants are told. */
    public AddedWords added() {
        return added;
    }

    /** The parts, where this is a group of linked procedures (liên thông); empty for a single procedure. */
    public Optional<Group> group() {
        return group;
    }

    /** The files it was read from, by name. */
    public Map<String, String> files() {
        return files;
    }

    /** The documents demanded under these answers; one whose condition hangs on a missing date is demanded. */
    public List<RequiredDocument> required(Map<String, Object> answers, Facts facts) {
        return rules.required(answers, facts);
    }

    /** What is due under these answers; empty when nothing is. */
    public List<FeeLine> fees(Map<String, Object> answers, Facts facts) {
        return rules.fees(answers, facts);
    }

    /** How the amount of each fee came about, also where a relief leaves nothing of it; what usually costs nothing is left out. */
    public List<FeeExplanation> explainedFees(Map<String, Object> answers, Facts facts) {
        return rules.explained(answers, facts);
    }

    /** The time limit under these answers. */
    public TimeLimit timeLimit(Map<String, Object> answers, Facts facts) {
        return rules.limit(answers, facts);
    }

    private static Optional<String> code(@Nullable Object address, String part) {
        return address instanceof Map<?, ?> parts && parts.get(part) instanceof String code && !code.isBlank()
                ? Optional.of(code)
                : Optional.empty();
    }

    /** Answers and facts in the shape in which {@link #route} takes them for its choices. */
    public Map<String, Object> routeFacts(Map<String, Object> answers, Facts facts) {
        return RouteConditions.facts(answers, facts);
    }
}
