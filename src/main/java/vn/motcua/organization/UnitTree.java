package vn.motcua.organization;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.shared.TenantId;

/** All units at one moment, and how they stand to each other. Immutable; answers without asking the database. */
public final class UnitTree {

    private final Map<UnitId, Unit> units = new LinkedHashMap<>();
    private final Map<UnitId, List<Unit>> children;
    private final Map<String, List<Unit>> byKind;

    /** The tree of these units; a parent that is not among them counts as none. */
    public UnitTree(Collection<Unit> all) {
        all.forEach(it -> units.put(it.id(), it));
        children = all.stream()
                .filter(it -> it.parent().isPresent())
                .collect(groupingBy(it -> it.parent().orElseThrow()));
        byKind = all.stream().collect(groupingBy(Unit::kind));
    }

    /** Every unit, in the order of its tenant and name. */
    public List<Unit> all() {
        return List.copyOf(units.values());
    }

    /** That unit, empty when there is none. */
    public Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    /** The units above it, nearest first, without itself; ends where a chain would turn in a circle. */
    public Set<UnitId> above(UnitId id) {
        var above = new LinkedHashSet<UnitId>();
        var parent = unit(id).flatMap(Unit::parent);
        while (parent.isPresent() && above.add(parent.get())) {
            parent = unit(parent.get()).flatMap(Unit::parent);
        }
        return above;
    }

    /** The unit and all below it, parents before children. */
    public List<Unit> subtree(UnitId id) {
        var found = new ArrayList<Unit>();
        unit(id).ifPresent(found::add);
        for (int i = 0; i < found.size(); i++) {
            for (var child : children.getOrDefault(found.get(i).id(), List.of())) {
                if (!found.contains(child)) {
                    found.add(child);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The agency a unit belongs to: itself or the nearest above it that has an identification code. */
    public Optional<Unit> agencyOf(UnitId id) {
        var self = unit(id).filter(it -> it.agencyCode().isPresent());
        return self.or(() -> above(id).stream()
                .flatMap(it -> unit(it).stream())
                .filter(it -> it.agencyCode().isPresent())
                .findFirst());
    }

    /** The tenant's units of that kind whose word counts there, of the closest sort: for the ward, the province, the country. */
    List<Unit> covering(TenantId tenant, String kind, Optional<String> ward, Optional<String> province, LocalDate day) {
        var all = byKind.getOrDefault(kind, List.of()).stream()
                .filter(it -> it.tenant().equals(tenant) && it.inForce(day))
                .toList();
        return Stream.<Class<? extends Territory>>of(
                        Territory.Wards.class, Territory.Province.class, Territory.Nation.class)
                .map(sort -> all.stream()
                        .filter(it -> sort.isInstance(it.territory()))
                        .filter(it -> it.territory().covers(ward, province))
                        .toList())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The unit of that kind for that ward, else for its province, else for the country. */
    Optional<Unit> competent(String kind, Optional<String> ward, Optional<String> province, LocalDate day) {
        var candidates = byKind.getOrDefault(kind, List.of()).stream()
                .filter(it -> it.inForce(day))
                .toList();
        return candidates.stream()
                .filter(it -> it.territory() instanceof Territory.Wards(var codes)
                        && ward.filter(codes::contains).isPresent())
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(it -> it.territory() instanceof Territory.Province(var code)
                                && province.filter(code::equals).isPresent())
                        .findFirst())
                .or(() -> candidates.stream()
                        .filter(it -> it.territory() instanceof Territory.Nation)
                        .findFirst());
    }
}
