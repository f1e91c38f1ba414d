package vn.motcua.route;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** From what the author wrote to a graph; gathers every fault on the way instead of stopping at the first. */
final class RouteCompiler {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int NODES_MAX = 200;
    /** With these the shape of the graph is not known, and what could be said about it would mislead. */
    private static final Set<Fault.Kind> NO_SHAPE = EnumSet.of(
            Fault.Kind.NO_STEPS,
            Fault.Kind.TOO_LARGE,
            Fault.Kind.UNKNOWN_KEY,
            Fault.Kind.WRONG_SHAPE,
            Fault.Kind.NO_ID,
            Fault.Kind.BAD_ID,
            Fault.Kind.DUPLICATE_ID,
            Fault.Kind.UNKNOWN_KIND,
            Fault.Kind.NOT_SUPPORTED_YET,
            Fault.Kind.UNKNOWN_TARGET,
            Fault.Kind.SEVERAL_TARGETS,
            Fault.Kind.NOT_FOR_THIS_KIND,
            Fault.Kind.SPLIT_WITHOUT_BRANCHES,
            Fault.Kind.CHOICE_WITHOUT_BRANCHES,
            Fault.Kind.INCOMPLETE_BRANCH,
            Fault.Kind.NO_DEFAULT);

    private final RouteDefinition definition;
    private final ConditionCompiler conditions;
    private final List<Fault> faults;
    private final ProgramNodes program;
    private final Set<String> ids = new HashSet<>();

    RouteCompiler(RouteDefinition definition, ConditionCompiler conditions) {
        this.definition = definition;
        this.conditions = conditions;
        this.faults = new ArrayList<>(definition.faults());
        this.program = new ProgramNodes(faults);
    }

    /** Whether nobody can tell what leads where as long as a route has this fault. */
    static boolean hidesShape(Fault fault) {
        return NO_SHAPE.contains(fault.kind());
    }

    Route.Checked check() {
        var items = definition.items();
        if (items.isEmpty()) {
            fault(Fault.Kind.NO_STEPS, "route.yaml");
            return new Route.Faulty(faults);
        }
        if (items.size() > NODES_MAX) {
            fault(Fault.Kind.TOO_LARGE, "route.yaml", String.valueOf(NODES_MAX));
            return new Route.Faulty(faults);
        }
        items.forEach(this::name);
        var nodes = new ArrayList<Node>();
        nodes.add(new Node.Start(items.getFirst().id()));
        for (int i = 0; i < items.size(); i++) {
            var following = i + 1 < items.size() ? items.get(i + 1).id() : Node.END;
            node(items.get(i), following, nodes);
        }
        nodes.add(new Node.End());
        if (faults.stream().noneMatch(it -> NO_SHAPE.contains(it.kind()))) {
            var graph = new Graph(nodes);
            faults.addAll(new Soundness(graph).faults());
            graph.steps().forEach(it -> secondOfficer(it, graph));
            graph.steps().forEach(it -> program.somebodyAfter(it, graph));
        }
        return faults.isEmpty() ? new Route.Sound(new Route(new Graph(nodes))) : new Route.Faulty(faults);
    }

    private void name(RouteDefinition.Item item) {
        if (item.id().isEmpty()) {
            fault(Fault.Kind.NO_ID, item.place());
        } else if (!ID.matcher(item.id()).matches()
                || item.id().equals(Node.START)
                || item.id().equals(Node.END)) {
            fault(Fault.Kind.BAD_ID, item.place());
        } else if (!ids.add(item.id())) {
            fault(Fault.Kind.DUPLICATE_ID, item.place());
        }
    }

    private void node(RouteDefinition.Item item, String following, List<Node> nodes) {
        var kind = NodeKind.of(item.kind());
        if (kind.isEmpty()) {
            fault(Fault.Kind.UNKNOWN_KIND, item.place(), item.kind());
            return;
        }
        switch (kind.get()) {
            case STEP -> nodes.add(step(item, following));
            case CHOICE -> nodes.add(choice(item));
            case SPLIT -> nodes.add(split(item));
            case JOIN -> {
                onlyAChoiceBranches(item);
                onlyAStepWorks(item);
                nodes.add(new Node.Join(item.id(), target(item, following)));
            }
            case CONSULTATION -> nodes.add(consultation(item, following));
            case AUTOMATIC, MESSAGE, TIMER -> nodes.add(byProgram(kind.get(), item, following));
            case LINKED -> fault(Fault.Kind.NOT_SUPPORTED_YET, item.place(), item.kind());
        }
    }

    /** Who did a step can be kept from a later one, not from an earlier one or one of another branch. */
    private void secondOfficer(OfficerStep step, Graph graph) {
        var behind = graph.behind(step.id());
        step.otherThan().stream()
                .filter(it -> !behind.contains(it)
                        || graph.steps().stream().noneMatch(one -> one.id().equals(it)))
                .sorted()
                .forEach(it -> fault(Fault.Kind.OTHER_THAN_NOT_BEFORE, step.id(), it));
    }

