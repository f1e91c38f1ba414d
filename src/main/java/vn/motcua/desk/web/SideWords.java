package vn.motcua.desk.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.InternalNotes;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Presence;
import vn.motcua.dossier.Tags;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.messaging.Deliveries;
import vn.motcua.shared.Ids;
import vn.motcua.shared.VietnamTime;

/** Puts into words what stands beside a dossier for officers only, and says that this officer has it open. */
@Component
class SideWords {

    /** The last part of the address of notes, and of an attempt at one. */
    static final String NOTES = "notes";
    /** The same of tags. */
    static final String TAGS = "tags";

    private final InternalNotes notes;
    private final Tags tags;
    private final Presence presence;
    private final Deliveries deliveries;

    SideWords(InternalNotes notes, Tags tags, Presence presence, Deliveries deliveries) {
        this.notes = notes;
        this.tags = tags;
        this.presence = presence;
        this.deliveries = deliveries;
    }

    SideView view(OfficerAt who, Opened dossier, Optional<Attempt> attempt) {
        var note = attempt.filter(it -> it.act().equals(NOTES));
        var tag = attempt.filter(it -> it.act().equals(TAGS));
        var on = tags.of(who, dossier);
        return new SideView(
                notes.of(who, dossier).stream()
                        .map(it -> new SideView.Note(it.body(), it.author(), VietnamTime.moment(it.at())))
                        .toList(),
                note.map(Attempt::command).orElseGet(Ids::next).toString(),
                note.map(it -> it.typed().value("body")).orElse(""),
                note.map(Attempt::sentence).orElse(""),
                on.stream().map(Tags.Tag::name).toList(),
                tags.offered(who).stream()
                        .map(it -> new SideView.Offered(it.id().toString(), it.name(), on.contains(it)))
                        .toList(),
                tag.map(it -> it.typed().value("fresh")).orElse(""),
                tag.map(Attempt::sentence).orElse(""),
                presence.here(who, dossier.id()),
                deliveries.about(dossier.id().toString()));
    }
}
