package vn.motcua.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.motcua.organization.UnitChange.End;
import vn.motcua.organization.UnitChange.Into;
import vn.motcua.organization.UnitChange.Merge;
import vn.motcua.organization.UnitChange.Part;
import vn.motcua.organization.UnitChange.Rename;
import vn.motcua.organization.UnitChange.Split;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;

/** Units are renamed, ended, merged and split; no work is lost and the past stays as it was. */
class ReorganisationTest {

    private static final TenantId LAO_CAI = new TenantId(15);
    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final List<String> ROLES = List.of("receiver", "clerk", "specialist");
    private static final UnitId PROVINCE = id(1);
    private static final UnitId ONE = id(2);
    private static final UnitId TWO = id(3);
    private static final UnitId BELOW_ONE = id(4);
    private static final UnitTree TREE = new UnitTree(List.of(
            unit(PROVINCE, Optional.empty(), "Tỉnh", "01"),
            unit(ONE, Optional.of(PROVINCE), "Phòng Một", "00001"),
            unit(TWO, Optional.of(PROVINCE), "Phòng Hai", "00002"),
            unit(BELOW_ONE, Optional.of(ONE), "Tổ Một", "00001")));

    @Example
    void aRenamedUnitKeepsItsOldNameOnOldDays() {
        var after = after(TREE, DAY, new Rename(ONE, "Phòng Mới", ""));

        assertThat(after.unit(ONE)).map(Unit::name).contains("Phòng Mới");
        assertThat(after.unitOn(ONE, DAY)).map(Unit::name).contains("Phòng Mới");
        assertThat(after.unitOn(ONE, DAY.minusDays(1))).map(Unit::name).contains("Phòng Một");
    }

    @Example
    void theMergedUnitServesTheTerritoriesOfBothAndTakesTheUnitsBelow() {
        var merged = new Into.Founded(id(9), "Phòng Chung", "", "division", Optional.empty());
        var after = after(TREE, DAY, new Merge(List.of(ONE, TWO), merged));

        assertThat(after.unit(id(9)).orElseThrow().territory())
                .isEqualTo(new Territory.Wards(Set.of("00001", "00002")));
        assertThat(after.unit(BELOW_ONE).flatMap(Unit::parent)).contains(id(9));
        assertThat(after.unit(id(9)).flatMap(Unit::parent)).contains(PROVINCE);
        assertThat(after.living(ONE, Optional.of("clerk"), DAY)).map(Unit::id).contains(id(9));
        assertThat(after.living(ONE, Optional.of("clerk"), DAY.minusDays(1)))
                .map(Unit::id)
                .contains(ONE);
        assertThat(after.withPredecessors(id(9))).containsExactlyInAnyOrder(id(9), ONE, TWO);
    }

    @Example
    void onePartOfASplitTakesARoleTheFirstTakesTheRest() {
        var after = after(
                TREE,
                DAY,
                new Split(
                        TWO,
                        List.of(
                                new Part(id(8), "Tổ A", "", "division", Set.of()),
                                new Part(id(9), "Tổ B", "", "division", Set.of("clerk")))));

        assertThat(after.living(TWO, Optional.of("clerk"), DAY)).map(Unit::id).contains(id(9));
        assertThat(after.living(TWO, Optional.of("receiver"), DAY))
                .map(Unit::id)
                .contains(id(8));
        assertThat(after.living(TWO, Optional.empty(), DAY)).map(Unit::id).contains(id(8));
    }

