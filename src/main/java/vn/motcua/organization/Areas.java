package vn.motcua.organization;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.organization.UnitChange.Part;
import vn.motcua.shared.Refused;

/** A unit split by area: which part has which wards, and to which part a place belongs. */
public final class Areas {

    private Areas() {}

    /** The wards that go to parts other than the first; refuses what cannot be. */
    static Set<String> givenAway(Unit unit, List<Part> parts) {
        var given = new HashSet<String>();
        for (var part : parts) {
            for (var ward : part.wards().stream().sorted().toList()) {
                if (!given.add(ward)) {
                    throw new Refused(UnitRefusal.AREA_IN_TWO_PARTS, ward);
                }
                if (unit.territory() instanceof Territory.Wards(var codes) && !codes.contains(ward)) {
                    throw new Refused(UnitRefusal.AREA_NOT_THEIRS, ward);
                }
            }
        }
        var first = parts.getFirst();
        if (!given.isEmpty()
                && (!first.wards().isEmpty()
                        || (unit.territory() instanceof Territory.Wards(var codes) && given.containsAll(codes)))) {
            throw new Refused(UnitRefusal.NO_AREA_LEFT, first.name());
        }
        return given;
    }

    /**
     * Where a part's word counts. The first part of a unit for a whole province keeps the province: of two, the unit of
     * the ward goes before.
     */
    static Territory of(Territory whole, Part part, Set<String> given) {
        if (given.isEmpty()) {
            return whole;
        }
        if (!part.wards().isEmpty()) {
            return new Territory.Wards(part.wards());
        }
        return whole instanceof Territory.Wards(var codes)
                ? new Territory.Wards(
                        codes.stream().filter(it -> !given.contains(it)).collect(Collectors.toSet()))
                : whole;
    }

    /** Whether the unit was split by area. */
    public static boolean split(UnitTree tree, UnitId unit) {
        return tree.heirsOf(unit).stream().anyMatch(it -> !it.wards().isEmpty());
    }

    /**
     * Which part of a unit that was split by area has a place; empty where the place does not say so.
     *
     * @param place the code of a ward of that time or of an earlier one; anything else says nothing
     */
    public static Optional<UnitId> partOf(
            UnitTree tree, AdministrativeUnits places, UnitId unit, Optional<String> place) {
        var heirs = tree.heirsOf(unit);
        var whole = tree.unit(unit).map(Unit::territory);
        var owners = place.filter(it -> it.length() == 5).stream()
                .flatMap(it -> today(places, heirs, whole, it).stream())
                .map(ward -> heirs.stream()
                        .filter(it -> it.wards().contains(ward))
                        .findFirst()
                        .or(() -> heirs.stream().filter(Heir::rest).findFirst())
                        .map(Heir::next))
                .collect(Collectors.toSet());
        return owners.size() == 1 ? owners.iterator().next() : Optional.empty();
    }

    /** The ward itself, or all wards that an earlier one became; none where one of them was never the unit's. */
    private static Set<String> today(
            AdministrativeUnits places, List<Heir> heirs, Optional<Territory> whole, String ward) {
        if (heirs.stream().anyMatch(it -> it.wards().contains(ward)) || theirs(places, whole, ward)) {
            return Set.of(ward);
        }
        var later = places.successorsOf(ward).stream().map(Succession::newCode).collect(Collectors.toSet());
        return later.stream().allMatch(it -> theirs(places, whole, it)) ? later : Set.of();
    }

    private static boolean theirs(AdministrativeUnits places, Optional<Territory> whole, String ward) {
        return whole.filter(it -> switch (it) {
                    case Territory.Wards(var codes) -> codes.contains(ward);
                    case Territory.Province(var code) ->
                        places.wardToday(ward)
                                .filter(found -> found.province().equals(code))
                                .isPresent();
                    case Territory.Nation _ -> places.wardToday(ward).isPresent();
                })
                .isPresent();
    }
}
