package vn.motcua.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** Who is signed in. A handler method may take it, or one of its kinds, as a parameter. */
public sealed interface SignedIn {

    /** The account. */
    AccountId account();

    /** The tenant of the account: national for applicants, their agency's for officers and administrators. */
    TenantId tenant();

    /** As people call them. */
    String name();

    /** The account of whoever really acts: what is written down names this one. */
    default AccountId actor() {
        return account();
    }

    /** The name of whoever really acts. */
    default String actorName() {
        return name();
    }

    /** As what they act, where an officer's role would stand; empty for one's own matters. */
    default Optional<String> actingAs() {
        return Optional.empty();
    }

    /** The scope in which their requests read and write unless a use case chooses another tenant. */
    default Scope scope() {
        return new Scope(tenant(), Optional.of(account().value()));
    }

    /** Somebody who files dossiers: a person or a business. */
    sealed interface Applicant extends SignedIn {

        /** The person who acts: the citizen, or the representative of the business. */
        PersonId person();

        /** The organisation for which they act, empty when for themselves. */
        Optional<OrganisationId> representing();

        /** By what they stand in a matter. */
        default Standing standing() {
            return representing()
                    .<Standing>map(Standing.OfOrganisation::new)
                    .orElseGet(() -> new Standing.Own(person()));
        }

        @Override
        default TenantId tenant() {
            return TenantId.NATIONAL;
        }
    }

    /** Somebody who may do something for another person: a citizen, or an officer who helps at the counter. */
    sealed interface Hand extends SignedIn {}

    /** A citizen (công dân), for themselves. */
    record Citizen(AccountId account, PersonId person, String name) implements Applicant, Hand {

        @Override
        public Optional<OrganisationId> representing() {
            return Optional.empty();
        }
    }

    /**
     * An organisation (doanh nghiệp, tổ chức), through a representative: what is written down names the person who acted.
     *
     * @param account that of the organisation through this representative; another one has another account
     * @param name the organisation's
     * @param representative the name of the person
     */
    record Business(AccountId account, OrganisationId organisation, PersonId person, String name, String representative)
            implements Applicant {

        @Override
        public Optional<OrganisationId> representing() {
            return Optional.of(organisation);
        }

        @Override
        public String actorName() {
            return representative;
        }
    }

    /**
     * Somebody working for another person by a mandate that lasts: reads and writes what is that person's, as far as the
     * mandate reaches, while everything that is written down names who did it.
     *
     * @param hand who really acts
     * @param account the other person's
     * @param person the other person
     * @param name the other person's
     */
    record ForAnother(Hand hand, AccountId account, PersonId person, String name, Standing.ByMandate standing)
            implements Applicant {

        @Override
        public Optional<OrganisationId> representing() {
            return Optional.empty();
        }

        @Override
        public AccountId actor() {
            return hand.account();
        }

        @Override
        public String actorName() {
            return hand.name();
        }

        @Override
        public Optional<String> actingAs() {
            return Optional.of(standing.kind().role());
        }
    }

    /** An officer (cán bộ) of a tenant, with all positions, past and future ones too. */
    record OfficerAt(AccountId account, TenantId tenant, OfficerId officer, String name, List<Position> positions)
            implements Hand {

        /** Keeps its own copy. */
        public OfficerAt {
            positions = List.copyOf(positions);
        }

        /** The positions held on that day. */
        public List<Position> positionsOn(LocalDate day) {
            return positions.stream().filter(it -> it.heldOn(day)).toList();
        }
    }

    /** Who keeps a tenant's units, officers and settings, and sees no dossier. */
    record Administrator(AccountId account, TenantId tenant, String name) implements SignedIn {}
}
