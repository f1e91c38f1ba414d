package vn.motcua.vault;

/**
 * Whose vault it is. Results come for numbers, also for people who never signed in here; whoever proves to have that number
 * finds them.
 *
 * @param number the personal number (số định danh cá nhân), or an organisation's tax code
 */
public record VaultOwner(Kind kind, String number) {

    /** Refuses an owner without a number; that is a bug. */
    public VaultOwner {
        if (number.isBlank()) {
            throw new IllegalArgumentException("a vault without an owner");
        }
    }

    /** Who can own a vault. */
    public enum Kind {
        /** By their personal number. */
        PERSON,
        /** By its tax code. */
        ORGANISATION
    }
}
