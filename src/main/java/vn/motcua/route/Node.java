package vn.motcua.route;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** A node of a compiled route. Sealed: a new kind does not compile until every place has answered for it. */
public sealed interface Node permits Node.Start, OfficerStep, Node.Choice, Node.Split, Node.Join, Node.End {

    /** The reserved name of the beginning. */
    String START = "start";

    /** The reserved name of the end; {@code next: end} leads to it. */
    String END = "end";

    /** Unique in the route. */
    String id();

    /** The nodes to which it leads, each once, in the author's order. */
    List<String> next();

    /** Where every dossier begins. */
    record Start(String then) implements Node {
        @Override
        public String id() {
            return START;
        }

        @Override
        public List<String> next() {
            return List.of(then);
        }
    }

    /** Exactly one way goes on: the first whose condition holds, else the one left. */
    record Choice(String id, List<Branch> branches, String otherwise) implements Node {
        /** Copies what it is given. */
        public Choice {
            branches = List.copyOf(branches);
        }

        @Override
        public List<String> next() {
            var targets = new LinkedHashSet<String>();
            branches.forEach(it -> targets.add(it.then()));
            targets.add(otherwise);
            return new ArrayList<>(targets);
        }

        RouteSimulation.Decision decide(Map<String, Object> facts) {
            for (int i = 0; i < branches.size(); i++) {
                var branch = branches.get(i);
                if (branch.condition().holds(facts)) {
                    return new RouteSimulation.Decision(id, i + 1, branch.when(), branch.then());
                }
            }
            return new RouteSimulation.Decision(id, 0, "", otherwise);
        }
    }

    /** One way out of a choice; {@code when} is the condition as its author wrote it. */
    record Branch(String when, Condition condition, String then) {}

    /** All ways go on at once. */
    record Split(String id, List<String> next) implements Node {
        /** Copies what it is given. */
        public Split {
            next = List.copyOf(next);
        }
    }

    /** Waits until every way that leads to it has arrived. */
    record Join(String id, String then) implements Node {
        @Override
        public List<String> next() {
            return List.of(then);
        }
    }

    /** Where every dossier's route ends. */
    record End() implements Node {
        @Override
        public String id() {
            return END;
        }

        @Override
        public List<String> next() {
            return List.of();
        }
    }
}
