package vn.motcua.organization;

import static vn.motcua.organization.UnitRefusal.PART_WITHOUT_WORK;
import static vn.motcua.organization.UnitRefusal.ROLES_AND_AREAS;
import static vn.motcua.organization.UnitRefusal.ROLE_IN_TWO_PARTS;
import static vn.motcua.organization.UnitRefusal.SUCCESSOR_IS_THE_SAME;
import static vn.motcua.organization.UnitRefusal.TWO_PARTS_NEEDED;
import static vn.motcua.organization.UnitRefusal.TWO_UNITS_NEEDED;
import static vn.motcua.organization.UnitRefusal.UNITS_BELOW_WITHOUT_SUCCESSOR;
import static vn.motcua.organization.UnitRefusal.UNIT_BELOW_ITSELF;
import static vn.motcua.organization.UnitRefusal.UNIT_CHANGED_LATER;
import static vn.motcua.organization.UnitRefusal.UNIT_ENDS_BEFORE_IT_BEGINS;
import static vn.motcua.organization.UnitRefusal.UNIT_NOT_IN_FORCE;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.organization.UnitChange.End;
import vn.motcua.organization.UnitChange.Into;
import vn.motcua.organization.UnitChange.Merge;
import vn.motcua.organization.UnitChange.Part;
import vn.motcua.organization.UnitChange.Rename;
import vn.motcua.organization.UnitChange.Split;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * What a change makes of an agency's units from a day on. The days before stay as they were: who ends gets a last day, who
 * changes leaves a {@link FormerUnit} behind, and who takes over is an {@link Heir}.
 */
public final class Reorganisation {

    private final UnitTree tree;
    private final TenantId tenant;
    private final LocalDate day;
    private final Map<UnitId, Unit> changed = new LinkedHashMap<>();
    private final Map<UnitId, FormerUnit> former = new LinkedHashMap<>();
    private final Set<Heir> heirs = new LinkedHashSet<>();

    private Reorganisation(UnitTree tree, TenantId tenant, LocalDate day) {
        this.tree = tree;
        this.tenant = tenant;
        this.day = day;
    }

    /**
     * What is different afterwards.
     *
     * @param units new and changed ones, parents before children where they are new
     * @param former how the changed ones were until the day before
     * @param heirs who takes over from whom
     */
    public record Outcome(List<Unit> units, List<FormerUnit> former, List<Heir> heirs) {}

    /** Works out the change; refuses with a {@link UnitRefusal} what cannot be. */
    public static Outcome of(UnitTree tree, TenantId tenant, LocalDate day, UnitChange change) {
        return new Reorganisation(tree, tenant, day).work(change);
    }

    private Outcome work(UnitChange change) {
        switch (change) {
            case Rename it -> rename(it);
            case End it -> end(it);
            case Merge it -> merge(it);
            case Split it -> split(it);
        }
        var after = new LinkedHashMap<UnitId, Unit>();
        tree.all().forEach(it -> after.put(it.id(), it));
        after.putAll(changed);
        changed.keySet().forEach(it -> refuseCircle(it, after));
        return new Outcome(List.copyOf(changed.values()), List.copyOf(former.values()), List.copyOf(heirs));
    }

    private void rename(Rename it) {
        var unit = living(it.unit());
        change(unit.as(unit.parent(), it.name(), it.nameEn(), unit.territory(), unit.roles()));
    }

    private void end(End it) {
        var unit = ending(it.unit());
        if (it.successor().filter(it.unit()::equals).isPresent()) {
            throw new Refused(SUCCESSOR_IS_THE_SAME);
        }
        it.successor().ifPresent(this::living);
        over(
                unit,
                it.successor().stream()
                        .map(next -> new Heir(unit.id(), next, day, Set.of()))
                        .toList());
    }

    private void merge(Merge it) {
        if (new HashSet<>(it.units()).size() < 2) {
            throw new Refused(TWO_UNITS_NEEDED);
        }
        var ending = it.units().stream()
                .distinct()
                .filter(unit -> !unit.equals(it.into().id()))
                .map(this::ending)
                .toList();
        var all = it.units().stream().distinct().map(this::living).toList();
        switch (it.into()) {
            case Into.Existing(var id) -> {
                var into = living(id);
                change(into.as(
                        into.parent(),
                        into.name(),
                        into.nameEn(),
                        joined(Stream.concat(Stream.of(into), all.stream()).toList()),
                        roles(Stream.concat(Stream.of(into), all.stream()).toList())));
            }
            case Into.Founded founded -> changed.put(founded.id(), founded(founded, all));
        }
        ending.forEach(unit -> over(unit, List.of(new Heir(unit.id(), it.into().id(), day, Set.of()))));
    }

    private void split(Split it) {
        var unit = ending(it.unit());
        if (it.parts().size() < 2) {
            throw new Refused(TWO_PARTS_NEEDED);
        }
        it.parts().stream()
                .skip(1)
                .filter(part -> part.roles().isEmpty() && part.wards().isEmpty())
                .forEach(part -> {
                    throw new Refused(PART_WITHOUT_WORK, part.name());
                });
        if (it.parts().stream().anyMatch(part -> !part.wards().isEmpty())
                && it.parts().stream().anyMatch(part -> !part.roles().isEmpty())) {
            throw new Refused(ROLES_AND_AREAS);
        }
        var given = Areas.givenAway(unit, it.parts());
        var seen = new HashSet<String>();
        it.parts().stream()
                .flatMap(part -> part.roles().stream())
                .filter(role -> !seen.add(role))
                .forEach(role -> {
                    throw new Refused(ROLE_IN_TWO_PARTS, role);
                });
        it.parts().forEach(part -> changed.put(part.id(), part(part, unit, seen, given)));
        var first = it.parts().getFirst();
        over(
                unit,
                it.parts().stream()
                        .map(part -> part.id().equals(first.id())
                                ? new Heir(unit.id(), part.id(), day, Set.of())
                                : new Heir(unit.id(), part.id(), day, part.roles(), part.wards()))
                        .toList());
    }

