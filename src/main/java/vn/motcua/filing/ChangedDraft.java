package vn.motcua.filing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.motcua.organization.UnitId;

/** A draft with some of its parts changed. */
record ChangedDraft(Draft draft) {

    ChangedDraft answers(Map<String, Object> answers) {
        return with(answers, draft.place(), draft.unit(), draft.delivery(), draft.savedAt());
    }

    ChangedDraft place(Place place) {
        return with(draft.answers(), place, draft.unit(), draft.delivery(), draft.savedAt());
    }

    ChangedDraft unit(Optional<UnitId> unit) {
        return with(draft.answers(), draft.place(), unit, draft.delivery(), draft.savedAt());
    }

    ChangedDraft delivery(Optional<Delivery> delivery) {
        return with(draft.answers(), draft.place(), draft.unit(), delivery, draft.savedAt());
    }

    Draft at(Instant now) {
        return with(draft.answers(), draft.place(), draft.unit(), draft.delivery(), now)
                .draft();
    }

    private ChangedDraft with(
            Map<String, Object> answers,
            Place place,
            Optional<UnitId> unit,
            Optional<Delivery> delivery,
            Instant savedAt) {
        return new ChangedDraft(new Draft(
                draft.id(),
                draft.procedure(),
                draft.revision(),
                draft.channel(),
                draft.walkIn(),
                answers,
                place,
                unit,
                delivery,
                draft.papers(),
                draft.shown(),
                draft.begunBy(),
                draft.startedAt(),
                savedAt));
    }
}
