package vn.motcua.route;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.shared.Refused;

/**
 * The internal route of one procedure (quy trình nội bộ giải quyết thủ tục hành chính), compiled: an immutable graph of
 * which every run is known to end. Legal basis: Điều 8 Thông tư 01/2018/TT-VPCP (the approved internal process
 * is what the electronic one follows).
 */
public final class Route {

    private final Graph graph;

    Route(Graph graph) {
        this.graph = graph;
    }

    /** The route, or every reason why it is none. */
    public static Checked check(RouteDefinition definition, ConditionCompiler conditions) {
        return new RouteCompiler(definition, conditions).check();
    }

    /** The route; refuses ({@link RouteRefusal#ROUTE_NOT_SOUND}) with the number of faults and their kinds and places. */
    public static Route compile(RouteDefinition definition, ConditionCompiler conditions) {
        return switch (check(definition, conditions)) {
            case Sound it -> it.route();
            case Faulty it ->
                throw new Refused(
                        RouteRefusal.ROUTE_NOT_SOUND,
                        it.faults().size(),
                        it.faults().stream()
                                .map(fault -> fault.kind() + " (" + fault.place() + ")")
                                .collect(Collectors.joining(", ")));
        };
    }

    /** The officer steps in the author's order. */
    public List<OfficerStep> steps() {
        return graph.steps();
    }

    /** All nodes in the author's order, from start to end. */
    public Collection<Node> nodes() {
        return graph.nodes();
    }

    /** The step; asking for one that the route does not have is a bug of the caller. */
    public OfficerStep step(String id) {
        return graph.node(id) instanceof OfficerStep step ? step : bug(id);
    }

    /** What the author should look at again, without regard to a time limit. */
    public List<Fault> advice() {
        return new Advice(graph).faults();
    }

    /** The same, and whether the hours of the longest way exceed the procedure's limit, in working hours. */
    public List<Fault> advice(BigDecimal limitHours) {
        return new Advice(graph).faults(limitHours);
    }

    /** Working hours of the longest way from start to end; parallel branches count once, a circle is walked once. */
    public BigDecimal hours() {
        return new Advice(graph).hours();
    }

    /**
     * The working time that the route means for what a dossier still has before it, by the longest way that its facts leave open.
     * A step under way counts less what it took; when it took more than was meant, whole.
     *
     * @param spent working time on each open step until now
     */
    public Duration left(Tokens tokens, Map<String, Object> facts, Map<String, Duration> spent) {
        return new Ahead(graph, facts).of(tokens, spent);
    }

    /** A new dossier on the route, at its first step or steps. */
    public Tokens begin(Map<String, Object> facts) {
        return beginning(facts).tokens();
    }

    Passage beginning(Map<String, Object> facts) {
        return new Passage(graph, new Tokens(List.of()), facts).enter(Node.START, Node.START, List.of());
    }

    /**
     * The step is done and the dossier goes on. Refuses {@link RouteRefusal#STEP_NOT_OPEN}.
     *
     * @param facts what the choices on the way decide by
     */
    public Tokens complete(Tokens tokens, String stepId, Map<String, Object> facts) {
        return passing(tokens, stepId, facts).tokens();
    }

    Passage passing(Tokens tokens, String stepId, Map<String, Object> facts) {
        var visit = openVisit(tokens, stepId);
        var done = replace(tokens, Map.of(visit.no(), Token.State.DONE));
        return new Passage(graph, done, facts).enter(step(stepId).then(), stepId, List.of(visit.no()));
    }

    /**
     * The dossier goes back from an open step to one through which it came. That visit and all that followed from it is
     * undone, also in other branches opened since; what a parallel branch finished on its own stands, and its token
     * waits at the join again. Refuses {@link RouteRefusal#STEP_NOT_OPEN}, {@link RouteRefusal#NOT_AN_EARLIER_STEP}.
     */
    public Tokens sendBack(Tokens tokens, String stepId, String toStepId) {
        var from = openVisit(tokens, stepId);
        var to = tokens.past(from).stream()
                .filter(it -> it.node().equals(toStepId) && isWork(graph.node(toStepId)))
                .findFirst()
                .orElseThrow(() -> new Refused(RouteRefusal.NOT_AN_EARLIER_STEP, called(stepId), called(toStepId)));
        var undone = tokens.future(to);
        var states = new HashMap<Integer, Token.State>();
        for (var visit : tokens.all()) {
            if (undone.contains(visit.no()) && visit.state() != Token.State.TAKEN_BACK) {
                states.put(visit.no(), Token.State.TAKEN_BACK);
                if (visit.no() != to.no()) {
                    arrivals(tokens, visit)
                            .filter(it -> !undone.contains(it))
                            .forEach(it -> states.put(it, Token.State.WAITING));
                }
            }
        }
        var after = new ArrayList<>(replace(tokens, states).all());
        after.add(new Token(after.getLast().no() + 1, to.node(), to.from(), to.causes(), Token.State.OPEN));
        return new Tokens(after);
    }

