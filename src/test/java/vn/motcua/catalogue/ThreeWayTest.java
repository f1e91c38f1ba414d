package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import vn.motcua.catalogue.ThreeWay.Change;

/** A province's changes survive any later national text, or it is said that they do not. */
@PropertyDefaults(tries = 2_000)
class ThreeWayTest {

    @Property
    void overTheTextForWhichTheyWereMadeAllChangesHold(
            @ForAll("texts") Map<String, String> national, @ForAll("wishes") Map<String, String> wishes) {
        var merged = ThreeWay.merge(national, changes(national, wishes));
        assertThat(merged.conflicts()).isEmpty();
        var expected = new HashMap<>(national);
        wishes.forEach(expected::replace);
        assertThat(merged.text()).isEqualTo(expected);
    }

    /** Whatever the nation changed elsewhere comes through, and whatever the province changed stays. */
    @Property
    void eachPlaceIsWhatOneOfTheTwoWantsAndNeverASurprise(
            @ForAll("texts") Map<String, String> before,
            @ForAll("texts") Map<String, String> after,
            @ForAll("wishes") Map<String, String> wishes) {
        var changes = changes(before, wishes);
        var merged = ThreeWay.merge(after, changes);
        var changed = changes.stream().collect(Collectors.toMap(Change::at, it -> it));
        assertThat(merged.text().keySet()).isEqualTo(after.keySet());
        merged.text().forEach((at, value) -> {
            var change = changed.get(at);
            var untouched = Objects.equals(before.get(at), after.get(at));
            assertThat(value).as(at).isEqualTo(change != null && untouched ? change.is() : after.get(at));
        });
    }

    @Property
    void aConflictIsSaidWhereBothChangedTheSamePlaceDifferentlyAndNowhereElse(
            @ForAll("texts") Map<String, String> before,
            @ForAll("texts") Map<String, String> after,
            @ForAll("wishes") Map<String, String> wishes) {
        var changes = changes(before, wishes);
        var said = ThreeWay.merge(after, changes).conflicts().stream()
                .map(it -> it.change().at())
                .collect(Collectors.toSet());
        var expected = changes.stream()
                .filter(it -> !it.was().equals(after.get(it.at())) && !it.is().equals(after.get(it.at())))
                .map(Change::at)
                .collect(Collectors.toSet());
        assertThat(said).isEqualTo(expected);
    }

    /** Keeping one's own over the new text, or giving it up, settles each conflict. */
    @Property
    void settledOneWayOrTheOtherNothingIsLeft(
            @ForAll("texts") Map<String, String> before,
            @ForAll("texts") Map<String, String> after,
            @ForAll("wishes") Map<String, String> wishes) {
        var changes = changes(before, wishes);
        var conflicts = ThreeWay.merge(after, changes).conflicts();
        var settled = changes.stream()
                .flatMap(change -> conflicts.stream()
                        .filter(it -> it.change().equals(change))
                        .findFirst()
                        .map(it -> it.now().map(now -> new Change<>(change.at(), now, change.is())))
                        .orElse(Optional.of(change))
                        .stream())
                .toList();
        assertThat(ThreeWay.merge(after, settled).conflicts()).isEmpty();
    }

    private static List<Change<String>> changes(Map<String, String> national, Map<String, String> wishes) {
        return wishes.entrySet().stream()
                .filter(it -> national.containsKey(it.getKey()))
                .map(it -> new Change<>(it.getKey(), national.getOrDefault(it.getKey(), ""), it.getValue()))
                .toList();
    }

    @Provide
    static Arbitrary<Map<String, String>> texts() {
        return Arbitraries.maps(
                        Arbitraries.of(
                                "fees.a.amount", "fees.b.amount", "steps.x.hours", "steps.x.unit", "steps.y.role"),
                        Arbitraries.of("1", "2", "3"))
                .ofMaxSize(5);
    }

    @Provide
    static Arbitrary<Map<String, String>> wishes() {
        return texts();
    }
}