    @Example
    void whatCannotBeIsRefused() {
        refused(UnitRefusal.UNIT_ENDS_BEFORE_IT_BEGINS, BEGIN, new End(TWO, Optional.of(ONE)));
        refused(UnitRefusal.UNIT_NOT_IN_FORCE, BEGIN.minusDays(1), new Rename(ONE, "X", ""));
        refused(UnitRefusal.UNIT_NOT_IN_FORCE, DAY, new Rename(id(99), "X", ""));
        refused(UnitRefusal.SUCCESSOR_IS_THE_SAME, DAY, new End(TWO, Optional.of(TWO)));
        refused(UnitRefusal.UNITS_BELOW_WITHOUT_SUCCESSOR, DAY, new End(ONE, Optional.empty()));
        refused(UnitRefusal.UNIT_BELOW_ITSELF, DAY, new End(PROVINCE, Optional.of(BELOW_ONE)));
        refused(UnitRefusal.UNIT_BELOW_ITSELF, DAY, new Merge(List.of(PROVINCE, ONE), new Into.Existing(BELOW_ONE)));
        refused(UnitRefusal.TWO_UNITS_NEEDED, DAY, new Merge(List.of(ONE, ONE), new Into.Existing(TWO)));
        refused(UnitRefusal.TWO_PARTS_NEEDED, DAY, new Split(TWO, List.of()));
        refused(
                UnitRefusal.PART_WITHOUT_WORK,
                DAY,
                new Split(
                        TWO,
                        List.of(
                                new Part(id(8), "A", "", "division", Set.of()),
                                new Part(id(9), "B", "", "division", Set.of()))));
        var renamed = after(TREE, DAY, new Rename(ONE, "X", ""));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> after(renamed, DAY.minusDays(3), new Rename(ONE, "Y", "")))
                .matches(it -> it.code() == UnitRefusal.UNIT_CHANGED_LATER);
    }

    /** What is tried: numbers that choose the kind of change, the units, the roles and the days until the next. */
    record Attempt(int kind, int unit, int other, int roles, int days) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        var number = Arbitraries.integers().between(0, 50);
        return Combinators.combine(
                        number, number, number, number, Arbitraries.integers().between(0, 3))
                .as(Attempt::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property(tries = 400)
    void everyOpenStepStaysWithExactlyOneLivingUnitAndThePastDoesNotChange(@ForAll("attempts") List<Attempt> attempts) {
        var tree = TREE;
        var day = DAY;
        var steps = new ArrayList<>(List.of(PROVINCE, ONE, TWO, BELOW_ONE).stream()
                .flatMap(unit -> ROLES.stream().map(role -> Map.entry(unit, role)))
                .toList());
        var past = new HashMap<LocalDate, Set<String>>();
        var number = 100;
        var done = 0;
        for (var attempt : attempts) {
            number += 10;
            day = day.plusDays(attempt.days());
            past.put(day.minusDays(1), seen(tree, day.minusDays(1)));
            var change = change(attempt, tree, number);
            UnitTree after;
            try {
                after = after(tree, day, change);
            } catch (Refused refused) {
                continue;
            }
            tree = after;
            done++;
            var today = day;
            var now = after;
            steps.replaceAll(it -> Map.entry(
                    now.living(it.getKey(), Optional.of(it.getValue()), today)
                            .map(Unit::id)
                            .orElseThrow(() -> new AssertionError("lost: " + it + " by " + change)),
                    it.getValue()));
            assertThat(steps)
                    .allSatisfy(it -> assertThat(now.on(today).all().stream()
                                    .filter(unit -> unit.id().equals(it.getKey())))
                            .hasSize(1));
            assertThat(now.on(today).all())
                    .allSatisfy(it -> assertThat(now.on(today).above(it.id())).doesNotContain(it.id()));
            past.forEach((then, units) ->
                    assertThat(seen(now, then)).as("on " + then).isEqualTo(units));
        }
        net.jqwik.api.statistics.Statistics.label("changes that were possible").collect(done > 0 ? "some" : "none");
    }

    private static UnitChange change(Attempt it, UnitTree tree, int number) {
        var all = tree.all();
        var unit = all.get(it.unit() % all.size()).id();
        var other = all.get(it.other() % all.size()).id();
        return switch (it.kind() % 5) {
            case 0 -> new Rename(unit, "Tên " + number, "");
            case 1 -> new End(unit, Optional.of(other));
            case 2 -> new Merge(List.of(unit, other), new Into.Existing(it.roles() % 2 == 0 ? unit : other));
            case 3 ->
                new Merge(
                        List.of(unit, other),
                        new Into.Founded(id(number), "Chung " + number, "", "division", Optional.empty()));
            default ->
                new Split(
                        unit,
                        List.of(
                                new Part(id(number), "A " + number, "", "division", Set.of()),
                                new Part(
                                        id(number + 1),
                                        "B " + number,
                                        "",
                                        "division",
                                        Set.of(ROLES.get(it.roles() % ROLES.size())))));
        };
    }

    /** All that a page shows of that day. */
    private static Set<String> seen(UnitTree tree, LocalDate day) {
        return tree.on(day).all().stream()
                .map(it -> it.id() + " " + it.parent() + " " + it.name() + " "
                        + it.territory().places() + " "
                        + it.roles().stream().sorted().toList())
                .collect(Collectors.toSet());
    }

    private static UnitTree after(UnitTree tree, LocalDate day, UnitChange change) {
        return tree.after(Reorganisation.of(tree, LAO_CAI, day, change));
    }

    private static void refused(UnitRefusal code, LocalDate day, UnitChange change) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> after(TREE, day, change))
                .matches(it -> it.code() == code, code.name());
    }

    private static UnitId id(int number) {
        return new UnitId(new UUID(7, number));
    }

    private static Unit unit(UnitId id, Optional<UnitId> parent, String name, String place) {
        return new Unit(
                LAO_CAI,
                id,
                parent,
                "division",
                name,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Territory.of(List.of(place)),
                BEGIN,
                Optional.empty());
    }
}