    /** The program does it, once it can; the unit is where the dossier is meanwhile, and whose calendar counts. */
    private OfficerStep byProgram(NodeKind kind, RouteDefinition.Item item, String following) {
        onlyAConsultationAsks(item);
        return step(
                item,
                OfficerStep.BY_ITSELF,
                EnumSet.of(DeskAct.COMPLETE),
                Optional.empty(),
                Optional.of(program.of(kind, item)),
                following);
    }

    private OfficerStep step(RouteDefinition.Item item, String following) {
        onlyAConsultationAsks(item);
        program.nothing(item);
        var actions = EnumSet.noneOf(DeskAct.class);
        for (var word : item.actions()) {
            var act = EnumSet.allOf(DeskAct.class).stream()
                    .filter(it -> it.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                    .findFirst();
            act.ifPresentOrElse(actions::add, () -> fault(Fault.Kind.UNKNOWN_ACTION, item.place(), word));
        }
        if (OfficerStep.leadingOn(actions).isEmpty()) {
            fault(Fault.Kind.NO_WAY_ON, item.place());
        }
        return step(item, actions, Optional.empty(), following);
    }

    private OfficerStep step(
            RouteDefinition.Item item, Set<DeskAct> actions, Optional<Asking> asking, String following) {
        required(item.role(), Fault.Kind.NO_ROLE, item);
        notHere(item.role().equals(OfficerStep.BY_ITSELF), "role: " + OfficerStep.BY_ITSELF, item);
        return step(item, item.role(), actions, asking, Optional.empty(), following);
    }

    /** Several units are asked, and somebody gathers what they say; it is done when all have answered. */
    private OfficerStep consultation(RouteDefinition.Item item, String following) {
        notHere(!item.actions().isEmpty(), "actions", item);
        program.nothing(item);
        var asked = item.asked();
        if (asked.units().isEmpty() || asked.units().contains("")) {
            fault(Fault.Kind.NOBODY_ASKED, item.place());
        }
        if (new HashSet<>(asked.units()).size() < asked.units().size()
                || asked.units().contains(item.unit())
                || item.unitWays().stream().anyMatch(it -> asked.units().contains(it.unit()))) {
            fault(Fault.Kind.ASKED_TWICE, item.place());
        }
        required(asked.questionVi(), Fault.Kind.NO_QUESTION, item);
        if (item.hours().filter(it -> it.signum() > 0).isEmpty()) {
            fault(Fault.Kind.NO_TIME_TO_ANSWER, item.place());
        }
        var silence = Asking.Silence.of(asked.silence());
        if (silence.isEmpty()) {
            fault(Fault.Kind.UNKNOWN_SILENCE, item.place(), asked.silence());
        }
        return step(
                item,
                EnumSet.of(DeskAct.COMPLETE),
                Optional.of(new Asking(
                        asked.units(),
                        item.hours().orElse(BigDecimal.ONE),
                        silence.orElse(Asking.Silence.STOPS),
                        name(asked.questionVi(), asked.questionEn()),
                        asked.papers(),
                        apart(item))),
                following);
    }

    /** What single kinds have for themselves: hours to answer in, and a silence that is known. */
    private Map<String, Asking.Apart> apart(RouteDefinition.Item item) {
        var apart = new HashMap<String, Asking.Apart>();
        for (var one : item.asked().apart()) {
            var silence = Asking.Silence.of(one.silence());
            if (silence.isEmpty() && !one.silence().isEmpty()) {
                fault(Fault.Kind.UNKNOWN_SILENCE, item.place(), one.silence());
            }
            if (one.hours().filter(it -> it.signum() <= 0).isPresent()) {
                fault(Fault.Kind.NO_TIME_TO_ANSWER, item.place());
            }
            apart.put(one.unit(), new Asking.Apart(one.hours(), silence));
        }
        return apart;
    }

    /** The time of a step; of one that asks, the longest that somebody has to answer. */
    private static Optional<BigDecimal> hours(RouteDefinition.Item item) {
        return Stream.concat(
                        item.hours().stream(), item.asked().apart().stream().flatMap(it -> it.hours().stream()))
                .max(Comparator.naturalOrder());
    }

    private OfficerStep step(
            RouteDefinition.Item item,
            String role,
            Set<DeskAct> actions,
            Optional<Asking> asking,
            Optional<ByProgram> program,
            String following) {
        onlyAChoiceBranches(item);
        required(item.nameVi(), Fault.Kind.NO_NAME, item);
        required(item.unit(), item.unitWays().isEmpty() ? Fault.Kind.NO_UNIT : Fault.Kind.NO_DEFAULT_UNIT, item);
        return new OfficerStep(
                item.id(),
                name(item.nameVi(), item.nameEn()),
                role,
                item.unit(),
                hours(item),
                actions,
                new HashSet<>(item.otherThan()),
                target(item, following),
                item.unitWays().stream().map(it -> unitRule(it, item)).toList(),
                asking,
                program);
    }

    private UnitRule unitRule(RouteDefinition.UnitWay way, RouteDefinition.Item item) {
        if (way.when().isEmpty() || way.unit().isEmpty() || way.becauseVi().isEmpty()) {
            fault(Fault.Kind.INCOMPLETE_UNIT_RULE, item.place());
        }
        return new UnitRule(
                way.when(), condition(way.when(), item), way.unit(), name(way.becauseVi(), way.becauseEn()));
    }

    private Condition condition(String when, RouteDefinition.Item item) {
        try {
            return conditions.compile(when);
        } catch (ConditionCompiler.NotUnderstood e) {
            fault(Fault.Kind.CONDITION_NOT_UNDERSTOOD, item.place(), when, e.reason());
            return _ -> false;
        }
    }

    static StepName name(String vi, String en) {
        return new StepName(vi, en.isEmpty() ? vi : en);
    }

    private Node.Choice choice(RouteDefinition.Item item) {
        onlyAStepWorks(item);
        if (!item.next().isEmpty()) {
            fault(Fault.Kind.NOT_FOR_THIS_KIND, item.place(), "next", item.kind());
        }
        if (item.branches().isEmpty()) {
            fault(Fault.Kind.CHOICE_WITHOUT_BRANCHES, item.place());
        }
        var branches = new ArrayList<Node.Branch>();
        for (var way : item.branches()) {
            if (way.when().isEmpty() || way.next().isEmpty()) {
                fault(Fault.Kind.INCOMPLETE_BRANCH, item.place());
                continue;
            }
            exists(way.next(), item);
            branches.add(new Node.Branch(way.when(), condition(way.when(), item), way.next()));
        }
        if (item.otherwise().isEmpty()) {
            fault(Fault.Kind.NO_DEFAULT, item.place());
        } else {
            exists(item.otherwise(), item);
        }
        return new Node.Choice(item.id(), branches, item.otherwise());
    }

    private Node.Split split(RouteDefinition.Item item) {
        onlyAChoiceBranches(item);
        onlyAStepWorks(item);
        item.next().forEach(it -> exists(it, item));
        if (item.next().size() < 2
                || new HashSet<>(item.next()).size() < item.next().size()) {
            fault(Fault.Kind.SPLIT_WITHOUT_BRANCHES, item.place());
        }
        return new Node.Split(item.id(), item.next());
    }

    private String target(RouteDefinition.Item item, String following) {
        if (item.next().isEmpty()) {
            return following;
        }
        if (item.next().size() > 1) {
            fault(Fault.Kind.SEVERAL_TARGETS, item.place());
        }
        exists(item.next().getFirst(), item);
        return item.next().getFirst();
    }

    private void exists(String target, RouteDefinition.Item item) {
        if (!ids.contains(target) && !target.equals(Node.END)) {
            fault(Fault.Kind.UNKNOWN_TARGET, item.place(), target);
        }
    }

    private void onlyAChoiceBranches(RouteDefinition.Item item) {
        notHere(!item.branches().isEmpty(), "branches", item);
        notHere(!item.otherwise().isEmpty(), "otherwise", item);
    }

    private void onlyAStepWorks(RouteDefinition.Item item) {
        notHere(!item.nameVi().isEmpty() || !item.nameEn().isEmpty(), "name", item);
        notHere(!item.role().isEmpty(), "role", item);
        notHere(!item.unit().isEmpty(), "unit", item);
        notHere(item.hours().isPresent(), "hours", item);
        notHere(!item.actions().isEmpty(), "actions", item);
        notHere(!item.otherThan().isEmpty(), "other-than", item);
        notHere(!item.unitWays().isEmpty(), "unit", item);
        onlyAConsultationAsks(item);
        program.nothing(item);
    }

    private void onlyAConsultationAsks(RouteDefinition.Item item) {
        var asked = item.asked();
        notHere(!asked.units().isEmpty(), "ask", item);
        notHere(!asked.questionVi().isEmpty() || !asked.questionEn().isEmpty(), "question", item);
        notHere(!asked.silence().isEmpty(), "silence", item);
        notHere(!asked.papers().isEmpty(), "papers", item);
    }

    private void notHere(boolean written, String key, RouteDefinition.Item item) {
        if (written) {
            fault(Fault.Kind.NOT_FOR_THIS_KIND, item.place(), key, item.kind());
        }
    }

    private void required(String text, Fault.Kind missing, RouteDefinition.Item item) {
        if (text.isEmpty()) {
            fault(missing, item.place());
        }
    }

    private void fault(Fault.Kind kind, String place, String... details) {
        faults.add(Fault.of(kind, place, details));
    }
}
