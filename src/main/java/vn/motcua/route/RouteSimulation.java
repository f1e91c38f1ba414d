package vn.motcua.route;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dossier's way along its route when every step takes the hours that are meant for it and nobody sends it back. Asks no
 * clock and no calendar but the one it is given.
 *
 * @param visits each visit to a step, in the order in which they begin
 * @param decisions what the choices on the way decided, in their order
 * @param outcome how it came out
 * @param until when the last step is done
 */
public record RouteSimulation(List<Visit> visits, List<Decision> decisions, Outcome outcome, Instant until) {

    /** Nothing changes the answers on the way, so a step that comes a third time would come for ever. */
    private static final int ROUNDS = 2;

    /** Copies what it is given. */
    public RouteSimulation {
        visits = List.copyOf(visits);
        decisions = List.copyOf(decisions);
    }

    /**
     * A visit to a step.
     *
     * @param from when the dossier comes to it
     * @param due when it should be done
     * @param rule by which rule it is done at another kind of unit; empty for the usual one
     */
    public record Visit(OfficerStep step, Instant from, Instant due, Optional<UnitRule> rule) {}

    /**
     * What a choice decided.
     *
     * @param choice its id
     * @param way which branch, from 1; 0 for the way that is left
     * @param when the condition of that branch; empty for the way that is left
     * @param then where it leads
     */
    public record Decision(String choice, int way, String when, String then) {}

    /** How a simulation comes out. */
    public enum Outcome {
        /** At the end of the route. */
        ENDS,
        /** The answers lead it round for ever. */
        GOES_ROUND
    }

    /**
     * Walks the route.
     *
     * @param facts what its choices decide by
     * @param begin when the dossier comes to its first step
     */
    public static RouteSimulation run(Route route, Map<String, Object> facts, Instant begin, WorkingTime time) {
        return new Walk(route, facts, time).from(begin);
    }

    private static final class Walk {

        private final Route route;
        private final Map<String, Object> facts;
        private final WorkingTime time;
        private final List<Visit> visits = new ArrayList<>();
        private final List<Decision> decisions = new ArrayList<>();
        private final Map<Integer, Visit> open = new HashMap<>();
        private final Map<String, Integer> rounds = new HashMap<>();

        Walk(Route route, Map<String, Object> facts, WorkingTime time) {
            this.route = route;
            this.facts = facts;
            this.time = time;
        }

        private RouteSimulation from(Instant begin) {
            var now = begin;
            var tokens = arrive(route.beginning(facts), now);
            while (!tokens.finished()) {
                var next = open.entrySet().stream()
                        .min(Comparator.comparing((Map.Entry<Integer, Visit> it) ->
                                        it.getValue().due())
                                .thenComparing(Map.Entry::getKey))
                        .orElseThrow(() -> new IllegalStateException("a sound route is somewhere until it ends"));
                open.remove(next.getKey());
                var step = next.getValue().step().id();
                now = next.getValue().due();
                if (rounds.merge(step, 1, Integer::sum) > ROUNDS) {
                    return new RouteSimulation(visits, decisions, Outcome.GOES_ROUND, now);
                }
                tokens = arrive(route.passing(tokens, step, facts), now);
            }
            return new RouteSimulation(visits, decisions, Outcome.ENDS, now);
        }

        private Tokens arrive(Passage passage, Instant now) {
            decisions.addAll(passage.decisions());
            var tokens = passage.tokens();
            for (var token : tokens.in(Token.State.OPEN)) {
                if (!open.containsKey(token.no())) {
                    var step = route.step(token.node());
                    var hours = step.hours().orElse(BigDecimal.ZERO);
                    var visit = new Visit(
                            step, now, hours.signum() == 0 ? now : time.after(now, hours), step.unitRule(facts));
                    open.put(token.no(), visit);
                    visits.add(visit);
                }
            }
            return tokens;
        }
    }
}
