package vn.motcua.organization;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.motcua.shared.TenantId;

/** All units at one moment, and how they stand to each other. Immutable; answers without asking the database. */
public final class UnitTree {

    private final Map<UnitId, Unit> units = new LinkedHashMap<>();
    private final Map<UnitId, List<Unit>> children;
    private final Map<String, List<Unit>> byKind;
    private final List<FormerUnit> former;
    private final List<Heir> heirs;

    /** The tree of these units; a parent that is not among them counts as none. */
    public UnitTree(Collection<Unit> all) {
        this(all, List.of(), List.of());
    }

    /** The same with how some of them were before, and who came after those that ended. */
    UnitTree(Collection<Unit> all, List<FormerUnit> former, List<Heir> heirs) {
        this.former =
                former.stream().sorted(Comparator.comparing(FormerUnit::until)).toList();
        this.heirs = List.copyOf(heirs);
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

    /** The units that existed on that day, called and ordered as they were then. */
    public UnitTree on(LocalDate day) {
        return new UnitTree(
                units.values().stream()
                        .map(it -> on(it, day))
                        .filter(it -> it.inForce(day))
                        .toList(),
                List.of(),
                heirs);
    }

    /** That unit as it was on that day, whether or not it existed; empty when there is none. */
    public Optional<Unit> unitOn(UnitId id, LocalDate day) {
        return unit(id).map(it -> on(it, day));
    }

    /** How a unit was before, oldest first. */
    public List<FormerUnit> formerOf(UnitId id) {
        return former.stream().filter(it -> it.unit().id().equals(id)).toList();
    }

    /** Which units took over from that one. */
    public List<Heir> heirsOf(UnitId id) {
        return heirs.stream().filter(it -> it.old().equals(id)).toList();
    }

    /** The unit and all that took over from it, directly or later. */
    public Set<UnitId> withHeirs(UnitId id) {
        return closure(id, Heir::old, Heir::next);
    }

    /** The unit and all from which it took over, directly or earlier. */
    public Set<UnitId> withPredecessors(UnitId id) {
        return closure(id, Heir::next, Heir::old);
    }

    /**
     * Who does the work of that unit on that day: itself while it exists, else whoever took over that role from it. Empty
     * when it ended without a successor.
     *
     * @param role empty for what belongs to no role, as letters that come for it
     */
    public Optional<Unit> living(UnitId id, Optional<String> role, LocalDate day) {
        return living(id, role, Optional.empty(), day);
    }

    /**
     * The same for the work of a place.
     *
     * @param ward where, for units that were split by area; empty where it is not known
     */
    public Optional<Unit> living(UnitId id, Optional<String> role, Optional<String> ward, LocalDate day) {
        var at = unit(id);
        for (int i = 0; i <= heirs.size() && at.isPresent(); i++) {
            if (!at.get().to().map(it -> it.isBefore(day)).orElse(false)) {
                return at;
            }
            var all = heirsOf(at.get().id());
            at = all.stream()
                    .filter(it -> role.filter(it.roles()::contains).isPresent()
                            || ward.filter(it.wards()::contains).isPresent())
                    .findFirst()
                    .or(() -> all.stream().filter(Heir::rest).findFirst())
                    .flatMap(it -> unit(it.next()));
        }
        return Optional.empty();
    }

    /** The tree after such a change. */
    public UnitTree after(Reorganisation.Outcome outcome) {
        var all = new LinkedHashMap<>(units);
        outcome.units().forEach(it -> all.put(it.id(), it));
        var known = former.stream().map(it -> it.unit().id() + " " + it.until()).collect(toSet());
        return new UnitTree(
                all.values(),
                Stream.concat(
                                former.stream(),
                                outcome.former().stream()
                                        .filter(it -> !known.contains(it.unit().id() + " " + it.until())))
                        .toList(),
                Stream.concat(heirs.stream(), outcome.heirs().stream()).toList());
    }

    List<Unit> children(UnitId id) {
        return children.getOrDefault(id, List.of());
    }

    private Unit on(Unit unit, LocalDate day) {
        return former.stream()
                .filter(it -> it.unit().id().equals(unit.id()) && !it.until().isBefore(day))
                .findFirst()
                .map(it -> unit.as(
                        it.unit().parent(),
                        it.unit().name(),
                        it.unit().nameEn(),
                        it.unit().territory(),
                        it.unit().roles()))
                .orElse(unit);
    }

    private Set<UnitId> closure(UnitId id, Function<Heir, UnitId> from, Function<Heir, UnitId> to) {
        var found = new LinkedHashSet<>(Set.of(id));
        var last = 0;
        while (found.size() > last) {
            last = found.size();
            heirs.stream().filter(it -> found.contains(from.apply(it))).forEach(it -> found.add(to.apply(it)));
        }
        return found;
    }

    /** The agency a unit belongs to: itself or the nearest above it that has an identification code. */
    public Optional<Unit> agencyOf(UnitId id) {
        var self = unit(id).filter(it -> it.agencyCode().isPresent());
        return self.or(() -> above(id).stream()
                .flatMap(it -> unit(it).stream())
                .filter(it -> it.agencyCode().isPresent())
                .findFirst());
    }

    /** The units of that kind that existed once and are competent there in whose place others work now. */
    List<Unit> ended(TenantId tenant, String kind, Optional<String> ward, Optional<String> province, LocalDate day) {
        return byKind.getOrDefault(kind, List.of()).stream()
                .filter(it -> it.tenant().equals(tenant)
                        && it.to().map(to -> to.isBefore(day)).orElse(false))
                .filter(it -> it.territory().covers(ward, province))
                .toList();
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

    /** The unit of that kind, of a split one the part that does the rest, for that ward, else for its province, else for the country. */
    Optional<Unit> competent(String kind, Optional<String> ward, Optional<String> province, LocalDate day) {
        var candidates = byKind.getOrDefault(kind, List.of()).stream()
                .filter(it -> it.inForce(day))
                .sorted(Comparator.comparing(it -> !it.roles().isEmpty()))
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
