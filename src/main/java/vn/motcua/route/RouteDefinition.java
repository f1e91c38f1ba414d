package vn.motcua.route;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What route.yaml says, word for word, before anybody asks whether it makes sense. Faults of reading are kept, so that
 * the author gets all of them at once.
 *
 * @param items the nodes in the author's order
 * @param faults what could not be read
 */
public record RouteDefinition(List<Item> items, List<Fault> faults) {

    /** Copies what it is given. */
    public RouteDefinition {
        items = List.copyOf(items);
        faults = List.copyOf(faults);
    }

    /** Reads the text of a route.yaml; refuses what is not YAML at all. */
    public static RouteDefinition read(String yaml) {
        return RouteReader.read(yaml);
    }

    /**
     * One entry of {@code steps:}. Words are kept as written; an empty text means that the author wrote none.
     *
     * @param place how a fault names it: its id, or its number in the list
     */
    public record Item(
            String place,
            String id,
            String kind,
            String nameVi,
            String nameEn,
            String role,
            String unit,
            Optional<BigDecimal> hours,
            List<String> actions,
            List<String> otherThan,
            List<String> next,
            List<Way> branches,
            String otherwise) {

        /** Copies what it is given. */
        public Item {
            actions = List.copyOf(actions);
            otherThan = List.copyOf(otherThan);
            next = List.copyOf(next);
            branches = List.copyOf(branches);
        }
    }

    /** One way out of a choice, as written. */
    public record Way(String when, String next) {}
}
