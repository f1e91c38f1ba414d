package vn.motcua.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * How whoever is signed in has proved who they are.
 *
 * @param level 1 or 2: for a citizen the level of their electronic identity (mức độ định danh), for a local account 1
 *     with a password alone and 2 with a second factor
 * @param at when they proved it, as the provider or we saw it
 * @param voucher what the provider said who vouches for them; empty for a local account
 */
public record Proof(int level, Instant at, Optional<Voucher> voucher) {

    /** The levels that exist; a door or a procedure asks for one of them. */
    public static final int LOWEST = 1;

    /** Two factors, of which one was seen in person. */
    public static final int HIGH = 2;

    /** A local account's proof. */
    public static Proof local(int level, Instant at) {
        return new Proof(level, at, Optional.empty());
    }

    /**
     * The provider's word.
     *
     * @param provider which of the configured ones
     * @param subject the provider's own name for whoever signed in
     * @param session the provider's own name for its session, empty when it has none
     * @param idToken as it came, to be shown again when signing out
     */
    public record Voucher(String provider, String subject, Optional<String> session, String idToken) {

        @Override
        public String toString() {
            return provider;
        }
    }
}
