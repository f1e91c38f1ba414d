package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import vn.motcua.deadline.Due;
import vn.motcua.identity.OfficerId;

/**
 * What lies in a dossier's folder besides its state.
 *
 * @param code the tracking code of its filing
 * @param applicant whose matter it is
 * @param receiveBy how the result is to come
 * @param receiveAt the address for it
 * @param papers all that came, first to last
 * @param history all that happened, first to last
 * @param place which dossier of its filing it is, from 1; empty when it is the only one
 * @param due the due moment that holds, with its explanation; empty before reception
 */
record Folder(
        TrackingCode code,
        Applicant applicant,
        HandOver.How receiveBy,
        String receiveAt,
        List<Paper> papers,
        List<Line> history,
        Optional<Integer> place,
        Optional<Due> due) {

    /**
     * One line of the history as it is stored.
     *
     * @param actor the account of who did it
     * @param inPlaceOf the name of the officer whom the actor stood in for
     * @param onBehalf the name of the applicant for whom the actor did it: by a mandate, which the role names, or as a
     *     representative of that organisation, without a role
     * @param booked its number in the unit's book; empty where it is entered in none
     */
    record Line(
            int version,
            String kind,
            JsonNode data,
            Optional<UUID> actor,
            String actorName,
            Optional<String> role,
            Optional<UUID> actingFor,
            Optional<String> inPlaceOf,
            Optional<String> onBehalf,
            Instant recordedAt,
            Instant effectiveAt,
            Optional<Booked> booked) {

        Line inPlaceOf(Map<UUID, String> holders) {
            return new Line(
                    version,
                    kind,
                    data,
                    actor,
                    actorName,
                    role,
                    actingFor,
                    actingFor.map(holders::get),
                    onBehalf,
                    recordedAt,
                    effectiveAt,
                    booked);
        }

        /** The name of that officer, when it tells how the step came to them. */
        Optional<String> taker(String step, OfficerId officer) {
            return switch (event()) {
                case DossierEvent.StepClaimed it
                when it.step().equals(step) && it.officer().equals(officer) -> Optional.of(actorName);
                case DossierEvent.StepAssigned it
                when it.step().equals(step) && it.officer().equals(Optional.of(officer)) ->
                    Optional.of(it.officerName());
                case DossierEvent _ -> Optional.empty();
            };
        }

        DossierEvent event() {
            return EventJson.read(kind, data.toString());
        }
    }

    /** What happened and was not taken back. */
    List<Line> standing() {
        return Undo.standing(history, Line::version, Line::event);
    }

    /** The name of who took that seat, if somebody has. */
    Optional<String> taker(Desk.Seat seat) {
        return seat.officer()
                .flatMap(officer -> history.reversed().stream()
                        .flatMap(it -> it.taker(seat.step(), officer).stream())
                        .findFirst());
    }
}