    /** The steps to which this dossier may be sent back from the open step, nearest first. */
    public List<OfficerStep> earlierSteps(Tokens tokens, String stepId) {
        return tokens.past(openVisit(tokens, stepId)).stream()
                .map(it -> graph.node(it.node()))
                .filter(Route::isWork)
                .map(OfficerStep.class::cast)
                .distinct()
                .toList();
    }

    /** The steps through which some dossier may have come before it is at this one, in the author's order. */
    public List<OfficerStep> earlierSteps(String stepId) {
        var behind = graph.behind(stepId);
        return steps().stream()
                .filter(it -> behind.contains(it.id()) && !it.id().equals(stepId) && isWork(it))
                .toList();
    }

    /**
     * Whether approving at the open step decides the dossier: the step offers it, and no other approval lies ahead of it
     * or of another open step. A head of division who approves before the chairman does not decide.
     */
    public boolean decides(Tokens tokens, String stepId) {
        openVisit(tokens, stepId);
        return step(stepId).allows(DeskAct.APPROVE)
                && graph.ahead(stepId).stream().noneMatch(this::approves)
                && tokens.openSteps().stream()
                        .filter(it -> !it.equals(stepId))
                        .noneMatch(
                                it -> approves(it) || graph.ahead(it).stream().anyMatch(this::approves));
    }

    /** The steps whose approval can decide: none that approves comes after them. */
    public List<OfficerStep> deciding() {
        return steps().stream()
                .filter(it -> it.allows(DeskAct.APPROVE))
                .filter(it -> graph.ahead(it.id()).stream().noneMatch(this::approves))
                .toList();
    }

    /** Whether an open step, or one ahead of it, offers to approve. */
    public boolean decidesLater(Tokens tokens) {
        return tokens.openSteps().stream()
                .anyMatch(it -> approves(it) || graph.ahead(it).stream().anyMatch(this::approves));
    }

    Graph graph() {
        return graph;
    }

    Set<String> ahead(String id) {
        return graph.ahead(id);
    }

    /** Whether somebody does it; nothing goes back to what the program does. */
    private static boolean isWork(Node node) {
        return node instanceof OfficerStep step && step.program().isEmpty();
    }

    private boolean approves(String id) {
        return graph.node(id) instanceof OfficerStep step && step.allows(DeskAct.APPROVE);
    }

    /** What waited at the join through which the visit came; a join that is undone has them wait again. */
    private Stream<Integer> arrivals(Tokens tokens, Token visit) {
        return visit.causes().stream()
                .filter(it -> graph.node(tokens.numbered(it).node()) instanceof Node.Join);
    }

    private Token openVisit(Tokens tokens, String stepId) {
        return tokens.openAt(stepId).orElseThrow(() -> new Refused(RouteRefusal.STEP_NOT_OPEN, called(stepId)));
    }

    private String called(String stepId) {
        return steps().stream()
                .filter(it -> it.id().equals(stepId))
                .map(it -> it.name().vi())
                .findFirst()
                .orElse(stepId);
    }

    private static Tokens replace(Tokens tokens, Map<Integer, Token.State> states) {
        return new Tokens(tokens.all().stream()
                .map(it -> it.as(states.getOrDefault(it.no(), it.state())))
                .toList());
    }

    private static OfficerStep bug(String id) {
        throw new IllegalStateException("'" + id + "' is no officer step");
    }

    /** The answer to the question whether a definition is a route. */
    public sealed interface Checked {}

    /** It is. */
    public record Sound(Route route) implements Checked {}

    /** It is not, for every one of these reasons. */
    public record Faulty(List<Fault> faults) implements Checked {
        /** Copies what it is given. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
