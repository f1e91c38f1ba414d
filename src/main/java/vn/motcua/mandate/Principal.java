package vn.motcua.mandate;

import vn.motcua.identity.AccountId;
import vn.motcua.identity.PersonId;

/**
 * For whom somebody acts (người được đại diện).
 *
 * @param account what they file belongs to this one, whether they sign in themselves or not
 */
public record Principal(AccountId account, PersonId person, String name) {}
