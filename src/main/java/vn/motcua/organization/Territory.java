package vn.motcua.organization;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a unit's word counts. A unit serves some wards, a whole province, or the whole country. */
public sealed interface Territory {

    /** The whole country. */
    record Nation() implements Territory {}

    /**
     * A whole province.
     *
     * @param code its two digits
     */
    record Province(String code) implements Territory {}

    /**
     * Some wards (xã, phường, đặc khu): one for a commune's own units, several for an office that serves neighbours.
     *
     * @param codes five digits each
     */
    record Wards(Set<String> codes) implements Territory {

        /** Keeps its own copy. */
        public Wards {
            codes = Set.copyOf(codes);
        }
    }

    /** Reads the codes as they are stored: none is the country, two digits a province, five digits a ward. */
    static Territory of(List<String> codes) {
        if (codes.isEmpty()) {
            return new Nation();
        }
        return codes.getFirst().length() == 2 ? new Province(codes.getFirst()) : new Wards(Set.copyOf(codes));
    }

    /** Whether it reaches that ward, or that province as a whole where no ward is given. */
    default boolean covers(Optional<String> ward, Optional<String> province) {
        return switch (this) {
            case Nation _ -> true;
            case Province(var code) -> province.filter(code::equals).isPresent();
            case Wards(var codes) -> ward.filter(codes::contains).isPresent();
        };
    }

    /** As {@link #of} reads it. */
    default List<String> places() {
        return switch (this) {
            case Nation _ -> List.of();
            case Province it -> List.of(it.code());
            case Wards it -> it.codes().stream().sorted().toList();
        };
    }
}
