package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.route.Fault;
import vn.motcua.route.Route;
import vn.motcua.route.RouteDefinition;
import vn.motcua.route.RouteSimulation;
import vn.motcua.route.RouteYaml;
import vn.motcua.route.WorkingTime;
import vn.motcua.shared.Refused;

/**
 * A route tried with a procedure's own form, limit and examples; nothing is kept of it.
 *
 * @param definition what is tried
 * @param faults why it is no route; then nothing below is known
 * @param advice what its author should look at again
 * @param refusal why the package would be refused with it; empty when it would not
 * @param hours planned working hours of the longest way
 * @param limitHours the usual limit in planned working hours; empty where it is not counted in working time
 * @param runs how each example of the package goes along it
 * @param ways every way out of every choice, and which examples take it
 */
public record RouteTrial(
        RouteDefinition definition,
        List<Fault> faults,
        List<Fault> advice,
        Optional<Refused> refusal,
        BigDecimal hours,
        Optional<BigDecimal> limitHours,
        List<Run> runs,
        List<Way> ways) {

    /** Authors plan a working day as eight hours (Bộ luật Lao động 2019, Điều 105), whenever the agency opens. */
    private static final BigDecimal DAY_HOURS = BigDecimal.valueOf(8);

    /** Copies what it is given. */
    public RouteTrial {
        faults = List.copyOf(faults);
        advice = List.copyOf(advice);
        runs = List.copyOf(runs);
        ways = List.copyOf(ways);
    }

    /**
     * An example that goes along the route.
     *
     * @param name of the example
     * @param received when it is received complete
     * @param due when the law wants it done
     */
    public record Run(String name, Instant received, RouteSimulation walk, Instant due) {

        /** Whether the planned hours end after the moment that the law wants. */
        public boolean late() {
            return walk.until().isAfter(due);
        }
    }

    /**
     * A way out of a choice.
     *
     * @param way which branch, from 1; 0 for the way that is left
     * @param when its condition; empty for the way that is left
     * @param then where it leads
     * @param examples the names of those that take it
     */
    public record Way(String choice, int way, String when, String then, List<String> examples) {

        /** Copies what it is given. */
        public Way {
            examples = List.copyOf(examples);
        }
    }

    /** Tries the route with that package, agency's hours and calendar. */
    public static RouteTrial of(
            ProcedurePackage procedure, RouteDefinition definition, OpeningHours hours, WorkingCalendar calendar) {
        var limit = limitHours(procedure.limitRule().usual());
        return switch (Route.check(definition, conditions(procedure, definition))) {
            case Route.Faulty(var faults) ->
                new RouteTrial(
                        definition, faults, List.of(), Optional.empty(), BigDecimal.ZERO, limit, List.of(), List.of());
            case Route.Sound(var route) -> {
                var runs = procedure.examples().stream()
                        .map(it -> run(it, procedure, route, hours, calendar))
                        .toList();
                yield new RouteTrial(
                        definition,
                        List.of(),
                        limit.map(route::advice).orElseGet(route::advice),
                        refusal(procedure, definition),
                        route.hours(),
                        limit,
                        runs,
                        ways(definition, runs));
            }
        };
    }

    /** Choices may ask for what officers enter on the way. */
    private static RouteConditions conditions(ProcedurePackage procedure, RouteDefinition definition) {
        return new RouteConditions(Entries.formWith(RouteYaml.write(definition), procedure.form()));
    }

    /** What the whole package says to it: papers that consultations show, what officers enter, places of the result. */
    private static Optional<Refused> refusal(ProcedurePackage procedure, RouteDefinition definition) {
        if (procedure.routeDefinition().filter(definition::equals).isPresent()) {
            return Optional.empty();
        }
        var files = new HashMap<>(procedure.files());
        files.put(PackageReader.ROUTE, RouteYaml.write(definition));
        try {
            ProcedurePackage.read(files);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused);
        }
    }

    private static Optional<BigDecimal> limitHours(TimeLimit limit) {
        var amount = BigDecimal.valueOf(limit.amount());
        return switch (limit.unit()) {
            case WORKING_DAY -> Optional.of(amount.multiply(DAY_HOURS));
            case WORKING_HOUR -> Optional.of(amount);
            case HOUR, CALENDAR_DAY, MONTH, YEAR -> Optional.empty();
        };
    }

    private static Run run(
            Example example, ProcedurePackage procedure, Route route, OpeningHours hours, WorkingCalendar calendar) {
        var all = example.all(procedure);
        var facts = example.facts(calendar);
        return new Run(
                example.name(),
                example.at(),
                RouteSimulation.run(route, procedure.routeFacts(all, facts), example.at(), planned(hours, calendar)),
                Deadlines.due(procedure.timeLimit(all, facts), example.at(), hours, calendar)
                        .at());
    }

    /** Eight planned hours are one day of the agency, however long that is. */
    private static WorkingTime planned(OpeningHours hours, WorkingCalendar calendar) {
        var day = BigDecimal.valueOf(hours.usualDay().toMinutes());
        return (from, planned) -> Deadlines.after(
                Duration.ofMinutes(planned.multiply(day)
                        .divide(DAY_HOURS, 0, RoundingMode.HALF_UP)
                        .longValue()),
                from,
                hours,
                calendar);
    }

    private static List<Way> ways(RouteDefinition definition, List<Run> runs) {
        var ways = new ArrayList<Way>();
        for (var item : definition.items()) {
            int number = 0;
            for (var branch : item.branches()) {
                ways.add(way(item.id(), ++number, branch.when(), branch.next(), runs));
            }
            if (!item.otherwise().isEmpty()) {
                ways.add(way(item.id(), 0, "", item.otherwise(), runs));
            }
        }
        return ways;
    }

    private static Way way(String choice, int number, String when, String then, List<Run> runs) {
        return new Way(
                choice,
                number,
                when,
                then,
                runs.stream()
                        .filter(it -> it.walk().decisions().stream()
                                .anyMatch(one -> one.choice().equals(choice) && one.way() == number))
                        .map(Run::name)
                        .toList());
    }
}
