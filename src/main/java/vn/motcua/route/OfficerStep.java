package vn.motcua.route;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Work at a desk (bước xử lý), or what the program does while the dossier lies with a unit.
 *
 * @param id unique in the route, kebab-case
 * @param name what is done here
 * @param role which position may do it
 * @param unitKind at which kind of unit
 * @param hours working hours meant for it, part of the procedure's time limit; empty when the author gave none
 * @param actions what the officer may do here
 * @param otherThan steps whose officer may not do this one (người thứ hai)
 * @param then where it leads
 * @param unitRules when it is done at another kind of unit; the first that holds is taken
 * @param asking what other units are asked here; empty for work at a desk
 * @param program what the program does here in place of an officer; empty for work at a desk
 */
public record OfficerStep(
        String id,
        StepName name,
        String role,
        String unitKind,
        Optional<BigDecimal> hours,
        Set<DeskAct> actions,
        Set<String> otherThan,
        String then,
        List<UnitRule> unitRules,
        Optional<Asking> asking,
        Optional<ByProgram> program)
        implements Node {

    /** The role of a step that the program does: nobody is appointed to it. */
    public static final String BY_ITSELF = "by-itself";

    /** Copies what it is given. */
    public OfficerStep {
        actions = Set.copyOf(actions);
        otherThan = Set.copyOf(otherThan);
        unitRules = List.copyOf(unitRules);
    }

    /** One that any officer in the role may do. */
    public OfficerStep(
            String id,
            StepName name,
            String role,
            String unitKind,
            Optional<BigDecimal> hours,
            Set<DeskAct> actions,
            String then) {
        this(id, name, role, unitKind, hours, actions, Set.of(), then, List.of(), Optional.empty(), Optional.empty());
    }

    /** The rule by which it is done at another kind of unit for these facts; empty for the usual one. */
    public Optional<UnitRule> unitRule(Map<String, Object> facts) {
        return unitRules.stream().filter(it -> it.condition().holds(facts)).findFirst();
    }

    /** At which kind of unit it is done for these facts. */
    public String unitKind(Map<String, Object> facts) {
        return unitRule(facts).map(UnitRule::unitKind).orElse(unitKind);
    }

    /** Every kind of unit that it may need: where it is done, the usual one first, and who is asked. */
    public List<String> unitKinds() {
        return Stream.of(
                        Stream.of(unitKind),
                        unitRules.stream().map(UnitRule::unitKind),
                        asking.stream().flatMap(it -> it.unitKinds().stream()))
                .flatMap(it -> it)
                .distinct()
                .toList();
    }

    @Override
    public List<String> next() {
        return List.of(then);
    }

    /** The working time meant for it, to the minute. */
    public Optional<Duration> meant() {
        return hours.map(it -> Duration.ofMinutes(
                it.multiply(BigDecimal.valueOf(Duration.ofHours(1).toMinutes())).longValue()));
    }

    /** Whether the act belongs to this step. */
    public boolean allows(DeskAct act) {
        return actions.contains(act);
    }

    /**
     * Whether the act finishes the step. A step that issues and hands over is done when the result is handed over: of
     * several acts that lead on, the last one does.
     */
    public boolean isDoneBy(DeskAct act) {
        return switch (act.way()) {
            case ON -> allows(act) && act == lastOn();
            case ALSO_ON -> allows(act);
            case BACK, STAY, OUT -> false;
        };
    }

    private DeskAct lastOn() {
        return leadingOn(actions).orElseThrow(() -> new IllegalStateException("step " + id + " leads nowhere"));
    }

    static Optional<DeskAct> leadingOn(Set<DeskAct> actions) {
        return EnumSet.allOf(DeskAct.class).stream()
                .filter(actions::contains)
                .filter(it -> it.way() == DeskAct.Way.ON)
                .reduce((_, later) -> later);
    }
}
