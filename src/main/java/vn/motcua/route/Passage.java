package vn.motcua.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A dossier moving on: from a finished step through the gateways to the next desks, joins or the end. */
final class Passage {

    private final Graph graph;
    private final Map<String, Object> facts;
    private final List<Token> tokens;
    private final List<RouteSimulation.Decision> decisions = new ArrayList<>();

    Passage(Graph graph, Tokens before, Map<String, Object> facts) {
        this.graph = graph;
        this.facts = facts;
        this.tokens = new ArrayList<>(before.all());
    }

    /** Enters the node; a circle without a step would not have compiled, so this ends. */
    Passage enter(String id, String from, List<Integer> causes) {
        switch (graph.node(id)) {
            case OfficerStep _ -> open(id, from, causes, Token.State.OPEN);
            case Node.End _ -> open(id, from, causes, Token.State.ENDED);
            case Node.Start it -> enter(it.then(), id, causes);
            case Node.Choice it -> {
                var decision = it.decide(facts);
                decisions.add(decision);
                enter(decision.then(), id, causes);
            }
            case Node.Split it -> it.next().forEach(branch -> enter(branch, id, causes));
            case Node.Join it -> {
                open(id, from, causes, Token.State.WAITING);
                arrive(it);
            }
        }
        return this;
    }

    private void arrive(Node.Join join) {
        var waiting = tokens.stream()
                .filter(it -> it.node().equals(join.id()) && it.state() == Token.State.WAITING)
                .toList();
        if (waiting.stream().map(Token::from).toList().containsAll(graph.sources(join.id()))) {
            tokens.replaceAll(it -> waiting.contains(it) ? it.as(Token.State.DONE) : it);
            enter(join.then(), join.id(), waiting.stream().map(Token::no).toList());
        }
    }

    private void open(String id, String from, List<Integer> causes, Token.State state) {
        tokens.add(new Token(tokens.isEmpty() ? 1 : tokens.getLast().no() + 1, id, from, causes, state));
    }

    /** What the choices on the way decided. */
    List<RouteSimulation.Decision> decisions() {
        return List.copyOf(decisions);
    }

    Tokens tokens() {
        return new Tokens(tokens);
    }
}
