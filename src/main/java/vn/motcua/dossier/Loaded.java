package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.OrganisationId;
import vn.motcua.identity.PersonId;

/**
 * A dossier as it was found, with what a use case has to know before it decides.
 *
 * @param dossier its state
 * @param owner whose it is
 * @param last the last thing that happened to it
 * @param repeated what the command made when it came before, if it did
 * @param answers the answers of its form, as JSON
 * @param available which data the state already held of the applicant when it was filed
 * @param link that it is a part of a linked filing
 */
record Loaded(
        Dossier dossier,
        Owner owner,
        Last last,
        Optional<Repeated> repeated,
        String answers,
        Set<String> available,
        Optional<Link> link) {

    /** Whose dossier it is. */
    record Owner(Optional<AccountId> submitter, Optional<PersonId> person, Optional<OrganisationId> organisation) {}

    /** Who did the last thing, what it was, when by the machine's clock, and from when it counts, which is never before that. */
    record Last(String who, String kind, Instant at, Instant effective) {}

    /** That a command was carried out before: by which account, and to which version it led. */
    record Repeated(AccountId by, DossierId dossier, int version) {}
}
