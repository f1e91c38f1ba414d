package vn.motcua.organization;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a decision does to the units of an agency on the day from which it counts. */
public sealed interface UnitChange {

    /** The units it changes or ends. */
    List<UnitId> of();

    /** It goes on under another name. */
    record Rename(UnitId unit, String name, String nameEn) implements UnitChange {
        @Override
        public List<UnitId> of() {
            return List.of(unit);
        }
    }

    /**
     * It ends the day before.
     *
     * @param successor who takes over all of its work; empty when nothing is left to do
     */
    record End(UnitId unit, Optional<UnitId> successor) implements UnitChange {
        @Override
        public List<UnitId> of() {
            return List.of(unit);
        }
    }

    /** Several become one: a new unit, or one that exists and perhaps is among them. */
    record Merge(List<UnitId> units, Into into) implements UnitChange {

        /** Keeps its own copy. */
        public Merge {
            units = List.copyOf(units);
        }

        @Override
        public List<UnitId> of() {
            return units;
        }
    }

    /** One becomes several; the first takes whatever goes to none of the others. */
    record Split(UnitId unit, List<Part> parts) implements UnitChange {

        /** Keeps its own copy. */
        public Split {
            parts = List.copyOf(parts);
        }

        @Override
        public List<UnitId> of() {
            return List.of(unit);
        }
    }

    /** Into what units merge. */
    sealed interface Into {

        /** The unit. */
        UnitId id();

        /** One that exists on that day. */
        record Existing(UnitId id) implements Into {}

        /** A new one. */
        record Founded(UnitId id, String name, String nameEn, String kind, Optional<String> agencyCode)
                implements Into {}
    }

    /**
     * What one part of a split unit is.
     *
     * @param roles whose work goes there; none for the first, which takes the rest
     * @param wards the places, by code, of which goes there where the split is by area; none for the first likewise
     */
    record Part(UnitId id, String name, String nameEn, String kind, Set<String> roles, Set<String> wards) {

        /** Keeps its own copy. */
        public Part {
            roles = Set.copyOf(roles);
            wards = Set.copyOf(wards);
        }

        /** One that gets the work of roles. */
        public Part(UnitId id, String name, String nameEn, String kind, Set<String> roles) {
            this(id, name, nameEn, kind, roles, Set.of());
        }
    }
}
