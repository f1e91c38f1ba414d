package vn.motcua.identity;

import java.util.Optional;
import vn.motcua.shared.TenantId;

/**
 * An account to be opened.
 *
 * @param userName with which to sign in, unique in the country; empty when the account is only reached otherwise
 * @param passwordHash as {@link Passwords} made it
 */
public record NewAccount(
        TenantId tenant,
        AccountId id,
        Kind kind,
        String name,
        Optional<String> userName,
        Optional<String> passwordHash,
        Optional<PersonId> person,
        Optional<OrganisationId> organisation,
        Optional<OfficerId> officer) {

    /** The kinds of accounts, one for each kind of {@link SignedIn}. */
    public enum Kind {
        PERSON,
        BUSINESS,
        OFFICER,
        ADMINISTRATOR
    }

    /** Of a citizen. */
    public static NewAccount of(AccountId id, PersonId person, String name) {
        return new NewAccount(
                TenantId.NATIONAL,
                id,
                Kind.PERSON,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.of(person),
                Optional.empty(),
                Optional.empty());
    }

    /** Of a business, through its representative. */
    public static NewAccount of(AccountId id, OrganisationId organisation, PersonId representative, String name) {
        return new NewAccount(
                TenantId.NATIONAL,
                id,
                Kind.BUSINESS,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.of(representative),
                Optional.of(organisation),
                Optional.empty());
    }

    /** Of an officer. */
    public static NewAccount of(AccountId id, TenantId tenant, OfficerId officer, String name) {
        return new NewAccount(
                tenant,
                id,
                Kind.OFFICER,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(officer));
    }

    /** Of an administrator. */
    public static NewAccount administrator(AccountId id, TenantId tenant, String name) {
        return new NewAccount(
                tenant,
                id,
                Kind.ADMINISTRATOR,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, reached with a user name and a password. */
    public NewAccount with(String newUserName, String newPasswordHash) {
        return new NewAccount(
                tenant,
                id,
                kind,
                name,
                Optional.of(newUserName),
                Optional.of(newPasswordHash),
                person,
                organisation,
                officer);
    }
}
