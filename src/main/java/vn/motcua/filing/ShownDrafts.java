package vn.motcua.filing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.identity.SignedIn;
import vn.motcua.mandate.OwnDrafts;
import vn.motcua.shared.Refused;

/** The drafts that a person may show whoever helps them. */
@Component
class ShownDrafts implements OwnDrafts {

    private final DraftDesk desk;

    ShownDrafts(DraftDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<OwnDraft> of(SignedIn.Citizen who, String procedure) {
        return desk.begun(who, procedure).stream()
                .map(it -> new OwnDraft(it.id().value(), it.savedAt()))
                .toList();
    }

    @Override
    public UUID ready(SignedIn.Citizen who, String procedure, Optional<UUID> draft) {
        if (draft.isEmpty()) {
            return desk.start(who, procedure).value();
        }
        return desk.begun(who, procedure).stream()
                .map(it -> it.id().value())
                .filter(draft.get()::equals)
                .findFirst()
                .orElseThrow(() -> new Refused(FilingRefusal.NO_SUCH_DRAFT));
    }
}
