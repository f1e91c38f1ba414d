package vn.motcua.organization;

import vn.motcua.shared.Language;

/**
 * A kind of position (vị trí việc làm) in a unit.
 *
 * @param role the word that a procedure's route uses, e.g. {@code civil-status-officer}
 * @param leads whether who holds it sees what the units below are doing
 */
public record PositionKind(String role, String name, String nameEn, boolean leads) {

    /** Its name in that language. */
    public String name(Language language) {
        return language == Language.EN ? nameEn : name;
    }
}
