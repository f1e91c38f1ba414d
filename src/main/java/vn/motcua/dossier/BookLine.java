package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.catalogue.RevisionId;

/**
 * A line of the book of dossiers.
 *
 * @param booked volume and line; empty for a dossier received before there were books
 * @param due the moment that holds now
 * @param forwarded when it went to who settles it; empty before that, as the other moments
 * @param issued when its result came back
 * @param handedOver when the applicant had it
 * @param handedTo to whom it was handed; empty before that
 * @param ended that it ended without a result to hand over: withdrawn
 */
public record BookLine(
        DossierId dossier,
        Optional<Booked> booked,
        DossierNumber number,
        RevisionId revision,
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
        boolean ended) {}
