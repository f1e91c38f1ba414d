package vn.motcua.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.motcua.organization.UnitId;

/**
 * Under which circumstances a form is filled in or a dossier was filed: what conditions, fees and time limits hang on
 * besides the answers. A dossier keeps its own, so that what was promised when it was filed stays true.
 *
 * @param procedure the national code
 * @param channel how it is filed
 * @param at the moment that counts: now while it is filled in, the filing for what is due
 * @param receiving the one-stop that receives it; its province's settings hold
 * @param place code of the province or commune to which the matter belongs while no one-stop is found; may be empty
 * @param available which data the state already holds of the applicant, e.g. {@code residence}
 */
public record Circumstances(
        String procedure,
        Channel channel,
        Instant at,
        Optional<UnitId> receiving,
        String place,
        Set<String> available) {

    /** Keeps its own copy. */
    public Circumstances {
        available = Set.copyOf(available);
    }

    /** Nothing known but procedure, channel and moment: for what is said before anybody has begun. */
    public static Circumstances of(String procedure, Channel channel, Instant at) {
        return new Circumstances(procedure, channel, at, Optional.empty(), "", Set.of());
    }

    /** Those of a filing that a one-stop receives. */
    public static Circumstances of(
            String procedure, Channel channel, Instant at, UnitId receiving, Set<String> available) {
        return new Circumstances(procedure, channel, at, Optional.of(receiving), "", available);
    }
}
