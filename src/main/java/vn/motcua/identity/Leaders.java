package vn.motcua.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.VietnamTime;

/**
 * Which units of the current tenant have nobody who answers for them: nobody leads them today, nor one above. What is asked of
 * them goes to the agency's administrators, who otherwise see nobody's data.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Leaders {

    private final Officers officers;
    private final Units units;
    private final Kinds kinds;
    private final Clock clock;

    Leaders(Officers officers, Units units, Kinds kinds, Clock clock) {
        this.officers = officers;
        this.units = units;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** Those of these units. */
    public Set<UnitId> missing(Collection<UnitId> asked) {
        var today = VietnamTime.dayOf(clock.instant());
        var led = officers.all().stream()
                .flatMap(it -> it.positions().stream())
                .filter(it -> it.heldOn(today) && kinds.leads(it.role()))
                .map(Position::unit)
                .collect(Collectors.toSet());
        var tree = units.tree();
        return asked.stream()
                .filter(it -> !led.contains(it) && tree.above(it).stream().noneMatch(led::contains))
                .collect(Collectors.toSet());
    }
}