    /** It ends; its heirs come after it, and the units below it go to the one that takes the rest. */
    private void over(Unit unit, List<Heir> next) {
        changed.put(unit.id(), changed.getOrDefault(unit.id(), unit).until(day.minusDays(1)));
        heirs.addAll(next);
        var below = tree.children(unit.id()).stream()
                .filter(it -> it.to().map(to -> !to.isBefore(day)).orElse(true))
                .filter(it -> changed.getOrDefault(it.id(), it)
                        .to()
                        .map(to -> !to.isBefore(day))
                        .orElse(true))
                .toList();
        if (next.isEmpty() && !below.isEmpty()) {
            throw new Refused(UNITS_BELOW_WITHOUT_SUCCESSOR, unit.name(), below.size());
        }
        below.stream()
                .filter(it -> !it.id().equals(next.getFirst().next()))
                .map(it -> changed.getOrDefault(it.id(), it))
                .forEach(it -> change(it.as(
                        Optional.of(next.getFirst().next()), it.name(), it.nameEn(), it.territory(), it.roles())));
    }

    private Unit founded(Into.Founded it, List<Unit> from) {
        var first = from.getFirst();
        return new Unit(
                tenant,
                it.id(),
                above(first, from),
                it.kind(),
                it.name(),
                it.nameEn(),
                it.agencyCode(),
                it.agencyCode()
                        .flatMap(_ -> from.stream()
                                .flatMap(one -> one.numberPattern().stream())
                                .findFirst()),
                first.openingHours(),
                first.address(),
                joined(from),
                day,
                Optional.empty(),
                roles(from));
    }

    /** The first part of a unit that does some roles only does those of them that go nowhere else. */
    private Unit part(Part it, Unit of, Set<String> given, Set<String> wards) {
        var rest = of.roles().stream().filter(role -> !given.contains(role)).collect(Collectors.toSet());
        return new Unit(
                tenant,
                it.id(),
                of.parent(),
                it.kind(),
                it.name(),
                it.nameEn(),
                Optional.empty(),
                Optional.empty(),
                of.openingHours(),
                of.address(),
                Areas.of(of.territory(), it, wards),
                day,
                Optional.empty(),
                it.roles().isEmpty() ? rest : it.roles());
    }

    /** The nearest unit above it that does not end with it. */
    private Optional<UnitId> above(Unit first, List<Unit> ending) {
        var ids = ending.stream().map(Unit::id).toList();
        return tree.above(first.id()).stream().filter(it -> !ids.contains(it)).findFirst();
    }

    /** All places of all of them; one that serves the whole of something serves it still. */
    private static Territory joined(List<Unit> units) {
        return units.stream()
                .map(Unit::territory)
                .reduce((one, other) -> {
                    if (one instanceof Territory.Wards(var some) && other instanceof Territory.Wards(var more)) {
                        return new Territory.Wards(
                                Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet()));
                    }
                    return one instanceof Territory.Nation || other instanceof Territory.Wards ? one : other;
                })
                .orElseThrow();
    }

    private static Set<String> roles(List<Unit> units) {
        return units.stream().anyMatch(it -> it.roles().isEmpty())
                ? Set.of()
                : units.stream().flatMap(it -> it.roles().stream()).collect(Collectors.toSet());
    }

    private void change(Unit after) {
        var before = tree.unit(after.id()).orElseThrow();
        changed.put(after.id(), after);
        if (before.from().isBefore(day)) {
            former.put(after.id(), new FormerUnit(before, day.minusDays(1)));
        }
    }

    /** One that exists on that day and does not change later. */
    private Unit living(UnitId id) {
        var unit = tree.unit(id)
                .filter(it -> it.tenant().equals(tenant))
                .orElseThrow(() -> new Refused(UNIT_NOT_IN_FORCE, "", VietnamTime.day(day)));
        if (!unit.inForce(day)) {
            throw new Refused(UNIT_NOT_IN_FORCE, unit.name(), VietnamTime.day(day));
        }
        tree.formerOf(id).stream()
                .map(FormerUnit::until)
                .filter(it -> !it.isBefore(day))
                .findFirst()
                .ifPresent(it -> {
                    throw new Refused(UNIT_CHANGED_LATER, unit.name(), VietnamTime.day(it.plusDays(1)));
                });
        return unit;
    }

    private Unit ending(UnitId id) {
        var unit = living(id);
        if (!unit.from().isBefore(day)) {
            throw new Refused(UNIT_ENDS_BEFORE_IT_BEGINS, unit.name(), VietnamTime.day(unit.from()));
        }
        return unit;
    }

    private static void refuseCircle(UnitId start, Map<UnitId, Unit> after) {
        var seen = new HashSet<>(Set.of(start));
        var at = Optional.ofNullable(after.get(start)).flatMap(Unit::parent);
        while (at.isPresent()) {
            if (!seen.add(at.get())) {
                throw new Refused(
                        UNIT_BELOW_ITSELF,
                        Optional.ofNullable(after.get(start)).map(Unit::name).orElse(""));
            }
            at = Optional.ofNullable(after.get(at.get())).flatMap(Unit::parent);
        }
    }
}
