package vn.motcua.organization;

import java.util.List;
import vn.motcua.shared.Language;

/**
 * A kind of unit.
 *
 * @param kind the word that a procedure's route uses, e.g. {@code commune-one-stop}
 * @param roles the positions that such a unit has
 */
public record UnitKind(String kind, String name, String nameEn, Level level, List<String> roles) {

    /** For how much of the country such a unit is competent. */
    public enum Level {
        NATION,
        PROVINCE,
        WARD
    }

    /** Its name in that language. */
    public String name(Language language) {
        return language == Language.EN ? nameEn : name;
    }
}
