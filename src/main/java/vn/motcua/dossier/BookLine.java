package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.organization.UnitId;

/**
 * A line of the book of dossiers.
 *
 * @param booked volume and line
 * @param lead the agency that settles it
 * @param received when it came to this unit
 * @param due the moment that holds now
 * @param forwarded when it went to who settles it; empty before that, as the other moments
 * @param issued when its result came back
 * @param handedOver when the applicant had it
 * @param handedTo to whom it was handed; empty before that
 * @param end how it ended there without a result to hand over; empty where it did not
 */
public record BookLine(
        DossierId dossier,
        Booked booked,
        DossierNumber number,
        RevisionId revision,
        UnitId lead,
        String applicant,
        String address,
        String phone,
        Instant received,
        Instant due,
        Optional<Instant> forwarded,
        Optional<Instant> issued,
        Optional<Instant> handedOver,
        HandOver.How receiveBy,
        Optional<HandOver.How> handedHow,
        Optional<String> handedTo,
        Optional<End> end) {

    /** An end without a result to hand over. */
    public sealed interface End {

        /** Taken back by the applicant. */
        record Withdrawn() implements End {}

        /** Halted by the agency. */
        record Halted() implements End {}

        /**
         * Given to another unit, in whose book it goes on.
         *
         * @param to what its one-stop is called
         */
        record PassedOn(String to) implements End {}
    }
}
