package vn.motcua.identity;

import vn.motcua.shared.RefusalCode;

/** What the keeping of accounts, officers and units refuses. */
public enum IdentityRefusal implements RefusalCode {
    /** Somebody already signs in with that name. */
    USER_NAME_TAKEN(Kind.NOT_VALID),
    /** A user name is 3 to 64 lower-case letters, digits, dots, hyphens. */
    USER_NAME_MALFORMED(Kind.NOT_VALID),
    /** A password has at least 12 characters. */
    PASSWORD_TOO_SHORT(Kind.NOT_VALID),
    /** A password has at most 128 characters. */
    PASSWORD_TOO_LONG(Kind.NOT_VALID),
    /** A password that many have used; guessers try those first. */
    PASSWORD_COMMON(Kind.NOT_VALID),
    /** The account signs in through the agency's provider and has no password here. */
    NO_PASSWORD_HERE(Kind.NOT_NOW),
    /** The setup code is not the one that was printed. */
    SETUP_CODE_WRONG(Kind.NOT_VALID),
    /** There is no such unit in this tenant. */
    UNIT_UNKNOWN(Kind.NOT_VALID),
    /** There is no such kind of unit or of position. */
    KIND_UNKNOWN(Kind.NOT_VALID),
    /** There is no such province or ward today. */
    PLACE_UNKNOWN(Kind.NOT_VALID),
    /** A name is missing. */
    NAME_MISSING(Kind.NOT_VALID),
    /** Another unit has that identification code. */
    AGENCY_CODE_TAKEN(Kind.NOT_VALID),
    /** Who leads is appointed by two administrators. */
    LEADER_BY_TWO(Kind.NOT_VALID),
    /** The agency's provider knows somebody else under the name that an account is bound to. */
    LOGIN_OF_ANOTHER(Kind.NOT_ALLOWED);

    private final Kind kind;

    IdentityRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
