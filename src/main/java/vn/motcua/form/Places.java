package vn.motcua.form;

import java.util.List;
import java.util.Optional;

/** The provinces and communes from which an address is chosen; whoever keeps administrative units answers. */
public interface Places {

    /** Knows no place and believes every code. */
    Places UNCHECKED = new Places() {
        @Override
        public List<Place> provinces() {
            return List.of();
        }

        @Override
        public List<Place> wardsOf(String provinceCode) {
            return List.of();
        }

        @Override
        public Optional<String> name(String code) {
            return Optional.empty();
        }

        @Override
        public boolean belongs(String wardCode, String provinceCode) {
            return true;
        }
    };

    /** Today's provinces and cities, in the order in which they are shown. */
    List<Place> provinces();

    /** Today's communes, wards and special zones of that province, in the order in which they are shown. */
    List<Place> wardsOf(String provinceCode);

    /** The name of a province or commune, today's or former. */
    Optional<String> name(String code);

    /** Whether that commune lies in that province today. */
    default boolean belongs(String wardCode, String provinceCode) {
        return wardsOf(provinceCode).stream().anyMatch(it -> it.code().equals(wardCode));
    }

    /**
     * A province or commune.
     *
     * @param code of the General Statistics Office's list
     * @param name with its kind, e.g. {@code Xã Tả Van}
     */
    record Place(String code, String name) {}
}
