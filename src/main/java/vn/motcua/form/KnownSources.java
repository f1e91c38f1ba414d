package vn.motcua.form;

import java.util.Set;

/**
 * What packages may ask of the state, by name: a closed list, so that a name that nobody will ever answer is refused when a
 * package is read and does not become a rule that never holds.
 */
public final class KnownSources {

    /**
     * What {@code dataAvailable('…')} may ask: that the state holds somebody's identity and residence, as their account
     * says; their marital status, their removal from a household and their driving licence are named by packages, and no
     * source gives them here yet: papers on them are asked for.
     */
    public static final Set<String> HELD = Set.of("identity", "residence", "maritalStatus", "removal", "licence");

    /** Of {@link #HELD} those that an account can bring. */
    public static final Set<String> BROUGHT = Set.of("identity", "residence");

    /** What {@code registry('…', key)} may ask. While a register is not connected it says nothing. */
    public static final Set<String> REGISTERS =
            Set.of("maritalStatus", "companyName", "businessHouseholdName", "businessHousehold");

    private KnownSources() {}
}
