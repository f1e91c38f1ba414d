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
     * @param enter what officers fill in, as JSON; the catalogue reads it, a route only carries it
     * @param own what the program does there
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
            String otherwise,
            List<UnitWay> unitWays,
            Asked asked,
            String enter,
            Own own) {

        /** Copies what it is given. */
        public Item {
            unitWays = List.copyOf(unitWays);
            actions = List.copyOf(actions);
            otherThan = List.copyOf(otherThan);
            next = List.copyOf(next);
            branches = List.copyOf(branches);
        }

        /** One that is done at one kind of unit and asks nobody. */
        public Item(
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
            this(
                    place,
                    id,
                    kind,
                    nameVi,
                    nameEn,
                    role,
                    unit,
                    hours,
                    actions,
                    otherThan,
                    next,
                    branches,
                    otherwise,
                    List.of(),
                    Asked.NOBODY,
                    "",
                    Own.NOTHING);
        }
    }

    /** What the program writes to the applicant or looks at, as written. */
    public record Own(String titleVi, String titleEn, String textVi, String textEn, String check) {

        static final Own NOTHING = new Own("", "", "", "", "");

        boolean writes() {
            return !(titleVi + titleEn + textVi + textEn).isEmpty();
        }
    }

    /** When a step is done at another kind of unit, as written. */
    public record UnitWay(String when, String unit, String becauseVi, String becauseEn) {}

    /** Who is asked what, as written. */
    public record Asked(
            List<String> units,
            String silence,
            String questionVi,
            String questionEn,
            List<String> papers,
            List<AskedApart> apart) {

        static final Asked NOBODY = new Asked(List.of(), "", "", "", List.of(), List.of());

        /** Copies what it is given. */
        public Asked {
            units = List.copyOf(units);
            papers = List.copyOf(papers);
            apart = List.copyOf(apart);
        }

        /** What is written of that kind of unit alone. */
        Optional<AskedApart> apart(String unit) {
            return apart.stream().filter(it -> it.unit().equals(unit)).findFirst();
        }
    }

    /** What one asked kind of unit has for itself, as written: hours, what its silence means, or both. */
    public record AskedApart(String unit, Optional<BigDecimal> hours, String silence) {}

    /** One way out of a choice, as written. */
    public record Way(String when, String next) {}
}
