package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays what somebody changed in a text over a later state of that text. A change says where, what stood there when it was made,
 * and what stands there instead; so nothing but the later text is needed to tell whether it still fits.
 */
final class ThreeWay {

    private ThreeWay() {}

    /**
     * A change.
     *
     * @param was what stood there when it was made
     */
    record Change<V>(String at, V was, V is) {}

    /**
     * A change that does not fit any more.
     *
     * @param now what stands there; empty where the place is gone
     */
    record Conflict<V>(Change<V> change, Optional<V> now) {}

    /** The text with every change that fits, and those that do not: there the text holds as it is. */
    record Merged<V>(Map<String, V> text, List<Conflict<V>> conflicts) {}

    /** Merges; the order of the changes does not matter as long as no two are of one place. */
    static <V> Merged<V> merge(Map<String, V> text, List<Change<V>> changes) {
        var merged = new LinkedHashMap<>(text);
        var conflicts = new ArrayList<Conflict<V>>();
        for (var change : changes) {
            var now = Optional.ofNullable(text.get(change.at()));
            if (now.filter(change.was()::equals).isPresent()) {
                merged.put(change.at(), change.is());
            } else if (now.filter(change.is()::equals).isEmpty()) {
                conflicts.add(new Conflict<>(change, now));
            }
        }
        return new Merged<>(merged, List.copyOf(conflicts));
    }
}
