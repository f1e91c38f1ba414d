package vn.motcua.notification;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.motcua.brand.Brands;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.Announced;
import vn.motcua.dossier.Progress;
import vn.motcua.messaging.Channel;
import vn.motcua.messaging.Contact;
import vn.motcua.messaging.Contacts;
import vn.motcua.messaging.Deliveries;
import vn.motcua.organization.Units;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Writes to the applicant, outside their account, what they find told inside it: by mail and by short message, as they chose.
 * Only queued here; carrying it is the post's.
 */
@Component
class ApplicantIsWritten implements Listener {

    private final Announced announced;
    private final Progress progress;
    private final Contacts contacts;
    private final Deliveries deliveries;
    private final Letters letters;
    private final Catalogue catalogue;

    ApplicantIsWritten(
            Announced announced,
            Progress progress,
            Contacts contacts,
            Deliveries deliveries,
            Units units,
            Brands brands,
            Catalogue catalogue,
            vn.motcua.shared.Messages messages) {
        this.announced = announced;
        this.progress = progress;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.catalogue = catalogue;
        this.letters = new Letters(units, brands, messages);
    }

    @Override
    public void hear(Happening happening) {
        if (happening.old() || List.of(Channel.values()).stream().noneMatch(deliveries::possible)) {
            return;
        }
        var fact = announced.of(happening.dossier().id(), happening.version());
        Said.of(fact).ifPresent(said -> {
            var view = progress.of(happening.dossier().id(), happening.version());
            if (said.begins() && view.receivedAt().isPresent()) {
                return; // taken in at the counter and received in the same sitting: that letter says it all
            }
            var contact = view.submitter()
                    .map(it -> contacts.of(TenantId.NATIONAL, it))
                    .orElse(Contact.UNSAID);
            var revision = catalogue.revision(view.revision());
            var about = new Letters.About(
                    Scope.current().tenant(),
                    revision.name(contact.language()),
                    revision.content(),
                    happening.dossier().id() + " " + happening.version(),
                    said,
                    view,
                    contact.language());
            contact.reach(Channel.EMAIL, view.email()).ifPresent(it -> deliveries.queue(letters.mail(about, it)));
            contact.reach(Channel.SMS, view.phone()).ifPresent(it -> deliveries.queue(letters.shortMessage(about, it)));
        });
    }
}
