package vn.motcua.organization;

import vn.motcua.shared.RefusalCode;

/** Why units do not change. */
public enum UnitRefusal implements RefusalCode {
    /** No such unit in this agency on that day; says which. */
    UNIT_NOT_IN_FORCE,
    /** The unit changed on that day or later already; says which and when. */
    UNIT_CHANGED_LATER,
    /** A unit cannot end on the day on which it begins or before; says which and when it begins. */
    UNIT_ENDS_BEFORE_IT_BEGINS,
    /** A merge needs two different units. */
    TWO_UNITS_NEEDED,
    /** A split needs two parts. */
    TWO_PARTS_NEEDED,
    /** A part other than the first gets nobody's work; says which. */
    PART_WITHOUT_WORK,
    /** Two parts would get the same role's work; says which role. */
    ROLE_IN_TWO_PARTS,
    /** A split is by roles or by area, not both. */
    ROLES_AND_AREAS,
    /** Two parts would get the same ward; says which. */
    AREA_IN_TWO_PARTS,
    /** The unit's word never counted there; says where. */
    AREA_NOT_THEIRS,
    /** Nothing would be left for the first part; says its name. */
    NO_AREA_LEFT,
    /** Whoever takes over is the unit that ends. */
    SUCCESSOR_IS_THE_SAME,
    /** It would stand below itself; says which. */
    UNIT_BELOW_ITSELF,
    /** There are units below and nobody takes them over; says how many. */
    UNITS_BELOW_WITHOUT_SUCCESSOR;

    @Override
    public Kind kind() {
        return Kind.NOT_VALID;
    }
}
