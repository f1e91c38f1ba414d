package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.catalogue.RevisionId;

/**
 * A line of "my filings", in words.
 *
 * @param group the revision of the group of linked procedures that it is a part of; empty when it stands for itself
 * @param place which dossier of its filing it is, from 1; empty when it is the only one
 * @param stageName where it stands, in the applicant's words
 * @param due when the result is due; empty before reception
 * @param toDo whether the applicant has to do something
 */
public record MyDossier(
        DossierRef ref,
        TrackingCode code,
        Optional<RevisionId> group,
        Optional<Integer> place,
        Optional<DossierNumber> number,
        String procedureName,
        String applicant,
        StageKind stage,
        String stageName,
        Instant filedAt,
        Optional<Instant> due,
        boolean toDo) {

    /** Its name in an address: the tracking code, with the place where the filing has several dossiers. */
    public String word() {
        return code.word(place);
    }
}
